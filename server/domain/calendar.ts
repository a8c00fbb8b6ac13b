/** The hall's own calendar: which day and hour it is there. The caller hands in the instant (ms). */

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
