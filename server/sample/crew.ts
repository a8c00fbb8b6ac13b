/** Who works in the simulated hall and what stands in it: set up once by the administrator, over the API. */
import type { Plan, PlanWindow } from '../../protocol/plan.ts'
import {
  oneTimePassword,
  pairedDevice,
  pairing,
  type Session,
  session,
  staffMember,
} from '../../protocol/views.ts'
import type { DeviceKind, StaffRole } from '../../protocol/vocabulary.ts'
import { type Api, apiOf } from './api-client.ts'
import type { World } from './world.ts'

export interface Login {
  readonly staffNumber: string
  readonly password: string
}

export interface Crew {
  /** Who sits at which window. */
  readonly clerks: readonly (Login & { readonly window: PlanWindow })[]
  readonly guide: Login
  readonly kioskTokens: readonly string[]
  readonly boardTokens: readonly { readonly areaId: string; readonly token: string }[]
}

/** @throws Refused `signInFailed` or `signInPaused` */
export function signIn({ origin, signal }: World, login: Login): Promise<Session> {
  return apiOf(origin, null, signal).post('/api/session', login, session)
}

/** Adds a clerk for each window, a guide, a kiosk and a board for each area. @throws Refused */
export async function hireCrew(world: World, admin: Api, newPassword: () => string): Promise<Crew> {
  const hire = (staffNumber: string, name: string, role: StaffRole) =>
    addStaff(world, admin, { staffNumber, name, role }, newPassword())
  const { areas, windows } = world.plan
  const clerks: (Login & { window: PlanWindow })[] = []
  for (const window of windows) {
    clerks.push({
      ...(await hire(`6${window.label.padStart(3, '0')}`, `${window.label}号窗口`, 'clerk')),
      window,
    })
  }
  const guide = await hire('6900', '导办台', 'guide')
  const kioskTokens: string[] = []
  const boardTokens: { areaId: string; token: string }[] = []
  for (const { areaId, name } of areas) {
    kioskTokens.push(await pairOwn(world, admin, { kind: 'kiosk', areaId, name: `${name.zh} 模拟取号机` }))
    boardTokens.push({
      areaId,
      token: await pairOwn(world, admin, { kind: 'board', areaId, name: `${name.zh} 模拟大屏` }),
    })
  }
  return { clerks, guide, kioskTokens, boardTokens }
}

/** Adds a member of staff, who replaces the one-time password by `password`. @throws Refused */
async function addStaff(
  world: World,
  admin: Api,
  person: { staffNumber: string; name: string; role: StaffRole },
  password: string,
): Promise<Login> {
  const { staffNumber } = person
  const first = await admin.post('/api/staff', person, oneTimePassword)
  const { sessionToken } = await signIn(world, { staffNumber, password: first.oneTimePassword })
  const self = apiOf(world.origin, sessionToken, world.signal)
  const change = { currentPassword: first.oneTimePassword, newPassword: password }
  await self.post('/api/session/password', change, staffMember)
  return { staffNumber, password }
}

interface NewDevice {
  kind: DeviceKind
  areaId: Plan['areas'][number]['areaId']
  name: string
}

/** Adds a device that somebody else will pair with the code it gives. @throws Refused */
export async function addDevice(admin: Api, device: NewDevice): Promise<string> {
  return (await admin.post('/api/devices', device, pairing)).pairingCode
}

async function pairOwn(world: World, admin: Api, device: NewDevice): Promise<string> {
  const pairingCode = await addDevice(admin, device)
  const nobody = apiOf(world.origin, null, world.signal)
  return (await nobody.post('/api/devices/pair', { pairingCode }, pairedDevice)).deviceToken
}
