/** What crosses Socket.IO. A screen joins one room and is sent that room's whole view on every change. */
import { z } from 'zod'
import type { BoardView, ConsoleView, KioskView, TicketView, WindowView } from './views.ts'
import { generatedId, readableId, ticketToken } from './vocabulary.ts'

export const join = z.discriminatedUnion('room', [
  z.strictObject({ room: z.literal('kiosk'), deviceId: generatedId }),
  z.strictObject({ room: z.literal('board'), areaId: readableId }),
  z.strictObject({ room: z.literal('window'), windowId: readableId }),
  z.strictObject({ room: z.literal('ticket'), token: ticketToken }),
  z.strictObject({ room: z.literal('console') }),
])
export type Join = z.infer<typeof join>

export interface RoomViews {
  kiosk: KioskView
  board: BoardView
  window: WindowView
  ticket: TicketView
  console: ConsoleView
}
export type RoomName = keyof RoomViews

/** A view with the journal's `seq` it rests on and the server's time at which it was true. */
export interface Pushed<Room extends RoomName = RoomName> {
  room: Room
  seq: number
  at: number
  view: RoomViews[Room]
}

export interface ServerToScreen {
  view: (pushed: Pushed) => void
  /** Every two seconds: the server's time, so that a screen can tell a quiet hall from a dead line. */
  heartbeat: (beat: { at: number; version: string }) => void
}
export interface ScreenToServer {
  join: (request: Join, answer: (refused: null | { code: string }) => void) => void
}
/** How often `heartbeat` is sent; a screen that misses two and a half of them says that it is cut off. */
export const heartbeatMs = 2_000
