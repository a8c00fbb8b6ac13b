/** A day as the single commands of its visitors and clerks, in an order that the recorded instants allow. */
import type { RecordedDay, RecordedTurn, RecordedVisit } from './recording.ts'
import type { Seating } from './seating.ts'

export type StepKind =
  | 'issue'
  | 'cancel'
  | 'rejoin'
  | 'call'
  | 'start'
  | 'hold'
  | 'resume'
  | 'transfer'
  | 'complete'
  | 'noShow'

export interface Step {
  readonly at: number
  readonly kind: StepKind
  readonly visit: RecordedVisit
  /** The service of the ticket to issue, or to be sent on to. */
  readonly serviceId: string
  /** Null for what is done away from a window. */
  readonly windowId: string | null
}

/** Within an instant: who has been at a window leaves, tickets are taken, who comes and goes at once, who stays. */
const leaves = 0
const arrives = 1
const comesAndGoes = 2
const stays = 3
type Ranked = Step & { readonly rank: number }

/**
 * The steps of a day in their order. What lies at or after the end of the day is not among them: the hall closes
 * it. Steps of one ticket keep their order, and so do those of one window.
 */
export function stepsOf({ visits, endsAt }: RecordedDay, seating: Seating): Step[] {
  const steps = visits.flatMap((visit) =>
    visit.turns.flatMap((turn, index) => turnSteps(visit, turn, index, seating)),
  )
  return steps.filter((step) => step.at < endsAt).sort((a, b) => a.at - b.at || a.rank - b.rank)
}

function turnSteps(visit: RecordedVisit, turn: RecordedTurn, index: number, seating: Seating): Ranked[] {
  const next = visit.turns[index + 1]
  const step = (at: number, kind: StepKind, rank: number, windowId: string | null = null): Ranked => ({
    at,
    kind,
    rank,
    visit,
    windowId,
    serviceId: kind === 'transfer' && next !== undefined ? next.serviceId : turn.serviceId,
  })
  const begin = beginning(visit, index)
  const steps = begin === null ? [] : [step(turn.queuedAt, begin, begin === 'issue' ? arrives : comesAndGoes)]
  if (turn.end === 'left') return steps
  if (turn.end === 'cancelled') return [...steps, step(turn.endedAt, 'cancel', comesAndGoes)]
  const windowId = seating.windowOf.get(turn) ?? null
  const rank = turn.endedAt === turn.calledAt ? comesAndGoes : stays
  const endRank = turn.endedAt === turn.calledAt ? comesAndGoes : leaves
  steps.push(step(turn.calledAt, 'call', rank, windowId))
  if (turn.end === 'noShow') return [...steps, step(turn.endedAt, 'noShow', endRank, windowId)]
  steps.push(step(turn.startedAt, 'start', turn.startedAt === turn.calledAt ? rank : leaves, windowId))
  if (turn.end === 'completed') return [...steps, step(turn.endedAt, 'complete', endRank, windowId)]
  if (next === undefined) throw new Error('a turn ends in a transfer, but nothing follows')
  if (next.queuedAt === turn.endedAt) return [...steps, step(turn.endedAt, 'transfer', endRank, windowId)]
  const returnId = seating.returnOf.get(turn) ?? null
  return [
    ...steps,
    step(turn.endedAt, 'hold', endRank, windowId),
    step(next.queuedAt, 'resume', comesAndGoes, returnId),
    step(next.queuedAt, 'transfer', comesAndGoes, returnId),
  ]
}

function beginning(visit: RecordedVisit, index: number): 'issue' | 'rejoin' | null {
  if (index === 0) return 'issue'
  return visit.turns[index - 1]?.end === 'noShow' ? 'rejoin' : null
}
