/** What a promise rests on: the line as one ticket finds it, at one moment, whatever hall or recording it comes from. */

/** All of it is known at that moment. Durations in ms; null where the hall has not seen one today. */
export interface LineState {
  readonly serviceId: string
  /** A first turn, or one that follows a transfer or another stop of the visit. */
  readonly isFirstTurn: boolean
  /**
   * Those of smaller standing whom the open windows that may serve it would call first. One who waits in another
   * line counts by the share of that line's open windows that serve this line too, so this need not be whole.
   */
  readonly ahead: number
  /** All who wait in its line, before and behind it, itself left out. */
  readonly waiting: number
  /** Windows that are open and serve it, whether busy or idle. */
  readonly windowsOpen: number
  /**
   * The mean service time at the windows open, measured for each on the hall's last days and today, and taken so that
   * `windowsOpen / serviceMs` is how many they finish a ms: the harmonic mean. Null when none was measured.
   */
  readonly serviceMs: number | null
  /** HOL: how long the one has waited who is next (Ibrahim and Whitt 2009); 0 when nobody waits. */
  readonly headWaitMs: number
  /** LES: how long the one waited who was called last (Ibrahim and Whitt 2009). */
  readonly lastWaitMs: number | null
  /** How long ago that was. */
  readonly sinceLastCallMs: number | null
  /** The mean time between the last calls of the line, ten at most. */
  readonly callGapMs: number | null
  /** Minutes after midnight, by the hall's own clock. */
  readonly minuteOfDay: number
}
