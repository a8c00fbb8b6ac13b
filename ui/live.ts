/** The live connection: a screen joins one room and is handed that room's whole view on every change. */
import { useEffect, useState } from 'react'
import { io, type Socket } from 'socket.io-client'
import type { Join, RoomName, RoomViews, ScreenToServer, ServerToScreen } from '../protocol/live.ts'
import { heardServerTime, serverNow, useServerTime } from './server-time.ts'

/** Two and a half heartbeats (`heartbeatMs` of the protocol) without a word: the line is dead. */
const cutAfterMs = 5_000
const joinAgainMs = 2_000

type LiveState = 'connecting' | 'live' | 'cut' | 'refused'

export interface Live<View> {
  /** The last view that came; kept while cut, null before the first. */
  view: View | null
  /** The journal's sequence number that the view rests on. */
  seq: number
  state: LiveState
  /** Why the server did not let this screen in. Null unless `refused`. */
  refusedCode: string | null
  /** When the server was last heard, by its clock; null before the first time. */
  heardAt: number | null
  /** The server's time of the moment, moving once a second. */
  now: number
  /** The server has changed since this page was loaded: reload when it disturbs nobody. */
  newVersion: boolean
}

interface Heard<View> {
  view: View | null
  seq: number
  connected: boolean
  refusedCode: string | null
  heardAt: number | null
  version: string | null
  newVersion: boolean
}

const nothingHeard = {
  view: null,
  seq: 0,
  connected: false,
  refusedCode: null,
  heardAt: null,
  version: null,
  newVersion: false,
}

/**
 * Joins a room and follows it until unmounted; joins again whenever the connection returns.
 * @param join the room; null: no connection yet. @param token the session or device token; null for phones.
 */
export function useView<Room extends RoomName>(
  join: Extract<Join, { room: Room }> | null,
  token: string | null,
): Live<RoomViews[Room]> {
  const [heard, setHeard] = useState<Heard<RoomViews[Room]>>(nothingHeard)
  const ticking = useServerTime(1_000)
  const joinKey = join === null ? null : JSON.stringify(join)
  useEffect(() => {
    setHeard(nothingHeard)
    if (joinKey === null) return
    const request = JSON.parse(joinKey) as Join
    return follow(request, token, (change) => setHeard(change as Parameters<typeof setHeard>[0]))
  }, [joinKey, token])
  // The first view comes between two ticks, and its ages are to be right at once.
  const now = Math.max(ticking, heard.heardAt ?? 0)
  return {
    view: heard.view,
    seq: heard.seq,
    state: stateOf(heard, now),
    refusedCode: heard.refusedCode,
    heardAt: heard.heardAt,
    now,
    newVersion: heard.newVersion,
  }
}

function stateOf(heard: Heard<unknown>, now: number): LiveState {
  if (heard.refusedCode !== null) return 'refused'
  if (heard.heardAt === null) return 'connecting'
  if (!heard.connected || now - heard.heardAt > cutAfterMs) return 'cut'
  return heard.view === null ? 'connecting' : 'live'
}

type Change = (change: (before: Heard<unknown>) => Heard<unknown>) => void

/** Opens the connection and reports each change; the returned function closes it. */
function follow(request: Join, token: string | null, change: Change): () => void {
  const socket: Socket<ServerToScreen, ScreenToServer> = io({
    auth: token === null ? {} : { token },
    transports: ['websocket', 'polling'],
    timeout: 3_000,
    reconnectionDelay: 300,
    reconnectionDelayMax: 700,
  })
  let heardTick = performance.now()
  const refuse = (refusedCode: string) => change((before) => ({ ...before, refusedCode }))
  const sendJoin = () => {
    heardTick = performance.now()
    socket.emit('join', request, (refused) => {
      if (refused?.code === 'serverFault') setTimeout(sendJoin, joinAgainMs)
      else if (refused !== null) refuse(refused.code)
      else change((before) => ({ ...before, connected: true, refusedCode: null }))
    })
  }
  socket.on('connect', sendJoin)
  socket.on('disconnect', () => change((before) => ({ ...before, connected: false })))
  socket.on('connect_error', (error) => {
    if (!socket.active) refuse(error.message)
  })
  socket.on('view', (pushed) => {
    if (pushed.room !== request.room) return
    heardTick = performance.now()
    if (serverNow() === 0) heardServerTime(pushed.at)
    change((before) => ({ ...before, view: pushed.view, seq: pushed.seq, heardAt: serverNow() }))
  })
  socket.on('heartbeat', ({ at, version }) => {
    heardTick = performance.now()
    heardServerTime(at)
    change((before) => ({
      ...before,
      heardAt: serverNow(),
      version: before.version ?? version,
      newVersion: before.newVersion || (before.version ?? version) !== version,
    }))
  })
  const reopen = () => {
    heardTick = performance.now()
    socket.disconnect().connect()
  }
  /** A pulled cable leaves a connection that looks open, and a server that ends one is not called again by itself. */
  const watch = setInterval(() => {
    if (performance.now() - heardTick > cutAfterMs && (socket.connected || !socket.active)) reopen()
  }, 500)
  window.addEventListener('online', reopen)
  return () => {
    clearInterval(watch)
    window.removeEventListener('online', reopen)
    socket.close()
  }
}
