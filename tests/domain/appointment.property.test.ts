/** The bound that is told to the booked and to those who walk in, held on made-up days. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Ticket } from '../../server/domain/hall.ts'
import { bookablePlan } from '../support/bookable-plan.ts'
import { GivenBookings } from '../support/given-bookings.ts'
import { clerk, minuteMs } from '../support/given-hall.ts'
import { week } from '../support/given-schedule.ts'

const monday = '2026-03-02'
const creditMinutes = 10
const graceMinutes = 15
const creditMs = creditMinutes * minuteMs
const graceMs = graceMinutes * minuteMs
const rules = bookablePlan({ heldForWalkInsPercent: 0, creditMinutes, graceMinutes })
const plan = { ...rules, schedule: { ...rules.schedule, hours: week('08:00-18:00') } }
const slots = ['09:00', '10:00', '11:00', '14:00'] as const
/** Of each band, by the plan. */
const capacity = 4

/** Minutes after 08:30 at which somebody walks in; how late each of a band's booked visitors comes; minutes a service takes. */
const madeUpDay = fc.record({
  walkIns: fc.array(fc.integer({ min: 0, max: 240 }), { minLength: 30, maxLength: 50 }),
  booked: fc.array(
    fc.record({ slot: fc.constantFrom(...slots), lateMinutes: fc.integer({ min: -12, max: 20 }) }),
    { minLength: 8, maxLength: 16 },
  ),
  serviceMinutes: fc.integer({ min: 3, max: 12 }),
})

interface Came {
  readonly ticket: Ticket
  readonly at: number
  /** Null: walked in. */
  readonly slotAt: number | null
}

/** Plays the day at one window. Calls `onCall` with who is called and who still waits. */
function play(
  day: typeof madeUpDay extends fc.Arbitrary<infer Day> ? Day : never,
  onCall: (called: Came, waiting: Came[]) => void,
) {
  const given = new GivenBookings(plan)
  given.opened('w1')
  const startsAt = given.at('08:30').now
  given.at('08:00')
  const coming: { at: number; come: () => Came }[] = day.walkIns.map((minutes) => {
    const at = startsAt + minutes * minuteMs
    return { at, come: () => ({ ticket: given.issued('household'), at, slotAt: null }) }
  })
  for (const [n, { slot, lateMinutes }] of day.booked.entries()) {
    if (given.bands(monday).includes(`${slot} 0`)) continue
    const appointment = given.booked(`p${n}`, monday, slot)
    const at = appointment.slotAt + lateMinutes * minuteMs
    if (at < given.now) continue
    coming.push({
      at,
      come: () => ({ ticket: given.checkedIn(appointment), at, slotAt: appointment.slotAt }),
    })
  }
  coming.sort((a, b) => a.at - b.at)
  const waiting: Came[] = []
  const callOne = () => {
    const { ticketId } = given.calledNext('w1')
    const index = waiting.findIndex(({ ticket }) => ticket.ticketId === ticketId)
    const [called] = waiting.splice(index, 1)
    if (called !== undefined) onCall(called, waiting)
    given.does(clerk, { type: 'start', windowId: 'w1', ticketId })
    given.does(clerk, { type: 'complete', windowId: 'w1', ticketId, result: 'accepted' })
  }
  let freeAt = startsAt
  while (coming.length > 0 || waiting.length > 0) {
    const next = coming[0]
    if (next !== undefined && (next.at <= freeAt || waiting.length === 0)) {
      given.now = Math.max(given.now, next.at)
      freeAt = Math.max(freeAt, next.at)
      waiting.push(next.come())
      coming.shift()
      continue
    }
    given.now = Math.max(given.now, freeAt)
    callOne()
    freeAt += day.serviceMinutes * minuteMs
  }
}

const isOnTime = ({ at, slotAt }: Came) => slotAt !== null && at <= slotAt + graceMs

it('of those who walk in, nobody is called before a booked visitor who is on time but who came more than the credit before the slot, or before that visitor', () => {
  let passed = 0
  fc.assert(
    fc.property(madeUpDay, (day) => {
      play(day, (called, waiting) => {
        if (isOnTime(called)) return
        for (const booked of waiting.filter(isOnTime)) {
          passed += 1
          expect(called.at).toBeLessThanOrEqual(Math.min(booked.at, (booked.slotAt ?? 0) - creditMs))
        }
      })
    }),
    { numRuns: 60 },
  )
  expect(passed, 'the days were busy enough to say something').toBeGreaterThan(100)
})

it('who walks in is passed only by the booked of bands that begin within the credit after and the grace before, never by more than those hold', () => {
  let passed = 0
  fc.assert(
    fc.property(madeUpDay, (day) => {
      const passedBy = new Map<Came, number[]>()
      play(day, (called, waiting) => {
        for (const walkIn of waiting) {
          if (isOnTime(walkIn) || called.at <= walkIn.at) continue
          passed += 1
          expect(isOnTime(called), 'only a booked visitor who is on time passes').toBe(true)
          expect(called.at - walkIn.at).toBeLessThanOrEqual(creditMs + graceMs)
          const slotAt = called.slotAt ?? 0
          expect(slotAt).toBeGreaterThanOrEqual(walkIn.at - graceMs)
          expect(slotAt).toBeLessThanOrEqual(walkIn.at + creditMs)
          passedBy.set(walkIn, [...(passedBy.get(walkIn) ?? []), slotAt])
        }
      })
      for (const slotsPassed of passedBy.values()) {
        expect(slotsPassed.length).toBeLessThanOrEqual(capacity * new Set(slotsPassed).size)
      }
    }),
    { numRuns: 60 },
  )
  expect(passed, 'the days were busy enough to say something').toBeGreaterThan(50)
})
