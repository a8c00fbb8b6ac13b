/**
 * Whether a recorded line was served in our order: at each recorded call, who does our rule say is next of those who
 * are recorded as waiting? The hall's own `next` is asked, in a plan whose class is worth what it was worth there.
 */
import { type Plan, plan } from '../../protocol/plan.ts'
import { next } from '../../server/domain/calling.ts'
import { ticketOf } from '../../server/domain/hall.ts'
import { planOf, priorityClassId } from '../replay/plan.ts'
import type { RecordedDay, RecordedTurn, Recording } from '../replay/recording.ts'
import { admin, GivenHall, nineOClock } from '../support/given-hall.ts'

/**
 * The bank's head start of 90 s is no whole minute, and a class is worth whole minutes. So the day is played at two
 * thirds of its time: 90 s are one minute to the millisecond, and nothing of the order changes.
 */
const pace = 2 / 3
const beginsAt = nineOClock - 9 * 3_600_000
const day = '2026-03-02'
const anyService = 'any'
const secondMs = 1_000

/** Why the recorded call is not ours, the first that is true. */
export const reasons = [
  'bothLeftInTheSameSecond',
  'standWithinOneSecond',
  'serverIsNotRecorded',
  'serverNeverTookThatService',
  'nextOfItsOwnService',
  'oneOfItsServiceStoodBeforeAndLeftUnserved',
  'oneOfItsServiceStoodBefore',
] as const
export type Reason = (typeof reasons)[number]

export interface Agreement {
  readonly starts: number
  readonly agreed: number
}

export interface Order {
  /** Of all calls of somebody who had waited; of those with others waiting too; of these, by the class. */
  readonly all: Agreement
  readonly contested: Agreement
  readonly ordinary: Agreement
  readonly priority: Agreement
  /** Of the contested: whether it was next of those who waited for the same service. */
  readonly withinService: Agreement
  readonly withinServiceOrdinary: Agreement
  readonly withinServicePriority: Agreement
  readonly reasons: Readonly<Record<Reason, number>>
  /** Came and was served at once while somebody waited. */
  readonly servedAtOnce: number
}

interface Waiting {
  readonly ticketId: string
  readonly isPriority: boolean
  readonly turn: RecordedTurn
  readonly leftAt: number
}

/** @param creditSeconds what the class is worth: a multiple of 90 */
export function orderOf(recording: Recording, creditSeconds: number): Order {
  const hallPlan = orderPlan(recording, Math.round((creditSeconds * pace) / 60))
  const took = servicesOfPlaces(recording)
  const counted: Counted = {
    all: none(),
    contested: none(),
    ordinary: none(),
    priority: none(),
    withinService: none(),
    withinServiceOrdinary: none(),
    withinServicePriority: none(),
    reasons: Object.fromEntries(reasons.map((reason) => [reason, 0])) as Record<Reason, number>,
    servedAtOnce: 0,
  }
  for (const each of recording.days) playDay(each, hallPlan, took, counted)
  return counted
}

type Counting = { starts: number; agreed: number }
type Counted = {
  -readonly [Key in keyof Order]: Order[Key] extends Agreement
    ? Counting
    : Order[Key] extends number
      ? number
      : Record<Reason, number>
}
const none = (): Counting => ({ starts: 0, agreed: 0 })

/** A window for every service, and one for each alone. */
function orderPlan(recording: Recording, creditMinutes: number): Plan {
  const usual = planOf(recording, new Map([[anyService, anyService]]))
  const [window] = usual.windows
  const alone = usual.services.map(({ serviceId }, n) => ({
    ...window,
    windowId: `only-${serviceId}`,
    label: `${n + 2}`,
    serviceIds: [serviceId],
  }))
  return plan.parse({
    ...usual,
    hall: { ...usual.hall, timeZone: 'Asia/Shanghai' },
    windows: [window, ...alone],
    priorityClasses: usual.priorityClasses.map((each) => ({ ...each, creditMinutes })),
  })
}

function servicesOfPlaces({ days }: Recording): ReadonlyMap<string, ReadonlySet<string>> {
  const took = new Map<string, Set<string>>()
  for (const { turns } of days.flatMap(({ visits }) => visits)) {
    for (const turn of turns) {
      if (!('place' in turn) || turn.place === null) continue
      took.set(turn.place, (took.get(turn.place) ?? new Set()).add(turn.serviceId))
    }
  }
  return took
}

