/** The day: it ends by closing what is left, and the next one opens with the plan in force. */
import type { Plan } from '../../protocol/plan.ts'
import type { Appointment } from './appointment.ts'
import { dayAfter } from './calendar.ts'
import type { CommandOf, Decision } from './commands.ts'
import { refuse } from './commands.ts'
import type { Carried, HallEvent, ReturnRight } from './events.ts'
import { type Hall, setUpOf, type Ticket } from './hall.ts'
import { indexPlan } from './plan-index.ts'
import { dayKindOf, nextWorkingDays } from './working-days.ts'

/** States in which a ticket is still in the hall. */
const unfinished: ReadonlySet<Ticket['state']> = new Set(['waiting', 'called', 'serving', 'held'])

export function decideTurnDay(hall: Hall, { day, plan, oldDayEndedAt }: CommandOf<'turnDay'>): Decision {
  const opened: HallEvent = { type: 'DayOpened', day, plan, carried: carriedTo(hall, day, plan) }
  return [...(hall.dayIsOpen ? endDay(hall, oldDayEndedAt) : []), opened]
}

/** What is left is closed as of the old day's end, even when the server was off at midnight. */
function* endDay(hall: Hall, endedAt: number): Generator<HallEvent> {
  for (const ticket of hall.tickets.values()) {
    if (!unfinished.has(ticket.state)) continue
    const reason = isCarried(hall, ticket) ? 'carried' : 'dayEnded'
    yield { type: 'TicketClosed', ticketId: ticket.ticketId, reason, endedAt }
  }
  for (const window of hall.windows.values()) {
    if (window.state !== 'closed') yield { type: 'WindowClosed', windowId: window.windowId }
  }
  for (const { appointmentId } of missedOf(hall)) yield { type: 'AppointmentMissed', appointmentId }
  yield { type: 'DayEnded' }
}

function isCarried(hall: Hall, ticket: Ticket): boolean {
  return setUpOf(hall).plan.leftOver === 'carry' && ticket.state === 'waiting'
}

function missedOf(hall: Hall): Appointment[] {
  return [...hall.appointments.values()].filter(
    ({ state, day }) => state === 'booked' && hall.day !== null && day <= hall.day,
  )
}

/**
 * What the new day takes over: bookings ahead, missed ones as long as they count, and the rights to come back. Who
 * still waited keeps the first arrival for the next working day, by the slip of the day before: nobody stands in
 * the line who is not there.
 */
function carriedTo(hall: Hall, day: string, plan: Plan): Carried {
  const countedFrom = dayAfter(day, -plan.appointments.noShowWithinDays)
  const missed = missedOf(hall).map(({ personHash, day: missedOn }) => ({ personHash, day: missedOn }))
  const served = new Set(plan.services.map(({ serviceId }) => serviceId))
  return {
    appointments: [...hall.appointments.values()].filter(
      (each) => each.state === 'booked' && each.day >= day && served.has(each.serviceId),
    ),
    missedBookings: [...hall.missedBookings, ...missed].filter((each) => each.day >= countedFrom),
    returns: [...hall.returns.values(), ...leftOverRights(hall, day, plan)].filter(
      (right) => right.untilDay >= day && served.has(right.serviceId),
    ),
  }
}

function leftOverRights(hall: Hall, day: string, plan: Plan): ReturnRight[] {
  if (!hall.dayIsOpen || setUpOf(hall).plan.leftOver !== 'carry') return []
  const untilDay = dayKindOf(plan, day).works ? day : (nextWorkingDays(plan, day, 1)[0] ?? day)
  return [...hall.tickets.values()]
    .filter((ticket) => isCarried(hall, ticket))
    .map(({ token, turn, ticketNumber, place }) => ({
      code: token,
      serviceId: turn.serviceId,
      ticketNumber,
      untilDay,
      missing: [],
      standing: place.standing,
    }))
}

/** Refuses `planDropsWhatIsInUse` for a window that is open, or a service or class of a ticket in the hall. */
export function decideChangePlan(hall: Hall, { plan }: CommandOf<'changePlan'>): Decision {
  const { hallId } = setUpOf(hall).plan.hall
  if (plan.hall.hallId !== hallId) {
    return refuse('planIsOfAnotherHall', { hallId: plan.hall.hallId, expected: hallId })
  }
  const dropped = droppedInUse(hall, indexPlan(plan))
  return dropped === null ? [{ type: 'PlanChanged', plan }] : refuse('planDropsWhatIsInUse', { id: dropped })
}

function droppedInUse(hall: Hall, planned: ReturnType<typeof indexPlan>): string | null {
  for (const window of hall.windows.values()) {
    const { windowId, pauseReasonId } = window
    if (window.state !== 'closed' && !planned.windows.has(windowId)) return windowId
    if (pauseReasonId !== null && !planned.pauseReasons.has(pauseReasonId)) return pauseReasonId
  }
  for (const { state, serviceId } of hall.appointments.values()) {
    if (state === 'booked' && !planned.services.has(serviceId)) return serviceId
  }
  for (const ticket of hall.tickets.values()) {
    if (!unfinished.has(ticket.state)) continue
    for (const { serviceId } of [ticket.turn, ...ticket.stops]) {
      if (!planned.services.has(serviceId)) return serviceId
    }
    if (ticket.boundWindowId !== null && !planned.windows.has(ticket.boundWindowId))
      return ticket.boundWindowId
    if (ticket.priorityClassId !== null && !planned.priorityClasses.has(ticket.priorityClassId)) {
      return ticket.priorityClassId
    }
  }
  return null
}
