import { describe, expect, it } from 'vitest'
import { endOfDay, instantAt } from '../../server/domain/calendar.ts'
import { isOnShift } from '../../server/domain/schedule.ts'
import { givenDay, givenHours, week } from '../support/given-schedule.ts'

const iso = (at: number | undefined) => (at === undefined ? null : new Date(at).toISOString().slice(0, 16))
const everyDay = (hours: string) => week(hours, hours)

/** The open spans of the hall on a day, in UTC, and how many minutes it is open. */
function openOn(day: string, timeZone: string, hours: string) {
  const hall = givenDay(
    givenHours({ timeZone, schedule: { hours: everyDay(hours), publicHolidays: 'none' } }),
    day,
  )
  return {
    hall,
    spans: hall.schedule.hall.map(({ openAt, closeAt }) => `${iso(openAt)} to ${iso(closeAt)}`),
    minutes: hall.schedule.hall.map(({ openAt, closeAt }) => (closeAt - openAt) / 60_000),
  }
}

describe('the clock of a day', () => {
  it('is the hall’s own: Shanghai, and zones that are half an hour off', () => {
    expect(iso(instantAt('2026-03-02', '09:00', 'Asia/Shanghai'))).toBe('2026-03-02T01:00')
    expect(iso(instantAt('2026-03-02', '09:00', 'Asia/Kolkata'))).toBe('2026-03-02T03:30')
    expect(iso(instantAt('2026-03-02', '09:00', 'Australia/Adelaide'))).toBe('2026-03-01T22:30')
    expect(openOn('2026-03-02', 'Asia/Kolkata', '09:00-12:00 13:00-17:30').spans).toEqual([
      '2026-03-02T03:30 to 2026-03-02T06:30',
      '2026-03-02T07:30 to 2026-03-02T12:00',
    ])
  })

  it('begins at 00:00 and ends at 24:00, where the next begins', () => {
    for (const timeZone of ['Asia/Shanghai', 'America/New_York', 'Asia/Kolkata', 'Pacific/Kiritimati']) {
      expect(instantAt('2026-03-02', '24:00', timeZone)).toBe(endOfDay('2026-03-02', timeZone))
      expect(instantAt('2026-03-03', '00:00', timeZone)).toBe(endOfDay('2026-03-02', timeZone))
    }
  })
})

describe('in New York, when the clocks spring from 02:00 to 03:00 on 8 March 2026', () => {
  const spring = (hours: string) => openOn('2026-03-08', 'America/New_York', hours)

  it('office hours keep to the clock on the wall', () => {
    expect(spring('09:00-17:00').spans).toEqual(['2026-03-08T13:00 to 2026-03-08T21:00'])
    expect(openOn('2026-03-07', 'America/New_York', '09:00-17:00').spans).toEqual([
      '2026-03-07T14:00 to 2026-03-07T22:00',
    ])
  })

  it('a night across the gap is an hour shorter, and the day has 23', () => {
    expect(spring('01:00-04:00').minutes).toEqual([120])
    expect(spring('00:00-24:00').minutes).toEqual([23 * 60])
  })

  it('a time that never comes is the end of the gap, and a span within it does not happen', () => {
    expect(iso(instantAt('2026-03-08', '02:30', 'America/New_York'))).toBe('2026-03-08T07:00')
    expect(spring('02:30-04:00').spans).toEqual(['2026-03-08T07:00 to 2026-03-08T08:00'])
    expect(spring('01:00-02:30').spans).toEqual(['2026-03-08T06:00 to 2026-03-08T07:00'])
    expect(spring('02:10-02:50').spans).toEqual([])
  })
})

describe('in New York, when 01:00 to 02:00 comes twice on 1 November 2026', () => {
  const autumn = (hours: string) => openOn('2026-11-01', 'America/New_York', hours)

  it('a night across the double hour is an hour longer, and the day has 25', () => {
    expect(autumn('00:00-04:00').minutes).toEqual([300])
    expect(autumn('00:00-24:00').minutes).toEqual([25 * 60])
    expect(autumn('09:00-17:00').spans).toEqual(['2026-11-01T14:00 to 2026-11-01T22:00'])
  })

  it('a time that comes twice counts when it first comes, to open and to close', () => {
    expect(iso(instantAt('2026-11-01', '01:30', 'America/New_York'))).toBe('2026-11-01T05:30')
    expect(autumn('00:00-01:30 01:45-03:00').spans).toEqual([
      '2026-11-01T04:00 to 2026-11-01T05:30',
      '2026-11-01T05:45 to 2026-11-01T08:00',
    ])
  })
})

describe('in Berlin', () => {
  it('the gap of 29 March and the double hour of 25 October 2026 are counted', () => {
    const spring = openOn('2026-03-29', 'Europe/Berlin', '01:00-04:00 08:00-16:00')
    expect(spring.minutes).toEqual([120, 480])
    expect(spring.spans[1]).toBe('2026-03-29T06:00 to 2026-03-29T14:00')
    const autumn = openOn('2026-10-25', 'Europe/Berlin', '01:00-04:00 08:00-16:00')
    expect(autumn.minutes).toEqual([240, 480])
    expect(autumn.spans[1]).toBe('2026-10-25T07:00 to 2026-10-25T15:00')
  })

  it('a window stays on its shift through both passages of the double hour', () => {
    const { hall } = openOn('2026-10-25', 'Europe/Berlin', '02:00-03:00')
    for (const minutes of [0, 59, 60, 119]) {
      expect(isOnShift(hall.schedule, 'w1', hall.at('02:00') + minutes * 60_000)).toBe(true)
    }
    expect(isOnShift(hall.schedule, 'w1', hall.at('02:00') + 120 * 60_000)).toBe(false)
  })
})

describe('where midnight itself is skipped', () => {
  it('the day of Cairo begins at 01:00, and the one before is whole', () => {
    expect(iso(instantAt('2026-04-24', '00:00', 'Africa/Cairo'))).toBe('2026-04-23T22:00')
    expect(iso(instantAt('2026-04-24', '00:30', 'Africa/Cairo'))).toBe('2026-04-23T22:00')
    expect(openOn('2026-04-24', 'Africa/Cairo', '00:00-24:00').minutes).toEqual([23 * 60])
    expect(openOn('2026-04-23', 'Africa/Cairo', '00:00-24:00').minutes).toEqual([24 * 60])
  })
})
