/**
 * `npm run bench`: what a durable command costs over HTTP, beside a bare Express route in the same run, with an
 * empty record and with 200,000 visits on it. Quote the ratios; the rates are this machine's. JSON last.
 * `npm run bench -- --profile=FOLDER` also writes a CPU profile of the server.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Receipt } from '../../protocol/views.ts'
import { type BenchHall, startBenchHall } from './bench-hall.ts'
import { commitP50Ms } from './commit.ts'
import { loaderOf, type Measured, measure, measured, medianOf } from './load.ts'
import { writePast } from './past.ts'

const rounds = 5
const warmingRounds = 3
const pastVisits = 200_000
const load = [
  { atOnce: 1, requests: 400, aim: 0.4 },
  { atOnce: 16, requests: 3_000, aim: 0.6 },
  { atOnce: 64, requests: 4_800, aim: 0.75 },
]

interface Row {
  readonly atOnce: number
  readonly bare: Measured
  readonly issue: Measured
  readonly callNext: Measured
  readonly complete: Measured
  /** Medians over the rounds of the rate beside the bare route's of the same round. */
  readonly ratio: { issue: number; callNext: number; complete: number }
  readonly aim: number
}

const say = (line: string) => process.stderr.write(`${line}\n`)

async function startBare(): Promise<{ url: string; close(): void }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'bare-process.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await new Promise<[Buffer]>((resolve) =>
    child.stdout.once('data', (data) => resolve([data])),
  )
  return { url: line.toString().trim(), close: () => void child.kill() }
}

/** One round: the bare route, then as many issues, calls and completions, each step alone. */
async function round(hall: BenchHall, bareUrl: string, atOnce: number, requests: number) {
  const bareLoader = await loaderOf(bareUrl, atOnce)
  const hallLoader = await loaderOf(hall.url, atOnce)
  const expectStatus = async (wanted: number, sending: Promise<{ status: number; body: string }>) => {
    const { status, body } = await sending
    if (status !== wanted) throw new Error(`answered ${status}: ${body}`)
    return body
  }
  const sent = { serviceId: 'household' }
  const bare = await measure(atOnce, requests, (sender) =>
    expectStatus(201, bareLoader.post(sender, '/api/tickets', sent, null)),
  )
  const issue = await measure(atOnce, requests, (sender) =>
    expectStatus(
      201,
      hallLoader.post(sender, '/api/tickets', sent, hall.kiosks[sender % hall.kiosks.length] ?? ''),
    ),
  )
  // A window must start and complete before it calls again, so the two are timed within the clerk's cycle.
  const latencies = { callNext: [] as number[], complete: [] as number[] }
  const cycles = Math.ceil(requests / 3)
  const timed = async (step: 'callNext' | 'complete', sending: () => Promise<string>) => {
    const startedAt = performance.now()
    const body = await sending()
    latencies[step].push(performance.now() - startedAt)
    return body
  }
  await measure(atOnce, cycles, async (sender) => {
    const { windowId, token } = hall.clerks[sender] ?? { windowId: '', token: '' }
    const at = (step: string) => `/api/windows/${windowId}/${step}`
    const called = await timed('callNext', () =>
      expectStatus(200, hallLoader.post(sender, at('call-next'), {}, token)),
    )
    const ticketId = (JSON.parse(called) as Receipt).ticket?.ticketId
    await expectStatus(200, hallLoader.post(sender, at('start'), { ticketId }, token))
    const done = { ticketId, result: 'accepted' }
    await timed('complete', () => expectStatus(200, hallLoader.post(sender, at('complete'), done, token)))
  })
  bareLoader.close()
  hallLoader.close()
  return {
    bare,
    issue,
    callNext: rate(latencies.callNext, atOnce),
    complete: rate(latencies.complete, atOnce),
  }
}

/** With so many senders always waiting, their rate is senders / mean latency (Little 1961). */
function rate(latencies: readonly number[], atOnce: number): Measured {
  const sumMs = latencies.reduce((sum, each) => sum + each, 0)
  return measured(latencies, sumMs / atOnce / 1_000)
}

async function measureHall(hall: BenchHall, bareUrl: string): Promise<Row[]> {
  const rows: Row[] = []
  // Both are compiled by use: the first rounds of a cold process measure the compiler.
  for (let n = 0; n < warmingRounds; n += 1) await round(hall, bareUrl, 16, 3_000)
  for (const { atOnce, requests, aim } of load) {
    const results: Awaited<ReturnType<typeof round>>[] = []
    for (let n = 0; n < rounds; n += 1) results.push(await round(hall, bareUrl, atOnce, requests))
    const middle = (pick: (result: (typeof results)[number]) => Measured): Measured => ({
      perSecond: medianOf(results.map((result) => pick(result).perSecond)),
      p50Ms: medianOf(results.map((result) => pick(result).p50Ms)),
      p99Ms: medianOf(results.map((result) => pick(result).p99Ms)),
    })
    const ratioOf = (step: 'issue' | 'callNext' | 'complete') =>
      Number(medianOf(results.map((result) => result[step].perSecond / result.bare.perSecond)).toFixed(2))
    const row: Row = {
      atOnce,
      bare: middle(({ bare }) => bare),
      issue: middle(({ issue }) => issue),
      callNext: middle(({ callNext }) => callNext),
      complete: middle(({ complete }) => complete),
      ratio: { issue: ratioOf('issue'), callNext: ratioOf('callNext'), complete: ratioOf('complete') },
      aim,
    }
    rows.push(row)
    say(
      `${atOnce} at once: bare ${row.bare.perSecond}/s, issue ${row.issue.perSecond}/s (${row.ratio.issue}), ` +
        `call-next ${row.callNext.perSecond}/s (${row.ratio.callNext}), complete ${row.complete.perSecond}/s (${row.ratio.complete})`,
    )
  }
  return rows
}

const { values } = parseArgs({ options: { profile: { type: 'string' } } })
const folder = mkdtempSync(join(tmpdir(), 'shunwei-bench-'))
const bare = await startBare()
try {
  const commitMs = commitP50Ms(folder)
  say(`one durable commit of this disk: ${commitMs} ms`)
  const empty = join(folder, 'empty')
  mkdirSync(empty)
  say('with an empty record:')
  const first = await startBenchHall(empty, values.profile ?? null)
  const withEmptyRecord = await measureHall(first, bare.url).finally(first.close)
  const full = join(folder, 'full')
  mkdirSync(full)
  say(`writing ${pastVisits} visits …`)
  await writePast(join(full, 'data'), pastVisits)
  say(`with ${pastVisits} visits on record:`)
  const second = await startBenchHall(full, null)
  const withPast = await measureHall(second, bare.url).finally(second.close)
  const startMs = { emptyRecord: first.startMs, fullRecord: second.startMs }
  const machine = { cores: cpus().length, node: process.version }
  process.stdout.write(
    `${JSON.stringify({ machine, rounds, commitP50Ms: commitMs, startMs, withEmptyRecord, pastVisits, withPast })}\n`,
  )
} finally {
  bare.close()
  rmSync(folder, { recursive: true })
}
