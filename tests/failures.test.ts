/**
 * Where other queue systems fail, by their own issue trackers, as far as the line is concerned. Each is lived through
 * here in a real server over HTTP and its sockets, under the number that it has in our list of the field.
 */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { io, type Socket } from 'socket.io-client'
import { afterEach, describe, expect, it } from 'vitest'
import type { Explanation } from '../protocol/explain.ts'
import type { ScreenToServer, ServerToScreen } from '../protocol/live.ts'
import { type Plan, plan } from '../protocol/plan.ts'
import type { Summary } from '../protocol/reports.ts'
import type { BoardView, IssueReceipt, Receipt, TicketView } from '../protocol/views.ts'
import { nineOClock } from './support/given-hall.ts'
import { type RunningHall, startHall } from './support/running-hall.ts'
import { smallPlan } from './support/small-plan.ts'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs
const closing: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

/** A hall whose clock the test moves. */
async function hallOf(set: { plan?: Plan; dataFolder?: string; at?: number } = {}) {
  const clock = { at: set.at ?? nineOClock, now: () => clock.at }
  const running = await startHall({ ...set, clock })
  let isOpen = true
  const close = async () => {
    if (isOpen) await running.close()
    isOpen = false
  }
  closing.push(close)
  const [kiosk, clerk] = [await running.paired('kiosk'), await running.signedIn('clerk')]
  const issue = async (serviceId = 'household', more: object = {}, token = kiosk) =>
    (await running.post<IssueReceipt>('/api/tickets', { serviceId, ...more }, token)).body.ticket
  const at = (windowId: string, by = clerk) => ({
    ask: <Body = Receipt>(step: string, body: object = {}, key = randomUUID()) =>
      running.post<Body>(`/api/windows/${windowId}/${step}`, body, by, key),
  })
  return { running, clock, close, kiosk, clerk, issue, at }
}

/** A printer is tried again for some seconds before it counts as off. */
const patienceMs = 12_000

async function until(what: () => boolean | Promise<boolean>): Promise<void> {
  const endsAt = Date.now() + patienceMs
  while (Date.now() < endsAt && !(await what())) await new Promise((resolve) => setTimeout(resolve, 10))
  expect(await what(), 'it did not come in time').toBe(true)
}

/** The views that a board of the ground floor gets. */
async function boardOf(running: RunningHall): Promise<BoardView[]> {
  const token = await running.paired('board')
  const screen: Socket<ServerToScreen, ScreenToServer> = io(running.hall.url, {
    auth: { token },
    transports: ['websocket'],
    forceNew: true,
  })
  closing.push(() => void screen.disconnect())
  const seen: BoardView[] = []
  screen.on('view', ({ view }) => seen.push(view as BoardView))
  await new Promise((resolve) => screen.once('connect', () => resolve(null)))
  expect(await screen.emitWithAck('join', { room: 'board', areaId: 'ground' })).toBeNull()
  await until(() => seen.length > 0)
  return seen
}

describe('numbers and calls', () => {
  it('1. two kiosks at once never give one number', async () => {
    const { running, issue } = await hallOf()
    const kiosks = [await running.paired('kiosk'), await running.paired('kiosk')]
    const given = await Promise.all(
      Array.from({ length: 40 }, (_, n) => issue('household', {}, kiosks[n % 2])),
    )
    expect(new Set(given.map(({ ticketNumber }) => ticketNumber)).size).toBe(40)
  })

  it('2. the last ticket is called by one of two clerks; the other learns that nobody waits', async () => {
    const { running, issue, at } = await hallOf()
    const [one, two] = [at('w1'), at('w2', await running.signedIn('clerk'))]
    await Promise.all([one.ask('open'), two.ask('open')])
    await issue('identity')
    const answers = await Promise.all([one.ask('call-next'), two.ask('call-next')])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'noTicketWaiting' })
  })

  it('3. one clerk never holds two calls, at one window or at two of their own', async () => {
    const { issue, at } = await hallOf({ plan: { ...smallPlan, windowsPerClerk: 2 } })
    const [one, two] = [at('w1'), at('w2')]
    await one.ask('open')
    await two.ask('open')
    for (let n = 0; n < 3; n += 1) await issue('identity')
    const pressed = await Promise.all([one.ask('call-next'), one.ask('call-next'), two.ask('call-next')])
    expect(pressed.filter(({ status }) => status === 200)).toHaveLength(1)
    const refused = pressed.filter(({ status }) => status !== 200).map(({ body }) => body)
    expect(refused).toMatchObject([
      { code: expect.stringMatching(/Busy$/) },
      { code: expect.stringMatching(/Busy$/) },
    ])
  })

  it('4. a print that fails leaves no ghost: the ticket waits, everybody is told, and the same number prints again', async () => {
    const nobodyListens = 1
    const printer = {
      printerId: 'p1',
      name: { zh: '打印机', en: 'Printer' },
      areaId: 'ground',
      widthMm: 80 as const,
    }
    const printers = [{ ...printer, host: '127.0.0.1', port: nobodyListens }]
    const { running, clerk } = await hallOf({ plan: { ...smallPlan, printers } })
    const withPrinter = await running.paired('kiosk', { printerId: 'p1' })
    const sent = { serviceId: 'household' }
    const { ticket } = (await running.post<IssueReceipt>('/api/tickets', sent, withPrinter)).body
    const seen = async () => (await running.get<TicketView>(`/api/tickets/${ticket.ticketId}`, clerk)).body
    await until(async () => (await seen()).slip === 'failed')
    expect(await seen()).toMatchObject({ state: 'waiting', ticketNumber: 'A001' })
    expect(await running.hall.runner.read((hall) => hall.slipFailed.size)).toBe(1)
    expect((await running.post(`/api/tickets/${ticket.ticketId}/reprint`, {}, clerk)).status).toBe(200)
    expect((await seen()).ticketNumber).toBe('A001')
  })

  it('5. a double tap is one ticket, though the network repeats it at once', async () => {
    const { running, kiosk } = await hallOf()
    const key = randomUUID()
    const tap = () => running.post<IssueReceipt>('/api/tickets', { serviceId: 'household' }, kiosk, key)
    const [first, second] = await Promise.all([tap(), tap()])
    expect(second).toEqual(first)
    expect(await running.hall.runner.read((hall) => hall.tickets.size)).toBe(1)
  })

  it('19. no GET issues a ticket or calls anybody', async () => {
    const { running, kiosk, clerk, issue, at } = await hallOf()
    await issue()
    await at('w1').ask('open')
    const seq = () => running.hall.runner.read((hall) => hall.lastSeq)
    const before = await seq()
    for (const path of ['/api/tickets', '/api/tickets?serviceId=household', '/api/windows/w1/call-next'])
      for (const token of [kiosk, clerk, null]) await running.get(path, token)
    expect(await seq()).toBe(before)
  })
})

