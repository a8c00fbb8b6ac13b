/** The line as one ticket finds it, at one moment: what a promise of its wait rests on, read from the hall alone. */
import type { AskedPlace } from './foresight.ts'
import { type Hall, isOpen, setUpOf, windowNow, windowsServing } from './hall.ts'
import { type Line, type Place, peopleBefore } from './line.ts'

/** All of it is known at that moment. Durations in ms; null where the hall has not seen one today. */
export interface LineFacts {
  readonly serviceId: string
  /** A first turn, or one that follows a transfer or another stop of the visit. */
  readonly isFirstTurn: boolean
  /**
   * Those of smaller standing whom the open windows that may serve it would call first. One who waits in another
   * line counts by the share of that line's open windows that serve this line too, so this need not be whole.
   */
  readonly ahead: number
  /** All who wait in its line, before and behind it, itself left out. */
  readonly waiting: number
  /** Windows that are open and serve it, whether busy or idle. */
  readonly windowsOpen: number
  /** HOL: how long the one has waited who is next (Ibrahim and Whitt 2009); 0 when nobody waits. */
  readonly headWaitMs: number
  /** LES: how long the one waited who was called last (Ibrahim and Whitt 2009). */
  readonly lastWaitMs: number | null
  /** How long ago that was. */
  readonly sinceLastCallMs: number | null
  /** The mean time between the last calls of the line, ten at most. */
  readonly callGapMs: number | null
  /** Minutes after midnight, by the hall's own clock. */
  readonly minuteOfDay: number
}

const minuteMs = 60_000

/** @param place a place in the line, or one that could be taken now */
export function lineFactsOf(hall: Hall, place: AskedPlace, now: number): LineFacts {
  const { serviceId } = place
  const open = openWindowsFor(hall, place)
  const line = lineOfPlace(hall, place)
  const head = line[0] === undefined ? undefined : hall.tickets.get(line[0].ticketId)
  const isInLine = line[peopleBefore(line, place)]?.ticketId === place.ticketId
  const calls = hall.recentCalls.get(serviceId) ?? []
  const [first, last] = [calls[0], calls.at(-1)]
  return {
    serviceId,
    isFirstTurn: (hall.tickets.get(place.ticketId)?.earlierTurns.length ?? 0) === 0,
    ahead: aheadOf(hall, place, line, open),
    waiting: line.length - (isInLine ? 1 : 0),
    windowsOpen: open.length,
    headWaitMs: head === undefined ? 0 : now - head.turn.queuedAt,
    lastWaitMs: last?.waitMs ?? null,
    sinceLastCallMs: last === undefined ? null : now - last.at,
    callGapMs:
      first === undefined || last === undefined || calls.length < 2
        ? null
        : (last.at - first.at) / (calls.length - 1),
    minuteOfDay: Math.floor((now - setUpOf(hall).dayBeganAt) / minuteMs),
  }
}

/** The open windows that may call who stands there. */
export function openWindowsFor(hall: Hall, { serviceId, windowId }: AskedPlace): string[] {
  if (windowId !== null) return isOpen(hall, windowId) ? [windowId] : []
  return windowsServing(hall, serviceId)
    .map((window) => window.windowId)
    .filter((id) => isOpen(hall, id))
}

function lineOfPlace(hall: Hall, { serviceId, windowId }: AskedPlace): Line {
  return (windowId === null ? hall.serviceLines.get(serviceId) : hall.windowLines.get(windowId)) ?? []
}

function aheadOf(hall: Hall, place: AskedPlace, own: Line, open: readonly string[]): number {
  const shared = new Map<string, number>()
  let ahead = peopleBefore(own, place)
  for (const windowId of open) {
    for (const serviceId of windowNow(hall, windowId).serviceIds) {
      shared.set(serviceId, (shared.get(serviceId) ?? 0) + 1)
    }
    ahead += before(hall.windowLines.get(windowId), own, place) / open.length
  }
  for (const [serviceId, windows] of shared) {
    const others = before(hall.serviceLines.get(serviceId), own, place)
    if (others === 0) continue
    const all = openWindowsFor(hall, { ...place, serviceId, windowId: null }).length
    ahead += (others * windows) / all
  }
  return ahead
}

function before(line: Line | undefined, own: Line, place: Place): number {
  return line === undefined || line === own ? 0 : peopleBefore(line, place)
}
