/** A hall that works 09:00–12:00 and 13:00–17:00 from Monday to Friday, for the tests of its calendar. */
import {
  openRoundTheClock,
  type Schedule,
  type Span,
  schedule,
  type WeeklyHours,
  weekdays,
} from '../../protocol/schedule.ts'
import { instantAt } from '../../server/domain/calendar.ts'
import { type DaySchedule, daySchedule, serviceStateAt } from '../../server/domain/schedule.ts'
import type { Scheduled } from '../../server/domain/working-days.ts'

/** `09:00-12:00 13:00-17:00` as spans; an empty text: closed. */
export function spans(text: string): Span[] {
  return text
    .split(' ')
    .filter((each) => each !== '')
    .map((each) => ({ from: each.slice(0, 5), to: each.slice(6) }))
}

/** A week of the same hours from Monday to Friday, and others (none, unless given) on the weekend. */
export function week(workdays: string, weekend = ''): WeeklyHours {
  const ofDay = (weekday: string) => spans(weekday.startsWith('s') ? weekend : workdays)
  return Object.fromEntries(weekdays.map((each) => [each, ofDay(each)])) as WeeklyHours
}

/** The hall with the given parts of its schedule, time zone, hours of the service `permit`, shifts of windows. */
export function givenHours(given: {
  schedule?: Partial<Schedule>
  timeZone?: string
  permitHours?: WeeklyHours | null
  shifts?: Record<string, WeeklyHours | null>
}): Scheduled {
  return {
    hall: { timeZone: given.timeZone ?? 'Asia/Shanghai' },
    schedule: schedule.parse({
      ...openRoundTheClock,
      hours: week('09:00-12:00 13:00-17:00'),
      publicHolidays: 'china',
      ...given.schedule,
    }),
    services: [
      { serviceId: 'household', hours: null },
      { serviceId: 'permit', hours: given.permitHours ?? null },
    ],
    windows: Object.entries({ w1: null, ...given.shifts }).map(([windowId, shifts]) => ({
      windowId,
      shifts,
    })),
  }
}

/** The open spans of the hall, or of a service or a window, of a day as clock times of its time zone. */
export function hoursShown(scheduled: Scheduled, day: string, of: 'hall' | 'permit' | 'w1' | 'w2' = 'hall') {
  const given = daySchedule(scheduled, day)
  const found = of === 'hall' ? given.hall : (given.services.get(of)?.spans ?? given.windows.get(of) ?? [])
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: scheduled.hall.timeZone,
    hour: '2-digit',
    minute: '2-digit',
  })
  return found.map(({ openAt, closeAt }) => `${clock.format(openAt)}-${clock.format(closeAt)}`).join(' ')
}

/** A day to ask at its clock times. */
export function givenDay(scheduled: Scheduled, day: string) {
  const schedule: DaySchedule = daySchedule(scheduled, day)
  const at = (time: string) => instantAt(day, time, scheduled.hall.timeZone)
  return {
    schedule,
    at,
    stateAt: (serviceId: string, time: string) => serviceStateAt(schedule, serviceId, at(time)),
  }
}
