/**
 * The bank's call centre of 1999: one row a call, each server a window. Local times, read at UTC+2 throughout
 * (Israel's standard time). How its oddities are replayed:
 * - a caller joins at `arrived`; one who was put through at once (`queued` 0) is called the moment the ticket is there.
 * - abandoned without having queued: lost in the voice menu, never in the line, so left out.
 * - called at `arrived` + `wait_s`, which is `queue_exit`; `service_start` is mostly a second or two before that, so
 *   the service then starts with the call and lasts `service_s` as recorded.
 * - a service recorded at the next midnight with no length has lost its time: it starts with the call.
 * - no server recorded, or a server with two calls at once: a spare window.
 * - what goes on after midnight is cut off by the end of the hall's day.
 * - priority 2 stands 90 s ahead of its arrival; a class is worth whole minutes, so 2. The calls are as recorded anyway.
 */
import { field, type Row } from './csv.ts'
import {
  countsOf,
  type DayRange,
  daysOf,
  type HallFigures,
  instantOf,
  type RecordedTurn,
  type RecordedZone,
  type Recording,
  slug,
  wantedDays,
} from './recording.ts'

const zone: RecordedZone = { timeZone: 'Etc/GMT-2', offset: '+02:00' }

export function readBank(rows: readonly Row[], range: DayRange): Recording {
  const days = wantedDays(rows.map(dayOf), range)
  const wanted = rows.filter((row) => days.has(dayOf(row)))
  const queued = wanted.filter((row) => !lostInMenu(row))
  const calls = queued.map((row) => ({ row, turn: turnOf(row) }))
  const visits = calls.map(({ row, turn }) => ({
    day: dayOf(row),
    visit: { isPriority: field(row, 'priority') === '2', turns: [turn] as const },
  }))
  const recordedDays = daysOf(visits, zone)
  return {
    hallId: 'bank',
    timeZone: zone.timeZone,
    services: [...new Set(queued.map((row) => field(row, 'service')))]
      .sort()
      .map((name) => ({ serviceId: slug(name), name, prefix: name })),
    days: recordedDays,
    leftOut: countsOf(wanted.filter(lostInMenu).map(() => 'abandonedInVoiceMenuNeverQueued')),
    adjusted: countsOf([
      ...calls.flatMap(({ row, turn }) => oddityOf(row, turn)),
      ...recordedDays.flatMap(({ endsAt, visits: ofDay }) =>
        ofDay.flatMap(({ turns: [turn] }) =>
          'endedAt' in turn && turn.endedAt >= endsAt ? ['cutOffByMidnight'] : [],
        ),
      ),
    ]),
    file: bankFigures(wanted),
  }
}

const dayOf = (row: Row) => field(row, 'arrived').slice(0, 10)
const lostInMenu = (row: Row) => field(row, 'outcome') === 'abandoned' && field(row, 'queued') === '0'

function turnOf(row: Row): RecordedTurn {
  const queuedAt = instantOf(field(row, 'arrived'), zone)
  const leftLineAt = queuedAt + Number(field(row, 'wait_s')) * 1000
  const serviceId = slug(field(row, 'service'))
  if (field(row, 'outcome') === 'abandoned')
    return { serviceId, queuedAt, end: 'cancelled', endedAt: leftLineAt }
  const recordedStart = instantOf(field(row, 'service_start'), zone)
  const startedAt = hasNoTime(row) ? leftLineAt : Math.max(leftLineAt, recordedStart)
  const endedAt = startedAt + Number(field(row, 'service_s')) * 1000
  const place = field(row, 'server') || null
  return { serviceId, queuedAt, end: 'completed', place, calledAt: leftLineAt, startedAt, endedAt }
}

function hasNoTime(row: Row): boolean {
  const start = field(row, 'service_start')
  return field(row, 'service_s') === '0' && start.endsWith('T00:00:00') && start.slice(0, 10) > dayOf(row)
}

function oddityOf(row: Row, turn: RecordedTurn): string[] {
  if (turn.end !== 'completed') return []
  if (hasNoTime(row)) return ['serviceWithoutTimeStartsWithTheCall']
  return instantOf(field(row, 'service_start'), zone) < turn.startedAt ? ['serviceStartsWithTheCall'] : []
}

const secondsOfDay = 86_400

/** Straight from the rows, in seconds of the day: `wait_s` and `service_s` as they stand, as far as midnight. */
function bankFigures(rows: readonly Row[]): HallFigures {
  const secondOf = (time: string | undefined) => Date.parse(`1970-01-01T${time?.slice(11)}Z`) / 1000
  const inLine = rows.filter((row) => row.outcome === 'served' || row.queued === '1')
  const beforeMidnight = inLine.filter((row) => secondOf(row.arrived) + Number(row.wait_s) < secondsOfDay)
  const called = beforeMidnight.filter((row) => row.outcome === 'served')
  const served = called.filter((row) => {
    const exit = secondOf(row.arrived) + Number(row.wait_s)
    const startedSameDay = row.service_start?.slice(0, 10) === row.arrived?.slice(0, 10)
    const start = startedSameDay ? Math.max(exit, secondOf(row.service_start)) : exit
    return start + Number(row.service_s) < secondsOfDay
  })
  const cancelled = beforeMidnight.length - called.length
  return {
    tickets: inLine.length,
    called: called.length,
    served: served.length,
    noShows: 0,
    transfers: 0,
    cancelled,
    leftOver: inLine.length - served.length - cancelled,
    waitsMs: called.map((row) => Number(row.wait_s) * 1000),
    servicesMs: served.map((row) => Number(row.service_s) * 1000),
  }
}
