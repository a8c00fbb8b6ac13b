/**
 * `evolve(hall, stored)`: the fold. It changes the hall it is given, because a copy for each event would cost
 * more than the event; the hall runner owns that value and nobody else changes it. It takes no decision:
 * whatever the journal holds did happen.
 */
import type { Plan } from '../../protocol/plan.ts'
import type { PrinterFault, SlipState, TicketState, TurnResult } from '../../protocol/vocabulary.ts'
import type { HallEvent, StoredEvent } from './events.ts'
import {
  type Call,
  emptyDay,
  type Hall,
  lineOf,
  type Ticket,
  type Turn,
  ticketOf,
  type WindowNow,
  windowNow,
} from './hall.ts'
import { joinLine, leaveLine } from './line.ts'
import { indexPlan } from './plan-index.ts'
import { receiptOf } from './receipt.ts'

/** As many calls are kept as any board shows. */
const callsKept = 200

/** Applies one stored event to the hall, in place. @throws an assertion (a bug) when the event cannot have happened. */
export function evolve(hall: Hall, stored: StoredEvent): void {
  if (stored.seq <= hall.lastSeq) throw new Error(`event ${stored.seq} came after event ${hall.lastSeq}`)
  hall.lastSeq = stored.seq
  hall.lastAt = stored.at
  apply(hall, stored.event, stored)
  if (stored.key !== null) {
    hall.answers.set(stored.key, { fingerprint: stored.fingerprint, receipt: receiptOf(hall, stored) })
  }
}

type Appliers = {
  [Type in HallEvent['type']]: (
    hall: Hall,
    event: Extract<HallEvent, { type: Type }>,
    stored: Omit<StoredEvent, 'event'>,
  ) => void
}

function apply<Type extends HallEvent['type']>(
  hall: Hall,
  event: Extract<HallEvent, { type: Type }>,
  stored: StoredEvent,
): void {
  const applier: Appliers[Type] = appliers[event.type as Type]
  applier(hall, event, stored)
}

