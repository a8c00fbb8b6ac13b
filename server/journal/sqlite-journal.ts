/** The journal in the hall's SQLite file: prepared statements, one transaction a batch, an fsync before it is true. */
import type Database from 'better-sqlite3'
import type { StoredEvent } from '../domain/events.ts'
import type { RecordChange, TurnRow, VisitRow } from '../domain/record.ts'
import { type DayRecord, type Journal, JournalConflict } from './journal.ts'
import { upgradeEvent } from './upgrade-event.ts'

const turnColumns = [
  'hallId',
  'day',
  'ticketId',
  'turnNo',
  'ticketNumber',
  'serviceId',
  'departmentId',
  'windowId',
  'staffId',
  'priorityClassId',
  'channel',
  'hour',
  'queuedAt',
  'calledAt',
  'startedAt',
  'endedAt',
  'calls',
  'waitMs',
  'walkMs',
  'serviceMs',
  'heldMs',
  'waitTargetMs',
  'promisedMedianMs',
  'promisedBoundMs',
  'lineFacts',
  'result',
] as const satisfies readonly (keyof TurnRow)[]

const visitColumns = [
  'hallId',
  'day',
  'ticketId',
  'ticketNumber',
  'serviceId',
  'departmentId',
  'priorityClassId',
  'channel',
  'hour',
  'issuedAt',
  'endedAt',
  'turns',
  'rejoins',
  'peopleAheadAtIssue',
  'waitMs',
  'serviceMs',
  'visitMs',
  'outcome',
] as const satisfies readonly (keyof VisitRow)[]

function insertInto(table: string, columns: readonly string[]): string {
  const names = columns.map((column) => `"${column}"`).join(', ')
  const places = columns.map((column) => `@${column}`).join(', ')
  return `INSERT OR REPLACE INTO ${table} (${names}) VALUES (${places})`
}

interface EventRow {
  day: string
  seq: number
  at: number
  key: string | null
  fingerprint: string | null
  actor: string
  event: string
}

/** The hall whose journal an open database holds; null in a new one. */
export function storedHallId(sqlite: Database.Database): string | null {
  const row = sqlite.prepare<[], { hallId: string }>('SELECT "hallId" FROM event LIMIT 1').get()
  return row?.hallId ?? null
}

/** The journal of one hall in an open database, which stays the caller's to close. */
export class SqliteJournal implements Journal {
  readonly #sqlite: Database.Database
  readonly #hallId: string
  readonly #insertEvent: Database.Statement
  readonly #insertTurn: Database.Statement
  readonly #insertVisit: Database.Statement
  readonly #deleteVisit: Database.Statement

  constructor(sqlite: Database.Database, hallId: string) {
    this.#sqlite = sqlite
    this.#hallId = hallId
    this.#insertEvent = sqlite.prepare(
      'INSERT INTO event ("hallId", "day", "seq", "at", "key", "fingerprint", "actor", "event") VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    )
    this.#insertTurn = sqlite.prepare(insertInto('turn', turnColumns))
    this.#insertVisit = sqlite.prepare(insertInto('visit', visitColumns))
    this.#deleteVisit = sqlite.prepare(
      'DELETE FROM visit WHERE "hallId" = ? AND "day" = ? AND "ticketId" = ?',
    )
  }

  async days(): Promise<string[]> {
    const rows = this.#sqlite
      .prepare<[string], { day: string }>(
        'SELECT DISTINCT "day" FROM event WHERE "hallId" = ? ORDER BY "day"',
      )
      .all(this.#hallId)
    return rows.map(({ day }) => day)
  }

  async lastDay(): Promise<string | null> {
    const row = this.#sqlite
      .prepare<[string], { day: string | null }>('SELECT max("day") AS "day" FROM event WHERE "hallId" = ?')
      .get(this.#hallId)
    return row?.day ?? null
  }

  async readDay(day: string): Promise<StoredEvent[]> {
    const rows = this.#sqlite
      .prepare<[string, string], EventRow>(
        'SELECT * FROM event WHERE "hallId" = ? AND "day" = ? ORDER BY "seq"',
      )
      .all(this.#hallId, day)
    return rows.map(({ seq, at, key, fingerprint, actor, event }) => ({
      seq,
      day,
      at,
      key,
      fingerprint,
      actor: JSON.parse(actor),
      event: upgradeEvent(JSON.parse(event)),
    }))
  }

  async append(events: readonly StoredEvent[], changes: readonly RecordChange[]): Promise<void> {
    this.#inTransaction(() => {
      for (const { day, seq, at, key, fingerprint, actor, event } of events) {
        this.#insertEvent.run(
          this.#hallId,
          day,
          seq,
          at,
          key,
          fingerprint,
          JSON.stringify(actor),
          JSON.stringify(event),
        )
      }
      for (const change of changes) this.#write(change)
    })
  }

  async readRecord(day: string): Promise<DayRecord> {
    return {
      turns: this.#sqlite
        .prepare<[string, string], TurnRow>(
          'SELECT * FROM turn WHERE "hallId" = ? AND "day" = ? ORDER BY "ticketId", "turnNo"',
        )
        .all(this.#hallId, day),
      visits: this.#sqlite
        .prepare<[string, string], VisitRow>(
          'SELECT * FROM visit WHERE "hallId" = ? AND "day" = ? ORDER BY "ticketId"',
        )
        .all(this.#hallId, day),
    }
  }

  async replaceRecord(day: string, record: DayRecord): Promise<void> {
    this.#inTransaction(() => {
      for (const table of ['turn', 'visit']) {
        this.#sqlite.prepare(`DELETE FROM ${table} WHERE "hallId" = ? AND "day" = ?`).run(this.#hallId, day)
      }
      for (const row of record.turns) this.#write({ kind: 'turn', row })
      for (const row of record.visits) this.#write({ kind: 'visit', row })
    })
  }

  async close(): Promise<void> {}

  #write(change: RecordChange): void {
    if (change.kind === 'turn') this.#insertTurn.run(change.row)
    else if (change.kind === 'visit') this.#insertVisit.run(change.row)
    else this.#deleteVisit.run(change.hallId, change.day, change.ticketId)
  }

  #inTransaction(work: () => void): void {
    try {
      this.#sqlite.transaction(work).immediate()
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_PRIMARYKEY') {
        throw new JournalConflict('another server has written to this hall', { cause: error })
      }
      throw error
    }
  }
}
