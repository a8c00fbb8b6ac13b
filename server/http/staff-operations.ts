/** Sign-in and accounts over HTTP. */
import { z } from 'zod'
import * as commands from '../../protocol/commands.ts'
import * as views from '../../protocol/views.ts'
import { generatedId } from '../../protocol/vocabulary.ts'
import { refuse } from '../domain/commands.ts'
import type { HallRunner } from '../hall-runner.ts'
import type { Sessions } from '../staff/sessions.ts'
import type { StaffRegister } from '../staff/staff-register.ts'
import { type Operation, operation } from './operation.ts'
import { orRefuse, Refused } from './problem.ts'
import { actorOf, type Sender } from './sender.ts'

const ofStaff = z.strictObject({ staffId: generatedId })
const staffList = z.array(views.staffMember)

export function sessionOperations(sessions: Sessions): Operation[] {
  // These are open to whoever still has to change a one-time password, so they look for themselves.
  return [
    operation({
      method: 'post',
      repeats: 'inMemory',
      path: '/api/session',
      summary: 'Sign in with a staff number and a PIN or password',
      who: ['nobody'],
      body: commands.signIn,
      status: 201,
      answer: views.session,
      handle: async ({ body, address }) => orRefuse(await sessions.signIn(body, address)),
    }),
    operation({
      method: 'get',
      path: '/api/session',
      summary: 'Who is signed in',
      who: ['nobody'],
      status: 200,
      answer: views.staffMember,
      handle: async ({ sender }) => signedIn(sender).staff,
    }),
    operation({
      method: 'delete',
      path: '/api/session',
      summary: 'Sign out',
      who: ['nobody'],
      status: 204,
      answer: null,
      handle: async ({ sender }) => sessions.signOut(signedIn(sender).sessionToken),
    }),
    operation({
      method: 'post',
      repeats: 'inMemory',
      path: '/api/session/password',
      summary: "Change one's own password",
      who: ['nobody'],
      body: commands.changePassword,
      status: 200,
      answer: views.staffMember,
      handle: async ({ body, sender }) =>
        orRefuse(await sessions.changePassword(signedIn(sender).sessionToken, body)),
    }),
  ]
}

function signedIn(sender: Sender): Extract<Sender, { kind: 'staff' }> {
  if (sender.kind !== 'staff') throw new Refused(refuse('notSignedIn'))
  return sender
}

export function staffOperations(staff: StaffRegister, sessions: Sessions, runner: HallRunner): Operation[] {
  /** Nobody can call at the window of one who can no longer sign in. */
  async function closeWindowOf(staffId: string, sender: Sender): Promise<void> {
    const windowId = await runner.read((hall) => hall.windowIdsByStaff.get(staffId)?.[0])
    if (windowId === undefined) return
    const order = { actor: actorOf(sender), key: null, fingerprint: null }
    await runner.submit({ command: { type: 'closeWindow', windowId }, ...order })
  }

  return [
    operation({
      method: 'get',
      path: '/api/staff',
      summary: 'The accounts',
      who: ['admin', 'supervisor'],
      status: 200,
      answer: staffList,
      handle: async () => staff.list(),
    }),
    operation({
      method: 'post',
      repeats: 'inMemory',
      path: '/api/staff',
      summary: 'Add a member of staff; answers with a one-time password',
      who: ['admin'],
      body: commands.addStaff,
      status: 201,
      answer: views.oneTimePassword,
      handle: async ({ body }) => orRefuse(await staff.add(body)),
    }),
    operation({
      method: 'put',
      path: '/api/staff/:staffId',
      summary: 'Change the name or role of an account, or disable it',
      who: ['admin'],
      params: ofStaff,
      body: commands.changeStaff,
      status: 200,
      answer: views.staffMember,
      handle: async ({ params, body, sender }) => {
        const changed = orRefuse(await staff.change(params.staffId, body))
        if (changed.disabled) {
          await sessions.endAllOf(changed.staffId)
          await closeWindowOf(changed.staffId, sender)
        }
        return changed
      },
    }),
    operation({
      method: 'post',
      repeats: 'inMemory',
      path: '/api/staff/:staffId/password',
      summary: 'Give a new one-time password and end the sessions of the account',
      who: ['admin'],
      params: ofStaff,
      body: commands.resetPassword,
      status: 200,
      answer: views.oneTimePassword,
      handle: async ({ params }) => {
        const reset = orRefuse(await staff.resetPassword(params.staffId))
        await sessions.endAllOf(params.staffId)
        return reset
      },
    }),
  ]
}
