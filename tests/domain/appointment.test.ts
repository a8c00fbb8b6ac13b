import { describe, expect, it } from 'vitest'
import { explain } from '../../server/domain/explain.ts'
import { appointmentViewOf } from '../../server/domain/views/appointment.ts'
import { bookablePlan } from '../support/bookable-plan.ts'
import { GivenBookings, guest } from '../support/given-bookings.ts'
import { clerk, kiosk, minuteMs, outcomeOf, supervisor } from '../support/given-hall.ts'
import { week } from '../support/given-schedule.ts'

const monday = '2026-03-02'
const tuesday = '2026-03-03'
const wednesday = '2026-03-04'

describe('what is offered', () => {
  it('today and the next working days, and no weekend between them', () => {
    expect(new GivenBookings(bookablePlan(), '2026-03-05').days()).toEqual([
      '2026-03-05',
      '2026-03-06',
      '2026-03-09',
      '2026-03-10',
    ])
  })

  it('no public holiday, but the weekend that is worked for it', () => {
    expect(new GivenBookings(bookablePlan(), '2026-02-27').days()).toEqual([
      '2026-02-27',
      '2026-02-28',
      '2026-03-02',
      '2026-03-03',
    ])
    expect(new GivenBookings(bookablePlan(), '2026-04-03').days()).toEqual([
      '2026-04-03',
      '2026-04-07',
      '2026-04-08',
      '2026-04-09',
    ])
  })

  it('on a day off, not that day itself', () => {
    const given = new GivenBookings(bookablePlan(), '2026-03-07')
    expect(given.days()).toEqual(['2026-03-09', '2026-03-10', '2026-03-11'])
    expect(given.bands('2026-03-07')).toBe('')
  })

  it('bands that lie within the hours of the service: none over lunch', () => {
    expect(new GivenBookings().bands(tuesday)).toBe('09:00 2, 10:00 2, 11:00 2, 14:00 2, 16:00 2')
    const plan = bookablePlan()
    const services = plan.services.map((each) => ({ ...each, hours: week('10:00-12:00') }))
    expect(new GivenBookings({ ...plan, services }).bands(tuesday)).toBe('10:00 2, 11:00 2')
  })

  it('bands that have not begun', () => {
    const given = new GivenBookings()
    expect(given.at('10:59').bands(monday)).toBe('11:00 2, 14:00 2, 16:00 2')
    expect(given.at('11:00').bands(monday)).toBe('14:00 2, 16:00 2')
    expect(outcomeOf(given.booking('zhang', monday, '11:00'))).toBe('bandNotOffered')
  })

  it('as many places as the capacity less what is held for walk-ins, to the whole one', () => {
    const left = (percent: number) =>
      new GivenBookings(bookablePlan({ heldForWalkInsPercent: percent })).bands(tuesday, 'identity')
    expect([0, 30, 50, 75, 90, 95, 100].map(left)).toEqual(
      ['10', '7', '5', '2', '1', '0', '0'].map((places) => `10:00 ${places}`),
    )
  })

  it('nothing for a service without bands, one that is unknown, or a day too far ahead', () => {
    const given = new GivenBookings()
    expect(given.bands(tuesday, 'business')).toBe('')
    expect(given.bands(tuesday, 'nothing')).toBe('')
    expect(given.bands('2026-03-06')).toBe('')
    expect(outcomeOf(given.booking('zhang', '2026-03-06', '10:00'))).toBe('bandNotOffered')
    expect(outcomeOf(given.booking('zhang', tuesday, '10:00', 'nothing'))).toBe('unknownService')
    expect(outcomeOf(given.booking('zhang', '2026-03-01', '10:00'))).toBe('bandNotOffered')
  })
})

describe('booking', () => {
  it('takes a place, until the band is full', () => {
    const given = new GivenBookings()
    given.booked('zhang', tuesday, '10:00')
    expect(given.bands(tuesday)).toContain('10:00 1')
    given.booked('wang', tuesday, '10:00')
    expect(given.bands(tuesday)).toContain('10:00 0')
    expect(outcomeOf(given.booking('li', tuesday, '10:00'))).toBe('bandFull')
    expect(given.bands(wednesday)).toContain('10:00 2')
    expect(given.bands(tuesday, 'identity')).toBe('10:00 5')
  })

  it('is one a person a day, whatever the service; another day is another booking', () => {
    const given = new GivenBookings()
    given.booked('zhang', tuesday, '10:00')
    expect(outcomeOf(given.booking('zhang', tuesday, '14:00'))).toBe('bookedThatDay')
    expect(outcomeOf(given.booking('zhang', tuesday, '10:00', 'identity'))).toBe('bookedThatDay')
    given.booked('zhang', wednesday, '10:00')
  })

  it('is not had again on a day on which the visitor has come', () => {
    const given = new GivenBookings()
    const appointment = given.booked('zhang', monday, '10:00')
    given.at('09:50').checkedIn(appointment)
    expect(outcomeOf(given.booking('zhang', monday, '14:00'))).toBe('bookedThatDay')
  })

  it('is nobody’s but a guest’s and the staff’s', () => {
    const given = new GivenBookings()
    const command = {
      type: 'bookAppointment',
      appointmentId: 'a',
      token: 't',
      code: '12345678',
      serviceId: 'household',
      day: tuesday,
      from: '10:00',
      personHash: 'p',
      phoneHash: 'f',
      maskedName: '张*',
    } as const
    expect(outcomeOf(given.when(kiosk, command))).toBe('notAllowed')
    expect(outcomeOf(given.when({ kind: 'visitor', ticketId: 'x' }, command))).toBe('notAllowed')
    expect(outcomeOf(given.when(clerk, command))).toBe('AppointmentBooked')
  })
})