describe('the order of the line', () => {
  it('8. priority is not always first: an ordinary visitor is passed only by who comes within the credit', async () => {
    const { running, clock, issue, at, clerk } = await hallOf()
    const one = at('w1')
    await one.ask('open')
    const own = await issue()
    clock.at += 9 * minuteMs
    const within = await issue('household', { priorityClassId: 'elderly' })
    const later: string[] = []
    for (let n = 0; n < 10; n += 1) {
      clock.at += 2 * minuteMs
      later.push((await issue('household', { priorityClassId: 'elderly' })).ticketNumber)
    }
    const order: string[] = []
    for (let n = 0; n < 3; n += 1) {
      const { ticket } = (await one.ask('call-next')).body
      order.push(ticket?.ticketNumber ?? '')
      const here = { ticketId: ticket?.ticketId }
      await one.ask('start', here)
      await one.ask('complete', { ...here, result: 'accepted' })
    }
    expect(order).toEqual([within.ticketNumber, own.ticketNumber, later[0]])
    const told = await running.get<Explanation>(`/api/tickets/${own.ticketId}/explain`, clerk)
    expect(told.body.before).toMatchObject([{ ticketNumber: within.ticketNumber, rule: 'priority' }])
    expect(told.body.bound.en).toContain('more than 10 minutes after you')
  })

  it('13. a transfer keeps the place: the first arrival counts in the next line too', async () => {
    const { running, clock, issue, at } = await hallOf()
    const [one, three] = [at('w1'), at('w3', await running.signedIn('clerk'))]
    await Promise.all([one.ask('open'), three.ask('open')])
    const sentOn = await issue('household')
    clock.at += minuteMs
    await issue('business')
    clock.at += minuteMs
    const here = { ticketId: sentOn.ticketId }
    await one.ask('call-next')
    await one.ask('start', here)
    await one.ask('transfer', { ...here, serviceId: 'business' })
    expect((await three.ask('call-next')).body.ticket?.ticketNumber).toBe(sentOn.ticketNumber)
  })

  it('11. a no-show is a real one: every call of the number is counted, and it is missed only after enough', async () => {
    const missedCall = { ...smallPlan.missedCall, callsBeforeNoShow: 2, recallPauseSeconds: 30 }
    const { running, clock, clerk, issue, at } = await hallOf({ plan: { ...smallPlan, missedCall } })
    const one = at('w1')
    await one.ask('open')
    const { ticketId } = await issue()
    await one.ask('call-next')
    expect((await one.ask('no-show', { ticketId })).body).toMatchObject({ code: 'noShowTooSoon' })
    expect((await one.ask('recall', { ticketId })).body).toMatchObject({ code: 'recallTooSoon' })
    clock.at += 31_000
    expect((await one.ask('recall', { ticketId })).status).toBe(200)
    clock.at += 31_000
    expect((await one.ask('no-show', { ticketId })).body.ticket?.state).toBe('noShow')
    const seen = await running.get(`/api/tickets/${ticketId}`, clerk)
    expect(seen.body).toMatchObject({ state: 'noShow', calls: 2 })
  })

  it('14. waiting, walking, serving and idling are four figures', async () => {
    const { running, clock, issue, at } = await hallOf()
    const one = at('w1')
    await one.ask('open')
    clock.at += 3 * minuteMs
    const { ticketId } = await issue()
    clock.at += 7 * minuteMs
    await one.ask('call-next')
    clock.at += 2 * minuteMs
    await one.ask('start', { ticketId })
    clock.at += 5 * minuteMs
    await one.ask('complete', { ticketId, result: 'doneOnTheSpot' })
    const supervisor = await running.signedIn('supervisor')
    const march = '/api/reports/summary?from=2026-03-02&to=2026-03-02&by=window'
    const { waitMs, walkMs, serviceMs } = (await running.get<Summary>(march, supervisor)).body.total
    expect([waitMs.mean, walkMs.mean, serviceMs.mean]).toEqual([7 * minuteMs, 2 * minuteMs, 5 * minuteMs])
    clock.at += 4 * minuteMs
    const freeSince = await running.hall.runner.read((hall) => hall.windows.get('w1')?.freeSince ?? 0)
    expect(clock.at - freeSince).toBe(4 * minuteMs)
  })
})

