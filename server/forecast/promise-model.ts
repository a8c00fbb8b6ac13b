/**
 * The wait promise: the median, and the bound that 90 % of the waits stay under. State-based regression (lines,
 * windows open, HOL, LES, hour: Senderovich et al. 2015; Ang et al. 2016) on the hall's own last days, by boosted
 * quantile trees over the logarithm of the wait, then calibrated on waits that the trees have not seen (conformalized
 * quantile regression, Romano, Patterson and Candès 2019).
 */

import type { WaitPromise } from '../domain/foresight.ts'
import { boundShare, bucketCount, bucketOf, type Calibration } from './calibration.ts'
import { featureDirections, featuresOf, type TypicalWaits } from './line-features.ts'
import type { LineState } from './line-state.ts'
import { fitQuantileTrees, type QuantileTrees, quantile, quantileOf } from './quantile-trees.ts'

/** A wait that came true, beside the line as that ticket found it when it joined. */
export interface MeasuredWait {
  readonly state: LineState
  readonly waitMs: number
}

export interface PromiseModel {
  readonly median: QuantileTrees
  readonly bound: QuantileTrees
  readonly typical: TypicalWaits
  /** What the day begins with; `learn` carries it on. */
  readonly calibration: Calibration
}

/** Fewer waits than this are not enough to promise anything. */
export const fewestWaits = 100
/** Above this, only every second, third … is learned from, so that a day opens in about a second. */
const mostWaits = 15_000
/** The last part of the history that calibrates trees fitted to the part before. */
const calibrationShare = 0.25
const fewestInBucket = 20
/** Waits are compared by ratio once they are longer than this. */
const softeningMs = 60_000

/**
 * Learns from the waits of the hall's last days, in the order in which they were joined.
 * @returns null until enough was measured: then nothing is promised
 */
export function fitModel(history: readonly MeasuredWait[]): PromiseModel | null {
  if (history.length < fewestWaits) return null
  const every = Math.ceil(history.length / mostWaits)
  const waits = history.filter((_, at) => at % every === 0)
  const split = Math.floor(waits.length * (1 - calibrationShare))
  const calibration = calibrationOf(fitTrees(waits.slice(0, split)), waits.slice(split))
  return { ...fitTrees(waits), calibration }
}

/** The promise to one ticket: 0 ≤ median ≤ bound. */
export function predict(model: PromiseModel, calibration: Calibration, state: LineState): WaitPromise {
  const { median, bound } = rawPromise(model, state)
  const shift = calibration.shifts[bucketOf(state.waiting)]
  const medianMs = waitOf(median + (shift?.median ?? 0))
  return { medianMs, boundMs: Math.max(medianMs, waitOf(bound + (shift?.bound ?? 0))) }
}

type Trees = Omit<PromiseModel, 'calibration'>

const logOf = (waitMs: number) => Math.log(waitMs + softeningMs)
const waitOf = (log: number) => Math.max(0, Math.exp(log) - softeningMs)

function fitTrees(waits: readonly MeasuredWait[]): Trees {
  const typical = typicalWaits(waits)
  const rows = waits.map(({ state }) => featuresOf(state, typical))
  const columns = featureDirections.map((_, feature) => Float64Array.from(rows, (row) => row[feature] ?? 0))
  const targets = Float64Array.from(waits, ({ waitMs }) => logOf(waitMs))
  const treesFor = (share: number) => fitQuantileTrees(columns, featureDirections, targets, share)
  return { median: treesFor(0.5), bound: treesFor(boundShare), typical }
}

function typicalWaits(waits: readonly MeasuredWait[]): TypicalWaits {
  const medianOf = (some: readonly MeasuredWait[]) =>
    quantile(
      Float64Array.from(some, ({ waitMs }) => waitMs),
      0.5,
    )
  const groups = Map.groupBy(waits, ({ state }) => state.serviceId)
  const enough = [...groups].filter(([, some]) => some.length >= fewestInBucket)
  return {
    byService: new Map(enough.map(([serviceId, some]) => [serviceId, medianOf(some)])),
    overallMs: medianOf(waits),
  }
}

function rawPromise(trees: Trees, state: LineState): { median: number; bound: number } {
  const features = featuresOf(state, trees.typical)
  return { median: quantileOf(trees.median, features), bound: quantileOf(trees.bound, features) }
}

/** By bucket, what must be added to the median and the bound for their shares to hold on waits not yet seen. */
function calibrationOf(trees: Trees, waits: readonly MeasuredWait[]): Calibration {
  const misses = waits.map(({ state, waitMs }) => {
    const { median, bound } = rawPromise(trees, state)
    return { bucket: bucketOf(state.waiting), median: logOf(waitMs) - median, bound: logOf(waitMs) - bound }
  })
  const shifts = Array.from({ length: bucketCount }, (_, bucket) => {
    const own = misses.filter((each) => each.bucket === bucket)
    const some = own.length < fewestInBucket ? misses : own
    const share = Math.min(1, (boundShare * (some.length + 1)) / some.length)
    return {
      median: quantile(
        Float64Array.from(some, ({ median }) => median),
        0.5,
      ),
      bound: quantile(
        Float64Array.from(some, ({ bound }) => bound),
        share,
      ),
    }
  })
  return { shifts }
}
