/** Sign-in: a staff number with its secret gives a session token, good for a working day. */
import type { Kysely } from 'kysely'
import type { Session, StaffMember } from '../../protocol/views.ts'
import type { HallDatabase, SessionTable } from '../database/schema.ts'
import { type Refusal, refuse } from '../domain/commands.ts'
import { digest, hashPassword, newToken, passwordFits } from './secrets.ts'
import type { StaffRegister } from './staff-register.ts'

const sessionMs = 14 * 3_600_000
const triesFromOneAddress = 5
const triesFromAll = 50
const pauseMs = 60_000
const triesRemembered = 2_000

interface Tries {
  failed: number
  pausedUntil: number
}

export class Sessions {
  readonly #database: Kysely<HallDatabase>
  readonly #staff: StaffRegister
  readonly #sessions = new Map<string, SessionTable>()
  readonly #tries = new Map<string, Tries>()
  /** Checked in place of the hash of a number that nobody has, so that both take as long. */
  readonly #nobodysHash: string

  private constructor(database: Kysely<HallDatabase>, staff: StaffRegister, nobodysHash: string) {
    this.#database = database
    this.#staff = staff
    this.#nobodysHash = nobodysHash
  }

  static async open(database: Kysely<HallDatabase>, staff: StaffRegister): Promise<Sessions> {
    const sessions = new Sessions(database, staff, await hashPassword('nobody'))
    await database.deleteFrom('session').where('expiresAt', '<', Date.now()).execute()
    for (const row of await database.selectFrom('session').selectAll().execute()) {
      sessions.#sessions.set(row.tokenHash, row)
    }
    return sessions
  }

  /**
   * @param address the machine that asks: a stranger's wrong guesses pause the stranger, not the clerk
   * @returns a new session, or the refusal `signInFailed`, or `signInPaused` after too many failures
   */
  async signIn(
    { staffNumber, password }: { staffNumber: string; password: string },
    address: string,
  ): Promise<Session | Refusal> {
    const number = staffNumber.toLowerCase()
    const counted = [
      { tries: this.#triesOf(`${number} ${address}`), allowed: triesFromOneAddress },
      { tries: this.#triesOf(number), allowed: triesFromAll },
    ]
    const pausedMs = Math.max(...counted.map(({ tries }) => tries.pausedUntil - Date.now()))
    if (pausedMs > 0) return refuse('signInPaused', { seconds: Math.ceil(pausedMs / 1_000) })
    // Counted before the hash is checked, so that guesses sent at once are not checked at once.
    for (const { tries, allowed } of counted) countFailure(tries, allowed)
    const account = this.#staff.accountOf(staffNumber)
    const fits = await passwordFits(account?.passwordHash ?? this.#nobodysHash, password)
    if (account === null || account.disabled === 1 || !fits) return refuse('signInFailed')
    this.#tries.delete(number)
    this.#tries.delete(`${number} ${address}`)
    return this.#begin(account.staffId)
  }

  /** Whose session it is; null when there is none, it has expired, or the account was disabled. */
  staffOf(sessionToken: string): StaffMember | null {
    const session = this.#sessions.get(digest(sessionToken))
    if (session === undefined || session.expiresAt < Date.now()) return null
    const staff = this.#staff.find(session.staffId)
    return staff === null || staff.disabled ? null : staff
  }

  async signOut(sessionToken: string): Promise<void> {
    await this.#end([digest(sessionToken)])
  }

  /** Changes one's own password and ends one's other sessions. Refusals: `signInFailed`, `passwordUnchanged`, `passwordTooWeak`. */
  async changePassword(
    sessionToken: string,
    { currentPassword, newPassword }: { currentPassword: string; newPassword: string },
  ): Promise<StaffMember | Refusal> {
    const staff = this.staffOf(sessionToken)
    const account = staff === null ? null : this.#staff.accountOf(staff.staffNumber)
    if (account === null) return refuse('notSignedIn')
    if (!(await passwordFits(account.passwordHash, currentPassword))) return refuse('signInFailed')
    if (newPassword === currentPassword) return refuse('passwordUnchanged')
    const changed = await this.#staff.setPassword(account.staffId, newPassword)
    if (!('refused' in changed)) await this.endAllOf(account.staffId, digest(sessionToken))
    return changed
  }

  /** Ends the sessions of a member whose password was reset or whose account was disabled. */
  async endAllOf(staffId: string, exceptTokenHash: string | null = null): Promise<void> {
    const ended = [...this.#sessions.values()].filter(
      (session) => session.staffId === staffId && session.tokenHash !== exceptTokenHash,
    )
    await this.#end(ended.map(({ tokenHash }) => tokenHash))
  }

  async #begin(staffId: string): Promise<Session | Refusal> {
    const staff = this.#staff.find(staffId)
    if (staff === null) return refuse('unknownStaff')
    const sessionToken = newToken('s')
    const session = { tokenHash: digest(sessionToken), staffId, expiresAt: Date.now() + sessionMs }
    await this.#database.insertInto('session').values(session).execute()
    this.#sessions.set(session.tokenHash, session)
    return { sessionToken, staff }
  }

  async #end(tokenHashes: readonly string[]): Promise<void> {
    for (const tokenHash of tokenHashes) {
      await this.#database.deleteFrom('session').where('tokenHash', '=', tokenHash).execute()
      this.#sessions.delete(tokenHash)
    }
  }

  #triesOf(key: string): Tries {
    let tries = this.#tries.get(key)
    if (tries === undefined) {
      tries = { failed: 0, pausedUntil: 0 }
      this.#tries.set(key, tries)
      const oldest = this.#tries.keys().next()
      if (this.#tries.size > triesRemembered && !oldest.done) this.#tries.delete(oldest.value)
    }
    return tries
  }
}

/** After so many failures nothing is checked for a while; then counting begins anew. */
function countFailure(tries: Tries, allowed: number): void {
  tries.failed += 1
  if (tries.failed < allowed) return
  tries.failed = 0
  tries.pausedUntil = Date.now() + pauseMs
}
