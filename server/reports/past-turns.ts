/** The turns of the last days, for the forecast that is fitted when a day opens. */
import type { Kysely } from 'kysely'
import type { HallDatabase } from '../database/schema.ts'
import { dayAfter } from '../domain/calendar.ts'
import type { PastTurn } from '../forecast/forecaster.ts'

const daysLookedAt = 20

/** Those that were called on the days before `day`, in the order in which they were queued. */
export async function pastTurns(
  tables: Kysely<HallDatabase>,
  hallId: string,
  day: string,
): Promise<PastTurn[]> {
  const rows = await tables
    .selectFrom('turn')
    .select(['serviceId', 'windowId', 'queuedAt', 'endedAt', 'waitMs', 'serviceMs', 'lineFacts'])
    .where('hallId', '=', hallId)
    .where('day', '>=', dayAfter(day, -daysLookedAt))
    .where('day', '<', day)
    .orderBy('queuedAt')
    .execute()
  return rows.flatMap(({ waitMs, lineFacts, ...row }) =>
    waitMs === null || lineFacts === null ? [] : { ...row, waitMs, lineFacts: JSON.parse(lineFacts) },
  )
}
