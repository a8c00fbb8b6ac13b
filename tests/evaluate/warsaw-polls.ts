/**
 * Warsaw's offices as they were polled, about every five minutes, each queue a line of its own. A joining is a poll in
 * which somebody took a ticket since the last one, at least one waits and at least one counter is open; the wait is
 * what then remains to the ticket issued last. A call is known at the poll after it (`called_hi`), an issue likewise.
 * The polls know no service, so its time is measured by the waits that became known: the time of open counters that
 * one in the line took, Σ counters × wait ÷ Σ (ahead + 1).
 */
import { field, type Row } from '../replay/csv.ts'
import { slug } from '../replay/recording.ts'
import type { Joining } from './joining.ts'
import { MeasuredServices } from './measured-services.ts'
import { RecentCalls } from './recent-calls.ts'

const minuteMs = 60_000

interface PolledTicket {
  readonly issuedAt: number
  readonly issuedKnownAt: number
  /** Infinity: never called, and never known to be. */
  readonly calledAt: number
  readonly calledKnownAt: number
}

interface Poll {
  readonly at: number
  readonly countersOpen: number
  readonly waiting: number
}

/** Instants are ms after the day's midnight. In the order of the days. */
export function warsawJoinings(snapshots: readonly Row[], tickets: readonly Row[]): Joining[] {
  const ticketsOf = Map.groupBy(tickets, dayOfLine)
  const services = new Map<string, MeasuredServices>()
  const pollsOf = [...Map.groupBy(snapshots, dayOfLine)].sort(([a], [b]) => (a < b ? -1 : 1))
  return pollsOf.flatMap(([key, rows]) => {
    const [first] = rows
    if (first === undefined) return []
    const lineId = lineOf(first)
    const measured = services.get(lineId) ?? new MeasuredServices()
    services.set(lineId, measured)
    const walk = new LineDay(first, (ticketsOf.get(key) ?? []).map(ticketOf), measured)
    const polls = rows.map(pollOf).sort((a, b) => a.at - b.at)
    return polls.map((poll) => walk.poll(poll)).filter((joining) => joining !== null)
  })
}

const lineOf = (row: Row) => slug(`${field(row, 'office')} ${field(row, 'group_id')}`)
const dayOfLine = (row: Row) => `${field(row, 'date')} ${field(row, 'office')} ${field(row, 'group_id')}`

function pollOf(row: Row): Poll {
  const [hours, minutes] = field(row, 'time').split(':')
  return {
    at: (Number(hours) * 60 + Number(minutes)) * minuteMs,
    countersOpen: Number(field(row, 'counters_open')),
    waiting: Number(field(row, 'waiting')),
  }
}

function ticketOf(row: Row): PolledTicket {
  const at = (name: string) => {
    const minutes = field(row, name)
    return minutes === '' ? Number.POSITIVE_INFINITY : Number(minutes) * minuteMs
  }
  return {
    issuedAt: at('issued_est'),
    issuedKnownAt: at('issued_hi'),
    calledAt: at('called_est'),
    calledKnownAt: at('called_hi'),
  }
}

class LineDay {
  readonly #named: { readonly hallId: string; readonly day: string }
  readonly #lineId: string
  readonly #byIssue: readonly PolledTicket[]
  /** Those whose call is not known yet, in the order in which it will be. */
  readonly #uncalled: PolledTicket[]
  readonly #services: MeasuredServices
  readonly #calls = new RecentCalls()
  #unknown: { readonly knownAt: number; readonly counterMs: number; readonly people: number }[] = []
  #polledAt = Number.POSITIVE_INFINITY

  constructor(row: Row, tickets: readonly PolledTicket[], services: MeasuredServices) {
    this.#named = { hallId: slug(field(row, 'office')), day: field(row, 'date') }
    this.#lineId = lineOf(row)
    this.#byIssue = [...tickets].sort((a, b) => a.issuedAt - b.issuedAt)
    this.#uncalled = this.#byIssue.toSorted(
      (a, b) => a.calledKnownAt - b.calledKnownAt || a.calledAt - b.calledAt,
    )
    this.#services = services
  }

  /** Polls come in the order of their time. */
  poll(poll: Poll): Joining | null {
    this.#learn(poll.at)
    const last = this.#byIssue.findLast((ticket) => ticket.issuedKnownAt <= poll.at)
    const isNew = last !== undefined && last.issuedKnownAt > this.#polledAt
    this.#polledAt = poll.at
    if (!isNew || poll.waiting < 1 || poll.countersOpen < 1) return null
    const knownAt = last.calledKnownAt
    if (knownAt <= poll.at || knownAt === Number.POSITIVE_INFINITY) return null
    const waitMs = Math.max(0, last.calledAt - poll.at)
    this.#unknown.push({ knownAt, counterMs: poll.countersOpen * waitMs, people: poll.waiting })
    return {
      ...this.#named,
      at: poll.at,
      state: this.#stateAt(poll),
      waitMs,
      knownAt,
      ...this.#calls.meansAt(poll.at),
    }
  }

  #learn(now: number): void {
    for (
      let next = this.#uncalled[0];
      next !== undefined && next.calledKnownAt <= now;
      next = this.#uncalled[0]
    ) {
      this.#calls.add(next.calledAt, next.calledAt - next.issuedAt)
      this.#uncalled.shift()
    }
    for (const { knownAt, counterMs, people } of this.#unknown) {
      if (knownAt <= now) this.#services.add(this.#named.day, null, counterMs, people)
    }
    this.#unknown = this.#unknown.filter(({ knownAt }) => knownAt > now)
  }

  #stateAt({ at, countersOpen, waiting }: Poll) {
    const head = this.#byIssue.find((ticket) => ticket.calledKnownAt > at)
    return {
      serviceId: this.#lineId,
      isFirstTurn: true,
      ahead: waiting - 1,
      waiting: waiting - 1,
      windowsOpen: countersOpen,
      serviceMs: this.#services.meanMs([]),
      headWaitMs: at - Math.min(at, head?.issuedAt ?? at),
      ...this.#calls.seenAt(at),
      minuteOfDay: at / minuteMs,
    }
  }
}
