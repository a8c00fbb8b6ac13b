/** Who sends a request: read from its bearer token, the same for HTTP and for the live connection. */
import type { Device, StaffMember } from '../../protocol/views.ts'
import { type Actor, type DeviceKind, type StaffRole, ticketToken } from '../../protocol/vocabulary.ts'
import { refuse } from '../domain/commands.ts'
import type { HallRunner } from '../hall-runner.ts'
import type { DeviceRegister } from '../staff/device-register.ts'
import type { Sessions } from '../staff/sessions.ts'
import { Refused } from './problem.ts'

export type Sender =
  | { kind: 'staff'; staff: StaffMember; sessionToken: string }
  | { kind: 'device'; device: Device }
  | { kind: 'visitor'; ticketId: string }
  | { kind: 'nobody' }

export type Who = StaffRole | DeviceKind | 'visitor' | 'nobody'
export const anyStaff: readonly Who[] = ['guide', 'clerk', 'supervisor', 'admin']

export interface Identities {
  readonly sessions: Sessions
  readonly devices: DeviceRegister
  readonly runner: HallRunner
}

/** @returns `nobody` without a token. @throws Refused `notSignedIn` for a token that nobody holds (any more). */
export async function senderOf(
  token: string | null,
  { sessions, devices, runner }: Identities,
): Promise<Sender> {
  if (token === null || token === '') return { kind: 'nobody' }
  if (token.startsWith('s_')) {
    const staff = sessions.staffOf(token)
    if (staff !== null) return { kind: 'staff', staff, sessionToken: token }
  } else if (token.startsWith('d_')) {
    const device = devices.deviceOfToken(token)
    if (device !== null) return { kind: 'device', device }
  }
  if (ticketToken.safeParse(token).success) {
    const ticketId = await runner.read((hall) => hall.ticketIdByToken.get(token))
    if (ticketId !== undefined) return { kind: 'visitor', ticketId }
  }
  throw new Refused(refuse('notSignedIn'))
}

/** @throws Refused `notSignedIn`, `passwordMustChange` or `notAllowed` unless the sender is one of these */
export function authorise(sender: Sender, who: readonly Who[]): void {
  if (who.includes('nobody')) return
  if (sender.kind === 'nobody') throw new Refused(refuse('notSignedIn'))
  if (sender.kind === 'staff' && sender.staff.passwordMustChange)
    throw new Refused(refuse('passwordMustChange'))
  if (!who.includes(whoIs(sender))) throw new Refused(refuse('notAllowed'))
}

function whoIs(sender: Sender): Who {
  switch (sender.kind) {
    case 'staff':
      return sender.staff.role
    case 'device':
      return sender.device.kind
    default:
      return sender.kind
  }
}

/** The sender as the domain knows it: who is nobody is a guest, who may book and no more. */
export function actorOf(sender: Sender): Actor {
  switch (sender.kind) {
    case 'staff':
      return { kind: 'staff', staffId: sender.staff.staffId, role: sender.staff.role }
    case 'device':
      return { kind: 'device', deviceId: sender.device.deviceId, deviceKind: sender.device.kind }
    case 'visitor':
      return sender
    case 'nobody':
      return { kind: 'guest' }
  }
}
