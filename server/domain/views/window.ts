/** What a clerk sees at the window, and where one may sit down. */
import type { WindowList, WindowView } from '../../../protocol/views.ts'
import { mayServe, upcoming, waitingFor } from '../calling.ts'
import { type Hall, setUpOf, ticketOf } from '../hall.ts'
import { mayRejoinUntil, ticketCard } from './ticket.ts'

const nextShown = 10
const missedShown = 10

/** @returns null when the plan has no such window */
export function windowView(hall: Hall, windowId: string, now: number): WindowView | null {
  const { plan, index } = setUpOf(hall)
  const planned = index.windows.get(windowId)
  const window = hall.windows.get(windowId)
  if (planned === undefined || window === undefined) return null
  const servable = (ticketIds: Iterable<string>) =>
    [...ticketIds].map((id) => ticketOf(hall, id)).filter((ticket) => mayServe(hall, windowId, ticket))
  return {
    windowId,
    label: planned.label,
    name: planned.name,
    areaName: index.areas.get(planned.areaId)?.name ?? plan.hall.name,
    state: window.state,
    pauseReason: index.pauseReasons.get(window.pauseReasonId ?? '')?.name ?? null,
    since: window.since,
    staffId: window.staffId,
    present: window.ticketId === null ? null : ticketCard(hall, ticketOf(hall, window.ticketId)),
    waitingTotal: waitingFor(hall, windowId, now),
    outOfTurnRoles: plan.outOfTurn.roles,
    lines: window.serviceIds.flatMap((serviceId) => {
      const service = index.services.get(serviceId)
      const line = hall.serviceLines.get(serviceId) ?? []
      const head = line[0]
      return service === undefined
        ? []
        : {
            serviceId,
            name: service.name,
            prefix: service.prefix,
            waiting: line.length,
            headIssuedAt: head === undefined ? null : ticketOf(hall, head.ticketId).issuedAt,
          }
    }),
    next: upcoming(hall, windowId, nextShown, now).map((ticket) => ticketCard(hall, ticket)),
    held: servable(hall.held).map((ticket) => ticketCard(hall, ticket)),
    missed: servable(hall.missed)
      .filter((ticket) => (mayRejoinUntil(hall, ticket) ?? 0) >= now)
      .slice(-missedShown)
      .reverse()
      .map((ticket) => ticketCard(hall, ticket)),
    pauseReasons: plan.pauseReasons,
    transferServices: plan.services.map(({ serviceId, name, prefix }) => ({ serviceId, name, prefix })),
    transferWindows: plan.windows
      .filter((other) => other.windowId !== windowId)
      .map((other) => ({
        windowId: other.windowId,
        label: other.label,
        name: other.name,
        state: hall.windows.get(other.windowId)?.state ?? 'closed',
      })),
  }
}

export function windowList(hall: Hall): WindowList {
  const { plan, index } = setUpOf(hall)
  return plan.windows.map(({ windowId, label, name, areaId }) => ({
    windowId,
    label,
    name,
    areaName: index.areas.get(areaId)?.name ?? plan.hall.name,
    state: hall.windows.get(windowId)?.state ?? 'closed',
    staffId: hall.windows.get(windowId)?.staffId ?? null,
  }))
}
