/** How the figures of the record are written. */

/** Milliseconds as minutes to the tenth; nothing measured is a dash. */
export function minutesText(durationMs: number | null): string {
  return durationMs === null ? '–' : (durationMs / 60_000).toFixed(1)
}

/** A share between 0 and 1 as a percentage; nothing measured is a dash. */
export function shareText(share: number | null): string {
  return share === null ? '–' : `${(share * 100).toFixed(1)}%`
}
