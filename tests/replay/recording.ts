/** A recording in the hall's own words: who came when, and each passage through a line, as it is to be replayed. */

/** One passage. Instants in ms since 1970; `place` is the recorded counter or server, null where none is recorded. */
export type RecordedTurn = {
  readonly serviceId: string
  readonly queuedAt: number
} & (
  | { readonly end: 'left' }
  | { readonly end: 'cancelled'; readonly endedAt: number }
  | {
      readonly end: 'noShow'
      readonly place: string | null
      readonly calledAt: number
      readonly endedAt: number
    }
  | {
      readonly end: 'completed' | 'transferred'
      readonly place: string | null
      readonly calledAt: number
      readonly startedAt: number
      readonly endedAt: number
    }
)

/** After a no-show the next turn is a rejoining, after a transfer it follows on; other ends are the last. */
export interface RecordedVisit {
  readonly isPriority: boolean
  readonly turns: readonly [RecordedTurn, ...RecordedTurn[]]
}

export interface RecordedDay {
  /** `2019-08-01`, and its first and last instant: a turn that goes on after `endsAt` is cut off by the hall. */
  readonly day: string
  readonly beginsAt: number
  readonly endsAt: number
  readonly visits: readonly RecordedVisit[]
}

export interface RecordedService {
  readonly serviceId: string
  readonly name: string
  readonly prefix: string
}

/** What one hall went through on some days. */
export interface Recording {
  readonly hallId: string
  readonly timeZone: string
  readonly services: readonly RecordedService[]
  readonly days: readonly RecordedDay[]
  /** How many rows are not replayed, and how many are replayed otherwise than written, by the reason. */
  readonly leftOut: Counts
  readonly adjusted: Counts
  /** What the rows themselves say, by code that shares nothing with the turns above. */
  readonly file: HallFigures
}
export type Counts = Readonly<Record<string, number>>

export interface HallFigures {
  readonly tickets: number
  readonly called: number
  readonly served: number
  readonly noShows: number
  readonly transfers: number
  readonly cancelled: number
  readonly leftOver: number
  readonly waitsMs: readonly number[]
  /** Null where the file knows no end of a service. */
  readonly servicesMs: readonly number[] | null
}

/** How local times are read: at a fixed distance from UTC, so that no hour of a recording is missing or doubled. */
export interface RecordedZone {
  readonly timeZone: string
  readonly offset: string
}
const dayMs = 86_400_000

/** The instant of a local time such as `2019-08-01T07:24:19`. */
export function instantOf(localTime: string, zone: RecordedZone): number {
  const at = Date.parse(`${localTime}${zone.offset}`)
  if (Number.isNaN(at)) throw new Error(`"${localTime}" is no local time`)
  return at
}

/** The days that have visits, in order, each with those who came on it. */
export function daysOf(
  visits: readonly { day: string; visit: RecordedVisit }[],
  zone: RecordedZone,
): RecordedDay[] {
  const byDay = Map.groupBy(visits, ({ day }) => day)
  return [...byDay.keys()].sort().map((day) => {
    const beginsAt = instantOf(`${day}T00:00:00`, zone)
    const ofDay = (byDay.get(day) ?? []).map(({ visit }) => visit)
    return { day, beginsAt, endsAt: beginsAt + dayMs, visits: ofDay }
  })
}

/** Which of a file's days are wanted: the first `limit` of those from `from` to `to`, both included. */
export interface DayRange {
  readonly from: string
  readonly to: string
  readonly limit: number
}

/** The wanted days among those of the rows. */
export function wantedDays(days: Iterable<string>, { from, to, limit }: DayRange): ReadonlySet<string> {
  const inRange = [...new Set(days)].filter((day) => day >= from && day <= to)
  return new Set(inRange.sort().slice(0, limit))
}

/** A readable id made of a name as people wrote it. */
export function slug(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l').replaceAll('Ł', 'l')
  return plain
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-|-$/g, '')
}

/** How many there are by reason, from the reasons one by one. */
export function countsOf(reasons: Iterable<string>): Counts {
  const counts: Record<string, number> = {}
  for (const reason of reasons) counts[reason] = (counts[reason] ?? 0) + 1
  return counts
}
