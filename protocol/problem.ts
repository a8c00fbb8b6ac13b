/** Every answer that is not a success. */
import { z } from 'zod'
import { text } from './vocabulary.ts'

/** RFC 9457. `code` and `params` are for programs, `text` for people, `errors` for whoever sent it. */
export const problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  text: text.optional(),
  errors: z.array(z.strictObject({ path: z.string(), reason: z.string() })).optional(),
  logId: z.string().optional(),
})
export type Problem = z.infer<typeof problem>
