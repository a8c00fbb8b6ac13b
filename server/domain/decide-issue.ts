/** A new ticket: for a service, for a matter of several, for coming back, or for an appointment. */
import type { PlanService } from '../../protocol/plan.ts'
import type { Actor, StandingRule } from '../../protocol/vocabulary.ts'
import { notAdmitted } from './admission.ts'
import { type Appointment, appointmentStanding } from './appointment.ts'
import { type CommandOf, type Decision, type Refusal, refuse } from './commands.ts'
import type { HallEvent, ReturnRight, Stop } from './events.ts'
import type { Foresight } from './foresight.ts'
import { type Hall, setUpOf } from './hall.ts'
import { peopleBefore } from './line.ts'
import { priorityFor } from './priority.ts'
import { serviceStateAt } from './schedule.ts'
import { leastWait } from './stops.ts'

const minuteMs = 60_000
const digits = 3

/** What a visitor comes for. */
interface Errand {
  readonly service: PlanService
  readonly prefix: string
  readonly matterId: string | null
  readonly stops: Stop[]
  readonly right: ReturnRight | null
}

interface Standing {
  readonly standing: number
  readonly rule: StandingRule
}

export function decideIssue(
  hall: Hall,
  command: CommandOf<'issueTicket'>,
  actor: Actor,
  now: number,
  foresee: Foresight,
): Decision {
  const errand = errandOf(hall, command, now, foresee)
  if ('refused' in errand) return errand
  const { priorityClassId, personHash } = command
  const priority = priorityFor(hall, priorityClassId, actor.kind === 'staff' ? 'staff' : 'visitor')
  if ('refused' in priority) return priority
  const { service, right } = errand
  const refusal = notAdmitted(hall, service, now) ?? personRefusal(hall, service, personHash, actor)
  if (refusal !== null) return refusal
  const byClass: Standing = { standing: now - priority.creditMs, rule: 'priority' }
  const own = right === null ? { standing: now, rule: 'arrival' as const } : returnStanding(hall, right, now)
  const place = byClass.standing < own.standing ? byClass : own
  return issue(hall, actor, now, foresee, { ...command, ...errand, ...place, appointmentId: null })
}

/** The booked visitor is here: early, on time or late, see `appointmentStanding`. Capacity was asked at booking. */
export function decideCheckIn(
  hall: Hall,
  command: CommandOf<'checkIn'>,
  actor: Actor,
  now: number,
  foresee: Foresight,
): Decision {
  const appointment = appointmentOf(hall, command.by)
  if ('refused' in appointment) return appointment
  const service = setUpOf(hall).index.services.get(appointment.serviceId)
  if (service === undefined) return refuse('unknownService', { serviceId: appointment.serviceId })
  // A number that nobody would call any more is none: who comes after the close is told so.
  if (serviceStateAt(setUpOf(hall).schedule, service.serviceId, now).state === 'closed') {
    return refuse('serviceClosedToday')
  }
  const standing = appointmentStanding(hall, appointment, now)
  const { appointmentId, personHash } = appointment
  const rule: StandingRule = standing < now ? 'appointment' : 'arrival'
  const errand = { service, prefix: service.prefix, matterId: null, stops: [], right: null }
  const made = { ...command, ...errand, standing, rule, appointmentId, personHash, priorityClassId: null }
  return issue(hall, actor, now, foresee, made)
}

function appointmentOf(hall: Hall, by: CommandOf<'checkIn'>['by']): Appointment | Refusal {
  const found = [...hall.appointments.values()]
    .filter((each) => ('code' in by ? each.code === by.code : each.phoneHash === by.phoneHash))
    .sort((a, b) => Number(b.state === 'booked') - Number(a.state === 'booked') || a.slotAt - b.slotAt)[0]
  if (found === undefined) return refuse('unknownAppointment')
  if (found.state !== 'booked') return refuse('appointmentOver')
  return found.day === hall.day ? found : refuse('appointmentOnAnotherDay', { day: found.day })
}

