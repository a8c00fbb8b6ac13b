/**
 * Keeps a promise true while the day drifts: after each wait that became known, the bounds of all tickets that wait
 * behind as many move a little, up after a miss, down after a hit, so that in the long run the share asked for is
 * kept whatever happens (adaptive conformal inference, Gibbs and Candès 2021; as a tracked quantile, Angelopoulos,
 * Candès and Tibshirani 2023). By how many wait, since an overall 90 % hides a failure in long lines.
 */

/** The share of waits that a bound is asked to hold. */
export const boundShare = 0.9

/** How far a bound and a median move by bucket, in the logarithm of a wait. */
export interface Calibration {
  readonly shifts: readonly Shift[]
}

export interface Shift {
  readonly median: number
  readonly bound: number
}

/** What the record keeps of a ticket's promise at issue, and what came true. */
export interface KeptPromise {
  readonly waiting: number
  readonly medianMs: number
  readonly boundMs: number
  readonly waitMs: number
}

/** 0, 1–4, 5–14, 15 and more. */
const bucketStarts = [1, 5, 15]
export const bucketCount = bucketStarts.length + 1

export function bucketOf(waiting: number): number {
  const over = bucketStarts.findIndex((start) => waiting < start)
  return over === -1 ? bucketStarts.length : over
}

/** A factor of twenty: what drifts further than that is no drift, and must not run away. */
const farthestShift = 3
const within = (shift: number) => Math.min(farthestShift, Math.max(-farthestShift, shift))

const boundStep = 0.1
const medianStep = 0.02

/** The calibration after one more wait became known. */
export function learn(calibration: Calibration, promise: KeptPromise): Calibration {
  const bucket = bucketOf(promise.waiting)
  const missedBound = promise.waitMs > promise.boundMs ? 1 : 0
  const missedMedian = promise.waitMs > promise.medianMs ? 1 : 0
  return {
    shifts: calibration.shifts.map((shift, at) =>
      at !== bucket
        ? shift
        : {
            median: within(shift.median + medianStep * (missedMedian - 0.5)),
            bound: within(shift.bound + boundStep * (missedBound - (1 - boundShare))),
          },
    ),
  }
}
