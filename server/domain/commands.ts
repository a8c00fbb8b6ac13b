/** What may be asked of the hall, as the domain takes it: parsed, its ids and its sender handed in. */
import type { Plan, PlanWindow } from '../../protocol/plan.ts'
import type {
  Actor,
  PrinterFault,
  RefusalCode,
  RefusalParams,
  ServiceResult,
  StaffRole,
} from '../../protocol/vocabulary.ts'
import type { Appointment } from './appointment.ts'
import type { HallEvent } from './events.ts'

/** What each command carries. */
interface Commands {
  turnDay: { day: string; plan: Plan; oldDayEndedAt: number }
  changePlan: { plan: Plan }
  issueTicket: {
    ticketId: string
    token: string
    /** One of the three says what the visitor comes for. */
    serviceId: string | null
    matterId: string | null
    returnCode: string | null
    priorityClassId: string | null
    personHash: string | null
    printerId: string | null
  }
  checkIn: {
    ticketId: string
    token: string
    /** How the visitor is known: by the code, or by the keyed hash of the phone number. */
    by: { code: string } | { phoneHash: string }
    printerId: string | null
  }
  bookAppointment: Pick<
    Appointment,
    | 'appointmentId'
    | 'token'
    | 'code'
    | 'serviceId'
    | 'day'
    | 'from'
    | 'personHash'
    | 'phoneHash'
    | 'maskedName'
  >
  cancelAppointment: { appointmentId: string }
  changePriority: { ticketId: string; priorityClassId: string | null; reason: string }
  ready: { ticketId: string }
  assignWindow: { windowId: string; serviceIds: string[]; helps: PlanWindow['helps'] }
  seeAlarm: { crowdingRuleId: string; serviceId: string }
  passTime: Record<never, never>
  cancel: { ticketId: string }
  rejoin: { ticketId: string }
  reprint: { ticketId: string; printerId: string | null }
  slipPrinted: { ticketId: string }
  slipFailed: { ticketId: string; fault: PrinterFault }
  openWindow: { windowId: string }
  pauseWindow: { windowId: string; pauseReasonId: string }
  closeWindow: { windowId: string }
  callNext: { windowId: string }
  call: { windowId: string; ticketId: string; reason: string }
  recall: { windowId: string; ticketId: string }
  start: { windowId: string; ticketId: string }
  hold: { windowId: string; ticketId: string; note: string; returnMinutes: number | null }
  resume: { windowId: string; ticketId: string }
  transfer: {
    windowId: string
    ticketId: string
    toServiceId: string | null
    toWindowId: string | null
    /** Afterwards it comes back to this window. */
    backToMe: boolean
    note: string
  }
  complete: {
    windowId: string
    ticketId: string
    result: ServiceResult
    missing: string[]
    /** Made for the case that the visitor may come back. */
    returnCode: string
  }
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

type Giver = StaffRole | 'kiosk' | 'visitor' | 'guest' | 'hall'
const anyStaff: readonly Giver[] = ['guide', 'clerk', 'supervisor', 'admin']
const atWindow: readonly Giver[] = ['clerk', 'supervisor', 'admin']

const oversight: readonly Giver[] = ['guide', 'supervisor', 'admin']

const givers: Readonly<Record<CommandType, readonly Giver[]>> = {
  turnDay: ['hall'],
  changePlan: ['admin'],
  passTime: ['hall'],
  issueTicket: [...anyStaff, 'kiosk'],
  checkIn: [...anyStaff, 'kiosk'],
  bookAppointment: [...anyStaff, 'guest'],
  cancelAppointment: [...anyStaff, 'guest'],
  changePriority: oversight,
  ready: [...anyStaff, 'kiosk', 'visitor'],
  assignWindow: ['supervisor', 'admin'],
  seeAlarm: anyStaff,
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
    case 'guest':
      return allowed.includes('guest')
    case 'hall':
      return allowed.includes('hall')
  }
}
