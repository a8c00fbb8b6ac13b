/**
 * The ultrasound clinic, three weeks of August 2019: one row a leg, a leg a turn. Local times, read as Manila's
 * (UTC+8, no daylight saving). How its oddities are replayed:
 * - `valid` N with a counter: called there and nobody was served, so a no-show; a further leg is the rejoining.
 * - `valid` N, no counter, all three times the same: cancelled at once.
 * - `valid` N with no start: never called; it waits until the end of the day closes it.
 * - `valid` Y without a counter: sent on (or finished) by somebody who is not in the file, at a spare window.
 * - a further leg queued later than the one before ended: held in between.
 * - a further leg of a ticket that stands in another line still, or was voided: a ticket of its own.
 * - the file knows one service, and transfers back to the same counter; the hall transfers only to another place,
 *   so transferred tickets change between the service and its "further leg".
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
  type RecordedVisit,
  type RecordedZone,
  type Recording,
  slug,
  wantedDays,
} from './recording.ts'

const zone: RecordedZone = { timeZone: 'Asia/Manila', offset: '+08:00' }

export function readClinic(rows: readonly Row[], range: DayRange): Recording {
  const days = wantedDays(
    rows.map((row) => field(row, 'date')),
    range,
  )
  const wanted = rows.filter((row) => days.has(field(row, 'date')))
  const legs = wanted.map(legOf)
  const chains = [...Map.groupBy(legs, (leg) => `${leg.day} ${leg.ticket}`).values()].map(chainsOf)
  const visits = chains.flat().map((chain) => ({ day: chain[0].day, visit: visitOf(chain) }))
  return {
    hallId: 'clinic',
    timeZone: zone.timeZone,
    services: servicesOf(new Set(legs.map((leg) => leg.service))),
    days: daysOf(visits, zone),
    leftOut: {},
    adjusted: countsOf([
      ...legs.flatMap(oddityOf),
      ...chains.flatMap((ofTicket) => ofTicket.slice(1).map(() => 'furtherLegAsTicketOfItsOwn')),
      ...chains.flat().flatMap((chain) => chain.slice(1).flatMap((leg, at) => gapOf(chain[at], leg))),
    ]),
    file: clinicFigures(wanted),
  }
}

interface Leg {
  readonly day: string
  readonly ticket: string
  readonly service: string
  readonly counter: string | null
  readonly queuedAt: number
  readonly startedAt: number | null
  readonly endedAt: number | null
  readonly isValid: boolean
  /** Started a moment before it was queued: nobody is called before. */
  readonly startsTooEarly: boolean
}

function legOf(row: Row): Leg {
  const at = (name: string) => (field(row, name) === '' ? null : instantOf(field(row, name), zone))
  const queuedAt = instantOf(field(row, 'queued'), zone)
  const started = at('started')
  return {
    day: field(row, 'date'),
    ticket: field(row, 'ticket'),
    service: field(row, 'service'),
    counter: field(row, 'counter') || null,
    queuedAt,
    startedAt: started === null ? null : Math.max(started, queuedAt),
    endedAt: at('ended'),
    isValid: field(row, 'valid') === 'Y',
    startsTooEarly: started !== null && started < queuedAt,
  }
}

function oddityOf(leg: Leg): string[] {
  const odd: string[] = leg.startsTooEarly ? ['startedBeforeQueued'] : []
  if (leg.isValid) return odd
  if (leg.startedAt === null) return [...odd, 'voidNeverCalledIsLeftOver']
  return [...odd, leg.counter === null ? 'voidAtOnceIsCancelled' : 'voidAtCounterIsNoShow']
}

function gapOf(before: Leg | undefined, leg: Leg): string[] {
  const isGap = before?.isValid === true && before.endedAt !== null && before.endedAt < leg.queuedAt
  return isGap ? ['heldBetweenLegs'] : []
}

type Chain = [Leg, ...Leg[]]

