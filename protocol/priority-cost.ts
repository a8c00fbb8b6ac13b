/** What a priority class costs the others: asked by the plan's editor, answered from the record of the last days. */
import { z } from 'zod'
import { readableId, text } from './vocabulary.ts'

/** `GET /api/plan/priority-cost`; another credit or cap than the plan's may be tried out. */
export const priorityCostQuery = z.strictObject({
  priorityClassId: readableId,
  creditMinutes: z.coerce.number().int().min(0).max(480).optional(),
  dailyCap: z.coerce.number().int().min(0).optional(),
})

export const priorityCost = z.strictObject({
  priorityClassId: readableId,
  creditMinutes: z.int(),
  dailyCap: z.int().nullable(),
  days: z.int().meta({ description: 'how many days of the class are on record' }),
  serviceId: readableId.nullable().meta({ description: 'where it costs most; null: nothing is on record' }),
  passedByAtMost: z.int(),
  delayMinutesAtMost: z.number(),
  text,
})
export type PriorityCost = z.infer<typeof priorityCost>
