/**
 * One command at a time for one hall: decide → append → evolve → publish. Commands that arrive together are a
 * batch: each decides on the state that the one before left, their events are appended in one transaction, and
 * only then do the answers, views and slips go out. If the append fails nobody learns of it but by a fault, and
 * the hall is folded again from the journal.
 */
import type { Plan } from '../protocol/plan.ts'
import type { IssueReceipt, Receipt } from '../protocol/views.ts'
import type { Actor } from '../protocol/vocabulary.ts'
import type { Clock } from './clock.ts'
import { endOfDay, localDay } from './domain/calendar.ts'
import { type Command, isRefusal, type Refusal, refuse } from './domain/commands.ts'
import { decide } from './domain/decide.ts'
import type { HallEvent, StoredEvent } from './domain/events.ts'
import { evolve } from './domain/evolve.ts'
import type { Foresight } from './domain/foresight.ts'
import { emptyHall, type Hall } from './domain/hall.ts'
import { receiptNow } from './domain/receipt.ts'
import { type RecordChange, recordOf } from './domain/record.ts'
import type { Journal } from './journal/journal.ts'

/** A command with its sender. The key is the sender's own; the fingerprint a digest of what was sent with it. */
export interface Order {
  readonly command: Command
  readonly actor: Actor
  readonly key: string | null
  readonly fingerprint: string | null
}
export type Answer = { receipt: Receipt | IssueReceipt } | Refusal

/** The disk, or whatever bears the journal, did not take the events: nothing happened, and the hall says so. */
export class JournalFault extends Error {
  override name = 'JournalFault'
}

export interface RunnerSetUp {
  readonly journal: Journal
  readonly clock: Clock
  /** How long somebody will wait, for the promises that are kept. */
  readonly foresee: Foresight
  /** The plan of the very first day; later days take the one of the day before. */
  readonly firstPlan: Plan
  /** Told of each batch that was undone, with what undid it as its cause. */
  readonly onFault: (fault: JournalFault) => void
}

interface Waiting {
  readonly order: Order
  readonly resolve: (answer: Answer) => void
  readonly reject: (fault: unknown) => void
}

/** What one batch makes, before it is true. */
interface Batch {
  readonly now: number
  readonly events: StoredEvent[]
  readonly changes: RecordChange[]
  readonly answers: (() => void)[]
}

const batchLimit = 256
const hallItself: Actor = { kind: 'hall' }

export class HallRunner {
  readonly #journal: Journal
  readonly #clock: Clock
  readonly #firstPlan: Plan
  readonly #foresee: Foresight
  readonly #onFault: (fault: JournalFault) => void
  readonly #listeners: ((events: readonly StoredEvent[]) => void)[] = []
  readonly #waiting: Waiting[] = []
  /** Null after a failed append, until the journal could be read again. */
  #hall: Hall | null = null
  #pumping: Promise<void> | null = null
  #inBatch: Promise<void> | null = null
  #dayEnd = { day: '', timeZone: '', at: 0 }

  private constructor({ journal, clock, firstPlan, foresee, onFault }: RunnerSetUp) {
    this.#journal = journal
    this.#clock = clock
    this.#firstPlan = firstPlan
    this.#foresee = foresee
    this.#onFault = onFault
  }

  /**
   * Folds the last day and opens today's if it is due.
   * @throws whatever keeps the journal from being read or written
   */
  static async open(setUp: RunnerSetUp): Promise<HallRunner> {
    const runner = new HallRunner(setUp)
    await runner.#stageAndAppend([])
    return runner
  }

