/** What is judged: one who joined a line and had to wait, what was known then, and how long the wait came to be. */
import type { LineState } from '../../server/forecast/line-state.ts'

/** Instants and durations in ms. */
export interface Joining {
  readonly hallId: string
  readonly day: string
  readonly at: number
  readonly state: LineState
  readonly waitMs: number
  /** When the wait was known to the hall: at the call, or at the poll after it. */
  readonly knownAt: number
  /** The mean wait of the last ten called in this line today; null when none was. */
  readonly lastTenMs: number | null
  /** The mean wait of those called in the hour before. */
  readonly lastHourMs: number | null
}
