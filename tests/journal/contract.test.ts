import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, describe, expect, it } from 'vitest'
import { DatabaseUnusable, openDatabase } from '../../server/database/open-database.ts'
import type { StoredEvent } from '../../server/domain/events.ts'
import type { RecordChange, VisitRow } from '../../server/domain/record.ts'
import { type Journal, JournalConflict } from '../../server/journal/journal.ts'
import { MemoryJournal } from '../../server/journal/memory-journal.ts'
import { SqliteJournal, storedHallId } from '../../server/journal/sqlite-journal.ts'
import { clerk, GivenHall } from '../support/given-hall.ts'

const folders: string[] = []
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'shunwei-journal-'))
  folders.push(folder)
  return folder
}
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

/** A morning with a served and a waiting visitor, as the runner would append it. */
function morning(): { events: StoredEvent[]; changes: RecordChange[] } {
  const given = new GivenHall().opened('w1')
  const { ticketId } = given.issued('household')
  given.after(1).issued('identity')
  given.calledNext('w1')
  given.does(clerk, { type: 'start', windowId: 'w1', ticketId })
  given.after(5).does(clerk, { type: 'complete', windowId: 'w1', ticketId, result: 'accepted' })
  return given
}

interface OpenJournal {
  journal: Journal
  close(): Promise<void>
}
const adapters: Record<string, () => OpenJournal> = {
  memory: () => {
    const journal = new MemoryJournal()
    return { journal, close: () => journal.close() }
  },
  sqlite: () => {
    const database = openDatabase(newFolder())
    return {
      journal: new SqliteJournal(database.sqlite, 'test'),
      close: async () => database.close(),
    }
  },
}

describe.each(Object.entries(adapters))('the %s journal', (_name, open) => {
  it('is empty at first', async () => {
    const { journal, close } = open()
    expect(await journal.lastDay()).toBeNull()
    expect(await journal.days()).toEqual([])
    expect(await journal.readDay('2026-03-02')).toEqual([])
    await close()
  })

  it('gives back a day’s events as they were, and its rows', async () => {
    const { journal, close } = open()
    const { events, changes } = morning()
    await journal.append(events.slice(0, 3), [])
    await journal.append(events.slice(3), changes)
    expect(await journal.readDay('2026-03-02')).toEqual(events)
    expect(await journal.lastDay()).toBe('2026-03-02')
    const record = await journal.readRecord('2026-03-02')
    expect(record.turns).toHaveLength(1)
    expect(record.visits).toMatchObject([{ outcome: 'served', visitMs: 6 * 60_000 }])
    await close()
  })

  it('takes a place once: a second writer meets a conflict, and nothing of its batch is stored', async () => {
    const { journal, close } = open()
    const { events, changes } = morning()
    await journal.append(events, [])
    const late = events.at(-1)
    if (late === undefined) throw new Error('no events')
    const batch = [{ ...late, seq: late.seq + 1 }, late]
    await expect(journal.append(batch, changes)).rejects.toBeInstanceOf(JournalConflict)
    expect(await journal.readDay('2026-03-02')).toEqual(events)
    expect(await journal.readRecord('2026-03-02')).toEqual({ turns: [], visits: [] })
    await close()
  })

  it('takes a visit’s row away when its ticket rejoins, and writes it again when it ends', async () => {
    const { journal, close } = open()
    const { events, changes } = morning()
    await journal.append(events, changes)
    const visit = changes.find((change) => change.kind === 'visit')?.row as VisitRow
    const { hallId, day, ticketId } = visit
    await journal.append([], [{ kind: 'visitReopened', hallId, day, ticketId }])
    expect((await journal.readRecord(day)).visits).toEqual([])
    await journal.append([], [{ kind: 'visit', row: { ...visit, rejoins: 1 } }])
    expect((await journal.readRecord(day)).visits).toMatchObject([{ rejoins: 1 }])
    await close()
  })

  it('puts rebuilt rows in the place of a day’s', async () => {
    const { journal, close } = open()
    const { events, changes } = morning()
    await journal.append(events, changes)
    const record = await journal.readRecord('2026-03-02')
    const mended = { turns: record.turns.map((row) => ({ ...row, calls: 9 })), visits: [] }
    await journal.replaceRecord('2026-03-02', mended)
    expect(await journal.readRecord('2026-03-02')).toEqual(mended)
    await close()
  })
})

describe('the hall’s database file', () => {
  it('never changes or deletes an event', async () => {
    const database = openDatabase(newFolder())
    await new SqliteJournal(database.sqlite, 'test').append(morning().events, [])
    for (const statement of [
      `UPDATE event SET "at" = 0`,
      'DELETE FROM event',
      `INSERT OR REPLACE INTO event SELECT "hallId", "day", "seq", 0, "key", "fingerprint", "actor", "event" FROM event`,
    ]) {
      expect(() => database.sqlite.exec(statement)).toThrow(/events are never/)
    }
    expect(storedHallId(database.sqlite)).toBe('test')
    database.close()
  })

  it('is durable: WAL, and an fsync at each commit', () => {
    const { sqlite, close } = openDatabase(newFolder())
    expect(sqlite.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(sqlite.pragma('synchronous', { simple: true })).toBe(2)
    close()
  })

  it('belongs to one server at a time, and is free again when that one is gone', () => {
    const folder = newFolder()
    const first = openDatabase(folder)
    expect(() => openDatabase(folder)).toThrow(/Another server is using the data/)
    first.close()
    openDatabase(folder).close()
  })

  it('is refused when it is damaged or of a newer version, with a sentence that says what to do', () => {
    const damaged = newFolder()
    writeFileSync(
      join(damaged, 'hall.db'),
      'not a database at all, but long enough to be taken for one'.repeat(50),
    )
    expect(() => openDatabase(damaged)).toThrow(DatabaseUnusable)
    expect(() => openDatabase(damaged)).toThrow(/damaged/)
    const newer = newFolder()
    const file = new Database(join(newer, 'hall.db'))
    file.pragma('user_version = 99')
    file.close()
    expect(() => openDatabase(newer)).toThrow(/newer version/)
  })
})
