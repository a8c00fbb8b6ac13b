/**
 * `evolve(hall, stored)`: the fold. It changes the hall it is given, because a copy for each event would cost
 * more than the event; the hall runner owns that value and nobody else changes it. It takes no decision:
 * whatever the journal holds did happen.
 */
import type { HallEvent, StoredEvent } from './events.ts'
import { emptyDay, type Hall, lineOf, type Ticket, ticketOf, windowNow } from './hall.ts'
import {
  alarmKey,
  beginSpell,
  countClass,
  countIssued,
  endHold,
  endTurn,
  goOn,
  indexWindows,
  isAsPlanned,
  moveInLine,
  newTurn,
  noteCall,
  setAppointment,
  setSlip,
  setState,
  setWindow,
  sitDown,
  standUp,
  takePlan,
  waitAgain,
  windowOf,
} from './hall-changes.ts'

import { joinLine } from './line.ts'
import { receiptOf } from './receipt.ts'

const anyWindowOf = (serviceId: string) => ({ serviceId, windowId: null })

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
    const { appointments, missedBookings, returns } = event.carried
    for (const appointment of appointments) hall.appointments.set(appointment.appointmentId, appointment)
    hall.missedBookings = [...missedBookings]
    for (const right of returns) hall.returns.set(right.code, right)
  },
  PlanChanged(hall, event, { at }) {
    takePlan(hall, event.plan, at)
  },
  DayEnded(hall) {
    hall.dayIsOpen = false
  },
  WindowOpened(hall, event, { at }) {
    const others = hall.windowIdsByStaff.get(event.staffId) ?? []
    hall.windowIdsByStaff.set(event.staffId, [...new Set([...others, event.windowId])])
    setWindow(hall, event.windowId, {
      state: 'open',
      staffId: event.staffId,
      pauseReasonId: null,
      since: at,
      freeSince: at,
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
    if (staffId !== null) {
      const others = (hall.windowIdsByStaff.get(staffId) ?? []).filter((id) => id !== event.windowId)
      if (others.length === 0) hall.windowIdsByStaff.delete(staffId)
      else hall.windowIdsByStaff.set(staffId, others)
    }
    setWindow(hall, event.windowId, {
      state: 'closed',
      staffId: null,
      pauseReasonId: null,
      since: at,
    })
  },
  WindowAssigned(hall, event) {
    const { serviceIds, helps } = event
    setWindow(hall, event.windowId, { serviceIds, helps, isAssigned: !isAsPlanned(hall, event) })
    indexWindows(hall)
  },
  TicketIssued(hall, event, { at, seq, actor }) {
    const place = { ticketId: event.ticketId, standing: event.standing, joinedSeq: seq }
    const ticket: Ticket = {
      ticketId: event.ticketId,
      ticketNumber: event.ticketNumber,
      token: event.token,
      channel: event.channel,
      priorityClassId: event.priorityClassId,
      issuedAt: at,
      issuedBy: actor,
      peopleAheadAtIssue: event.peopleAhead,
      matterId: event.matterId,
      personHash: event.personHash,
      appointmentId: event.appointmentId,
      rule: event.rule,
      stops: [...event.stops],
      missing: [],
      returnRight: null,
      state: 'waiting',
      turn: newTurn(hall, { ...place, ...anyWindowOf(event.serviceId) }, { at, seq }, event.promise, ''),
      earlierTurns: [],
      spells: [],
      place,
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
    countIssued(hall, event, at)
    joinLine(lineOf(hall, ticket), ticket.place)
    beginSpell(hall, ticket)
  },
  TicketCalled(hall, event, stored) {
    const ticket = ticketOf(hall, event.ticketId)
    noteCall(hall, ticket, event, stored)
    setState(hall, ticket, 'called')
    ticket.turn.calledAt ??= stored.at
    ticket.turn.calledSeq ??= stored.seq
    ticket.turn.lastCalledAt = stored.at
    ticket.turn.calls += 1
    sitDown(hall, ticket, event)
  },
  TicketRecalled(hall, event, stored) {
    const ticket = ticketOf(hall, event.ticketId)
    ticket.turn.calls += 1
    ticket.turn.lastCalledAt = stored.at
    noteCall(hall, ticket, { windowId: windowOf(ticket), way: 'inTurn', reason: '' }, stored)
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
    ticket.turn.returnAt = event.returnAt
    ticket.turn.note = event.note
    standUp(hall, ticket, at)
  },
  HoldEnded(hall, event, { seq }) {
    const ticket = ticketOf(hall, event.ticketId)
    ticket.turn.returnAt = null
    ticket.boundWindowId = event.windowId
    waitAgain(hall, ticket, ticket.place.standing, seq)
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
    if (event.returnTo !== null) ticket.stops.unshift(event.returnTo)
    goOn(hall, ticket, event, { at, seq }, event)
  },
  TicketReleased(hall, event) {
    const ticket = ticketOf(hall, event.ticketId)
    if (ticket.state === 'waiting') moveInLine(hall, ticket, { boundWindowId: null })
    else ticket.boundWindowId = null
  },
  TicketCompleted(hall, event, { at, seq }) {
    const ticket = ticketOf(hall, event.ticketId)
    endTurn(hall, ticket, event.result, at)
    ticket.missing = event.missing
    ticket.returnRight = event.returnRight
    if (event.returnRight !== null) hall.returns.set(event.returnRight.code, event.returnRight)
    const { nextStop } = event
    if (nextStop === null) return setState(hall, ticket, 'served')
    const gone = ticket.stops.findIndex(({ serviceId }) => serviceId === nextStop.serviceId)
    ticket.stops.splice(gone, 1)
    goOn(hall, ticket, nextStop, { at, seq }, { note: '', promise: event.promise })
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
    const { serviceId, note } = ticket.turn
    const place = { ...ticket.place, standing: event.standing, serviceId, windowId: ticket.boundWindowId }
    ticket.turn = newTurn(hall, place, { at, seq }, event.promise, note)
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
  PriorityChanged(hall, event) {
    const ticket = ticketOf(hall, event.ticketId)
    countClass(hall, event.priorityClassId)
    ticket.priorityClassId = event.priorityClassId
    ticket.rule = event.rule
    const place = { ...ticket.place, standing: event.standing }
    if (ticket.state === 'waiting') moveInLine(hall, ticket, { place })
    else ticket.place = place
  },
  AppointmentBooked(hall, { appointment }) {
    hall.appointments.set(appointment.appointmentId, appointment)
  },
  AppointmentCancelled(hall, event) {
    setAppointment(hall, event.appointmentId, 'cancelled')
  },
  AppointmentMissed(hall, event) {
    const { personHash, day } = setAppointment(hall, event.appointmentId, 'missed')
    hall.missedBookings.push({ personHash, day })
  },
  CrowdingRaised(hall, event, { at }) {
    const { crowdingRuleId, serviceId, value, told } = event
    const alarm = { crowdingRuleId, serviceId, raisedAt: at, value, told, seenBy: [] }
    hall.alarms.set(alarmKey(event), alarm)
  },
  CrowdingSeen(hall, event, { at }) {
    hall.alarms.get(alarmKey(event))?.seenBy.push({ staffId: event.staffId, at })
  },
  CrowdingCleared(hall, event) {
    hall.alarms.delete(alarmKey(event))
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
