/** Who is next at a window: the smallest standing over the heads of the lines that the window may serve. */
import type { CallWay } from '../../protocol/vocabulary.ts'
import { type Hall, type Ticket, ticketOf, windowNow } from './hall.ts'
import { compareStanding, type Line, type Place, peopleBefore } from './line.ts'

const minuteMs = 60_000

interface ServedLine {
  readonly line: Line
  readonly way: CallWay
}

/** The lines a window calls from: its services', that of the tickets sent to it alone, and those it helps out with. */
function linesOf(hall: Hall, windowId: string, now: number): ServedLine[] {
  const { serviceIds, helps } = windowNow(hall, windowId)
  const lines: ServedLine[] = []
  const add = (line: Line | undefined, way: CallWay) => {
    if (line?.[0] !== undefined) lines.push({ line, way })
  }
  for (const serviceId of serviceIds) add(hall.serviceLines.get(serviceId), 'inTurn')
  add(hall.windowLines.get(windowId), 'inTurn')
  for (const { serviceId, afterMinutes } of helps) {
    const line = hall.serviceLines.get(serviceId)
    const head = line?.[0]
    if (head === undefined) continue
    const waitedMs = now - ticketOf(hall, head.ticketId).turn.queuedAt
    if (waitedMs >= afterMinutes * minuteMs) add(line, 'helper')
  }
  return lines
}

/** The ticket that the window would call now; null when nobody waits for it. Jackson 1960, see design section 4. */
export function next(hall: Hall, windowId: string, now: number): { ticket: Ticket; way: CallWay } | null {
  let first: { head: Place; way: CallWay } | null = null
  for (const { line, way } of linesOf(hall, windowId, now)) {
    const head = line[0]
    if (head !== undefined && (first === null || compareStanding(head, first.head) < 0)) first = { head, way }
  }
  return first === null ? null : { ticket: ticketOf(hall, first.head.ticketId), way: first.way }
}

/** Those whom the window would call, in order, at most `limit` of them. */
export function upcoming(hall: Hall, windowId: string, limit: number, now: number): Ticket[] {
  return linesOf(hall, windowId, now)
    .flatMap(({ line }) => line.slice(0, limit))
    .sort(compareStanding)
    .slice(0, limit)
    .map((place) => ticketOf(hall, place.ticketId))
}

/** How many wait for the window, in all lines that it serves. */
export function waitingFor(hall: Hall, windowId: string, now: number): number {
  return linesOf(hall, windowId, now).reduce((sum, { line }) => sum + line.length, 0)
}

/** True when the window may call this ticket, were it to wait: it serves the service, or was named in a transfer. */
export function mayServe(hall: Hall, windowId: string, ticket: Ticket): boolean {
  if (ticket.boundWindowId !== null) return ticket.boundWindowId === windowId
  const { serviceIds, helps } = windowNow(hall, windowId)
  const { serviceId } = ticket.turn
  return serviceIds.includes(serviceId) || helps.some((each) => each.serviceId === serviceId)
}

/** How many of its own line stand before a waiting ticket; null when it does not wait. */
export function peopleAhead(hall: Hall, ticket: Ticket): number | null {
  if (ticket.state !== 'waiting') return null
  const line =
    ticket.boundWindowId === null
      ? hall.serviceLines.get(ticket.turn.serviceId)
      : hall.windowLines.get(ticket.boundWindowId)
  return line === undefined ? 0 : peopleBefore(line, ticket.place)
}

/**
 * The standing of one who rejoins `placesBack` places back: no earlier than its own, and just behind so many of
 * those who wait now (behind all, where there are fewer).
 */
export function rejoinStanding(line: Line, ownStanding: number, placesBack: number): number {
  const inFront = placesBack === 0 ? undefined : line[Math.min(placesBack, line.length) - 1]
  return Math.max(ownStanding, inFront?.standing ?? ownStanding)
}
