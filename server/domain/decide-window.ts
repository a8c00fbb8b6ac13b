/** What a clerk may do at the window that is open in the clerk's name. */
import type { Actor } from '../../protocol/vocabulary.ts'
import { dayAfter } from './calendar.ts'
import { mayServe, next } from './calling.ts'
import { type CommandOf, type Decision, type Refusal, refuse } from './commands.ts'
import { inState } from './decide-ticket.ts'
import type { HallEvent, ReturnRight } from './events.ts'
import type { Foresight } from './foresight.ts'
import {
  type Hall,
  isServedElsewhere,
  setUpOf,
  type Ticket,
  ticketOf,
  type WindowNow,
  windowsServing,
} from './hall.ts'
import { nextStopOf } from './stops.ts'

const minuteMs = 60_000

export function decideOpen(hall: Hall, { windowId }: CommandOf<'openWindow'>, actor: Actor): Decision {
  const window = hall.windows.get(windowId)
  if (window === undefined) return refuse('unknownWindow', { windowId })
  const staffId = staffIdOf(actor)
  if (window.state !== 'closed' && window.staffId !== staffId)
    return refuse('windowTaken', label(hall, windowId))
  const others = (hall.windowIdsByStaff.get(staffId) ?? []).filter((id) => id !== windowId)
  const [elsewhere] = others
  if (elsewhere !== undefined && others.length >= setUpOf(hall).plan.windowsPerClerk) {
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
  const closed: HallEvent[] = [...releases(hall, windowId), { type: 'WindowClosed', windowId }]
  if (isOwn || window.ticketId === null) return busy(hall, window) ?? closed
  return [{ type: 'TicketHeld', ticketId: window.ticketId, note: '', returnAt: null }, ...closed]
}

/** Who waits or is held for this window alone need not wait for it to open again, where another does the same. */
function releases(hall: Hall, windowId: string): HallEvent[] {
  const waiting = (hall.windowLines.get(windowId) ?? []).map(({ ticketId }) => ticketId)
  const present = hall.windows.get(windowId)?.ticketId ?? []
  return [...waiting, ...hall.held].concat(present).flatMap((ticketId) => {
    const { turn, boundWindowId } = ticketOf(hall, ticketId)
    const isReleased = boundWindowId === windowId && isServedElsewhere(hall, windowId, turn.serviceId)
    return isReleased ? [{ type: 'TicketReleased' as const, ticketId }] : []
  })
}

/** Other services for the rest of the day: it takes effect at the window's next call. */
export function decideAssign(hall: Hall, command: CommandOf<'assignWindow'>): Decision {
  const { windowId, serviceIds, helps } = command
  if (!hall.windows.has(windowId)) return refuse('unknownWindow', { windowId })
  const { plan, index } = setUpOf(hall)
  const named = [...serviceIds, ...helps.map(({ serviceId }) => serviceId)]
  const unknown = named.find((serviceId) => !index.services.has(serviceId))
  if (unknown !== undefined) return refuse('unknownService', { serviceId: unknown })
  const left = plan.services.find(
    ({ serviceId }) =>
      !named.includes(serviceId) &&
      windowsServing(hall, serviceId).length > 0 &&
      windowsServing(hall, serviceId).every((window) => window.windowId === windowId),
  )
  if (left !== undefined) return refuse('serviceLeftWithoutWindow', { serviceId: left.serviceId })
  return [{ type: 'WindowAssigned', windowId, serviceIds, helps }]
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

export function decideCallNext(
  hall: Hall,
  { windowId }: CommandOf<'callNext'>,
  actor: Actor,
  now: number,
): Decision {
  const window = freeWindow(hall, windowId, actor)
  if ('refused' in window) return window
  const first = next(hall, windowId, now)
  if (first === null) return refuse('noTicketWaiting')
  const { ticketId } = first.ticket
  return [{ type: 'TicketCalled', ticketId, windowId, staffId: staffIdOf(actor), way: first.way, reason: '' }]
}

/** This one: back from a hold, or out of turn by those whom the plan lets, with a reason that `explain` tells. */
export function decideCall(
  hall: Hall,
  { windowId, ticketId, reason }: CommandOf<'call'>,
  actor: Actor,
  now: number,
): Decision {
  const window = freeWindow(hall, windowId, actor)
  if ('refused' in window) return window
  const ticket = servable(hall, windowId, inState(hall, ticketId, ['waiting', 'held']))
  if ('refused' in ticket) return ticket
  const called = { type: 'TicketCalled', ticketId, windowId, staffId: staffIdOf(actor) } as const
  if (ticket.state === 'held') return [{ ...called, way: 'heldBack', reason: '' }]
  const first = next(hall, windowId, now)
  if (first?.ticket === ticket) return [{ ...called, way: first.way, reason: '' }]
  const { roles } = setUpOf(hall).plan.outOfTurn
  if (actor.kind !== 'staff' || !roles.includes(actor.role)) {
    return refuse('outOfTurnNotAllowed', { ticketNumber: ticket.ticketNumber })
  }
  return reason === '' ? refuse('reasonRequired') : [{ ...called, way: 'outOfTurn', reason }]
}

export function decideRecall(hall: Hall, command: CommandOf<'recall'>, actor: Actor, now: number): Decision {
  const ticket = ticketHere(hall, command, actor, ['called'])
  if ('refused' in ticket) return ticket
  return stillBeingCalled(hall, ticket, now) ?? [{ type: 'TicketRecalled', ticketId: ticket.ticketId }]
}

/** The refusal while the pause after the last call lasts; null once it is over. */
function stillBeingCalled(hall: Hall, { turn }: Ticket, now: number): Refusal | null {
  const { recallPauseSeconds } = setUpOf(hall).plan.missedCall
  const leftMs = (turn.lastCalledAt ?? 0) + recallPauseSeconds * 1_000 - now
  return leftMs <= 0 ? null : refuse('recallTooSoon', { seconds: Math.ceil(leftMs / 1_000) })
}

export function decideStart(hall: Hall, command: CommandOf<'start'>, actor: Actor): Decision {
  const ticket = ticketHere(hall, command, actor, ['called'])
  return 'refused' in ticket ? ticket : [{ type: 'ServiceStarted', ticketId: ticket.ticketId }]
}

/** Until the visitor is back, or has said so, or for so many minutes: then it waits again with its first arrival. */
export function decideHold(hall: Hall, command: CommandOf<'hold'>, actor: Actor, now: number): Decision {
  const ticket = ticketHere(hall, command, actor, ['serving'])
  if ('refused' in ticket) return ticket
  const { note, returnMinutes } = command
  const returnAt = returnMinutes === null ? null : now + returnMinutes * minuteMs
  return [{ type: 'TicketHeld', ticketId: ticket.ticketId, note, returnAt }]
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
export function decideTransfer(
  hall: Hall,
  command: CommandOf<'transfer'>,
  actor: Actor,
  now: number,
  foresee: Foresight,
): Decision {
  const ticket = ticketHere(hall, command, actor, ['called', 'serving'])
  if ('refused' in ticket) return ticket
  const { index } = setUpOf(hall)
  const { toServiceId, toWindowId, windowId, note } = command
  if (toServiceId !== null && !index.services.has(toServiceId)) {
    return refuse('unknownService', { serviceId: toServiceId })
  }
  if (toWindowId !== null && !index.windows.has(toWindowId))
    return refuse('unknownWindow', { windowId: toWindowId })
  const serviceId = toServiceId ?? ticket.turn.serviceId
  if (toWindowId === windowId || (toWindowId === null && serviceId === ticket.turn.serviceId)) {
    return refuse('transferToSamePlace', { ticketNumber: ticket.ticketNumber })
  }
  const stop = { serviceId, windowId: toWindowId }
  const returnTo = command.backToMe ? { serviceId: ticket.turn.serviceId, windowId } : null
  const promise = foresee(hall, { ...ticket.place, joinedSeq: hall.lastSeq + 1, ...stop }, now)
  return [{ type: 'TicketTransferred', ticketId: ticket.ticketId, ...stop, note, returnTo, promise }]
}

/** The service is over; the visit goes on where it has another stop. */
export function decideComplete(
  hall: Hall,
  command: CommandOf<'complete'>,
  actor: Actor,
  now: number,
  foresee: Foresight,
): Decision {
  const ticket = ticketHere(hall, command, actor, ['serving'])
  if ('refused' in ticket) return ticket
  const nextStop = nextStopOf(hall, ticket, now, foresee)
  const promise =
    nextStop && foresee(hall, { ...ticket.place, joinedSeq: hall.lastSeq + 1, ...nextStop }, now)
  const { ticketId } = ticket
  const { result, missing } = command
  const returnRight = returnRightOf(hall, ticket, command)
  const completed: HallEvent = {
    type: 'TicketCompleted',
    ticketId,
    result,
    missing,
    returnRight,
    nextStop,
    promise,
  }
  return [completed, ...papersSlip(hall, ticket, command)]
}

/** At the window's own printer, where the plan names one; otherwise the phone and the clerk's screen have to do. */
function papersSlip(
  hall: Hall,
  { ticketId, slip }: Ticket,
  { windowId, missing }: CommandOf<'complete'>,
): HallEvent[] {
  const printerId = setUpOf(hall).index.windows.get(windowId)?.printerId ?? null
  if (missing.length === 0 || printerId === null || slip === 'requested') return []
  return [{ type: 'SlipRequested', ticketId, printerId, slip: 'missingPapers' }]
}

function returnRightOf(
  hall: Hall,
  ticket: Ticket,
  { result, missing, returnCode }: CommandOf<'complete'>,
): ReturnRight | null {
  const { serviceId } = ticket.turn
  const returnDays = setUpOf(hall).index.services.get(serviceId)?.returnDays ?? 0
  if (result !== 'papersMissing' || returnDays === 0 || hall.day === null) return null
  const { ticketNumber } = ticket
  const untilDay = dayAfter(hall.day, returnDays)
  return { code: returnCode, serviceId, ticketNumber, untilDay, missing, standing: null }
}

/** Only once it was called as often as the plan says, and the visitor has had the time after the last call. */
export function decideNoShow(hall: Hall, command: CommandOf<'noShow'>, actor: Actor, now: number): Decision {
  const ticket = ticketHere(hall, command, actor, ['called'])
  if ('refused' in ticket) return ticket
  const calls = setUpOf(hall).plan.missedCall.callsBeforeNoShow - ticket.turn.calls
  if (calls > 0) return refuse('noShowTooSoon', { calls })
  return stillBeingCalled(hall, ticket, now) ?? [{ type: 'TicketMissed', ticketId: ticket.ticketId }]
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
  return busy(hall, window) ?? busyElsewhere(hall, window) ?? window
}

/** A clerk with several windows still serves one visitor at a time. */
function busyElsewhere(hall: Hall, { windowId, staffId }: WindowNow): Refusal | null {
  for (const otherId of hall.windowIdsByStaff.get(staffId ?? '') ?? []) {
    const ticketId = hall.windows.get(otherId)?.ticketId ?? null
    if (otherId === windowId || ticketId === null) continue
    const { ticketNumber } = ticketOf(hall, ticketId)
    return refuse('clerkBusy', { ...label(hall, otherId), ticketNumber })
  }
  return null
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
