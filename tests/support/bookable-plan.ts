/**
 * The small hall with appointments: Monday to Friday 09:00–12:00 and 13:00–17:00. Household is booked in bands of
 * an hour, four visits each, half of them held for walk-ins; identity cards in one band of ten.
 */
import { type Plan, plan } from '../../protocol/plan.ts'
import type { Band } from '../../protocol/plan-rules.ts'
import { openRoundTheClock } from '../../protocol/schedule.ts'
import { week } from './given-schedule.ts'
import { smallPlan } from './small-plan.ts'

const band = (from: string, to: string, capacity: number): Band => ({ from, to, capacity })

const householdBands = ['09', '10', '11', '12', '14', '16'].map((hour) =>
  band(`${hour}:00`, `${Number(hour) + 1}:00`, 4),
)
const bandsOf: Readonly<Record<string, Band[]>> = {
  household: householdBands,
  identity: [band('10:00', '12:00', 10)],
}

/** @param change rules of booking that a test sets */
export function bookablePlan(change: Partial<Plan['appointments']> = {}): Plan {
  return plan.parse({
    ...smallPlan,
    services: smallPlan.services.map((service) => ({ ...service, bands: bandsOf[service.serviceId] ?? [] })),
    schedule: {
      ...openRoundTheClock,
      hours: week('09:00-12:00 13:00-17:00'),
      publicHolidays: 'china',
    },
    appointments: {
      openDays: 3,
      cancelHoursAhead: 2,
      graceMinutes: 10,
      creditMinutes: 10,
      heldForWalkInsPercent: 50,
      noShowLimit: 2,
      noShowWithinDays: 30,
      ...change,
    },
  })
}
