/**
 * What may be asked of the record, and the answers. Every report counts what has ended: a visit once its ticket
 * is served, missed, cancelled or closed by the end of the day, a turn once it is over. Times are ms, shares lie
 * between 0 and 1, and what has nothing to be measured on is null.
 */
import { z } from 'zod'
import { channels, day, readableId, text, turnResults, visitOutcomes } from './vocabulary.ts'

export const groupings = ['service', 'department', 'window', 'clerk', 'hour', 'day'] as const
export type Grouping = (typeof groupings)[number]
export const reportFormats = ['json', 'csv'] as const
export type ReportFormat = (typeof reportFormats)[number]

const daysLimit = 3_700
const dayMs = 86_400_000
const turnsLimit = 10_000

const range = z.strictObject({
  from: day.meta({ description: 'the first day' }),
  to: day.meta({ description: `the last day, itself included; ${daysLimit} days at most` }),
})

function daysIn({ from, to }: { from: string; to: string }): number {
  return (Date.parse(to) - Date.parse(from)) / dayMs + 1
}
const forwards = {
  rule: (query: { from: string; to: string }) => daysIn(query) >= 1,
  refusal: { path: ['to'], message: 'is before from' },
}
const notTooLong = {
  rule: (query: { from: string; to: string }) => daysIn(query) <= daysLimit,
  refusal: { path: ['to'], message: `is more than ${daysLimit} days from the first one` },
}

/** `GET /api/reports/summary` */
export const summaryQuery = range
  .extend({ by: z.enum(groupings), format: z.enum(reportFormats).default('json') })
  .refine(forwards.rule, forwards.refusal)
  .refine(notTooLong.rule, notTooLong.refusal)
export type SummaryQuery = z.output<typeof summaryQuery>

/** `GET /api/reports/turns`: as JSON a page, as CSV all of them. */
export const turnsQuery = range
  .extend({
    format: z.enum(reportFormats).default('json'),
    limit: z.coerce.number().int().min(1).max(turnsLimit).optional().meta({
      description: 'how many rows the page may have; 1,000 unless said. Not for CSV.',
    }),
    after: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}_\d{1,15}_[^_]{1,60}_\d{1,6}$/, 'the `next` of the page before')
      .optional()
      .meta({ description: 'the `next` of the page before. Not for CSV.' }),
  })
  .refine(forwards.rule, forwards.refusal)
  .refine(notTooLong.rule, notTooLong.refusal)
  .refine(({ format, limit, after }) => format === 'json' || (limit === undefined && after === undefined), {
    path: ['format'],
    message: 'csv has all rows of the range, so it takes neither limit nor after',
  })
export type TurnsQuery = z.output<typeof turnsQuery>

const count = z.int().min(0)
const instant = z.int().meta({ description: 'milliseconds since 1970-01-01T00:00Z' })
const durationMs = z.number().min(0)
const share = z.number().min(0).max(1).nullable()
const ratio = z.number().min(0).nullable()

/** Percentiles are nearest-rank: the smallest value that at least p % of all values do not exceed. */
export const spread = z
  .strictObject({
    count: count.meta({ description: 'how many were measured' }),
    mean: durationMs.nullable(),
    p50: durationMs.nullable(),
    p90: durationMs.nullable(),
    p95: durationMs.nullable(),
    longest: durationMs.nullable(),
  })
  .meta({ description: 'milliseconds; percentiles are nearest-rank' })
export type Spread = z.infer<typeof spread>

/**
 * The measures of one group. A turn belongs to the service, window, clerk, hour and day of its own; a visit to
 * the service it came for, the hour and day of its ticket, and to every window and clerk that it had a turn with.
 */
