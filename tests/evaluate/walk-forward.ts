/**
 * Promises as a hall would have made them: fitted anew at the opening of each judged day to the hall's last days,
 * promised at each joining, and calibrated by each wait of the day from the moment at which it was known.
 */

import type { WaitPromise } from '../../server/domain/foresight.ts'
import { type Calibration, type KeptPromise, learn } from '../../server/forecast/calibration.ts'
import { fitModel, type PromiseModel, predict } from '../../server/forecast/promise-model.ts'
import type { Joining } from './joining.ts'
import { lastDays } from './measured-services.ts'

export interface Promised {
  readonly joining: Joining
  /** Null where the hall had not measured enough. */
  readonly promise: WaitPromise | null
}

/** The joinings from that day on, each with its promise, hall by hall. */
export function walkForward(joinings: readonly Joining[], judgedFrom: string): Promised[] {
  return [...Map.groupBy(joinings, ({ hallId }) => hallId).values()].flatMap((ofHall) => {
    const byDay = Map.groupBy(ofHall, ({ day }) => day)
    const days = [...byDay.keys()].sort()
    return days
      .filter((day) => day >= judgedFrom)
      .flatMap((day) => {
        const before = days.filter((each) => each < day).slice(-lastDays)
        const model = fitModel(before.flatMap((each) => inOrder(byDay.get(each) ?? [])))
        const ofDay = inOrder(byDay.get(day) ?? [])
        return model === null
          ? ofDay.map((joining) => ({ joining, promise: null }))
          : promisesOf(model, ofDay)
      })
  })
}

const inOrder = (joinings: readonly Joining[]) => joinings.toSorted((a, b) => a.at - b.at)

interface Kept extends KeptPromise {
  readonly knownAt: number
}

function promisesOf(model: PromiseModel, ofDay: readonly Joining[]): Promised[] {
  let calibration: Calibration = model.calibration
  const unknown: Kept[] = []
  return ofDay.map((joining) => {
    const { at, knownAt, state, waitMs } = joining
    for (let next = unknown[0]; next !== undefined && next.knownAt <= at; next = unknown[0]) {
      calibration = learn(calibration, next)
      unknown.shift()
    }
    const promise = predict(model, calibration, state)
    const before = unknown.findLastIndex((each) => each.knownAt <= knownAt)
    unknown.splice(before + 1, 0, { ...promise, knownAt, waitMs, waiting: state.waiting })
    return { joining, promise }
  })
}
