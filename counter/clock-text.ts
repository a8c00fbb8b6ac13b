/** A running timer in digits: `3:07`, from an hour on `1:03:07`. */

/** @param durationMs a span; below zero counts as none */
export function clockText(durationMs: number): string {
  const seconds = Math.floor(Math.max(0, durationMs) / 1_000)
  const hours = Math.floor(seconds / 3_600)
  const minutes = Math.floor(seconds / 60) % 60
  const padded = (value: number) => String(value).padStart(2, '0')
  return hours > 0
    ? `${hours}:${padded(minutes)}:${padded(seconds % 60)}`
    : `${minutes}:${padded(seconds % 60)}`
}
