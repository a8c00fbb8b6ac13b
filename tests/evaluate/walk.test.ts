import { describe, expect, it } from 'vitest'
import type { RecordedTurn, Recording } from '../replay/recording.ts'
import { joiningsOf, type LineRules } from './walk.ts'

const minuteMs = 60_000
const rules: LineRules = {
  serviceIds: new Set(['residence']),
  priorityCreditMs: 5 * minuteMs,
  leavesOutNoWaits: true,
}

/** A turn at window 1 by its minutes: queued, called (and started), ended. */
function turn(queued: number, called: number, ended: number, place = '1'): RecordedTurn {
  return {
    serviceId: 'residence',
    queuedAt: queued * minuteMs,
    calledAt: called * minuteMs,
    startedAt: called * minuteMs,
    endedAt: ended * minuteMs,
    place,
    end: 'completed',
  }
}

function recordingOf(visits: readonly { turn: RecordedTurn; isPriority?: boolean }[]): Recording {
  return {
    hallId: 'hall',
    timeZone: 'Etc/GMT',
    services: [],
    days: [
      {
        day: '2020-01-07',
        beginsAt: 0,
        endsAt: 1440 * minuteMs,
        visits: visits.map((visit) => ({ isPriority: visit.isPriority ?? false, turns: [visit.turn] })),
      },
    ],
    leftOut: {},
    adjusted: {},
    file: {
      tickets: 0,
      called: 0,
      served: 0,
      noShows: 0,
      transfers: 0,
      cancelled: 0,
      leftOver: 0,
      waitsMs: [],
      servicesMs: null,
    },
  }
}

const morning = [
  { turn: turn(480, 480, 486) },
  { turn: turn(481, 486, 496) },
  { turn: turn(483, 496, 500) },
  { turn: turn(490, 500, 505), isPriority: false },
  { turn: turn(492, 503, 510, '2'), isPriority: true },
]

describe('a joining', () => {
  it('finds the line as it was then', () => {
    const joinings = joiningsOf(recordingOf(morning), rules)
    expect(joinings.map(({ waitMs }) => waitMs / minuteMs)).toEqual([5, 13, 10, 11])
    expect(joinings[2]).toMatchObject({
      at: 490 * minuteMs,
      knownAt: 500 * minuteMs,
      lastTenMs: 2.5 * minuteMs,
      state: {
        ahead: 1,
        waiting: 1,
        windowsOpen: 1,
        serviceMs: 6 * minuteMs,
        headWaitMs: 7 * minuteMs,
        lastWaitMs: 5 * minuteMs,
        sinceLastCallMs: 4 * minuteMs,
        callGapMs: 6 * minuteMs,
        minuteOfDay: 490,
      },
    })
  })

  it('counts those ahead by their standing: a priority passes those of the last minutes', () => {
    const joinings = joiningsOf(recordingOf(morning), rules)
    expect(joinings[3]?.state).toMatchObject({ ahead: 1, waiting: 2 })
  })

  it('leaves out who was put through at once, unless they are judged too', () => {
    const everybody = joiningsOf(recordingOf(morning), { ...rules, leavesOutNoWaits: false })
    expect(everybody).toHaveLength(5)
    expect(everybody[0]).toMatchObject({ waitMs: 0, state: { ahead: 0, windowsOpen: 0, serviceMs: null } })
  })

  it('takes nothing from the future: other calls and ends later change nothing before', () => {
    const changed = [
      ...morning.slice(0, 3),
      { turn: turn(490, 530, 590, '3') },
      { turn: turn(495, 600, 700, '4') },
    ]
    const before = (joining: { at: number }) => joining.at <= 490 * minuteMs
    const states = (visits: typeof morning) =>
      joiningsOf(recordingOf(visits), rules)
        .filter(before)
        .map(({ state, lastTenMs, lastHourMs }) => ({ state, lastTenMs, lastHourMs }))
    expect(states(changed)).toEqual(states(morning))
  })
})
