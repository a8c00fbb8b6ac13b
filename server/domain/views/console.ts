/** The live hall, as those who run it see it. */
import type { ConsoleView } from '../../../protocol/views.ts'
import { localDay } from '../calendar.ts'
import type { Foresight } from '../foresight.ts'
import { type Hall, isOpen, setUpOf, ticketOf, type WindowNow, windowsServing } from '../hall.ts'
import { calendarKnows } from '../public-holidays.ts'
import { isOnShift } from '../schedule.ts'
import { admissionOf, expectedFor } from './waiting.ts'

/** The holidays of the next year are asked for a month before it begins. */
const monthMs = 31 * 86_400_000

export function consoleView(hall: Hall, now: number, foresee: Foresight): ConsoleView {
  const { plan, index, schedule } = setUpOf(hall)
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
        serviceIds: [...(window?.serviceIds ?? [])],
        helps: window?.helps ?? [],
        isOnShift: isOnShift(schedule, windowId, now),
        isAssigned: window?.isAssigned ?? false,
      }
    }),
    lines: plan.services.map((service) => {
      const { serviceId, departmentId, name, prefix } = service
      const line = hall.serviceLines.get(serviceId) ?? []
      const head = line[0]
      return {
        serviceId,
        departmentId,
        name,
        prefix,
        waiting: line.length,
        headIssuedAt: head === undefined ? null : ticketOf(hall, head.ticketId).issuedAt,
        openWindows: windowsServing(hall, serviceId).filter(({ windowId }) => isOpen(hall, windowId)).length,
        expected: expectedFor(hall, serviceId, now, foresee),
        notAdmitted: admissionOf(hall, service, now),
      }
    }),
    alarms: alarmsOf(hall),
    isYearUnknown: isYearUnknown(hall, now),
    slipFaults: [...hall.slipFailed].reverse().map((ticketId) => {
      const { ticketNumber, slipFault, issuedAt } = ticketOf(hall, ticketId)
      return { ticketId, ticketNumber, fault: slipFault ?? 'unknown', at: issuedAt }
    }),
  }
}

function alarmsOf(hall: Hall): ConsoleView['alarms'] {
  const { plan, index } = setUpOf(hall)
  return [...hall.alarms.values()].flatMap(({ told, seenBy, ...alarm }) => {
    const rule = plan.crowding.find((each) => each.crowdingRuleId === alarm.crowdingRuleId)
    const service = index.services.get(alarm.serviceId)
    if (rule === undefined || service === undefined) return []
    const { kind, threshold } = rule
    return { ...alarm, kind, threshold, serviceName: service.name, told: [...told], seenBy: [...seenBy] }
  })
}

function isYearUnknown(hall: Hall, now: number): boolean {
  const { plan } = setUpOf(hall)
  if (plan.schedule.publicHolidays === 'none') return false
  const years = [now, now + monthMs].map((at) => Number(localDay(at, plan.hall.timeZone).slice(0, 4)))
  return !years.every(calendarKnows)
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
