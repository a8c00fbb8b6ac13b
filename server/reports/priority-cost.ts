/** What a priority class costs the others, by what was measured on the hall's last days. */
import type { Kysely } from 'kysely'
import type { Plan } from '../../protocol/plan.ts'
import type { PriorityCost } from '../../protocol/priority-cost.ts'
import type { Text } from '../../protocol/vocabulary.ts'
import type { HallDatabase } from '../database/schema.ts'
import { dayAfter } from '../domain/calendar.ts'
import { type Measured, priorityCost } from '../domain/priority.ts'

const daysLookedAt = 20
const minuteMs = 60_000
const notMeasured: Text = {
  zh: '还没有该类访客的记录，无法按实测估计对他人的影响。',
  en: 'Nobody of this class is on record yet, so what it costs the others cannot be measured.',
}

type PriorityClass = Pick<Plan['priorityClasses'][number], 'priorityClassId' | 'creditMinutes' | 'dailyCap'>

/** The cost at the service where it is highest; with nothing on record, what the plan alone says. */
export async function measuredPriorityCost(
  tables: Kysely<HallDatabase>,
  plan: Plan,
  asked: PriorityClass,
  today: string,
): Promise<PriorityCost> {
  const turns = await tables
    .selectFrom('turn')
    .select(['day', 'serviceId', 'queuedAt', 'calledAt', 'endedAt'])
    .where('hallId', '=', plan.hall.hallId)
    .where('day', '>=', dayAfter(today, -daysLookedAt))
    .where('priorityClassId', '=', asked.priorityClassId)
    .where('calledAt', 'is not', null)
    .orderBy('queuedAt')
    .execute()
  const days = new Set(turns.map(({ day }) => day)).size
  const nothing: Measured = { mostWithinCredit: 0, longestTurnMinutes: 0, windows: 1 }
  const costs = [...Map.groupBy(turns, ({ serviceId }) => serviceId)].map(([serviceId, ofService]) => {
    const longestMs = Math.max(...ofService.map(({ calledAt, endedAt }) => endedAt - (calledAt ?? endedAt)))
    const measured: Measured = {
      mostWithinCredit: mostWithin(
        ofService.map(({ queuedAt }) => queuedAt),
        asked.creditMinutes * minuteMs,
      ),
      longestTurnMinutes: longestMs / minuteMs,
      windows: plan.windows.filter(({ serviceIds }) => serviceIds.includes(serviceId)).length,
    }
    return { serviceId, ...priorityCost(asked, measured) }
  })
  const worst = costs.sort((a, b) => b.delayMinutesAtMost - a.delayMinutesAtMost)[0]
  return {
    ...asked,
    days,
    ...(worst ?? { serviceId: null, ...priorityCost(asked, nothing), text: notMeasured }),
  }
}

/** The most instants that lie within one stretch so long. */
function mostWithin(instants: readonly number[], lengthMs: number): number {
  let most = 0
  let from = 0
  for (const [at, instant] of instants.entries()) {
    while ((instants[from] ?? instant) <= instant - lengthMs) from += 1
    most = Math.max(most, at - from + 1)
  }
  return most
}