export const figures = z.strictObject({
  turns: count.meta({ description: 'passages through a line that have ended' }),
  visits: count.meta({ description: 'visits that have ended' }),
  waitMs: spread
    .extend({ withinTargetShare: share.meta({ description: "waits no longer than their service's target" }) })
    .meta({ description: 'queued → first called, over the turns that were called' }),
  promise: z
    .strictObject({
      count,
      insideShare: share.meta({ description: 'waits no longer than their promised bound' }),
      underMedianShare: share.meta({ description: 'waits no longer than their promised median' }),
      meanErrorMs: z.number().nullable().meta({ description: 'the mean of wait − promised median' }),
      meanAbsoluteErrorMs: durationMs.nullable(),
    })
    .meta({ description: 'the wait promise against the truth, over the called turns that had one' }),
  walkMs: spread.meta({ description: 'first called → started, over the turns that were started' }),
  serviceMs: spread.meta({
    description:
      'started → ended less the holds, over the started turns that the end of the day did not cut off',
  }),
  heldMs: spread.meta({ description: 'time on hold, over the turns that were held' }),
  visitMs: spread.meta({ description: 'issued → ended, over the visits that were served' }),
  visitWaitMs: spread.meta({
    description: 'all waits of a visit together, over the visits that were served',
  }),
  serviceTimeShare: share.meta({ description: "the group's service time / the service time of all" }),
  calls: count.meta({ description: 'calls and recalls' }),
  callsPerCalledTurn: ratio.meta({ description: 'calls and recalls / turns that were called' }),
  results: z.record(z.enum(turnResults), count).meta({ description: 'turns by how they ended' }),
  outcomes: z.record(z.enum(visitOutcomes), count).meta({ description: 'visits by how they ended' }),
  channels: z.record(z.enum(channels), count).meta({ description: 'visits by where the ticket was issued' }),
  noShowShare: share.meta({ description: 'turns that ended as a no-show / turns that were called' }),
  cancelledShare: share.meta({ description: 'turns that the visitor left / turns' }),
  leftOverShare: share.meta({ description: 'turns that the end of the day closed / turns' }),
  transferredShare: share.meta({ description: 'turns that ended in a transfer / turns that were called' }),
  doneOnTheSpotShare: share.meta({
    description: 'turns done on the spot / turns completed with a result of the service',
  }),
  turnsPerVisit: ratio.meta({ description: 'turns that the visits had, wherever / visits' }),
  oneTurnShare: share.meta({ description: 'visits served in their first turn / visits served' }),
  rejoinShare: share.meta({ description: 'visits that rejoined after a missed call / visits' }),
  priorityShare: share.meta({ description: 'visits of a priority class / visits' }),
  peopleAheadMean: ratio.meta({ description: 'people ahead at issue, the mean over the visits' }),
})
export type Figures = z.infer<typeof figures>

/** The rows are sorted by key. Clerk and window have a row with key null for the turns that nobody called. */
export const summary = z.strictObject({
  from: day,
  to: day,
  by: z.enum(groupings),
  rows: z.array(
    figures.extend({
      key: z.string().nullable().meta({ description: 'an id, an hour (00 to 23) or a day' }),
      name: text.nullable().meta({ description: 'null where the hall has no such id any more' }),
    }),
  ),
  total: figures,
})
export type Summary = z.infer<typeof summary>

export const reportedTurn = z.strictObject({
  day,
  ticketId: z.string(),
  turnNo: z.int().min(1),
  ticketNumber: z.string(),
  channel: z.enum(channels),
  priorityClassId: readableId.nullable(),
  serviceId: readableId,
  serviceName: text.nullable(),
  departmentId: readableId,
  departmentName: text.nullable(),
  windowId: readableId.nullable(),
  windowName: text.nullable(),
  staffId: z.string().nullable(),
  staffName: text.nullable(),
  hour: z.int().min(0).max(23),
  queuedAt: instant,
  calledAt: instant.nullable(),
  startedAt: instant.nullable(),
  endedAt: instant,
  calls: count,
  waitMs: durationMs.nullable(),
  walkMs: durationMs.nullable(),
  serviceMs: durationMs.nullable(),
  heldMs: durationMs,
  waitTargetMs: durationMs,
  promisedMedianMs: durationMs.nullable(),
  promisedBoundMs: durationMs.nullable(),
  result: z.enum(turnResults),
})
export type ReportedTurn = z.infer<typeof reportedTurn>

/** In the order in which they were queued. */
export const turnPage = z.strictObject({
  from: day,
  to: day,
  rows: z.array(reportedTurn),
  next: z.string().nullable().meta({ description: '`after` of the next page; null: this is the last' }),
})
export type TurnPage = z.infer<typeof turnPage>
