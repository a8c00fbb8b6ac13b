/** What a command is answered, read from its event: so a repeat, even after a restart, gets the first answer. */
import type { IssueReceipt, Receipt } from '../../protocol/views.ts'
import type { Command } from './commands.ts'
import type { HallEvent, StoredEvent } from './events.ts'
import type { Hall } from './hall.ts'

/** The answer to the command that made `stored`, in the hall just after it. */
export function receiptOf(hall: Hall, { event, seq, at }: StoredEvent): Receipt | IssueReceipt {
  if (event.type === 'TicketIssued') {
    const { ticketId, ticketNumber, token, serviceId, priorityClassId, peopleAhead, standing } = event
    const { rule, promise } = event
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
        rule,
        promise,
      },
    }
  }
  return receiptAbout(hall, event, seq, at)
}

/** The answer to a command that had nothing left to do: how the thing it is about stands. */
export function receiptNow(hall: Hall, command: Command): Receipt {
  return receiptAbout(hall, command, hall.lastSeq, hall.lastAt)
}

function receiptAbout(hall: Hall, subject: HallEvent | Command, seq: number, at: number): Receipt {
  const appointmentId = subject.type === 'AppointmentBooked' ? subject.appointment.appointmentId : null
  const named = 'appointmentId' in subject ? subject.appointmentId : appointmentId
  const appointment = hall.appointments.get(named ?? '')
  if (appointment !== undefined) {
    const { code, token, state } = appointment
    return { seq, at, appointment: { appointmentId: appointment.appointmentId, code, token, state } }
  }
  const ticket = 'ticketId' in subject ? hall.tickets.get(subject.ticketId) : undefined
  if (ticket !== undefined) {
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
  const window = 'windowId' in subject ? hall.windows.get(subject.windowId ?? '') : undefined
  return window === undefined
    ? { seq, at }
    : { seq, at, window: { windowId: window.windowId, state: window.state } }
}
