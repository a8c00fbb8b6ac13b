/** A server of the replay's own: a folder that goes with it, a clock that is set, a clerk signed in for each window. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import type { Plan } from '../../protocol/plan.ts'
import { pairedDevice, session } from '../../protocol/views.ts'
import type { StaffRole } from '../../protocol/vocabulary.ts'
import { type OpenHall, openHall } from '../../server/hall-server.ts'
import { type ApiClient, apiClient } from './api-client.ts'
import { areaId } from './plan.ts'

export interface ReplayHall {
  readonly api: ApiClient
  readonly kioskToken: string
  readonly supervisorToken: string
  readonly clerkTokens: ReadonlyMap<string, string>
  /** Moves the clock, forward only. */
  setTime(at: number): void
  /** Moves the clock to the end of a day and lets the hall turn it, as it would by itself within seconds. */
  endDay(at: number): Promise<void>
  close(): Promise<void>
}

/** @param beginsAt the clock's first instant, in ms */
export async function openReplayHall(plan: Plan, beginsAt: number): Promise<ReplayHall> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'shunwei-replay-'))
  let now = beginsAt
  const setTime = (at: number) => {
    if (at < now) throw new Error('the clock of a replay goes forward only')
    now = at
  }
  const hall = await openHall({
    dataFolder,
    firstPlan: plan,
    clock: { now: () => now },
    host: '127.0.0.1',
    port: 0,
    version: 'replay',
    log: pino({ level: 'error' }, pino.destination(2)),
  })
  const api = apiClient(hall.url)
  return {
    api,
    kioskToken: await kioskOf(hall, api),
    supervisorToken: await memberOf(hall, api, 'S1', 'supervisor'),
    clerkTokens: await clerksOf(hall, api, plan),
    setTime,
    async endDay(at) {
      setTime(at)
      await hall.runner.passTime()
    },
    async close() {
      await hall.close()
      rmSync(dataFolder, { recursive: true })
    },
  }
}

async function kioskOf(hall: OpenHall, api: ApiClient): Promise<string> {
  const { pairingCode } = await hall.devices.add({ kind: 'kiosk', name: 'replay', areaId, printerId: null })
  const { deviceToken } = await api.post(null, '/api/devices/pair', { pairingCode }, pairedDevice)
  return deviceToken
}

async function clerksOf(hall: OpenHall, api: ApiClient, { windows }: Plan): Promise<Map<string, string>> {
  const tokens = new Map<string, string>()
  for (const { windowId, label } of windows) {
    tokens.set(windowId, await memberOf(hall, api, `C${label}`, 'clerk'))
  }
  return tokens
}

/** The account is made in the register, the sign-in is the public one. */
async function memberOf(
  hall: OpenHall,
  api: ApiClient,
  staffNumber: string,
  role: StaffRole,
): Promise<string> {
  const password = 'replayed-day'
  const added = await hall.staff.add({ staffNumber, name: staffNumber, role })
  if ('refused' in added) throw new Error(`${staffNumber} could not be added: ${added.refused}`)
  await hall.staff.setPassword(added.staff.staffId, password)
  const { sessionToken } = await api.post(null, '/api/session', { staffNumber, password }, session)
  return sessionToken
}
