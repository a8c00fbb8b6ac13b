/** The state of the hall: what `evolve` makes of the day's events, held in memory. */
import type { Plan, PlanWindow } from '../../protocol/plan.ts'
import type { IssueReceipt, Receipt } from '../../protocol/views.ts'
import type {
  CallWay,
  Channel,
  PrinterFault,
  SlipState,
  StaffRole,
  StandingRule,
  TicketState,
  TurnResult,
  WindowState,
} from '../../protocol/vocabulary.ts'
import type { Appointment } from './appointment.ts'
import type { Carried, ReturnRight, Stop, StoredEvent } from './events.ts'
import type { WaitPromise } from './foresight.ts'
import type { Line, Place } from './line.ts'
import type { LineFacts } from './line-facts.ts'
import type { PlanIndex } from './plan-index.ts'
import type { DaySchedule } from './schedule.ts'

/** One passage of a ticket through one line to one window. Instants in ms. */
export interface Turn {
  serviceId: string
  queuedAt: number
  /** The event that put it into the line. */
  queuedSeq: number
  /** What was promised when it was queued. */
  readonly promise: WaitPromise | null
  /** The line as it found it, for the record. */
  readonly lineFacts: LineFacts
  calledAt: number | null
  calledSeq: number | null
  lastCalledAt: number | null
  startedAt: number | null
  endedAt: number | null
  heldAt: number | null
  /** When it comes back into the line by itself; null: when it is resumed. */
  returnAt: number | null
  heldMs: number
  calls: number
  windowId: string | null
  staffId: string | null
  result: TurnResult | null
  note: string
}

/** A time of waiting in one line at one place, which `explain` goes back to. */
export interface Spell {
  readonly fromSeq: number
  /** Null: it waits there still. */
  untilSeq: number | null
  readonly serviceId: string
  /** The one window that could call it; null: any of its service. */
  readonly windowId: string | null
  readonly place: Place
  readonly isRejoined: boolean
}

export interface Ticket {
  readonly ticketId: string
  readonly ticketNumber: string
  readonly token: string
  readonly channel: Channel
  priorityClassId: string | null
  readonly issuedAt: number
  readonly issuedBy: StoredEvent['actor']
  readonly peopleAheadAtIssue: number
  readonly matterId: string | null
  readonly personHash: string | null
  readonly appointmentId: string | null
  /** Why it stands where it does. */
  rule: StandingRule
  /** Where it goes after this turn. */
  stops: Stop[]
  missing: readonly string[]
  returnRight: ReturnRight | null
  state: TicketState
  /** The passage it is in now, or the last one. */
  turn: Turn
  readonly earlierTurns: Turn[]
  readonly spells: Spell[]
  /** Where it stands while it waits; its standing is also kept for the next turn. */
  place: Place
  /** The only window that may call it, after a transfer to a window. */
  boundWindowId: string | null
  rejoins: number
  missedAt: number | null
  slip: SlipState
  slipFault: PrinterFault | null
  slipPrints: number
  printerId: string | null
}

export interface WindowNow {
  readonly windowId: string
  state: WindowState
  staffId: string | null
  pauseReasonId: string | null
  /** The ticket called to or served at this window. */
  ticketId: string | null
  since: number
  /** Since when it has had no ticket. */
  freeSince: number
  /** What it serves now: by the plan, or as it was assigned for the day. */
  serviceIds: readonly string[]
  helps: PlanWindow['helps']
  isAssigned: boolean
}

/** One call or recall, with what `explain` needs to know of it later. */
export interface Call {
  readonly seq: number
  readonly at: number
  readonly ticketId: string
  readonly windowId: string
  readonly windowLabel: string
  readonly isRecall: boolean
  readonly way: CallWay
  readonly reason: string
  readonly role: StaffRole | null
  readonly place: Place
  readonly rule: StandingRule
  /** Whether it had joined this line later than the hall: sent on, or at a later stop. */
  readonly isSentOn: boolean
  readonly priorityClass: Plan['priorityClasses'][number] | null
  /** What the window served just then, and what it helped out with. */
  readonly serviceIds: readonly string[]
  readonly helps: PlanWindow['helps']
  /** A promise and what came true of it; null: nothing was promised, or the turn was called before. */
  readonly kept: { waiting: number; medianMs: number; boundMs: number; waitMs: number } | null
}

/** A crowding rule that is broken at a service now. */
export interface Alarm {
  readonly crowdingRuleId: string
  readonly serviceId: string
  readonly raisedAt: number
  readonly value: number
  readonly told: readonly StaffRole[]
  seenBy: { staffId: string; at: number }[]
}

export interface SetUp {
  readonly plan: Plan
  readonly index: PlanIndex
  readonly schedule: DaySchedule
  /** Midnight of the day, in ms. */
  readonly dayBeganAt: number
}

