import { describe, expect, it } from 'vitest'
import type { RecordedDay, RecordedTurn, RecordedVisit } from './recording.ts'
import { seat } from './seating.ts'
import { stepsOf } from './steps.ts'

type Times = Partial<Record<'queuedAt' | 'calledAt' | 'endedAt', number>>

function turn(end: 'completed' | 'transferred' | 'noShow', times: Times, place: string | null): RecordedTurn {
  const { queuedAt = 0, calledAt = queuedAt, endedAt = calledAt } = times
  return { serviceId: 'a', queuedAt, place, calledAt, startedAt: calledAt, endedAt, end }
}
const visit = (...turns: [RecordedTurn, ...RecordedTurn[]]): RecordedVisit => ({ isPriority: false, turns })
const day = (...visits: RecordedVisit[]): RecordedDay => ({
  day: '2026-03-02',
  beginsAt: 0,
  endsAt: 100,
  visits,
})

/** `10 call A w1`: the instant, what is done, with whom, where. */
function spoken(recorded: RecordedDay): string[] {
  return stepsOf(recorded, seat(recorded.visits)).map(({ at, kind, visit: of, windowId }) =>
    [at, kind, 'ABC'[recorded.visits.indexOf(of)], windowId].filter((word) => word !== null).join(' '),
  )
}

describe('the commands of a day', () => {
  it('free a window before the next call of the same instant', () => {
    const first = visit(turn('completed', { calledAt: 10, endedAt: 20 }, 'W1'))
    const second = visit(turn('completed', { calledAt: 20, endedAt: 30 }, 'W1'))
    expect(spoken(day(second, first)).slice(2)).toEqual([
      '10 call B w1',
      '10 start B w1',
      '20 complete B w1',
      '20 call A w1',
      '20 start A w1',
      '30 complete A w1',
    ])
  })

  it('let who comes and goes in an instant go before who stays', () => {
    const stays = visit(turn('completed', { calledAt: 10, endedAt: 20 }, 'W1'))
    const passes = visit(turn('completed', { calledAt: 10, endedAt: 10 }, 'W1'))
    expect(spoken(day(stays, passes)).slice(2)).toEqual([
      '10 call B w1',
      '10 start B w1',
      '10 complete B w1',
      '10 call A w1',
      '10 start A w1',
      '20 complete A w1',
    ])
  })

  it('hold a ticket between two of its legs, and send it on when the next begins', () => {
    const held = visit(
      turn('transferred', { calledAt: 10, endedAt: 20 }, 'W1'),
      turn('completed', { queuedAt: 30, calledAt: 40, endedAt: 50 }, 'W2'),
    )
    expect(spoken(day(held))).toEqual([
      '0 issue A',
      '10 call A w1',
      '10 start A w1',
      '20 hold A w1',
      '30 resume A w1',
      '30 transfer A w1',
      '40 call A w2',
      '40 start A w2',
      '50 complete A w2',
    ])
  })

  it('take who missed the call back in before the next call', () => {
    const missed = visit(
      turn('noShow', { calledAt: 10, endedAt: 10 }, 'W1'),
      turn('completed', { queuedAt: 10, calledAt: 10, endedAt: 15 }, 'W1'),
    )
    expect(spoken(day(missed))).toEqual([
      '0 issue A',
      '10 call A w1',
      '10 noShow A w1',
      '10 rejoin A',
      '10 call A w1',
      '10 start A w1',
      '15 complete A w1',
    ])
  })

  it('stop where the day does', () => {
    const late = visit(turn('completed', { calledAt: 90, endedAt: 100 }, 'W1'))
    expect(spoken(day(late))).toEqual(['0 issue A', '90 call A w1', '90 start A w1'])
  })
})

describe('the seats of a day', () => {
  it('are the recorded ones, or a spare one when that is not known or has somebody', () => {
    const at = (place: string | null) => visit(turn('completed', { calledAt: 10, endedAt: 20 }, place))
    const visits = [at('Room 4'), at('Room 4'), at(null)]
    const { windowOf, spared } = seat(visits)
    expect(visits.map(({ turns: [only] }) => windowOf.get(only))).toEqual(['room-4', 'spare-1', 'spare-2'])
    expect(spared).toEqual(['counterHadTwoAtOnce', 'noCounterRecorded'])
  })
})
