import { io, type Socket } from 'socket.io-client'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Join, Pushed, ScreenToServer, ServerToScreen } from '../../protocol/live.ts'
import type { BoardView, IssueReceipt, TicketView } from '../../protocol/views.ts'
import * as views from '../../protocol/views.ts'
import { type RunningHall, startHall } from '../support/running-hall.ts'

type Screen = Socket<ServerToScreen, ScreenToServer>

let running: RunningHall
let kiosk: string
let clerk: string
const screens: Screen[] = []
beforeAll(async () => {
  running = await startHall()
  kiosk = await running.paired('kiosk')
  clerk = await running.signedIn('clerk')
  await running.post('/api/windows/w1/open', {}, clerk)
})
afterEach(() => {
  for (const screen of screens.splice(0)) screen.disconnect()
})
afterAll(() => running.close())

interface Watching {
  readonly screen: Screen
  readonly seen: Pushed[]
  readonly refused: { code: string } | null
}

async function watching(request: Join, token?: string): Promise<Watching> {
  const screen: Screen = io(running.hall.url, { auth: { token }, transports: ['websocket'], forceNew: true })
  screens.push(screen)
  const seen: Pushed[] = []
  screen.on('view', (pushed) => seen.push(pushed))
  await new Promise((resolve, reject) => {
    screen.once('connect', () => resolve(null))
    screen.once('connect_error', reject)
  })
  const refused = await screen.emitWithAck('join', request)
  return { screen, seen, refused }
}

async function until(what: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !what(); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 10))
  expect(what(), 'it did not come within two seconds').toBe(true)
}

const issue = async (serviceId = 'household') =>
  (await running.post<IssueReceipt>('/api/tickets', { serviceId }, kiosk)).body.ticket

describe('live views', () => {
  it('every room’s view is as the protocol says', async () => {
    const ticket = await issue()
    const { deviceId } = (await running.get<{ deviceId: string }>('/api/devices/me', kiosk)).body
    const rooms: [Join, string | undefined, { parse(view: unknown): unknown }][] = [
      [{ room: 'kiosk', deviceId }, kiosk, views.kioskView],
      [{ room: 'board', areaId: 'ground' }, await running.paired('board'), views.boardView],
      [{ room: 'window', windowId: 'w1' }, clerk, views.windowView],
      [{ room: 'ticket', token: ticket.token }, undefined, views.ticketView],
      [{ room: 'console' }, await running.signedIn('supervisor'), views.consoleView],
    ]
    for (const [request, token, schema] of rooms) {
      const { seen, refused } = await watching(request, token)
      expect(refused, request.room).toBeNull()
      await until(() => seen.length > 0)
      expect(() => schema.parse(seen[0]?.view), request.room).not.toThrow()
      expect(seen[0]?.seq).toBe(await running.hall.runner.read((hall) => hall.lastSeq))
    }
  })

  it('a call through the API reaches the board and the visitor’s phone', async () => {
    const board = await watching({ room: 'board', areaId: 'ground' }, await running.paired('board'))
    const first = await running.post<{ ticket: { ticketId: string; ticketNumber: string } }>(
      '/api/windows/w1/call-next',
      {},
      clerk,
    )
    const { ticketId, ticketNumber } = first.body.ticket
    await until(
      () => (board.seen.at(-1)?.view as BoardView | undefined)?.calls[0]?.ticketNumber === ticketNumber,
    )
    const token = await running.hall.runner.read((hall) => hall.tickets.get(ticketId)?.token ?? '')
    const phone = await watching({ room: 'ticket', token })
    await until(() => (phone.seen.at(-1)?.view as TicketView | undefined)?.calledTo?.label === '1')
    await running.post('/api/windows/w1/no-show', { ticketId }, clerk)
    await until(() => (phone.seen.at(-1)?.view as TicketView | undefined)?.state === 'noShow')
    await until(
      () => (board.seen.at(-1)?.view as BoardView | undefined)?.missed.includes(ticketNumber) ?? false,
    )
  })

  it('coalesces a rush to at most ten views a second, and the last one is right', async () => {
    const board = await watching({ room: 'board', areaId: 'ground' }, await running.paired('board'))
    await until(() => board.seen.length > 0)
    const before = board.seen.length
    const startedAt = performance.now()
    const waiting = () => (board.seen.at(-1)?.view as BoardView | undefined)?.waitingTotal ?? 0
    const had = waiting()
    await Promise.all(Array.from({ length: 60 }, () => issue('identity')))
    await until(() => waiting() === had + 60)
    const seconds = (performance.now() - startedAt) / 1_000
    expect(board.seen.length - before).toBeLessThanOrEqual(Math.ceil(seconds * 10) + 1)
  })

  it('sends the whole view again after a lost connection', async () => {
    const board = await watching({ room: 'board', areaId: 'ground' }, await running.paired('board'))
    await until(() => board.seen.length > 0)
    board.screen.disconnect()
    const ticket = await issue()
    board.screen.connect()
    await new Promise((resolve) => board.screen.once('connect', () => resolve(null)))
    const before = board.seen.length
    expect(await board.screen.emitWithAck('join', { room: 'board', areaId: 'ground' })).toBeNull()
    await until(() => board.seen.length > before)
    expect(board.seen.at(-1)?.seq).toBeGreaterThanOrEqual(
      await running.hall.runner.read((hall) => hall.tickets.get(ticket.ticketId)?.place.joinedSeq ?? 0),
    )
  })

  it('tells the server’s time every two seconds', async () => {
    const { screen } = await watching({ room: 'board', areaId: 'ground' }, await running.paired('board'))
    const beat = await new Promise<{ at: number }>((resolve) => screen.once('heartbeat', resolve))
    expect(Math.abs(beat.at - (await running.hall.runner.read((_hall, now) => now)))).toBeLessThan(2_000)
  })

  it('lets a device see its own place alone, and nobody a room that is not theirs', async () => {
    const board = await running.paired('board')
    const { deviceId } = (await running.get<{ deviceId: string }>('/api/devices/me', kiosk)).body
    const refusals: [Join, string | undefined, string][] = [
      [{ room: 'board', areaId: 'upper' }, board, 'notAllowed'],
      [{ room: 'kiosk', deviceId }, board, 'notAllowed'],
      [{ room: 'console' }, clerk, 'notAllowed'],
      [{ room: 'board', areaId: 'ground' }, undefined, 'notSignedIn'],
      [{ room: 'ticket', token: 'A'.repeat(22) }, undefined, 'unknownTicket'],
      [{ room: 'window', windowId: 'w9' }, clerk, 'unknownWindow'],
      [{ room: 'everything' } as unknown as Join, clerk, 'badRequest'],
    ]
    for (const [request, token, code] of refusals) {
      expect((await watching(request, token)).refused, JSON.stringify(request)).toEqual({ code })
    }
    await expect(watching({ room: 'console' }, 's_forged')).rejects.toThrow('notSignedIn')
  })
})
