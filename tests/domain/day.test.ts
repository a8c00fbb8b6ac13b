import { describe, expect, it } from 'vitest'
import { endOfDay, localDay, localHour } from '../../server/domain/calendar.ts'
import { clerk, GivenHall, hallItself, kiosk, outcomeOf } from '../support/given-hall.ts'
import { smallPlan } from '../support/small-plan.ts'

const nextDay = { type: 'turnDay', day: '2026-03-03', plan: smallPlan } as const

describe('the day', () => {
  it('ends by closing what is left, with the moment of its end, and numbers start again', () => {
    const given = new GivenHall().opened('w1')
    given.issued('household')
    given.issued('household')
    given.calledNext('w1')
    const oldDayEndedAt = endOfDay('2026-03-02', 'Asia/Shanghai') - 1
    given.after(24 * 60)
    expect(outcomeOf(given.when(hallItself, { ...nextDay, oldDayEndedAt }))).toBe(
      'TicketClosed, TicketClosed, WindowClosed, DayEnded, DayOpened',
    )
    given.does(hallItself, { ...nextDay, oldDayEndedAt })
    const visits = given.changes.filter((change) => change.kind === 'visit').map((change) => change.row)
    expect(visits).toMatchObject([
      { day: '2026-03-02', outcome: 'closed', endedAt: oldDayEndedAt },
      { day: '2026-03-02', outcome: 'closed', endedAt: oldDayEndedAt },
    ])
    expect(given.issued('household').ticketNumber).toBe('A001')
    expect(given.hall.count).toMatchObject({ waiting: 1, closed: 0 })
  })

  it('is nobody else’s to turn', () => {
    const given = new GivenHall()
    expect(outcomeOf(given.when(clerk, { ...nextDay, oldDayEndedAt: given.now }))).toBe('notAllowed')
    expect(outcomeOf(given.when(kiosk, { ...nextDay, oldDayEndedAt: given.now }))).toBe('notAllowed')
  })

  it('is the hall’s own, whatever the server’s time zone', () => {
    const lateEvening = Date.parse('2026-03-02T16:30:00Z')
    expect(localDay(lateEvening, 'Asia/Shanghai')).toBe('2026-03-03')
    expect(localHour(lateEvening, 'Asia/Shanghai')).toBe(0)
    expect(localDay(lateEvening, 'Europe/Warsaw')).toBe('2026-03-02')
  })

  it('has 23 or 25 hours where the clocks change', () => {
    const hoursOf = (day: string, before: string) =>
      (endOfDay(day, 'Europe/Warsaw') - endOfDay(before, 'Europe/Warsaw')) / 3_600_000
    expect(hoursOf('2026-03-29', '2026-03-28')).toBe(23)
    expect(hoursOf('2026-10-25', '2026-10-24')).toBe(25)
    expect(hoursOf('2026-06-01', '2026-05-31')).toBe(24)
  })
})

describe('a new plan', () => {
  const admin = { kind: 'staff', staffId: 'a', role: 'admin' } as const

  it('may not drop what is in use', () => {
    const given = new GivenHall().opened('w3')
    const withoutW3 = {
      ...smallPlan,
      windows: smallPlan.windows.slice(0, 2),
      services: smallPlan.services.slice(0, 2),
    }
    expect(given.when(admin, { type: 'changePlan', plan: withoutW3 })).toEqual({
      refused: 'planDropsWhatIsInUse',
      params: { id: 'w3' },
    })
    given.does(clerk, { type: 'closeWindow', windowId: 'w3' })
    given.does(admin, { type: 'changePlan', plan: withoutW3 })
    expect(given.hall.windows.has('w3')).toBe(false)
  })

  it('is the administrator’s, and of this hall', () => {
    const given = new GivenHall()
    expect(outcomeOf(given.when(clerk, { type: 'changePlan', plan: smallPlan }))).toBe('notAllowed')
    const other = { ...smallPlan, hall: { ...smallPlan.hall, hallId: 'other' } }
    expect(outcomeOf(given.when(admin, { type: 'changePlan', plan: other }))).toBe('planIsOfAnotherHall')
  })
})
