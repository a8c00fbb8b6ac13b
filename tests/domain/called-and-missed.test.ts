/** Missed calls, holds, transfers and returns, as the plan promises them. */
import { describe, expect, it } from 'vitest'
import { type Plan, plan } from '../../protocol/plan.ts'
import { ticketView } from '../../server/domain/views/ticket.ts'
import { noForesight } from '../support/given-commands.ts'
import {
  clerk,
  GivenHall,
  hallItself,
  kiosk,
  minuteMs,
  otherClerk,
  outcomeOf,
} from '../support/given-hall.ts'
import { smallPlan } from '../support/small-plan.ts'

const passTime = { type: 'passTime' } as const
const at = (windowId: string, ticketId: string) => ({ windowId, ticketId })
const seconds = (given: GivenHall, count: number) => given.after(count / 60)

/** Three calls, twenty seconds apart, then missed by itself. */
const threeCalls: Plan = plan.parse({
  ...smallPlan,
  missedCall: { ...smallPlan.missedCall, callsBeforeNoShow: 3, recallPauseSeconds: 20, automatic: true },
})

describe('a call that nobody answers', () => {
  it('is repeated after the pause, not before, and missed only after the promised number of calls', () => {
    const given = new GivenHall(threeCalls).opened('w1')
    const { ticketId } = given.issued('household')
    given.calledNext('w1')
    const recall = { type: 'recall', ...at('w1', ticketId) } as const
    expect(given.when(clerk, recall)).toEqual({ refused: 'recallTooSoon', params: { seconds: 20 } })
    expect(given.when(clerk, { ...recall, type: 'noShow' })).toEqual({
      refused: 'noShowTooSoon',
      params: { calls: 2 },
    })
    seconds(given, 20).does(clerk, recall)
    seconds(given, 20).does(clerk, recall)
    expect(outcomeOf(given.when(clerk, { ...recall, type: 'noShow' }))).toBe('recallTooSoon')
    expect(outcomeOf(seconds(given, 20).when(clerk, { ...recall, type: 'noShow' }))).toBe('TicketMissed')
  })

  it('is never missed by itself without a pause to walk in: such a plan is refused', () => {
    const hasty = { ...smallPlan, missedCall: { ...threeCalls.missedCall, recallPauseSeconds: 0 } }
    expect(plan.safeParse(hasty).error?.issues[0]?.path).toEqual(['missedCall', 'recallPauseSeconds'])
  })

  it('is missed by itself once the last call’s pause is over, and the window is free', () => {
    const given = new GivenHall(threeCalls).opened('w1')
    const { ticketId } = given.issued('household')
    given.calledNext('w1')
    for (let calls = 1; calls < 3; calls += 1) {
      expect(seconds(given, 60).does(hallItself, passTime)).toEqual([])
      given.does(clerk, { type: 'recall', ...at('w1', ticketId) })
    }
    expect(seconds(given, 19).does(hallItself, passTime)).toEqual([])
    expect(outcomeOf(seconds(given, 1).does(hallItself, passTime))).toBe('TicketMissed')
    expect(given.hall.windows.get('w1')?.ticketId).toBeNull()
    expect(outcomeOf(given.when(kiosk, { type: 'rejoin', ticketId }))).toBe('TicketRejoined')
  })
})

describe('a hold', () => {
  function held(returnMinutes: number | null) {
    const given = new GivenHall().opened('w1').opened('w2', otherClerk)
    const { ticketId } = given.issued('identity')
    given.after(1).issued('identity')
    given.calledNext('w1')
    given.does(clerk, { type: 'start', ...at('w1', ticketId) })
    given.does(clerk, { type: 'hold', ...at('w1', ticketId), note: '填表', returnMinutes })
    return { given, ticketId }
  }

  it('ends by itself after its minutes: first in the line again, for the window that knows it', () => {
    const { given, ticketId } = held(5)
    expect(given.after(4).does(hallItself, passTime)).toEqual([])
    expect(outcomeOf(given.after(1).does(hallItself, passTime))).toBe('HoldEnded')
    expect(given.calledNext('w2', otherClerk).ticketId).not.toBe(ticketId)
    expect(given.calledNext('w1').ticketId).toBe(ticketId)
  })

  it('ends when the visitor says so, at the kiosk or the phone', () => {
    const { given, ticketId } = held(30)
    given.after(2).does({ kind: 'visitor', ticketId }, { type: 'ready', ticketId })
    expect(given.calledNext('w1').ticketId).toBe(ticketId)
  })

  it('without minutes lasts until it is resumed; where its window has closed, any window may go on', () => {
    const { given, ticketId } = held(null)
    expect(given.after(200).does(hallItself, passTime)).toEqual([])
    given.does(clerk, { type: 'closeWindow', windowId: 'w1' })
    given.does(kiosk, { type: 'ready', ticketId })
    expect(given.calledNext('w2', otherClerk).ticketId).toBe(ticketId)
  })
})

