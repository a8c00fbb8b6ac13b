/** A made-up hall whose waits are known to grow with those ahead and to shrink with the windows open. */
import type { LineState } from '../../server/forecast/line-state.ts'
import type { MeasuredWait } from '../../server/forecast/promise-model.ts'

const minuteMs = 60_000

export const quietLine: LineState = {
  serviceId: 'residence',
  isFirstTurn: true,
  ahead: 4,
  waiting: 4,
  windowsOpen: 2,
  serviceMs: 6 * minuteMs,
  headWaitMs: 8 * minuteMs,
  lastWaitMs: 10 * minuteMs,
  sinceLastCallMs: minuteMs,
  callGapMs: 3 * minuteMs,
  minuteOfDay: 600,
}

/** Always the same numbers from 0 to 1 (Park and Miller 1988). */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

/** A wait is (ahead + 1) services at the windows open, somewhat more or less, and `factor` times that. */
export function madeUpWaits(count: number, factor: number, seed: number): MeasuredWait[] {
  const next = chance(seed)
  return Array.from({ length: count }, () => {
    const ahead = Math.floor(next() ** 2 * 25)
    const windowsOpen = 1 + Math.floor(next() * 5)
    const expectedMs = ((ahead + 1) * 6 * minuteMs) / windowsOpen
    const state = {
      ...quietLine,
      ahead,
      waiting: ahead,
      windowsOpen,
      headWaitMs: expectedMs * next(),
      callGapMs: (6 * minuteMs) / windowsOpen,
      minuteOfDay: 540 + Math.floor(next() * 480),
    }
    return { state, waitMs: expectedMs * factor * (0.5 + next()) }
  })
}
