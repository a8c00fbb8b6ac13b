/** Crowding: what is measured against the plan's thresholds, so that another window is opened in time. */
import type { CrowdingRule } from '../../protocol/plan-rules.ts'
import type { HallEvent } from './events.ts'
import type { Foresight } from './foresight.ts'
import { type Hall, isOpen, setUpOf, ticketOf, windowsServing } from './hall.ts'
import { alarmKey } from './hall-changes.ts'

const minuteMs = 60_000
/** An alarm clears a little below its threshold, so that it does not come and go with every visitor. */
const clearedAtShare = 0.8

/** Raised where a value has come above its threshold, cleared where it has fallen to four fifths of it. */
export function* crowdingChanges(hall: Hall, now: number, foresee: Foresight): Generator<HallEvent> {
  const { plan } = setUpOf(hall)
  const known = new Set<string>()
  for (const rule of plan.crowding) {
    for (const { serviceId } of plan.services) {
      if (rule.serviceIds !== null && !rule.serviceIds.includes(serviceId)) continue
      const { crowdingRuleId } = rule
      known.add(alarmKey({ crowdingRuleId, serviceId }))
      const isRaised = hall.alarms.has(alarmKey({ crowdingRuleId, serviceId }))
      const value = Math.round(crowdingValue(hall, rule.kind, serviceId, now, foresee) * 10) / 10
      if (!isRaised && value > rule.threshold) {
        yield { type: 'CrowdingRaised', crowdingRuleId, serviceId, value, told: rule.tell }
      } else if (isRaised && value <= rule.threshold * clearedAtShare) {
        yield { type: 'CrowdingCleared', crowdingRuleId, serviceId, value }
      }
    }
  }
  for (const [key, { crowdingRuleId, serviceId }] of hall.alarms) {
    if (!known.has(key)) yield { type: 'CrowdingCleared', crowdingRuleId, serviceId, value: 0 }
  }
}

/** In people for `waitingOver`, in minutes for the others. */
function crowdingValue(
  hall: Hall,
  kind: CrowdingRule['kind'],
  serviceId: string,
  now: number,
  foresee: Foresight,
): number {
  const line = hall.serviceLines.get(serviceId) ?? []
  const [head] = line
  if (head === undefined) return 0
  const headWaitedMs = now - ticketOf(hall, head.ticketId).turn.queuedAt
  switch (kind) {
    case 'waitingOver':
      return line.length
    case 'waitOver':
      return headWaitedMs / minuteMs
    case 'expectedWaitOver': {
      const place = { ticketId: '', standing: now, joinedSeq: hall.lastSeq + 1, serviceId, windowId: null }
      return (foresee(hall, place, now)?.medianMs ?? 0) / minuteMs
    }
    case 'idleWhileWaiting': {
      const idleMs = windowsServing(hall, serviceId).map(({ windowId }) => {
        const window = hall.windows.get(windowId)
        const helpsAfterMs =
          (window?.helps.find((each) => each.serviceId === serviceId)?.afterMinutes ?? 0) * minuteMs
        const isIdle = isOpen(hall, windowId) && window?.ticketId === null && headWaitedMs >= helpsAfterMs
        return isIdle && window !== undefined ? now - window.freeSince : 0
      })
      return Math.min(headWaitedMs, Math.max(0, ...idleMs)) / minuteMs
    }
  }
}
