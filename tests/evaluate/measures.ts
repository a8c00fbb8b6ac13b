/** How far off predictions were, and how well bounds held. In whatever unit the figures come in. */

export interface Prediction {
  readonly predicted: number
  readonly wait: number
}

export interface Errors {
  readonly n: number
  /** Null, as the others, where there is nothing to judge. */
  readonly mae: number | null
  readonly rmse: number | null
  readonly medianAbsolute: number | null
  /** Predicted less true: above 0 promises too long a wait. */
  readonly bias: number | null
}

export function errorsOf(predictions: readonly Prediction[]): Errors {
  const errors = predictions.map(({ predicted, wait }) => predicted - wait)
  const absolute = errors.map(Math.abs)
  const square = mean(errors.map((error) => error * error))
  return {
    n: errors.length,
    mae: mean(absolute),
    rmse: square === null ? null : Math.sqrt(square),
    medianAbsolute: median(absolute),
    bias: mean(errors),
  }
}

export interface Bounded {
  readonly waiting: number
  readonly bound: number
  readonly wait: number
}

export interface Coverage {
  readonly n: number
  /** The share of waits at or under their bound. */
  readonly share: number | null
  /** The mean bound: how wide the promise is, from 0 up. */
  readonly width: number | null
}

/** Overall and by how many wait. */
export function coverageOf(bounds: readonly Bounded[]): Record<string, Coverage> {
  return Object.fromEntries(
    Object.entries(groups).map(([name, [from, to]]) => {
      const some = bounds.filter(({ waiting }) => waiting >= from && waiting <= to)
      const held = some.map(({ bound, wait }) => (wait <= bound ? 1 : 0))
      return [name, { n: some.length, share: mean(held), width: mean(some.map(({ bound }) => bound)) }]
    }),
  )
}

const groups = {
  all: [0, Number.POSITIVE_INFINITY],
  '0 wait': [0, 0],
  '1–4 wait': [1, 4],
  '5–14 wait': [5, 14],
  '15+ wait': [15, Number.POSITIVE_INFINITY],
  '5+ wait': [5, Number.POSITIVE_INFINITY],
} as const

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}
