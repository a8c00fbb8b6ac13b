/** Which window each call goes to: the recorded one when it is known and free, else a spare one. */
import { type RecordedTurn, type RecordedVisit, slug } from './recording.ts'

export interface Seating {
  /** Where a turn is called to, and where a held one comes back to in order to be sent on. */
  readonly windowOf: ReadonlyMap<RecordedTurn, string>
  readonly returnOf: ReadonlyMap<RecordedTurn, string>
  /** The windows in use with what stands above them. */
  readonly windows: ReadonlyMap<string, string>
  /** Why calls went to a spare window, one by one. */
  readonly spared: readonly ('noCounterRecorded' | 'counterHadTwoAtOnce')[]
}

interface Stay {
  readonly turn: RecordedTurn
  readonly isReturn: boolean
  readonly place: string | null
  readonly from: number
  readonly to: number
}

/** Seats a day's turns. Of two at one instant the one that comes and goes at once is seated first. */
export function seat(visits: readonly RecordedVisit[]): Seating {
  const stays = visits.flatMap(staysOf)
  stays.sort((a, b) => a.from - b.from || Number(a.to > a.from) - Number(b.to > b.from))
  const freeAt = new Map<string, number>()
  const isFree = (windowId: string, at: number) => (freeAt.get(windowId) ?? at) <= at
  const windowOf = new Map<RecordedTurn, string>()
  const returnOf = new Map<RecordedTurn, string>()
  const windows = new Map<string, string>()
  const spared: Seating['spared'][number][] = []
  for (const { turn, isReturn, place, from, to } of stays) {
    const wanted = place === null ? null : slug(place)
    const isAtPlace = wanted !== null && isFree(wanted, from)
    const windowId = isAtPlace ? wanted : spareAt((each) => isFree(each, from))
    if (!isAtPlace && !isReturn) spared.push(place === null ? 'noCounterRecorded' : 'counterHadTwoAtOnce')
    freeAt.set(windowId, to)
    windows.set(windowId, isAtPlace && place !== null ? place : windowId)
    if (isReturn) returnOf.set(turn, windowId)
    else windowOf.set(turn, windowId)
  }
  return { windowOf, returnOf, windows, spared }
}

function spareAt(isFree: (windowId: string) => boolean): string {
  for (let number = 1; ; number += 1) if (isFree(`spare-${number}`)) return `spare-${number}`
}

function staysOf({ turns }: RecordedVisit): Stay[] {
  return turns.flatMap((turn, index) => {
    if (turn.end === 'left' || turn.end === 'cancelled') return []
    const { place, calledAt, endedAt } = turn
    const stay = { turn, isReturn: false, place, from: calledAt, to: endedAt }
    const sentOnAt = turns[index + 1]?.queuedAt
    if (turn.end !== 'transferred' || sentOnAt === undefined || sentOnAt === endedAt) return [stay]
    return [stay, { turn, isReturn: true, place, from: sentOnAt, to: sentOnAt }]
  })
}
