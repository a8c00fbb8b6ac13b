import { describe, expect, it } from 'vitest'
import type { LineState } from '../../server/forecast/line-state.ts'
import { fewestWaits, fitModel, predict } from '../../server/forecast/promise-model.ts'
import { chance, madeUpWaits, quietLine } from './made-up-waits.ts'

const model = fitModel(madeUpWaits(2000, 1, 7))
if (model === null) throw new Error('two thousand waits are enough')
const promise = (state: LineState) => predict(model, model.calibration, state)

function someLines(count: number): LineState[] {
  const next = chance(11)
  return Array.from({ length: count }, () => ({
    ...quietLine,
    ahead: Math.floor(next() * 40),
    waiting: Math.floor(next() * 40),
    windowsOpen: Math.floor(next() * 7),
    serviceMs: next() < 0.1 ? null : next() * 900_000,
    callGapMs: next() < 0.1 ? null : next() * 400_000,
    lastWaitMs: next() < 0.1 ? null : next() * 4_000_000,
    headWaitMs: next() * 4_000_000,
  }))
}

describe('a wait promise', () => {
  it('is not given before enough waits were measured', () => {
    expect(fitModel([])).toBeNull()
    expect(fitModel(madeUpWaits(fewestWaits - 1, 1, 3))).toBeNull()
    expect(fitModel(madeUpWaits(fewestWaits, 1, 3))).not.toBeNull()
  })

  it('is never shorter with one more ahead', () => {
    for (const line of someLines(500)) {
      const now = promise(line)
      const later = promise({ ...line, ahead: line.ahead + 1 })
      expect(later.medianMs).toBeGreaterThanOrEqual(now.medianMs)
      expect(later.boundMs).toBeGreaterThanOrEqual(now.boundMs)
    }
  })

  it('is never longer with one more window open', () => {
    for (const line of someLines(500)) {
      const now = promise(line)
      const better = promise({ ...line, windowsOpen: line.windowsOpen + 1 })
      expect(better.medianMs).toBeLessThanOrEqual(now.medianMs)
      expect(better.boundMs).toBeLessThanOrEqual(now.boundMs)
    }
  })

  it('is a range: 0 ≤ median ≤ bound, whatever the line', () => {
    for (const line of someLines(500)) {
      const { medianMs, boundMs } = promise(line)
      expect(medianMs).toBeGreaterThanOrEqual(0)
      expect(boundMs).toBeGreaterThanOrEqual(medianMs)
    }
  })

  it('comes near the truth, and its bound holds nine waits in ten that it was not fitted to', () => {
    const others = madeUpWaits(2000, 1, 23)
    const promises = others.map(({ state, waitMs }) => ({ ...promise(state), waitMs }))
    const held = promises.filter(({ boundMs, waitMs }) => waitMs <= boundMs).length / promises.length
    const early = promises.filter(({ medianMs, waitMs }) => waitMs <= medianMs).length / promises.length
    expect(held).toBeGreaterThan(0.87)
    expect(held).toBeLessThan(0.93)
    expect(early).toBeGreaterThan(0.45)
    expect(early).toBeLessThan(0.55)
  })

  it('knows that one service waits longer than another of the same line', () => {
    const waits = madeUpWaits(1000, 1, 5)
    const slow = madeUpWaits(1000, 2, 6).map(({ state, waitMs }) => ({
      state: { ...state, serviceId: 'slow' },
      waitMs,
    }))
    const mixed = fitModel(waits.flatMap((wait, at) => [wait, slow[at] ?? wait]))
    if (mixed === null) throw new Error('two thousand waits are enough')
    const medianMs = (serviceId: string) =>
      predict(mixed, mixed.calibration, { ...quietLine, serviceId }).medianMs
    expect(medianMs('slow')).toBeGreaterThan(1.5 * medianMs('residence'))
  })

  it('is the same whenever it is made of the same waits', () => {
    const again = fitModel(madeUpWaits(2000, 1, 7))
    expect(again).toEqual(model)
  })
})
