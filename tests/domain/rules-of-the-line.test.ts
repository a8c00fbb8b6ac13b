/** Who may have a ticket, at which window it is called, and what is said of it. */
import { describe, expect, it } from 'vitest'
import { type Plan, plan } from '../../protocol/plan.ts'
import { openRoundTheClock } from '../../protocol/schedule.ts'
import { explain } from '../../server/domain/explain.ts'
import { priorityCost } from '../../server/domain/priority.ts'
import type { SentCommand } from '../support/given-commands.ts'
import {
  admin,
  clerk,
  GivenHall,
  hallItself,
  kiosk,
  minuteMs,
  otherClerk,
  outcomeOf,
  supervisor,
} from '../support/given-hall.ts'
import { smallPlan } from '../support/small-plan.ts'

const guide = { kind: 'staff', staffId: 'guide', role: 'guide' } as const
const at = (windowId: string, ticketId: string) => ({ windowId, ticketId })
const issue = (serviceId: string, more: object = {}) =>
  ({ type: 'issueTicket', ticketId: 'one', token: 'one', serviceId, ...more }) as const
const withServices = (change: object, rest: object = {}): Plan =>
  plan.parse({ ...smallPlan, services: smallPlan.services.map((each) => ({ ...each, ...change })), ...rest })
const withClass = (change: object): Plan =>
  plan.parse({ ...smallPlan, priorityClasses: [{ ...smallPlan.priorityClasses[0], ...change }] })

function servedAt(given: GivenHall, windowId: string, ticketId: string): void {
  given.does(clerk, { type: 'start', ...at(windowId, ticketId) })
  given.does(clerk, { type: 'complete', ...at(windowId, ticketId), result: 'accepted' })
}

describe('a priority class', () => {
  it('is given by staff alone where the plan says so', () => {
    const given = new GivenHall(withClass({ givenBy: 'staff' }))
    const asked = issue('household', { priorityClassId: 'elderly' })
    expect(outcomeOf(given.when(kiosk, asked))).toBe('priorityByStaffOnly')
    expect(given.does(guide, asked)).toMatchObject([{ verifiedBy: 'guide', rule: 'priority' }])
  })

  it('has so many tickets a day, and no more', () => {
    const given = new GivenHall(withClass({ dailyCap: 2 }))
    for (const _ of [1, 2]) given.issued('household', 'elderly')
    expect(given.when(kiosk, issue('household', { priorityClassId: 'elderly' }))).toEqual({
      refused: 'priorityCapReached',
      params: { cap: 2 },
    })
  })

  it('is changed later by a role, with a reason, and the standing with it', () => {
    const given = new GivenHall().opened('w1')
    given.issued('household')
    const { ticketId } = given.after(5).issued('household')
    const change = {
      type: 'changePriority',
      ticketId,
      priorityClassId: 'elderly',
      reason: '持老年证',
    } as const
    expect(outcomeOf(given.when(clerk, change))).toBe('notAllowed')
    expect(outcomeOf(given.when(guide, { ...change, reason: '' }))).toBe('reasonRequired')
    given.does(guide, change)
    given.does(guide, { ...change, priorityClassId: null, reason: '误点' })
    given.does(guide, change)
    expect(given.hall.tickets.get(ticketId)?.place.standing).toBe(given.now - 10 * minuteMs)
    expect(given.calledNext('w1').ticketId).toBe(ticketId)
  })

  it('changed after a missed call gives back none of the places that it cost', () => {
    const given = new GivenHall().opened('w1')
    const { ticketId } = given.issued('household')
    for (const _ of [1, 2, 3]) given.after(1).issued('household')
    given.calledNext('w1')
    given.does(clerk, { type: 'noShow', ...at('w1', ticketId) })
    given.does(kiosk, { type: 'rejoin', ticketId })
    const standing = given.hall.tickets.get(ticketId)?.place.standing
    const change = { type: 'changePriority', ticketId, reason: '误点' } as const
    for (const priorityClassId of ['elderly', null]) given.does(guide, { ...change, priorityClassId })
    expect(given.hall.tickets.get(ticketId)?.place.standing).toBe(standing)
  })

  it('says what it costs the others, in words and minutes', () => {
    const measured = { mostWithinCredit: 6, longestTurnMinutes: 12, windows: 2 }
    const cost = priorityCost({ creditMinutes: 15, dailyCap: 4 }, measured)
    expect(cost).toMatchObject({ passedByAtMost: 4, delayMinutesAtMost: 24 })
    expect(cost.text.zh).toBe(
      '普通访客只会被其后15分钟内到达的该类访客超过，每天至多4人；按实测至多4人，多等不超过24分钟。',
    )
    expect(cost.text.en).toContain('15 minutes after, 4 a day at most')
    expect(priorityCost({ creditMinutes: 0, dailyCap: null }, measured).delayMinutesAtMost).toBe(0)
  })
})

