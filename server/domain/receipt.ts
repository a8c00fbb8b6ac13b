/** What a command is answered, read from its event: so a repeat, even after a restart, gets the first answer. */
import type { IssueReceipt, Receipt } from '../../protocol/views.ts'
import type { StoredEvent } from './events.ts'
import type { Hall } from './hall.ts'

/** The answer to the command that made `stored`, in the hall just after it. */
export function receiptOf(hall: Hall, { event, seq, at }: StoredEvent): Receipt | IssueReceipt {
  if (event.type === 'TicketIssued') {
    const { ticketId, ticketNumber, token, serviceId, priorityClassId, peopleAhead, standing } = event
    return {
      seq,
      at,
      ticket: {
        ticketId,
        ticketNumber,
        token,
        state: 'waiting',
        serviceId,
        windowId: null,
        priorityClassId,
        peopleAhead,
        standing,
      },
    }
  }
  if ('ticketId' in event) {
    const ticket = hall.tickets.get(event.ticketId)
    if (ticket === undefined) throw new Error(`there is no ticket ${event.ticketId}`)
    return {
      seq,
      at,
      ticket: {
        ticketId: ticket.ticketId,
        ticketNumber: ticket.ticketNumber,
        state: ticket.state,
        serviceId: ticket.turn.serviceId,
        windowId: ticket.turn.windowId,
      },
    }
  }
  if ('windowId' in event) {
    const window = hall.windows.get(event.windowId)
    return { seq, at, window: { windowId: event.windowId, state: window?.state ?? 'closed' } }
  }
  return { seq, at }
}
