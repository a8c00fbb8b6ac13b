/** One set judged: the errors of every predictor, how the bound held, and whether that is enough. */
import { classical } from './classical.ts'
import type { Joining } from './joining.ts'
import { type Coverage, coverageOf, type Errors, errorsOf, type Prediction } from './measures.ts'
import { judgedFrom, type RecordedSet } from './recorded-sets.ts'
import { type Promised, walkForward } from './walk-forward.ts'

export interface Verdict {
  readonly set: string
  readonly unit: string
  readonly judged: { readonly from: string; readonly to: string; readonly days: number }
  /** Joined on the judged days, but nothing was promised: too little had been measured. */
  readonly withoutPromise: number
  readonly predictors: Readonly<Record<string, Errors>>
  /** By how many wait. */
  readonly bound: Readonly<Record<string, Coverage>>
  /** By the mean absolute error, over those for whom both know something. */
  readonly beatsQl: boolean
  readonly boundHolds: boolean
}

const [leastShare, mostShare] = [0.87, 0.93]

export function judge(set: RecordedSet): Verdict {
  const all = walkForward(set.joinings, judgedFrom(set))
  const promised = all.filter((each) => each.promise !== null)
  const ours = ({ promise }: Promised) => promise?.medianMs ?? null
  const of = (predictor: (joining: Joining) => number | null) => (each: Promised) => predictor(each.joining)
  const inUnit = (some: readonly Promised[], predictor: (each: Promised) => number | null) =>
    predictionsOf(some, predictor, set.unit.ms)
  const ql = of(classical.QL ?? (() => null))
  const both = promised.filter((each) => ql(each) !== null)
  const bound = coverageOf(
    promised.map(({ joining: { state, waitMs }, promise }) => ({
      waiting: state.waiting,
      bound: (promise?.boundMs ?? 0) / set.unit.ms,
      wait: waitMs / set.unit.ms,
    })),
  )
  const days = [...new Set(all.map(({ joining }) => joining.day))].sort()
  return {
    set: set.name,
    unit: set.unit.name,
    judged: { from: days[0] ?? '', to: days.at(-1) ?? '', days: days.length },
    withoutPromise: all.length - promised.length,
    predictors: {
      ours: errorsOf(inUnit(promised, ours)),
      ...Object.fromEntries(
        Object.entries(classical).map(([name, predictor]) => [
          name,
          errorsOf(inUnit(promised, of(predictor))),
        ]),
      ),
    },
    bound,
    beatsQl: isSmaller(errorsOf(inUnit(both, ours)).mae, errorsOf(inUnit(both, ql)).mae),
    boundHolds: [bound.all, bound['5+ wait']].every((group) => isInBand(group?.share ?? null)),
  }
}

function predictionsOf(
  some: readonly Promised[],
  predictor: (each: Promised) => number | null,
  unitMs: number,
): Prediction[] {
  return some.flatMap((each) => {
    const predictedMs = predictor(each)
    const wait = each.joining.waitMs / unitMs
    return predictedMs === null ? [] : [{ predicted: predictedMs / unitMs, wait }]
  })
}

const isSmaller = (a: number | null, b: number | null) => a !== null && b !== null && a < b
const isInBand = (share: number | null) => share !== null && share >= leastShare && share <= mostShare