describe('the board', () => {
  it('12. shows what was called, not what is next; 15. and a call through the API reaches it', async () => {
    const { running, issue, at } = await hallOf()
    const board = await boardOf(running)
    const one = at('w1')
    await one.ask('open')
    const first = await issue()
    await issue()
    await until(() => board.at(-1)?.waitingTotal === 2)
    expect(board.at(-1)?.calls).toEqual([])
    await one.ask('call-next')
    await until(() => (board.at(-1)?.calls.length ?? 0) === 1)
    expect(board.at(-1)?.calls).toMatchObject([
      { ticketNumber: first.ticketNumber, windowLabel: '1', state: 'called' },
    ])
  })

  it('7. shows today after two idle days, not yesterday', async () => {
    const { running, clock, issue, at } = await hallOf()
    const board = await boardOf(running)
    await at('w1').ask('open')
    await issue()
    await at('w1').ask('call-next')
    await until(() => board.at(-1)?.calls.length === 1)
    clock.at += 2 * dayMs
    await until(() => board.at(-1)?.calls.length === 0 && board.at(-1)?.waitingTotal === 0)
    expect(await running.hall.runner.read((hall) => hall.day)).toBe('2026-03-04')
  })
})

describe('days and clocks', () => {
  it('10. after 5 pm, in another time zone, and with a client’s wrong clock, tickets are whole', async () => {
    const evening = Date.parse('2026-03-02T17:30:00-05:00')
    const newYork = plan.parse({ ...smallPlan, hall: { ...smallPlan.hall, timeZone: 'America/New_York' } })
    const { running, clock, kiosk, issue } = await hallOf({ plan: newYork, at: evening })
    const answer = await fetch(`${running.hall.url}/api/tickets`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${kiosk}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': randomUUID(),
        Date: 'Thu, 01 Jan 1970 00:00:00 GMT',
      },
      body: JSON.stringify({ serviceId: 'household' }),
    })
    const { at: issuedAt, ticket } = (await answer.json()) as IssueReceipt
    expect([answer.status, issuedAt, ticket.ticketNumber]).toEqual([201, evening, 'A001'])
    const withTime = { serviceId: 'household', issuedAt: 0 }
    expect((await running.post('/api/tickets', withTime, kiosk)).status).toBe(400)
    // It is past midnight in London, and still the same day in the hall.
    clock.at += 3 * 60 * minuteMs
    expect((await issue()).ticketNumber).toBe('A002')
    expect(await running.hall.runner.read((hall) => hall.day)).toBe('2026-03-02')
    // A server's clock that is set back orders nobody anew.
    clock.at -= 60 * minuteMs
    const last = await issue()
    expect([last.ticketNumber, last.peopleAhead]).toEqual(['A003', 2])
  })

  it('16. who waited last night neither is gone nor haunts the morning, by the plan’s own rule', async () => {
    for (const leftOver of ['close', 'carry'] as const) {
      const dataFolder = mkdtempSync(join(tmpdir(), 'shunwei-night-'))
      closing.push(() => rmSync(dataFolder, { recursive: true, force: true }))
      const evening = await hallOf({ plan: { ...smallPlan, leftOver }, dataFolder })
      const left = await evening.issue()
      await evening.close()
      const morning = await hallOf({ dataFolder, at: nineOClock + dayMs })
      const { count, day } = await morning.running.hall.runner.read(({ count, day }) => ({
        count: { ...count },
        day,
      }))
      expect([day, count.waiting]).toEqual(['2026-03-03', 0])
      const first = await morning.issue()
      expect(first.ticketNumber).toBe('A001')
      morning.clock.at += minuteMs
      const back = await morning.running.post('/api/tickets', { returnCode: left.token }, morning.kiosk)
      if (leftOver === 'close') expect(back.body).toMatchObject({ code: 'unknownReturnCode' })
      else
        expect(back.body).toMatchObject({ ticket: { ticketNumber: 'A002', rule: 'carried', peopleAhead: 0 } })
      await morning.close()
    }
  })
})
