/** The small hall with every rule that a visitor meets: hours, quotas, bookings, matters, returns, one per person. */
import { type Plan, plan } from '../../protocol/plan.ts'
import { smallPlan } from './small-plan.ts'

const named = (zh: string, en: string) => ({ zh, en })
const weekOf = (from: string, to: string) => {
  const spans = [{ from, to }]
  return { mon: spans, tue: spans, wed: spans, thu: spans, fri: spans, sat: [], sun: [] }
}

const [household, identity, business] = smallPlan.services
if (household === undefined || identity === undefined || business === undefined) {
  throw new Error('the small plan has three services')
}

/**
 * Household can be booked from 09:30 and returned to within 5 days, identity gives one ticket to a person, business
 * begins at 14:00, residence has two numbers a day. Newborn is household, then identity; moving the other way round.
 */
export const rulesPlan: Plan = plan.parse({
  ...smallPlan,
  services: [
    { ...household, returnDays: 5, bands: [{ from: '09:30', to: '10:30', capacity: 10 }] },
    { ...identity, onePerPerson: true },
    { ...business, hours: weekOf('14:00', '17:00') },
    {
      ...household,
      serviceId: 'residence',
      name: named('居住证签注', 'Residence permit'),
      itemCode: '0001-residence',
      prefix: 'D',
      quota: { day: 2, morning: null, afternoon: null },
    },
  ],
  windows: smallPlan.windows.map((window) =>
    window.windowId === 'w2' ? { ...window, serviceIds: ['identity', 'residence'] } : window,
  ),
  priorityClasses: [
    ...smallPlan.priorityClasses,
    {
      priorityClassId: 'soldier',
      name: named('现役军人', 'Serviceman'),
      creditMinutes: 20,
      givenBy: 'staff',
    },
  ],
  matters: [
    {
      matterId: 'newborn',
      name: named('新生儿出生一件事', 'A child is born'),
      prefix: 'M',
      order: 'given',
      serviceIds: ['household', 'identity'],
    },
    {
      matterId: 'moving',
      name: named('居民迁入一件事', 'Moving to this city'),
      prefix: 'N',
      order: 'given',
      serviceIds: ['identity', 'household'],
    },
  ],
  schedule: { ...smallPlan.schedule, hours: weekOf('08:30', '17:00') },
})
