import { describe, expect, it } from 'vitest'
import { allDays, CannotBegin, wishOf } from './wish.ts'

describe('the command line of a replay', () => {
  it('names files, and days or none', () => {
    expect(wishOf(['a.csv', 'b.csv'])).toEqual({ files: ['a.csv', 'b.csv'], range: null })
    expect(wishOf(['a.csv', '--days=7']).range).toEqual({ ...allDays, limit: 7 })
    expect(wishOf(['--from=2020-01-03', '--to=2020-01-07', 'a.csv']).range).toEqual({
      from: '2020-01-03',
      to: '2020-01-07',
      limit: Number.POSITIVE_INFINITY,
    })
    expect(wishOf(['a.csv', '--day=2020-01-07']).range).toMatchObject({
      from: '2020-01-07',
      to: '2020-01-07',
    })
  })

  it.each([
    ['no file', [], 'Say which recordings'],
    ['a day that is none', ['a.csv', '--day=yesterday'], '"yesterday" is no day'],
    ['half a day', ['a.csv', '--days=0.5'], 'a whole number'],
    ['an option it does not know', ['a.csv', '--fast'], '--fast'],
  ])('is refused in a sentence: %s', (_what, args, sentence) => {
    expect(() => wishOf(args)).toThrow(CannotBegin)
    expect(() => wishOf(args)).toThrow(sentence)
  })
})
