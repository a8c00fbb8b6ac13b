/** The tables of the hall's one database file, as they are read and written. Instants are ms, flags 0 or 1. */
import type { DeviceKind, StaffRole } from '../../protocol/vocabulary.ts'
import type { TurnRow, VisitRow } from '../domain/record.ts'

interface EventTable {
  hallId: string
  day: string
  seq: number
  at: number
  key: string | null
  fingerprint: string | null
  actor: string
  event: string
}

export interface StaffTable {
  staffId: string
  staffNumber: string
  name: string
  role: StaffRole
  passwordHash: string
  passwordMustChange: 0 | 1
  disabled: 0 | 1
}

export interface SessionTable {
  tokenHash: string
  staffId: string
  expiresAt: number
}

export interface DeviceTable {
  deviceId: string
  kind: DeviceKind
  name: string
  areaId: string
  printerId: string | null
  tokenHash: string | null
  pairingCodeHash: string | null
  pairingValidUntil: number | null
}

export interface SecretTable {
  name: string
  secret: string
}

export interface HallDatabase {
  event: EventTable
  turn: TurnRow
  visit: VisitRow
  staff: StaffTable
  session: SessionTable
  device: DeviceTable
  secret: SecretTable
}
