/**
 * Socket.IO: a screen joins one room and is sent that room's whole view with its `seq`, at once and on every
 * change, at most ten times a second. There is no diff that could drift.
 */
import type { Server as HttpServer } from 'node:http'
import type { Logger } from 'pino'
import { Server, type Socket } from 'socket.io'
import {
  heartbeatMs,
  type Join,
  join,
  type Pushed,
  type ScreenToServer,
  type ServerToScreen,
} from '../../protocol/live.ts'
import type { Plan } from '../../protocol/plan.ts'
import type { Clock } from '../clock.ts'
import type { Foresight } from '../domain/foresight.ts'
import { type Hall, setUpOf } from '../domain/hall.ts'
import { boardView } from '../domain/views/board.ts'
import { consoleView } from '../domain/views/console.ts'
import { kioskView } from '../domain/views/kiosk.ts'
import { ticketView } from '../domain/views/ticket.ts'
import { windowView } from '../domain/views/window.ts'
import type { HallRunner } from '../hall-runner.ts'
import { Refused } from '../http/problem.ts'
import { authorise, type Identities, type Sender, senderOf, type Who } from '../http/sender.ts'
import type { DeviceRegister } from '../staff/device-register.ts'

const pushEveryMs = 100
/** Views also change with the time alone: a missed ticket's grace runs out. */
const refreshMs = 30_000

const mayJoin: Readonly<Record<Join['room'], readonly Who[]>> = {
  kiosk: ['kiosk'],
  board: ['board', 'guide', 'clerk', 'supervisor', 'admin'],
  window: ['clerk', 'supervisor', 'admin'],
  ticket: ['nobody'],
  console: ['guide', 'supervisor', 'admin'],
}

interface Room {
  readonly request: Join
  /** The last view as it was sent, to tell a change. */
  sent: string
}
interface SocketData {
  token: string | null
  sender: Sender
  roomName: string | null
}
type Screens = Server<ScreenToServer, ServerToScreen, Record<string, never>, SocketData>
type Screen = Socket<ScreenToServer, ServerToScreen, Record<string, never>, SocketData>

export interface LiveSetUp {
  readonly http: HttpServer
  readonly runner: HallRunner
  readonly identities: Identities
  readonly clock: Clock
  readonly version: string
  readonly phoneUrlOf: (plan: Plan) => string
  readonly foresee: Foresight
  readonly log: Logger
}

export class LiveViews {
  readonly #io: Screens
  readonly #runner: HallRunner
  readonly #devices: DeviceRegister
  readonly #phoneUrlOf: LiveSetUp['phoneUrlOf']
  readonly #foresee: Foresight
  readonly #log: Logger
  readonly #rooms = new Map<string, Room>()
  readonly #timers: NodeJS.Timeout[]
  #pushTimer: NodeJS.Timeout | null = null
  #pushedAt = 0

