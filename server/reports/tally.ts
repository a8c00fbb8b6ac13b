/** What is gathered of a group's turns and visits, and the figures made of it: each measure with its formula. */
import type { Figures } from '../../protocol/reports.ts'
import {
  type Channel,
  channels,
  serviceResults,
  type TurnResult,
  turnResults,
  type VisitOutcome,
  visitOutcomes,
} from '../../protocol/vocabulary.ts'
import type { TurnRow, VisitRow } from '../domain/record.ts'
import { Durations } from './durations.ts'

export type TurnMeasures = Pick<
  TurnRow,
  | 'waitMs'
  | 'walkMs'
  | 'serviceMs'
  | 'heldMs'
  | 'waitTargetMs'
  | 'calls'
  | 'result'
  | 'promisedMedianMs'
  | 'promisedBoundMs'
>
export type VisitMeasures = Pick<
  VisitRow,
  | 'visitMs'
  | 'waitMs'
  | 'turns'
  | 'rejoins'
  | 'peopleAheadAtIssue'
  | 'channel'
  | 'priorityClassId'
  | 'outcome'
>

export class Tally {
  readonly #wait = new Durations()
  readonly #walk = new Durations()
  readonly #service = new Durations()
  readonly #held = new Durations()
  readonly #visit = new Durations()
  readonly #visitWait = new Durations()
  readonly #results: Record<TurnResult, number> = zeroes(turnResults)
  readonly #outcomes: Record<VisitOutcome, number> = zeroes(visitOutcomes)
  readonly #channels: Record<Channel, number> = zeroes(channels)
  #promised = 0
  #insidePromise = 0
  #underMedian = 0
  #errorMs = 0
  #absoluteErrorMs = 0
  #turns = 0
  #called = 0
  #calls = 0
  #withinTarget = 0
  #visits = 0
  #turnsOfVisits = 0
  #servedInOneTurn = 0
  #rejoined = 0
  #withPriority = 0
  #peopleAhead = 0

  get serviceTimeMs(): number {
    return this.#service.sumMs
  }

  addTurn(row: TurnMeasures): void {
    this.#turns += 1
    this.#calls += row.calls
    this.#results[row.result] += 1
    this.#wait.add(row.waitMs)
    this.#walk.add(row.walkMs)
    this.#service.add(row.serviceMs)
    if (row.heldMs > 0) this.#held.add(row.heldMs)
    if (row.waitMs === null) return
    this.#called += 1
    if (row.waitMs <= row.waitTargetMs) this.#withinTarget += 1
    if (row.promisedMedianMs !== null)
      this.#addPromise(row.waitMs, row.promisedMedianMs, row.promisedBoundMs ?? 0)
  }

  #addPromise(waitMs: number, medianMs: number, boundMs: number): void {
    this.#promised += 1
    if (waitMs <= boundMs) this.#insidePromise += 1
    if (waitMs <= medianMs) this.#underMedian += 1
    this.#errorMs += waitMs - medianMs
    this.#absoluteErrorMs += Math.abs(waitMs - medianMs)
  }

  addVisit(row: VisitMeasures): void {
    this.#visits += 1
    this.#turnsOfVisits += row.turns
    this.#peopleAhead += row.peopleAheadAtIssue
    this.#outcomes[row.outcome] += 1
    this.#channels[row.channel] += 1
    if (row.rejoins > 0) this.#rejoined += 1
    if (row.priorityClassId !== null) this.#withPriority += 1
    if (row.outcome !== 'served') return
    this.#visit.add(row.visitMs)
    this.#visitWait.add(row.waitMs)
    if (row.turns === 1) this.#servedInOneTurn += 1
  }

  /** @param allServiceTimeMs the service time of all groups together */
  figures(allServiceTimeMs: number): Figures {
    const results = this.#results
    const withServiceResult = serviceResults.reduce((sum, result) => sum + results[result], 0)
    return {
      turns: this.#turns,
      visits: this.#visits,
      waitMs: { ...this.#wait.spread(), withinTargetShare: per(this.#withinTarget, this.#called) },
      promise: {
        count: this.#promised,
        insideShare: per(this.#insidePromise, this.#promised),
        underMedianShare: per(this.#underMedian, this.#promised),
        meanErrorMs: per(this.#errorMs, this.#promised),
        meanAbsoluteErrorMs: per(this.#absoluteErrorMs, this.#promised),
      },
      walkMs: this.#walk.spread(),
      serviceMs: this.#service.spread(),
      heldMs: this.#held.spread(),
      visitMs: this.#visit.spread(),
      visitWaitMs: this.#visitWait.spread(),
      serviceTimeShare: per(this.serviceTimeMs, allServiceTimeMs),
      calls: this.#calls,
      callsPerCalledTurn: per(this.#calls, this.#called),
      results,
      outcomes: this.#outcomes,
      channels: this.#channels,
      noShowShare: per(results.noShow, this.#called),
      cancelledShare: per(results.cancelled, this.#turns),
      leftOverShare: per(results.closed, this.#turns),
      transferredShare: per(results.transferred, this.#called),
      doneOnTheSpotShare: per(results.doneOnTheSpot, withServiceResult),
      turnsPerVisit: per(this.#turnsOfVisits, this.#visits),
      oneTurnShare: per(this.#servedInOneTurn, this.#outcomes.served),
      rejoinShare: per(this.#rejoined, this.#visits),
      priorityShare: per(this.#withPriority, this.#visits),
      peopleAheadMean: per(this.#peopleAhead, this.#visits),
    }
  }
}

/** A quotient; null where there is nothing to divide by. */
function per(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole
}

function zeroes<Name extends string>(names: readonly Name[]): Record<Name, number> {
  return Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>
}
