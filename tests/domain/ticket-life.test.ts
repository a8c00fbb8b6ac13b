import { describe, expect, it } from 'vitest'
import { boardView } from '../../server/domain/views/board.ts'
import { windowView } from '../../server/domain/views/window.ts'
import { noForesight } from '../support/given-commands.ts'
import { clerk, GivenHall, kiosk, otherClerk, outcomeOf, supervisor } from '../support/given-hall.ts'

const at = (windowId: string, ticketId: string) => ({ windowId, ticketId })

describe('the life of a ticket', () => {
  it('goes from the kiosk to a finished visit, and the record tells its times', () => {
    const given = new GivenHall().opened('w1')
    const { ticketId } = given.issued('household')
    given.after(7).calledNext('w1')
    given.after(1).does(clerk, { type: 'start', ...at('w1', ticketId) })
    given.after(12).does(clerk, { type: 'complete', ...at('w1', ticketId), result: 'doneOnTheSpot' })
    const rows = given.changes.map((change) => ('row' in change ? change.row : null))
    expect(rows).toMatchObject([
      {
        turnNo: 1,
        waitMs: 7 * 60_000,
        walkMs: 60_000,
        serviceMs: 12 * 60_000,
        result: 'doneOnTheSpot',
        hour: 9,
      },
      { outcome: 'served', turns: 1, visitMs: 20 * 60_000, waitMs: 7 * 60_000, serviceMs: 12 * 60_000 },
    ])
  })

  it('numbers each prefix on its own, from 001', () => {
    const given = new GivenHall()
    const numbers = ['household', 'identity', 'household'].map((id) => given.issued(id).ticketNumber)
    expect(numbers).toEqual(['A001', 'B001', 'A002'])
  })

  it('tells at issue how many stand before it', () => {
    const given = new GivenHall()
    expect(given.issued('household').peopleAheadAtIssue).toBe(0)
    expect(given.after(1).issued('household').peopleAheadAtIssue).toBe(1)
    expect(given.after(1).issued('household', 'elderly').peopleAheadAtIssue).toBe(0)
  })

  it('held while a form is filled in: the window is free meanwhile and the hold is no service time', () => {
    const given = new GivenHall().opened('w1')
    const { ticketId } = given.issued('household')
    given.calledNext('w1')
    given.does(clerk, { type: 'start', ...at('w1', ticketId) })
    given.after(2).does(clerk, { type: 'hold', ...at('w1', ticketId), note: '填表' })
    expect(given.hall.windows.get('w1')?.ticketId).toBeNull()
    given.after(10).does(clerk, { type: 'resume', ...at('w1', ticketId) })
    given.after(3).does(clerk, { type: 'complete', ...at('w1', ticketId), result: 'accepted' })
    expect(given.changes[0]).toMatchObject({ row: { serviceMs: 5 * 60_000, heldMs: 10 * 60_000 } })
  })

  it('transferred: keeps its first arrival, begins another turn, and carries the note', () => {
    const given = new GivenHall().opened('w1').opened('w3', otherClerk)
    const { ticketId } = given.issued('household')
    const later = given.after(5).issued('business')
    given.calledNext('w1')
    given.does(clerk, { type: 'start', ...at('w1', ticketId) })
    given.after(5).does(clerk, {
      type: 'transfer',
      ...at('w1', ticketId),
      toServiceId: 'business',
      toWindowId: null,
      note: '先办执照',
    })
    expect(given.calledNext('w3', otherClerk).ticketId).toBe(ticketId)
    const view = windowView(given.hall, 'w3', given.now)
    expect(view?.present).toMatchObject({ note: '先办执照', earlierTurns: [{ windowLabel: '1' }] })
    expect(view?.next.map((ticket) => ticket.ticketId)).toEqual([later.ticketId])
  })

  it('transferred to one window: only that window calls it', () => {
    const given = new GivenHall().opened('w1').opened('w2', otherClerk)
    const { ticketId } = given.issued('identity')
    given.calledNext('w1')
    given.does(clerk, {
      type: 'transfer',
      ...at('w1', ticketId),
      toServiceId: null,
      toWindowId: 'w2',
      note: '',
    })
    expect(outcomeOf(given.when(clerk, { type: 'callNext', windowId: 'w1' }))).toBe('noTicketWaiting')
    expect(outcomeOf(given.when(clerk, { type: 'call', ...at('w1', ticketId) }))).toBe('ticketIsElsewhere')
    expect(given.calledNext('w2', otherClerk).ticketId).toBe(ticketId)
  })

  it('missed: rejoins once, two places back, within the grace', () => {
    const given = new GivenHall().opened('w1')
    const missed = given.issued('household')
    const others = [1, 2, 3].map(() => given.after(1).issued('household'))
    given.calledNext('w1')
    given.does(clerk, { type: 'noShow', ...at('w1', missed.ticketId) })
    given.after(3).does(kiosk, { type: 'rejoin', ticketId: missed.ticketId })
    const order = windowView(given.hall, 'w1', given.now)?.next.map((ticket) => ticket.ticketId)
    expect(order).toEqual([others[0]?.ticketId, others[1]?.ticketId, missed.ticketId, others[2]?.ticketId])
    for (const _ of [1, 2]) {
      const called = given.calledNext('w1')
      given.does(clerk, { type: 'start', ...at('w1', called.ticketId) })
      given.does(clerk, { type: 'complete', ...at('w1', called.ticketId), result: 'enquiry' })
    }
    expect(given.calledNext('w1').ticketId).toBe(missed.ticketId)
    given.does(clerk, { type: 'noShow', ...at('w1', missed.ticketId) })
    expect(outcomeOf(given.when(kiosk, { type: 'rejoin', ticketId: missed.ticketId }))).toBe('rejoinUsedUp')
  })

  it('missed: after the grace it is too late to rejoin, and the board no longer shows it', () => {
    const given = new GivenHall().opened('w1')
    const { ticketId, ticketNumber } = given.issued('household')
    given.calledNext('w1')
    given.does(clerk, { type: 'noShow', ...at('w1', ticketId) })
    expect(boardView(given.hall, 'ground', given.now, noForesight)?.missed).toEqual([ticketNumber])
    given.after(11)
    expect(outcomeOf(given.when(kiosk, { type: 'rejoin', ticketId }))).toBe('rejoinTooLate')
    expect(boardView(given.hall, 'ground', given.now, noForesight)?.missed).toEqual([])
  })

  it('a missed visit that rejoins is unfinished again, and finished once in the end', () => {
    const given = new GivenHall().opened('w1')
    const { ticketId } = given.issued('household')
    given.calledNext('w1')
    given.does(clerk, { type: 'noShow', ...at('w1', ticketId) })
    given.does(kiosk, { type: 'rejoin', ticketId })
    given.calledNext('w1')
    given.does(clerk, { type: 'start', ...at('w1', ticketId) })
    given.does(clerk, { type: 'complete', ...at('w1', ticketId), result: 'accepted' })
    expect(given.changes.map((change) => change.kind)).toEqual([
      'turn',
      'visit',
      'visitReopened',
      'turn',
      'visit',
    ])
    expect(given.changes.at(-1)).toMatchObject({ row: { outcome: 'served', turns: 2, rejoins: 1 } })
  })

  it('cancelled by its visitor alone, never by another visitor', () => {
    const given = new GivenHall()
    const { ticketId } = given.issued('household')
    const other = given.issued('household')
    const command = { type: 'cancel', ticketId } as const
    expect(outcomeOf(given.when({ kind: 'visitor', ticketId: other.ticketId }, command))).toBe('notAllowed')
    given.does({ kind: 'visitor', ticketId }, command)
    expect(given.hall.count).toMatchObject({ waiting: 1, cancelled: 1 })
  })

  it('called directly out of turn: only where its service is done, by whom the plan lets, with a reason', () => {
    const given = new GivenHall().opened('w1').opened('w3', otherClerk)
    given.issued('household')
    const second = given.issued('household')
    expect(outcomeOf(given.when(otherClerk, { type: 'call', ...at('w3', second.ticketId) }))).toBe(
      'notServedHere',
    )
    expect(outcomeOf(given.when(clerk, { type: 'call', ...at('w1', second.ticketId) }))).toBe(
      'outOfTurnNotAllowed',
    )
    given.does(clerk, { type: 'closeWindow', windowId: 'w1' })
    given.opened('w1', supervisor)
    const call = { type: 'call', ...at('w1', second.ticketId) } as const
    expect(outcomeOf(given.when(supervisor, call))).toBe('reasonRequired')
    given.does(supervisor, { ...call, reason: '行动不便' })
    expect(given.hall.windows.get('w1')?.ticketId).toBe(second.ticketId)
  })

  it('shown on the board as called, with every recall counted', () => {
    const given = new GivenHall().opened('w1')
    const { ticketId, ticketNumber } = given.issued('household')
    given.issued('household')
    given.calledNext('w1')
    given.does(clerk, { type: 'recall', ...at('w1', ticketId) })
    expect(boardView(given.hall, 'ground', given.now, noForesight)?.calls).toMatchObject([
      { ticketNumber, windowLabel: '1', calls: 2, state: 'called' },
    ])
    expect(boardView(given.hall, 'upper', given.now, noForesight)?.calls).toEqual([])
  })
})

