/** What a promise rests on: the line as one ticket finds it, and how fast its windows are. */
import type { LineFacts } from '../domain/line-facts.ts'

export interface LineState extends LineFacts {
  /**
   * The mean service time at the windows open, measured for each on the hall's last days and today, and taken so that
   * `windowsOpen / serviceMs` is how many they finish a ms: the harmonic mean. Null when none was measured.
   */
  readonly serviceMs: number | null
}
