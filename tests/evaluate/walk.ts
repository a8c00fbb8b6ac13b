/**
 * Walks through a recording in the order of time and notes, at each joining, the line as the hall would have known it
 * then. Whoever joins tells when they are called, and whoever is called when they are done: nothing of a turn is
 * looked at before that.
 */
import { joinLine, type Line, leaveLine, type Place, peopleBefore } from '../../server/domain/line.ts'
import type { RecordedTurn, Recording } from '../replay/recording.ts'
import type { Joining } from './joining.ts'
import { MeasuredServices } from './measured-services.ts'
import { RecentCalls } from './recent-calls.ts'

/** How a recording is read. Its windows serve all its services, which so are one line. */
export interface LineRules {
  /** Other services go by another line, which is not judged. */
  readonly serviceIds: ReadonlySet<string>
  /** How far ahead of its arrival a priority stands. */
  readonly priorityCreditMs: number
  /** Whether those who were put through at once are left out (the bank) or judged too (the clinic). */
  readonly leavesOutNoWaits: boolean
}

/** A window that was idle for longer counts as closed, since no recording says when one opens. */
const longestIdleMs = 10 * 60_000
/** A service that lasts longer is a stuck record: its window no longer counts as open. */
const longestServiceMs = 30 * 60_000

/** The joinings of all days, in order. */
export function joiningsOf(recording: Recording, rules: LineRules): Joining[] {
  const services = new MeasuredServices()
  return recording.days.flatMap(({ day, beginsAt, visits }) => {
    const arrivals = visits
      .flatMap(({ isPriority, turns }) => {
        const standing = turns[0].queuedAt - (isPriority ? rules.priorityCreditMs : 0)
        return turns.map((turn, at) => ({ turn, standing, isFirstTurn: at === 0 }))
      })
      .filter(({ turn }) => rules.serviceIds.has(turn.serviceId))
      .sort((a, b) => a.turn.queuedAt - b.turn.queuedAt)
    const walk = new DayWalk({ hallId: recording.hallId, day }, beginsAt, services)
    return arrivals
      .map((arrival) => walk.join(arrival))
      .filter((joining) => joining !== null)
      .filter(({ waitMs }) => waitMs > 0 || !rules.leavesOutNoWaits)
  })
}

interface Arrival {
  readonly turn: RecordedTurn
  readonly standing: number
  readonly isFirstTurn: boolean
}

interface WindowSeen {
  readonly ticketId: string
  readonly busySince: number
  /** Null while it is busy. */
  idleSince: number | null
}

/** What is bound to happen to somebody who is in the line or at a window. */
interface Coming {
  readonly at: number
  happen(): void
}

class DayWalk {
  readonly #named: { readonly hallId: string; readonly day: string }
  readonly #beginsAt: number
  readonly #services: MeasuredServices
  readonly #line: Line = []
  readonly #queuedAt = new Map<string, number>()
  readonly #calls = new RecentCalls()
  readonly #windows = new Map<string, WindowSeen>()
  /** By time. */
  readonly #coming: Coming[] = []
  #joined = 0

  constructor(named: { hallId: string; day: string }, beginsAt: number, services: MeasuredServices) {
    this.#named = named
    this.#beginsAt = beginsAt
    this.#services = services
  }

  /** Null for one who was never called, whose wait so has no length. */
  join({ turn, standing, isFirstTurn }: Arrival): Joining | null {
    const at = turn.queuedAt
    for (let next = this.#coming[0]; next !== undefined && next.at <= at; next = this.#coming[0]) {
      this.#coming.shift()
      next.happen()
    }
    this.#joined += 1
    const place = { ticketId: String(this.#joined), standing, joinedSeq: this.#joined }
    const joining = this.#joiningOf(turn, place, isFirstTurn)
    joinLine(this.#line, place)
    this.#queuedAt.set(place.ticketId, at)
    this.#expectLeaving(turn, place)
    return joining
  }

  #joiningOf(turn: RecordedTurn, place: Place, isFirstTurn: boolean): Joining | null {
    if (turn.end === 'left' || turn.end === 'cancelled') return null
    const { serviceId, queuedAt: at, calledAt: knownAt } = turn
    const head = this.#line[0]
    const headQueuedAt = head === undefined ? undefined : this.#queuedAt.get(head.ticketId)
    const windowIds = this.#windowsOpenAt(at)
    const state = {
      serviceId,
      isFirstTurn,
      ahead: peopleBefore(this.#line, place),
      waiting: this.#line.length,
      windowsOpen: windowIds.length,
      serviceMs: this.#services.meanMs(windowIds),
      headWaitMs: at - (headQueuedAt ?? at),
      ...this.#calls.seenAt(at),
      minuteOfDay: (at - this.#beginsAt) / 60_000,
    }
    return { ...this.#named, at, state, waitMs: knownAt - at, knownAt, ...this.#calls.meansAt(at) }
  }

  #expectLeaving(turn: RecordedTurn, place: Place): void {
    if (turn.end === 'left') return
    const at = turn.end === 'cancelled' ? turn.endedAt : turn.calledAt
    this.#expect(at, () => {
      leaveLine(this.#line, place)
      this.#queuedAt.delete(place.ticketId)
      if (turn.end === 'cancelled') return
      this.#calls.add(at, at - turn.queuedAt)
      this.#windows.set(turn.place ?? place.ticketId, {
        ticketId: place.ticketId,
        busySince: at,
        idleSince: null,
      })
      this.#expect(turn.endedAt, () => {
        this.#free(turn.place, place.ticketId, turn.endedAt)
        if (turn.end !== 'noShow')
          this.#services.add(this.#named.day, turn.place, turn.endedAt - turn.startedAt, 1)
      })
    })
  }

  #free(windowId: string | null, ticketId: string, at: number): void {
    if (windowId === null) {
      this.#windows.delete(ticketId)
      return
    }
    const window = this.#windows.get(windowId)
    if (window?.ticketId === ticketId) window.idleSince = at
  }

  #expect(at: number, happen: () => void): void {
    const before = this.#coming.findLastIndex((each) => each.at <= at)
    this.#coming.splice(before + 1, 0, { at, happen })
  }

  #windowsOpenAt(now: number): string[] {
    const open = [...this.#windows].filter(([, { busySince, idleSince }]) =>
      idleSince === null ? now - busySince < longestServiceMs : now - idleSince < longestIdleMs,
    )
    return open.map(([windowId]) => windowId)
  }
}
