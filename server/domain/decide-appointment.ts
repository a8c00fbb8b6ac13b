/** Booking and cancelling: the rules are the server's, whatever a page offers. */
import type { Actor } from '../../protocol/vocabulary.ts'
import { type Appointment, appointmentsOf, bandsOf } from './appointment.ts'
import { dayAfter } from './calendar.ts'
import { type CommandOf, type Decision, refuse } from './commands.ts'
import { type Hall, setUpOf } from './hall.ts'

const hourMs = 3_600_000

/** One a person a day, in a band that has a place left, unless too many were missed. */
export function decideBook(hall: Hall, command: CommandOf<'bookAppointment'>, now: number): Decision {
  const { type: _, ...wanted } = command
  const { plan, index } = setUpOf(hall)
  const { serviceId, day, from, personHash } = wanted
  if (!index.services.has(serviceId)) return refuse('unknownService', { serviceId })
  const { noShowLimit, noShowWithinDays } = plan.appointments
  const countedFrom = dayAfter(hall.day ?? day, -noShowWithinDays)
  const missed = hall.missedBookings.filter(
    (each) => each.personHash === personHash && each.day >= countedFrom,
  )
  if (missed.length >= noShowLimit) {
    return refuse('bookingBlocked', { limit: noShowLimit, days: noShowWithinDays })
  }
  const band = bandsOf(hall, serviceId, day, now).find((each) => each.from === from)
  if (band === undefined) return refuse('bandNotOffered')
  if (appointmentsOf(hall, (each) => each.day === day && each.personHash === personHash).length > 0) {
    return refuse('bookedThatDay')
  }
  if (band.left === 0) return refuse('bandFull')
  const appointment: Appointment = { ...wanted, slotAt: band.slotAt, bookedAt: now, state: 'booked' }
  return [{ type: 'AppointmentBooked', appointment }]
}

/** The visitor so many hours ahead; staff at any time before the visitor has come. */
export function decideCancelAppointment(
  hall: Hall,
  { appointmentId }: CommandOf<'cancelAppointment'>,
  actor: Actor,
  now: number,
): Decision {
  const appointment = hall.appointments.get(appointmentId)
  if (appointment === undefined) return refuse('unknownAppointment')
  if (appointment.state === 'cancelled') return []
  if (appointment.state !== 'booked') return refuse('appointmentOver')
  const { cancelHoursAhead } = setUpOf(hall).plan.appointments
  if (actor.kind !== 'staff' && now > appointment.slotAt - cancelHoursAhead * hourMs) {
    return refuse('tooLateToCancel', { hours: cancelHoursAhead })
  }
  return [{ type: 'AppointmentCancelled', appointmentId }]
}
