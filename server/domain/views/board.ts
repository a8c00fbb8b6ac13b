/** What the hall board of one area shows. */
import type { BoardView } from '../../../protocol/views.ts'
import type { Foresight } from '../foresight.ts'
import { type Hall, isOpen, setUpOf, ticketOf, windowNow } from '../hall.ts'
import { expectedFor } from './waiting.ts'

const callsShown = 12
const minuteMs = 60_000

/** @returns null when the plan has no such area */
export function boardView(hall: Hall, areaId: string, now: number, foresee: Foresight): BoardView | null {
  const { plan, index } = setUpOf(hall)
  const area = index.areas.get(areaId)
  if (area === undefined) return null
  const windows = plan.windows.filter((window) => window.areaId === areaId)
  const servedAt = (windowId: string) => windowNow(hall, windowId).serviceIds
  const served = new Set(windows.flatMap(({ windowId }) => servedAt(windowId)))
  const waiting = plan.services
    .filter(({ serviceId }) => served.has(serviceId))
    .map(({ serviceId, name, prefix }) => ({
      serviceId,
      name,
      prefix,
      waiting: hall.serviceLines.get(serviceId)?.length ?? 0,
      expected: expectedFor(hall, serviceId, now, foresee),
      windowLabels: windows
        .filter(({ windowId }) => servedAt(windowId).includes(serviceId) && isOpen(hall, windowId))
        .map(({ label }) => label),
    }))
  const waitingForOneWindow = windows.reduce(
    (sum, { windowId }) => sum + (hall.windowLines.get(windowId)?.length ?? 0),
    0,
  )
  return {
    hallName: plan.hall.name,
    areaName: area.name,
    timeZone: plan.hall.timeZone,
    calls: latestCalls(hall, areaId),
    waiting,
    waitingTotal: waiting.reduce((sum, line) => sum + line.waiting, 0) + waitingForOneWindow,
    missed: missedIn(hall, areaId, now),
    windows: windows.map(({ windowId, label, name }) => {
      const window = hall.windows.get(windowId)
      const { ticketId, state, pauseReasonId } = window ?? {
        ticketId: null,
        state: 'closed',
        pauseReasonId: null,
      }
      return {
        label,
        name,
        state,
        ticketNumber: ticketId === null ? null : ticketOf(hall, ticketId).ticketNumber,
        pauseReason: pauseReasonId === null ? null : (index.pauseReasons.get(pauseReasonId)?.name ?? null),
      }
    }),
  }
}

/** The latest call of each ticket, newest first; what was called and missed since stands under `missed`. */
function latestCalls(hall: Hall, areaId: string): BoardView['calls'] {
  const { index } = setUpOf(hall)
  const calls: BoardView['calls'] = []
  const seen = new Set<string>()
  for (let at = hall.calls.length - 1; at >= 0; at -= 1) {
    const call = hall.calls[at]
    if (call === undefined) break
    const window = index.windows.get(call.windowId)
    if (window?.areaId !== areaId || seen.has(call.ticketId)) continue
    seen.add(call.ticketId)
    const { ticketNumber, state, turn } = ticketOf(hall, call.ticketId)
    if (state === 'noShow' || state === 'cancelled' || state === 'waiting') continue
    calls.push({
      ticketNumber,
      windowLabel: window.label,
      windowName: window.name,
      calledAt: call.at,
      calls: turn.calls,
      state,
    })
    if (calls.length === callsShown) break
  }
  return calls
}

function missedIn(hall: Hall, areaId: string, now: number): string[] {
  const { plan, index } = setUpOf(hall)
  const graceMs = plan.missedCall.graceMinutes * minuteMs
  return [...hall.missed]
    .reverse()
    .map((ticketId) => ticketOf(hall, ticketId))
    .filter(({ missedAt }) => missedAt !== null && missedAt + graceMs >= now)
    .filter(({ turn }) => index.windows.get(turn.windowId ?? '')?.areaId === areaId)
    .map(({ ticketNumber }) => ticketNumber)
}
