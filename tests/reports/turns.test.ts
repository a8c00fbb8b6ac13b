/** The turns: in the order in which people queued, page by page, none left out and none twice. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { turnPage } from '../../protocol/reports.ts'
import { openRecordReader, type RecordReader } from '../../server/reports/record-reader.ts'
import { turnPageOf } from '../../server/reports/turn-page.ts'
import { seededRandom } from '../../server/sample/random.ts'
import { knownNames, knownRecord } from './known-hall.ts'
import { drawnDay, hallId, RecordFile } from './record-file.ts'

let record: RecordFile
let reader: RecordReader
beforeAll(async () => {
  record = await new RecordFile().store(knownRecord)
  for (const day of ['2026-04-01', '2026-04-02', '2026-04-03']) {
    await record.store(drawnDay(day, 120, seededRandom(Date.parse(day))))
  }
  reader = openRecordReader(record.file, hallId)
})
afterAll(() => {
  reader.close()
  record[Symbol.dispose]()
})

function pageOf(question: { from: string; to: string; limit: number; after?: string }) {
  return turnPageOf(reader, knownNames, { after: undefined, ...question })
}

test('a day with its names, as the wire has it', () => {
  const { rows, next } = pageOf({ from: '2026-03-02', to: '2026-03-02', limit: 100 })
  expect(rows.map(({ ticketNumber, turnNo }) => `${ticketNumber}/${turnNo}`)).toEqual([
    'A001/1',
    'B001/1',
    'B001/2',
    'A002/1',
    'A002/2',
    'A003/1',
  ])
  expect(next).toBeNull()
  expect(rows[0]).toMatchObject({
    serviceName: { en: 'Household register' },
    windowName: { zh: '1号窗口 "综合", 户政' },
  })
  expect(rows[1]).toMatchObject({
    serviceId: 'identity',
    serviceName: null,
    windowName: null,
    waitMs: 1_200_000,
  })
  const page = { from: '2026-03-02', to: '2026-03-02', rows, next }
  expect(turnPage.parse(page)).toEqual(page)
})

test.each([1, 7, 100, 10_000])('pages of %i put together are the whole range', async (limit) => {
  const range = { from: '2026-04-01', to: '2026-04-02' }
  const stored = [
    ...(await record.journal.readRecord('2026-04-01')).turns,
    ...(await record.journal.readRecord('2026-04-02')).turns,
  ]
  const found: string[] = []
  const queuedAt: number[] = []
  let after: string | undefined
  do {
    const { rows, next } = pageOf({ ...range, limit, after })
    expect(rows.length).toBeLessThanOrEqual(limit)
    found.push(...rows.map(({ ticketId, turnNo }) => `${ticketId}/${turnNo}`))
    queuedAt.push(...rows.map((row) => row.queuedAt))
    expect(found.length).toBeLessThanOrEqual(stored.length)
    after = next ?? undefined
  } while (after !== undefined)
  expect(found.toSorted()).toEqual(stored.map(({ ticketId, turnNo }) => `${ticketId}/${turnNo}`).toSorted())
  expect(queuedAt).toEqual(queuedAt.toSorted((a, b) => a - b))
})

test('turns that were queued in the same millisecond are neither lost nor doubled at the turn of a page', async () => {
  const [same] = drawnDay('2026-05-01', 1, seededRandom(1)).turns
  if (same === undefined) throw new Error('no turn was drawn')
  const turns = ['a', 'b', 'c', 'd', 'e'].map((ticketId) => ({ ...same, ticketId }))
  await record.store({ turns, visits: [] })
  const range = { from: '2026-05-01', to: '2026-05-01', limit: 2 }
  const first = pageOf(range)
  const second = pageOf({ ...range, after: first.next ?? '' })
  const third = pageOf({ ...range, after: second.next ?? '' })
  expect([first, second, third].map(({ rows }) => rows.map(({ ticketId }) => ticketId).join(''))).toEqual([
    'ab',
    'cd',
    'e',
  ])
  expect(third.next).toBeNull()
})

test('days without turns are an empty last page', () => {
  expect(pageOf({ from: '2025-01-01', to: '2025-12-31', limit: 10 })).toEqual({ rows: [], next: null })
})
