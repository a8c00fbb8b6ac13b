/** Appointments: which bands can be booked, and where a booked visitor stands. */
import type { Band } from '../../protocol/plan-rules.ts'
import type { AppointmentState } from '../../protocol/vocabulary.ts'
import { clockOfDay } from './calendar.ts'
import { type Hall, setUpOf } from './hall.ts'
import { dayKindOf, hoursOn, nextWorkingDays } from './working-days.ts'

/** Numbers of people are kept as keyed hashes alone, and names masked. */
export interface Appointment {
  readonly appointmentId: string
  readonly token: string
  readonly code: string
  readonly serviceId: string
  readonly day: string
  /** The beginning of its band: as the plan writes it, and the instant in ms. */
  readonly from: string
  readonly slotAt: number
  readonly bookedAt: number
  readonly personHash: string
  readonly phoneHash: string
  readonly maskedName: string
  readonly state: AppointmentState
}

export interface BookableBand extends Band {
  readonly slotAt: number
  /** Places left for bookings; what is held for walk-ins is not among them. */
  readonly left: number
}

const minuteMs = 60_000

/** The days that can be booked: today if the hall works, and the next working days, as many as the plan says. */
export function bookableDays(hall: Hall): string[] {
  const { plan } = setUpOf(hall)
  if (hall.day === null) return []
  const today = dayKindOf(plan, hall.day).works ? [hall.day] : []
  return [...today, ...nextWorkingDays(plan, hall.day, plan.appointments.openDays)]
}

/** The bands of a service on a day that have not begun, earliest first; none where the service does not work then. */
export function bandsOf(hall: Hall, serviceId: string, day: string, now: number): BookableBand[] {
  const { plan, index } = setUpOf(hall)
  const service = index.services.get(serviceId)
  if (service === undefined || !bookableDays(hall).includes(day)) return []
  const open = hoursOn(plan, day)(service.hours)
  const bookedAt = new Map<number, number>()
  for (const { slotAt } of appointmentsOf(hall, (each) => each.day === day && each.serviceId === serviceId)) {
    bookedAt.set(slotAt, (bookedAt.get(slotAt) ?? 0) + 1)
  }
  const forBookings = 100 - plan.appointments.heldForWalkInsPercent
  const instantOf = clockOfDay(day, plan.hall.timeZone)
  return service.bands.flatMap((band) => {
    const slotAt = instantOf(band.from)
    const isOpen = open.some(({ from, to }) => from <= band.from && band.to <= to)
    if (!isOpen || slotAt <= now) return []
    const places = Math.floor((band.capacity * forBookings) / 100)
    return [{ ...band, slotAt, left: Math.max(0, places - (bookedAt.get(slotAt) ?? 0)) }]
  })
}

/** Those that are booked or have come, of which something is true. */
export function appointmentsOf(hall: Hall, is: (appointment: Appointment) => boolean): Appointment[] {
  return [...hall.appointments.values()].filter(
    (each) => (each.state === 'booked' || each.state === 'checkedIn') && is(each),
  )
}

/**
 * Where a booked visitor stands who comes now: at the slot less the credit, but no earlier than it was booked, so
 * that nobody in the line gains by booking on the phone; never behind somebody who walks in now; later than the
 * grace, as a walk-in.
 */
export function appointmentStanding(hall: Hall, { slotAt, bookedAt }: Appointment, now: number): number {
  const { graceMinutes, creditMinutes } = setUpOf(hall).plan.appointments
  if (now > slotAt + graceMinutes * minuteMs) return now
  return Math.min(now, Math.max(bookedAt, slotAt - creditMinutes * minuteMs))
}