describe('cancelling', () => {
  it('is the visitor’s until so many hours ahead, and the staff’s at any time', () => {
    const given = new GivenBookings()
    const appointment = given.booked('zhang', monday, '14:00')
    expect(given.at('12:00').cancelling(appointment)).toBe('AppointmentCancelled')
    given.now += 1
    expect(
      given.when(guest, { type: 'cancelAppointment', appointmentId: appointment.appointmentId }),
    ).toEqual({
      refused: 'tooLateToCancel',
      params: { hours: 2 },
    })
    expect(given.at('14:05').cancelling(appointment, clerk)).toBe('AppointmentCancelled')
    expect(given.cancelling(appointment, kiosk)).toBe('notAllowed')
  })

  it('frees the place and the person’s day', () => {
    const given = new GivenBookings()
    const appointment = given.booked('zhang', tuesday, '10:00')
    given.booked('wang', tuesday, '10:00')
    given.cancelled(appointment)
    expect(given.bands(tuesday)).toContain('10:00 1')
    given.booked('zhang', tuesday, '10:00')
  })

  it('twice is once, and a visitor who has come cannot', () => {
    const given = new GivenBookings()
    const gone = given.booked('zhang', tuesday, '10:00')
    given.cancelled(gone)
    expect(given.cancelling(gone)).toBe('')
    expect(outcomeOf(given.checkingIn(gone))).toBe('appointmentOver')
    const here = given.booked('wang', monday, '14:00')
    given.at('09:00').checkedIn(here)
    expect(given.cancelling(here, supervisor)).toBe('appointmentOver')
  })
})

describe('who does not come', () => {
  it('is counted at the end of the day; who came or cancelled is not', () => {
    const given = new GivenBookings()
    given.booked('zhang', monday, '10:00')
    given.checkedIn(given.booked('wang', monday, '14:00'))
    given.cancelled(given.booked('li', monday, '16:00'))
    const missed = given.turned(tuesday).filter(({ type }) => type === 'AppointmentMissed')
    expect(missed).toEqual([{ type: 'AppointmentMissed', appointmentId: 'appointment-1' }])
    expect(given.hall.missedBookings).toEqual([{ personHash: 'person of zhang', day: monday }])
  })

  it('so often as the limit says may not book, whoever else may', () => {
    const given = new GivenBookings()
    given.booked('zhang', monday, '10:00')
    given.turned(tuesday)
    given.booked('zhang', tuesday, '10:00')
    given.turned(wednesday)
    expect(given.booking('zhang', '2026-03-05', '10:00')).toEqual({
      refused: 'bookingBlocked',
      params: { limit: 2, days: 30 },
    })
    expect(outcomeOf(given.booking('wang', '2026-03-05', '10:00'))).toBe('AppointmentBooked')
    expect(given.at('09:00').issued('household').state, 'may always walk in').toBe('waiting')
  })

  it('may book again once the missed ones are longer ago than they count', () => {
    const given = new GivenBookings(bookablePlan({ noShowWithinDays: 10 }))
    given.booked('zhang', monday, '10:00')
    given.turned(tuesday)
    given.booked('zhang', tuesday, '10:00')
    for (const day of ['2026-03-04', '2026-03-09', '2026-03-12']) {
      given.turned(day)
      expect(outcomeOf(given.booking('zhang', day, '14:00')), day).toBe('bookingBlocked')
    }
    given.turned('2026-03-13')
    expect(outcomeOf(given.booking('zhang', '2026-03-13', '14:00'))).toBe('AppointmentBooked')
    given.turned('2026-03-16')
    expect(given.hall.missedBookings).toEqual([])
  })

  it('is not blamed for days on which the server was off', () => {
    const given = new GivenBookings()
    given.booked('zhang', tuesday, '10:00')
    given.turned(wednesday)
    expect(given.hall.missedBookings).toEqual([])
    expect(given.hall.appointments.size).toBe(0)
  })
})

describe('the end of the day', () => {
  it('carries the bookings ahead, and no others, and they keep their codes', () => {
    const given = new GivenBookings()
    given.booked('zhang', monday, '10:00')
    const ahead = given.booked('wang', wednesday, '10:00')
    given.cancelled(given.booked('li', wednesday, '14:00'))
    given.turned(tuesday)
    expect([...given.hall.appointments.values()]).toEqual([ahead])
    expect(given.bands(wednesday)).toContain('10:00 1')
    given.turned(wednesday)
    expect(given.at('10:00').checkedIn({ code: ahead.code }).appointmentId).toBe(ahead.appointmentId)
  })
})

