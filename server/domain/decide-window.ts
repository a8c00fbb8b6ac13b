/** What a clerk may do at the window that is open in the clerk's name. */
import type { Actor } from '../../protocol/vocabulary.ts'
import { mayServe, next } from './calling.ts'
import { type CommandOf, type Decision, type Refusal, refuse } from './commands.ts'
import { inState } from './decide-ticket.ts'
import type { HallEvent } from './events.ts'
import { type Hall, setUpOf, type Ticket, ticketOf, type WindowNow } from './hall.ts'

export function decideOpen(hall: Hall, { windowId }: CommandOf<'openWindow'>, actor: Actor): Decision {
  const window = hall.windows.get(windowId)
  if (window === undefined) return refuse('unknownWindow', { windowId })
  const staffId = staffIdOf(actor)
  if (window.state !== 'closed' && window.staffId !== staffId)
    return refuse('windowTaken', label(hall, windowId))
  const elsewhere = hall.windowIdByStaff.get(staffId)
  if (elsewhere !== undefined && elsewhere !== windowId) {
    return refuse('clerkAtAnotherWindow', label(hall, elsewhere))
  }
  return window.state === 'open' ? [] : [{ type: 'WindowOpened', windowId, staffId }]
}

/**
 * A supervisor may also close the window of somebody who has left it. A ticket that is still there is held, so that
 * any window of its service can go on with it.
 */
export function decideClose(hall: Hall, { windowId }: CommandOf<'closeWindow'>, actor: Actor): Decision {
  const window = hall.windows.get(windowId)
  if (window === undefined) return refuse('unknownWindow', { windowId })
  if (window.state === 'closed') return []
  const supervises = actor.kind === 'staff' && actor.role !== 'clerk'
  const isOwn = window.staffId === staffIdOf(actor)
  if (!isOwn && !supervises) return refuse('notYourWindow', label(hall, windowId))
  const closed: HallEvent = { type: 'WindowClosed', windowId }
  if (isOwn || window.ticketId === null) return busy(hall, window) ?? [closed]
  return [{ type: 'TicketHeld', ticketId: window.ticketId, note: '' }, closed]
}

export function decidePause(hall: Hall, command: CommandOf<'pauseWindow'>, actor: Actor): Decision {
  const { windowId, pauseReasonId } = command
  const window = ownWindow(hall, windowId, actor)
  if ('refused' in window) return window
  if (!setUpOf(hall).index.pauseReasons.has(pauseReasonId)) {
    return refuse('unknownPauseReason', { pauseReasonId })
  }
  return busy(hall, window) ?? [{ type: 'WindowPaused', windowId, pauseReasonId }]
}

export function decideCallNext(hall: Hall, { windowId }: CommandOf<'callNext'>, actor: Actor): Decision {
  const window = freeWindow(hall, windowId, actor)
  if ('refused' in window) return window
  const ticket = next(hall, windowId)
  if (ticket === null) return refuse('noTicketWaiting')
  return [{ type: 'TicketCalled', ticketId: ticket.ticketId, windowId, staffId: staffIdOf(actor) }]
}

/** This one, out of turn or back from a hold: only one that the window serves. */
export function decideCall(hall: Hall, { windowId, ticketId }: CommandOf<'call'>, actor: Actor): Decision {
  const window = freeWindow(hall, windowId, actor)
  if ('refused' in window) return window
  const ticket = servable(hall, windowId, inState(hall, ticketId, ['waiting', 'held']))
  if ('refused' in ticket) return ticket
  return [{ type: 'TicketCalled', ticketId, windowId, staffId: staffIdOf(actor) }]
}

export function decideRecall(hall: Hall, command: CommandOf<'recall'>, actor: Actor): Decision {
  const ticket = ticketHere(hall, command, actor, ['called'])
  return 'refused' in ticket ? ticket : [{ type: 'TicketRecalled', ticketId: ticket.ticketId }]
}

export function decideStart(hall: Hall, command: CommandOf<'start'>, actor: Actor): Decision {
  const ticket = ticketHere(hall, command, actor, ['called'])
  return 'refused' in ticket ? ticket : [{ type: 'ServiceStarted', ticketId: ticket.ticketId }]
}

export function decideHold(hall: Hall, command: CommandOf<'hold'>, actor: Actor): Decision {
  const ticket = ticketHere(hall, command, actor, ['serving'])
  if ('refused' in ticket) return ticket
  return [{ type: 'TicketHeld', ticketId: ticket.ticketId, note: command.note }]
}

