/** A real server of its own for a test: temporary folder and port, its staff signed in and its devices paired. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import type { Plan } from '../../protocol/plan.ts'
import type { DeviceKind, StaffRole } from '../../protocol/vocabulary.ts'
import type { Clock } from '../../server/clock.ts'
import { type OpenHall, openHall } from '../../server/hall-server.ts'
import { nineOClock } from './given-hall.ts'
import { smallPlan } from './small-plan.ts'

// biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of every shape
export type Answer<Body = any> = { status: number; body: Body; type: string }

export interface RunningHall {
  readonly hall: OpenHall
  readonly dataFolder: string
  /** A session of a new member of staff with this role. */
  signedIn(role: StaffRole): Promise<string>
  /** The token of a new paired device. */
  paired(kind: DeviceKind, set?: { areaId?: string; printerId?: string }): Promise<string>
  get<Body>(path: string, token?: string | null): Promise<Answer<Body>>
  post<Body>(path: string, body: unknown, token?: string | null, key?: string): Promise<Answer<Body>>
  put<Body>(path: string, body: unknown, token?: string | null): Promise<Answer<Body>>
  close(): Promise<void>
}

export async function startHall(
  set: { plan?: Plan; clock?: Clock; dataFolder?: string } = {},
): Promise<RunningHall> {
  const dataFolder = set.dataFolder ?? mkdtempSync(join(tmpdir(), 'shunwei-hall-'))
  const hall = await openHall({
    dataFolder,
    firstPlan: set.plan ?? smallPlan,
    clock: set.clock ?? morningClock(),
    host: '127.0.0.1',
    port: 0,
    version: 'test',
    log: pino({ level: 'silent' }),
  })
  const ask = asking(hall.url)
  return {
    hall,
    dataFolder,
    async signedIn(role) {
      const added = await hall.staff.add({ staffNumber: randomUUID().slice(0, 8), name: role, role })
      if ('refused' in added) throw new Error(added.refused)
      const password = 'correct horse battery'
      await hall.staff.setPassword(added.staff.staffId, password)
      const sent = { staffNumber: added.staff.staffNumber, password }
      const answer = await ask<{ sessionToken: string }>('POST', '/api/session', sent, null)
      return answer.body.sessionToken
    },
    async paired(kind, { areaId = 'ground', printerId } = {}) {
      const { pairingCode } = await hall.devices.add({
        kind,
        name: kind,
        areaId,
        printerId: printerId ?? null,
      })
      const answer = await ask<{ deviceToken: string }>('POST', '/api/devices/pair', { pairingCode }, null)
      return answer.body.deviceToken
    },
    get: (path, token = null) => ask('GET', path, undefined, token),
    post: (path, body, token = null, key = randomUUID()) => ask('POST', path, body, token, key),
    put: (path, body, token = null) => ask('PUT', path, body, token),
    async close() {
      await hall.close()
      if (set.dataFolder === undefined) rmSync(dataFolder, { recursive: true })
    },
  }
}

/** Begins at nine in the hall whenever the test runs, so that no midnight comes in between. */
function morningClock(): Clock {
  const startedAt = Date.now()
  return { now: () => nineOClock + (Date.now() - startedAt) }
}

/** Asks a server at `origin`, wherever it runs. */
export function asking(origin: string) {
  return async <Body>(
    method: string,
    path: string,
    body: unknown,
    token: string | null,
    key: string = randomUUID(),
  ): Promise<Answer<Body>> => {
    const headers: Record<string, string> = {}
    if (token !== null) headers.Authorization = `Bearer ${token}`
    if (method === 'POST') headers['Idempotency-Key'] = key
    if (body !== undefined) headers['Content-Type'] = 'application/json'
    const response = await fetch(`${origin}${path}`, {
      method,
      headers,
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
    const text = await response.text()
    const type = response.headers.get('content-type') ?? ''
    return { status: response.status, type, body: type.includes('json') ? JSON.parse(text) : text }
  }
}
