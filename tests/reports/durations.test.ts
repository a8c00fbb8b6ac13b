/** The spread of any durations is what the definition of each figure says. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Durations } from '../../server/reports/durations.ts'

/** Nearest rank by its definition: the smallest value that at least p % of all values do not exceed. */
function percentileByDefinition(values: readonly number[], percent: number): number | null {
  const reached = values.filter(
    (candidate) => values.filter((value) => value <= candidate).length * 100 >= percent * values.length,
  )
  return reached.length === 0 ? null : Math.min(...reached)
}

function spreadOf(values: readonly (number | null)[]) {
  const durations = new Durations()
  for (const value of values) durations.add(value)
  return durations.spread()
}

test('count, mean, percentiles and the longest of whatever was measured', () => {
  const someMs = fc.option(fc.oneof(fc.nat(20), fc.nat(90_000_000)))
  fc.assert(
    fc.property(fc.array(someMs, { maxLength: 200 }), (given) => {
      const values = given.filter((value) => value !== null)
      const sum = values.reduce((total, value) => total + value, 0)
      expect(spreadOf(given)).toEqual({
        count: values.length,
        mean: values.length === 0 ? null : sum / values.length,
        p50: percentileByDefinition(values, 50),
        p90: percentileByDefinition(values, 90),
        p95: percentileByDefinition(values, 95),
        longest: values.length === 0 ? null : Math.max(...values),
      })
    }),
  )
})

test('of 1 to 100 the p-th percentile is p', () => {
  const shuffled = Array.from({ length: 100 }, (_, index) => ((index * 37) % 100) + 1)
  expect(spreadOf(shuffled)).toEqual({ count: 100, mean: 50.5, p50: 50, p90: 90, p95: 95, longest: 100 })
})
