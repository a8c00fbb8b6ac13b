import { describe, expect, it } from 'vitest'
import { openRoundTheClock, schedule, serviceHours, windowShifts } from '../../protocol/schedule.ts'
import { halfOf, isOnShift } from '../../server/domain/schedule.ts'
import { givenDay, givenHours, hoursShown, spans, week } from '../support/given-schedule.ts'

const office = '09:00-12:00 13:00-17:00'
const named = (zh: string, en: string) => ({ zh, en })
const faultsOf = (answer: { error?: { issues: { path: PropertyKey[]; message: string }[] } }) =>
  answer.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)

describe('on a working day', () => {
  const monday = givenDay(givenHours({}), '2026-03-02')

  it('a visitor who comes early is told when the service opens', () => {
    expect(monday.stateAt('household', '08:59')).toEqual({ state: 'notYetOpen', opensAt: monday.at('09:00') })
  })

  it('a visitor in the morning is told until when, and until when tickets are given', () => {
    const open = { state: 'open', closesAt: monday.at('12:00'), lastTicketAt: monday.at('17:00') }
    expect(monday.stateAt('household', '09:00')).toEqual(open)
    expect(monday.stateAt('household', '11:59')).toEqual(open)
  })

  it('a visitor at lunch is told when it goes on', () => {
    const lunch = { state: 'break', opensAt: monday.at('13:00') }
    expect(monday.stateAt('household', '12:00')).toEqual(lunch)
    expect(monday.stateAt('household', '12:59')).toEqual(lunch)
    expect(monday.stateAt('household', '13:00')).toMatchObject({
      state: 'open',
      closesAt: monday.at('17:00'),
    })
  })

  it('a visitor in the evening finds it closed, and so does one who asks for what is not offered', () => {
    expect(monday.stateAt('household', '17:00')).toEqual({ state: 'closed' })
    expect(monday.stateAt('passports', '10:00')).toEqual({ state: 'closed' })
    expect(isOnShift(monday.schedule, 'w9', monday.at('10:00'))).toBe(false)
  })

  it('noon parts the half-days of the quotas', () => {
    const hall = givenDay(givenHours({ schedule: { noon: '12:30' } }), '2026-03-02')
    expect(halfOf(hall.schedule, hall.at('12:29'))).toBe('morning')
    expect(halfOf(hall.schedule, hall.at('12:30'))).toBe('afternoon')
  })

  it('windows that stagger their lunches are never all away', () => {
    const shifts = { w1: week('09:00-11:30 12:30-17:00'), w2: week('09:00-12:30 13:30-17:00') }
    const hall = givenDay(givenHours({ shifts }), '2026-03-02')
    const onShiftAt = (time: string) =>
      ['w1', 'w2'].filter((windowId) => isOnShift(hall.schedule, windowId, hall.at(time)))
    expect(onShiftAt('11:29')).toEqual(['w1', 'w2'])
    expect(onShiftAt('11:30')).toEqual(['w2'])
    expect(onShiftAt('12:30')).toEqual(['w1'])
    expect(onShiftAt('13:30')).toEqual(['w1', 'w2'])
    expect(onShiftAt('17:00')).toEqual([])
  })

  it('a service with its own hours keeps them, and the others keep the hall’s', () => {
    const permitHours = week('08:00-10:00', '10:00-11:00')
    expect(hoursShown(givenHours({ permitHours }), '2026-03-02', 'permit')).toBe('08:00-10:00')
    expect(hoursShown(givenHours({ permitHours }), '2026-03-02')).toBe(office)
    expect(hoursShown(givenHours({ permitHours }), '2026-03-01', 'permit')).toBe('10:00-11:00')
    expect(hoursShown(givenHours({ permitHours }), '2026-03-01')).toBe('')
  })
})

describe('the last ticket', () => {
  const hallWith = (lastTicketMinutes: number, hours = week(office)) =>
    givenDay(givenHours({ schedule: { hours, lastTicketMinutes } }), '2026-03-02')

  it('is given so many minutes before the end of the day, not before lunch', () => {
    const hall = hallWith(30)
    expect(hall.stateAt('household', '11:59')).toMatchObject({
      state: 'open',
      lastTicketAt: hall.at('16:30'),
    })
    expect(hall.stateAt('household', '16:29')).toMatchObject({ state: 'open' })
    expect(hall.stateAt('household', '16:30')).toEqual({ state: 'noMoreTickets', closesAt: hall.at('17:00') })
    expect(hall.stateAt('household', '17:00')).toEqual({ state: 'closed' })
  })

  it('is given before lunch where the afternoon is too short: nobody is told to come back for nothing', () => {
    const hall = hallWith(60, week('09:00-12:00 16:30-17:00'))
    expect(hall.schedule.services.get('household')?.lastTicketAt).toBe(hall.at('12:00'))
    expect(hall.stateAt('household', '11:59')).toMatchObject({
      state: 'open',
      lastTicketAt: hall.at('12:00'),
    })
    for (const time of ['12:00', '15:59', '16:30', '16:59']) {
      expect(hall.stateAt('household', time)).toEqual({ state: 'noMoreTickets', closesAt: hall.at('17:00') })
    }
  })

  it('is never given on a day that is shorter than the rule', () => {
    const hall = hallWith(60, week('09:00-09:30'))
    for (const time of ['07:00', '09:00', '09:29']) {
      expect(hall.stateAt('household', time)).toEqual({ state: 'noMoreTickets', closesAt: hall.at('09:30') })
    }
    expect(hall.stateAt('household', '09:30')).toEqual({ state: 'closed' })
  })

  it('does not exist where a service is open round the clock', () => {
    const hall = hallWith(60, week('00:00-24:00'))
    for (const time of ['00:00', '12:00', '23:59']) {
      expect(hall.stateAt('household', time)).toEqual({ state: 'open', closesAt: null, lastTicketAt: null })
    }
  })
})

