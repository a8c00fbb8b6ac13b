/** `npm run rebuild`: the journal is the truth, and a record that differs from it is noticed and mended. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { differencesOf, rebuildDay } from '../../server/journal/rebuild-day.ts'
import { clerk, GivenHall, hallItself, kiosk } from '../support/given-hall.ts'
import { smallPlan } from '../support/small-plan.ts'
import { RecordFile } from './record-file.ts'

const day = '2026-03-02'

/** A day with all that makes rows: served, held, sent on, missed and back, missed for good, left, left over. */
function eventfulDay(): GivenHall {
  const given = new GivenHall().opened('w1')
  const atWindow = (ticketId: string) => ({ windowId: 'w1', ticketId })
  const [held, missed, gone] = ['household', 'household', 'household'].map((each) =>
    given.after(1).issued(each),
  )
  const left = given.after(1).issued('identity')
  given.after(5).calledNext('w1')
  given.after(1).does(clerk, { type: 'start', ...atWindow(held?.ticketId ?? '') })
  given.after(2).does(clerk, { type: 'hold', ...atWindow(held?.ticketId ?? ''), note: 'copy' })
  given.after(3).calledNext('w1')
  given.after(1).does(clerk, { type: 'noShow', ...atWindow(missed?.ticketId ?? '') })
  given.after(1).does(clerk, { type: 'resume', ...atWindow(held?.ticketId ?? '') })
  const sent = { toServiceId: 'business', toWindowId: 'w3', note: '' }
  given.after(4).does(clerk, { type: 'transfer', ...atWindow(held?.ticketId ?? ''), ...sent })
  given.does(kiosk, { type: 'rejoin', ticketId: missed?.ticketId ?? '' })
  given.does(clerk, { type: 'cancel', ticketId: left.ticketId })
  given.after(1).calledNext('w1')
  given.after(1).does(clerk, { type: 'noShow', ...atWindow(gone?.ticketId ?? '') })
  given.calledNext('w1')
  given.does(clerk, { type: 'start', ...atWindow(missed?.ticketId ?? '') })
  given.after(6).does(clerk, { type: 'complete', ...atWindow(missed?.ticketId ?? ''), result: 'accepted' })
  given.does(clerk, { type: 'closeWindow', windowId: 'w1' })
  const next = { day: '2026-03-03', plan: smallPlan, oldDayEndedAt: given.now }
  given.after(600).does(hallItself, { type: 'turnDay', ...next })
  return given
}

async function recorded({ events, changes }: GivenHall): Promise<RecordFile> {
  const record = new RecordFile()
  await record.journal.append(events, changes)
  return record
}

/** Runs the command as it is run at the hall. */
function rebuild(dataFolder: string): Promise<{ code: number; printed: string[]; complained: string }> {
  return new Promise((resolve) => {
    const program = join(import.meta.dirname, '../../server/rebuild.ts')
    const options = { env: { ...process.env, DATA_DIR: dataFolder } }
    const child = execFile(process.execPath, [program], options, (_error, stdout, stderr) => {
      resolve({ code: child.exitCode ?? -1, printed: stdout.trimEnd().split('\n'), complained: stderr })
    })
  })
}

test('the rows made from the events are the rows that were stored with them', async () => {
  const given = eventfulDay()
  using record = await recorded(given)
  const stored = await record.journal.readRecord(day)
  expect([stored.turns.length, stored.visits.length]).toEqual([6, 4])
  const rebuilt = rebuildDay(given.events.filter((event) => event.day === day))
  expect(differencesOf(stored, rebuilt)).toEqual([])
  expect(rebuilt.visits.map(({ outcome }) => outcome).toSorted()).toEqual([
    'cancelled',
    'closed',
    'noShow',
    'served',
  ])
})

test('a visit that rejoined and still waits has turns, but is no finished visit', () => {
  const given = new GivenHall().opened('w1')
  const { ticketId } = given.issued('household')
  given.after(1).calledNext('w1')
  given.after(1).does(clerk, { type: 'noShow', windowId: 'w1', ticketId })
  given.does(kiosk, { type: 'rejoin', ticketId })
  const { turns, visits } = rebuildDay(given.events)
  expect([turns.map(({ result }) => result), visits]).toEqual([['noShow'], []])
})

test('an untouched record: each day is equal, and the command ends with 0', async () => {
  using record = await recorded(eventfulDay())
  record.closeDatabase()
  expect(await rebuild(record.folder)).toEqual({
    code: 0,
    printed: [
      '2026-03-02: 4 visits, 6 turns, equal',
      '2026-03-03: 0 visits, 0 turns, equal',
      'Days looked at: 2. The record is equal to what the journal says.',
    ],
    complained: '',
  })
})

test('a record that was tampered with: said row by row, mended, and equal the next time', async () => {
  using record = await recorded(eventfulDay())
  const before = await record.journal.readRecord(day)
  const [first, second, ...turns] = before.turns
  const [visit, ...visits] = before.visits
  if (first === undefined || second === undefined || visit === undefined)
    throw new Error('nothing was recorded')
  const tampered = [
    { ...first, waitMs: 1 },
    { ...second, ticketId: 'forged', ticketNumber: 'A999' },
    ...turns,
  ]
  await record.journal.replaceRecord(day, {
    turns: tampered,
    visits: [{ ...visit, outcome: 'served' }, ...visits],
  })
  await record.journal.replaceRecord('2026-01-01', { turns: [{ ...first, day: '2026-01-01' }], visits: [] })
  record.closeDatabase()

  const { code, printed, complained } = await rebuild(record.folder)
  expect([code, complained]).toEqual([1, ''])
  expect(printed).toContain('2026-01-01: 0 visits, 0 turns, 1 differences')
  expect(printed).toContain('2026-03-02: 4 visits, 6 turns, 4 differences')
  expect(printed).toContain(
    `  turn ${first.turnNo} of ${first.ticketNumber}: waitMs is stored as 1, not ${first.waitMs}`,
  )
  expect(printed).toContain(`  turn ${second.turnNo} of A999 is stored, but never happened`)
  expect(printed).toContain(`  turn ${second.turnNo} of ${second.ticketNumber} is missing`)
  expect(printed).toContain(
    `  the visit of ${visit.ticketNumber}: outcome is stored as served, not ${visit.outcome}`,
  )
  expect(printed.at(-1)).toBe(
    'Days looked at: 3. The record of 2 differed from the journal and has been mended.',
  )

  const again = await rebuild(record.folder)
  expect([again.code, again.printed.at(-1)]).toEqual([
    0,
    'Days looked at: 2. The record is equal to what the journal says.',
  ])
})

test('while the server has the data, or where there is none, it says so and touches nothing', async () => {
  using record = await recorded(eventfulDay())
  const whileOpen = await rebuild(record.folder)
  expect([whileOpen.code, whileOpen.complained]).toEqual([
    1,
    `Another server is using the data in ${record.folder}. Stop it, or set DATA_DIR.\n`,
  ])
  const nowhere = await rebuild(join(record.folder, 'nowhere'))
  expect([nowhere.code, nowhere.complained]).toEqual([
    1,
    `There is no hall in ${join(record.folder, 'nowhere')}.\n`,
  ])
})
