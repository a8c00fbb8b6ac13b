/** The simulated visitors come as people do, and the same seed brings the same day. */
import { expect, test } from 'vitest'
import {
  closesAtHour,
  minuteMs,
  nextArrivalHour,
  opensAtHour,
  priorityClassOf,
  resultOf,
  serviceTimeMs,
  visitorsADay,
  visitorsAnHour,
  wantedService,
} from '../../server/sample/demand.ts'
import { type Random, seededRandom } from '../../server/sample/random.ts'

function arrivalsOfDay(random: Random): number[] {
  const hours: number[] = []
  let hour = nextArrivalHour(0, random)
  while (hour !== null) {
    hours.push(hour)
    hour = nextArrivalHour(hour, random)
  }
  return hours
}

const between = (hours: number[], from: number, to: number) =>
  hours.filter((hour) => hour >= from && hour < to).length

test('a seed brings the same day again, another seed another day', () => {
  const story = (seed: number) => {
    const random = seededRandom(seed)
    return arrivalsOfDay(random).map((hour) => [hour, wantedService(random), priorityClassOf(random)])
  }
  expect(story(7)).toEqual(story(7))
  expect(story(7)).not.toEqual(story(8))
})

test('a branch draws numbers of its own and is repeated with its seed', () => {
  const draw = (random: Random) => Array.from({ length: 5 }, () => random.next())
  expect(draw(seededRandom(1).branch())).toEqual(draw(seededRandom(1).branch()))
  expect(draw(seededRandom(1).branch())).not.toEqual(draw(seededRandom(1)))
})

test('people come in order, only while the doors are open, about as many as expected', () => {
  const hours = arrivalsOfDay(seededRandom(3))
  expect(hours).toEqual([...hours].sort((a, b) => a - b))
  expect(hours[0]).toBeGreaterThanOrEqual(opensAtHour)
  expect(hours.at(-1)).toBeLessThan(closesAtHour)
  expect(Math.abs(hours.length - visitorsADay)).toBeLessThan(5 * Math.sqrt(visitorsADay))
})

test('the curve holds all visitors of the day: a peak each side of a quiet noon, nobody at night', () => {
  let sum = 0
  for (let half = 0; half < 48; half += 1) sum += visitorsAnHour(half / 2) / 2
  expect(sum).toBeCloseTo(visitorsADay, 6)
  expect(visitorsAnHour(8)).toBe(0)
  expect(visitorsAnHour(20)).toBe(0)
  const hours = arrivalsOfDay(seededRandom(5))
  expect(between(hours, 9.5, 10.5)).toBeGreaterThan(2 * between(hours, 12, 13))
  expect(between(hours, 14, 15)).toBeGreaterThan(1.5 * between(hours, 12, 13))
})

test('a service takes its usual time: half of them less, a few much longer, none below zero', () => {
  const random = seededRandom(11)
  const minutes = Array.from({ length: 4_000 }, () => serviceTimeMs('id-card', random) / minuteMs).sort(
    (a, b) => a - b,
  )
  expect(minutes[2_000]).toBeGreaterThan(5.6)
  expect(minutes[2_000]).toBeLessThan(6.4)
  expect(minutes[3_800]).toBeGreaterThan(11)
  expect(minutes[0]).toBeGreaterThan(0.5)
})

test('most have no priority, and most matters are done', () => {
  const random = seededRandom(13)
  const classes = Array.from({ length: 2_000 }, () => priorityClassOf(random))
  const share = classes.filter((each) => each !== null).length / classes.length
  expect(share).toBeGreaterThan(0.06)
  expect(share).toBeLessThan(0.12)
  const results = Array.from({ length: 2_000 }, () =>
    resultOf({ serviceId: 'id-card', kind: 'promised' }, random),
  )
  expect(results.filter((each) => each === 'accepted').length / results.length).toBeGreaterThan(0.75)
  expect(results).not.toContain('doneOnTheSpot')
  expect(resultOf({ serviceId: 'enquiry', kind: 'onTheSpot' }, random)).toBe('enquiry')
})