describe('checking in', () => {
  /** Ordinary visitors come every minute from 09:30 to 10:30; then the booked one, at a time of its own. */
  function booked(time: string) {
    const given = new GivenBookings()
    const appointment = given.booked('zhang', monday, '10:00')
    const walkIns = []
    for (given.at('09:30'); given.now < appointment.slotAt + 30 * minuteMs; given.now += minuteMs) {
      if (given.now >= given.hall.lastAt) walkIns.push(given.issued('household'))
      if (given.now === new GivenBookings().at(time).now) {
        const ticket = given.checkedIn(appointment)
        const before = walkIns.filter(({ place }) => place.standing <= ticket.place.standing)
        return { given, ticket, before: before.length, came: walkIns.length }
      }
    }
    throw new Error('nobody came')
  }

  it('early, it stands by its arrival', () => {
    expect(booked('09:40')).toMatchObject({ before: 11, came: 11, ticket: { rule: 'arrival' } })
  })

  it('on time, only those stand before it who came more than the credit before its slot', () => {
    expect(booked('09:55')).toMatchObject({ before: 21, came: 26, ticket: { rule: 'appointment' } })
    expect(booked('10:00')).toMatchObject({ before: 21, came: 31, ticket: { rule: 'appointment' } })
  })

  it('late within the grace, it stands as on time', () => {
    expect(booked('10:10')).toMatchObject({ before: 21, came: 41, ticket: { rule: 'appointment' } })
  })

  it('later than the grace, as a walk-in', () => {
    expect(booked('10:11')).toMatchObject({ before: 42, came: 42, ticket: { rule: 'arrival' } })
  })

  it('is by the code, or by the phone', () => {
    const given = new GivenBookings()
    const first = given.booked('zhang', monday, '10:00')
    given.booked('wang', monday, '11:00')
    expect(given.checkedIn({ code: first.code })).toMatchObject({ appointmentId: first.appointmentId })
    expect(given.appointment(first.appointmentId).state).toBe('checkedIn')
    expect(given.checkedIn({ phoneHash: 'phone of wang' })).toMatchObject({ ticketNumber: 'A002' })
    expect(outcomeOf(given.checkingIn({ code: '00000000' }))).toBe('unknownAppointment')
    expect(outcomeOf(given.checkingIn({ phoneHash: 'phone of nobody' }))).toBe('unknownAppointment')
  })

  it('by a phone that booked for two gives the earlier slot first, then the other', () => {
    const given = new GivenBookings()
    const later = given.booked('parent', monday, '14:00')
    const sooner = given.booked('child', monday, '10:00')
    const shared = { phoneHash: 'phone of both' }
    for (const each of [later, sooner])
      given.hall.appointments.set(each.appointmentId, { ...each, ...shared })
    expect(given.checkedIn(shared).appointmentId).toBe(sooner.appointmentId)
    expect(given.checkedIn(shared).appointmentId).toBe(later.appointmentId)
    expect(outcomeOf(given.checkingIn(shared))).toBe('appointmentOver')
  })

  it('on another day is told which, and twice is refused', () => {
    const given = new GivenBookings()
    const appointment = given.booked('zhang', tuesday, '10:00')
    expect(given.checkingIn(appointment)).toEqual({
      refused: 'appointmentOnAnotherDay',
      params: { day: tuesday },
    })
    given.turned(tuesday)
    given.checkedIn(appointment)
    expect(outcomeOf(given.checkingIn(appointment))).toBe('appointmentOver')
  })

  it('explains itself to who is passed', () => {
    const given = new GivenBookings()
    const appointment = given.booked('zhang', monday, '10:00')
    const walkIn = given.at('09:55').issued('household')
    const ticket = given.at('10:05').checkedIn(appointment)
    given.opened('w1')
    expect(given.calledNext('w1')).toBe(ticket)
    expect(explain(given.hall, walkIn).before).toMatchObject([
      {
        ticketNumber: ticket.ticketNumber,
        rule: 'appointment',
        text: { zh: `${ticket.ticketNumber}有预约，按预约时间排队。` },
      },
    ])
  })
})

it('the view says until when one may cancel, and the rule of early and late with the plan’s own minutes', () => {
  const given = new GivenBookings(bookablePlan({ creditMinutes: 7, graceMinutes: 13 }))
  const view = appointmentViewOf(given.hall, given.booked('zhang', tuesday, '10:00'))
  expect(view.mayCancelUntil).toBe(view.slotAt - 120 * minuteMs)
  expect(view.bound.zh).toMatch(/早7分钟以上.*迟到超过13分钟/)
  expect(view.bound.en).toMatch(/more than 7 minutes before.*More than 13 minutes late/)
  expect(JSON.stringify(view)).not.toMatch(/person of|phone of/)
})
