/**
 * Watches the receipts of a replay and judges them by itself: whether a number was given twice in a day, whether a
 * ticket was called to two windows at once or a window had two tickets. It knows nothing of the server's rules.
 */
import type { StepKind } from './steps.ts'

export interface Witnessed {
  readonly seq: number
  readonly kind: StepKind
  readonly ticketId: string
  readonly ticketNumber: string
  readonly windowId: string | null
}

export interface Testimony {
  readonly ticketIds: readonly string[]
  readonly duplicateNumbers: number
  readonly doubleCalls: number
}

const takes: ReadonlySet<StepKind> = new Set(['call', 'resume'])
const frees: ReadonlySet<StepKind> = new Set(['hold', 'transfer', 'complete', 'noShow', 'cancel'])

/** Judges one day, by the order in which the journal has it (`seq`). */
export function judgeDay(receipts: readonly Witnessed[]): Testimony {
  const inOrder = [...receipts].sort((a, b) => a.seq - b.seq)
  const issued = inOrder.filter(({ kind }) => kind === 'issue')
  const windowOf = new Map<string, string>()
  const ticketAt = new Map<string, string>()
  let doubleCalls = 0
  for (const { kind, ticketId, windowId } of inOrder) {
    if (frees.has(kind)) {
      const left = windowOf.get(ticketId)
      if (left !== undefined) ticketAt.delete(left)
      windowOf.delete(ticketId)
    } else if (takes.has(kind) && windowId !== null) {
      if (windowOf.has(ticketId) || ticketAt.has(windowId)) doubleCalls += 1
      windowOf.set(ticketId, windowId)
      ticketAt.set(windowId, ticketId)
    }
  }
  return {
    ticketIds: issued.map(({ ticketId }) => ticketId),
    duplicateNumbers: issued.length - new Set(issued.map(({ ticketNumber }) => ticketNumber)).size,
    doubleCalls,
  }
}
