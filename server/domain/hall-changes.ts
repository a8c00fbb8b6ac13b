/** The changes that events make in the hall, piece by piece: `evolve` says which event makes which. */
import type { Plan, PlanWindow } from '../../protocol/plan.ts'
import type { CallWay, PrinterFault, SlipState, TicketState, TurnResult } from '../../protocol/vocabulary.ts'
import type { Appointment } from './appointment.ts'
import { instantAt } from './calendar.ts'
import type { HallEvent, Stop, StoredEvent } from './events.ts'
import type { AskedPlace, WaitPromise } from './foresight.ts'
import { type Call, type Hall, lineOf, type Ticket, type Turn, type WindowNow, windowNow } from './hall.ts'
import { joinLine, leaveLine } from './line.ts'
import { lineFactsOf } from './line-facts.ts'
import { indexPlan } from './plan-index.ts'
import { daySchedule, halfOf } from './schedule.ts'

export function alarmKey({
  crowdingRuleId,
  serviceId,
}: {
  crowdingRuleId: string
  serviceId: string
}): string {
  return `${crowdingRuleId} ${serviceId}`
}

export function takePlan(hall: Hall, plan: Plan, at: number): void {
  const day = hall.day ?? ''
  hall.setUp = {
    plan,
    index: indexPlan(plan),
    schedule: daySchedule(plan, day),
    dayBeganAt: instantAt(day, '00:00', plan.hall.timeZone),
  }
  if (assignmentsContradict(hall, plan)) {
    for (const window of hall.windows.values()) window.isAssigned = false
  }
  for (const { windowId, serviceIds, helps } of plan.windows) {
    const window = hall.windows.get(windowId)
    if (window !== undefined) {
      if (!window.isAssigned) Object.assign(window, { serviceIds, helps })
      continue
    }
    hall.windows.set(windowId, {
      windowId,
      state: 'closed',
      staffId: null,
      pauseReasonId: null,
      ticketId: null,
      since: at,
      freeSince: at,
      serviceIds,
      helps,
      isAssigned: false,
    })
  }
  for (const windowId of hall.windows.keys()) {
    if (!hall.setUp.index.windows.has(windowId)) hall.windows.delete(windowId)
  }
  indexWindows(hall)
}

/** True when with the day's assignments a service of the plan would have no window, or a window a service that is gone. */
function assignmentsContradict(hall: Hall, plan: Plan): boolean {
  const served = new Set<string>()
  for (const planned of plan.windows) {
    const now = hall.windows.get(planned.windowId)
    const { serviceIds, helps } = now?.isAssigned === true ? now : planned
    for (const serviceId of [...serviceIds, ...helps.map((each) => each.serviceId)]) served.add(serviceId)
  }
  const known = new Set(plan.services.map(({ serviceId }) => serviceId))
  return known.size !== served.size || ![...served].every((serviceId) => known.has(serviceId))
}

/** Whether an assignment says what the plan does: it then ends what was assigned before. */
export function isAsPlanned(
  hall: Hall,
  assigned: Pick<PlanWindow, 'windowId' | 'serviceIds' | 'helps'>,
): boolean {
  const planned = hall.setUp?.index.windows.get(assigned.windowId)
  const said = ({ serviceIds, helps }: Pick<PlanWindow, 'serviceIds' | 'helps'>) =>
    [...serviceIds, ...helps.map(({ serviceId, afterMinutes }) => `${serviceId} ${afterMinutes}`)]
      .sort()
      .join()
  return planned !== undefined && said(planned) === said(assigned)
}

export function indexWindows(hall: Hall): void {
  hall.windowsOfService.clear()
  for (const window of hall.setUp?.plan.windows ?? []) {
    const { serviceIds, helps } = windowNow(hall, window.windowId)
    for (const serviceId of [...serviceIds, ...helps.map((each) => each.serviceId)]) {
      const others = hall.windowsOfService.get(serviceId) ?? []
      hall.windowsOfService.set(serviceId, [...others, window])
    }
  }
}

