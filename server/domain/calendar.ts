/** The hall's own calendar: which day and hour it is there, and at which instant (ms) its clock shows what. */
import { type Weekday, weekdays } from '../../protocol/schedule.ts'

const dayMs = 24 * 3_600_000

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone)
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
    formats.set(timeZone, format)
  }
  return format
}

function partsOf(at: number, timeZone: string): Record<string, string> {
  return Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(at)
      .map((part) => [part.type, part.value]),
  )
}

/** The calendar day (`2026-03-02`) at an instant in a time zone. */
export function localDay(at: number, timeZone: string): string {
  const parts = partsOf(at, timeZone)
  return `${parts.year}-${parts.month}-${parts.day}`
}

/** The hour of the day (0 to 23) at an instant in a time zone. */
export function localHour(at: number, timeZone: string): number {
  return Number(partsOf(at, timeZone).hour)
}

/** The instant (ms) at which a calendar day ends in a time zone, whatever daylight saving does that night. */
export function endOfDay(day: string, timeZone: string): number {
  let low = Date.parse(`${day}T00:00Z`) - 14 * 3_600_000
  let high = low + 54 * 3_600_000
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (localDay(middle, timeZone) > day) high = middle
    else low = middle
  }
  return high
}

/** The day so many days after a day (before it, if negative). */
export function dayAfter(day: string, count: number): string {
  return localDay(Date.parse(`${day}T00:00Z`) + count * dayMs, 'UTC')
}

/** The day of the week of a calendar day. */
export function weekdayOf(day: string): Weekday {
  const aMonday = Date.parse('0001-01-01T00:00Z')
  const index = ((Date.parse(`${day}T00:00Z`) - aMonday) / dayMs) % 7
  return weekdays[index] ?? 'mon'
}

/** How far the wall clock of a time zone is ahead of UTC (ms) at an instant. */
function offsetMsAt(at: number, timeZone: string): number {
  const { year, month, day, hour, minute, second } = partsOf(at, timeZone)
  const wall = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  return wall - Math.floor(at / 1000) * 1000
}

/**
 * The clock of one day in a time zone: takes a time (`00:00` to `24:00`) and gives the first instant (ms) of
 * that day at which the wall clock has reached it. So a time that the spring gap skips is the end of the gap,
 * a time that the autumn repeats is its first passage, and later times never come before earlier ones.
 */
export function clockOfDay(day: string, timeZone: string): (time: string) => number {
  const startsAt = endOfDay(dayAfter(day, -1), timeZone)
  const endsAt = endOfDay(day, timeZone)
  const offsetsMs = [offsetMsAt(startsAt, timeZone), offsetMsAt(endsAt - 1, timeZone)]
  const known = new Map([
    ['00:00', startsAt],
    ['24:00', endsAt],
  ])
  return (time) => {
    let at = known.get(time)
    if (at === undefined) {
      const wall = Date.parse(`${day}T${time}Z`)
      const passages = offsetsMs
        .map((offsetMs) => wall - offsetMs)
        .filter((passage) => passage + offsetMsAt(passage, timeZone) === wall)
      at = passages.length > 0 ? Math.min(...passages) : endOfGap(wall, startsAt, endsAt, timeZone)
      known.set(time, at)
    }
    return at
  }
}

/** The first instant after a wall time that never came: the clock sprang over it. */
function endOfGap(wall: number, startsAt: number, endsAt: number, timeZone: string): number {
  let low = startsAt - 1
  let high = endsAt
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (middle + offsetMsAt(middle, timeZone) >= wall) high = middle
    else low = middle
  }
  return high
}

/** The instant (ms) at which the clock of a day reaches a time (`00:00` to `24:00`); see `clockOfDay`. */
export function instantAt(day: string, time: string, timeZone: string): number {
  return clockOfDay(day, timeZone)(time)
}

const timeFormats = new Map<string, Intl.DateTimeFormat>()

/** The time of the day (`09:30`) at an instant in a time zone. */
export function localTime(at: number, timeZone: string): string {
  let format = timeFormats.get(timeZone)
  if (format === undefined) {
    const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
    format = new Intl.DateTimeFormat('en-GB', { timeZone, ...clock })
    timeFormats.set(timeZone, format)
  }
  return format.format(at)
}
