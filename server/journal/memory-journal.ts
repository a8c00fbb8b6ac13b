/** A journal that lasts as long as the process: for tests, and for days that are only simulated. */
import type { StoredEvent } from '../domain/events.ts'
import type { RecordChange, TurnRow, VisitRow } from '../domain/record.ts'
import { type DayRecord, type Journal, JournalConflict } from './journal.ts'

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

export class MemoryJournal implements Journal {
  #events: StoredEvent[] = []
  #turns = new Map<string, TurnRow>()
  #visits = new Map<string, VisitRow>()

  async days(): Promise<string[]> {
    return [...new Set(this.#events.map((event) => event.day))]
  }

  async lastDay(): Promise<string | null> {
    return this.#events.at(-1)?.day ?? null
  }

  async readDay(day: string): Promise<StoredEvent[]> {
    return structuredClone(this.#events.filter((event) => event.day === day))
  }

  async append(events: readonly StoredEvent[], changes: readonly RecordChange[]): Promise<void> {
    let lastSeq = this.#events.at(-1)?.seq ?? 0
    for (const { seq } of events) {
      if (seq <= lastSeq) throw new JournalConflict(`event ${seq} is taken`)
      lastSeq = seq
    }
    this.#events.push(...structuredClone(events))
    for (const change of changes) this.#write(change)
  }

  async readRecord(day: string): Promise<DayRecord> {
    return structuredClone({
      turns: [...this.#turns.values()]
        .filter((row) => row.day === day)
        .sort((a, b) => byText(a.ticketId, b.ticketId) || a.turnNo - b.turnNo),
      visits: [...this.#visits.values()]
        .filter((row) => row.day === day)
        .sort((a, b) => byText(a.ticketId, b.ticketId)),
    })
  }

  async replaceRecord(day: string, record: DayRecord): Promise<void> {
    for (const [key, row] of this.#turns) if (row.day === day) this.#turns.delete(key)
    for (const [key, row] of this.#visits) if (row.day === day) this.#visits.delete(key)
    for (const row of record.turns) this.#write({ kind: 'turn', row })
    for (const row of record.visits) this.#write({ kind: 'visit', row })
  }

  async close(): Promise<void> {}

  #write(change: RecordChange): void {
    if (change.kind === 'turn') {
      const { day, ticketId, turnNo } = change.row
      this.#turns.set(`${day} ${ticketId} ${turnNo}`, { ...change.row })
    } else if (change.kind === 'visit') {
      this.#visits.set(`${change.row.day} ${change.row.ticketId}`, { ...change.row })
    } else {
      this.#visits.delete(`${change.day} ${change.ticketId}`)
    }
  }
}
