/** The reports run beside the hall: it goes on ticking and writing, whatever they read. */
import { expect, test } from 'vitest'
import { summary } from '../../protocol/reports.ts'
import { openReports } from '../../server/reports/open-reports.ts'
import { openRecordReader } from '../../server/reports/record-reader.ts'
import { seededRandom } from '../../server/sample/random.ts'
import { knownNames, knownRecord } from './known-hall.ts'
import { drawnDay, hallId, RecordFile } from './record-file.ts'

const words = { names: knownNames, timeZone: 'Asia/Shanghai' }
const bothDays = { from: '2026-03-02', to: '2026-03-03', format: 'json' } as const

/** Counts what else the event loop got to do, and the longest time that it got to do nothing else. */
function watchLoop() {
  let longestMs = 0
  let last = performance.now()
  const timer = setInterval(() => {
    longestMs = Math.max(longestMs, performance.now() - last)
    last = performance.now()
  }, 1)
  return () => {
    clearInterval(timer)
    return Math.max(longestMs, performance.now() - last)
  }
}

test('a report over 40,000 visits does not keep the hall from its work', async () => {
  using record = await new RecordFile().store(drawnDay('2026-03-02', 40_000, seededRandom(4)))
  const reports = openReports({ databaseFile: record.file, hallId })
  const startedAt = performance.now()
  const stop = watchLoop()
  const question = reports.summary({ ...bothDays, by: 'window' }, words)
  await record.store(drawnDay('2026-03-05', 1, seededRandom(5)))
  const answer = summary.parse(JSON.parse(await question))
  const longestMs = stop()
  expect(answer.total.visits).toBe(40_000)
  expect(longestMs).toBeLessThan((performance.now() - startedAt) / 2)
  await reports.close()
})

test('what was recorded a moment ago is counted at the next question', async () => {
  using record = new RecordFile()
  const reports = openReports({ databaseFile: record.file, hallId })
  const turnsNow = async () =>
    summary.parse(JSON.parse(await reports.summary({ ...bothDays, by: 'day' }, words))).total.turns
  expect(await turnsNow()).toBe(0)
  await record.store(knownRecord)
  expect(await turnsNow()).toBe(8)
  await reports.close()
})

test('all turns as CSV come in parts, under one head, each turn once', async () => {
  using record = await new RecordFile().store(drawnDay('2026-03-02', 6_000, seededRandom(6)))
  const stored = (await record.journal.readRecord('2026-03-02')).turns.length
  const reports = openReports({ databaseFile: record.file, hallId })
  const parts: string[] = []
  for await (const part of reports.turns({ ...bothDays, format: 'csv' }, words)) parts.push(part)
  await reports.close()
  expect(parts.length).toBeGreaterThan(1)
  const lines = parts.join('').split('\r\n')
  expect(lines.filter((line) => line.includes('日期 day'))).toHaveLength(1)
  expect(
    new Set(lines.slice(1, -1).map((line) => `${line.split(',').at(-1)} ${line.split(',')[2]}`)).size,
  ).toBe(stored)
})

test('a database that cannot be read fails the question, and the next one is tried afresh', async () => {
  using record = await new RecordFile().store(knownRecord)
  const setUp = { databaseFile: `${record.file}.missing`, hallId }
  const reports = openReports(setUp)
  await expect(reports.summary({ ...bothDays, by: 'day' }, words)).rejects.toThrow(/unable to open/)
  setUp.databaseFile = record.file
  expect(JSON.parse(await reports.summary({ ...bothDays, by: 'day' }, words)).total.turns).toBe(8)
  await reports.close()
})

test('the connection of the reports cannot write', async () => {
  using record = await new RecordFile().store(knownRecord)
  const reader = openRecordReader(record.file, hallId)
  await expect(reader.tables.deleteFrom('turn').execute()).rejects.toThrow(/readonly/)
  reader.close()
  expect((await record.journal.readRecord('2026-03-02')).turns).toHaveLength(6)
})