function errandOf(
  hall: Hall,
  { serviceId, matterId, returnCode, ticketId }: CommandOf<'issueTicket'>,
  now: number,
  foresee: Foresight,
): Errand | Refusal {
  const { index } = setUpOf(hall)
  if (matterId !== null) {
    const matter = index.matters.get(matterId)
    if (matter === undefined) return refuse('unknownMatter', { matterId })
    const stops = matter.serviceIds.map((id) => ({ serviceId: id, windowId: null }))
    const place = { ticketId, standing: now, joinedSeq: hall.lastSeq + 1 }
    const best = matter.order === 'leastWait' ? leastWait(hall, stops, place, now, foresee) : null
    const first = best ?? stops[0]
    const service = index.services.get(first?.serviceId ?? '')
    if (service === undefined) return refuse('unknownMatter', { matterId })
    const others = stops.filter((stop) => stop !== first)
    return { service, prefix: matter.prefix, matterId, stops: others, right: null }
  }
  const right = returnCode === null ? null : hall.returns.get(returnCode)
  if (right === undefined || (right !== null && right.untilDay < (hall.day ?? ''))) {
    return refuse('unknownReturnCode')
  }
  const wanted = right?.serviceId ?? serviceId ?? ''
  const service = index.services.get(wanted)
  if (service === undefined) return refuse('unknownService', { serviceId: wanted })
  return { service, prefix: service.prefix, matterId: null, stops: [], right }
}

function returnStanding(hall: Hall, right: ReturnRight, now: number): Standing {
  if (right.standing !== null) return { standing: right.standing, rule: 'carried' }
  return { standing: now - setUpOf(hall).plan.returns.creditMinutes * minuteMs, rule: 'return' }
}

/** One person, one waiting ticket a service, where the plan asks. Staff see whom they give a ticket to. */
function personRefusal(
  hall: Hall,
  { serviceId, onePerPerson }: PlanService,
  personHash: string | null,
  actor: Actor,
): Refusal | null {
  if (!onePerPerson) return null
  if (personHash === null) return actor.kind === 'staff' ? null : refuse('personRequired')
  for (const ticketId of hall.ticketIdsByPerson.get(personHash) ?? []) {
    const ticket = hall.tickets.get(ticketId)
    if (ticket?.state !== 'waiting' || ticket.turn.serviceId !== serviceId) continue
    return refuse('personAlreadyWaiting', { ticketNumber: ticket.ticketNumber })
  }
  return null
}

type Made = Errand &
  Standing &
  Pick<CommandOf<'issueTicket'>, 'ticketId' | 'token' | 'priorityClassId' | 'personHash' | 'printerId'> & {
    appointmentId: string | null
  }

function issue(hall: Hall, actor: Actor, now: number, foresee: Foresight, made: Made): Decision {
  const { ticketId, token, standing, rule, prefix, priorityClassId, personHash, appointmentId } = made
  const isKnown = made.printerId !== null && setUpOf(hall).index.printers.has(made.printerId)
  // Paper is a help, never a condition: a kiosk whose printer is gone still gives its number.
  if (made.printerId !== null && !isKnown && actor.kind === 'staff') {
    return refuse('unknownPrinter', { printerId: made.printerId })
  }
  const { serviceId } = made.service
  const place = { ticketId, standing, joinedSeq: hall.lastSeq + 1 }
  const ordinal = (hall.issuedByPrefix.get(prefix) ?? 0) + 1
  const issued: HallEvent = {
    type: 'TicketIssued',
    ticketId,
    ticketNumber: `${prefix}${String(ordinal).padStart(digits, '0')}`,
    token,
    channel: actor.kind === 'staff' ? 'staff' : 'kiosk',
    serviceId,
    matterId: made.matterId,
    stops: made.stops,
    priorityClassId,
    verifiedBy: priorityClassId !== null && actor.kind === 'staff' ? actor.staffId : null,
    standing,
    rule,
    peopleAhead: peopleBefore(hall.serviceLines.get(serviceId) ?? [], place),
    promise: foresee(hall, { ...place, serviceId, windowId: null }, now),
    personHash,
    appointmentId,
    returnCode: made.right?.code ?? null,
    printerId: isKnown ? made.printerId : null,
  }
  return [issued]
}