export function countIssued(
  hall: Hall,
  event: Extract<HallEvent, { type: 'TicketIssued' }>,
  at: number,
): void {
  const { serviceId, ticketId, personHash, appointmentId, returnCode } = event
  const counted = hall.issuedByService.get(serviceId) ?? { morning: 0, afternoon: 0 }
  if (hall.setUp !== null) counted[halfOf(hall.setUp.schedule, at)] += 1
  hall.issuedByService.set(serviceId, counted)
  countClass(hall, event.priorityClassId)
  if (personHash !== null) {
    const others = hall.ticketIdsByPerson.get(personHash) ?? []
    hall.ticketIdsByPerson.set(personHash, [...others, ticketId])
  }
  if (appointmentId !== null) setAppointment(hall, appointmentId, 'checkedIn')
  if (returnCode !== null) hall.returns.delete(returnCode)
}

export function countClass(hall: Hall, priorityClassId: string | null): void {
  if (priorityClassId === null) return
  hall.issuedByClass.set(priorityClassId, (hall.issuedByClass.get(priorityClassId) ?? 0) + 1)
}

export function setAppointment(hall: Hall, appointmentId: string, state: Appointment['state']): Appointment {
  const before = hall.appointments.get(appointmentId)
  if (before === undefined) throw new Error(`there is no appointment ${appointmentId}`)
  const appointment = { ...before, state }
  hall.appointments.set(appointmentId, appointment)
  return appointment
}

export type When = Pick<StoredEvent, 'at' | 'seq'>

/** A turn that begins now; the ticket is in no line yet. */
export function newTurn(
  hall: Hall,
  place: AskedPlace,
  { at, seq }: When,
  promise: WaitPromise | null,
  note: string,
): Turn {
  return {
    serviceId: place.serviceId,
    queuedAt: at,
    queuedSeq: seq,
    promise,
    lineFacts: lineFactsOf(hall, { ...place, joinedSeq: seq }, at),
    calledAt: null,
    calledSeq: null,
    lastCalledAt: null,
    startedAt: null,
    endedAt: null,
    heldAt: null,
    returnAt: null,
    heldMs: 0,
    calls: 0,
    windowId: null,
    staffId: null,
    result: null,
    note,
  }
}

/** To the next stop of the visit, with its first arrival. */
export function goOn(
  hall: Hall,
  ticket: Ticket,
  stop: Stop,
  when: When,
  { note, promise }: { note: string; promise: WaitPromise | null },
): void {
  ticket.earlierTurns.push(ticket.turn)
  ticket.turn = newTurn(hall, { ...ticket.place, ...stop }, when, promise, note)
  ticket.boundWindowId = stop.windowId
  waitAgain(hall, ticket, ticket.place.standing, when.seq)
}

export function setState(hall: Hall, ticket: Ticket, state: TicketState): void {
  if (ticket.state === 'waiting') {
    leaveLine(lineOf(hall, ticket), ticket.place)
    endSpell(hall, ticket)
  }
  hall.count[ticket.state] -= 1
  hall.count[state] += 1
  ticket.state = state
  if (state === 'held') hall.held.add(ticket.ticketId)
  else hall.held.delete(ticket.ticketId)
  if (state === 'noShow') hall.missed.add(ticket.ticketId)
  else hall.missed.delete(ticket.ticketId)
}

export function waitAgain(hall: Hall, ticket: Ticket, standing: number, seq: number): void {
  setState(hall, ticket, 'waiting')
  ticket.place = { ticketId: ticket.ticketId, standing, joinedSeq: seq }
  joinLine(lineOf(hall, ticket), ticket.place)
  beginSpell(hall, ticket)
}

/** While it waits: to another line or another place, by the change. */
export function moveInLine(
  hall: Hall,
  ticket: Ticket,
  change: Partial<Pick<Ticket, 'place' | 'boundWindowId'>>,
): void {
  leaveLine(lineOf(hall, ticket), ticket.place)
  endSpell(hall, ticket)
  Object.assign(ticket, change)
  joinLine(lineOf(hall, ticket), ticket.place)
  beginSpell(hall, ticket)
}

export function beginSpell(hall: Hall, { spells, turn, boundWindowId, place, rejoins }: Ticket): void {
  spells.push({
    fromSeq: hall.lastSeq,
    untilSeq: null,
    serviceId: turn.serviceId,
    windowId: boundWindowId,
    place,
    isRejoined: rejoins > 0,
  })
}