describe('a window', () => {
  it('holds one ticket: the next is refused until the present one is done', () => {
    const given = new GivenHall().opened('w1')
    given.issued('household')
    given.issued('household')
    given.calledNext('w1')
    expect(outcomeOf(given.when(clerk, { type: 'callNext', windowId: 'w1' }))).toBe('windowBusy')
    expect(
      outcomeOf(given.when(clerk, { type: 'pauseWindow', windowId: 'w1', pauseReasonId: 'lunch' })),
    ).toBe('windowBusy')
    expect(outcomeOf(given.when(clerk, { type: 'closeWindow', windowId: 'w1' }))).toBe('windowBusy')
  })

  it('belongs to the clerk who opened it, and a clerk to one window', () => {
    const given = new GivenHall().opened('w1')
    expect(outcomeOf(given.when(otherClerk, { type: 'openWindow', windowId: 'w1' }))).toBe('windowTaken')
    expect(outcomeOf(given.when(otherClerk, { type: 'callNext', windowId: 'w1' }))).toBe('notYourWindow')
    expect(outcomeOf(given.when(clerk, { type: 'openWindow', windowId: 'w2' }))).toBe('clerkAtAnotherWindow')
    given.does(supervisor, { type: 'closeWindow', windowId: 'w1' })
    given.does(clerk, { type: 'openWindow', windowId: 'w2' })
    expect(given.hall.windows.get('w1')?.state).toBe('closed')
  })

  it('is closed by a supervisor when its clerk has gone: the ticket is held, and another window goes on with it', () => {
    const given = new GivenHall().opened('w1').opened('w2', otherClerk)
    const { ticketId } = given.issued('identity')
    given.calledNext('w1')
    expect(outcomeOf(given.when(otherClerk, { type: 'closeWindow', windowId: 'w1' }))).toBe('notYourWindow')
    given.does(supervisor, { type: 'closeWindow', windowId: 'w1' })
    expect(given.hall.windows.get('w1')).toMatchObject({ state: 'closed', ticketId: null, staffId: null })
    expect(given.hall.count).toMatchObject({ held: 1, called: 0 })
    given.after(1).does(otherClerk, { type: 'resume', ...at('w2', ticketId) })
    given.after(4).does(otherClerk, { type: 'complete', ...at('w2', ticketId), result: 'accepted' })
    expect(given.changes[0]).toMatchObject({
      row: { serviceMs: 4 * 60_000, windowId: 'w2', result: 'accepted' },
    })
  })

  it('pauses with a reason, calls nobody meanwhile, and goes on', () => {
    const given = new GivenHall().opened('w1')
    given.issued('household')
    given.does(clerk, { type: 'pauseWindow', windowId: 'w1', pauseReasonId: 'lunch' })
    expect(outcomeOf(given.when(clerk, { type: 'callNext', windowId: 'w1' }))).toBe('windowNotOpen')
    expect(boardView(given.hall, 'ground', given.now, noForesight)?.windows[0]).toMatchObject({
      state: 'paused',
      pauseReason: { zh: '午餐' },
    })
    given.opened('w1')
    expect(outcomeOf(given.when(clerk, { type: 'callNext', windowId: 'w1' }))).toBe('TicketCalled')
  })

  it('acts on the ticket that the clerk sees, never on the one that came after it', () => {
    const given = new GivenHall().opened('w1')
    const first = given.issued('household')
    given.issued('household')
    given.calledNext('w1')
    given.does(clerk, { type: 'noShow', ...at('w1', first.ticketId) })
    given.calledNext('w1')
    expect(outcomeOf(given.when(clerk, { type: 'noShow', ...at('w1', first.ticketId) }))).toBe(
      'ticketNotHere',
    )
  })
})
