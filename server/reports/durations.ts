/** Many durations, and how they are spread. Exact: every value is kept and sorted, none is put into a bucket. */
import type { Spread } from '../../protocol/reports.ts'

const firstRoom = 64

/** Durations in ms, gathered one by one in a typed array that doubles when it is full. */
export class Durations {
  #values = new Float64Array(firstRoom)
  #count = 0
  #sumMs = 0

  get sumMs(): number {
    return this.#sumMs
  }

  /** @param ms null where nothing was measured, which does not count */
  add(ms: number | null): void {
    if (ms === null) return
    if (this.#count === this.#values.length) {
      const roomier = new Float64Array(this.#values.length * 2)
      roomier.set(this.#values)
      this.#values = roomier
    }
    this.#values[this.#count] = ms
    this.#count += 1
    this.#sumMs += ms
  }

  /** In ms, unrounded; all null where nothing was measured. */
  spread(): Spread {
    const sorted = this.#values.subarray(0, this.#count).sort()
    return {
      count: this.#count,
      mean: this.#count === 0 ? null : this.#sumMs / this.#count,
      p50: nearestRank(sorted, 50),
      p90: nearestRank(sorted, 90),
      p95: nearestRank(sorted, 95),
      longest: sorted.at(-1) ?? null,
    }
  }
}

/**
 * The nearest-rank percentile (Hyndman and Fan 1996, definition 1): of n sorted values the ceil(percent · n / 100)th,
 * so always a value that did occur. Null where there is none.
 */
function nearestRank(sorted: Float64Array, percent: number): number | null {
  return sorted[Math.ceil((percent * sorted.length) / 100) - 1] ?? null
}
