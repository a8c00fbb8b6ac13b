/** Service times as they were measured, by service and window. Never a nominal setting. */

export interface Measured {
  count: number
  sumMs: number
}

/** A window with few services of its own is taken to be as fast as its line, by so many services' weight. */
const lineWeight = 50

/** The sums over some days, or today's. */
export class ServiceTimes {
  readonly #byWindow = new Map<string, Measured>()
  readonly #windowsOf = new Map<string, Set<string>>()
  readonly #byService = new Map<string, Measured>()

  add(serviceId: string, windowId: string, serviceMs: number): void {
    addTo(this.#byWindow, `${serviceId} ${windowId}`, serviceMs)
    const windows = this.#windowsOf.get(serviceId) ?? new Set()
    this.#windowsOf.set(serviceId, windows.add(windowId))
    addTo(this.#byService, serviceId, serviceMs)
  }

  /** The windows at which the service was measured. */
  windowsOf(serviceId: string): string[] {
    return [...(this.#windowsOf.get(serviceId) ?? [])]
  }

  /**
   * The mean over windows, so that `windows / mean` is how many they finish a ms; null when none was measured.
   * @param today more of the same, by `service window`
   */
  meanMs(
    serviceId: string,
    windowIds: readonly string[],
    today: ReadonlyMap<string, Measured>,
  ): number | null {
    const line = { ...(this.#byService.get(serviceId) ?? { count: 0, sumMs: 0 }) }
    const own = windowIds.map((windowId) => {
      const key = `${serviceId} ${windowId}`
      const before = this.#byWindow.get(key)
      const now = today.get(key)
      line.count += now?.count ?? 0
      line.sumMs += now?.sumMs ?? 0
      return {
        count: (before?.count ?? 0) + (now?.count ?? 0),
        sumMs: (before?.sumMs ?? 0) + (now?.sumMs ?? 0),
      }
    })
    if (line.count === 0 || own.length === 0) return null
    const lineMs = line.sumMs / line.count
    const rate = own.reduce((sum, { count, sumMs }) => {
      return sum + (count + lineWeight) / (sumMs + lineWeight * lineMs)
    }, 0)
    return Number.isFinite(rate) && rate > 0 ? own.length / rate : null
  }
}

function addTo(sums: Map<string, Measured>, key: string, ms: number): void {
  const before = sums.get(key)
  if (before === undefined) sums.set(key, { count: 1, sumMs: ms })
  else {
    before.count += 1
    before.sumMs += ms
  }
}
