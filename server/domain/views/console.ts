/** The live hall, as those who run it see it. */
import type { ConsoleView } from '../../../protocol/views.ts'
import { type Hall, setUpOf, ticketOf, type WindowNow } from '../hall.ts'

export function consoleView(hall: Hall): ConsoleView {
  const { plan, index } = setUpOf(hall)
  const { waiting, called, serving, held, served, noShow, cancelled } = hall.count
  return {
    hallName: plan.hall.name,
    day: hall.day ?? '',
    timeZone: plan.hall.timeZone,
    today: { issued: hall.tickets.size, waiting, called, serving, held, served, noShow, cancelled },
    windows: plan.windows.map(({ windowId, label, name, areaId }) => {
      const window = hall.windows.get(windowId)
      return {
        windowId,
        label,
        name,
        areaId,
        state: window?.state ?? 'closed',
        pauseReason: index.pauseReasons.get(window?.pauseReasonId ?? '')?.name ?? null,
        since: window?.since ?? null,
        staffId: window?.staffId ?? null,
        ...presentAt(hall, window),
      }
    }),
    lines: plan.services.map(({ serviceId, departmentId, name, prefix }) => {
      const line = hall.serviceLines.get(serviceId) ?? []
      const head = line[0]
      return {
        serviceId,
        departmentId,
        name,
        prefix,
        waiting: line.length,
        headIssuedAt: head === undefined ? null : ticketOf(hall, head.ticketId).issuedAt,
        openWindows: (index.windowsOfService.get(serviceId) ?? []).filter(
          (window) => hall.windows.get(window.windowId)?.state === 'open',
        ).length,
      }
    }),
    slipFaults: [...hall.slipFailed].reverse().map((ticketId) => {
      const { ticketNumber, slipFault, issuedAt } = ticketOf(hall, ticketId)
      return { ticketId, ticketNumber, fault: slipFault ?? 'unknown', at: issuedAt }
    }),
  }
}

function presentAt(
  hall: Hall,
  window: WindowNow | undefined,
): Pick<ConsoleView['windows'][number], 'ticketNumber' | 'ticketState' | 'ticketSince'> {
  if (window === undefined || window.ticketId === null) {
    return { ticketNumber: null, ticketState: null, ticketSince: null }
  }
  const { ticketNumber, state, turn } = ticketOf(hall, window.ticketId)
  return { ticketNumber, ticketState: state, ticketSince: turn.startedAt ?? turn.calledAt }
}
