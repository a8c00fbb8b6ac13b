/** The state of the hall: what `evolve` makes of the day's events, held in memory. */
import type { Plan } from '../../protocol/plan.ts'
import type { IssueReceipt, Receipt } from '../../protocol/views.ts'
import type {
  Channel,
  PrinterFault,
  SlipState,
  TicketState,
  TurnResult,
  WindowState,
} from '../../protocol/vocabulary.ts'
import type { StoredEvent } from './events.ts'
import type { Line, Place } from './line.ts'
import type { PlanIndex } from './plan-index.ts'

/** One passage of a ticket through one line to one window. Instants in ms. */
export interface Turn {
  serviceId: string
  queuedAt: number
  calledAt: number | null
  startedAt: number | null
  endedAt: number | null
  heldAt: number | null
  heldMs: number
  calls: number
  windowId: string | null
  staffId: string | null
  result: TurnResult | null
  note: string
}

export interface Ticket {
  readonly ticketId: string
  readonly ticketNumber: string
  readonly token: string
  readonly channel: Channel
  readonly priorityClassId: string | null
  readonly issuedAt: number
  readonly issuedBy: StoredEvent['actor']
  readonly peopleAheadAtIssue: number
  state: TicketState
  /** The passage it is in now, or the last one. */
  turn: Turn
  readonly earlierTurns: Turn[]
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
}

export interface Call {
  readonly ticketId: string
  readonly windowId: string
  readonly at: number
}

export interface Hall {
  /** Null only before the very first day. */
  setUp: { plan: Plan; index: PlanIndex } | null
  day: string | null
  dayIsOpen: boolean
  lastSeq: number
  lastAt: number
  tickets: Map<string, Ticket>
  ticketIdByNumber: Map<string, string>
  ticketIdByToken: Map<string, string>
  windows: Map<string, WindowNow>
  windowIdByStaff: Map<string, string>
  /** Those who wait for any window of a service, and those who wait for one window. */
  serviceLines: Map<string, Line>
  windowLines: Map<string, Line>
  issuedByPrefix: Map<string, number>
  count: Record<TicketState, number>
  /** Newest last; as many as any board shows. */
  calls: Call[]
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
    windowIdByStaff: new Map(),
    serviceLines: new Map(),
    windowLines: new Map(),
    issuedByPrefix: new Map(),
    count: { waiting: 0, called: 0, serving: 0, held: 0, served: 0, noShow: 0, cancelled: 0, closed: 0 },
    calls: [],
    held: new Set(),
    missed: new Set(),
    slipFailed: new Set(),
    lastSlipByPrinter: new Map(),
    answers: new Map(),
  }
}

/** The plan in force. @throws an assertion (a bug) before the first day. */
export function setUpOf(hall: Hall): { plan: Plan; index: PlanIndex } {
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

/** The line that a ticket waits in: its service's, or that of the one window it was transferred to. */
export function lineOf(hall: Hall, ticket: Ticket): Line {
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
