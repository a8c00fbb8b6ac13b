/** The demonstration's clock runs as fast as it is told, skips the night and stops at once. */
import { expect, test } from 'vitest'
import { startHallClock } from '../../server/sample/hall-clock.ts'

const startAt = Date.parse('2026-03-02T09:00+08:00')

test('at sixty times the speed a minute of the hall passes in about a second', async () => {
  const clock = startHallClock(startAt, 60, new AbortController().signal)
  const before = performance.now()
  await clock.sleep(12_000)
  const outsideMs = performance.now() - before
  expect(outsideMs).toBeGreaterThan(190)
  expect(outsideMs).toBeLessThan(1_500)
  expect(clock.now() - startAt).toBeGreaterThanOrEqual(11_900)
})

test('it skips to a later instant and never goes back', () => {
  const clock = startHallClock(startAt, 1, new AbortController().signal)
  clock.skipTo(startAt + 3_600_000)
  expect(clock.now()).toBeGreaterThanOrEqual(startAt + 3_600_000)
  clock.skipTo(startAt)
  expect(clock.now()).toBeGreaterThanOrEqual(startAt + 3_600_000)
})

test('waiting for somebody ends when they come, or with null when they do not', async () => {
  const clock = startHallClock(startAt, 60, new AbortController().signal)
  expect(await clock.within(60_000, Promise.resolve('A001'))).toBe('A001')
  expect(await clock.within(600, new Promise(() => {}))).toBeNull()
})

test('stopping wakes every sleeper at once', async () => {
  const stop = new AbortController()
  const clock = startHallClock(startAt, 1, stop.signal)
  const sleeping = clock.sleep(3_600_000)
  const waiting = clock.within(3_600_000, new Promise(() => {}))
  stop.abort()
  await expect(sleeping).rejects.toThrow(/abort/i)
  await expect(waiting).rejects.toThrow(/abort/i)
})
