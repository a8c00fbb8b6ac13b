import { describe, expect, it } from 'vitest'
import { readBank } from './bank.ts'
import { parseCsv } from './csv.ts'
import type { DayRange } from './recording.ts'

const all: DayRange = { from: '0000-01-01', to: '9999-12-31', limit: 99 }
const header =
  'call_id,customer,priority,service,entered,arrived,queued,wait_s,queue_exit,outcome,service_start,service_end,service_s,server'

const read = (...calls: readonly string[]) => readBank(parseCsv([header, ...calls].join('\n')), all)
const turnsOf = (recording: ReturnType<typeof read>) =>
  recording.days.flatMap(({ visits }) => visits.flatMap(({ turns }) => turns))
const at = (local: string) => Date.parse(`${local}+02:00`)

describe('a call of the bank', () => {
  it('joins at its arrival, is called when it leaves the line, and is served as long as recorded', () => {
    const recording = read(
      '33292,1399,2,PS,1999-01-01T07:43:47,1999-01-01T07:43:53,1,65,1999-01-01T07:44:58,served,1999-01-01T07:44:57,1999-01-01T07:46:23,86,M02',
    )
    expect(turnsOf(recording)).toEqual([
      {
        serviceId: 'ps',
        place: 'M02',
        queuedAt: at('1999-01-01T07:43:53'),
        calledAt: at('1999-01-01T07:44:58'),
        startedAt: at('1999-01-01T07:44:58'),
        endedAt: at('1999-01-01T07:46:24'),
        end: 'completed',
      },
    ])
    expect(recording.days[0]?.visits[0]?.isPriority).toBe(true)
    expect(recording.adjusted).toEqual({ serviceStartsWithTheCall: 1 })
    expect(recording.file).toMatchObject({ tickets: 1, served: 1, waitsMs: [65_000], servicesMs: [86_000] })
  })

  it('that was put through at once waits no time, and may reach the window a moment later', () => {
    const recording = read(
      '33304,0,0,NW,1999-01-01T10:27:22,1999-01-01T10:27:41,0,0,,served,1999-01-01T10:27:42,1999-01-01T10:27:48,6,',
    )
    expect(turnsOf(recording)).toMatchObject([
      {
        place: null,
        calledAt: at('1999-01-01T10:27:41'),
        startedAt: at('1999-01-01T10:27:42'),
        endedAt: at('1999-01-01T10:27:48'),
      },
    ])
    expect(recording.file).toMatchObject({ waitsMs: [0], servicesMs: [6_000] })
  })

  it('that was abandoned in the line is cancelled, in the voice menu left out', () => {
    const recording = read(
      '34054,1326,2,PS,1999-01-01T00:00:02,1999-01-01T00:00:08,1,140,1999-01-01T00:02:28,abandoned,,,,',
      '33117,0,0,PS,1999-01-01T00:34:12,1999-01-01T00:34:23,0,0,,abandoned,,,,',
    )
    expect(turnsOf(recording)).toEqual([
      {
        serviceId: 'ps',
        queuedAt: at('1999-01-01T00:00:08'),
        endedAt: at('1999-01-01T00:02:28'),
        end: 'cancelled',
      },
    ])
    expect(recording.leftOut).toEqual({ abandonedInVoiceMenuNeverQueued: 1 })
    expect(recording.file).toMatchObject({ tickets: 1, called: 0, cancelled: 1, waitsMs: [] })
  })

  it('whose service lost its time is served in no time, not until the next midnight', () => {
    const recording = read(
      '12107,0,0,PS,1999-01-02T19:23:30,1999-01-02T19:23:38,0,0,,served,1999-01-03T00:00:00,1999-01-03T00:00:00,0,M09',
    )
    expect(turnsOf(recording)).toMatchObject([{ endedAt: at('1999-01-02T19:23:38') }])
    expect(recording.file).toMatchObject({ served: 1, leftOver: 0, servicesMs: [0] })
  })

  it('that goes on after midnight is cut off there: called, or not even that, and left over', () => {
    const recording = read(
      '12035,182,2,PS,1999-01-02T23:50:33,1999-01-02T23:50:38,1,71,1999-01-02T23:51:49,served,1999-01-02T23:51:49,1999-01-03T00:00:22,513,M10',
      '39560,0,1,PS,1999-01-02T23:55:33,1999-01-02T23:55:39,1,297,1999-01-03T00:00:36,served,1999-01-03T00:00:35,1999-01-03T00:01:33,58,M23',
    )
    expect(recording.adjusted.cutOffByMidnight).toBe(2)
    expect(recording.file).toMatchObject({
      tickets: 2,
      called: 1,
      served: 0,
      leftOver: 2,
      waitsMs: [71_000],
      servicesMs: [],
    })
  })
})
