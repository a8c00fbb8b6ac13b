/** When a hall works: its week, its own table of special days, and the hours of services and windows. */
import { z } from 'zod'
import { day, text } from './vocabulary.ts'

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof weekdays)[number]

export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of the day such as 09:00')
const endTime = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'a time of the day such as 17:30, 24:00 at the latest')

const span = z.strictObject({ from: clockTime, to: endTime })
export type Span = z.infer<typeof span>

/** The open spans of one day, earliest first, with a break between any two; none: closed that day. */
const daySpans = z
  .array(span)
  .max(12)
  .superRefine((spans, context) => {
    for (const [path, message] of spanFaults(spans)) context.addIssue({ code: 'custom', path, message })
  })

/** The open spans of each day of a week. */
const weeklyHours = z.strictObject({
  mon: daySpans,
  tue: daySpans,
  wed: daySpans,
  thu: daySpans,
  fri: daySpans,
  sat: daySpans,
  sun: daySpans,
})
export type WeeklyHours = z.infer<typeof weeklyHours>

export const serviceHours = weeklyHours
  .nullable()
  .meta({ description: "when the service is offered; null: in the hall's hours" })

export const windowShifts = weeklyHours.nullable().meta({
  description: "when the window is staffed, so that lunches can be staggered; null: the hall's hours",
})

const specialDay = z.strictObject({
  day,
  name: text,
  hours: daySpans.meta({ description: 'none: closed that day' }),
})

export const schedule = z.strictObject({
  hours: weeklyHours.meta({ description: "the hall's week" }),
  publicHolidays: z.enum(['china', 'none']).meta({
    description: 'china: the holidays and make-up workdays (调休) that the State Council announces',
  }),
  days: z
    .array(specialDay)
    .max(1000)
    .superRefine((days, context) => {
      for (const [index, each] of days.entries()) {
        if (days.findIndex((other) => other.day === each.day) !== index) {
          context.addIssue({ code: 'custom', path: [index, 'day'], message: `${each.day} stands here twice` })
        }
      }
    })
    .meta({ description: "the hall's own table: it stands above the public holidays and the week" }),
  noon: clockTime.meta({ description: 'parts morning from afternoon where quotas are by the half-day' }),
  lastTicketMinutes: z.int().min(0).max(240).meta({
    description: "no ticket in the last so many minutes before a service's last span of a day ends",
  }),
})
export type Schedule = z.infer<typeof schedule>

const allDay: Span[] = [{ from: '00:00', to: '24:00' }]

/** What a plan without a schedule means: round the clock, every day, and tickets until the end. */
export const openRoundTheClock: Schedule = {
  hours: { mon: allDay, tue: allDay, wed: allDay, thu: allDay, fri: allDay, sat: allDay, sun: allDay },
  publicHolidays: 'none',
  days: [],
  noon: '12:00',
  lastTicketMinutes: 0,
}

function* spanFaults(spans: readonly Span[]): Generator<[path: (string | number)[], message: string]> {
  for (const [index, each] of spans.entries()) {
    const before = spans[index - 1]
    if (each.from >= each.to) {
      yield [[index, 'to'], `${words(each)} ends before it has begun: two days need a span each`]
    } else if (before !== undefined && each.from === before.to) {
      yield [[index, 'from'], `${words(each)} begins as ${words(before)} ends: write them as one`]
    } else if (before !== undefined && each.from < before.to) {
      yield [[index, 'from'], `${words(each)} begins before ${words(before)} has ended`]
    }
  }
}

function words({ from, to }: Span): string {
  return `${from}–${to}`
}