  constructor({ http, runner, identities, clock, version, phoneUrlOf, foresee, log }: LiveSetUp) {
    this.#io = new Server(http, {
      serveClient: false,
      pingInterval: 5_000,
      pingTimeout: 5_000,
      maxHttpBufferSize: 4_096,
    })
    this.#runner = runner
    this.#phoneUrlOf = phoneUrlOf
    this.#devices = identities.devices
    this.#foresee = foresee
    this.#log = log
    this.#io.use((socket, next) => {
      const { token: sent } = socket.handshake.auth
      const token = typeof sent === 'string' ? sent : null
      senderOf(token, identities).then(
        (sender) => {
          socket.data = { token, sender, roomName: null }
          next()
        },
        (error: unknown) => next(new Error(error instanceof Refused ? error.refusal.refused : 'serverFault')),
      )
    })
    this.#io.on('connection', (socket) => this.#welcome(socket))
    runner.onCommitted(() => this.#pushSoon())
    this.#timers = [
      setInterval(() => {
        this.#io.emit('heartbeat', { at: clock.now(), version })
        this.#dropTheRevoked(identities)
      }, heartbeatMs),
      setInterval(() => this.#pushSoon(), refreshMs),
    ]
  }

  async close(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer)
    if (this.#pushTimer !== null) clearTimeout(this.#pushTimer)
    await this.#io.close()
  }

  #welcome(socket: Screen): void {
    const { sender } = socket.data
    if (sender.kind === 'device') {
      const { deviceId } = sender.device
      this.#devices.noteConnection(deviceId, 1)
      socket.on('disconnect', () => this.#devices.noteConnection(deviceId, -1))
    }
    socket.on('join', (sent, answer) => {
      if (typeof answer !== 'function') return
      this.#join(socket, sent).then(answer, (error: unknown) => {
        this.#log.error({ err: error }, 'a screen could not join')
        answer({ code: 'serverFault' })
      })
    })
  }

  async #join(socket: Screen, sent: unknown): Promise<{ code: string } | null> {
    const parsed = join.safeParse(sent)
    if (!parsed.success) return { code: 'badRequest' }
    const request = parsed.data
    const refused = refusalOf(socket.data.sender, request)
    if (refused !== null) return { code: refused }
    const pushed = await this.#runner.read((hall, now) => this.#viewOf(hall, now, request))
    if (pushed === null) return { code: unknownIn(request) }
    const roomName = nameOf(request)
    if (socket.data.roomName !== null) await socket.leave(socket.data.roomName)
    socket.data.roomName = roomName
    await socket.join(roomName)
    if (!this.#rooms.has(roomName)) this.#rooms.set(roomName, { request, sent: JSON.stringify(pushed.view) })
    socket.emit('view', pushed)
    return null
  }

  /** A screen whose session ended, or whose device was removed or given another area, joins anew or not at all. */
  #dropTheRevoked(identities: Identities): void {
    for (const socket of this.#io.of('/').sockets.values()) {
      const { token, sender: before } = socket.data
      if (token === null) continue
      senderOf(token, identities).then(
        (sender) => {
          const isMoved =
            sender.kind === 'device' &&
            before.kind === 'device' &&
            sender.device.areaId !== before.device.areaId
          if (isMoved) socket.conn.close()
        },
        () => socket.conn.close(),
      )
    }
  }

  #pushSoon(): void {
    if (this.#pushTimer !== null || this.#rooms.size === 0) return
    const waitMs = Math.max(0, this.#pushedAt + pushEveryMs - performance.now())
    this.#pushTimer = setTimeout(() => {
      this.#pushTimer = null
      this.#pushedAt = performance.now()
      this.#pushAll().catch((error: unknown) => this.#log.error({ err: error }, 'views could not be sent'))
    }, waitMs)
  }

  async #pushAll(): Promise<void> {
    await this.#runner.read((hall, now) => {
      for (const [roomName, room] of this.#rooms) {
        if (!this.#io.of('/').adapter.rooms.has(roomName)) {
          this.#rooms.delete(roomName)
          continue
        }
        const pushed = this.#viewOf(hall, now, room.request)
        if (pushed === null) {
          // Its area or window is gone from the plan: each screen joins again and is told so.
          for (const socket of this.#io.of('/').sockets.values()) {
            if (socket.data.roomName === roomName) socket.conn.close()
          }
          continue
        }
        const text = JSON.stringify(pushed.view)
        if (text === room.sent) continue
        room.sent = text
        this.#io.to(roomName).emit('view', pushed)
      }
    })
  }

  /** @returns null when there is no such area, window, ticket or kiosk */
  #viewOf(hall: Hall, now: number, request: Join): Pushed | null {
    const view = this.#viewIn(hall, now, request)
    return view === null ? null : { room: request.room, seq: hall.lastSeq, at: now, view }
  }

  #viewIn(hall: Hall, now: number, request: Join): Pushed['view'] | null {
    switch (request.room) {
      case 'kiosk': {
        const kiosk = this.#devices.find(request.deviceId)
        return kiosk === null
          ? null
          : kioskView(hall, kiosk, this.#phoneUrlOf(setUpOf(hall).plan), now, this.#foresee)
      }
      case 'board':
        return boardView(hall, request.areaId, now, this.#foresee)
      case 'window':
        return windowView(hall, request.windowId, now)
      case 'ticket': {
        const ticket = hall.tickets.get(hall.ticketIdByToken.get(request.token) ?? '')
        return ticket === undefined ? null : ticketView(hall, ticket, now, this.#foresee)
      }
      case 'console':
        return consoleView(hall, now, this.#foresee)
    }
  }
}

function nameOf(request: Join): string {
  switch (request.room) {
    case 'kiosk':
      return `kiosk:${request.deviceId}`
    case 'board':
      return `board:${request.areaId}`
    case 'window':
      return `window:${request.windowId}`
    case 'ticket':
      return `ticket:${request.token}`
    case 'console':
      return 'console'
  }
}

function unknownIn(request: Join): string {
  const unknown = {
    kiosk: 'unknownDevice',
    board: 'unknownArea',
    window: 'unknownWindow',
    ticket: 'unknownTicket',
    console: 'serverFault',
  } as const
  return unknown[request.room]
}

/** A device sees its own place alone: a kiosk its own view, a board its own area. */
function refusalOf(sender: Sender, request: Join): string | null {
  try {
    authorise(sender, mayJoin[request.room])
  } catch (error) {
    if (error instanceof Refused) return error.refusal.refused
    throw error
  }
  if (sender.kind !== 'device') return null
  if (request.room === 'kiosk' && request.deviceId !== sender.device.deviceId) return 'notAllowed'
  if (request.room === 'board' && request.areaId !== sender.device.areaId) return 'notAllowed'
  return null
}
