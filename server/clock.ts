/** Where the time comes from: the machine, or a replayed day. Instants in ms since 1970. */
export interface Clock {
  now(): number
}

export const systemClock: Clock = { now: () => Date.now() }
