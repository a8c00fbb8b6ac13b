/** The demonstration's time: the hall's clock, which may run faster than the day outside and skip the night. */
import { setTimeout as delay } from 'node:timers/promises'

export interface HallClock {
  /** Hall time in ms since 1970. */
  now(): number
  /** Waits so many ms of hall time. @throws an AbortError when the demonstration stops. */
  sleep(ms: number): Promise<void>
  /** What the promise gives, or null when it has given nothing after so many ms of hall time. */
  within<Value>(ms: number, promise: Promise<Value>): Promise<Value | null>
  /** Moves the hall's time on to an instant; one that has passed already changes nothing. */
  skipTo(at: number): void
}

/** A clock that reads `startAt` (ms since 1970) now and runs `speed` times as fast as time does. */
export function startHallClock(startAt: number, speed: number, signal: AbortSignal): HallClock {
  const startedAt = performance.now()
  let skippedMs = 0
  const now = () => Math.floor(startAt + (performance.now() - startedAt) * speed + skippedMs)
  return {
    now,
    sleep: (ms) => delay(Math.max(0, ms) / speed, undefined, { signal }),
    async within(ms, promise) {
      const enough = new AbortController()
      const tooLate = delay(Math.max(0, ms) / speed, null, {
        signal: AbortSignal.any([signal, enough.signal]),
      })
      try {
        return await Promise.race([promise, tooLate])
      } finally {
        enough.abort()
      }
    },
    skipTo(at) {
      skippedMs += Math.max(0, at - now())
    },
  }
}