describe('a ticket is given', () => {
  const hours = (from: string, to: string) => {
    const day = [{ from, to }]
    return { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] }
  }
  const nineToFive = withServices(
    {},
    { schedule: { ...openRoundTheClock, hours: hours('09:00', '17:00'), lastTicketMinutes: 15 } },
  )

  it('in the hours of its service; before them it says when, after them that it is over', () => {
    const given = new GivenHall(nineToFive)
    expect(given.after(-60).when(kiosk, issue('household'))).toEqual({
      refused: 'serviceOpensAt',
      params: { time: '09:00' },
    })
    expect(outcomeOf(given.after(60).when(kiosk, issue('household')))).toBe('TicketIssued')
    expect(outcomeOf(given.after(7 * 60 + 44).when(kiosk, issue('household')))).toBe('TicketIssued')
    expect(outcomeOf(given.after(1).when(kiosk, issue('household')))).toBe('noMoreTickets')
    expect(outcomeOf(given.after(15).when(guide, issue('household')))).toBe('serviceClosedToday')
  })

  it('within the quotas of the day and of its half', () => {
    const given = new GivenHall(withServices({ quota: { day: 3, morning: 2, afternoon: 2 } }))
    for (const _ of [1, 2]) given.issued('household')
    expect(given.when(kiosk, issue('household'))).toEqual({ refused: 'quotaReached', params: { quota: 2 } })
    expect(outcomeOf(given.when(kiosk, issue('identity')))).toBe('TicketIssued')
    given.after(4 * 60).issued('household')
    expect(given.when(kiosk, issue('household'))).toEqual({ refused: 'quotaReached', params: { quota: 3 } })
  })

  it('to one person once, while that one waits for the service, where the plan asks', () => {
    const given = new GivenHall(withServices({ onePerPerson: true })).opened('w1')
    expect(outcomeOf(given.when(kiosk, issue('household')))).toBe('personRequired')
    expect(outcomeOf(given.when(guide, issue('household')))).toBe('TicketIssued')
    given.does(kiosk, issue('household', { personHash: 'p' }))
    const again = { ...issue('household', { personHash: 'p' }), ticketId: 'two', token: 'two' }
    expect(given.when(kiosk, again)).toEqual({
      refused: 'personAlreadyWaiting',
      params: { ticketNumber: 'A001' },
    })
    expect(outcomeOf(given.when(kiosk, { ...again, serviceId: 'identity' }))).toBe('TicketIssued')
    given.calledNext('w1')
    expect(outcomeOf(given.when(kiosk, again))).toBe('TicketIssued')
  })
})

describe('one matter, several departments', () => {
  const matter = (order: string) =>
    plan.parse({
      ...smallPlan,
      matters: [
        {
          matterId: 'child',
          name: { zh: '出生一件事', en: 'A child' },
          prefix: 'X',
          order,
          serviceIds: ['household', 'business'],
        },
      ],
    })
  const take = { type: 'issueTicket', ticketId: 'one', token: 'one', matterId: 'child' } as const

  it('is one number through all its stops, each by the first arrival', () => {
    const given = new GivenHall(matter('given')).opened('w1').opened('w3', otherClerk)
    given.does(kiosk, take)
    given.after(5).issued('business')
    expect(given.calledNext('w1').ticketNumber).toBe('X001')
    servedAt(given, 'w1', 'one')
    expect(given.calledNext('w3', otherClerk).ticketNumber).toBe('X001')
    given.does(otherClerk, { type: 'start', ...at('w3', 'one') })
    given.does(otherClerk, { type: 'complete', ...at('w3', 'one'), result: 'accepted' })
    expect(given.changes.at(-1)).toMatchObject({
      row: { outcome: 'served', turns: 2, serviceId: 'household' },
    })
  })

  it('begins where the wait is least, where the plan says so', () => {
    const given = new GivenHall(matter('leastWait')).opened('w1').opened('w3', otherClerk)
    for (const _ of [1, 2, 3]) given.issued('household')
    expect(given.does(kiosk, take)).toMatchObject([
      { serviceId: 'business', stops: [{ serviceId: 'household' }] },
    ])
    const foreseeing = new GivenHall(matter('leastWait')).opened('w1').opened('w3', otherClerk)
    foreseeing.foresee = (_, { serviceId }) =>
      serviceId === 'household' ? { medianMs: 1, boundMs: 2 } : { medianMs: 9, boundMs: 10 }
    expect(foreseeing.does(kiosk, take)).toMatchObject([{ serviceId: 'household' }])
  })
})

