/**
 * `npm run bench:line`: what the rules of the line cost in a large hall of 40 services and 200 windows, with 100,
 * 1,000 and 10,000 tickets waiting, and how that grows. Microseconds of this machine; quote the growth. JSON last.
 */
import { cpus } from 'node:os'
import { type Plan, plan } from '../../protocol/plan.ts'
import type { Actor } from '../../protocol/vocabulary.ts'
import { next, peopleAhead } from '../../server/domain/calling.ts'
import { decide } from '../../server/domain/decide.ts'
import { explain } from '../../server/domain/explain.ts'
import { ticketOf } from '../../server/domain/hall.ts'
import { filled } from '../support/given-commands.ts'
import { GivenHall } from '../support/given-hall.ts'
import { smallPlan } from '../support/small-plan.ts'
import { medianOf } from './load.ts'

const services = 40
const windows = 200
const callsBefore = 400
const sizes = [100, 1_000, 10_000]
const rounds = 9

/** Each window serves five services and helps out with a sixth after ten minutes. */
const largePlan: Plan = plan.parse({
  ...smallPlan,
  services: Array.from({ length: services }, (_, n) => ({
    ...smallPlan.services[0],
    serviceId: `s${n}`,
    prefix: `${String.fromCharCode(65 + Math.floor(n / 26))}${String.fromCharCode(65 + (n % 26))}`,
  })),
  windows: Array.from({ length: windows }, (_, n) => ({
    ...smallPlan.windows[0],
    windowId: `w${n}`,
    label: `${n + 1}`,
    serviceIds: Array.from({ length: 5 }, (_each, at) => `s${(n * 5 + at) % services}`),
    helps: [{ serviceId: `s${(n * 5 + 5) % services}`, afterMinutes: 10 }],
  })),
})

const clerkOf = (n: number): Actor => ({ kind: 'staff', staffId: `clerk-${n}`, role: 'clerk' })

/** After so many calls, so many wait; one in ten is of a class. */
function hallWith(waiting: number): GivenHall {
  const given = new GivenHall(largePlan)
  for (let n = 0; n < windows; n += 1) given.opened(`w${n}`, clerkOf(n))
  for (let n = 0; n < waiting + callsBefore; n += 1) {
    given.now += 1_000
    given.issued(`s${n % services}`, n % 10 === 0 ? 'elderly' : null)
  }
  for (let n = 0; n < callsBefore; n += 1) {
    const windowId = `w${n % windows}`
    const by = clerkOf(n % windows)
    const here = { windowId, ticketId: given.calledNext(windowId, by).ticketId }
    given.does(by, { type: 'start', ...here })
    given.does(by, { type: 'complete', ...here, result: 'accepted' })
  }
  return given
}

/** The median over the rounds of the mean time of one, in µs. */
function microseconds(times: number, one: (n: number) => unknown): number {
  const means: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const startedAt = performance.now()
    for (let n = 0; n < times; n += 1) one(n)
    means.push(((performance.now() - startedAt) * 1_000) / times)
  }
  return Number(medianOf(means).toFixed(3))
}

function measure(waiting: number) {
  const given = hallWith(waiting)
  const { hall, now, foresee } = given
  const tickets = [...hall.tickets.values()].filter(({ state }) => state === 'waiting')
  const last = tickets.at(-1)
  if (last === undefined) throw new Error('nobody waits')
  const any = (n: number) => tickets[(n * 7_919) % tickets.length] ?? last
  const first = [...hall.tickets.values()].find(({ spells }) => spells[0]?.untilSeq === null) ?? last
  const call = (n: number) =>
    decide(
      hall,
      filled({ type: 'callNext', windowId: `w${n % windows}` }),
      clerkOf(n % windows),
      now,
      foresee,
    )
  return {
    waiting: tickets.length,
    nextUs: microseconds(20_000, (n) => next(hall, `w${n % windows}`, now)),
    peopleAheadUs: microseconds(20_000, (n) => peopleAhead(hall, any(n))),
    explainUs: microseconds(200, () => explain(hall, ticketOf(hall, first.ticketId))),
    callNextUs: microseconds(20_000, call),
    callsExplained: explain(hall, first).before.length,
  }
}

const say = (line: string) => process.stderr.write(`${line}\n`)

// The first hall of a cold process measures the compiler.
for (const size of [100, 1_000, 100, 1_000]) measure(size)
const rows = sizes.map((size) => {
  const row = measure(size)
  say(
    `${row.waiting} waiting: next ${row.nextUs} µs, people ahead ${row.peopleAheadUs} µs, ` +
      `explain (${row.callsExplained} calls) ${row.explainUs} µs, call-next decided ${row.callNextUs} µs`,
  )
  return row
})
const [least] = rows
const growth = rows.map((row) => ({
  waiting: row.waiting,
  next: Number((row.nextUs / (least?.nextUs ?? 1)).toFixed(2)),
  peopleAhead: Number((row.peopleAheadUs / (least?.peopleAheadUs ?? 1)).toFixed(2)),
  explain: Number((row.explainUs / (least?.explainUs ?? 1)).toFixed(2)),
  callNext: Number((row.callNextUs / (least?.callNextUs ?? 1)).toFixed(2)),
}))
const machine = { cores: cpus().length, node: process.version }
process.stdout.write(`${JSON.stringify({ machine, services, windows, callsBefore, rows, growth })}\n`)
