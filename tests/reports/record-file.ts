/** A hall's database in a temporary folder, filled with rows: written out one by one, or drawn from a seed. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serviceResults, type TurnResult } from '../../protocol/vocabulary.ts'
import { type OpenDatabase, openDatabase } from '../../server/database/open-database.ts'
import type { TurnRow, VisitRow } from '../../server/domain/record.ts'
import type { DayRecord } from '../../server/journal/journal.ts'
import { SqliteJournal } from '../../server/journal/sqlite-journal.ts'
import type { Random } from '../../server/sample/random.ts'

export const hallId = 'test'
export const minuteMs = 60_000

/** An instant of the hall's wall clock (Asia/Shanghai): `at('2026-03-02', '09:15')`. */
export function at(day: string, time: string): number {
  return Date.parse(`${day}T${time}+08:00`)
}

/** A turn as `recordOf` would make it of these instants: the durations follow from them. */
export function turnRow(
  given: Pick<TurnRow, 'day' | 'ticketId' | 'queuedAt' | 'endedAt' | 'result'> & Partial<TurnRow>,
): TurnRow {
  const { queuedAt, endedAt, result, calledAt = null, startedAt = null, heldMs = 0 } = given
  const isServed = startedAt !== null && result !== 'closed'
  return {
    hallId,
    turnNo: 1,
    ticketNumber: 'A001',
    serviceId: 'household',
    departmentId: 'police',
    windowId: null,
    staffId: null,
    priorityClassId: null,
    channel: 'kiosk',
    hour: new Date(queuedAt + 8 * 60 * minuteMs).getUTCHours(),
    calledAt,
    startedAt,
    calls: calledAt === null ? 0 : 1,
    waitMs: calledAt === null ? null : calledAt - queuedAt,
    walkMs: calledAt === null || startedAt === null ? null : startedAt - calledAt,
    serviceMs: isServed ? endedAt - startedAt - heldMs : null,
    heldMs,
    waitTargetMs: 15 * minuteMs,
    promisedMedianMs: null,
    promisedBoundMs: null,
    lineFacts: null,
    ...given,
  }
}

/** The visit that these turns make. */
export function visitRow(
  turns: readonly [TurnRow, ...TurnRow[]],
  given: Pick<VisitRow, 'outcome'> & Partial<VisitRow>,
): VisitRow {
  const [first] = turns
  const endedAt = turns.at(-1)?.endedAt ?? first.endedAt
  const sum = (each: (turn: TurnRow) => number | null) =>
    turns.reduce((total, turn) => total + (each(turn) ?? 0), 0)
  return {
    hallId,
    day: first.day,
    ticketId: first.ticketId,
    ticketNumber: first.ticketNumber,
    serviceId: first.serviceId,
    departmentId: first.departmentId,
    priorityClassId: first.priorityClassId,
    channel: first.channel,
    hour: first.hour,
    issuedAt: first.queuedAt,
    endedAt,
    turns: turns.length,
    rejoins: 0,
    peopleAheadAtIssue: 0,
    waitMs: sum((turn) => turn.waitMs),
    serviceMs: sum((turn) => turn.serviceMs),
    visitMs: endedAt - first.queuedAt,
    ...given,
  }
}

/** Visits of one or two turns with one of sixteen windows each, spread over a day; one in eight ends without a call. */
export function drawnDay(day: string, visits: number, random: Random): DayRecord {
  const record: DayRecord = { turns: [], visits: [] }
  for (let index = 0; index < visits; index += 1) {
    const ticketId = `${day}-${index}`
    const first = drawnTurn(
      day,
      ticketId,
      1,
      at(day, '09:00') + Math.floor(random.next() * 480 * minuteMs),
      random,
    )
    const goesOn = first.startedAt !== null && random.next() < 0.15
    if (goesOn) first.result = 'transferred'
    const last = goesOn ? drawnTurn(day, ticketId, 2, first.endedAt, random) : first
    record.turns.push(...(goesOn ? [first, last] : [first]))
    const outcome = last.result === 'cancelled' ? 'cancelled' : 'served'
    record.visits.push(visitRow(goesOn ? [first, last] : [first], { outcome }))
  }
  return record
}

function drawnTurn(day: string, ticketId: string, turnNo: number, queuedAt: number, random: Random): TurnRow {
  const service = Math.floor(random.next() * 40)
  const place = Math.floor(random.next() * 16)
  const calledAt = queuedAt + Math.floor(random.next() * 40 * minuteMs)
  const startedAt = calledAt + Math.floor(random.next() * minuteMs)
  const ids = { day, ticketId, turnNo, serviceId: `s${service}`, departmentId: `d${service % 8}` }
  if (random.next() < 0.125) return turnRow({ ...ids, queuedAt, endedAt: calledAt, result: 'cancelled' })
  return turnRow({
    ...ids,
    ticketNumber: `A${String(turnNo).padStart(3, '0')}`,
    windowId: `w${place}`,
    staffId: `clerk-${place}`,
    queuedAt,
    calledAt,
    startedAt,
    endedAt: startedAt + Math.floor(random.next() * 15 * minuteMs),
    result: serviceResults[Math.floor(random.next() * serviceResults.length)] as TurnResult,
  })
}

/** `await using record = new RecordFile()`: the folder goes with it. */
export class RecordFile implements Disposable {
  readonly folder = mkdtempSync(join(tmpdir(), 'shunwei-record-'))
  readonly #database: OpenDatabase = openDatabase(this.folder)
  readonly journal = new SqliteJournal(this.#database.sqlite, hallId)

  get file(): string {
    return this.#database.file
  }

  async store({ turns, visits }: DayRecord): Promise<this> {
    await this.journal.append(
      [],
      [
        ...turns.map((row) => ({ kind: 'turn' as const, row })),
        ...visits.map((row) => ({ kind: 'visit' as const, row })),
      ],
    )
    return this
  }

  /** Lets another program have the file. */
  closeDatabase(): void {
    this.#database.close()
  }

  [Symbol.dispose](): void {
    this.#database.close()
    rmSync(this.folder, { recursive: true, force: true })
  }
}
