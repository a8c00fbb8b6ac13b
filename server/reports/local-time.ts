/** Instants as the hall's own wall clock shows them. */

/** No zone changes its offset but at a quarter of an hour, so one look at the calendar serves each quarter. */
const quarterMs = 900_000

/**
 * Writes instants (ms) as `2026-03-02 09:15:00`: ISO 8601's date and time of day with the space of RFC 3339, which
 * spreadsheets read as a time. To the second; the part of a second that has begun is left out.
 * @param timeZone such as Asia/Shanghai
 */
export function localTimeWriter(timeZone: string): (at: number) => string {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  })
  const offsets = new Map<number, number>()
  const offsetAt = (quarter: number): number => {
    const known = offsets.get(quarter)
    if (known !== undefined) return known
    const startsAt = quarter * quarterMs
    const parts = Object.fromEntries(format.formatToParts(startsAt).map((part) => [part.type, part.value]))
    const { year, month, day, hour, minute } = parts
    const shown = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute))
    offsets.set(quarter, shown - startsAt)
    return shown - startsAt
  }
  return (at) =>
    new Date(at + offsetAt(Math.floor(at / quarterMs))).toISOString().slice(0, 19).replace('T', ' ')
}
