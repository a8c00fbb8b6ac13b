/** The line as the numbers that the trees ask about. */
import type { LineState } from './line-state.ts'
import type { Direction } from './quantile-trees.ts'

const unknown = -1

/** QL: those ahead and oneself, each a measured service, at the windows open (Ibrahim and Whitt 2009). */
export function queueLengthWaitMs(state: LineState, serviceMs: number): number {
  return ((state.ahead + 1) * serviceMs) / Math.max(1, state.windowsOpen)
}

/** The typical wait of each service: how its line differs from the others, whatever the reason. */
export interface TypicalWaits {
  readonly byService: ReadonlyMap<string, number>
  readonly overallMs: number
}

/** In the order of `featureDirections`. */
export function featuresOf(state: LineState, typical: TypicalWaits): number[] {
  const { ahead, callGapMs, serviceMs } = state
  return [
    serviceMs === null ? unknown : queueLengthWaitMs(state, serviceMs),
    ahead,
    state.windowsOpen,
    callGapMs === null ? unknown : (ahead + 1) * callGapMs,
    state.waiting,
    state.headWaitMs,
    state.lastWaitMs ?? unknown,
    state.sinceLastCallMs ?? unknown,
    state.minuteOfDay,
    state.isFirstTurn ? 1 : 0,
    serviceMs ?? unknown,
    typical.byService.get(state.serviceId) ?? typical.overallMs,
  ]
}

/** More people ahead never shorten a promise, more windows open never lengthen it. */
export const featureDirections: readonly Direction[] = [1, 1, -1, 1, 0, 0, 0, 0, 0, 0, 0, 0]