describe('on a special day of the hall’s own table', () => {
  const special = (day: string, hours: string) =>
    givenHours({
      schedule: { days: [{ day, name: named('开放日', 'Open day'), hours: spans(hours) }] },
      permitHours: week('08:00-11:00'),
      shifts: { w1: week('09:00-11:30 12:30-17:00') },
    })

  it('a day that is closed closes everything, services with their own hours too', () => {
    const closed = special('2026-03-02', '')
    for (const of of ['hall', 'permit', 'w1'] as const) expect(hoursShown(closed, '2026-03-02', of)).toBe('')
    expect(givenDay(closed, '2026-03-02').stateAt('permit', '09:00')).toEqual({ state: 'closed' })
  })

  it('services and windows with their own hours work within those of the day', () => {
    const short = special('2026-03-02', '10:00-15:00')
    expect(hoursShown(short, '2026-03-02')).toBe('10:00-15:00')
    expect(hoursShown(short, '2026-03-02', 'permit')).toBe('10:00-11:00')
    expect(hoursShown(short, '2026-03-02', 'w1')).toBe('10:00-11:30 12:30-15:00')
    expect(hoursShown(short, '2026-03-03', 'permit')).toBe('08:00-11:00')
  })

  it('an opened Sunday is staffed as on a Monday', () => {
    const sunday = special('2026-03-08', '10:00-15:00')
    expect(hoursShown(sunday, '2026-03-08', 'permit')).toBe('10:00-11:00')
    expect(hoursShown(sunday, '2026-03-08', 'w1')).toBe('10:00-11:30 12:30-15:00')
  })

  it('a special Saturday of a hall that works on Saturdays keeps to Saturday’s own hours', () => {
    const hall = givenHours({
      schedule: {
        hours: week(office, '09:00-12:00'),
        days: [{ day: '2026-03-07', name: named('短日', 'Short day'), hours: spans('09:00-11:00') }],
      },
      permitHours: week('08:00-17:00', '10:00-12:00'),
    })
    expect(hoursShown(hall, '2026-03-07', 'permit')).toBe('10:00-11:00')
  })
})

describe('a schedule', () => {
  it('of an older plan is open round the clock, every day', () => {
    const old = { ...givenHours({}), schedule: schedule.parse(openRoundTheClock) }
    for (const day of ['2026-03-02', '2026-03-07', '2026-10-01', '2027-01-01']) {
      expect(givenDay(old, day).stateAt('household', '03:00')).toEqual({
        state: 'open',
        closesAt: null,
        lastTicketAt: null,
      })
    }
  })

  it('is refused where spans overlap, touch or end before they begin, and says which and why', () => {
    const faultsIn = (text: string) => faultsOf(serviceHours.safeParse({ ...week(''), tue: spans(text) }))
    expect(faultsIn('09:00-12:00 11:00-17:00')).toEqual([
      'tue.1.from: 11:00–17:00 begins before 09:00–12:00 has ended',
    ])
    expect(faultsIn('13:00-17:00 09:00-12:00')).toEqual([
      'tue.1.from: 09:00–12:00 begins before 13:00–17:00 has ended',
    ])
    expect(faultsIn('09:00-12:00 12:00-17:00')).toEqual([
      'tue.1.from: 12:00–17:00 begins as 09:00–12:00 ends: write them as one',
    ])
    expect(faultsIn('22:00-06:00')).toEqual([
      'tue.0.to: 22:00–06:00 ends before it has begun: two days need a span each',
    ])
    expect(faultsIn('09:00-25:00')).toEqual([
      'tue.0.to: a time of the day such as 17:30, 24:00 at the latest',
    ])
    expect(faultsIn('24:00-24:00')).toContain('tue.0.from: a time of the day such as 09:00')
    expect(faultsIn('00:00-24:00')).toBeUndefined()
    expect([serviceHours.parse(null), windowShifts.parse(null)]).toEqual([null, null])
  })

  it('is refused where a special day stands twice, or a day of the week is missing', () => {
    const festival = { day: '2026-05-01', name: named('劳动节', 'Labour Day'), hours: [] }
    expect(faultsOf(schedule.safeParse({ ...openRoundTheClock, days: [festival, festival] }))).toEqual([
      'days.1.day: 2026-05-01 stands here twice',
    ])
    const { sun: _, ...sixDays } = week(office)
    expect(schedule.safeParse({ ...openRoundTheClock, hours: sixDays }).success).toBe(false)
  })
})