describe('a window', () => {
  const helping = plan.parse({
    ...smallPlan,
    windows: smallPlan.windows.map((each) =>
      each.windowId === 'w2' ? { ...each, helps: [{ serviceId: 'household', afterMinutes: 10 }] } : each,
    ),
  })

  it('helps another line out only once its head has waited so long', () => {
    const given = new GivenHall(helping).opened('w2')
    given.issued('household')
    expect(outcomeOf(given.after(9).when(clerk, { type: 'callNext', windowId: 'w2' }))).toBe(
      'noTicketWaiting',
    )
    given.after(1).issued('identity')
    expect(given.does(clerk, { type: 'callNext', windowId: 'w2' })).toMatchObject([{ way: 'helper' }])
  })

  it('moved to other services serves them from its next call on, and leaves no service without a window', () => {
    const given = new GivenHall().opened('w2')
    given.issued('identity')
    const present = given.calledNext('w2')
    const { ticketId } = given.issued('household')
    const move: SentCommand = { type: 'assignWindow', windowId: 'w2', serviceIds: ['household'], helps: [] }
    expect(outcomeOf(given.when(clerk, move))).toBe('notAllowed')
    given.does(supervisor, move)
    servedAt(given, 'w2', present.ticketId)
    expect(given.calledNext('w2').ticketId).toBe(ticketId)
    expect(given.when(supervisor, { ...move, windowId: 'w3' })).toEqual({
      refused: 'serviceLeftWithoutWindow',
      params: { serviceId: 'business' },
    })
  })

  it('of a clerk with several never holds a second call', () => {
    const two = plan.parse({ ...smallPlan, windowsPerClerk: 2 })
    const given = new GivenHall(two).opened('w1').opened('w2')
    for (const _ of [1, 2]) given.issued('identity')
    given.calledNext('w1')
    expect(given.when(clerk, { type: 'callNext', windowId: 'w2' })).toMatchObject({ refused: 'clerkBusy' })
    expect(outcomeOf(given.when(clerk, { type: 'openWindow', windowId: 'w3' }))).toBe('clerkAtAnotherWindow')
  })
})

