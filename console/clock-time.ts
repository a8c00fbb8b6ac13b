/** A time of the day as the hall's own clock shows it. */

/** @param at ms since 1970 @param timeZone the hall's @returns such as `09:05` */
export function clockTime(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(at)
}
