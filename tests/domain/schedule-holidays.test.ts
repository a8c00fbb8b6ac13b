import { afterEach, describe, expect, it, vi } from 'vitest'
import { calendarKnows } from '../../server/domain/public-holidays.ts'
import { dayKindOf, nextWorkingDays } from '../../server/domain/working-days.ts'
import { givenDay, givenHours, hoursShown, spans, week } from '../support/given-schedule.ts'

const office = '09:00-12:00 13:00-17:00'
const hall = givenHours({})
const nationalDay = { zh: '国庆节', en: 'National Day' }

describe('the week', () => {
  it('works from Monday to Friday and rests on the weekend', () => {
    expect(dayKindOf(hall, '2026-03-06')).toEqual({ works: true, why: 'week', name: null })
    expect(dayKindOf(hall, '2026-03-07')).toEqual({ works: false, why: 'week', name: null })
    expect(dayKindOf(hall, '2026-03-08')).toEqual({ works: false, why: 'week', name: null })
    expect(givenDay(hall, '2026-03-07').stateAt('household', '10:00')).toEqual({ state: 'closed' })
  })
})

describe('the public holidays of 2026', () => {
  it('close the hall from 1 to 7 October, by name', () => {
    for (const day of ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07']) {
      expect(dayKindOf(hall, day)).toEqual({ works: false, why: 'publicHoliday', name: nationalDay })
      expect(hoursShown(hall, day)).toBe('')
    }
    expect(dayKindOf(hall, '2026-09-30')).toMatchObject({ works: true, why: 'week' })
    expect(dayKindOf(hall, '2026-10-08')).toMatchObject({ works: true, why: 'week' })
  })

  it('close services and windows that have their own hours too', () => {
    const own = givenHours({ permitHours: week('00:00-24:00', '00:00-24:00'), shifts: { w1: week(office) } })
    expect(hoursShown(own, '2026-10-01', 'permit')).toBe('')
    expect(hoursShown(own, '2026-10-01', 'w1')).toBe('')
  })

  it('are worked for on Sunday 20 September and Saturday 10 October, by the hours of Monday', () => {
    const own = givenHours({
      permitHours: week('08:00-11:00'),
      shifts: { w1: week('09:00-11:30 12:30-17:00') },
    })
    for (const day of ['2026-09-20', '2026-10-10']) {
      expect(dayKindOf(own, day)).toEqual({ works: true, why: 'makeUpWorkday', name: nationalDay })
      expect(hoursShown(own, day)).toBe(office)
      expect(hoursShown(own, day, 'permit')).toBe('08:00-11:00')
      expect(hoursShown(own, day, 'w1')).toBe('09:00-11:30 12:30-17:00')
    }
  })

  it('have all six make-up workdays of the announcement', () => {
    const days = Array.from({ length: 365 }, (_, index) =>
      new Date(Date.parse('2026-01-01T00:00Z') + index * 86_400_000).toISOString().slice(0, 10),
    )
    expect(days.filter((day) => dayKindOf(hall, day).why === 'makeUpWorkday')).toEqual([
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ])
    expect(days.filter((day) => dayKindOf(hall, day).why === 'publicHoliday')).toHaveLength(33)
  })

  it('are not kept by a hall outside China', () => {
    const abroad = givenHours({ schedule: { publicHolidays: 'none' } })
    expect(dayKindOf(abroad, '2026-10-01')).toEqual({ works: true, why: 'week', name: null })
    expect(dayKindOf(abroad, '2026-10-10')).toEqual({ works: false, why: 'week', name: null })
  })

  describe('on a server in another time zone', () => {
    afterEach(() => vi.unstubAllEnvs())

    it('are the same days', () => {
      for (const serverZone of ['America/Los_Angeles', 'Pacific/Kiritimati', 'America/New_York', 'UTC']) {
        vi.stubEnv('TZ', serverZone)
        expect(new Date(0).getTimezoneOffset() === 0, serverZone).toBe(serverZone === 'UTC')
        expect(dayKindOf(hall, '2026-09-30').why, serverZone).toBe('week')
        expect(dayKindOf(hall, '2026-10-01').why, serverZone).toBe('publicHoliday')
        expect(dayKindOf(hall, '2026-10-07').why, serverZone).toBe('publicHoliday')
        expect(dayKindOf(hall, '2026-10-08').why, serverZone).toBe('week')
        expect(dayKindOf(hall, '2026-10-10').why, serverZone).toBe('makeUpWorkday')
      }
    })
  })
})

describe('a year that is not announced yet', () => {
  it('is known as such, and has plain weeks', () => {
    expect([2003, 2004, 2026, 2027].map(calendarKnows)).toEqual([false, true, true, false])
    expect(dayKindOf(hall, '2027-01-01')).toEqual({ works: true, why: 'week', name: null })
    expect(dayKindOf(hall, '2027-10-02')).toEqual({ works: false, why: 'week', name: null })
  })
})

describe('the hall’s own table', () => {
  const name = { zh: '设备检修', en: 'Maintenance' }
  const own = (day: string, hours: string) =>
    givenHours({ schedule: { days: [{ day, name, hours: spans(hours) }] }, permitHours: week('08:00-11:00') })

  it('closes a day that the week would work', () => {
    expect(dayKindOf(own('2026-03-02', ''), '2026-03-02')).toEqual({ works: false, why: 'ownTable', name })
    expect(dayKindOf(own('2026-03-02', ''), '2026-03-03')).toMatchObject({ works: true, why: 'week' })
  })

  it('opens a public holiday: a weekday by its own hours, a Sunday by Monday’s', () => {
    for (const day of ['2026-10-02', '2026-10-04']) {
      expect(dayKindOf(own(day, '09:30-12:00'), day)).toEqual({ works: true, why: 'ownTable', name })
      expect(hoursShown(own(day, '09:30-12:00'), day)).toBe('09:30-12:00')
      expect(hoursShown(own(day, '09:30-12:00'), day, 'permit')).toBe('09:30-11:00')
    }
  })

  it('closes or shortens a make-up workday', () => {
    expect(hoursShown(own('2026-10-10', ''), '2026-10-10')).toBe('')
    expect(hoursShown(own('2026-10-10', '09:30-12:00'), '2026-10-10', 'permit')).toBe('09:30-11:00')
  })

  it('names the holidays of a year that is not announced yet', () => {
    expect(dayKindOf(own('2027-01-01', ''), '2027-01-01')).toEqual({ works: false, why: 'ownTable', name })
  })
})

describe('the days that can be booked', () => {
  it('leave out the October holiday, and count the Saturday worked for it', () => {
    expect(nextWorkingDays(hall, '2026-09-29', 5)).toEqual([
      '2026-09-30',
      '2026-10-08',
      '2026-10-09',
      '2026-10-10',
      '2026-10-12',
    ])
  })

  it('cross the end of a year and a leap day', () => {
    expect(nextWorkingDays(hall, '2026-12-31', 2)).toEqual(['2027-01-01', '2027-01-04'])
    expect(nextWorkingDays(hall, '2028-02-28', 2)).toEqual(['2028-02-29', '2028-03-01'])
  })

  it('are none, without an endless search, where the hall is closed for good', () => {
    expect(nextWorkingDays(givenHours({ schedule: { hours: week('') } }), '2026-03-02', 5)).toEqual([])
  })
})