export interface Hall {
  /** Null only before the very first day. */
  setUp: SetUp | null
  day: string | null
  dayIsOpen: boolean
  lastSeq: number
  lastAt: number
  tickets: Map<string, Ticket>
  ticketIdByNumber: Map<string, string>
  ticketIdByToken: Map<string, string>
  windows: Map<string, WindowNow>
  windowIdsByStaff: Map<string, string[]>
  /** Which windows serve a service now, as the plan or the day's assignments say. */
  windowsOfService: Map<string, PlanWindow[]>
  /** Those who wait for any window of a service, and those who wait for one window. */
  serviceLines: Map<string, Line>
  windowLines: Map<string, Line>
  issuedByPrefix: Map<string, number>
  issuedByService: Map<string, { morning: number; afternoon: number }>
  issuedByClass: Map<string, number>
  /** The tickets of one person today, by the keyed hash of the day. */
  ticketIdsByPerson: Map<string, string[]>
  count: Record<TicketState, number>
  /** All of the day, newest last. */
  calls: Call[]
  /** The last calls of each service's line, oldest first: when, and how long they had waited. */
  recentCalls: Map<string, { at: number; waitMs: number }[]>
  /** Today's finished services, by `service window`. */
  serviceTimes: Map<string, { count: number; sumMs: number }>
  alarms: Map<string, Alarm>
  appointments: Map<string, Appointment>
  missedBookings: Carried['missedBookings'][number][]
  returns: Map<string, ReturnRight>
  held: Set<string>
  missed: Set<string>
  slipFailed: Set<string>
  /** The last ticket that each printer was given, so that a kiosk can say how its printer is. */
  lastSlipByPrinter: Map<string, string>
  /** What each command of today was answered, for its repeat. */
  answers: Map<string, { fingerprint: string | null; receipt: Receipt | IssueReceipt }>
}

export function emptyHall(): Hall {
  return { setUp: null, lastSeq: 0, lastAt: 0, ...emptyDay(null) }
}

export function emptyDay(day: string | null): Omit<Hall, 'setUp' | 'lastSeq' | 'lastAt'> {
  return {
    day,
    dayIsOpen: false,
    tickets: new Map(),
    ticketIdByNumber: new Map(),
    ticketIdByToken: new Map(),
    windows: new Map(),
    windowIdsByStaff: new Map(),
    windowsOfService: new Map(),
    serviceLines: new Map(),
    windowLines: new Map(),
    issuedByPrefix: new Map(),
    issuedByService: new Map(),
    issuedByClass: new Map(),
    ticketIdsByPerson: new Map(),
    count: { waiting: 0, called: 0, serving: 0, held: 0, served: 0, noShow: 0, cancelled: 0, closed: 0 },
    calls: [],
    recentCalls: new Map(),
    serviceTimes: new Map(),
    alarms: new Map(),
    appointments: new Map(),
    missedBookings: [],
    returns: new Map(),
    held: new Set(),
    missed: new Set(),
    slipFailed: new Set(),
    lastSlipByPrinter: new Map(),
    answers: new Map(),
  }
}

/** The plan in force. @throws an assertion (a bug) before the first day. */
export function setUpOf(hall: Hall): SetUp {
  if (hall.setUp === null) throw new Error('the hall has no plan yet')
  return hall.setUp
}

export function ticketOf(hall: Hall, ticketId: string): Ticket {
  const ticket = hall.tickets.get(ticketId)
  if (ticket === undefined) throw new Error(`there is no ticket ${ticketId}`)
  return ticket
}

export function windowNow(hall: Hall, windowId: string): WindowNow {
  const window = hall.windows.get(windowId)
  if (window === undefined) throw new Error(`there is no window ${windowId}`)
  return window
}

/** The windows that serve a service now, in the plan's order. */
export function windowsServing(hall: Hall, serviceId: string): readonly PlanWindow[] {
  return hall.windowsOfService.get(serviceId) ?? []
}

export function isServedElsewhere(hall: Hall, windowId: string, serviceId: string): boolean {
  return windowsServing(hall, serviceId).some((other) => other.windowId !== windowId)
}

export function isOpen(hall: Hall, windowId: string): boolean {
  return hall.windows.get(windowId)?.state === 'open'
}

/** The line that a ticket waits in: its service's, or that of the one window it was transferred to. */
export function lineOf(hall: Hall, ticket: Pick<Ticket, 'boundWindowId' | 'turn'>): Line {
  return ticket.boundWindowId === null
    ? lineIn(hall.serviceLines, ticket.turn.serviceId)
    : lineIn(hall.windowLines, ticket.boundWindowId)
}

function lineIn(lines: Map<string, Line>, id: string): Line {
  let line = lines.get(id)
  if (line === undefined) {
    line = []
    lines.set(id, line)
  }
  return line
}
