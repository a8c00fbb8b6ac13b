/** What a line's own calls of today say: the last wait, the pace, the mean of the last ten and of the last hour. */

interface SeenCall {
  readonly at: number
  readonly waitMs: number
}

const asMany = 10
const hourMs = 3_600_000

export class RecentCalls {
  readonly #calls: SeenCall[] = []

  /** Calls come in the order of their time. */
  add(at: number, waitMs: number): void {
    this.#calls.push({ at, waitMs })
  }

  /** What a line's state holds of its calls. */
  seenAt(now: number): {
    lastWaitMs: number | null
    sinceLastCallMs: number | null
    callGapMs: number | null
  } {
    const last = this.#calls.at(-1)
    if (last === undefined) return { lastWaitMs: null, sinceLastCallMs: null, callGapMs: null }
    const gaps = Math.min(asMany, this.#calls.length - 1)
    const first = this.#calls.at(-1 - gaps) ?? last
    return {
      lastWaitMs: last.waitMs,
      sinceLastCallMs: now - last.at,
      callGapMs: gaps === 0 ? null : (last.at - first.at) / gaps,
    }
  }

  /** The means that two classical predictors are made of. */
  meansAt(now: number): { lastTenMs: number | null; lastHourMs: number | null } {
    const beforeHour = this.#calls.findLastIndex(({ at }) => at < now - hourMs)
    return {
      lastTenMs: meanWaitMs(this.#calls.slice(-asMany)),
      lastHourMs: meanWaitMs(this.#calls.slice(beforeHour + 1)),
    }
  }
}

function meanWaitMs(calls: readonly SeenCall[]): number | null {
  if (calls.length === 0) return null
  return calls.reduce((sum, { waitMs }) => sum + waitMs, 0) / calls.length
}
