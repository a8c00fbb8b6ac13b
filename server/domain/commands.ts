/** What may be asked of the hall, as the domain takes it: parsed, its ids and its sender handed in. */
import type { Plan } from '../../protocol/plan.ts'
import type {
  Actor,
  PrinterFault,
  RefusalCode,
  RefusalParams,
  ServiceResult,
  StaffRole,
} from '../../protocol/vocabulary.ts'
import type { HallEvent } from './events.ts'

/** What each command carries. */
interface Commands {
  turnDay: { day: string; plan: Plan; oldDayEndedAt: number }
  changePlan: { plan: Plan }
  issueTicket: {
    ticketId: string
    token: string
    serviceId: string
    priorityClassId: string | null
    printerId: string | null
  }
  cancel: { ticketId: string }
  rejoin: { ticketId: string }
  reprint: { ticketId: string; printerId: string | null }
  slipPrinted: { ticketId: string }
  slipFailed: { ticketId: string; fault: PrinterFault }
  openWindow: { windowId: string }
  pauseWindow: { windowId: string; pauseReasonId: string }
  closeWindow: { windowId: string }
  callNext: { windowId: string }
  call: { windowId: string; ticketId: string }
  recall: { windowId: string; ticketId: string }
  start: { windowId: string; ticketId: string }
  hold: { windowId: string; ticketId: string; note: string }
  resume: { windowId: string; ticketId: string }
  transfer: {
    windowId: string
    ticketId: string
    toServiceId: string | null
    toWindowId: string | null
    note: string
  }
  complete: { windowId: string; ticketId: string; result: ServiceResult }
  noShow: { windowId: string; ticketId: string }
}

export type CommandType = keyof Commands
export type CommandOf<Type extends CommandType> = { type: Type } & Commands[Type]
export type Command = { [Type in CommandType]: CommandOf<Type> }[CommandType]

/** An expected "no": a code of the vocabulary and what its sentence needs. */
export interface Refusal {
  readonly refused: RefusalCode
  readonly params: RefusalParams
}
export type Decision = readonly HallEvent[] | Refusal

export function refuse(refused: RefusalCode, params: RefusalParams = {}): Refusal {
  return { refused, params }
}

export function isRefusal(decision: Decision): decision is Refusal {
  return 'refused' in decision
}

type Giver = StaffRole | 'kiosk' | 'visitor' | 'hall'
const anyStaff: readonly Giver[] = ['guide', 'clerk', 'supervisor', 'admin']
const atWindow: readonly Giver[] = ['clerk', 'supervisor', 'admin']

const givers: Readonly<Record<CommandType, readonly Giver[]>> = {
  turnDay: ['hall'],
  changePlan: ['admin'],
  issueTicket: [...anyStaff, 'kiosk'],
  cancel: [...anyStaff, 'visitor'],
  rejoin: [...anyStaff, 'kiosk', 'visitor'],
  reprint: anyStaff,
  slipPrinted: ['hall'],
  slipFailed: ['hall'],
  openWindow: atWindow,
  closeWindow: atWindow,
  pauseWindow: atWindow,
  callNext: atWindow,
  call: atWindow,
  recall: atWindow,
  start: atWindow,
  resume: atWindow,
  noShow: atWindow,
  hold: atWindow,
  transfer: atWindow,
  complete: atWindow,
}

/** True when the command belongs to the one who gives it. A visitor may speak of the own ticket alone. */
export function mayGive(actor: Actor, command: Command): boolean {
  const allowed = givers[command.type]
  switch (actor.kind) {
    case 'staff':
      return allowed.includes(actor.role)
    case 'device':
      return actor.deviceKind === 'kiosk' && allowed.includes('kiosk')
    case 'visitor':
      return allowed.includes('visitor') && 'ticketId' in command && command.ticketId === actor.ticketId
    case 'hall':
      return allowed.includes('hall')
  }
}
