/** Which days the hall works, why, and by which hours: its own table first, then the holidays, then the week. */
import type { Schedule, Span, Weekday, WeeklyHours } from '../../protocol/schedule.ts'
import type { Text } from '../../protocol/vocabulary.ts'
import { dayAfter, weekdayOf } from './calendar.ts'
import { announcedDay } from './public-holidays.ts'

/** As much of the plan as time depends on. */
export interface Scheduled {
  readonly hall: { readonly timeZone: string }
  readonly schedule: Schedule
  readonly services: readonly { readonly serviceId: string; readonly hours: WeeklyHours | null }[]
  readonly windows: readonly { readonly windowId: string; readonly shifts: WeeklyHours | null }[]
}

/** Whether the hall works on a day, and what says so; the name is the holiday's or the special day's. */
export interface DayKind {
  readonly works: boolean
  readonly why: 'week' | 'publicHoliday' | 'makeUpWorkday' | 'ownTable'
  readonly name: Text | null
}

/** How far ahead a working day is looked for: a hall that is closed for longer takes no bookings. */
const searchDays = 366

/** What kind of day a calendar day is for the hall. A make-up workday bears the name of its holiday. */
export function dayKindOf({ schedule }: Pick<Scheduled, 'schedule'>, day: string): DayKind {
  const special = specialDayOf(schedule, day)
  if (special !== undefined) return { works: special.hours.length > 0, why: 'ownTable', name: special.name }
  const announced = announcedFor(schedule, day)
  if (announced === null) return { works: schedule.hours[weekdayOf(day)].length > 0, why: 'week', name: null }
  return announced.works
    ? { works: schedule.hours.mon.length > 0, why: 'makeUpWorkday', name: announced.name }
    : { works: false, why: 'publicHoliday', name: announced.name }
}

/**
 * The first so many days after a day (itself left out) on which the hall works, in order; fewer where the
 * next year has not that many.
 */
export function nextWorkingDays(
  scheduled: Pick<Scheduled, 'schedule'>,
  day: string,
  count: number,
): string[] {
  const found: string[] = []
  for (let ahead = 1; ahead <= searchDays && found.length < count; ahead += 1) {
    const candidate = dayAfter(day, ahead)
    if (dayKindOf(scheduled, candidate).works) found.push(candidate)
  }
  return found
}

/**
 * The hours of a day: takes the own week of a service or a window (null: it has none) and gives its spans.
 *
 * A day on which the hall is closed closes everything. Otherwise an own week stands in place of the hall's,
 * except that on a day of the hall's own table it counts only within that day's hours. A weekend that is
 * worked goes by Monday: a make-up workday, and a day that the table opens although the week leaves it closed.
 */
export function hoursOn({ schedule }: Pick<Scheduled, 'schedule'>, day: string) {
  const special = specialDayOf(schedule, day)
  const announced = announcedFor(schedule, day)
  const weekday = weekdayWorked(schedule, day)
  return (own: WeeklyHours | null): readonly Span[] => {
    if (special !== undefined) return own === null ? special.hours : inBoth(special.hours, own[weekday])
    if (announced?.works === false) return []
    return (own ?? schedule.hours)[weekday]
  }
}

function weekdayWorked(schedule: Schedule, day: string): Weekday {
  const weekday = weekdayOf(day)
  const isMakeUpWorkday = announcedFor(schedule, day)?.works === true
  const isOpenedByTable = specialDayOf(schedule, day) !== undefined && schedule.hours[weekday].length === 0
  return isMakeUpWorkday || isOpenedByTable ? 'mon' : weekday
}

function specialDayOf(schedule: Schedule, day: string): Schedule['days'][number] | undefined {
  return schedule.days.find((each) => each.day === day)
}

function announcedFor(schedule: Schedule, day: string): ReturnType<typeof announcedDay> {
  return schedule.publicHolidays === 'china' ? announcedDay(day) : null
}

/** What two lists of spans share. Times of the day compare as they are written. */
function inBoth(some: readonly Span[], others: readonly Span[]): Span[] {
  return some
    .flatMap((one) =>
      others.map((other) => ({
        from: one.from > other.from ? one.from : other.from,
        to: one.to < other.to ? one.to : other.to,
      })),
    )
    .filter((span) => span.from < span.to)
}
