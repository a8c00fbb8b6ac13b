/** The figures of a replay beside those of its file, and whether they are the same. */
import type { ReportedTurn, Spread, Summary } from '../../protocol/reports.ts'
import { serviceResults } from '../../protocol/vocabulary.ts'
import type { Played } from './player.ts'
import type { Counts, HallFigures, Recording } from './recording.ts'

/** `equal` is null where the file does not know. */
export interface Compared {
  readonly server: number | null
  readonly file: number | null
  readonly equal: boolean | null
}
type ComparedSpread = Readonly<Record<'count' | 'mean' | 'p50' | 'p90', Compared>>
const countNames = ['tickets', 'called', 'served', 'noShows', 'transfers', 'cancelled', 'leftOver'] as const

export type Outcome = Readonly<Record<(typeof countNames)[number], Compared>> & {
  /** Issued, but not in the record at the end. */
  readonly lost: number
  readonly duplicateNumbers: number
  readonly doubleCalls: number
  readonly refused: Counts
  readonly leftOut: Counts
  readonly adjusted: Counts
  readonly waitMs: ComparedSpread
  readonly serviceMs: ComparedSpread
  /** The summary report says of every hall what its turns say. */
  readonly summaryAgrees: boolean
}

export interface Replayed {
  readonly recording: Recording
  readonly played: Played
}

/** The outcome of one hall, or of several together. */
export function outcomeOf(replayed: readonly Replayed[]): Outcome {
  const server = together(replayed.map(({ played }) => recordedFigures(played.turns)))
  const file = together(replayed.map(({ recording }) => recording.file))
  const testimonies = replayed.flatMap(({ played }) => played.testimonies)
  const counts = Object.fromEntries(countNames.map((name) => [name, compare(server[name], file[name])]))
  return {
    ...(counts as Record<(typeof countNames)[number], Compared>),
    lost: replayed.reduce((sum, { played }) => sum + lostIn(played), 0),
    duplicateNumbers: testimonies.reduce((sum, each) => sum + each.duplicateNumbers, 0),
    doubleCalls: testimonies.reduce((sum, each) => sum + each.doubleCalls, 0),
    refused: addUp(replayed.map(({ played }) => played.refused)),
    leftOut: addUp(replayed.map(({ recording }) => recording.leftOut)),
    adjusted: addUp(replayed.flatMap(({ recording, played }) => [recording.adjusted, played.spared])),
    waitMs: compareSpreads(server.waitsMs, file.waitsMs),
    serviceMs: compareSpreads(server.servicesMs, file.servicesMs),
    summaryAgrees: replayed.every(({ played }) => agrees(played.total, played.turns)),
  }
}

/** False when anything was lost, doubled or refused, or a figure differs. */
export function isTrue(outcome: Outcome): boolean {
  const compared = [
    ...countNames.map((name) => outcome[name]),
    ...Object.values(outcome.waitMs),
    ...Object.values(outcome.serviceMs),
  ]
  const faults = outcome.lost + outcome.duplicateNumbers + outcome.doubleCalls
  return faults === 0 && outcome.summaryAgrees && compared.every(({ equal }) => equal !== false)
}

/** What the report's rows say: one row a turn. */
function recordedFigures(turns: readonly ReportedTurn[]): HallFigures {
  const ended = (...results: readonly string[]) =>
    turns.filter(({ result }) => results.includes(result)).length
  const waitsMs = turns.map(({ waitMs }) => waitMs).filter((waitMs) => waitMs !== null)
  return {
    tickets: new Set(turns.map(({ ticketId }) => ticketId)).size,
    called: waitsMs.length,
    served: ended(...serviceResults),
    noShows: ended('noShow'),
    transfers: ended('transferred'),
    cancelled: ended('cancelled'),
    leftOver: ended('closed'),
    waitsMs,
    servicesMs: turns.map(({ serviceMs }) => serviceMs).filter((serviceMs) => serviceMs !== null),
  }
}

function together(halls: readonly HallFigures[]): HallFigures {
  const counts = Object.fromEntries(
    countNames.map((name) => [name, halls.reduce((sum, hall) => sum + hall[name], 0)]),
  )
  const known = halls.map(({ servicesMs }) => servicesMs).filter((servicesMs) => servicesMs !== null)
  return {
    ...(counts as Record<(typeof countNames)[number], number>),
    waitsMs: halls.flatMap(({ waitsMs }) => waitsMs),
    servicesMs: known.length === halls.length ? known.flat() : null,
  }
}

function lostIn({ testimonies, turns }: Played): number {
  const onRecord = new Set(turns.map(({ ticketId }) => ticketId))
  return testimonies.flatMap(({ ticketIds }) => ticketIds).filter((ticketId) => !onRecord.has(ticketId))
    .length
}

function addUp(all: readonly Counts[]): Counts {
  const sum: Record<string, number> = {}
  for (const [reason, count] of all.flatMap((counts) => Object.entries(counts))) {
    sum[reason] = (sum[reason] ?? 0) + count
  }
  return sum
}

function compare(server: number | null, file: number | null): Compared {
  return { server, file, equal: server === file }
}

type Measures = Pick<Spread, 'count' | 'mean' | 'p50' | 'p90'>

/** Percentiles are nearest-rank: the smallest value that at least p % of all values do not exceed. */
export function spreadOf(values: readonly number[]): Measures {
  const sorted = Float64Array.from(values).sort()
  const count = sorted.length
  const atRank = (percent: number) => sorted[Math.ceil((percent / 100) * count) - 1] ?? null
  const mean = count === 0 ? null : sorted.reduce((sum, value) => sum + value, 0) / count
  return { count, mean, p50: atRank(50), p90: atRank(90) }
}

function compareSpreads(server: readonly number[] | null, file: readonly number[] | null): ComparedSpread {
  const ours = spreadOf(server ?? [])
  if (file === null) {
    const unknown = (value: number | null): Compared => ({ server: value, file: null, equal: null })
    return {
      count: unknown(ours.count),
      mean: unknown(ours.mean),
      p50: unknown(ours.p50),
      p90: unknown(ours.p90),
    }
  }
  const theirs = spreadOf(file)
  return {
    count: compare(ours.count, theirs.count),
    mean: compare(ours.mean, theirs.mean),
    p50: compare(ours.p50, theirs.p50),
    p90: compare(ours.p90, theirs.p90),
  }
}

function agrees(total: Summary['total'], turns: readonly ReportedTurn[]): boolean {
  const { tickets, waitsMs, servicesMs } = recordedFigures(turns)
  return (
    total.turns === turns.length &&
    total.visits === tickets &&
    sameSpread(total.waitMs, spreadOf(waitsMs)) &&
    sameSpread(total.serviceMs, spreadOf(servicesMs ?? []))
  )
}

function sameSpread(a: Measures, b: Measures): boolean {
  return a.count === b.count && a.mean === b.mean && a.p50 === b.p50 && a.p90 === b.p90
}