function endSpell(hall: Hall, { spells }: Ticket): void {
  const spell = spells.at(-1)
  if (spell !== undefined) spell.untilSeq = hall.lastSeq
}

export function endTurn(hall: Hall, ticket: Ticket, result: TurnResult, at: number): void {
  endHold(ticket.turn, at)
  ticket.turn.endedAt = at
  ticket.turn.result = result
  measureService(hall, ticket.turn, result, at)
  if (ticket.state === 'called' || ticket.state === 'serving') standUp(hall, ticket, at)
}

/** A hold counts against the service that it interrupts; before one has begun there is none. */
export function endHold(turn: Turn, at: number): void {
  if (turn.heldAt === null) return
  if (turn.startedAt !== null) turn.heldMs += at - turn.heldAt
  turn.heldAt = null
}

export function sitDown(hall: Hall, ticket: Ticket, at: { windowId: string; staffId: string }): void {
  ticket.turn.windowId = at.windowId
  ticket.turn.staffId = at.staffId
  setWindow(hall, at.windowId, { ticketId: ticket.ticketId })
}

export function standUp(hall: Hall, ticket: Ticket, at: number): void {
  setWindow(hall, windowOf(ticket), { ticketId: null, freeSince: at })
}

export function windowOf(ticket: Ticket): string {
  if (ticket.turn.windowId === null) throw new Error(`${ticket.ticketId} is at no window`)
  return ticket.turn.windowId
}

export function setWindow(hall: Hall, windowId: string, change: Partial<WindowNow>): void {
  Object.assign(windowNow(hall, windowId), change)
}

export function noteCall(
  hall: Hall,
  ticket: Ticket,
  { windowId, way, reason }: { windowId: string; way: CallWay; reason: string },
  { at, seq, actor }: Pick<StoredEvent, 'at' | 'seq' | 'actor'>,
): void {
  const { serviceIds, helps } = windowNow(hall, windowId)
  hall.calls.push({
    seq,
    at,
    ticketId: ticket.ticketId,
    windowId,
    windowLabel: hall.setUp?.index.windows.get(windowId)?.label ?? windowId,
    isRecall: ticket.state === 'called',
    way,
    reason,
    role: actor.kind === 'staff' ? actor.role : null,
    place: ticket.place,
    rule: ticket.rule,
    isSentOn: ticket.earlierTurns.some(({ result }) => result !== 'noShow'),
    priorityClass: hall.setUp?.index.priorityClasses.get(ticket.priorityClassId ?? '') ?? null,
    serviceIds,
    helps,
    kept: keptPromise(ticket, at),
  })
  if (ticket.turn.calledAt === null) noteWait(hall, ticket.turn, at)
}

export function setSlip(hall: Hall, ticket: Ticket, slip: SlipState, fault: PrinterFault | null): void {
  ticket.slip = slip
  if (ticket.printerId !== null) hall.lastSlipByPrinter.set(ticket.printerId, ticket.ticketId)
  ticket.slipFault = fault
  if (slip === 'failed') hall.slipFailed.add(ticket.ticketId)
  else hall.slipFailed.delete(ticket.ticketId)
}

/** As many gaps between calls as a promise looks at, and one call more. */
const recentCallsKept = 11

function noteWait(hall: Hall, { serviceId, queuedAt }: Turn, at: number): void {
  const calls = hall.recentCalls.get(serviceId) ?? []
  calls.push({ at, waitMs: at - queuedAt })
  if (calls.length > recentCallsKept) calls.shift()
  hall.recentCalls.set(serviceId, calls)
}

function keptPromise({ turn }: Ticket, at: number): Call['kept'] {
  if (turn.promise === null || turn.calledAt !== null) return null
  return { ...turn.promise, waiting: turn.lineFacts.waiting, waitMs: at - turn.queuedAt }
}

/** A service that the end of the day cut off has no known length. */
function measureService(hall: Hall, turn: Turn, result: TurnResult, at: number): void {
  if (turn.startedAt === null || turn.windowId === null || result === 'closed') return
  const key = `${turn.serviceId} ${turn.windowId}`
  const before = hall.serviceTimes.get(key) ?? { count: 0, sumMs: 0 }
  const sumMs = before.sumMs + at - turn.startedAt - turn.heldMs
  hall.serviceTimes.set(key, { count: before.count + 1, sumMs })
}
