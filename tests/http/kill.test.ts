import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Plan } from '../../protocol/plan.ts'
import type {
  IssueReceipt,
  PairedDevice,
  Pairing,
  Receipt,
  Session,
  TicketView,
} from '../../protocol/views.ts'
import { asking } from '../support/running-hall.ts'
import { addressOf, endServer, noonZone, type ServerProcess, spawnServer } from '../support/server-process.ts'
import { smallPlan } from '../support/small-plan.ts'

const kills = 50
const windows = Array.from({ length: 16 }, (_, n) => `x${n}`)

const plan: Plan = {
  ...smallPlan,
  hall: { ...smallPlan.hall, timeZone: noonZone() },
  windows: windows.map((windowId, n) => ({
    windowId,
    areaId: 'ground',
    label: `${n + 1}`,
    name: { zh: '综合', en: 'General' },
    serviceIds: ['household', 'identity', 'business'],
    helps: [],
    shifts: null,
    printerId: null,
  })),
}

/** Numbers from a printed seed, so that a run can be had again (mulberry32, Tommy Ettinger 2017). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

interface Crew {
  readonly kiosks: string[]
  readonly clerks: string[]
}

/** What the server has acknowledged, and must never forget. */
interface Acknowledged {
  readonly numbers: Map<string, string>
  readonly calledAt: Map<string, string>
  readonly served: Set<string>
}

async function hire(url: string, oneTimePassword: string): Promise<Crew> {
  const ask = asking(url)
  const first = await ask<Session>(
    'POST',
    '/api/session',
    { staffNumber: 'admin', password: oneTimePassword },
    null,
  )
  const admin = first.body.sessionToken
  const newPassword = 'a password of its own'
  await ask('POST', '/api/session/password', { currentPassword: oneTimePassword, newPassword }, admin)
  const kiosks = []
  for (let n = 0; n < 8; n += 1) {
    const device = { kind: 'kiosk', name: `k${n}`, areaId: 'ground' }
    const { pairingCode } = (await ask<Pairing>('POST', '/api/devices', device, admin)).body
    kiosks.push(
      (await ask<PairedDevice>('POST', '/api/devices/pair', { pairingCode }, null)).body.deviceToken,
    )
  }
  const clerks = []
  for (const [n, windowId] of windows.entries()) {
    const member = { staffNumber: `${100 + n}`, name: 'c', role: 'clerk' }
    const added = await ask<{ oneTimePassword: string }>('POST', '/api/staff', member, admin)
    const sent = { staffNumber: member.staffNumber, password: added.body.oneTimePassword }
    const token = (await ask<Session>('POST', '/api/session', sent, null)).body.sessionToken
    await ask(
      'POST',
      '/api/session/password',
      { currentPassword: sent.password, newPassword: '246810' },
      token,
    )
    await ask('POST', `/api/windows/${windowId}/open`, {}, token)
    clerks.push(token)
  }
  return { kiosks, clerks }
}

