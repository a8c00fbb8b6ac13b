/** The text that answers a question to the record: what the reports' own thread does all day. */
import type { SummaryQuery, TurnPage, TurnsQuery } from '../../protocol/reports.ts'
import type { ReportNames } from './names.ts'
import type { RecordReader } from './record-reader.ts'
import { summarise } from './summary.ts'
import { summaryCsv } from './summary-csv.ts'
import { turnPageOf } from './turn-page.ts'
import { turnsCsv } from './turns-csv.ts'

/** What the hall calls things, and by which clock it lives. */
export interface ReportWords {
  readonly names: ReportNames
  readonly timeZone: string
}
export type Question =
  | { readonly report: 'summary'; readonly query: SummaryQuery; readonly words: ReportWords }
  | { readonly report: 'turns'; readonly query: TurnsQuery; readonly words: ReportWords }

/** A part of an answer, and after which row the next one goes on; null: there is no more. */
export interface Part {
  readonly text: string
  readonly next: string | null
}

const jsonPageRows = 1_000
const csvPartRows = 2_000

export function answer(reader: RecordReader, question: Question): Part {
  return question.report === 'summary'
    ? { text: summaryText(reader, question.query, question.words), next: null }
    : turnsPart(reader, question.query, question.words)
}

function summaryText(reader: RecordReader, query: SummaryQuery, { names }: ReportWords): string {
  const summary = summarise(reader, names, query)
  return query.format === 'csv' ? summaryCsv(summary) : JSON.stringify(summary)
}

function turnsPart(reader: RecordReader, query: TurnsQuery, { names, timeZone }: ReportWords): Part {
  const { from, to, after, format } = query
  const limit = format === 'csv' ? csvPartRows : (query.limit ?? jsonPageRows)
  const { rows, next } = turnPageOf(reader, names, { from, to, after, limit })
  if (format === 'csv') return { text: turnsCsv(rows, timeZone, after === undefined), next }
  const page: TurnPage = { from, to, rows, next }
  return { text: JSON.stringify(page), next }
}
