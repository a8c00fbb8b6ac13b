import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Span, serviceHours, type WeeklyHours, weekdays } from '../../protocol/schedule.ts'
import { endOfDay, localDay } from '../../server/domain/calendar.ts'
import { daySchedule, isOnShift, serviceStateAt } from '../../server/domain/schedule.ts'
import { givenHours } from '../support/given-schedule.ts'

const timeOf = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** Up to three spans, sorted, a break between any two; to the quarter of an hour, so that gaps are hit. */
const someSpans: fc.Arbitrary<Span[]> = fc.integer({ min: 0, max: 3 }).chain((count) =>
  fc
    .uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: count * 2, maxLength: count * 2 })
    .map((quarters) => quarters.sort((a, b) => a - b))
    .map((quarters) =>
      Array.from({ length: count }, (_, index) => ({
        from: timeOf((quarters[index * 2] ?? 0) * 15),
        to: timeOf((quarters[index * 2 + 1] ?? 0) * 15),
      })),
    ),
)
const someWeek: fc.Arbitrary<WeeklyHours> = fc
  .tuple(...weekdays.map(() => someSpans))
  .map((days) => Object.fromEntries(weekdays.map((each, index) => [each, days[index]])) as WeeklyHours)

const someDay = fc.oneof(
  // The days on which clocks change, and any other.
  fc.constantFrom('2026-03-08', '2026-11-01', '2026-03-29', '2026-10-25', '2026-04-05', '2026-10-04'),
  fc.integer({ min: 0, max: 729 }).map((ahead) => localDay(Date.UTC(2026, 0, 1 + ahead), 'UTC')),
)
const someZone = fc.constantFrom(
  'Asia/Shanghai',
  'America/New_York',
  'Europe/Berlin',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
)

/** A hall of any week, and one of its days. */
const someHall = fc
  .record({
    week: someWeek,
    day: someDay,
    timeZone: someZone,
    lastTicketMinutes: fc.constantFrom(0, 30, 240),
  })
  .map((given) => {
    const { week, day, timeZone, lastTicketMinutes } = given
    const scheduled = givenHours({
      timeZone,
      schedule: { hours: week, publicHolidays: 'none', lastTicketMinutes },
    })
    return { ...given, schedule: daySchedule(scheduled, day) }
  })

const yesterdayOf = (day: string) => localDay(Date.parse(`${day}T00:00Z`) - 86_400_000, 'UTC')

/** A clock on the wall read minute by minute; what it has shown once, it has reached. */
function minutesOf(day: string, timeZone: string): { at: number; reached: string }[] {
  const wall = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' })
  const startsAt = endOfDay(yesterdayOf(day), timeZone)
  const minutes = (endOfDay(day, timeZone) - startsAt) / 60_000
  let reached = ''
  return Array.from({ length: minutes }, (_, minute) => {
    const at = startsAt + minute * 60_000
    const shown = wall.format(at)
    if (shown > reached) reached = shown
    return { at, reached }
  })
}

describe('any week, any day, any time zone', () => {
  it('has spans that are sorted, apart and within the day', () => {
    fc.assert(
      fc.property(someHall, ({ week, day, timeZone, schedule }) => {
        expect(serviceHours.safeParse(week).success).toBe(true)
        let before = endOfDay(yesterdayOf(day), timeZone)
        for (const { openAt, closeAt } of schedule.hall) {
          expect(openAt).toBeGreaterThanOrEqual(before)
          expect(closeAt).toBeGreaterThan(openAt)
          before = closeAt
        }
        expect(before).toBeLessThanOrEqual(endOfDay(day, timeZone))
      }),
    )
  })

  it('is open, staffed and giving tickets just when a clock read minute by minute says so', () => {
    fc.assert(
      fc.property(someHall, ({ week, day, timeZone, lastTicketMinutes, schedule }) => {
        const spans = week[weekdays[(new Date(`${day}T00:00Z`).getUTCDay() + 6) % 7] ?? 'mon']
        const isWholeDay = spans.some(({ from, to }) => from === '00:00' && to === '24:00')
        const clock = minutesOf(day, timeZone).map(({ at, reached }) => ({
          at,
          reached,
          isOpen: spans.some(({ from, to }) => from <= reached && reached < to),
        }))
        const closesAt = (clock.findLast(({ isOpen }) => isOpen)?.at ?? Number.NEGATIVE_INFINITY) + 60_000
        const lastTicketAt = isWholeDay ? closesAt : closesAt - lastTicketMinutes * 60_000
        const wrong = clock.filter(({ at, isOpen }) => {
          const { state } = serviceStateAt(schedule, 'household', at)
          return (
            isOnShift(schedule, 'w1', at) !== isOpen ||
            (state === 'open') !== (isOpen && at < lastTicketAt) ||
            (state === 'closed') !== at >= closesAt
          )
        })
        expect(wrong).toEqual([])
      }),
    )
  })

  it('keeps what it announces: at the instant it names, the state changes', () => {
    fc.assert(
      fc.property(someHall, ({ day, timeZone, schedule }) => {
        const stateAt = (at: number) => serviceStateAt(schedule, 'household', at)
        for (const state of new Set(minutesOf(day, timeZone).map(({ at }) => stateAt(at)))) {
          if ('opensAt' in state) expect(stateAt(state.opensAt).state).toBe('open')
          if (state.state === 'open' && state.lastTicketAt !== null) {
            expect(stateAt(state.lastTicketAt - 1).state).toBe('open')
            expect(['noMoreTickets', 'closed']).toContain(stateAt(state.lastTicketAt).state)
          }
          if (state.state === 'noMoreTickets') expect(stateAt(state.closesAt).state).toBe('closed')
        }
      }),
    )
  })
})
