import { describe, expect, it } from 'vitest'
import type { TurnRow } from '../../server/domain/record.ts'
import { Forecaster, type PastTurn } from '../../server/forecast/forecaster.ts'
import { clerk, GivenHall, minuteMs, nineOClock } from '../support/given-hall.ts'

const dayMs = 24 * 60 * minuteMs

/** Numbers that look like chance and are the same each time (mulberry32, Tommy Ettinger 2017). */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A day of one busy window, by the minute: somebody comes every four minutes or so, and takes as long. */
function live(day: string, at: number, seed: number, forecaster: Forecaster): TurnRow[] {
  const random = chance(seed)
  const given = new GivenHall(undefined, day)
  given.foresee = forecaster.foresee
  given.now = at
  given.opened('w1')
  let endsAt = 0
  for (let minute = 0; minute < 400; minute += 1) {
    given.now = at + minute * minuteMs
    if (random() < 0.25) given.issued('household')
    const ticketId = given.hall.windows.get('w1')?.ticketId ?? null
    if (ticketId !== null && given.now >= endsAt) {
      given.does(clerk, { type: 'complete', windowId: 'w1', ticketId, result: 'accepted' })
    }
    if (given.hall.windows.get('w1')?.ticketId === null && given.hall.count.waiting > 0) {
      const called = given.calledNext('w1')
      given.does(clerk, { type: 'start', windowId: 'w1', ticketId: called.ticketId })
      endsAt = given.now + Math.ceil(-Math.log(1 - random()) * 3.6) * minuteMs
    }
  }
  return given.changes.flatMap((change) => (change.kind === 'turn' ? change.row : []))
}

const pastOf = (rows: readonly TurnRow[]): PastTurn[] =>
  rows.flatMap(({ waitMs, lineFacts, ...row }) =>
    waitMs === null || lineFacts === null ? [] : { ...row, waitMs, lineFacts: JSON.parse(lineFacts) },
  )

const days = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06']

describe('the promise of a hall', () => {
  it('is none on the first day, then rests on what the hall itself measured, and is mostly kept', () => {
    const forecaster = new Forecaster()
    const past: TurnRow[] = []
    const kept: TurnRow[] = []
    for (const [index, day] of days.entries()) {
      forecaster.fit(pastOf(past))
      const rows = live(day, nineOClock + index * dayMs, 7 + index, forecaster)
      if (index === 0) expect(rows.every(({ promisedBoundMs }) => promisedBoundMs === null)).toBe(true)
      if (index >= 2) kept.push(...rows.filter(({ promisedBoundMs }) => promisedBoundMs !== null))
      past.push(...rows)
    }
    const inside = kept.filter(({ waitMs, promisedBoundMs }) => (waitMs ?? 0) <= (promisedBoundMs ?? 0))
    console.info(`promised ${kept.length}, inside the bound ${inside.length}`)
    expect(kept.length).toBeGreaterThan(200)
    expect(inside.length / kept.length).toBeGreaterThan(0.8)
    expect(inside.length / kept.length).toBeLessThan(0.98)
    const ofLine = (ahead: number) =>
      kept
        .filter(({ lineFacts }) => JSON.parse(lineFacts ?? '{}').ahead === ahead)
        .map((row) => row.promisedMedianMs ?? 0)
    const meanOf = (all: number[]) => all.reduce((sum, each) => sum + each, 0) / all.length
    expect(meanOf(ofLine(4))).toBeGreaterThan(meanOf(ofLine(1)))
  })

  it('stays within the day, however long the waits are that come to be known', () => {
    const forecaster = new Forecaster()
    forecaster.fit(
      pastOf(days.slice(0, 3).flatMap((day, n) => live(day, nineOClock + n * dayMs, n, forecaster))),
    )
    const given = new GivenHall(undefined, '2026-03-05')
    given.foresee = forecaster.foresee
    given.opened('w1')
    for (let hour = 0; hour < 12; hour += 1) {
      for (let n = 0; n < 25; n += 1) given.issued('household')
      given.after(60)
      for (let n = 0; n < 25; n += 1) {
        const { ticketId } = given.calledNext('w1')
        given.does(clerk, { type: 'start', windowId: 'w1', ticketId })
        given.does(clerk, { type: 'complete', windowId: 'w1', ticketId, result: 'accepted' })
      }
    }
    const { promise } = given.issued('household').turn
    expect(promise?.boundMs).toBeGreaterThan(30 * minuteMs)
    expect(promise?.boundMs).toBeLessThanOrEqual(dayMs)
    expect(Number.isSafeInteger(promise?.boundMs)).toBe(true)
  })

  it('is none while no window is open that could call', () => {
    const forecaster = new Forecaster()
    forecaster.fit(
      pastOf(days.slice(0, 3).flatMap((day, n) => live(day, nineOClock + n * dayMs, n, forecaster))),
    )
    const given = new GivenHall(undefined, '2026-03-05')
    given.foresee = forecaster.foresee
    expect(given.issued('household').turn.promise).toBeNull()
    given.opened('w1')
    expect(given.issued('household').turn.promise?.boundMs).toBeGreaterThan(0)
  })
})