/** The visitor is back and stands at the window: service goes on without another call. */
export function decideResume(
  hall: Hall,
  { windowId, ticketId }: CommandOf<'resume'>,
  actor: Actor,
): Decision {
  const window = freeWindow(hall, windowId, actor)
  if ('refused' in window) return window
  const ticket = servable(hall, windowId, inState(hall, ticketId, ['held']))
  if ('refused' in ticket) return ticket
  return [{ type: 'TicketResumed', ticketId, windowId, staffId: staffIdOf(actor) }]
}

/** To another service, to a window, or to a service at one window. The first arrival is kept. */
export function decideTransfer(hall: Hall, command: CommandOf<'transfer'>, actor: Actor): Decision {
  const ticket = ticketHere(hall, command, actor, ['called', 'serving'])
  if ('refused' in ticket) return ticket
  const { index } = setUpOf(hall)
  const { toServiceId, toWindowId } = command
  if (toServiceId !== null && !index.services.has(toServiceId)) {
    return refuse('unknownService', { serviceId: toServiceId })
  }
  if (toWindowId !== null && !index.windows.has(toWindowId))
    return refuse('unknownWindow', { windowId: toWindowId })
  const serviceId = toServiceId ?? ticket.turn.serviceId
  if (toWindowId === command.windowId || (toWindowId === null && serviceId === ticket.turn.serviceId)) {
    return refuse('transferToSamePlace', { ticketNumber: ticket.ticketNumber })
  }
  return [
    {
      type: 'TicketTransferred',
      ticketId: ticket.ticketId,
      serviceId,
      windowId: toWindowId,
      note: command.note,
    },
  ]
}

export function decideComplete(hall: Hall, command: CommandOf<'complete'>, actor: Actor): Decision {
  const ticket = ticketHere(hall, command, actor, ['serving'])
  if ('refused' in ticket) return ticket
  return [{ type: 'TicketCompleted', ticketId: ticket.ticketId, result: command.result }]
}

export function decideNoShow(hall: Hall, command: CommandOf<'noShow'>, actor: Actor): Decision {
  const ticket = ticketHere(hall, command, actor, ['called'])
  return 'refused' in ticket ? ticket : [{ type: 'TicketMissed', ticketId: ticket.ticketId }]
}

function staffIdOf(actor: Actor): string {
  if (actor.kind !== 'staff') throw new Error(`${actor.kind} stands at no window`)
  return actor.staffId
}

function label(hall: Hall, windowId: string): { windowLabel: string } {
  return { windowLabel: setUpOf(hall).index.windows.get(windowId)?.label ?? windowId }
}

/** The window, when it is open or paused in the clerk's own name. */
function ownWindow(hall: Hall, windowId: string, actor: Actor): WindowNow | Refusal {
  const window = hall.windows.get(windowId)
  if (window === undefined) return refuse('unknownWindow', { windowId })
  if (window.state === 'closed') return refuse('windowClosed', label(hall, windowId))
  return window.staffId === staffIdOf(actor) ? window : refuse('notYourWindow', label(hall, windowId))
}

/** One's own window, open and without a ticket: ready to take one. */
function freeWindow(hall: Hall, windowId: string, actor: Actor): WindowNow | Refusal {
  const window = ownWindow(hall, windowId, actor)
  if ('refused' in window) return window
  if (window.state !== 'open') return refuse('windowNotOpen', label(hall, windowId))
  return busy(hall, window) ?? window
}

function busy(hall: Hall, window: WindowNow): Refusal | null {
  if (window.ticketId === null) return null
  const { ticketNumber } = ticketOf(hall, window.ticketId)
  return refuse('windowBusy', { ...label(hall, window.windowId), ticketNumber })
}

/** The ticket the clerk means, when it is at the clerk's own window in one of these states. */
function ticketHere(
  hall: Hall,
  command: { windowId: string; ticketId: string },
  actor: Actor,
  states: readonly Ticket['state'][],
): Ticket | Refusal {
  const window = ownWindow(hall, command.windowId, actor)
  if ('refused' in window) return window
  const ticket = hall.tickets.get(command.ticketId)
  if (ticket === undefined) return refuse('unknownTicket')
  if (window.ticketId !== ticket.ticketId)
    return refuse('ticketNotHere', { ticketNumber: ticket.ticketNumber })
  return inState(hall, command.ticketId, states)
}

function servable(hall: Hall, windowId: string, ticket: Ticket | Refusal): Ticket | Refusal {
  if ('refused' in ticket || mayServe(hall, windowId, ticket)) return ticket
  return ticket.boundWindowId === null
    ? refuse('notServedHere', { ticketNumber: ticket.ticketNumber })
    : refuse('ticketIsElsewhere', { ticketNumber: ticket.ticketNumber, ...label(hall, ticket.boundWindowId) })
}