/** Issues, calls, starts and completes without a pause until the server is gone; each request is sent twice. */
function load(url: string, crew: Crew, seen: Acknowledged): Promise<unknown> {
  const ask = asking(url)
  const twice = async <Body>(path: string, body: object, token: string) => {
    const key = randomUUID()
    const both = await Promise.allSettled([
      ask<Body>('POST', path, body, token, key),
      ask<Body>('POST', path, body, token, key),
    ])
    const answers = both.filter((each) => each.status === 'fulfilled').map((each) => each.value)
    const good = answers.filter(({ status }) => status < 300)
    if (good.length === 2) expect(good[0]).toEqual(good[1])
    if (answers.length === 0) throw new Error('the server is gone')
    return good[0]?.body
  }
  const issuing = crew.kiosks.map(async (kiosk) => {
    while (seen.numbers.size < 20_000) {
      const { ticket } = (await twice<IssueReceipt>('/api/tickets', { serviceId: 'household' }, kiosk)) ?? {}
      if (ticket === undefined) continue
      expect([...seen.numbers.values()].includes(ticket.ticketNumber), 'a number twice').toBe(false)
      seen.numbers.set(ticket.ticketId, ticket.ticketNumber)
    }
  })
  const calling = crew.clerks.map(async (clerk, n) => {
    const at = (step: string) => `/api/windows/${windows[n]}/${step}`
    const view = (await ask<{ windowId: string }[]>('GET', '/api/windows', undefined, clerk)).body
    expect(view).toHaveLength(16)
    // After a kill the window may still have the ticket whose answer was lost.
    let here = [...seen.calledAt].find(([id, w]) => w === windows[n] && !seen.served.has(id))?.[0]
    for (;;) {
      if (here === undefined) {
        const answer = await twice<Receipt>(at('call-next'), {}, clerk)
        here = answer?.ticket?.ticketId
        if (here === undefined) {
          const { body } = await ask<{ code: string; params: { ticketNumber: string } }>(
            'POST',
            at('call-next'),
            {},
            clerk,
          )
          if (body.code !== 'windowBusy') continue
          const found = await ask<TicketView>(
            'GET',
            `/api/tickets?ticketNumber=${body.params.ticketNumber}`,
            undefined,
            clerk,
          )
          here = found.body.ticketId
        } else {
          expect(seen.calledAt.has(here), 'a ticket at two windows').toBe(false)
          seen.calledAt.set(here, windows[n] ?? '')
        }
      }
      await twice(at('start'), { ticketId: here }, clerk)
      const done = await twice<Receipt>(at('complete'), { ticketId: here, result: 'accepted' }, clerk)
      if (done !== undefined) seen.served.add(here)
      here = undefined
    }
  })
  return Promise.allSettled([...issuing, ...calling]).then((results) => {
    for (const result of results) {
      if (result.status === 'rejected' && result.reason?.name === 'AssertionError') throw result.reason
    }
  })
}

async function checkNothingIsLost(
  url: string,
  crew: Crew,
  seen: Acknowledged,
  ids: Iterable<string>,
): Promise<void> {
  const ask = asking(url)
  for (const ticketId of ids) {
    const { status, body } = await ask<TicketView>(
      'GET',
      `/api/tickets/${ticketId}`,
      undefined,
      crew.clerks[0] ?? '',
    )
    expect(status, `${seen.numbers.get(ticketId)} is gone`).toBe(200)
    if (seen.numbers.has(ticketId)) expect(body.ticketNumber).toBe(seen.numbers.get(ticketId))
    if (seen.calledAt.has(ticketId)) expect(['called', 'serving', 'served']).toContain(body.state)
    if (seen.served.has(ticketId)) expect(body.state).toBe('served')
  }
}

it(`kill -9 at ${kills} random moments under load: nothing acknowledged is lost, and the numbers go on`, async () => {
  const seed = Math.floor(Math.random() * 2 ** 31)
  const random = seeded(seed)
  const folder = mkdtempSync(join(tmpdir(), 'shunwei-kill-'))
  writeFileSync(join(folder, 'plan.json'), JSON.stringify(plan))
  const environment = { PORT: '0', DATA_DIR: join(folder, 'data'), HALL_PLAN: join(folder, 'plan.json') }
  const seen: Acknowledged = { numbers: new Map(), calledAt: new Map(), served: new Set() }
  let server: ServerProcess = spawnServer(environment)
  try {
    let url = await addressOf(server)
    const crew = await hire(url, /one-time password (\S+)/.exec(server.output())?.[1] ?? '')
    for (let kill = 0; kill < kills; kill += 1) {
      const before = new Set(seen.numbers.keys())
      const running = load(url, crew, seen)
      await new Promise((resolve) => setTimeout(resolve, 20 + random() * 400))
      await endServer(server, 'SIGKILL')
      await running
      server = spawnServer(environment)
      url = await addressOf(server)
      await checkNothingIsLost(
        url,
        crew,
        seen,
        [...seen.numbers.keys()].filter((id) => !before.has(id)),
      )
    }
    await checkNothingIsLost(url, crew, seen, seen.numbers.keys())
    const all = [...seen.numbers.values()]
    expect(new Set(all).size).toBe(all.length)
    process.stdout.write(
      `kill -9: seed ${seed}, ${kills} kills, ${all.length} tickets and ${seen.calledAt.size} calls acknowledged, none lost\n`,
    )
  } catch (error) {
    throw new Error(`with seed ${seed}`, { cause: error })
  } finally {
    await endServer(server, 'SIGKILL')
    rmSync(folder, { recursive: true })
  }
}, 240_000)
