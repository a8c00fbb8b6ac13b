/** The accounts of the staff. All are held in memory and written through; a hall has some hundreds at most. */
import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { StaffMember } from '../../protocol/views.ts'
import type { StaffRole } from '../../protocol/vocabulary.ts'
import type { HallDatabase, StaffTable } from '../database/schema.ts'
import { type Refusal, refuse } from '../domain/commands.ts'
import { hashPassword, isStrongEnough, newOneTimePassword } from './secrets.ts'

export interface NewStaff {
  readonly staffNumber: string
  readonly name: string
  readonly role: StaffRole
}

export class StaffRegister {
  readonly #database: Kysely<HallDatabase>
  readonly #accounts = new Map<string, StaffTable>()

  private constructor(database: Kysely<HallDatabase>) {
    this.#database = database
  }

  static async open(database: Kysely<HallDatabase>): Promise<StaffRegister> {
    const register = new StaffRegister(database)
    for (const row of await database.selectFrom('staff').selectAll().execute()) {
      register.#accounts.set(row.staffId, row)
    }
    return register
  }

  list(): StaffMember[] {
    return [...this.#accounts.values()]
      .sort((a, b) => a.staffNumber.localeCompare(b.staffNumber, 'en', { numeric: true }))
      .map(memberOf)
  }

  find(staffId: string): StaffMember | null {
    const account = this.#accounts.get(staffId)
    return account === undefined ? null : memberOf(account)
  }

  /** The account behind a staff number, whatever its case; with the hash, for the sign-in alone. */
  accountOf(staffNumber: string): StaffTable | null {
    const wanted = staffNumber.toLowerCase()
    return [...this.#accounts.values()].find((each) => each.staffNumber.toLowerCase() === wanted) ?? null
  }

  /**
   * @param oneTimePassword a new one, unless somebody has been shown one already
   * @returns the member and the one-time password, or the refusal `staffNumberTaken`
   */
  async add(
    { staffNumber, name, role }: NewStaff,
    oneTimePassword = newOneTimePassword(),
  ): Promise<{ staff: StaffMember; oneTimePassword: string } | Refusal> {
    if (this.accountOf(staffNumber) !== null) return refuse('staffNumberTaken', { staffNumber })
    const passwordHash = await hashPassword(oneTimePassword)
    // Hashing took a while: somebody else may have taken the number.
    if (this.accountOf(staffNumber) !== null) return refuse('staffNumberTaken', { staffNumber })
    const account: StaffTable = {
      staffId: randomUUID(),
      staffNumber,
      name,
      role,
      passwordHash,
      passwordMustChange: 1,
      disabled: 0,
    }
    await this.#database.insertInto('staff').values(account).execute()
    this.#accounts.set(account.staffId, account)
    return { staff: memberOf(account), oneTimePassword }
  }

  /** @returns the changed member, or the refusal `unknownStaff` or `lastAdmin` */
  async change(
    staffId: string,
    change: { name: string; role: StaffRole; disabled: boolean },
  ): Promise<StaffMember | Refusal> {
    const account = this.#accounts.get(staffId)
    if (account === undefined) return refuse('unknownStaff')
    const remainsAdmin = change.role === 'admin' && !change.disabled
    if (!remainsAdmin && this.#isLastAdmin(account)) return refuse('lastAdmin')
    return this.#write({
      ...account,
      name: change.name,
      role: change.role,
      disabled: change.disabled ? 1 : 0,
    })
  }

  /** @returns a new one-time password, which has to be changed at the next sign-in */
  async resetPassword(staffId: string): Promise<{ staff: StaffMember; oneTimePassword: string } | Refusal> {
    const account = this.#accounts.get(staffId)
    if (account === undefined) return refuse('unknownStaff')
    const oneTimePassword = newOneTimePassword()
    const passwordHash = await hashPassword(oneTimePassword)
    return { staff: await this.#write({ ...account, passwordHash, passwordMustChange: 1 }), oneTimePassword }
  }

  /** @returns the member, or the refusal `unknownStaff` or `passwordTooWeak` */
  async setPassword(staffId: string, password: string): Promise<StaffMember | Refusal> {
    const account = this.#accounts.get(staffId)
    if (account === undefined) return refuse('unknownStaff')
    if (!isStrongEnough(password, account.role)) return refuse('passwordTooWeak')
    const passwordHash = await hashPassword(password)
    return this.#write({ ...account, passwordHash, passwordMustChange: 0 })
  }

  #isLastAdmin(account: StaffTable): boolean {
    const admins = [...this.#accounts.values()].filter((each) => each.role === 'admin' && each.disabled === 0)
    return admins.length === 1 && admins[0]?.staffId === account.staffId
  }

  async #write(account: StaffTable): Promise<StaffMember> {
    await this.#database.updateTable('staff').set(account).where('staffId', '=', account.staffId).execute()
    this.#accounts.set(account.staffId, account)
    return memberOf(account)
  }
}

function memberOf({
  staffId,
  staffNumber,
  name,
  role,
  disabled,
  passwordMustChange,
}: StaffTable): StaffMember {
  return {
    staffId,
    staffNumber,
    name,
    role,
    disabled: disabled === 1,
    passwordMustChange: passwordMustChange === 1,
  }
}
