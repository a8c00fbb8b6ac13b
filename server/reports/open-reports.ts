/**
 * The reports, in a thread of their own with a connection of their own that can only read: a report over years of
 * record costs the hall no tick of its event loop. Even the text of the answer is made there.
 */
import { Worker } from 'node:worker_threads'
import type { SummaryQuery, TurnsQuery } from '../../protocol/reports.ts'
import type { Part, Question, ReportWords } from './answer.ts'
import type { Answered, Asked, ThreadSetUp } from './report-thread.ts'

export interface Reports {
  /** The summary as JSON or CSV text. @throws what the database or its thread says */
  summary(query: SummaryQuery, words: ReportWords): Promise<string>
  /** As JSON one page in one part; as CSV all turns of the range, each part read once the one before was taken. */
  turns(query: TurnsQuery, words: ReportWords): AsyncGenerator<string, void>
  /** Ends the thread; a question that it was still at is rejected. */
  close(): Promise<void>
}

/** Nothing is opened before the first question; a thread that died is replaced at the next one. */
export function openReports(setUp: ThreadSetUp): Reports {
  let thread: ReportThread | null = null
  const ask = (question: Question): Promise<Part> => {
    if (thread === null || thread.isOver) thread = new ReportThread(setUp)
    return thread.ask(question)
  }
  return {
    async summary(query, words) {
      return (await ask({ report: 'summary', query, words })).text
    },
    async *turns(query, words) {
      let part = await ask({ report: 'turns', query, words })
      yield part.text
      while (query.format === 'csv' && part.next !== null) {
        part = await ask({ report: 'turns', query: { ...query, after: part.next }, words })
        yield part.text
      }
    },
    async close() {
      await thread?.end()
    },
  }
}

interface Waiting {
  readonly resolve: (part: Part) => void
  readonly reject: (fault: unknown) => void
}

class ReportThread {
  isOver = false
  readonly #worker: Worker
  readonly #waiting = new Map<number, Waiting>()
  #askedNo = 0

  constructor(workerData: ThreadSetUp) {
    this.#worker = new Worker(new URL('./report-thread.ts', import.meta.url), { workerData })
    this.#worker.on('message', (answered: Answered) => this.#take(answered))
    this.#worker.on('error', (fault) => this.#giveUp(fault))
    this.#worker.on('exit', () => this.#giveUp(new Error('the thread of the reports has ended')))
  }

  ask(question: Question): Promise<Part> {
    return new Promise((resolve, reject) => {
      this.#askedNo += 1
      const asked: Asked = { askedNo: this.#askedNo, question }
      this.#waiting.set(asked.askedNo, { resolve, reject })
      this.#worker.postMessage(asked)
    })
  }

  async end(): Promise<void> {
    await this.#worker.terminate()
  }

  #take(answered: Answered): void {
    const waiting = this.#waiting.get(answered.askedNo)
    this.#waiting.delete(answered.askedNo)
    if ('part' in answered) waiting?.resolve(answered.part)
    else waiting?.reject(answered.fault)
  }

  #giveUp(fault: unknown): void {
    this.isOver = true
    for (const { reject } of this.#waiting.values()) reject(fault)
    this.#waiting.clear()
  }
}
