/** What the rules of the line still forbid with the ticket that is called, and for how long. */
import type { TicketCard } from '../protocol/views.ts'
import type { ActionName } from './actions.ts'

export interface Bar {
  word: 'recallIn' | 'noShowIn' | 'noShowAfterCalls'
  values: Record<string, number>
}
export type Bars = Partial<Record<ActionName, Bar>>

/** The error of the shown time; without a pause it must bar nothing, and the server judges in the end. */
const clockErrorMs = 50

/** @param now the server's time in ms */
export function barsOf(ticket: TicketCard | null, now: number): Bars {
  if (ticket === null || ticket.mayRecallAt === null) return {}
  const leftMs = ticket.mayRecallAt - now
  const seconds = Math.ceil(leftMs / 1_000)
  const isPause = leftMs > clockErrorMs
  const bars: Bars = {}
  if (isPause) bars.recall = { word: 'recallIn', values: { seconds } }
  if (ticket.callsBeforeNoShow > 0) {
    bars.noShow = { word: 'noShowAfterCalls', values: { calls: ticket.callsBeforeNoShow } }
  } else if (isPause) {
    bars.noShow = { word: 'noShowIn', values: { seconds } }
  }
  return bars
}
