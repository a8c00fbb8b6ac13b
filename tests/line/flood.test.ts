/** A flood of priority visitors: what it costs the ordinary ones stays inside the bound that the plan's editor is told. */
import { describe, expect, it } from 'vitest'
import { type Plan, plan } from '../../protocol/plan.ts'
import { priorityCost } from '../../server/domain/priority.ts'
import { smallPlan } from '../support/small-plan.ts'
import { type SimulatedVisitor, simulate } from './simulated-line.ts'

const minuteMs = 60_000
const [service] = smallPlan.services
const [window] = smallPlan.windows
const priorityClassId = 'elderly'

/** One service, so many windows, one class worth so many minutes. */
function planOf(windows: number, creditMinutes: number, dailyCap: number | null): Plan {
  return plan.parse({
    ...smallPlan,
    services: [service],
    windows: Array.from({ length: windows }, (_, n) => ({
      ...window,
      windowId: `w${n}`,
      label: `${n + 1}`,
      serviceIds: ['household'],
    })),
    priorityClasses: [{ priorityClassId, name: { zh: '老年人', en: 'Elderly' }, creditMinutes, dailyCap }],
  })
}

const visitors = (
  name: string,
  count: number,
  fromMinute: number,
  everySeconds: number,
  turnMinutes: number,
) =>
  Array.from({ length: count }, (_, n) => ({
    name: `${name} ${n + 1}`,
    comesAfterMs: fromMinute * minuteMs + n * everySeconds * 1_000,
    turnMs: turnMinutes * minuteMs,
    priorityClassId: name === 'priority' ? priorityClassId : null,
  }))

/** The most that came within the credit, counted from each of them. */
function mostWithin(creditMinutes: number, flood: readonly SimulatedVisitor[]): number {
  return Math.max(
    ...flood.map(
      ({ comesAfterMs: from }) =>
        flood.filter(({ comesAfterMs: at }) => at >= from && at <= from + creditMinutes * minuteMs).length,
    ),
  )
}

function longestExtraMs(ordinary: readonly SimulatedVisitor[], [with_, without]: [Waits, Waits]): number {
  return Math.max(...ordinary.map(({ name }) => (with_.get(name) ?? 0) - (without.get(name) ?? 0)))
}
type Waits = ReadonlyMap<string, number>

describe.each([
  { windows: 1, creditMinutes: 5, dailyCap: null },
  { windows: 2, creditMinutes: 10, dailyCap: null },
  { windows: 3, creditMinutes: 30, dailyCap: null },
  { windows: 2, creditMinutes: 30, dailyCap: 20 },
])('10 ordinary visitors and 200 of a class: %o', ({ windows, creditMinutes, dailyCap }) => {
  const hallPlan = planOf(windows, creditMinutes, dailyCap)
  const cost = (flood: readonly SimulatedVisitor[]) =>
    priorityCost(
      { creditMinutes, dailyCap },
      { mostWithinCredit: mostWithin(creditMinutes, flood), longestTurnMinutes: 4, windows },
    )
  const told = (what: string, extraMs: number, flood: readonly SimulatedVisitor[]) =>
    console.info(
      `${what}: ${windows} windows, credit ${creditMinutes} min, cap ${dailyCap ?? 'none'}: at most ` +
        `${(extraMs / minuteMs).toFixed(1)} min longer; the bound is ${cost(flood).delayMinutesAtMost} min, ` +
        `passed by ${cost(flood).passedByAtMost}`,
    )

  it('the flood comes just after them: none waits longer, beside the same day without the flood, than the bound', () => {
    const ordinary = visitors('ordinary', 10, 0, 5, 4)
    const flood = visitors('priority', 200, 1, 10, 4)
    const waits: [Waits, Waits] = [
      simulate(hallPlan, [...ordinary, ...flood]).waitsMs,
      simulate(hallPlan, ordinary).waitsMs,
    ]
    const extraMs = longestExtraMs(ordinary, waits)
    told('flood after', extraMs, flood)
    // Who is beyond the cap has no class, and stands behind.
    expect(extraMs).toBeGreaterThan(0)
    expect(extraMs).toBeLessThanOrEqual(cost(flood).delayMinutesAtMost * minuteMs)
  })

  it('the flood comes among them: none waits longer, beside the same visitors without a class, than the bound', () => {
    const ordinary = visitors('ordinary', 10, 2, 180, 4)
    const flood = visitors('priority', 200, 0, 20, 4)
    const plain = flood.map((each) => ({ ...each, priorityClassId: null }))
    const classed = simulate(hallPlan, [...ordinary, ...flood])
    const extraMs = longestExtraMs(ordinary, [
      classed.waitsMs,
      simulate(hallPlan, [...ordinary, ...plain]).waitsMs,
    ])
    told('flood among', extraMs, flood)
    expect(classed.withClass).toBe(Math.min(200, dailyCap ?? 200))
    expect(extraMs).toBeGreaterThan(0)
    expect(extraMs).toBeLessThanOrEqual(cost(flood).delayMinutesAtMost * minuteMs)
  })
})
