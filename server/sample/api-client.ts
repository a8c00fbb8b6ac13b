/** The public API as the simulated people use it: as every kiosk, counter and phone does, and in no other way. */
import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { io } from 'socket.io-client'
import type { z } from 'zod'
import type { Join, Pushed, RoomName, RoomViews } from '../../protocol/live.ts'
import { problem } from '../../protocol/problem.ts'

/** The hall's "no", or its fault after all tries. `code` is that of the problem document. */
export class Refused extends Error {
  readonly code: string
  constructor(code: string, detail: string) {
    super(detail)
    this.code = code
  }
}

export interface Api {
  /** @throws Refused, or a ZodError when the answer is not as the protocol says. */
  get<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.infer<Schema>>
  /** Sends a command; a repeat after a lost answer bears the same key. @throws as `get` does. */
  post<Schema extends z.ZodType>(path: string, body: object, schema: Schema): Promise<z.infer<Schema>>
  /** Ends what the token stands for: a session. */
  signOut(): Promise<void>
}

const tries = 4
const betweenTriesMs = 250

/** Speaks for the bearer of `token` (null: nobody yet) to the server at `origin`, such as `http://127.0.0.1:8080`. */
export function apiOf(origin: string, token: string | null, signal: AbortSignal): Api {
  async function ask(
    path: string,
    request: RequestInit & { headers: Record<string, string> },
  ): Promise<unknown> {
    if (token !== null) request.headers.Authorization = `Bearer ${token}`
    for (let left = tries - 1; ; left -= 1) {
      try {
        return await answerOf(await fetch(`${origin}${path}`, { ...request, signal }))
      } catch (error) {
        signal.throwIfAborted()
        if (left === 0 || (error instanceof Refused && error.code !== 'fault')) throw error
        await delay(betweenTriesMs, undefined, { signal })
      }
    }
  }
  return {
    get: async (path, schema) => schema.parse(await ask(path, { headers: {} })),
    async post(path, body, schema) {
      const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() }
      return schema.parse(await ask(path, { method: 'POST', headers, body: JSON.stringify(body) }))
    },
    async signOut() {
      await ask('/api/session', { method: 'DELETE', headers: {} })
    },
  }
}

async function answerOf(response: Response): Promise<unknown> {
  if (response.status === 204) return null
  const body: unknown = await response.json()
  if (response.ok) return body
  const { code, detail } = problem.parse(body)
  throw new Refused(response.status >= 500 ? 'fault' : code, `${response.url}: ${detail}`)
}

/**
 * Joins a room and hands over each of its views, also after a lost connection, until the signal ends it.
 * `refuse` is told when the hall does not let it in.
 */
export function watchRoom<Room extends RoomName>(
  { origin, token, signal }: { origin: string; token: string; signal: AbortSignal },
  request: Join & { room: Room },
  see: (view: RoomViews[Room], seq: number) => void,
  refuse: (refused: Refused) => void,
): void {
  const socket = io(origin, { auth: { token }, transports: ['websocket'], forceNew: true })
  socket.on('connect', () => {
    socket.emit('join', request, (refused: null | { code: string }) => {
      if (refused !== null)
        refuse(new Refused(refused.code, `the room ${request.room} is not open to this token`))
    })
  })
  socket.on('view', (pushed: Pushed<Room>) => see(pushed.view, pushed.seq))
  signal.addEventListener('abort', () => socket.disconnect(), { once: true })
}
