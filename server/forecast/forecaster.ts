/**
 * The wait promises of one hall: fitted to its last days when a day opens, kept true through the day by each wait
 * that becomes known, asked for a place in a line at any moment.
 */
import type { Foresight } from '../domain/foresight.ts'
import type { Call, Hall } from '../domain/hall.ts'
import { type LineFacts, lineFactsOf, openWindowsFor } from '../domain/line-facts.ts'
import { type Calibration, learn } from './calibration.ts'
import { fitModel, type MeasuredWait, type PromiseModel, predict } from './promise-model.ts'
import { ServiceTimes } from './service-times.ts'

const dayMs = 86_400_000

/** A finished turn of the record that was called. Instants and durations in ms. */
export interface PastTurn {
  readonly serviceId: string
  readonly windowId: string | null
  readonly queuedAt: number
  readonly endedAt: number
  readonly waitMs: number
  readonly serviceMs: number | null
  readonly lineFacts: LineFacts
}

export class Forecaster {
  #model: PromiseModel | null = null
  #measured = new ServiceTimes()
  /** What today's calls have taught, by the list of the calls: a new day, or a hall folded anew, begins a new one. */
  readonly #learned = new WeakMap<readonly Call[], { calibration: Calibration; calls: number }>()

  /** @param past the turns of the last days, in the order in which they were queued; few days are enough, none promise nothing */
  fit(past: readonly PastTurn[]): void {
    const { waits, measured } = measuredWaits(past)
    this.#model = fitModel(waits)
    this.#measured = measured
  }

  /** Null until enough was measured, and where no window is open that could call. */
  readonly foresee: Foresight = (hall, place, now) => {
    const model = this.#model
    if (model === null) return null
    const facts = lineFactsOf(hall, place, now)
    if (facts.windowsOpen === 0) return null
    const open = openWindowsFor(hall, place)
    const serviceMs = this.#measured.meanMs(place.serviceId, open, hall.serviceTimes)
    const { medianMs, boundMs } = predict(model, this.#calibrationOf(hall, model), { ...facts, serviceMs })
    return { medianMs: atMostADay(medianMs), boundMs: atMostADay(boundMs) }
  }

  #calibrationOf({ calls }: Hall, model: PromiseModel): Calibration {
    const learned = this.#learned.get(calls) ?? { calibration: model.calibration, calls: 0 }
    for (; learned.calls < calls.length; learned.calls += 1) {
      const kept = calls[learned.calls]?.kept ?? null
      if (kept !== null) learned.calibration = learn(learned.calibration, kept)
    }
    this.#learned.set(calls, learned)
    return learned.calibration
  }
}

/** In whole ms. The day's end closes every wait. */
function atMostADay(ms: number): number {
  return Math.round(Math.min(ms, dayMs))
}

/** Each wait beside what was known when it began: a service time counts from when its service ended. */
function measuredWaits(past: readonly PastTurn[]): { waits: MeasuredWait[]; measured: ServiceTimes } {
  const measured = new ServiceTimes()
  const ended = past.toSorted((a, b) => a.endedAt - b.endedAt)
  const none = new Map()
  let known = 0
  const measureUntil = (at: number) => {
    for (; known < ended.length; known += 1) {
      const turn = ended[known]
      if (turn === undefined || turn.endedAt > at) return
      const { serviceId, windowId, serviceMs } = turn
      if (windowId !== null && serviceMs !== null) measured.add(serviceId, windowId, serviceMs)
    }
  }
  const waits = past.map(({ serviceId, queuedAt, waitMs, lineFacts }) => {
    measureUntil(queuedAt)
    const serviceMs = measured.meanMs(serviceId, measured.windowsOf(serviceId), none)
    return { waitMs, state: { ...lineFacts, serviceMs } }
  })
  measureUntil(Number.POSITIVE_INFINITY)
  return { waits, measured }
}
