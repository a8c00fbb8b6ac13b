import { describe, expect, it } from 'vitest'
import { bucketOf, type Calibration, learn } from '../../server/forecast/calibration.ts'
import { fitModel, type MeasuredWait, predict } from '../../server/forecast/promise-model.ts'
import { madeUpWaits } from './made-up-waits.ts'

const model = fitModel(madeUpWaits(2000, 1, 7))
if (model === null) throw new Error('two thousand waits are enough')

/** Goes through waits that each become known before the next one is promised. */
function live(waits: readonly MeasuredWait[], begin: Calibration): { end: Calibration; held: boolean[] } {
  let calibration = begin
  const held = waits.map(({ state, waitMs }) => {
    const promise = predict(model as NonNullable<typeof model>, calibration, state)
    calibration = learn(calibration, { ...promise, waiting: state.waiting, waitMs })
    return waitMs <= promise.boundMs
  })
  return { end: calibration, held }
}

const share = (held: readonly boolean[]) => held.filter(Boolean).length / held.length

describe('the calibration of a day', () => {
  it.each([
    ['slower', 1.8],
    ['faster', 0.6],
  ])('comes back to nine in ten after the hall became %s', (_how, factor) => {
    const drifted = madeUpWaits(1500, factor, 31)
    const fixed = drifted.map(
      ({ state, waitMs }) => waitMs <= predict(model, model.calibration, state).boundMs,
    )
    expect(Math.abs(share(fixed) - 0.9)).toBeGreaterThan(0.05)
    const { held } = live(drifted, model.calibration)
    expect(share(held.slice(-500))).toBeGreaterThan(0.87)
    expect(share(held.slice(-500))).toBeLessThan(0.93)
  })

  it('moves only for tickets that wait behind as many', () => {
    const promise = { waiting: 7, medianMs: 60_000, boundMs: 120_000, waitMs: 500_000 }
    const after = learn(model.calibration, promise)
    expect(after.shifts.map((shift, bucket) => shift === model.calibration.shifts[bucket])).toEqual([
      true,
      true,
      false,
      true,
    ])
    expect(after.shifts[2]?.bound).toBeGreaterThan(model.calibration.shifts[2]?.bound ?? 0)
    expect(after.shifts[2]?.median).toBeGreaterThan(model.calibration.shifts[2]?.median ?? 0)
  })

  it('goes up much after a miss and down little after a hit: nine hits weigh as much as one miss', () => {
    const miss = { waiting: 0, medianMs: 1, boundMs: 2, waitMs: 3 }
    let calibration = learn(model.calibration, miss)
    for (let hits = 0; hits < 9; hits += 1) calibration = learn(calibration, { ...miss, waitMs: 2 })
    expect(calibration.shifts[0]?.bound).toBeCloseTo(model.calibration.shifts[0]?.bound ?? 0, 12)
  })

  it('is the same again from what the record keeps', () => {
    const waits = madeUpWaits(300, 1.4, 41)
    expect(live(waits, model.calibration).end).toEqual(live(waits, model.calibration).end)
  })

  it('knows the four lengths of a line', () => {
    expect([0, 1, 4, 5, 14, 15, 200].map(bucketOf)).toEqual([0, 1, 1, 2, 2, 3, 3])
  })
})
