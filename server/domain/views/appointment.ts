/** An appointment, to who booked it and to staff. */
import type { AppointmentView } from '../../../protocol/appointments.ts'
import type { Appointment } from '../appointment.ts'
import { type Hall, setUpOf } from '../hall.ts'

const hourMs = 3_600_000

export function appointmentViewOf(hall: Hall, appointment: Appointment): AppointmentView {
  const { plan, index } = setUpOf(hall)
  const { cancelHoursAhead, graceMinutes, creditMinutes } = plan.appointments
  const { appointmentId, code, serviceId, day, from, slotAt, maskedName, state } = appointment
  return {
    appointmentId,
    code,
    serviceId,
    serviceName: index.services.get(serviceId)?.name ?? plan.hall.name,
    day,
    from,
    slotAt,
    maskedName,
    state,
    mayCancelUntil: slotAt - cancelHoursAhead * hourMs,
    graceMinutes,
    bound: {
      zh: `早到的按到达先后排队。准时签到的，现场取号的普通访客中，只有比预约时间早${creditMinutes}分钟以上到达的排在您前面。迟到超过${graceMinutes}分钟的，按现场取号排队。`,
      en: `Early, you stand by your arrival. On time, of the ordinary visitors who walk in only those who came more than ${creditMinutes} minutes before your slot stand before you. More than ${graceMinutes} minutes late, you stand as somebody who walks in.`,
    },
  }
}
