/** Events that an earlier version stored, as this one knows them: what they lack is what was true without it. */
import { plan } from '../../protocol/plan.ts'
import type { HallEvent } from '../domain/events.ts'

type Stored = { readonly type: string } & Readonly<Record<string, unknown>>

/** @throws ZodError for a plan that this version cannot read */
export function upgradeEvent(stored: Stored): HallEvent {
  return { ...lacking(stored), ...stored, ...withPlan(stored) } as unknown as HallEvent
}

function withPlan(stored: Stored): object {
  return 'plan' in stored ? { plan: plan.parse(stored.plan) } : {}
}

function lacking(stored: Stored): object {
  switch (stored.type) {
    case 'DayOpened':
      return { carried: { appointments: [], missedBookings: [], returns: [] } }
    case 'TicketIssued': {
      const rule = stored.priorityClassId === null ? 'arrival' : 'priority'
      const none = { promise: null, personHash: null, appointmentId: null, returnCode: null }
      return { matterId: null, stops: [], rule, ...none }
    }
    case 'TicketCalled':
      return { way: 'inTurn', reason: '' }
    case 'TicketHeld':
      return { returnAt: null }
    case 'TicketTransferred':
      return { returnTo: null, promise: null }
    case 'TicketCompleted':
      return { missing: [], returnRight: null, nextStop: null, promise: null }
    case 'TicketRejoined':
      return { promise: null }
    case 'SlipRequested':
      return { slip: 'ticket' }
    default:
      return {}
  }
}
