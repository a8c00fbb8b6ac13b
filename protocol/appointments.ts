/** Appointments as they are offered, booked and shown. */
import { z } from 'zod'
import { appointmentStates, day, generatedId, readableId, text, visitorCode } from './vocabulary.ts'

const instant = z.int().meta({ description: 'milliseconds since 1970-01-01T00:00Z' })
const count = z.int().min(0)

/** `GET /api/appointments/offer`: what can be booked, and by which rules. */
export const bookingOffer = z.strictObject({
  hallName: text,
  timeZone: z.string(),
  now: instant.meta({ description: "the server's time of this answer" }),
  days: z.array(day),
  cancelHoursAhead: count,
  graceMinutes: count,
  services: z.array(z.strictObject({ serviceId: readableId, name: text, materials: z.array(text) })),
})
export type BookingOffer = z.infer<typeof bookingOffer>

/** `GET /api/appointments/bands` */
export const bookableBands = z.array(
  z.strictObject({ from: z.string(), to: z.string(), slotAt: instant, left: count }),
)

/** `GET /api/appointments/:token` to who booked it, `GET /api/appointments?day=` to staff. */
export const appointmentView = z.strictObject({
  appointmentId: generatedId,
  code: visitorCode,
  serviceId: readableId,
  serviceName: text,
  day,
  from: z.string(),
  slotAt: instant,
  maskedName: z.string(),
  state: z.enum(appointmentStates),
  mayCancelUntil: instant,
  graceMinutes: count,
  bound: text.meta({ description: 'where it stands when its visitor comes, in words' }),
})
export type AppointmentView = z.infer<typeof appointmentView>
