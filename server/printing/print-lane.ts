/** The slips of one printer, one after the other in the order they were asked for. */
import { setTimeout as pause } from 'node:timers/promises'
import type { PrintOutcome } from './printer.ts'

/** More than a printer does in the time anyone waits for paper; what comes on top fails at once. */
const laneLimit = 40
/** Counted from the asking. After that a slip that comes out is litter: its visitor has gone with the QR code. */
const retryWithinMs = 5_500
const betweenTriesMs = 1_000

const notTaken: PrintOutcome = { printed: false, fault: 'error', mayHavePrinted: false }

interface Waiting<Job> {
  readonly job: Job
  readonly askedAt: number
}

export interface PrintLaneSetUp<Job> {
  /** One try. Must not reject. */
  readonly attempt: (job: Job) => Promise<PrintOutcome>
  /** Told once for each job. Must not throw. */
  readonly settle: (job: Job, outcome: PrintOutcome) => void
}

export class PrintLane<Job> {
  readonly #attempt: PrintLaneSetUp<Job>['attempt']
  readonly #settle: PrintLaneSetUp<Job>['settle']
  readonly #waiting: Waiting<Job>[] = []
  readonly #closing = new AbortController()
  #isRunning = false
  #run: Promise<void> = Promise.resolve()

  constructor({ attempt, settle }: PrintLaneSetUp<Job>) {
    this.#attempt = attempt
    this.#settle = settle
  }

  add(job: Job): void {
    if (this.#closing.signal.aborted || this.#waiting.length >= laneLimit) {
      this.#settle(job, notTaken)
      return
    }
    this.#waiting.push({ job, askedAt: performance.now() })
    if (!this.#isRunning) this.#run = this.#printAll()
  }

  /** Lets the slip that is with the printer come to its end and gives up on the others. */
  close(): Promise<void> {
    this.#closing.abort()
    for (const { job } of this.#waiting.splice(0)) this.#settle(job, notTaken)
    return this.#run
  }

  async #printAll(): Promise<void> {
    this.#isRunning = true
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
      const outcome = await this.#tryFor(next)
      this.#settle(next.job, outcome)
      if (isUnsent(outcome)) this.#giveUpOverdue(outcome)
    }
    this.#isRunning = false
  }

  async #tryFor({ job, askedAt }: Waiting<Job>): Promise<PrintOutcome> {
    let outcome = await this.#attempt(job)
    while (isUnsent(outcome) && isInTime(askedAt) && (await this.#paused())) {
      outcome = await this.#attempt(job)
    }
    return outcome
  }

  /** What waited behind a printer that is out of order, and is too old to try again, fails as its forerunner did. */
  #giveUpOverdue(outcome: PrintOutcome): void {
    while (this.#waiting[0] !== undefined && !isInTime(this.#waiting[0].askedAt)) {
      const overdue = this.#waiting.shift()
      if (overdue !== undefined) this.#settle(overdue.job, outcome)
    }
  }

  /** @returns false when the lane was closed meanwhile */
  #paused(): Promise<boolean> {
    return pause(betweenTriesMs, true, { signal: this.#closing.signal }).catch(() => false)
  }
}

function isUnsent(outcome: PrintOutcome): boolean {
  return !outcome.printed && !outcome.mayHavePrinted
}

function isInTime(askedAt: number): boolean {
  return performance.now() - askedAt + betweenTriesMs <= retryWithinMs
}
