/** The reports over HTTP: who may read them, what is refused with which reason, and how the files arrive. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { type ErrorRequestHandler } from 'express'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { summary, turnPage } from '../../protocol/reports.ts'
import { refuse } from '../../server/domain/commands.ts'
import { BadRequest, problemHandler, Refused } from '../../server/http/problem.ts'
import { openReports, type Reports } from '../../server/reports/open-reports.ts'
import { reportsRouter } from '../../server/reports/router.ts'
import { seededRandom } from '../../server/sample/random.ts'
import { knownNames, knownRecord } from './known-hall.ts'
import { drawnDay, hallId, RecordFile } from './record-file.ts'

let record: RecordFile
let reports: Reports
let server: Server
let url: string
/** What went wrong beside the expected refusals. */
const faults: unknown[] = []

beforeAll(async () => {
  record = await new RecordFile().store(knownRecord)
  reports = openReports({ databaseFile: record.file, hallId })
  const app = express()
  const router = reportsRouter({
    reports,
    names: async () => knownNames,
    timeZone: async () => 'Asia/Shanghai',
    authorise: (request, _response, next) =>
      next(
        request.get('Authorization') === 'Bearer supervisor' ? undefined : new Refused(refuse('notAllowed')),
      ),
  })
  app.use('/api/reports', router)
  const noteFault: ErrorRequestHandler = (error, _request, _response, next) => {
    if (!(error instanceof Refused || error instanceof BadRequest)) faults.push(error)
    next(error)
  }
  app.use(noteFault)
  app.use(problemHandler(pino({ level: 'silent' })))
  server = createServer(app).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/reports`
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await reports.close()
  record[Symbol.dispose]()
})

function asked(path: string): Promise<Response> {
  return fetch(`${url}${path}`, { headers: { Authorization: 'Bearer supervisor' } })
}
const march = 'from=2026-03-01&to=2026-03-31'

test('a supervisor gets the summary as JSON', async () => {
  const response = await asked(`/summary?${march}&by=window`)
  expect(response.status).toBe(200)
  expect(response.headers.get('Content-Type')).toMatch(/^application\/json/)
  const answer = summary.parse(await response.json())
  expect(answer).toMatchObject({ from: '2026-03-01', to: '2026-03-31', by: 'window', total: { turns: 8 } })
})

test('and as a file that a spreadsheet opens', async () => {
  const response = await asked(`/summary?${march}&by=service&format=csv`)
  expect(response.headers.get('Content-Type')).toBe('text/csv; charset=utf-8')
  expect(response.headers.get('Content-Disposition')).toBe(
    'attachment; filename=shunwei-summary-by-service-2026-03-01-2026-03-31.csv',
  )
  const bytes = Buffer.from(await response.arrayBuffer())
  expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
  expect(bytes.toString('utf8').split('\r\n')).toHaveLength(6)
})

test('the turns come page after page, or all in one file', async () => {
  const first = turnPage.parse(await (await asked(`/turns?${march}&limit=5`)).json())
  const second = turnPage.parse(await (await asked(`/turns?${march}&limit=5&after=${first.next}`)).json())
  expect([first.rows.length, second.rows.length, second.next]).toEqual([5, 3, null])
  const file = await (await asked(`/turns?${march}&format=csv`)).text()
  expect(file.split('\r\n')).toHaveLength(1 + 8 + 1)
})

test('nobody else reads them', async () => {
  const response = await fetch(`${url}/summary?${march}&by=day`)
  expect(response.status).toBe(403)
  expect(await response.json()).toMatchObject({ code: 'notAllowed' })
})

test.each([
  ['/summary?from=2026-03-01&to=2026-03-31', 'query.by'],
  ['/summary?from=2026-03-01&to=2026-03-31&by=floor', 'query.by'],
  ['/summary?to=2026-03-31&by=day', 'query.from'],
  ['/summary?from=2026-02-30&to=2026-03-31&by=day', 'query.from'],
  ['/summary?from=2026-03-31&to=2026-03-01&by=day', 'query.to'],
  ['/summary?from=2016-01-01&to=2026-02-17&by=day', 'query.to'],
  ['/summary?from=2026-03-01&to=2026-03-31&by=day&limit=5', 'query'],
  ['/summary?from=2026-03-01&from=2026-03-02&to=2026-03-31&by=day', 'query.from'],
  ['/summary?from=2026-03-01&to=2026-03-31&by=day&format=pdf', 'query.format'],
  ['/turns?from=2026-03-01&to=2026-03-31&limit=0', 'query.limit'],
  ['/turns?from=2026-03-01&to=2026-03-31&limit=10001', 'query.limit'],
  ['/turns?from=2026-03-01&to=2026-03-31&limit=many', 'query.limit'],
  ["/turns?from=2026-03-01&to=2026-03-31&after=' OR 1=1", 'query.after'],
  ['/turns?from=2026-03-01&to=2026-03-31&format=csv&limit=5', 'query.format'],
])('%s is refused at %s', async (path, at) => {
  const response = await asked(path)
  expect(response.status).toBe(400)
  const { code, errors } = await response.json()
  expect([code, errors.map((each: { path: string }) => each.path)]).toEqual(['badRequest', [at]])
})

test('3,700 days are the longest range', async () => {
  expect((await asked('/summary?from=2016-01-01&to=2026-02-16&by=day')).status).toBe(200)
})

test('who leaves in the middle of a long file does no harm', async () => {
  await record.store(drawnDay('2026-06-01', 8_000, seededRandom(8)))
  const leaving = new AbortController()
  const headers = { Authorization: 'Bearer supervisor' }
  const path = `${url}/turns?from=2026-06-01&to=2026-06-01&format=csv`
  const response = await fetch(path, { headers, signal: leaving.signal })
  await response.body?.getReader().read()
  leaving.abort()
  const afterwards = await asked('/summary?from=2026-06-01&to=2026-06-01&by=hour')
  expect(summary.parse(await afterwards.json()).total.visits).toBe(8_000)
  expect(faults).toEqual([])
})
