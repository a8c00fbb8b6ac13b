/** What has happened, as the journal keeps it. Events never cross the wire and never change once stored. */
import type { Plan } from '../../protocol/plan.ts'
import type {
  Actor,
  CallWay,
  Channel,
  PrinterFault,
  ServiceResult,
  SlipKind,
  StaffRole,
  StandingRule,
} from '../../protocol/vocabulary.ts'
import type { Appointment } from './appointment.ts'
import type { WaitPromise } from './foresight.ts'

/** Where a visit goes next: any window of the service, or one window. */
export interface Stop {
  readonly serviceId: string
  readonly windowId: string | null
}

/** The right to come back without a new place at the end: for missing papers, or left over from an earlier day. */
export interface ReturnRight {
  readonly code: string
  readonly serviceId: string
  readonly ticketNumber: string
  readonly untilDay: string
  readonly missing: readonly string[]
  /** The first arrival, which is kept; null: it stands the plan's credit ahead of its coming back. */
  readonly standing: number | null
}

/** What a day takes over from those before it. */
export interface Carried {
  readonly appointments: readonly Appointment[]
  readonly missedBookings: readonly { readonly personHash: string; readonly day: string }[]
  readonly returns: readonly ReturnRight[]
}

export type HallEvent =
  | { type: 'DayOpened'; day: string; plan: Plan; carried: Carried }
  | { type: 'PlanChanged'; plan: Plan }
  | { type: 'DayEnded' }
  | { type: 'WindowOpened'; windowId: string; staffId: string }
  | { type: 'WindowPaused'; windowId: string; pauseReasonId: string }
  | { type: 'WindowClosed'; windowId: string }
  | {
      type: 'WindowAssigned'
      windowId: string
      serviceIds: string[]
      helps: Plan['windows'][number]['helps']
    }
  | {
      type: 'TicketIssued'
      ticketId: string
      ticketNumber: string
      token: string
      channel: Channel
      serviceId: string
      /** The further stops of a matter, in the plan's order. */
      matterId: string | null
      stops: Stop[]
      priorityClassId: string | null
      /** The member of staff who gave the class; null where the visitor chose it. Never the proof itself. */
      verifiedBy: string | null
      standing: number
      rule: StandingRule
      peopleAhead: number
      promise: WaitPromise | null
      personHash: string | null
      appointmentId: string | null
      returnCode: string | null
      printerId: string | null
    }
  | {
      type: 'TicketCalled'
      ticketId: string
      windowId: string
      staffId: string
      way: CallWay
      /** Why out of turn; empty otherwise. */
      reason: string
    }
  | { type: 'TicketRecalled'; ticketId: string }
  | { type: 'ServiceStarted'; ticketId: string }
  | { type: 'TicketHeld'; ticketId: string; note: string; returnAt: number | null }
  /** The time of the hold is over, or the visitor is ready: it waits again, for its window if that is open. */
  | { type: 'HoldEnded'; ticketId: string; windowId: string | null }
  | { type: 'TicketResumed'; ticketId: string; windowId: string; staffId: string }
  | {
      type: 'TicketTransferred'
      ticketId: string
      serviceId: string
      windowId: string | null
      note: string
      /** Where it comes back to afterwards. */
      returnTo: Stop | null
      promise: WaitPromise | null
    }
  /** The one window that it waited or was held for has closed: any window of its service may call it now. */
  | { type: 'TicketReleased'; ticketId: string }
  | {
      type: 'TicketCompleted'
      ticketId: string
      result: ServiceResult
      missing: string[]
      returnRight: ReturnRight | null
      /** Where the visit goes on; null: it is finished. */
      nextStop: Stop | null
      promise: WaitPromise | null
    }
  | { type: 'TicketMissed'; ticketId: string }
  | { type: 'TicketRejoined'; ticketId: string; standing: number; promise: WaitPromise | null }
  | { type: 'TicketCancelled'; ticketId: string }
  | { type: 'TicketClosed'; ticketId: string; reason: 'dayEnded' | 'carried'; endedAt: number }
  | {
      type: 'PriorityChanged'
      ticketId: string
      priorityClassId: string | null
      standing: number
      rule: StandingRule
      reason: string
    }
  | { type: 'SlipRequested'; ticketId: string; printerId: string; slip: SlipKind }
  | { type: 'SlipPrinted'; ticketId: string }
  | { type: 'SlipFailed'; ticketId: string; fault: PrinterFault }
  | { type: 'AppointmentBooked'; appointment: Appointment }
  | { type: 'AppointmentCancelled'; appointmentId: string }
  | { type: 'AppointmentMissed'; appointmentId: string }
  | {
      type: 'CrowdingRaised'
      crowdingRuleId: string
      serviceId: string
      value: number
      /** Whom the plan has told of it. */
      told: StaffRole[]
    }
  | { type: 'CrowdingSeen'; crowdingRuleId: string; serviceId: string; staffId: string }
  | { type: 'CrowdingCleared'; crowdingRuleId: string; serviceId: string; value: number }

/** An event in its place: `seq` counts on through all days of a hall, `at` is in ms and never goes back. */
export interface StoredEvent {
  readonly seq: number
  readonly day: string
  readonly at: number
  /** The Idempotency-Key of the command, with its sender; null for what the hall does by itself. */
  readonly key: string | null
  /** A digest of what the key was sent with, so that a key used for something else is noticed. */
  readonly fingerprint: string | null
  readonly actor: Actor
  readonly event: HallEvent
}