/** The legs of one number, in as many tickets as it takes. */
function chainsOf(legs: readonly Leg[]): Chain[] {
  const chains: Chain[] = []
  for (const leg of legs) {
    const chain = chains.find((each) => mayFollow(each.at(-1), leg))
    if (chain === undefined) chains.push([leg])
    else chain.push(leg)
  }
  return chains
}

function mayFollow(last: Leg | undefined, leg: Leg): boolean {
  const goesOn = last !== undefined && (last.isValid || last.counter !== null)
  return goesOn && last.endedAt !== null && last.endedAt <= leg.queuedAt
}

function visitOf(chain: Chain): RecordedVisit {
  let isFurther = false
  const turns = chain.map((leg, at) => {
    const hasNext = at < chain.length - 1
    const serviceId = isFurther ? furtherId(leg.service) : slug(leg.service)
    if (leg.isValid) isFurther = !isFurther
    return turnOf(leg, serviceId, hasNext)
  })
  return { isPriority: false, turns: turns as [RecordedTurn, ...RecordedTurn[]] }
}

function turnOf(leg: Leg, serviceId: string, hasNext: boolean): RecordedTurn {
  const { queuedAt, startedAt, endedAt, counter } = leg
  if (startedAt === null || endedAt === null) return { serviceId, queuedAt, end: 'left' }
  const called = { serviceId, queuedAt, place: counter, calledAt: startedAt, endedAt }
  if (leg.isValid) return { ...called, startedAt, end: hasNext ? 'transferred' : 'completed' }
  return counter === null ? { serviceId, queuedAt, endedAt, end: 'cancelled' } : { ...called, end: 'noShow' }
}

const furtherId = (service: string) => `${slug(service).slice(0, 30)}-further`

function servicesOf(names: ReadonlySet<string>): RecordedService[] {
  return [...names].flatMap((name, at) => {
    const prefix = String.fromCharCode(65 + at)
    return [
      { serviceId: slug(name), name, prefix },
      { serviceId: furtherId(name), name: `${name}, further leg`, prefix },
    ]
  })
}

/** Straight from the rows: each leg is called unless it was voided without a counter, and served if it is valid. */
function clinicFigures(rows: readonly Row[]): HallFigures {
  const seconds = (row: Row, name: string) => Date.parse(`${row[name]}Z`) / 1000
  const called = rows.filter((row) => row.started !== '' && (row.valid === 'Y' || row.counter !== ''))
  const valid = called.filter((row) => row.valid === 'Y')
  const noShows = called.length - valid.length
  const cancelled = rows.filter((row) => row.started !== '' && !called.includes(row)).length
  const { tickets, rejoins } = ticketsAndRejoins(rows)
  const transfers = rows.length - tickets - rejoins
  return {
    tickets,
    called: called.length,
    served: valid.length - transfers,
    noShows,
    transfers,
    cancelled,
    leftOver: rows.filter((row) => row.started === '').length,
    waitsMs: called.map((row) => Math.max(0, seconds(row, 'started') - seconds(row, 'queued')) * 1000),
    servicesMs: valid.map(
      (row) => (seconds(row, 'ended') - Math.max(seconds(row, 'started'), seconds(row, 'queued'))) * 1000,
    ),
  }
}

/** A number is a ticket, and once more for each leg that overlaps the row before or comes after a void without counter. */
function ticketsAndRejoins(rows: readonly Row[]): { tickets: number; rejoins: number } {
  const last = new Map<string, Row>()
  let tickets = 0
  let rejoins = 0
  for (const row of rows) {
    const number = `${row.date} ${row.ticket}`
    const before = last.get(number)
    last.set(number, row)
    if (before === undefined || before.ended === '' || (row.queued ?? '') < (before.ended ?? '')) tickets += 1
    else if (before.valid === 'N' && before.counter === '') tickets += 1
    else if (before.valid === 'N') rejoins += 1
  }
  return { tickets, rejoins }
}
