/**
 * The line is fair on any day under any plan. Each test prints its seed; to live a day again, give that seed to
 * `fc.assert`. A seed that was bad became a named test in `bad-days.test.ts`.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Plan } from '../../protocol/plan.ts'
import type { StoredEvent } from '../../server/domain/events.ts'
import { evolve } from '../../server/domain/evolve.ts'
import { explain, longestCreditMinutes } from '../../server/domain/explain.ts'
import { emptyHall, ticketOf } from '../../server/domain/hall.ts'
import { upgradeEvent } from '../../server/journal/upgrade-event.ts'
import { type Attempt, anyAttempt } from './any-attempt.ts'
import { anyPlan } from './any-plan.ts'
import { allAccountedFor, calledInOrder, issuedAsRuled, must, mustHold } from './invariants.ts'
import { LivedDay } from './lived-day.ts'
import { boundHolds, explainsTruly } from './overtaking.ts'

/** The same days each time, so that main stays green by what it holds; another seed is written here to look further. */
const seed = 318171667

const days = 3_000
const plans = fc.array(anyPlan, { minLength: 1, maxLength: 3 })
const attempts = fc.array(anyAttempt, { maxLength: 240, size: 'max' })
const counted = { attempts: 0, events: 0, tickets: 0, passed: 0, explained: 0, days: 0 }

function lived(
  among: readonly Plan[],
  tried: readonly Attempt[],
  afterEach: (day: LivedDay) => void,
): LivedDay {
  const [first] = among
  if (first === undefined) throw new Error('a hall has a plan')
  const day = new LivedDay(first)
  for (const attempt of tried) {
    const explained = attempt.what === 'turnDay' ? explainedAll(day) : 0
    const step = day.tries(attempt, among)
    calledInOrder(day, step)
    issuedAsRuled(day, step)
    day.witnessed()
    if (step.events.length > 0) afterEach(day)
    counted.attempts += 1
    counted.explained += explained
  }
  counted.days += 1
  counted.events += day.given.events.length
  counted.tickets += day.given.events.filter(({ event }) => event.type === 'TicketIssued').length
  return day
}

/** Asks `explain` for every ticket of the day, before it is over. */
function explainedAll({ given, witness }: LivedDay): number {
  counted.passed += boundHolds(witness)
  return [...witness.tickets.values()].reduce(
    (sum, seen) =>
      sum + explainsTruly(witness, seen, explain(given.hall, ticketOf(given.hall, seen.ticketId))),
    0,
  )
}

function anyDay(about: (among: Plan[], tried: Attempt[]) => void, numRuns: number): void {
  console.info(`${expect.getState().currentTestName}: ${numRuns} days, seed ${seed}`)
  fc.assert(fc.property(plans, attempts, about), { numRuns, seed })
}

describe('any day under any plan', () => {
  it('loses nobody, gives no number twice, calls the smallest standing, and explains who went before', () => {
    anyDay((among, tried) => {
      const day = lived(among, tried, mustHold)
      counted.explained += explainedAll(day)
    }, days)
    console.info(JSON.stringify(counted))
  }, 120_000)

  it('keeps the bound that it tells its visitors, while its plan stays', () => {
    anyDay(([plan], tried) => {
      const oneDay = tried.filter(({ what }) => what !== 'changePlan' && what !== 'turnDay')
      const day = lived(plan === undefined ? [] : [plan], oneDay, () => {})
      boundHolds(day.witness, longestCreditMinutes(day.given.hall) * 60_000)
    }, 500)
  }, 120_000)

  it('is told again by its journal: the same hall', () => {
    anyDay((among, tried) => {
      const { given } = lived(among, tried, () => {})
      const again = emptyHall()
      for (const stored of given.events) evolve(again, asKept(stored))
      expect(again).toEqual(given.hall)
    }, 200)
  }, 120_000)

  it('ends with every ticket accounted for, once', () => {
    anyDay((among, tried) => {
      const day = lived(among, tried, () => {})
      const turn = { what: 'turnDay', a: 0, b: 0, c: 0, isApt: true, laterSeconds: 0 } as const
      must(day.tries(turn, among).refused === null, 'the day could not turn')
      allAccountedFor(day.given.events.map(({ event }) => event))
      onRecordOnce(day)
    }, 400)
  }, 120_000)
})

/** The record holds one finished visit for each ticket. */
function onRecordOnce({ given }: LivedDay): void {
  const visits = new Set<string>()
  for (const change of given.changes) {
    if (change.kind === 'visitReopened') visits.delete(change.ticketId)
    if (change.kind !== 'visit') continue
    must(!visits.has(change.row.ticketId), 'a visit stands on record twice')
    visits.add(change.row.ticketId)
  }
  const issued = given.events.filter(({ event }) => event.type === 'TicketIssued')
  must(visits.size === issued.length, `${issued.length} were issued, ${visits.size} are on record`)
}

/** Through the JSON of the journal. */
function asKept({ event, ...stored }: StoredEvent): StoredEvent {
  return { ...stored, event: upgradeEvent(JSON.parse(JSON.stringify(event))) }
}
