/** Days on which a rule was once broken, as the generated days or their reading found them. Each is named. */
import { describe, expect, it } from 'vitest'
import type { Plan } from '../../protocol/plan.ts'
import { next } from '../../server/domain/calling.ts'
import { explain, longestCreditMinutes } from '../../server/domain/explain.ts'
import { type Ticket, windowsServing } from '../../server/domain/hall.ts'
import {
  admin,
  clerk,
  GivenHall,
  hallItself,
  kiosk,
  otherClerk,
  outcomeOf,
  supervisor,
} from '../support/given-hall.ts'
import { smallPlan } from '../support/small-plan.ts'

const guide = { kind: 'staff', staffId: 'guide', role: 'guide' } as const
const toldBy = (given: GivenHall, ticket: Ticket) =>
  explain(given.hall, ticket).before.map(({ ticketNumber, rule }) => `${ticketNumber} ${rule}`)
const here = (windowId: string, { ticketId }: Ticket) => ({ windowId, ticketId })

function served(given: GivenHall, windowId: string, by = clerk): Ticket {
  const ticket = given.calledNext(windowId, by)
  given.does(by, { type: 'start', ...here(windowId, ticket) })
  given.does(by, { type: 'complete', ...here(windowId, ticket), result: 'accepted' })
  return ticket
}

describe('explain', () => {
  it('tells one who left the line, or was left over, who was called while it waited', () => {
    const given = new GivenHall().opened('w1')
    const first = given.issued('household')
    const second = given.issued('household')
    served(given, 'w1')
    given.does(guide, { type: 'cancel', ticketId: second.ticketId })
    expect(toldBy(given, second)).toEqual([`${first.ticketNumber} cameBefore`])
  })

  it('tells one who waits again after a hold who was called meanwhile', () => {
    const given = new GivenHall().opened('w1').opened('w2', otherClerk)
    const first = given.issued('identity')
    const second = given.after(1).issued('identity')
    given.calledNext('w2', otherClerk)
    given.does(otherClerk, { type: 'start', ...here('w2', first) })
    given.does(otherClerk, { type: 'hold', ...here('w2', first), returnMinutes: 5 })
    given.after(5).does(hallItself, { type: 'passTime' })
    given.opened('w1', clerk)
    given.does(otherClerk, { type: 'closeWindow', windowId: 'w2' })
    given.does(clerk, { type: 'closeWindow', windowId: 'w1' })
    given.opened('w1', supervisor)
    given.does(supervisor, { type: 'call', ...here('w1', second), reason: '行动不便' })
    expect(toldBy(given, first)).toEqual([`${second.ticketNumber} outOfTurn`])
  })

  it('goes by where one stood then: a class that is given later makes no earlier call a mistake', () => {
    const given = new GivenHall().opened('w1')
    const own = given.issued('household')
    const other = given.after(5).issued('household', 'elderly')
    given.calledNext('w1')
    given.does(guide, {
      type: 'changePriority',
      ticketId: own.ticketId,
      priorityClassId: 'elderly',
      reason: '满60岁',
    })
    expect(toldBy(given, own)).toEqual([`${other.ticketNumber} priority`])
  })

  it('goes by what the window did then, not by what it was assigned to since', () => {
    const plan: Plan = {
      ...smallPlan,
      windows: smallPlan.windows.map((each) =>
        each.windowId === 'w3' ? { ...each, helps: [{ serviceId: 'household', afterMinutes: 30 }] } : each,
      ),
    }
    const given = new GivenHall(plan).opened('w3', otherClerk)
    const own = given.issued('household')
    const other = given.after(1).issued('business')
    given.calledNext('w3', otherClerk)
    given.does(supervisor, { type: 'assignWindow', windowId: 'w3', serviceIds: ['business'], helps: [] })
    expect(toldBy(given, own)).toEqual([`${other.ticketNumber} otherLine`])
  })

  it('keeps its sentence whole when the class has left the plan', () => {
    const given = new GivenHall().opened('w1')
    const own = given.issued('household')
    given.after(1).issued('household', 'elderly')
    served(given, 'w1')
    given.does(admin, { type: 'changePlan', plan: { ...smallPlan, priorityClasses: [] } })
    expect(explain(given.hall, own).before[0]?.text.en).toMatch(/class "Elderly", which stands 10 minutes/)
  })
})