function playDay(recorded: RecordedDay, hallPlan: Plan, took: Took, counted: Counted): void {
  const given = new GivenHall(hallPlan, day)
  const at = (instant: number) => beginsAt + Math.round((instant - recorded.beginsAt) * pace)
  const waiting = recorded.visits.flatMap(({ isPriority, turns: [turn] }, n) => {
    const leftAt = 'calledAt' in turn ? turn.calledAt : 'endedAt' in turn ? turn.endedAt : null
    if (leftAt === null || leftAt >= recorded.endsAt) return []
    return [{ ticketId: `ticket-${n}`, isPriority, turn, leftAt }]
  })
  const inLine = new Map<string, Waiting>()
  for (const { instant, calls, leaves, comes } of momentsOf(waiting)) {
    given.now = at(instant)
    for (const each of comes) {
      inLine.set(each.ticketId, each)
      const { ticketId, turn, isPriority } = each
      const wanted = { serviceId: turn.serviceId, priorityClassId: isPriority ? priorityClassId : null }
      given.does(admin, { type: 'issueTicket', ticketId, token: `token-${ticketId}`, ...wanted })
    }
    // Which of one second's calls was the first is not recorded: they are asked in the order of their standing.
    for (const each of calls.toSorted((a, b) => standingOf(given, a) - standingOf(given, b))) {
      if (each.turn.queuedAt === instant) counted.servedAtOnce += inLine.size > 1 ? 1 : 0
      else ask(given, each, inLine, took, counted)
      leave(given, each, inLine)
    }
    for (const each of leaves) leave(given, each, inLine)
  }
}
type Took = ReadonlyMap<string, ReadonlySet<string>>

const standingOf = ({ hall }: GivenHall, { ticketId }: Waiting) => ticketOf(hall, ticketId).place.standing

function leave(given: GivenHall, { ticketId }: Waiting, inLine: Map<string, Waiting>): void {
  given.does(admin, { type: 'cancel', ticketId })
  inLine.delete(ticketId)
}

interface Moment {
  readonly instant: number
  readonly comes: Waiting[]
  readonly calls: Waiting[]
  readonly leaves: Waiting[]
}

function momentsOf(waiting: readonly Waiting[]): Moment[] {
  const moments = new Map<number, Moment>()
  const momentAt = (instant: number) => {
    const moment = moments.get(instant) ?? { instant, comes: [], calls: [], leaves: [] }
    moments.set(instant, moment)
    return moment
  }
  for (const each of waiting) {
    momentAt(each.turn.queuedAt).comes.push(each)
    const left = momentAt(each.leftAt)
    ;('calledAt' in each.turn ? left.calls : left.leaves).push(each)
  }
  return [...moments.values()].sort((a, b) => a.instant - b.instant)
}

function ask(
  given: GivenHall,
  called: Waiting,
  inLine: ReadonlyMap<string, Waiting>,
  took: Took,
  counted: Counted,
): void {
  const nextAt = (windowId: string) => next(given.hall, windowId, given.now)?.ticket.ticketId
  const expected = inLine.get(nextAt(anyService) ?? '')
  if (expected === undefined) throw new Error('nobody waits, and somebody was called')
  const agrees = expected === called
  count(counted.all, agrees)
  if (inLine.size === 1) return
  const ofService = inLine.get(nextAt(`only-${called.turn.serviceId}`) ?? '')
  const isNextOfService = ofService === called
  count(counted.contested, agrees)
  count(called.isPriority ? counted.priority : counted.ordinary, agrees)
  count(counted.withinService, isNextOfService)
  count(called.isPriority ? counted.withinServicePriority : counted.withinServiceOrdinary, isNextOfService)
  if (!agrees) counted.reasons[reasonOf(given, called, expected, took, ofService ?? called)] += 1
}

function count(counting: Counting, agrees: boolean): void {
  counting.starts += 1
  if (agrees) counting.agreed += 1
}

function reasonOf(
  given: GivenHall,
  called: Waiting,
  expected: Waiting,
  took: Took,
  ofService: Waiting,
): Reason {
  const place = 'place' in called.turn ? called.turn.place : null
  const apartMs = standingOf(given, called) - standingOf(given, expected)
  if (Math.abs(expected.leftAt - called.leftAt) <= secondMs) return 'bothLeftInTheSameSecond'
  if (apartMs <= Math.round(secondMs * pace)) return 'standWithinOneSecond'
  if (place === null) return 'serverIsNotRecorded'
  if (ofService !== called) {
    return 'calledAt' in ofService.turn
      ? 'oneOfItsServiceStoodBefore'
      : 'oneOfItsServiceStoodBeforeAndLeftUnserved'
  }
  return took.get(place)?.has(expected.turn.serviceId) === true
    ? 'nextOfItsOwnService'
    : 'serverNeverTookThatService'
}
