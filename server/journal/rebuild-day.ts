/** The record of a day, made again from its events: what the rebuild compares the stored rows with. Pure. */
import type { StoredEvent } from '../domain/events.ts'
import { evolve } from '../domain/evolve.ts'
import { emptyHall } from '../domain/hall.ts'
import { recordOf, type TurnRow, type VisitRow } from '../domain/record.ts'
import type { DayRecord } from './journal.ts'

/**
 * @param events all events of one day, by `seq`
 * @returns its rows, in no particular order
 * @throws an assertion when the events cannot have happened
 */
export function rebuildDay(events: readonly StoredEvent[]): DayRecord {
  const hall = emptyHall()
  const turns: TurnRow[] = []
  const visits = new Map<string, VisitRow>()
  for (const stored of events) {
    evolve(hall, stored)
    for (const change of recordOf(hall, stored)) {
      if (change.kind === 'turn') turns.push(change.row)
      else if (change.kind === 'visit') visits.set(change.row.ticketId, change.row)
      else visits.delete(change.ticketId)
    }
  }
  return { turns, visits: [...visits.values()] }
}

/** Each difference of a stored record from the rebuilt one in a sentence; empty where they are equal. */
export function differencesOf(stored: DayRecord, rebuilt: DayRecord): string[] {
  return [
    ...rowDifferences(stored.turns, rebuilt.turns, (row) => `turn ${row.turnNo} of ${row.ticketNumber}`),
    ...rowDifferences(stored.visits, rebuilt.visits, (row) => `the visit of ${row.ticketNumber}`),
  ]
}

function* rowDifferences<Row extends TurnRow | VisitRow>(
  stored: readonly Row[],
  rebuilt: readonly Row[],
  nameOf: (row: Row) => string,
): Generator<string> {
  const unmatched = new Map(rebuilt.map((row) => [keyOf(row), row]))
  for (const row of stored) {
    const expected = unmatched.get(keyOf(row))
    unmatched.delete(keyOf(row))
    if (expected === undefined) yield `${nameOf(row)} is stored, but never happened`
    else yield* columnDifferences(row, expected, nameOf(row))
  }
  for (const row of unmatched.values()) yield `${nameOf(row)} is missing`
}

function keyOf(row: TurnRow | VisitRow): string {
  return 'turnNo' in row ? `${row.ticketId} ${row.turnNo}` : row.ticketId
}

function* columnDifferences<Row extends TurnRow | VisitRow>(
  stored: Row,
  rebuilt: Row,
  name: string,
): Generator<string> {
  const found = new Map<string, unknown>(Object.entries(stored))
  for (const [column, expected] of Object.entries(rebuilt)) {
    if (found.get(column) !== expected) {
      yield `${name}: ${column} is stored as ${found.get(column)}, not ${expected}`
    }
  }
}
