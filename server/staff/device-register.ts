/** Kiosks and boards: set up by an administrator, then paired once with a code and known by their token. */
import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Device, PairedDevice, Pairing } from '../../protocol/views.ts'
import type { DeviceKind } from '../../protocol/vocabulary.ts'
import type { DeviceTable, HallDatabase } from '../database/schema.ts'
import { type Refusal, refuse } from '../domain/commands.ts'
import { digest, newDigits, newToken } from './secrets.ts'

const pairingCodeMs = 24 * 3_600_000
const pairingCodeDigits = 8

export interface NewDevice {
  readonly kind: DeviceKind
  readonly name: string
  readonly areaId: string
  readonly printerId: string | null
}

export class DeviceRegister {
  readonly #database: Kysely<HallDatabase>
  readonly #devices = new Map<string, DeviceTable>()
  readonly #deviceIdByTokenHash = new Map<string, string>()
  /** Told by the live connections: how many sockets a device holds. */
  readonly #connections = new Map<string, number>()

  private constructor(database: Kysely<HallDatabase>) {
    this.#database = database
  }

  static async open(database: Kysely<HallDatabase>): Promise<DeviceRegister> {
    const register = new DeviceRegister(database)
    for (const row of await database.selectFrom('device').selectAll().execute()) register.#remember(row)
    return register
  }

  list(): Device[] {
    return [...this.#devices.values()].map((row) => this.#deviceOf(row))
  }

  find(deviceId: string): Device | null {
    const row = this.#devices.get(deviceId)
    return row === undefined ? null : this.#deviceOf(row)
  }

  deviceOfToken(deviceToken: string): Device | null {
    const deviceId = this.#deviceIdByTokenHash.get(digest(deviceToken))
    return deviceId === undefined ? null : this.find(deviceId)
  }

  /** @returns the device with the code that pairs it, once, within a day */
  async add(device: NewDevice): Promise<Pairing> {
    const row: DeviceTable = {
      deviceId: randomUUID(),
      ...device,
      tokenHash: null,
      pairingCodeHash: null,
      pairingValidUntil: null,
    }
    await this.#database.insertInto('device').values(row).execute()
    this.#remember(row)
    return this.#newCode(row)
  }

  /** Refusal: `unknownDevice`. */
  async change(deviceId: string, change: Omit<NewDevice, 'kind'>): Promise<Device | Refusal> {
    const row = this.#devices.get(deviceId)
    if (row === undefined) return refuse('unknownDevice')
    const { name, areaId, printerId } = change
    const changed = { ...row, name, areaId, printerId }
    await this.#write(changed)
    this.#remember(changed)
    return this.#deviceOf(changed)
  }

  /** @returns a new code; the device keeps its old token until the code is used. Refusal: `unknownDevice`. */
  async renewPairingCode(deviceId: string): Promise<Pairing | Refusal> {
    const row = this.#devices.get(deviceId)
    return row === undefined ? refuse('unknownDevice') : this.#newCode(row)
  }

  /** @returns the token of the device whose code it is. Refusal: `pairingCodeInvalid`. */
  async pair(pairingCode: string): Promise<PairedDevice | Refusal> {
    const codeHash = digest(pairingCode)
    const row = [...this.#devices.values()].find((each) => each.pairingCodeHash === codeHash)
    if (row === undefined || (row.pairingValidUntil ?? 0) < Date.now()) return refuse('pairingCodeInvalid')
    const deviceToken = newToken('d')
    const paired = { ...row, tokenHash: digest(deviceToken), pairingCodeHash: null, pairingValidUntil: null }
    // Forgotten before the write, so that the same code sent twice at once pairs once.
    this.#remember(paired)
    await this.#write(paired)
    return { deviceToken, device: this.#deviceOf(paired) }
  }

  /** Refusal: `unknownDevice`. */
  async remove(deviceId: string): Promise<Refusal | null> {
    const row = this.#devices.get(deviceId)
    if (row === undefined) return refuse('unknownDevice')
    await this.#database.deleteFrom('device').where('deviceId', '=', deviceId).execute()
    this.#devices.delete(deviceId)
    if (row.tokenHash !== null) this.#deviceIdByTokenHash.delete(row.tokenHash)
    return null
  }

  /** Counts the sockets of a device: +1 when one connects, -1 when it goes. */
  noteConnection(deviceId: string, change: 1 | -1): void {
    this.#connections.set(deviceId, (this.#connections.get(deviceId) ?? 0) + change)
  }

  async #newCode(row: DeviceTable): Promise<Pairing> {
    const pairingCode = newDigits(pairingCodeDigits)
    const validUntil = Date.now() + pairingCodeMs
    const coded = { ...row, pairingCodeHash: digest(pairingCode), pairingValidUntil: validUntil }
    this.#remember(coded)
    await this.#write(coded)
    return { device: this.#deviceOf(coded), pairingCode, validUntil }
  }

  #remember(row: DeviceTable): void {
    const before = this.#devices.get(row.deviceId)
    if (before?.tokenHash != null) this.#deviceIdByTokenHash.delete(before.tokenHash)
    if (row.tokenHash !== null) this.#deviceIdByTokenHash.set(row.tokenHash, row.deviceId)
    this.#devices.set(row.deviceId, row)
  }

  async #write(row: DeviceTable): Promise<void> {
    await this.#database.updateTable('device').set(row).where('deviceId', '=', row.deviceId).execute()
  }

  #deviceOf({ deviceId, kind, name, areaId, printerId, tokenHash }: DeviceTable): Device {
    return {
      deviceId,
      kind,
      name,
      areaId,
      printerId,
      paired: tokenHash !== null,
      connected: (this.#connections.get(deviceId) ?? 0) > 0,
    }
  }
}
