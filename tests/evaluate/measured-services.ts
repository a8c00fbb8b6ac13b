/** The mean service time of a line, measured on its last days and on today so far. */

/** As many days as a promise is fitted to. */
export const lastDays = 20

interface DaySum {
  readonly day: string
  ms: number
  people: number
}

export class MeasuredServices {
  readonly #days: DaySum[] = []

  /** Window time that so many people took. Days come in order. */
  add(day: string, ms: number, people: number): void {
    let today = this.#days.at(-1)
    if (today?.day !== day) {
      today = { day, ms: 0, people: 0 }
      this.#days.push(today)
      if (this.#days.length > lastDays + 1) this.#days.shift()
    }
    today.ms += ms
    today.people += people
  }

  /** Null while nothing was measured. */
  get meanMs(): number | null {
    const people = this.#days.reduce((sum, day) => sum + day.people, 0)
    return people === 0 ? null : this.#days.reduce((sum, day) => sum + day.ms, 0) / people
  }
}
