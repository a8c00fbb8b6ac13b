import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Actor } from '../../protocol/vocabulary.ts'
import { isRefusal } from '../../server/domain/commands.ts'
import { evolve } from '../../server/domain/evolve.ts'
import { emptyHall, type Hall } from '../../server/domain/hall.ts'
import { compareStanding } from '../../server/domain/line.ts'
import type { SentCommand } from '../support/given-commands.ts'
import { admin, clerk, GivenHall, kiosk, otherClerk, supervisor } from '../support/given-hall.ts'
import { smallPlan } from '../support/small-plan.ts'

/** Anything that anybody might try: a number stands for one of the tickets or windows there are. */
const attempt = fc.record({
  what: fc.constantFrom(
    'issueTicket',
    'issueTicket',
    'issueTicket',
    'openWindow',
    'openWindow',
    'callNext',
    'callNext',
    'callNext',
    'start',
    'start',
    'complete',
    'complete',
    'call',
    'recall',
    'hold',
    'resume',
    'transfer',
    'noShow',
    'rejoin',
    'cancel',
    'pauseWindow',
    'closeWindow',
  ),
  who: fc.constantFrom(clerk, otherClerk, supervisor),
  ticket: fc.nat(30),
  window: fc.nat(2),
  service: fc.nat(2),
  isPriority: fc.boolean(),
  atWindow: fc.boolean(),
  laterMinutes: fc.constantFrom(0, 0, 1, 4, 15),
})
type Attempt = typeof attempt extends fc.Arbitrary<infer Value> ? Value : never

function commandOf(given: GivenHall, tried: Attempt, made: number): { actor: Actor; command: SentCommand } {
  const windowId = smallPlan.windows[tried.window]?.windowId ?? ''
  const tickets = [...given.hall.tickets.keys()]
  const present = given.hall.windows.get(windowId)?.ticketId ?? null
  const any = tickets[tried.ticket % Math.max(1, tickets.length)] ?? 'none'
  const ticketId = tried.atWindow && present !== null ? present : any
  const owner = given.hall.windows.get(windowId)?.staffId
  const actor =
    [clerk, otherClerk, supervisor].find((each) => 'staffId' in each && each.staffId === owner) ?? tried.who
  const serviceId = smallPlan.services[tried.service]?.serviceId ?? ''
  switch (tried.what) {
    case 'issueTicket': {
      const ticketIds = { ticketId: `ticket-${made}`, token: `token-${made}` }
      const priorityClassId = tried.isPriority ? 'elderly' : null
      return {
        actor: kiosk,
        command: { type: 'issueTicket', ...ticketIds, serviceId, priorityClassId, printerId: null },
      }
    }
    case 'rejoin':
    case 'cancel':
      return { actor: admin, command: { type: tried.what, ticketId: any } }
    case 'openWindow':
    case 'closeWindow':
    case 'callNext':
      return { actor, command: { type: tried.what, windowId } }
    case 'pauseWindow':
      return { actor, command: { type: 'pauseWindow', windowId, pauseReasonId: 'lunch' } }
    case 'hold':
      return { actor, command: { type: 'hold', windowId, ticketId, note: '' } }
    case 'transfer': {
      const toWindowId = tried.isPriority ? (smallPlan.windows[tried.ticket % 3]?.windowId ?? null) : null
      return {
        actor,
        command: { type: 'transfer', windowId, ticketId, toServiceId: serviceId, toWindowId, note: '' },
      }
    }
    case 'complete':
      return { actor, command: { type: 'complete', windowId, ticketId, result: 'accepted' } }
    default:
      return { actor, command: { type: tried.what, windowId, ticketId } }
  }
}

function mustHold(hall: Hall): void {
  const atWindows = [...hall.windows.values()].flatMap(({ ticketId }) => ticketId ?? [])
  expect(new Set(atWindows).size, 'a ticket at two windows').toBe(atWindows.length)
  const inLines = [...hall.serviceLines.values(), ...hall.windowLines.values()].flat()
  const waiting = [...hall.tickets.values()].filter(({ state }) => state === 'waiting')
  expect(inLines.map(({ ticketId }) => ticketId).sort()).toEqual(
    waiting.map(({ ticketId }) => ticketId).sort(),
  )
  for (const line of [...hall.serviceLines.values(), ...hall.windowLines.values()]) {
    expect(line.toSorted(compareStanding), 'a line out of order').toEqual(line)
  }
  const numbers = [...hall.tickets.values()].map(({ ticketNumber }) => ticketNumber)
  expect(new Set(numbers).size, 'a number twice').toBe(numbers.length)
  const present = [...hall.tickets.values()].filter(({ state }) => state === 'called' || state === 'serving')
  expect(present.map(({ ticketId }) => ticketId).sort()).toEqual(atWindows.sort())
  for (const state of Object.keys(hall.count) as (keyof Hall['count'])[]) {
    expect(hall.count[state]).toBe(
      [...hall.tickets.values()].filter((ticket) => ticket.state === state).length,
    )
  }
}

function liveThrough(attempts: readonly Attempt[]): GivenHall {
  const given = new GivenHall()
  let made = 0
  for (const tried of attempts) {
    given.after(tried.laterMinutes)
    made += 1
    const { actor, command } = commandOf(given, tried, made)
    const decision = given.when(actor, command)
    if (isRefusal(decision)) continue
    // Who is called next has the smallest standing of all that the window may serve.
    const [event] = given.does(actor, command)
    if (command.type === 'callNext' && event?.type === 'TicketCalled') {
      const serves = smallPlan.windows.find(({ windowId }) => windowId === command.windowId)?.serviceIds ?? []
      const called = given.hall.tickets.get(event.ticketId)
      const passed = [...given.hall.tickets.values()].filter(
        ({ state, turn, boundWindowId, place }) =>
          state === 'waiting' &&
          (boundWindowId === null ? serves.includes(turn.serviceId) : boundWindowId === command.windowId) &&
          called !== undefined &&
          compareStanding(place, called.place) < 0,
      )
      expect(passed, 'somebody with an earlier standing was passed').toEqual([])
    }
    mustHold(given.hall)
  }
  return given
}

describe('any day that people can make of it', () => {
  it('loses nobody, gives no number twice, keeps a ticket at one window and the lines in order', () => {
    fc.assert(
      fc.property(fc.array(attempt, { maxLength: 80 }), (attempts) => {
        liveThrough(attempts)
      }),
      { numRuns: 400 },
    )
  })

  it('is told again by its journal: the same hall, and the same record', () => {
    fc.assert(
      fc.property(fc.array(attempt, { maxLength: 80 }), (attempts) => {
        const given = liveThrough(attempts)
        const again = emptyHall()
        for (const stored of structuredClone(given.events)) evolve(again, stored)
        expect(again).toEqual(given.hall)
      }),
      { numRuns: 200 },
    )
  })

  it('ends with every ticket accounted for: served, missed, cancelled or closed, once each', () => {
    fc.assert(
      fc.property(fc.array(attempt, { maxLength: 80 }), (attempts) => {
        const given = liveThrough(attempts)
        const issued = given.hall.tickets.size
        given.after(24 * 60)
        given.does(
          { kind: 'hall' },
          { type: 'turnDay', day: '2026-03-03', plan: smallPlan, oldDayEndedAt: given.now },
        )
        const visits = new Map<string, string>()
        for (const change of given.changes) {
          if (change.kind === 'visit') visits.set(change.row.ticketId, change.row.outcome)
          if (change.kind === 'visitReopened') visits.delete(change.ticketId)
        }
        expect(visits.size).toBe(issued)
      }),
      { numRuns: 200 },
    )
  })
})
