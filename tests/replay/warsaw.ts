/**
 * Warsaw's offices, winter of 2019/2020: one row a ticket, reconstructed from polls to about 2.5 minutes. Each
 * office is a hall of its own, each of its queues (group) a service. Local times, read at UTC+1 (winter). What the
 * file does not know is made up as sparingly as can be:
 * - counters: as many as there were calls in one instant, each serving every queue;
 * - the end of a service: after ten minutes, or sooner when its counter is needed for the next call;
 * - a ticket without `called_est` was never called: it waits until the end of the day closes it.
 */
import { field, type Row } from './csv.ts'
import {
  countsOf,
  type DayRange,
  daysOf,
  type HallFigures,
  instantOf,
  type RecordedService,
  type RecordedTurn,
  type RecordedZone,
  type Recording,
  slug,
  wantedDays,
} from './recording.ts'

const zone: RecordedZone = { timeZone: 'Etc/GMT-1', offset: '+01:00' }
const minuteMs = 60_000
const longestServiceMs = 10 * minuteMs

/** The offices that were open on the wanted days, each a recording of its own. */
export function readWarsaw(rows: readonly Row[], range: DayRange): Recording[] {
  const days = wantedDays(
    rows.map((row) => field(row, 'date')),
    range,
  )
  const wanted = rows.filter((row) => days.has(field(row, 'date')))
  return [...Map.groupBy(wanted, (row) => field(row, 'office'))].map(([office, ofOffice]) => ({
    hallId: slug(office),
    timeZone: zone.timeZone,
    services: servicesOf(ofOffice),
    days: daysOf(visitsOf(ofOffice), zone),
    leftOut: {},
    adjusted: countsOf(
      ofOffice.map((row) =>
        field(row, 'called_est') === '' ? 'neverCalledIsLeftOver' : 'counterAndEndOfServiceMadeUp',
      ),
    ),
    file: warsawFigures(ofOffice),
  }))
}

/** The day with the most tickets: what is replayed when no day is named. */
export function busiestDay(rows: readonly Row[]): DayRange {
  const byDay = Map.groupBy(rows, (row) => field(row, 'date'))
  const [busiest] = [...byDay].sort(([, a], [, b]) => b.length - a.length)
  if (busiest === undefined) throw new Error('the file has no tickets')
  return { from: busiest[0], to: busiest[0], limit: 1 }
}

const serviceIdOf = (row: Row) => slug(`${field(row, 'group_id')} ${field(row, 'group_name')}`)

function servicesOf(rows: readonly Row[]): RecordedService[] {
  const names = new Map(rows.map((row) => [serviceIdOf(row), field(row, 'group_name')]))
  return [...names].map(([serviceId, name], at) => ({
    serviceId,
    name,
    prefix: String.fromCharCode(65 + at),
  }))
}

/** Minutes after midnight, to a tenth, as an instant. */
function minutesAt(row: Row, name: string): number | null {
  const minutes = field(row, name)
  const midnight = instantOf(`${field(row, 'date')}T00:00:00`, zone)
  return minutes === '' ? null : midnight + Math.round(Number(minutes) * minuteMs)
}

function visitsOf(rows: readonly Row[]) {
  const ends = counterEnds(rows)
  return rows.map((row) => ({
    day: field(row, 'date'),
    visit: { isPriority: false, turns: [turnOf(row, ends.get(row))] as const },
  }))
}

interface CounterEnd {
  readonly place: string
  readonly calledAt: number
  readonly endedAt: number
}

function turnOf(row: Row, at: CounterEnd | undefined): RecordedTurn {
  const serviceId = serviceIdOf(row)
  const queuedAt = minutesAt(row, 'issued_est')
  if (queuedAt === null) throw new Error('a ticket has no time of issue')
  if (at === undefined) return { serviceId, queuedAt, end: 'left' }
  return { serviceId, queuedAt, ...at, startedAt: at.calledAt, end: 'completed' }
}

/** Each call at the counter that has been at its call for longest, in the order of the calls. */
function counterEnds(rows: readonly Row[]): Map<Row, CounterEnd> {
  const calls = rows
    .map((row) => ({ row, calledAt: minutesAt(row, 'called_est') }))
    .filter((call): call is { row: Row; calledAt: number } => call.calledAt !== null)
    .sort((a, b) => a.calledAt - b.calledAt)
  const counters = Math.max(
    0,
    ...[...Map.groupBy(calls, (call) => call.calledAt).values()].map(({ length }) => length),
  )
  return new Map(
    calls.map(({ row, calledAt }, index) => {
      const neededAt = calls[index + counters]?.calledAt ?? Number.POSITIVE_INFINITY
      const place = String((index % counters) + 1)
      return [row, { place, calledAt, endedAt: Math.min(neededAt, calledAt + longestServiceMs) }]
    }),
  )
}

/** Straight from the rows, in tenths of minutes. */
function warsawFigures(rows: readonly Row[]): HallFigures {
  const called = rows.filter((row) => row.called_est !== '')
  const tenths = (minutes: string | undefined) => Math.round(Number(minutes) * 10)
  return {
    tickets: rows.length,
    called: called.length,
    served: called.length,
    noShows: 0,
    transfers: 0,
    cancelled: 0,
    leftOver: rows.length - called.length,
    waitsMs: called.map((row) => (tenths(row.called_est) - tenths(row.issued_est)) * 6000),
    servicesMs: null,
  }
}
