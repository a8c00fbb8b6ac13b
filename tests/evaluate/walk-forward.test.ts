import { describe, expect, it } from 'vitest'
import { madeUpWaits } from '../forecast/made-up-waits.ts'
import type { Joining } from './joining.ts'
import { judgedFrom } from './recorded-sets.ts'
import { judge } from './verdict.ts'
import { walkForward } from './walk-forward.ts'

const dayMs = 86_400_000
const stepMs = 120_000
const unit = { name: 'min', ms: 60_000 }

/** Days of a hundred joinings, one every two minutes. */
function joiningsOn(days: readonly string[]): Joining[] {
  return days.flatMap((day, index) =>
    madeUpWaits(100, 1, 100 + index).map(({ state, waitMs }, step) => {
      const at = index * dayMs + step * stepMs
      return {
        hallId: 'hall',
        day,
        at,
        state,
        waitMs,
        knownAt: at + waitMs,
        lastTenMs: null,
        lastHourMs: null,
      }
    }),
  )
}

const days = ['2020-01-01', '2020-01-02', '2020-01-03', '2020-01-04', '2020-01-05', '2020-01-06']
const joinings = joiningsOn(days)

describe('promises made day by day', () => {
  it('rest on what was known: a later wait that turns out otherwise changes no earlier promise', () => {
    const moment = joinings[450]?.at ?? 0
    const changed = joinings.map((joining) =>
      joining.knownAt <= moment
        ? joining
        : { ...joining, waitMs: joining.waitMs * 9, knownAt: joining.at + joining.waitMs * 9 },
    )
    const until = (some: readonly Joining[]) =>
      walkForward(some, '2020-01-05')
        .filter(({ joining }) => joining.at <= moment)
        .map(({ promise }) => promise)
    expect(until(joinings)).toHaveLength(51)
    expect(until(changed)).toEqual(until(joinings))
  })

  it('learn within the day from waits that became known', () => {
    const slow = joinings.map((joining) =>
      joining.day === '2020-01-06' ? { ...joining, waitMs: joining.waitMs * 3 } : joining,
    )
    const last = (some: readonly Joining[]) => walkForward(some, '2020-01-06').at(-1)?.promise
    expect(last(slow)?.boundMs).toBeGreaterThan(last(joinings)?.boundMs ?? Number.POSITIVE_INFINITY)
  })

  it('are none before enough was measured', () => {
    const promised = walkForward(joinings, '2020-01-01').map(({ promise }) => promise !== null)
    expect(promised.indexOf(true)).toBe(100)
  })
})

describe('a set', () => {
  it('is judged on its last third, a month at most', () => {
    expect(judgedFrom({ name: 'made up', unit, joinings })).toBe('2020-01-05')
    const year = joiningsOn(['2019-01-01', '2019-12-31'])
    expect(judgedFrom({ name: 'made up', unit, joinings: year })).toBe('2019-12-01')
  })

  it('is judged in its own unit, ours beside the classical predictors', () => {
    const verdict = judge({ name: 'made up', unit, joinings })
    expect(verdict.judged).toEqual({ from: '2020-01-05', to: '2020-01-06', days: 2 })
    expect(Object.keys(verdict.predictors)).toEqual(['ours', 'QL', 'LES', 'HOL', 'lastTen', 'lastHour'])
    expect(verdict.predictors.ours?.n).toBe(200)
    expect(verdict.predictors.lastTen).toMatchObject({ n: 0, mae: null })
    const ofDay = joinings.filter(({ day }) => day >= '2020-01-05')
    const byHand = ofDay.reduce(
      (sum, { state, waitMs }) =>
        sum + Math.abs(((state.ahead + 1) * 6) / state.windowsOpen - waitMs / 60_000),
      0,
    )
    expect(verdict.predictors.QL?.mae).toBeCloseTo(byHand / 200, 9)
  })
})
