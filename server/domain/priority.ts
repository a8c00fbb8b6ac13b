/** Priority classes: what a class is worth, who may give it, and what it costs the others. */
import type { Plan } from '../../protocol/plan.ts'
import type { Text } from '../../protocol/vocabulary.ts'
import { type Refusal, refuse } from './commands.ts'
import { type Hall, setUpOf } from './hall.ts'

const minuteMs = 60_000

/**
 * The credit of a class in ms, nought for none.
 * @returns a refusal where there is no such class, it is not for this giver, or its tickets of the day are used up
 */
export function priorityFor(
  hall: Hall,
  priorityClassId: string | null,
  giver: 'visitor' | 'staff',
): { creditMs: number } | Refusal {
  if (priorityClassId === null) return { creditMs: 0 }
  const priorityClass = setUpOf(hall).index.priorityClasses.get(priorityClassId)
  if (priorityClass === undefined) return refuse('unknownPriorityClass', { priorityClassId })
  const { creditMinutes, dailyCap, givenBy } = priorityClass
  if (givenBy === 'staff' && giver === 'visitor') return refuse('priorityByStaffOnly')
  if (dailyCap !== null && (hall.issuedByClass.get(priorityClassId) ?? 0) >= dailyCap) {
    return refuse('priorityCapReached', { cap: dailyCap })
  }
  return { creditMs: creditMinutes * minuteMs }
}

/** What was measured on the days that the plan's editor asks about. */
export interface Measured {
  /** The most tickets of the class that came within its credit, in one line. */
  readonly mostWithinCredit: number
  /** The longest that one of them took at a window, from call to end. */
  readonly longestTurnMinutes: number
  /** The windows of that line. */
  readonly windows: number
}

/**
 * What a class costs an ordinary visitor. By Jackson's order (1960) only those pass who come within the credit
 * after; each keeps one window for one turn at most, so they delay by no more than their turns shared among the
 * windows, rounded up to whole turns.
 */
export function priorityCost(
  { creditMinutes, dailyCap }: Pick<Plan['priorityClasses'][number], 'creditMinutes' | 'dailyCap'>,
  { mostWithinCredit, longestTurnMinutes, windows }: Measured,
): { passedByAtMost: number; delayMinutesAtMost: number; text: Text } {
  const passedByAtMost = creditMinutes === 0 ? 0 : Math.min(dailyCap ?? mostWithinCredit, mostWithinCredit)
  const delayMinutesAtMost = Math.ceil(passedByAtMost / Math.max(1, windows)) * longestTurnMinutes
  const capZh = dailyCap === null ? '' : `，每天至多${dailyCap}人`
  const capEn = dailyCap === null ? '' : `, ${dailyCap} a day at most`
  return {
    passedByAtMost,
    delayMinutesAtMost,
    text: {
      zh: `普通访客只会被其后${creditMinutes}分钟内到达的该类访客超过${capZh}；按实测至多${passedByAtMost}人，多等不超过${Math.round(delayMinutesAtMost)}分钟。`,
      en: `An ordinary visitor can be passed only by those of this class who come within ${creditMinutes} minutes after${capEn}; as measured by ${passedByAtMost} at most, ${Math.round(delayMinutesAtMost)} minutes longer at most.`,
    },
  }
}
