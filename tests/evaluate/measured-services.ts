/** The service time of a line as its windows took it, measured on the last days and on today so far. */

/** As many days as a promise is fitted to. */
export const lastDays = 20

interface Sum {
  ms: number
  people: number
}

/** A window's own mean counts as much as the line's once it has served so many. */
const fewestOfWindow = 50

export class MeasuredServices {
  /** By day, today last, and within it by window; null: it is not known which. */
  readonly #days: { readonly day: string; readonly byWindow: Map<string | null, Sum> }[] = []
  readonly #line: Sum = { ms: 0, people: 0 }
  readonly #byWindow = new Map<string | null, Sum>()

  /** Window time that so many people took. Days come in order. */
  add(day: string, windowId: string | null, ms: number, people: number): void {
    let today = this.#days.at(-1)
    if (today?.day !== day) {
      today = { day, byWindow: new Map() }
      this.#days.push(today)
      if (this.#days.length > lastDays + 1) this.#forgetFirst()
    }
    for (const sum of [this.#line, sumOf(today.byWindow, windowId), sumOf(this.#byWindow, windowId)]) {
      sum.ms += ms
      sum.people += people
    }
  }

  /**
   * The time between two ends of service at one of these windows while all are busy, times their number: the harmonic
   * mean of each window's own. Null while nothing was measured.
   */
  meanMs(windowIds: readonly (string | null)[]): number | null {
    if (this.#line.people === 0) return null
    const lineMs = this.#line.ms / this.#line.people
    if (windowIds.length === 0) return lineMs
    const perMs = windowIds.map((windowId) => 1 / this.#windowMs(windowId, lineMs))
    return windowIds.length / perMs.reduce((sum, each) => sum + each, 0)
  }

  #windowMs(windowId: string | null, lineMs: number): number {
    const { ms, people } = this.#byWindow.get(windowId) ?? { ms: 0, people: 0 }
    return (ms + fewestOfWindow * lineMs) / (people + fewestOfWindow)
  }

  #forgetFirst(): void {
    for (const [windowId, { ms, people }] of this.#days.shift()?.byWindow ?? []) {
      for (const sum of [this.#line, sumOf(this.#byWindow, windowId)]) {
        sum.ms -= ms
        sum.people -= people
      }
    }
  }
}

function sumOf(sums: Map<string | null, Sum>, windowId: string | null): Sum {
  let sum = sums.get(windowId)
  if (sum === undefined) {
    sum = { ms: 0, people: 0 }
    sums.set(windowId, sum)
  }
  return sum
}
