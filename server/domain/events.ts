/** What has happened, as the journal keeps it. Events never cross the wire and never change once stored. */
import type { Plan } from '../../protocol/plan.ts'
import type { Actor, Channel, PrinterFault, ServiceResult } from '../../protocol/vocabulary.ts'

export type HallEvent =
  | { type: 'DayOpened'; day: string; plan: Plan }
  | { type: 'PlanChanged'; plan: Plan }
  | { type: 'DayEnded' }
  | { type: 'WindowOpened'; windowId: string; staffId: string }
  | { type: 'WindowPaused'; windowId: string; pauseReasonId: string }
  | { type: 'WindowClosed'; windowId: string }
  | {
      type: 'TicketIssued'
      ticketId: string
      ticketNumber: string
      token: string
      channel: Channel
      serviceId: string
      priorityClassId: string | null
      /** The member of staff who gave the class; null where the visitor chose it. Never the proof itself. */
      verifiedBy: string | null
      standing: number
      peopleAhead: number
      printerId: string | null
    }
  | { type: 'TicketCalled'; ticketId: string; windowId: string; staffId: string }
  | { type: 'TicketRecalled'; ticketId: string }
  | { type: 'ServiceStarted'; ticketId: string }
  | { type: 'TicketHeld'; ticketId: string; note: string }
  | { type: 'TicketResumed'; ticketId: string; windowId: string; staffId: string }
  | { type: 'TicketTransferred'; ticketId: string; serviceId: string; windowId: string | null; note: string }
  | { type: 'TicketCompleted'; ticketId: string; result: ServiceResult }
  | { type: 'TicketMissed'; ticketId: string }
  | { type: 'TicketRejoined'; ticketId: string; standing: number }
  | { type: 'TicketCancelled'; ticketId: string }
  | { type: 'TicketClosed'; ticketId: string; reason: 'dayEnded'; endedAt: number }
  | { type: 'SlipRequested'; ticketId: string; printerId: string }
  | { type: 'SlipPrinted'; ticketId: string }
  | { type: 'SlipFailed'; ticketId: string; fault: PrinterFault }

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
