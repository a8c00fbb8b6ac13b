/** Any plan that a hall may have: its services, windows, helpers, classes and rules, as `plan.parse` takes them. */
import fc from 'fast-check'
import { type Plan, plan } from '../../protocol/plan.ts'
import { smallPlan } from '../support/small-plan.ts'

const same = (name: string) => ({ zh: name, en: name })
const most = { services: 6, windows: 6 }
/** Ids are numbered, so that a changed plan has most of what the one before it had. */
export const serviceIds = Array.from({ length: most.services }, (_, n) => `s${n}`)
export const windowIds = Array.from({ length: most.windows }, (_, n) => `w${n}`)
export const classIds = ['c0', 'c1', 'c2']
export const matterIds = ['m0', 'm1']
export const bands = [
  { from: '09:15', to: '09:30', capacity: 3 },
  { from: '09:30', to: '10:00', capacity: 1 },
  { from: '11:00', to: '11:30', capacity: 2 },
]

/** Bit by bit, which of the ids are named; shrinks to few. */
const mask = (count: number) => fc.nat(2 ** count - 1)
const named = (ids: readonly string[], bits: number) => ids.filter((_, n) => (bits & (1 << n)) !== 0)
const credit = fc.constantFrom(0, 1, 5, 10, 45)

const shape = fc.record({
  services: fc.array(
    fc.record({
      sharesPrefix: fc.boolean(),
      isBookable: fc.boolean(),
      returnDays: fc.constantFrom(0, 0, 3),
      onePerPerson: fc.boolean(),
      quota: fc.constantFrom(null, null, null, 4),
    }),
    { minLength: 1, maxLength: most.services },
  ),
  windows: fc.array(
    fc.record({ serves: mask(most.services), helps: mask(most.services), after: fc.constantFrom(0, 5, 20) }),
    { minLength: 1, maxLength: most.windows },
  ),
  classes: fc.array(
    fc.record({
      creditMinutes: credit,
      dailyCap: fc.constantFrom(null, null, 2),
      givenBy: fc.constantFrom('visitor' as const, 'staff' as const),
    }),
    { maxLength: classIds.length },
  ),
  matters: fc.array(
    fc.record({ order: fc.constantFrom('given' as const, 'leastWait' as const), stops: mask(most.services) }),
    { maxLength: matterIds.length },
  ),
  missedCall: fc.record({
    rejoinLimit: fc.nat(2),
    placesBack: fc.nat(3),
    graceMinutes: fc.constantFrom(1, 10, 60),
    callsBeforeNoShow: fc.constantFrom(1, 1, 2),
    recallPauseSeconds: fc.constantFrom(0, 0, 30),
    automatic: fc.boolean(),
  }),
  appointments: fc.record({
    graceMinutes: fc.constantFrom(0, 10),
    creditMinutes: fc.constantFrom(0, 10, 30),
    cancelHoursAhead: fc.nat(1),
    heldForWalkInsPercent: fc.constantFrom(0, 50),
    noShowLimit: fc.constantFrom(1, 3),
  }),
  returnCredit: fc.constantFrom(0, 30),
  outOfTurnRoles: fc.subarray(['clerk', 'supervisor', 'admin'] as const),
  leftOver: fc.constantFrom('close' as const, 'carry' as const),
  windowsPerClerk: fc.constantFrom(1, 1, 2),
})
type Shape = typeof shape extends fc.Arbitrary<infer Value> ? Value : never

export const anyPlan: fc.Arbitrary<Plan> = shape.map(planOf)

function planOf(given: Shape): Plan {
  const services = serviceIds.slice(0, given.services.length)
  return plan.parse({
    ...smallPlan,
    services: given.services.map((each, n) => serviceOf(each, n)),
    windows: given.windows.map((each, n) => windowOf(each, n, services, given.windows.length)),
    priorityClasses: given.classes.map((each, n) => ({
      priorityClassId: classIds[n],
      name: same(`class ${n}`),
      ...each,
    })),
    matters: mattersOf(given, services),
    crowding: [
      { crowdingRuleId: 'full', kind: 'waitingOver', threshold: 4, serviceIds: null, tell: ['supervisor'] },
      {
        crowdingRuleId: 'idle',
        kind: 'idleWhileWaiting',
        threshold: 2,
        serviceIds: null,
        tell: ['supervisor'],
      },
    ],
    missedCall: {
      ...given.missedCall,
      automatic: given.missedCall.automatic && given.missedCall.recallPauseSeconds > 0,
    },
    appointments: { openDays: 3, noShowWithinDays: 30, ...given.appointments },
    returns: { creditMinutes: given.returnCredit },
    outOfTurn: { roles: given.outOfTurnRoles },
    leftOver: given.leftOver,
    windowsPerClerk: given.windowsPerClerk,
  })
}

function serviceOf(given: Shape['services'][number], n: number) {
  const [usual] = smallPlan.services
  return {
    ...usual,
    serviceId: serviceIds[n],
    name: same(`service ${n}`),
    prefix: given.sharesPrefix ? 'A' : String.fromCharCode(65 + n),
    bands: given.isBookable ? bands : [],
    returnDays: given.returnDays,
    onePerPerson: given.onePerPerson,
    quota: { day: given.quota, morning: null, afternoon: null },
  }
}

/** What no window would serve falls to one by its number. */
function windowOf(given: Shape['windows'][number], n: number, services: readonly string[], windows: number) {
  const serves = services.filter(
    (serviceId, at) => named(services, given.serves).includes(serviceId) || at % windows === n,
  )
  const served = serves.length === 0 ? services.slice(0, 1) : serves
  return {
    windowId: windowIds[n],
    areaId: 'ground',
    label: String(n + 1),
    name: same(`window ${n}`),
    serviceIds: served,
    helps: named(services, given.helps)
      .filter((serviceId) => !served.includes(serviceId))
      .map((serviceId) => ({ serviceId, afterMinutes: given.after })),
  }
}

function mattersOf(given: Shape, services: readonly string[]) {
  return given.matters.flatMap(({ order, stops }, n) => {
    const wanted = named(services, stops)
    if (wanted.length < 2) return []
    return [{ matterId: matterIds[n], name: same(`matter ${n}`), prefix: 'M', order, serviceIds: wanted }]
  })
}
