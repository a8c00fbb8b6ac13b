/** Who is next at a window: the smallest standing over the heads of the lines that the window may serve. */
import { type Hall, setUpOf, type Ticket, ticketOf } from './hall.ts'
import { compareStanding, type Line, type Place, peopleBefore } from './line.ts'

/** The lines a window calls from: its services', and that of the tickets transferred to it alone. */
function linesOf(hall: Hall, windowId: string): Line[] {
  const serviceIds = setUpOf(hall).index.windows.get(windowId)?.serviceIds ?? []
  const lines = serviceIds.map((serviceId) => hall.serviceLines.get(serviceId))
  lines.push(hall.windowLines.get(windowId))
  return lines.filter((line) => line !== undefined)
}

/** The ticket that the window would call now; null when nobody waits for it. Jackson 1960, see design section 4. */
export function next(hall: Hall, windowId: string): Ticket | null {
  let first: Place | null = null
  for (const line of linesOf(hall, windowId)) {
    const head = line[0]
    if (head !== undefined && (first === null || compareStanding(head, first) < 0)) first = head
  }
  return first === null ? null : ticketOf(hall, first.ticketId)
}

/** Those whom the window would call, in order, at most `limit` of them. */
export function upcoming(hall: Hall, windowId: string, limit: number): Ticket[] {
  return linesOf(hall, windowId)
    .flatMap((line) => line.slice(0, limit))
    .sort(compareStanding)
    .slice(0, limit)
    .map((place) => ticketOf(hall, place.ticketId))
}

/** How many wait for the window, in all lines that it serves. */
export function waitingFor(hall: Hall, windowId: string): number {
  return linesOf(hall, windowId).reduce((sum, line) => sum + line.length, 0)
}

/** True when the window may call this ticket, were it to wait: it serves the service, or was named in a transfer. */
export function mayServe(hall: Hall, windowId: string, ticket: Ticket): boolean {
  if (ticket.boundWindowId !== null) return ticket.boundWindowId === windowId
  return setUpOf(hall).index.windows.get(windowId)?.serviceIds.includes(ticket.turn.serviceId) ?? false
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
