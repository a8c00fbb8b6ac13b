/** The hall that is measured: the server as a process of its own, 64 windows with their clerks, and eight kiosks. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plan } from '../../protocol/plan.ts'
import type { PairedDevice, Pairing, Session } from '../../protocol/views.ts'
import { asking } from '../support/running-hall.ts'
import { addressOf, endServer, noonZone, spawnServer } from '../support/server-process.ts'
import { smallPlan } from '../support/small-plan.ts'

const windows = Array.from({ length: 64 }, (_, n) => `x${n}`)

export const benchPlan: Plan = {
  ...smallPlan,
  hall: { ...smallPlan.hall, hallId: 'bench', timeZone: noonZone() },
  windows: windows.map((windowId, n) => ({
    windowId,
    areaId: 'ground',
    label: `${n + 1}`,
    name: { zh: '综合窗口', en: 'General' },
    serviceIds: ['household', 'identity', 'business'],
    helps: [],
    shifts: null,
    printerId: null,
  })),
}

export interface BenchHall {
  readonly url: string
  readonly startMs: number
  readonly kiosks: readonly string[]
  readonly clerks: readonly { windowId: string; token: string }[]
  close(): Promise<void>
}

/** Starts the hall in a folder whose first administrator has this password, or is new. */
export async function startBenchHall(folder: string, profileFolder: string | null): Promise<BenchHall> {
  const plan = join(folder, 'plan.json')
  writeFileSync(plan, JSON.stringify(benchPlan))
  const startedAt = performance.now()
  const environment: Record<string, string> = { PORT: '0', DATA_DIR: join(folder, 'data'), HALL_PLAN: plan }
  if (profileFolder !== null) environment.NODE_OPTIONS = `--cpu-prof --cpu-prof-dir=${profileFolder}`
  const server = spawnServer(environment)
  const url = await addressOf(server, 120_000)
  const startMs = Math.round(performance.now() - startedAt)
  const staffed = await hire(url, /one-time password (\S+)/.exec(server.output())?.[1] ?? '')
  return {
    url,
    startMs,
    ...staffed,
    close: async () => {
      await endServer(server, 'SIGTERM')
    },
  }
}

async function hire(url: string, oneTimePassword: string): Promise<Pick<BenchHall, 'kiosks' | 'clerks'>> {
  const ask = asking(url)
  const signIn = async (staffNumber: string, password: string, newPassword: string) => {
    const { sessionToken } = (await ask<Session>('POST', '/api/session', { staffNumber, password }, null))
      .body
    await ask('POST', '/api/session/password', { currentPassword: password, newPassword }, sessionToken)
    return sessionToken
  }
  const admin = await signIn('admin', oneTimePassword, 'a password for the bench')
  const kiosks: string[] = []
  for (let n = 0; n < 8; n += 1) {
    const device = { kind: 'kiosk', name: `k${n}`, areaId: 'ground' }
    const { pairingCode } = (await ask<Pairing>('POST', '/api/devices', device, admin)).body
    kiosks.push(
      (await ask<PairedDevice>('POST', '/api/devices/pair', { pairingCode }, null)).body.deviceToken,
    )
  }
  const clerks: { windowId: string; token: string }[] = []
  for (const [n, windowId] of windows.entries()) {
    const member = { staffNumber: `${1_000 + n}`, name: 'clerk', role: 'clerk' }
    const added = await ask<{ oneTimePassword: string }>('POST', '/api/staff', member, admin)
    const token = await signIn(member.staffNumber, added.body.oneTimePassword, '246810')
    await ask('POST', `/api/windows/${windowId}/open`, {}, token)
    clerks.push({ windowId, token })
  }
  return { kiosks, clerks }
}
