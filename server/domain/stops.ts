/** One matter, several departments: which stop of a visit comes next. */
import type { Stop } from './events.ts'
import type { Foresight } from './foresight.ts'
import { type Hall, isOpen, setUpOf, type Ticket, windowsServing } from './hall.ts'
import type { Place } from './line.ts'

/** The stop after this one; null: the visit is finished. Back to a window only while that is open. */
export function nextStopOf(hall: Hall, ticket: Ticket, now: number, foresee: Foresight): Stop | null {
  const { index } = setUpOf(hall)
  // A stop may have left the plan while nobody waited for it.
  const stops = ticket.stops.filter(({ serviceId }) => index.services.has(serviceId))
  const [first] = stops
  if (first === undefined) return null
  if (first.windowId !== null) {
    return isOpen(hall, first.windowId) ? first : { serviceId: first.serviceId, windowId: null }
  }
  const matter = index.matters.get(ticket.matterId ?? '')
  if (matter?.order !== 'leastWait') return first
  return leastWait(hall, stops, ticket.place, now, foresee) ?? first
}

/** The stop with the least expected wait for somebody who stands there; the earlier one where they are equal. */
export function leastWait(
  hall: Hall,
  stops: readonly Stop[],
  place: Place,
  now: number,
  foresee: Foresight,
): Stop | null {
  let best: { stop: Stop; waitMs: number } | null = null
  for (const stop of stops) {
    const promise = foresee(hall, { ...place, ...stop }, now)
    const waitMs = promise?.medianMs ?? crowd(hall, stop.serviceId)
    if (best === null || waitMs < best.waitMs) best = { stop, waitMs }
  }
  return best?.stop ?? null
}

/** Without a measure of time: how many wait for each open window. */
function crowd(hall: Hall, serviceId: string): number {
  const open = windowsServing(hall, serviceId).filter(({ windowId }) => isOpen(hall, windowId)).length
  const waiting = hall.serviceLines.get(serviceId)?.length ?? 0
  return open === 0 ? Number.MAX_SAFE_INTEGER : waiting / open
}
