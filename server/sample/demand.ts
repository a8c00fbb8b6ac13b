/**
 * How busy the sample hall is: who comes when and for what, and how long it takes. Figures of a middling city's
 * hall by judgment, chosen so that sixteen windows are busy, the lines grow in the morning and are gone by night.
 */
import type { PlanService } from '../../protocol/plan.ts'
import type { ServiceResult } from '../../protocol/vocabulary.ts'
import type { Random } from './random.ts'

export const hourMs = 3_600_000
export const minuteMs = 60_000

/** The doors open and close, in hours of the hall's day. Those inside at the close are served. */
export const opensAtHour = 9
export const closesAtHour = 17

/** The share of the day's visitors that come in each half hour from the opening: two peaks and a lunch dip. */
const arrivalShares = [8, 10, 10, 9, 8, 5.5, 3.5, 3, 4, 7.5, 9, 8.5, 7, 5, 3.5, 1.5]
const shareTotal = arrivalShares.reduce((sum, share) => sum + share, 0)

/** Visitors a day and the median minutes at the window, for each service of the sample plan. */
export const demandOfService: Readonly<Record<string, { visitorsADay: number; medianMinutes: number }>> = {
  'id-card': { visitorsADay: 38, medianMinutes: 6 },
  'id-card-lost': { visitorsADay: 12, medianMinutes: 7 },
  'birth-registration': { visitorsADay: 9, medianMinutes: 10 },
  'household-transfer': { visitorsADay: 9, medianMinutes: 11 },
  'residence-permit': { visitorsADay: 12, medianMinutes: 7 },
  passport: { visitorsADay: 18, medianMinutes: 7 },
  'hong-kong-macao-permit': { visitorsADay: 20, medianMinutes: 5 },
  'social-security-card': { visitorsADay: 28, medianMinutes: 5 },
  'flexible-employment-enrolment': { visitorsADay: 13, medianMinutes: 6 },
  'company-staff-enrolment': { visitorsADay: 9, medianMinutes: 9 },
  retirement: { visitorsADay: 5, medianMinutes: 15 },
  'residents-pension': { visitorsADay: 8, medianMinutes: 7 },
  'unemployment-benefit': { visitorsADay: 7, medianMinutes: 8 },
  'pension-record-transfer': { visitorsADay: 4, medianMinutes: 8 },
  'residents-medical-enrolment': { visitorsADay: 22, medianMinutes: 4 },
  'treatment-elsewhere': { visitorsADay: 18, medianMinutes: 4 },
  'medical-reimbursement': { visitorsADay: 11, medianMinutes: 10 },
  'maternity-allowance': { visitorsADay: 5, medianMinutes: 9 },
  'tax-registration': { visitorsADay: 7, medianMinutes: 8 },
  'invoice-on-behalf': { visitorsADay: 20, medianMinutes: 5 },
  'tax-return': { visitorsADay: 14, medianMinutes: 6 },
  'income-tax-settlement': { visitorsADay: 7, medianMinutes: 9 },
  'tax-clearance': { visitorsADay: 5, medianMinutes: 10 },
  'company-set-up': { visitorsADay: 10, medianMinutes: 12 },
  'company-change': { visitorsADay: 11, medianMinutes: 10 },
  'company-deregistration': { visitorsADay: 5, medianMinutes: 8 },
  'sole-trader': { visitorsADay: 14, medianMinutes: 8 },
  'food-licence': { visitorsADay: 6, medianMinutes: 9 },
  'special-equipment': { visitorsADay: 2, medianMinutes: 9 },
  'home-transfer': { visitorsADay: 13, medianMinutes: 14 },
  'first-registration': { visitorsADay: 8, medianMinutes: 11 },
  mortgage: { visitorsADay: 9, medianMinutes: 8 },
  'mortgage-release': { visitorsADay: 12, medianMinutes: 5 },
  'property-search': { visitorsADay: 12, medianMinutes: 3 },
  'minimum-living': { visitorsADay: 3, medianMinutes: 12 },
  'elderly-allowance': { visitorsADay: 5, medianMinutes: 5 },
  'disability-allowance': { visitorsADay: 3, medianMinutes: 7 },
  'social-organisation': { visitorsADay: 1, medianMinutes: 12 },
  'veteran-card': { visitorsADay: 6, medianMinutes: 6 },
  'fertility-registration': { visitorsADay: 7, medianMinutes: 4 },
  'public-place-hygiene': { visitorsADay: 3, medianMinutes: 9 },
  'clinic-filing': { visitorsADay: 1, medianMinutes: 9 },
  'physician-registration': { visitorsADay: 5, medianMinutes: 6 },
  'construction-permit': { visitorsADay: 3, medianMinutes: 12 },
  'public-rental-home': { visitorsADay: 3, medianMinutes: 12 },
  'fund-withdrawal': { visitorsADay: 18, medianMinutes: 6 },
  'fund-loan': { visitorsADay: 5, medianMinutes: 14 },
  'road-transport-licence': { visitorsADay: 5, medianMinutes: 8 },
  'outdoor-sign': { visitorsADay: 4, medianMinutes: 7 },
  'training-school': { visitorsADay: 1, medianMinutes: 12 },
  'performance-permit': { visitorsADay: 2, medianMinutes: 9 },
  'tree-felling': { visitorsADay: 2, medianMinutes: 7 },
  enquiry: { visitorsADay: 62, medianMinutes: 2 },
  'assisted-application': { visitorsADay: 10, medianMinutes: 10 },
  'collect-papers': { visitorsADay: 105, medianMinutes: 1.5 },
  'unresolved-matter': { visitorsADay: 5, medianMinutes: 14 },
}