describe('a transfer', () => {
  it('“back to me” comes back to the sender’s window, with one number and the first arrival', () => {
    const given = new GivenHall().opened('w1').opened('w3', otherClerk)
    const { ticketId, ticketNumber } = given.issued('household')
    given.calledNext('w1')
    given.does(clerk, { type: 'start', ...at('w1', ticketId) })
    given.does(clerk, {
      type: 'transfer',
      ...at('w1', ticketId),
      toServiceId: 'business',
      backToMe: true,
      note: '先办执照',
    })
    given.after(3).issued('household')
    given.calledNext('w3', otherClerk)
    given.does(otherClerk, { type: 'start', ...at('w3', ticketId) })
    given.does(otherClerk, { type: 'complete', ...at('w3', ticketId), result: 'accepted' })
    const back = given.calledNext('w1')
    expect([back.ticketId, back.ticketNumber]).toEqual([ticketId, ticketNumber])
    given.does(clerk, { type: 'start', ...at('w1', ticketId) })
    given.does(clerk, { type: 'complete', ...at('w1', ticketId), result: 'doneOnTheSpot' })
    expect(given.changes.filter(({ kind }) => kind === 'turn')).toHaveLength(3)
    expect(given.changes.at(-1)).toMatchObject({ row: { outcome: 'served', turns: 3 } })
  })

  it('to a window that is paused or was never open: another one that serves it calls it', () => {
    const given = new GivenHall().opened('w1')
    const { ticketId } = given.issued('identity')
    given.calledNext('w1')
    given.does(clerk, { type: 'transfer', ...at('w1', ticketId), toWindowId: 'w2' })
    expect(outcomeOf(given.when(clerk, { type: 'callNext', windowId: 'w1' }))).toBe('noTicketWaiting')
    expect(outcomeOf(given.does(hallItself, passTime))).toBe('TicketReleased')
    expect(given.calledNext('w1').ticketId).toBe(ticketId)
  })

  it('to a window that closes does not wait for ever: any window of the service may call it', () => {
    const given = new GivenHall().opened('w1').opened('w2', otherClerk)
    const { ticketId } = given.issued('identity')
    given.calledNext('w1')
    given.does(clerk, { type: 'transfer', ...at('w1', ticketId), toWindowId: 'w2' })
    given.does(otherClerk, { type: 'closeWindow', windowId: 'w2' })
    expect(given.calledNext('w1').ticketId).toBe(ticketId)
  })
})

describe('coming back with missing papers', () => {
  const returning: Plan = plan.parse({
    ...smallPlan,
    services: smallPlan.services.map((each) => ({ ...each, returnDays: 3 })),
  })
  const nextDay = (given: GivenHall, day: string) =>
    given.after(24 * 60).does(hallItself, { type: 'turnDay', day, plan: returning, oldDayEndedAt: given.now })

  function sentAway() {
    const given = new GivenHall(returning).opened('w1')
    const ticket = given.issued('household')
    given.calledNext('w1')
    given.does(clerk, { type: 'start', ...at('w1', ticket.ticketId) })
    const done = { type: 'complete', ...at('w1', ticket.ticketId), result: 'papersMissing' } as const
    given.does(clerk, { ...done, missing: ['居民户口簿'], returnCode: '12345678' })
    return { given, ticket }
  }
  const back = { type: 'issueTicket', ticketId: 'back', token: 'back', returnCode: '12345678' } as const

  it('is told once, in writing: what is missing, a code, and until when', () => {
    const { given, ticket } = sentAway()
    expect(ticketView(given.hall, ticket, given.now, noForesight)).toMatchObject({
      missing: ['居民户口簿'],
      mayReturn: { code: '12345678', untilDay: '2026-03-05' },
    })
  })

  it('stands half an hour ahead of its coming back, once, on a later day too', () => {
    const { given } = sentAway()
    nextDay(given, '2026-03-03')
    given.issued('household')
    given.after(20).does(kiosk, back)
    given.opened('w1')
    expect(given.calledNext('w1').ticketId).toBe('back')
    expect(outcomeOf(given.when(kiosk, { ...back, ticketId: 'again' }))).toBe('unknownReturnCode')
  })

  it('is over after its days', () => {
    const { given } = sentAway()
    for (const day of ['2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06']) nextDay(given, day)
    expect(outcomeOf(given.when(kiosk, back))).toBe('unknownReturnCode')
  })

  it('who still waited at the end of a day keeps the place for the next, where the plan carries', () => {
    const carrying = plan.parse({ ...smallPlan, leftOver: 'carry' })
    const given = new GivenHall(carrying)
    const left = given.issued('household')
    given.after(24 * 60).does(hallItself, {
      type: 'turnDay',
      day: '2026-03-03',
      plan: carrying,
      oldDayEndedAt: given.now,
    })
    expect(given.hall.count.waiting, 'nobody stands in the line who is not there').toBe(0)
    given.issued('household')
    given.after(30).does(kiosk, { ...back, returnCode: left.token })
    given.opened('w1')
    expect(given.calledNext('w1').ticketId).toBe('back')
    expect(given.now - (given.hall.tickets.get('back')?.place.standing ?? 0)).toBeGreaterThan(
      24 * 60 * minuteMs,
    )
  })
})
