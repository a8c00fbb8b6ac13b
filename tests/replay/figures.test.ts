import { describe, expect, it } from 'vitest'
import { isTrue, type Outcome, spreadOf } from './figures.ts'

const same = { server: 1, file: 1, equal: true }
const spread = { count: same, mean: same, p50: same, p90: same }
const good: Outcome = {
  tickets: same,
  called: same,
  served: same,
  noShows: same,
  transfers: same,
  cancelled: same,
  leftOver: same,
  lost: 0,
  duplicateNumbers: 0,
  doubleCalls: 0,
  refused: {},
  leftOut: { notReplayable: 3 },
  adjusted: {},
  waitMs: spread,
  serviceMs: spread,
  summaryAgrees: true,
}

describe('mean and percentiles', () => {
  it('are of all values, the percentiles by nearest rank', () => {
    expect(spreadOf([9, 1, 5, 3, 7, 2, 8, 4, 10, 6])).toEqual({ count: 10, mean: 5.5, p50: 5, p90: 9 })
    expect(spreadOf([7, 1])).toEqual({ count: 2, mean: 4, p50: 1, p90: 7 })
  })

  it('of nothing are unknown', () => {
    expect(spreadOf([])).toEqual({ count: 0, mean: null, p50: null, p90: null })
  })
})

describe('a replay is true to its file', () => {
  const differs = { server: 1, file: 2, equal: false }

  it('when nothing is lost or doubled and all figures are the same, as far as the file knows them', () => {
    expect(isTrue(good)).toBe(true)
    const unknown = { server: 1, file: null, equal: null }
    const serviceMs = { count: unknown, mean: unknown, p50: unknown, p90: unknown }
    expect(isTrue({ ...good, serviceMs })).toBe(true)
  })

  it.each<[string, Partial<Outcome>]>([
    ['a ticket is lost', { lost: 1 }],
    ['a number is given twice', { duplicateNumbers: 1 }],
    ['a call is doubled', { doubleCalls: 1 }],
    ['a count differs', { served: differs }],
    ['a wait differs', { waitMs: { ...spread, p90: differs } }],
    ['a service time differs', { serviceMs: { ...spread, mean: differs } }],
    ['the summary says something else than the turns', { summaryAgrees: false }],
  ])('but not when %s', (_what, wrong) => {
    expect(isTrue({ ...good, ...wrong })).toBe(false)
  })
})
