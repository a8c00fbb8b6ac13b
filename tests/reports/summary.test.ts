/** The summary says what happened: each figure of a small hall as it was worked out by hand. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { groupings, summary } from '../../protocol/reports.ts'
import { openRecordReader, type RecordReader } from '../../server/reports/record-reader.ts'
import { summarise } from '../../server/reports/summary.ts'
import { seededRandom } from '../../server/sample/random.ts'
import { knownNames, knownRecord } from './known-hall.ts'
import { at, drawnDay, hallId, minuteMs, RecordFile, turnRow } from './record-file.ts'

let record: RecordFile
let reader: RecordReader
beforeAll(async () => {
  record = await new RecordFile().store(knownRecord)
  reader = openRecordReader(record.file, hallId)
})
afterAll(() => {
  reader.close()
  record[Symbol.dispose]()
})

const bothDays = { from: '2026-03-02', to: '2026-03-03' } as const
const minutes = (count: number, mean: number, p50: number, p90: number, longest: number) => ({
  count,
  mean: mean * minuteMs,
  p50: p50 * minuteMs,
  p90: p90 * minuteMs,
  p95: p90 * minuteMs,
  longest: longest * minuteMs,
})

test('all measures of the two days', () => {
  const { total } = summarise(reader, knownNames, { ...bothDays, by: 'service' })
  expect(total).toEqual({
    turns: 8,
    visits: 6,
    waitMs: { ...minutes(6, 80 / 6, 10, 30, 30), withinTargetShare: 4 / 6 },
    promise: {
      count: 0,
      insideShare: null,
      underMedianShare: null,
      meanErrorMs: null,
      meanAbsoluteErrorMs: null,
    },
    walkMs: minutes(5, 6 / 5, 1, 2, 2),
    serviceMs: minutes(4, 7, 5, 10, 10),
    heldMs: minutes(1, 3, 3, 3, 3),
    visitMs: { ...minutes(3, 0, 46, 55, 55), mean: (121 * minuteMs) / 3 },
    visitWaitMs: minutes(3, 25, 25, 40, 40),
    serviceTimeShare: 1,
    calls: 9,
    callsPerCalledTurn: 9 / 6,
    results: {
      doneOnTheSpot: 1,
      accepted: 1,
      papersMissing: 1,
      refused: 0,
      enquiry: 0,
      ...{ transferred: 1, noShow: 1, cancelled: 1, closed: 2 },
    },
    outcomes: { served: 3, noShow: 0, cancelled: 1, closed: 2 },
    channels: { kiosk: 4, staff: 2 },
    noShowShare: 1 / 6,
    cancelledShare: 1 / 8,
    leftOverShare: 2 / 8,
    transferredShare: 1 / 6,
    doneOnTheSpotShare: 1 / 3,
    turnsPerVisit: 8 / 6,
    oneTurnShare: 1 / 3,
    rejoinShare: 1 / 6,
    priorityShare: 1 / 6,
    peopleAheadMean: 4 / 6,
  })
})

describe('each grouping puts turns where they happened and visits where they belong', () => {
  // [key, turns, visits, minutes of service of the 28 in all]
  const expected = {
    service: [
      ['business', 2, 1, 10],
      ['household', 5, 4, 13],
      ['identity', 1, 1, 5],
    ],
    department: [
      ['market', 2, 1, 10],
      ['police', 6, 5, 18],
    ],
    window: [
      ['w1', 3, 2, 13],
      ['w2', 1, 1, 5],
      ['w3', 2, 2, 10],
      [null, 2, 2, 0],
    ],
    clerk: [
      ['c1', 4, 3, 23],
      ['c2', 2, 2, 5],
      [null, 2, 2, 0],
    ],
    hour: [
      ['09', 2, 2, 14],
      ['10', 3, 1, 14],
      ['11', 1, 1, 0],
      ['16', 2, 2, 0],
    ],
    day: [
      ['2026-03-02', 6, 4, 28],
      ['2026-03-03', 2, 2, 0],
    ],
  }
  test.each(groupings)('by %s', (by) => {
    const { rows } = summarise(reader, knownNames, { ...bothDays, by })
    const found = rows.map(({ key, turns, visits, serviceTimeShare }) => [
      key,
      turns,
      visits,
      Math.round((serviceTimeShare ?? 0) * 28),
    ])
    expect(found).toEqual(expected[by])
  })
})

test('a clerk answers for the own turns: the no-show and its three calls are those of c1 alone', () => {
  const { rows } = summarise(reader, knownNames, { ...bothDays, by: 'clerk' })
  expect(rows.map(({ key, noShowShare, calls }) => [key, noShowShare, calls])).toEqual([
    ['c1', 1 / 4, 6],
    ['c2', 0, 3],
    [null, null, 0],
  ])
})

test('groups have their present names, and none where the hall knows the id no more', () => {
  const { rows } = summarise(reader, knownNames, { ...bothDays, by: 'service' })
  expect(rows.map(({ key, name }) => [key, name?.en ?? null])).toEqual([
    ['business', null],
    ['household', 'Household register'],
    ['identity', null],
  ])
})

test('a range counts its first and its last day and no other; the record of another hall is not looked at', () => {
  const tuesday = summarise(reader, knownNames, { from: '2026-03-03', to: '2026-03-03', by: 'day' })
  expect(tuesday.total).toMatchObject({ turns: 2, visits: 2, leftOverShare: 1, serviceMs: { count: 0 } })
  const elsewhere = openRecordReader(record.file, 'another-hall')
  expect(summarise(elsewhere, knownNames, { ...bothDays, by: 'day' }).total.turns).toBe(0)
  elsewhere.close()
})

test('the promise beside the truth: how many waits it held, and how far the median was off', async () => {
  const promised = (n: number, waitMinutes: number, median: number, bound: number) => ({
    ...turnRow({
      day: '2026-03-02',
      ticketId: `p${n}`,
      queuedAt: at('2026-03-02', '09:00'),
      calledAt: at('2026-03-02', '09:00') + waitMinutes * minuteMs,
      endedAt: at('2026-03-02', '11:00'),
      result: 'noShow',
    }),
    promisedMedianMs: median * minuteMs,
    promisedBoundMs: bound * minuteMs,
  })
  const turns = [promised(1, 8, 10, 20), promised(2, 20, 10, 20), promised(3, 24, 12, 20)]
  using kept = await new RecordFile().store({ turns, visits: [] })
  const keptReader = openRecordReader(kept.file, hallId)
  const { total } = summarise(keptReader, knownNames, { ...bothDays, by: 'day' })
  keptReader.close()
  expect(total.promise).toEqual({
    count: 3,
    insideShare: 2 / 3,
    underMedianShare: 1 / 3,
    meanErrorMs: ((-2 + 10 + 12) / 3) * minuteMs,
    meanAbsoluteErrorMs: 8 * minuteMs,
  })
})

test.each(groupings)('days without any visit by %s: no rows, counts of 0, and no figure made up', (by) => {
  const empty = summarise(reader, knownNames, { from: '2025-01-01', to: '2025-12-31', by })
  expect(empty.rows).toEqual([])
  expect(empty.total).toMatchObject({
    turns: 0,
    visits: 0,
    noShowShare: null,
    turnsPerVisit: null,
    serviceTimeShare: null,
    waitMs: { count: 0, mean: null, p50: null, p95: null, longest: null, withinTargetShare: null },
  })
  expect(summary.parse(empty)).toEqual(empty)
})

test('however it is grouped, the total is the same, the turns add up to it, and the wire takes it', async () => {
  const seeds = fc.integer({ min: 0, max: 1_000_000 })
  await fc.assert(
    fc.asyncProperty(seeds, fc.integer({ min: 1, max: 60 }), async (seed, visits) => {
      using drawn = await new RecordFile().store(drawnDay('2026-03-02', visits, seededRandom(seed)))
      const drawnReader = openRecordReader(drawn.file, hallId)
      const all = groupings.map((by) => summarise(drawnReader, knownNames, { ...bothDays, by }))
      drawnReader.close()
      for (const each of all) {
        expect(each.total).toEqual(all[0]?.total)
        expect(each.rows.reduce((sum, { turns }) => sum + turns, 0)).toBe(each.total.turns)
        expect(summary.parse(each)).toEqual(each)
      }
      expect(all[0]?.total.visits).toBe(visits)
    }),
    { numRuns: 10 },
  )
})