const appliers: Appliers = {
  DayOpened(hall, event, { at }) {
    Object.assign(hall, emptyDay(event.day))
    hall.dayIsOpen = true
    takePlan(hall, event.plan, at)
  },
  PlanChanged(hall, event, { at }) {
    takePlan(hall, event.plan, at)
  },
  DayEnded(hall) {
    hall.dayIsOpen = false
  },
  WindowOpened(hall, event, { at }) {
    hall.windowIdByStaff.set(event.staffId, event.windowId)
    setWindow(hall, event.windowId, {
      state: 'open',
      staffId: event.staffId,
      pauseReasonId: null,
      since: at,
    })
  },
  WindowPaused(hall, event, { at }) {
    setWindow(hall, event.windowId, {
      state: 'paused',
      pauseReasonId: event.pauseReasonId,
      since: at,
    })
  },
  WindowClosed(hall, event, { at }) {
    const { staffId } = windowNow(hall, event.windowId)
    if (staffId !== null) hall.windowIdByStaff.delete(staffId)
    setWindow(hall, event.windowId, {
      state: 'closed',
      staffId: null,
      pauseReasonId: null,
      since: at,
    })
  },
  TicketIssued(hall, event, { at, seq, actor }) {
    const ticket: Ticket = {
      ticketId: event.ticketId,
      ticketNumber: event.ticketNumber,
      token: event.token,
      channel: event.channel,
      priorityClassId: event.priorityClassId,
      issuedAt: at,
      issuedBy: actor,
      peopleAheadAtIssue: event.peopleAhead,
      state: 'waiting',
      turn: newTurn(event.serviceId, at, ''),
      earlierTurns: [],
      place: { ticketId: event.ticketId, standing: event.standing, joinedSeq: seq },
      boundWindowId: null,
      rejoins: 0,
      missedAt: null,
      slip: event.printerId === null ? 'none' : 'requested',
      slipFault: null,
      slipPrints: 0,
      printerId: event.printerId,
    }
    hall.tickets.set(ticket.ticketId, ticket)
    hall.ticketIdByNumber.set(ticket.ticketNumber, ticket.ticketId)
    hall.ticketIdByToken.set(ticket.token, ticket.ticketId)
    const prefix = ticket.ticketNumber.replace(/\d+$/, '')
    hall.issuedByPrefix.set(prefix, (hall.issuedByPrefix.get(prefix) ?? 0) + 1)
    hall.count.waiting += 1
    joinLine(lineOf(hall, ticket), ticket.place)
  },
  TicketCalled(hall, event, { at }) {
    const ticket = ticketOf(hall, event.ticketId)
    setState(hall, ticket, 'called')
    ticket.turn.calledAt ??= at
    ticket.turn.calls += 1
    sitDown(hall, ticket, event)
    noteCall(hall, { ticketId: event.ticketId, windowId: event.windowId, at })
  },
  TicketRecalled(hall, event, { at }) {
    const ticket = ticketOf(hall, event.ticketId)
    ticket.turn.calls += 1
    noteCall(hall, { ticketId: event.ticketId, windowId: windowOf(ticket), at })
  },
  ServiceStarted(hall, event, { at }) {
    const ticket = ticketOf(hall, event.ticketId)
    setState(hall, ticket, 'serving')
    endHold(ticket.turn, at)
    ticket.turn.startedAt ??= at
  },
  TicketHeld(hall, event, { at }) {
    const ticket = ticketOf(hall, event.ticketId)
    setState(hall, ticket, 'held')
    ticket.turn.heldAt = at
    ticket.turn.note = event.note
    standUp(hall, ticket)
  },
  TicketResumed(hall, event, { at }) {
    const ticket = ticketOf(hall, event.ticketId)
    setState(hall, ticket, 'serving')
    endHold(ticket.turn, at)
    // One whose window was closed before the service began starts it now.
    ticket.turn.startedAt ??= at
    sitDown(hall, ticket, event)
  },
  TicketTransferred(hall, event, { at, seq }) {
    const ticket = ticketOf(hall, event.ticketId)
    endTurn(hall, ticket, 'transferred', at)
    ticket.earlierTurns.push(ticket.turn)
    ticket.turn = newTurn(event.serviceId, at, event.note)
    ticket.boundWindowId = event.windowId
    waitAgain(hall, ticket, ticket.place.standing, seq)
  },
  TicketCompleted(hall, event, { at }) {
    const ticket = ticketOf(hall, event.ticketId)
    endTurn(hall, ticket, event.result, at)
    setState(hall, ticket, 'served')
  },
  TicketMissed(hall, event, { at }) {
    const ticket = ticketOf(hall, event.ticketId)
    endTurn(hall, ticket, 'noShow', at)
    ticket.missedAt = at
    setState(hall, ticket, 'noShow')
  },
  TicketRejoined(hall, event, { at, seq }) {
    const ticket = ticketOf(hall, event.ticketId)
    ticket.rejoins += 1
    ticket.missedAt = null
    ticket.earlierTurns.push(ticket.turn)
    ticket.turn = newTurn(ticket.turn.serviceId, at, ticket.turn.note)
    waitAgain(hall, ticket, event.standing, seq)
  },
  TicketCancelled(hall, event, { at }) {
    const ticket = ticketOf(hall, event.ticketId)
    endTurn(hall, ticket, 'cancelled', at)
    setState(hall, ticket, 'cancelled')
  },
  TicketClosed(hall, event) {
    const ticket = ticketOf(hall, event.ticketId)
    endTurn(hall, ticket, 'closed', event.endedAt)
    setState(hall, ticket, 'closed')
  },
  SlipRequested(hall, event) {
    const ticket = ticketOf(hall, event.ticketId)
    ticket.printerId = event.printerId
    setSlip(hall, ticket, 'requested', null)
  },
  SlipPrinted(hall, event) {
    const ticket = ticketOf(hall, event.ticketId)
    ticket.slipPrints += 1
    setSlip(hall, ticket, 'printed', null)
  },
  SlipFailed(hall, event) {
    setSlip(hall, ticketOf(hall, event.ticketId), 'failed', event.fault)
  },
}

