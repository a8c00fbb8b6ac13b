/** Chance that can be repeated: the same seed gives the same visitors, in the same order. */

export interface Random {
  /** A number from 0 up to but not including 1. */
  next(): number
  /** True with the given probability (0 to 1). */
  happens(probability: number): boolean
  /** An exponential waiting time with the given mean, in its unit. */
  exponential(mean: number): number
  /** A lognormal value with the given median, in its unit; `spread` is the standard deviation of its logarithm. */
  lognormal(median: number, spread: number): number
  /** One of the values, by weight; weights are positive or zero and not all zero. */
  pick<Value>(weighted: readonly (readonly [value: Value, weight: number])[]): Value
  /** A stream of its own that does not disturb this one. */
  branch(): Random
}

/** Mulberry32 (Tommy Ettinger, 2017): 32 bits of state, plenty for a demonstration, nothing for a secret. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  /** Box and Muller (1958). */
  function normal(): number {
    return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  }
  return {
    next,
    happens: (probability) => next() < probability,
    exponential: (mean) => -mean * Math.log(1 - next()),
    lognormal: (median, spread) => median * Math.exp(spread * normal()),
    pick: (weighted) => pickByWeight(weighted, next()),
    branch: () => seededRandom(Math.floor(next() * 4_294_967_296)),
  }
}

function pickByWeight<Value>(
  weighted: readonly (readonly [value: Value, weight: number])[],
  share: number,
): Value {
  let left = share * weighted.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [value, weight] of weighted) {
    left -= weight
    if (left < 0) return value
  }
  const last = weighted.findLast(([, weight]) => weight > 0)
  if (last === undefined) throw new Error('nothing to pick from')
  return last[0]
}
