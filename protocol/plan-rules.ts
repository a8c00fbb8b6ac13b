/** The rules of the line as a plan sets them. Each has a value for plans that were written before the rule was. */
import { z } from 'zod'
import { clockTime } from './schedule.ts'
import { readableId, staffRoles, text } from './vocabulary.ts'

const minutes = (most: number) => z.int().min(0).max(most)

export const missedCall = z
  .strictObject({
    rejoinLimit: z.int().min(0).max(5),
    placesBack: z.int().min(0).max(50),
    graceMinutes: z.int().min(1).max(480),
    callsBeforeNoShow: z
      .int()
      .min(1)
      .max(10)
      .default(1)
      .meta({ description: 'how often a number is called before it may be marked as missed' }),
    recallPauseSeconds: z
      .int()
      .min(0)
      .max(600)
      .default(0)
      .meta({ description: 'between two calls of a number' }),
    automatic: z
      .boolean()
      .default(false)
      .meta({ description: 'the hall itself marks as missed who did not come to the last call' }),
  })
  .refine(({ automatic, recallPauseSeconds }) => !automatic || recallPauseSeconds >= 10, {
    path: ['recallPauseSeconds'],
    message: 'must be 10 or more where missed calls are automatic: people need time to walk',
  })

export const quota = z
  .strictObject({
    day: z.int().min(0).nullable(),
    morning: z.int().min(0).nullable(),
    afternoon: z.int().min(0).nullable(),
  })
  .meta({ description: 'tickets of the service at most; null: no limit' })
export const noQuota = { day: null, morning: null, afternoon: null }

const band = z
  .strictObject({
    from: clockTime,
    to: clockTime,
    capacity: z.int().min(1).max(1_000).meta({ description: 'visits that the service can take in the band' }),
  })
  .refine(({ from, to }) => from < to, { path: ['to'], message: 'must be later than from' })
export type Band = z.infer<typeof band>

/** The bookable bands of a service, each working day; none: it cannot be booked. */
export const bands = z
  .array(band)
  .max(48)
  .refine((all) => all.every((each, at) => at === 0 || (all[at - 1]?.to ?? '') <= each.from), {
    message: 'must be in order, none beginning before the one before it has ended',
  })

export const help = z.strictObject({
  serviceId: readableId,
  afterMinutes: minutes(240).meta({ description: 'only once the head of its line has waited so long' }),
})

export const appointmentRules = z.strictObject({
  openDays: z.int().min(1).max(60).meta({ description: 'bookable on the next so many working days' }),
  cancelHoursAhead: z.int().min(0).max(72),
  graceMinutes: minutes(120).meta({ description: 'later than its slot by more, it stands as a walk-in' }),
  creditMinutes: minutes(240).meta({ description: 'it stands at its slot less so much' }),
  heldForWalkInsPercent: z.int().min(0).max(100),
  noShowLimit: z.int().min(1).max(20).meta({ description: 'so many missed bookings end the right to book' }),
  noShowWithinDays: z
    .int()
    .min(1)
    .max(365)
    .meta({ description: 'counted over, and ended for, so many days' }),
})
export const usualAppointmentRules: z.infer<typeof appointmentRules> = {
  openDays: 7,
  cancelHoursAhead: 2,
  graceMinutes: 10,
  creditMinutes: 10,
  heldForWalkInsPercent: 30,
  noShowLimit: 3,
  noShowWithinDays: 30,
}

export const matter = z.strictObject({
  matterId: readableId,
  name: text,
  prefix: z.string().regex(/^[A-Z]{1,2}$/, 'one or two capital letters'),
  order: z.enum(['given', 'leastWait']),
  serviceIds: z.array(readableId).min(2).max(10),
})

/** Each a value that is measured by service; it is raised above its threshold and cleared at four fifths of it. */
export const crowdingKinds = ['waitingOver', 'waitOver', 'expectedWaitOver', 'idleWhileWaiting'] as const
export const crowdingRule = z.strictObject({
  crowdingRuleId: readableId,
  kind: z.enum(crowdingKinds),
  threshold: z.int().min(1).max(10_000).meta({ description: 'people for waitingOver, else minutes' }),
  serviceIds: z.array(readableId).nullable().meta({ description: 'null: every service' }),
  tell: z.array(z.enum(staffRoles)).min(1),
})
export type CrowdingRule = z.infer<typeof crowdingRule>

export const outOfTurn = z.strictObject({
  roles: z
    .array(z.enum(staffRoles))
    .meta({ description: 'who may call somebody out of turn, with a reason' }),
})
export const returnRules = z.strictObject({
  creditMinutes: minutes(480).meta({
    description: 'who comes back with missing papers stands so much earlier',
  }),
})
export const leftOver = z.enum(['close', 'carry']).meta({
  description: 'carry: who still waits at the end of a day keeps the place for the next working day',
})
