/** A hall's data of an earlier version: opened by this one, nothing lost, and the day goes on. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrations } from '../../server/database/migrations.ts'
import { openDatabase } from '../../server/database/open-database.ts'
import type { StoredEvent } from '../../server/domain/events.ts'
import { HallRunner } from '../../server/hall-runner.ts'
import { SqliteJournal } from '../../server/journal/sqlite-journal.ts'
import { filled, noForesight } from '../support/given-commands.ts'
import { kiosk } from '../support/given-hall.ts'
import { smallPlan } from '../support/small-plan.ts'

const stored: StoredEvent[] = JSON.parse(
  readFileSync(join(import.meta.dirname, 'fixtures/day-of-version-1.json'), 'utf8'),
)

/** A data folder as version 1 left it. */
function folderOfVersion1(): string {
  const folder = mkdtempSync(join(tmpdir(), 'shunwei-upgrade-'))
  const sqlite = new Database(join(folder, 'hall.db'))
  sqlite.exec(migrations[0] ?? '')
  sqlite.pragma('user_version = 1')
  const insert = sqlite.prepare('INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
  for (const { day, seq, at, key, fingerprint, actor, event } of stored) {
    insert.run('test', day, seq, at, key, fingerprint, JSON.stringify(actor), JSON.stringify(event))
  }
  sqlite.close()
  return folder
}

it('the day of an earlier version is folded as it was, and goes on under the new rules', async () => {
  const folder = folderOfVersion1()
  const database = openDatabase(folder)
  try {
    const last = stored.at(-1)?.at ?? 0
    const runner = await HallRunner.open({
      journal: new SqliteJournal(database.sqlite, 'test'),
      clock: { now: () => last + 60_000 },
      foresee: noForesight,
      firstPlan: smallPlan,
      onFault: (fault) => {
        throw fault
      },
    })
    const hall = await runner.read((each) => each)
    expect(hall.count).toMatchObject({ waiting: 2, served: 1, cancelled: 1, noShow: 0 })
    const names = [...hall.tickets.values()].map(
      ({ ticketNumber, state, rule }) => `${ticketNumber} ${state} ${rule}`,
    )
    expect(names).toEqual([
      'A001 served arrival',
      'A002 waiting priority',
      'B001 waiting arrival',
      'C001 cancelled arrival',
    ])
    expect(hall.setUp?.plan).toMatchObject({ missedCall: { callsBeforeNoShow: 1 }, leftOver: 'close' })
    const command = filled({ type: 'issueTicket', ticketId: 'new', token: 'new', serviceId: 'household' })
    const answer = await runner.submit({ command, actor: kiosk, key: null, fingerprint: null })
    expect(answer).toMatchObject({ receipt: { ticket: { ticketNumber: 'A003' } } })
  } finally {
    database.close()
    rmSync(folder, { recursive: true })
  }
})
