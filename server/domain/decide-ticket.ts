/** What a visitor, a kiosk or a guide may ask: a ticket, its end, another place, its paper. */
import type { Actor } from '../../protocol/vocabulary.ts'
import { rejoinStanding } from './calling.ts'
import { type CommandOf, type Decision, type Refusal, refuse } from './commands.ts'
import { type Hall, lineOf, setUpOf, type Ticket } from './hall.ts'
import { peopleBefore } from './line.ts'

const minuteMs = 60_000
const digits = 3

export function decideIssue(
  hall: Hall,
  command: CommandOf<'issueTicket'>,
  actor: Actor,
  now: number,
): Decision {
  const { index } = setUpOf(hall)
  const { serviceId, priorityClassId } = command
  const service = index.services.get(serviceId)
  if (service === undefined) return refuse('unknownService', { serviceId })
  const priorityClass = priorityClassId === null ? null : index.priorityClasses.get(priorityClassId)
  if (priorityClass === undefined)
    return refuse('unknownPriorityClass', { priorityClassId: priorityClassId ?? '' })
  const isKnown = command.printerId !== null && index.printers.has(command.printerId)
  // Paper is a help, never a condition: a kiosk whose printer is gone still gives its number.
  if (command.printerId !== null && !isKnown && actor.kind === 'staff') {
    return refuse('unknownPrinter', { printerId: command.printerId })
  }
  const printerId = isKnown ? command.printerId : null
  const standing = now - (priorityClass?.creditMinutes ?? 0) * minuteMs
  const place = { ticketId: command.ticketId, standing, joinedSeq: hall.lastSeq + 1 }
  const ordinal = (hall.issuedByPrefix.get(service.prefix) ?? 0) + 1
  return [
    {
      type: 'TicketIssued',
      ticketId: command.ticketId,
      ticketNumber: `${service.prefix}${String(ordinal).padStart(digits, '0')}`,
      token: command.token,
      channel: actor.kind === 'staff' ? 'staff' : 'kiosk',
      serviceId,
      priorityClassId,
      verifiedBy: priorityClass !== null && actor.kind === 'staff' ? actor.staffId : null,
      standing,
      peopleAhead: peopleBefore(hall.serviceLines.get(serviceId) ?? [], place),
      printerId,
    },
  ]
}

/** A visitor may leave as long as no service has begun. */
export function decideCancel(hall: Hall, { ticketId }: CommandOf<'cancel'>): Decision {
  const ticket = inState(hall, ticketId, ['waiting', 'called', 'held'])
  return 'refused' in ticket ? ticket : [{ type: 'TicketCancelled', ticketId }]
}

/** Who missed the call may rejoin so often, so many places back, within the grace: all three in the plan. */
export function decideRejoin(hall: Hall, { ticketId }: CommandOf<'rejoin'>, now: number): Decision {
  const ticket = inState(hall, ticketId, ['noShow'])
  if ('refused' in ticket) return ticket
  const { plan, index } = setUpOf(hall)
  const { rejoinLimit, placesBack, graceMinutes } = plan.missedCall
  const { ticketNumber } = ticket
  if (ticket.rejoins >= rejoinLimit) return refuse('rejoinUsedUp', { ticketNumber })
  if (now > (ticket.missedAt ?? 0) + graceMinutes * minuteMs) {
    return refuse('rejoinTooLate', { ticketNumber, graceMinutes })
  }
  const { serviceId } = ticket.turn
  if (!index.services.has(serviceId)) return refuse('unknownService', { serviceId })
  const standing = rejoinStanding(lineOf(hall, ticket), ticket.place.standing, placesBack)
  return [{ type: 'TicketRejoined', ticketId, standing }]
}

/** The same number once more on paper; refused while the printer still has it, so that nothing prints twice. */
export function decideReprint(hall: Hall, command: CommandOf<'reprint'>): Decision {
  const ticket = hall.tickets.get(command.ticketId)
  if (ticket === undefined) return refuse('unknownTicket')
  if (ticket.slip === 'requested') return refuse('slipStillPrinting', { ticketNumber: ticket.ticketNumber })
  const printerId = command.printerId ?? ticket.printerId
  if (printerId === null || !setUpOf(hall).index.printers.has(printerId)) {
    return refuse('unknownPrinter', { printerId: printerId ?? '' })
  }
  return [{ type: 'SlipRequested', ticketId: ticket.ticketId, printerId }]
}

/** What the printer said; nothing where the day has turned in between, or it was said before. */
export function decideSlip(
  hall: Hall,
  command: CommandOf<'slipPrinted'> | CommandOf<'slipFailed'>,
): Decision {
  if (hall.tickets.get(command.ticketId)?.slip !== 'requested') return []
  return command.type === 'slipPrinted'
    ? [{ type: 'SlipPrinted', ticketId: command.ticketId }]
    : [{ type: 'SlipFailed', ticketId: command.ticketId, fault: command.fault }]
}

/** The ticket, when it is in one of these states; else the refusal that says what it is. */
export function inState(hall: Hall, ticketId: string, states: readonly Ticket['state'][]): Ticket | Refusal {
  const ticket = hall.tickets.get(ticketId)
  if (ticket === undefined) return refuse('unknownTicket')
  return states.includes(ticket.state)
    ? ticket
    : refuse('wrongTicketState', { ticketNumber: ticket.ticketNumber, state: ticket.state })
}