const services = Object.entries(demandOfService).map(([id, { visitorsADay }]) => [id, visitorsADay] as const)
export const visitorsADay = services.reduce((sum, [, visitors]) => sum + visitors, 0)

/** How many visitors an hour come at an hour of the day (`9.5` is half past nine); zero outside the hours. */
export function visitorsAnHour(hourOfDay: number): number {
  const share = arrivalShares[Math.floor((hourOfDay - opensAtHour) * 2)] ?? 0
  return ((visitorsADay * share) / shareTotal) * 2
}

/**
 * The hour of the day at which the next visitor after `hourOfDay` comes, or null when no more come today.
 * Thinning of a Poisson process (Lewis and Shedler, 1979).
 */
export function nextArrivalHour(hourOfDay: number, random: Random): number | null {
  const busiest = Math.max(...arrivalShares.map((_, half) => visitorsAnHour(opensAtHour + half / 2)))
  let hour = Math.max(hourOfDay, opensAtHour)
  while (hour < closesAtHour) {
    hour += random.exponential(1 / busiest)
    if (random.happens(visitorsAnHour(hour) / busiest)) return hour
  }
  return null
}

/** What the next visitor comes for. */
export function wantedService(random: Random): string {
  return random.pick(services)
}

/** The priority class of a visitor, by its id in the sample plan; null for most. */
export function priorityClassOf(random: Random): string | null {
  return random.pick([
    [null, 91],
    ['elderly', 5.5],
    ['maternity', 1.5],
    ['military', 1.2],
    ['disabled', 0.8],
  ])
}

/** How long the matter takes at the window, in ms. */
export function serviceTimeMs(serviceId: string, random: Random): number {
  const demand = demandOfService[serviceId]
  if (demand === undefined) throw new Error(`nobody knows how long ${serviceId} takes`)
  return random.lognormal(demand.medianMinutes, 0.5) * minuteMs
}

/** How the matter ends. Where it can be done on the spot, it mostly is. */
export function resultOf(service: Pick<PlanService, 'serviceId' | 'kind'>, random: Random): ServiceResult {
  if (service.serviceId === 'enquiry') return 'enquiry'
  const done = service.kind === 'onTheSpot' ? 'doneOnTheSpot' : 'accepted'
  return random.pick([
    [done, 82],
    ['papersMissing', 11],
    ['enquiry', 5],
    ['refused', 2],
  ])
}