  /**
   * @returns the answer of the command, or of its first sending where the key was seen before today
   * @throws JournalFault when it could not be made durable; then it did not happen
   */
  submit(order: Order): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ order, resolve, reject })
      this.#pump()
    })
  }

  /** Asks something of the hall as it is on disk, never of what a batch is still writing. */
  async read<Result>(question: (hall: Hall, now: number) => Result): Promise<Result> {
    while (this.#inBatch !== null) await this.#inBatch
    const hall = await this.#foldedHall()
    return question(hall, this.#nowOf(hall))
  }

  /** Called with the events of each batch once they are durable. Listeners must not throw. */
  onCommitted(listener: (events: readonly StoredEvent[]) => void): void {
    this.#listeners.push(listener)
  }

  /** What is due by now happens: the day turns, missed calls and holds end, alarms are raised and cleared. */
  async passTime(): Promise<void> {
    const order = { command: { type: 'passTime' }, actor: hallItself, key: null, fingerprint: null } as const
    try {
      await this.submit(order)
    } catch (fault) {
      // What could not be stored is due again the next time, and onFault was told.
      if (!(fault instanceof JournalFault)) throw fault
    }
  }

  /** Waits for what was submitted to be answered. */
  async settle(): Promise<void> {
    while (this.#pumping !== null) await this.#pumping
  }

  #nowOf(hall: Hall): number {
    return Math.max(this.#clock.now(), hall.lastAt)
  }

  #pump(): void {
    this.#pumping ??= this.#runBatches()
  }

  async #runBatches(): Promise<void> {
    do {
      // All requests that the event loop has read by now come into the same batch.
      await new Promise((resolve) => setImmediate(resolve))
      this.#inBatch = this.#runBatch(this.#waiting.splice(0, batchLimit))
      await this.#inBatch
      this.#inBatch = null
    } while (this.#waiting.length > 0)
    // In the same breath as the look at the queue, or a command that comes between would wait for ever.
    this.#pumping = null
  }

  async #runBatch(orders: readonly Waiting[]): Promise<void> {
    let batch: Batch
    try {
      batch = await this.#stageAndAppend(orders)
    } catch (cause) {
      this.#hall = null
      const fault = new JournalFault('The command could not be stored, so it did not happen.', { cause })
      this.#onFault(fault)
      for (const { reject } of orders) reject(fault)
      return
    }
    for (const answer of batch.answers) answer()
    if (batch.events.length > 0) for (const listener of this.#listeners) listener(batch.events)
  }

  async #stageAndAppend(orders: readonly Waiting[]): Promise<Batch> {
    const hall = await this.#foldedHall()
    const batch: Batch = { now: this.#nowOf(hall), events: [], changes: [], answers: [] }
    this.#stageDayTurn(hall, batch)
    for (const order of orders) this.#stage(hall, batch, order)
    if (batch.events.length > 0) await this.#journal.append(batch.events, batch.changes)
    return batch
  }

  async #foldedHall(): Promise<Hall> {
    if (this.#hall === null) {
      const hall = emptyHall()
      const lastDay = await this.#journal.lastDay()
      if (lastDay !== null) for (const stored of await this.#journal.readDay(lastDay)) evolve(hall, stored)
      this.#hall = hall
    }
    return this.#hall
  }

  #stageDayTurn(hall: Hall, batch: Batch): void {
    const plan = hall.setUp?.plan ?? this.#firstPlan
    const { timeZone } = plan.hall
    const isOver = hall.day === null || batch.now >= this.#endOf(hall.day, timeZone)
    if (hall.dayIsOpen && !isOver) return
    const day = localDay(batch.now, timeZone)
    const oldDayEndedAt =
      hall.day === null ? batch.now : Math.max(hall.lastAt, this.#endOf(hall.day, timeZone) - 1)
    const decision = decide(
      hall,
      { type: 'turnDay', day, plan, oldDayEndedAt },
      hallItself,
      batch.now,
      this.#foresee,
    )
    if (isRefusal(decision)) throw new Error(`the day could not be turned: ${decision.refused}`)
    this.#apply(hall, batch, decision, { actor: hallItself, key: null, fingerprint: null })
  }

  /** Asked for every batch and hard to find out, so the last answer is kept. */
  #endOf(day: string, timeZone: string): number {
    if (this.#dayEnd.day !== day || this.#dayEnd.timeZone !== timeZone) {
      this.#dayEnd = { day, timeZone, at: endOfDay(day, timeZone) }
    }
    return this.#dayEnd.at
  }

  #stage(hall: Hall, batch: Batch, { order, resolve }: Waiting): void {
    const { command, actor, key, fingerprint } = order
    const first = key === null ? undefined : hall.answers.get(key)
    if (first !== undefined) {
      const answer = first.fingerprint === fingerprint ? { receipt: first.receipt } : refuse('keyReused')
      batch.answers.push(() => resolve(answer))
      return
    }
    const decision = decide(hall, command, actor, batch.now, this.#foresee)
    if (isRefusal(decision)) {
      batch.answers.push(() => resolve(decision))
      return
    }
    this.#apply(hall, batch, decision, order)
    const receipt = (key === null ? undefined : hall.answers.get(key)?.receipt) ?? receiptNow(hall, command)
    batch.answers.push(() => resolve({ receipt }))
  }

  #apply(
    hall: Hall,
    batch: Batch,
    events: readonly HallEvent[],
    sender: Pick<Order, 'actor' | 'key' | 'fingerprint'>,
  ): void {
    for (const event of events) {
      const stored: StoredEvent = {
        seq: hall.lastSeq + 1,
        day: event.type === 'DayOpened' ? event.day : (hall.day ?? ''),
        at: batch.now,
        key: sender.key,
        fingerprint: sender.fingerprint,
        actor: sender.actor,
        event,
      }
      evolve(hall, stored)
      batch.events.push(stored)
      batch.changes.push(...recordOf(hall, stored))
    }
  }
}
