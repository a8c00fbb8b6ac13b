/** The journal's port: the events of one hall in their order, and the record's rows beside them. */
import type { StoredEvent } from '../domain/events.ts'
import type { RecordChange, TurnRow, VisitRow } from '../domain/record.ts'

export interface DayRecord {
  turns: TurnRow[]
  visits: VisitRow[]
}

export interface Journal {
  /** The days that have events, oldest first. */
  days(): Promise<string[]>
  /** The last day that has events; null in an empty journal. */
  lastDay(): Promise<string | null>
  /** The events of one day, by `seq`. */
  readDay(day: string): Promise<StoredEvent[]>
  /**
   * Makes events and rows durable together, or neither. Resolves only once they would survive a power loss.
   * @throws JournalConflict when one of the places is taken, so another server writes this hall
   * @throws any fault of the disk or the database; then nothing of it is stored
   */
  append(events: readonly StoredEvent[], changes: readonly RecordChange[]): Promise<void>
  /** The rows of one day, turns by ticket and number, visits by ticket. */
  readRecord(day: string): Promise<DayRecord>
  /** Puts other rows in the place of a day's, in one transaction: for the rebuild. */
  replaceRecord(day: string, record: DayRecord): Promise<void>
  close(): Promise<void>
}

/** Two servers write one hall: the one that meets this has to stop. */
export class JournalConflict extends Error {
  override name = 'JournalConflict'
}
