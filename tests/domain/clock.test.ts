import { expect, it } from 'vitest'
import { steadyClock } from '../../server/clock.ts'

const hourMs = 3_600_000

function given() {
  const machine = { wall: 1_000 * hourMs, steady: 5_000 }
  const clock = steadyClock(
    () => machine.wall,
    () => machine.steady,
  )
  const pass = (ms: number) => {
    machine.wall += ms
    machine.steady += ms
    return clock.now()
  }
  return { machine, pass, start: machine.wall }
}

it('follows the machine, and its small corrections at once', () => {
  const { machine, pass, start } = given()
  expect(pass(1_000) - start).toBe(1_000)
  machine.wall += 2_000
  expect(pass(1_000) - start).toBe(4_000)
})

it('does not believe a leap forward that is taken back, and believes one that lasts', () => {
  const { machine, pass, start } = given()
  machine.wall += 24 * hourMs
  expect(pass(2_000) - start).toBe(2_000)
  machine.wall -= 24 * hourMs
  expect(pass(1_000) - start).toBe(3_000)
  machine.wall += 24 * hourMs
  pass(1_000)
  expect(pass(61_000) - start).toBe(24 * hourMs + 65_000)
})

it('goes on counting where the clock is set back', () => {
  const { machine, pass, start } = given()
  machine.wall -= hourMs
  for (let minutes = 0; minutes < 10; minutes += 1) pass(60_000)
  expect(pass(0) - start).toBe(10 * 60_000)
})
