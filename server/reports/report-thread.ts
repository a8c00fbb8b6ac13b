/** The thread of the reports: it opens the database for reading, answers one question after the other, and ends. */
import { parentPort, workerData } from 'node:worker_threads'
import { answer, type Part, type Question } from './answer.ts'
import { openRecordReader } from './record-reader.ts'

export interface ThreadSetUp {
  readonly databaseFile: string
  readonly hallId: string
}
export interface Asked {
  readonly askedNo: number
  readonly question: Question
}
export type Answered = { readonly askedNo: number } & ({ readonly part: Part } | { readonly fault: unknown })

const { databaseFile, hallId }: ThreadSetUp = workerData
const reader = openRecordReader(databaseFile, hallId)

parentPort?.on('message', ({ askedNo, question }: Asked) => {
  parentPort?.postMessage(answered(askedNo, question))
})

function answered(askedNo: number, question: Question): Answered {
  try {
    return { askedNo, part: answer(reader, question) }
  } catch (fault) {
    return { askedNo, fault }
  }
}
