/** What a visitor, a kiosk or a guide may ask of a ticket that there is: its end, another place, its paper. */
import { rejoinStanding } from './calling.ts'
import { type CommandOf, type Decision, type Refusal, refuse } from './commands.ts'
import type { HallEvent } from './events.ts'
import type { Foresight } from './foresight.ts'
import { type Hall, isOpen, isServedElsewhere, lineOf, setUpOf, type Ticket } from './hall.ts'
import { priorityFor } from './priority.ts'

const minuteMs = 60_000

/** A visitor may leave as long as no service has begun. */
export function decideCancel(hall: Hall, { ticketId }: CommandOf<'cancel'>): Decision {
  const ticket = inState(hall, ticketId, ['waiting', 'called', 'held'])
  return 'refused' in ticket ? ticket : [{ type: 'TicketCancelled', ticketId }]
}

/** Who missed the call may rejoin so often, so many places back, within the grace: all three in the plan. */
export function decideRejoin(
  hall: Hall,
  { ticketId }: CommandOf<'rejoin'>,
  now: number,
  foresee: Foresight,
): Decision {
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
  const isReleased = ticket.boundWindowId !== null && needNotWaitFor(hall, ticket.boundWindowId, serviceId)
  const windowId = isReleased ? null : ticket.boundWindowId
  const line = lineOf(hall, { turn: ticket.turn, boundWindowId: windowId })
  const standing = rejoinStanding(line, ticket.place.standing, placesBack)
  const place = { ticketId, standing, joinedSeq: hall.lastSeq + 1, serviceId, windowId }
  const rejoined: HallEvent = {
    type: 'TicketRejoined',
    ticketId,
    standing,
    promise: foresee(hall, place, now),
  }
  return isReleased ? [rejoined, { type: 'TicketReleased', ticketId }] : [rejoined]
}

/** The one window that it was sent to has closed or left the plan, and another does the same. */
function needNotWaitFor(hall: Hall, windowId: string, serviceId: string): boolean {
  return !isOpen(hall, windowId) && isServedElsewhere(hall, windowId, serviceId)
}

/** The visitor on hold is ready before the time: back into the line, with the first arrival. */
export function decideReady(hall: Hall, { ticketId }: CommandOf<'ready'>): Decision {
  const ticket = inState(hall, ticketId, ['held'])
  return 'refused' in ticket ? ticket : [holdEnds(hall, ticket)]
}

/** It waits for the window that knows it, as long as that is open. */
export function holdEnds(hall: Hall, { ticketId, turn }: Ticket): HallEvent {
  const { windowId } = turn
  return {
    type: 'HoldEnded',
    ticketId,
    windowId: windowId !== null && isOpen(hall, windowId) ? windowId : null,
  }
}

/** Another class, or none, with a reason: the standing is its first arrival less the new credit. */
export function decideChangePriority(hall: Hall, command: CommandOf<'changePriority'>): Decision {
  const { ticketId, priorityClassId, reason } = command
  const ticket = inState(hall, ticketId, ['waiting', 'held', 'noShow'])
  if ('refused' in ticket) return ticket
  if (reason === '') return refuse('reasonRequired')
  if (priorityClassId === ticket.priorityClassId) return []
  const priority = priorityFor(hall, priorityClassId, 'staff')
  if ('refused' in priority) return priority
  const isOrdinary = ticket.rule === 'arrival' || ticket.rule === 'priority'
  // Not the old credit given back: the plan may say another than the one that it was given.
  // Who rejoined stays the places back that a missed call costs.
  const isPutBack = ticket.rejoins > 0
  const own = isOrdinary ? Math.max(ticket.issuedAt, ticket.place.standing) : ticket.place.standing
  const isByClass = priority.creditMs > 0 && isOrdinary && !isPutBack
  const standing = isByClass ? own - priority.creditMs : own
  const rule = isByClass ? 'priority' : ticket.rule === 'priority' ? 'arrival' : ticket.rule
  return [{ type: 'PriorityChanged', ticketId, priorityClassId, standing, rule, reason }]
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
  const isOfPapers = ticket.state === 'served' && ticket.missing.length > 0
  const slip = isOfPapers ? 'missingPapers' : 'ticket'
  return [{ type: 'SlipRequested', ticketId: ticket.ticketId, printerId, slip }]
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