function takePlan(hall: Hall, plan: Plan, at: number): void {
  hall.setUp = { plan, index: indexPlan(plan) }
  for (const { windowId } of plan.windows) {
    if (hall.windows.has(windowId)) continue
    hall.windows.set(windowId, {
      windowId,
      state: 'closed',
      staffId: null,
      pauseReasonId: null,
      ticketId: null,
      since: at,
    })
  }
  for (const windowId of hall.windows.keys()) {
    if (!hall.setUp.index.windows.has(windowId)) hall.windows.delete(windowId)
  }
}

function newTurn(serviceId: string, queuedAt: number, note: string): Turn {
  return {
    serviceId,
    queuedAt,
    calledAt: null,
    startedAt: null,
    endedAt: null,
    heldAt: null,
    heldMs: 0,
    calls: 0,
    windowId: null,
    staffId: null,
    result: null,
    note,
  }
}

function setState(hall: Hall, ticket: Ticket, state: TicketState): void {
  if (ticket.state === 'waiting') leaveLine(lineOf(hall, ticket), ticket.place)
  hall.count[ticket.state] -= 1
  hall.count[state] += 1
  ticket.state = state
  if (state === 'held') hall.held.add(ticket.ticketId)
  else hall.held.delete(ticket.ticketId)
  if (state === 'noShow') hall.missed.add(ticket.ticketId)
  else hall.missed.delete(ticket.ticketId)
}

function waitAgain(hall: Hall, ticket: Ticket, standing: number, seq: number): void {
  setState(hall, ticket, 'waiting')
  ticket.place = { ticketId: ticket.ticketId, standing, joinedSeq: seq }
  joinLine(lineOf(hall, ticket), ticket.place)
}

function endTurn(hall: Hall, ticket: Ticket, result: TurnResult, at: number): void {
  endHold(ticket.turn, at)
  ticket.turn.endedAt = at
  ticket.turn.result = result
  if (ticket.state === 'called' || ticket.state === 'serving') standUp(hall, ticket)
}

/** A hold counts against the service that it interrupts; before one has begun there is none. */
function endHold(turn: Turn, at: number): void {
  if (turn.heldAt === null) return
  if (turn.startedAt !== null) turn.heldMs += at - turn.heldAt
  turn.heldAt = null
}

function sitDown(hall: Hall, ticket: Ticket, at: { windowId: string; staffId: string }): void {
  ticket.turn.windowId = at.windowId
  ticket.turn.staffId = at.staffId
  setWindow(hall, at.windowId, { ticketId: ticket.ticketId })
}

function standUp(hall: Hall, ticket: Ticket): void {
  setWindow(hall, windowOf(ticket), { ticketId: null })
}

function windowOf(ticket: Ticket): string {
  if (ticket.turn.windowId === null) throw new Error(`${ticket.ticketId} is at no window`)
  return ticket.turn.windowId
}

function setWindow(hall: Hall, windowId: string, change: Partial<WindowNow>): void {
  Object.assign(windowNow(hall, windowId), change)
}

function noteCall(hall: Hall, call: Call): void {
  hall.calls.push(call)
  if (hall.calls.length > callsKept) hall.calls.shift()
}

function setSlip(hall: Hall, ticket: Ticket, slip: SlipState, fault: PrinterFault | null): void {
  ticket.slip = slip
  if (ticket.printerId !== null) hall.lastSlipByPrinter.set(ticket.printerId, ticket.ticketId)
  ticket.slipFault = fault
  if (slip === 'failed') hall.slipFailed.add(ticket.ticketId)
  else hall.slipFailed.delete(ticket.ticketId)
}
