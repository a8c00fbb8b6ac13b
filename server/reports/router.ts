/** The reports over HTTP: `GET /summary` and `GET /turns`, as JSON or as a CSV file. */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type RequestHandler, type Response, Router } from 'express'
import { type ReportFormat, summaryQuery, turnsQuery } from '../../protocol/reports.ts'
import { parseOrRefuse } from '../http/problem.ts'
import type { ReportWords } from './answer.ts'
import type { ReportNames } from './names.ts'
import type { Reports } from './open-reports.ts'

export interface ReportsSetUp {
  readonly reports: Reports
  /** What the hall calls things now. */
  readonly names: () => Promise<ReportNames>
  readonly timeZone: () => Promise<string>
  /** Lets supervisors and administrators through, and refuses everybody else. */
  readonly authorise: RequestHandler
}

/** To be mounted at `/api/reports`. A query that is not understood is a BadRequest. */
export function reportsRouter({ reports, names, timeZone, authorise }: ReportsSetUp): Router {
  const words = async (): Promise<ReportWords> => ({ names: await names(), timeZone: await timeZone() })
  const router = Router()
  router.use(authorise)
  router.get('/summary', async (request, response) => {
    const query = parseOrRefuse(summaryQuery, request.query, 'query')
    const text = await reports.summary(query, await words())
    describe(response, query.format, `summary-by-${query.by}-${query.from}-${query.to}`)
    response.end(text)
  })
  router.get('/turns', async (request, response) => {
    const query = parseOrRefuse(turnsQuery, request.query, 'query')
    const parts = reports.turns(query, await words())
    // A fault at the first part can still be answered as a problem; later the connection can only be cut.
    const first = await parts.next()
    describe(response, query.format, `turns-${query.from}-${query.to}`)
    await pipeline(Readable.from(inOrder(first, parts)), response).catch(unlessTheReaderLeft)
  })
  return router
}

function describe(response: Response, format: ReportFormat, name: string): void {
  response.set('Cache-Control', 'no-store')
  response.type(format)
  if (format === 'csv') response.attachment(`shunwei-${name}.csv`)
}

async function* inOrder(
  first: IteratorResult<string, void>,
  others: AsyncGenerator<string, void>,
): AsyncGenerator<string> {
  if (first.done) return
  yield first.value
  yield* others
}

function unlessTheReaderLeft(fault: unknown): void {
  const left = fault instanceof Error && 'code' in fault && fault.code === 'ERR_STREAM_PREMATURE_CLOSE'
  if (!left) throw fault
}
