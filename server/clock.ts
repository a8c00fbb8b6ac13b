/** Where the time comes from: the machine, or a replayed day. Instants in ms since 1970. */
export interface Clock {
  now(): number
}

const toleranceMs = 60_000
const lastingMs = 60_000

/**
 * The machine's clock, as steady as its processor counts: small corrections are followed at once, a leap forward only
 * once it has lasted a minute, a leap back not before the next start. So a clock that is set wrong for a moment turns
 * no day and freezes no pause.
 * @param wall the machine's clock in ms since 1970, which anybody may set; @param steady ms that only ever count up
 */
export function steadyClock(wall: () => number, steady: () => number): Clock {
  let offsetMs = wall() - steady()
  let leptAt: number | null = null
  return {
    now() {
      const elapsedMs = steady()
      const driftMs = wall() - elapsedMs - offsetMs
      if (Math.abs(driftMs) <= toleranceMs) leptAt = null
      else leptAt ??= elapsedMs
      const isLasting = leptAt !== null && driftMs > 0 && elapsedMs - leptAt >= lastingMs
      if (leptAt === null || isLasting) {
        offsetMs += driftMs
        leptAt = null
      }
      return Math.floor(elapsedMs + offsetMs)
    },
  }
}

export const systemClock: Clock = steadyClock(
  () => Date.now(),
  () => performance.now(),
)
