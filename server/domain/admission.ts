/** Whether a ticket can be had for a service now: its hours, the last ticket, and its quota. */
import type { PlanService } from '../../protocol/plan.ts'
import { localTime } from './calendar.ts'
import { type Refusal, refuse } from './commands.ts'
import { type Hall, setUpOf } from './hall.ts'
import { halfOf, serviceStateAt } from './schedule.ts'

/** The refusal, with what to do instead; null: a ticket is given. */
export function notAdmitted(hall: Hall, service: PlanService, now: number): Refusal | null {
  const { plan, schedule } = setUpOf(hall)
  const hours = serviceStateAt(schedule, service.serviceId, now)
  switch (hours.state) {
    case 'closed':
      return refuse('serviceClosedToday')
    case 'noMoreTickets':
      return refuse('noMoreTickets')
    case 'break':
    case 'notYetOpen':
      return refuse('serviceOpensAt', { time: localTime(hours.opensAt, plan.hall.timeZone) })
    case 'open': {
      const left = quotaLeft(hall, service, now)
      return left === null || left.left > 0 ? null : refuse('quotaReached', { quota: left.quota })
    }
  }
}

/** The narrowest of its quotas that counts now, and how much of it is left; null where there is none. */
export function quotaLeft(
  hall: Hall,
  { serviceId, quota }: PlanService,
  now: number,
): { quota: number; left: number } | null {
  const half = halfOf(setUpOf(hall).schedule, now)
  const issued = hall.issuedByService.get(serviceId) ?? { morning: 0, afternoon: 0 }
  const limits = [
    { quota: quota.day, issued: issued.morning + issued.afternoon },
    { quota: quota[half], issued: issued[half] },
  ].flatMap((each) =>
    each.quota === null ? [] : { quota: each.quota, left: Math.max(0, each.quota - each.issued) },
  )
  return limits.sort((a, b) => a.left - b.left)[0] ?? null
}