describe('the bound', () => {
  it('holds for another class that is given after the plan has changed the credit', () => {
    const given = new GivenHall()
    const ticket = given.issued('household', 'elderly')
    const [elderly] = smallPlan.priorityClasses
    if (elderly === undefined) throw new Error('there is a class')
    given.does(admin, {
      type: 'changePlan',
      plan: { ...smallPlan, priorityClasses: [{ ...elderly, creditMinutes: 1 }] },
    })
    const change = { type: 'changePriority', ticketId: ticket.ticketId, reason: '误选' } as const
    given.does(guide, { ...change, priorityClassId: null })
    expect(ticket.place.standing).toBe(ticket.issuedAt)
    given.does(guide, { ...change, priorityClassId: 'elderly' })
    expect(ticket.place.standing).toBe(ticket.issuedAt - 60_000)
  })

  it('counts the bookings and the rights to come back that are still out, though the plan gives no more', () => {
    const withBands: Plan = {
      ...smallPlan,
      services: smallPlan.services.map((each) => ({
        ...each,
        returnDays: 3,
        bands: [{ from: '10:00', to: '11:00', capacity: 5 }],
      })),
    }
    const given = new GivenHall(withBands)
    const person = { personHash: 'p', phoneHash: 'p', maskedName: '张*' }
    const band = { serviceId: 'household', day: '2026-03-02', from: '10:00' }
    given.does(
      { kind: 'guest' },
      {
        type: 'bookAppointment',
        appointmentId: 'a1',
        token: 't',
        code: '10000000',
        ...band,
        ...person,
      },
    )
    given.does(admin, { type: 'changePlan', plan: { ...smallPlan, priorityClasses: [] } })
    const { graceMinutes, creditMinutes } = smallPlan.appointments
    expect(longestCreditMinutes(given.hall)).toBe(graceMinutes + creditMinutes)
  })
})

describe('nobody is lost', () => {
  it('when a changed plan leaves a service to a window that was assigned to others', () => {
    const given = new GivenHall()
    given.does(supervisor, {
      type: 'assignWindow',
      windowId: 'w1',
      serviceIds: ['household'],
      helps: [],
    })
    const [w1, , w3] = smallPlan.windows
    if (w1 === undefined || w3 === undefined) throw new Error('there are three windows')
    given.does(admin, { type: 'changePlan', plan: { ...smallPlan, windows: [w1, w3] } })
    expect(windowsServing(given.hall, 'identity').map(({ windowId }) => windowId)).toEqual(['w1'])
  })

  it('who missed the call of the one window that it was sent to, when that has closed or left the plan', () => {
    for (const isDropped of [true, false]) {
      const given = new GivenHall().opened('w1').opened('w2', otherClerk)
      const ticket = given.issued('identity')
      given.calledNext('w1')
      given.does(clerk, { type: 'transfer', ...here('w1', ticket), toWindowId: 'w2' })
      given.calledNext('w2', otherClerk)
      given.does(otherClerk, { type: 'noShow', ...here('w2', ticket) })
      given.does(otherClerk, { type: 'closeWindow', windowId: 'w2' })
      const windows = smallPlan.windows.filter(({ windowId }) => windowId !== 'w2')
      if (isDropped) given.does(admin, { type: 'changePlan', plan: { ...smallPlan, windows } })
      given.does(guide, { type: 'rejoin', ticketId: ticket.ticketId })
      expect(next(given.hall, 'w1', given.now)?.ticket.ticketId).toBe(ticket.ticketId)
    }
  })

  it('whose service was interrupted by closing the one window that it was sent to', () => {
    const given = new GivenHall().opened('w1').opened('w2', otherClerk)
    const ticket = given.issued('identity')
    given.calledNext('w1')
    given.does(clerk, { type: 'transfer', ...here('w1', ticket), toWindowId: 'w2' })
    given.calledNext('w2', otherClerk)
    given.does(supervisor, { type: 'closeWindow', windowId: 'w2' })
    expect(outcomeOf(given.when(clerk, { type: 'resume', ...here('w1', ticket) }))).toBe('TicketResumed')
  })

  it('who missed a call and has a further stop that the plan no longer has', () => {
    const matters: Plan['matters'] = [
      {
        matterId: 'm',
        name: { zh: '一件事', en: 'One matter' },
        prefix: 'M',
        order: 'given',
        serviceIds: ['household', 'business'],
      },
    ]
    const given = new GivenHall({ ...smallPlan, matters }).opened('w1')
    given.does(kiosk, { type: 'issueTicket', ticketId: 'm1', token: 'm1', matterId: 'm' })
    const ticket = given.calledNext('w1')
    given.does(clerk, { type: 'noShow', ...here('w1', ticket) })
    const without: Plan = {
      ...smallPlan,
      services: smallPlan.services.filter(({ serviceId }) => serviceId !== 'business'),
      windows: smallPlan.windows.filter(({ windowId }) => windowId !== 'w3'),
    }
    given.does(admin, { type: 'changePlan', plan: without })
    given.does(guide, { type: 'rejoin', ticketId: ticket.ticketId })
    expect(served(given, 'w1').state).toBe('served')
  })
})
