import { describe, expect, it } from 'vitest'
import { coverageOf, errorsOf } from './measures.ts'

describe('the errors of a predictor', () => {
  it('are what one gets by hand', () => {
    const errors = errorsOf([
      { predicted: 10, wait: 8 },
      { predicted: 5, wait: 9 },
      { predicted: 0, wait: 4 },
      { predicted: 7, wait: 7 },
    ])
    expect(errors).toEqual({ n: 4, mae: 2.5, rmse: 3, medianAbsolute: 3, bias: -1.5 })
  })

  it('are unknown where nothing was predicted', () => {
    expect(errorsOf([])).toEqual({ n: 0, mae: null, rmse: null, medianAbsolute: null, bias: null })
  })
})

describe('the coverage of a bound', () => {
  it('counts a wait that is just as long as its bound, overall and by how many wait', () => {
    const coverage = coverageOf([
      { waiting: 0, bound: 10, wait: 10 },
      { waiting: 4, bound: 20, wait: 30 },
      { waiting: 5, bound: 30, wait: 3 },
      { waiting: 15, bound: 60, wait: 61 },
    ])
    expect(coverage).toEqual({
      all: { n: 4, share: 0.5, width: 30 },
      '0 wait': { n: 1, share: 1, width: 10 },
      '1–4 wait': { n: 1, share: 0, width: 20 },
      '5–14 wait': { n: 1, share: 1, width: 30 },
      '15+ wait': { n: 1, share: 0, width: 60 },
      '5+ wait': { n: 2, share: 0.5, width: 45 },
    })
  })
})
