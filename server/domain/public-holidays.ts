/** The public holidays of China and the weekends worked for them (调休), as the State Council announced them. */
import chineseDays from 'chinese-days'
import type { Text } from '../../protocol/vocabulary.ts'

/**
 * Whether the announcement for a year is known. It comes out each November for the year after; until the
 * library is renewed, a later year has plain weeks and the hall's own table must name its holidays.
 */
export function calendarKnows(year: number): boolean {
  return announced(`${year}-10-01`) !== null
}

/** What the announcement says of a day: off, or a weekend that is worked; null: it says nothing. */
export function announcedDay(day: string): { works: boolean; name: Text } | null {
  return calendarKnows(Number(day.slice(0, 4))) ? announced(day) : null
}

function announced(day: string): { works: boolean; name: Text } | null {
  // Noon, because the library reads a bare date in UTC and answers for the server's own time zone: west of
  // Greenwich it would answer for the day before.
  const detail = chineseDays.getDayDetail(`${day}T12:00`)
  // An announced day is named `National Day,国庆节,3`, any other by its weekday: `Thursday`.
  const [en, zh] = detail.name.split(',')
  return en === undefined || zh === undefined ? null : { works: detail.work, name: { zh, en } }
}