describe('crowding', () => {
  const crowded = (kind: string, threshold: number) =>
    plan.parse({
      ...smallPlan,
      crowding: [{ crowdingRuleId: 'c', kind, threshold, serviceIds: ['household'], tell: ['supervisor'] }],
    })
  const tick = { type: 'passTime' } as const

  it('is raised once over the threshold, seen by name, and cleared a little below it', () => {
    const given = new GivenHall(crowded('waitingOver', 5)).opened('w1')
    for (let n = 0; n < 5; n += 1) given.issued('household')
    expect(given.does(hallItself, tick)).toEqual([])
    given.issued('household')
    expect(given.does(hallItself, tick)).toMatchObject([
      { type: 'CrowdingRaised', value: 6, told: ['supervisor'] },
    ])
    expect(given.does(hallItself, tick)).toEqual([])
    given.does(supervisor, { type: 'seeAlarm', crowdingRuleId: 'c', serviceId: 'household' })
    expect(given.hall.alarms.get('c household')?.seenBy).toEqual([{ staffId: 'supervisor', at: given.now }])
    servedAt(given, 'w1', given.calledNext('w1').ticketId)
    expect(given.does(hallItself, tick)).toEqual([])
    given.calledNext('w1')
    expect(outcomeOf(given.does(hallItself, tick))).toBe('CrowdingCleared')
  })

  it('by the wait of the head, by the expected wait, and by a window that idles meanwhile', () => {
    const waiting = new GivenHall(crowded('waitOver', 20))
    waiting.issued('household')
    expect(waiting.after(20).does(hallItself, tick)).toEqual([])
    expect(outcomeOf(waiting.after(1).does(hallItself, tick))).toBe('CrowdingRaised')
    const expected = new GivenHall(crowded('expectedWaitOver', 30))
    expected.issued('household')
    expected.foresee = () => ({ medianMs: 31 * minuteMs, boundMs: 60 * minuteMs })
    expect(outcomeOf(expected.does(hallItself, tick))).toBe('CrowdingRaised')
    const idle = new GivenHall(crowded('idleWhileWaiting', 5)).opened('w1')
    idle.after(30).issued('household')
    expect(idle.after(5).does(hallItself, tick)).toEqual([])
    expect(outcomeOf(idle.after(1).does(hallItself, tick))).toBe('CrowdingRaised')
  })

  it('of a rule that a new plan drops is cleared', () => {
    const given = new GivenHall(crowded('waitingOver', 1))
    for (const _ of [1, 2]) given.issued('household')
    given.does(hallItself, tick)
    given.does(admin, { type: 'changePlan', plan: smallPlan })
    expect(outcomeOf(given.does(hallItself, tick))).toBe('CrowdingCleared')
  })
})

describe('explain: why was it before me?', () => {
  const rulesOf = (given: GivenHall, ticketId: string) => {
    const ticket = given.hall.tickets.get(ticketId)
    if (ticket === undefined) throw new Error('no ticket')
    return explain(given.hall, ticket).before.map(({ ticketNumber, rule }) => `${ticketNumber} ${rule}`)
  }

  it('names who came before, who has priority, who was sent on, and who was called out of turn', () => {
    const given = new GivenHall().opened('w1', supervisor).opened('w3', otherClerk)
    const sent = given.issued('business')
    given.after(1).issued('household')
    const mine = given.after(1).issued('household')
    given.after(1).issued('household', 'elderly')
    const favoured = given.after(1).issued('household')
    given.calledNext('w3', otherClerk)
    given.does(otherClerk, { type: 'transfer', ...at('w3', sent.ticketId), toServiceId: 'household' })
    for (let n = 0; n < 3; n += 1) {
      const { ticketId } = given.after(1).calledNext('w1', supervisor)
      given.does(supervisor, { type: 'start', ...at('w1', ticketId) })
      given.does(supervisor, { type: 'complete', ...at('w1', ticketId), result: 'accepted' })
    }
    given.does(supervisor, { type: 'call', ...at('w1', favoured.ticketId), reason: '突发不适' })
    expect(rulesOf(given, mine.ticketId)).toEqual([
      'A003 priority',
      'C001 sentOn',
      'A001 cameBefore',
      'A004 outOfTurn',
    ])
    const { before, bound } = explain(given.hall, mine)
    expect(before[0]?.text.zh).toBe('A003属于“老年人”，可提前10分钟。')
    expect(before[3]?.text.en).toBe(
      'A004 was called out of turn by a supervisor; the reason is on record, please ask the staff.',
    )
    expect(bound.zh).toContain('晚到10分钟以上')
  })

  it('tells who missed a call that it was put back, and nothing of what came after its own call', () => {
    const given = new GivenHall().opened('w1')
    const mine = given.issued('household')
    const others = [1, 2, 3].map(() => given.after(1).issued('household'))
    given.calledNext('w1')
    given.does(clerk, { type: 'noShow', ...at('w1', mine.ticketId) })
    given.after(1).does(kiosk, { type: 'rejoin', ticketId: mine.ticketId })
    for (const _ of [1, 2]) servedAt(given, 'w1', given.calledNext('w1').ticketId)
    servedAt(given, 'w1', given.calledNext('w1').ticketId)
    given.calledNext('w1')
    expect(rulesOf(given, mine.ticketId)).toEqual(
      others.slice(0, 2).map(({ ticketNumber }) => `${ticketNumber} youRejoined`),
    )
  })
})
