/**
 * Boosted trees for one quantile of a number (Friedman 2001, the loss of Koenker and Bassett 1978). Each tree is
 * oblivious: it asks the same question of all rows at each level (Prokhorenkova et al. 2018), so its leaves are the
 * corners of a cube, along whose edges a feature can be held to push the answer one way only.
 */

/** How the answer may move when this feature grows: up or not at all, down or not at all, or as it will. */
export type Direction = 1 | -1 | 0

interface Tree {
  /** The question of each level: is this feature at or over this threshold? */
  readonly questions: readonly Question[]
  /** By the answers, the first question the lowest bit. */
  readonly leaves: Float64Array
}

interface Question {
  readonly feature: number
  readonly threshold: number
}

export interface QuantileTrees {
  readonly base: number
  readonly trees: readonly Tree[]
}

const treeCount = 60
const depth = 2
const learningRate = 0.15
const binCount = 32
/** Weighs a leaf as if it held so many more rows whose residual is 0: few rows move little. */
const priorRows = 10

/** Rows in columns: `columns[feature][row]`. Deterministic. */
export function fitQuantileTrees(
  columns: readonly Float64Array[],
  directions: readonly Direction[],
  targets: Float64Array,
  share: number,
): QuantileTrees {
  const binned = columns.map(binnedColumn)
  const base = quantile(targets, share)
  const residuals = targets.map((target) => target - base)
  const trees: Tree[] = []
  for (let count = 0; count < treeCount; count += 1) {
    const { tree, leafOf } = growTree(binned, directions, residuals, share)
    for (let row = 0; row < residuals.length; row += 1) {
      residuals[row] = at(residuals, row) - at(tree.leaves, at(leafOf, row))
    }
    trees.push(tree)
  }
  return { base, trees }
}

export function quantileOf(model: QuantileTrees, features: readonly number[]): number {
  let sum = model.base
  for (const { questions, leaves } of model.trees) {
    let leaf = 0
    for (let level = 0; level < questions.length; level += 1) {
      const question = questions[level]
      if (question !== undefined && (features[question.feature] ?? 0) >= question.threshold)
        leaf |= 1 << level
    }
    sum += at(leaves, leaf)
  }
  return sum
}

/** The smallest value that at least this share of the values are at or under. */
export function quantile(values: Float64Array, share: number): number {
  const sorted = values.slice().sort()
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
}

interface BinnedColumn {
  /** Where a bin ends and the next begins, ascending. */
  readonly edges: Float64Array
  /** By row: how many edges are at or under its value. */
  readonly bins: Uint8Array
}

function binnedColumn(column: Float64Array): BinnedColumn {
  const sorted = column.slice().sort()
  const edges: number[] = []
  for (let bin = 1; bin < binCount; bin += 1) {
    const edge = at(sorted, Math.floor((bin * sorted.length) / binCount))
    if (edge > (edges.at(-1) ?? at(sorted, 0))) edges.push(edge)
  }
  const bins = Uint8Array.from(column, (value) => {
    const over = edges.findIndex((edge) => edge > value)
    return over === -1 ? edges.length : over
  })
  return { edges: Float64Array.from(edges), bins }
}

function growTree(
  columns: readonly BinnedColumn[],
  directions: readonly Direction[],
  residuals: Float64Array,
  share: number,
): { tree: Tree; leafOf: Uint8Array } {
  const gradients = residuals.map((residual) => (residual > 0 ? share : share - 1))
  const leafOf = new Uint8Array(residuals.length)
  const questions: Question[] = []
  for (let level = 0; level < depth; level += 1) {
    const best = bestQuestion(columns, gradients, leafOf, 1 << level)
    if (best === null) break
    const { bins } = best.column
    for (let row = 0; row < bins.length; row += 1) {
      if (at(bins, row) > best.edge) leafOf[row] = at(leafOf, row) | (1 << level)
    }
    questions.push({ feature: best.feature, threshold: at(best.column.edges, best.edge) })
  }
  const leaves = leafValues(residuals, leafOf, 1 << questions.length, share)
  return { tree: { questions, leaves: heldToDirections(leaves, questions, directions) }, leafOf }
}

interface Split {
  readonly feature: number
  readonly column: BinnedColumn
  readonly edge: number
}

function bestQuestion(
  columns: readonly BinnedColumn[],
  gradients: Float64Array,
  leafOf: Uint8Array,
  leafCount: number,
): Split | null {
  let best: Split | null = null
  let bestGain = 0
  columns.forEach((column, feature) => {
    const gains = gainsOf(column, gradients, leafOf, leafCount)
    gains.forEach((gain, edge) => {
      if (gain <= bestGain) return
      bestGain = gain
      best = { feature, column, edge }
    })
  })
  return best
}

/** By edge: how much of the gradient a question there would explain, over all leaves. */
function gainsOf(
  { edges, bins }: BinnedColumn,
  gradients: Float64Array,
  leafOf: Uint8Array,
  leafCount: number,
): Float64Array {
  const sums = new Float64Array(leafCount * binCount)
  const counts = new Float64Array(leafCount * binCount)
  for (let row = 0; row < bins.length; row += 1) {
    const cell = at(leafOf, row) * binCount + at(bins, row)
    sums[cell] = at(sums, cell) + at(gradients, row)
    counts[cell] = at(counts, cell) + 1
  }
  const gains = new Float64Array(edges.length)
  for (let first = 0; first < sums.length; first += binCount) {
    const total = sumOf(sums, first)
    const rows = sumOf(counts, first)
    let below = 0
    let rowsBelow = 0
    for (let edge = 0; edge < edges.length; edge += 1) {
      below += at(sums, first + edge)
      rowsBelow += at(counts, first + edge)
      gains[edge] = at(gains, edge) + explained(below, rowsBelow) + explained(total - below, rows - rowsBelow)
    }
  }
  return gains
}

function sumOf(cells: Float64Array, first: number): number {
  let sum = 0
  for (let cell = first; cell < first + binCount; cell += 1) sum += at(cells, cell)
  return sum
}

const explained = (gradient: number, rows: number) => (gradient * gradient) / (rows + priorRows)

function leafValues(
  residuals: Float64Array,
  leafOf: Uint8Array,
  leafCount: number,
  share: number,
): Float64Array {
  const counts = new Uint32Array(leafCount)
  for (let row = 0; row < leafOf.length; row += 1) counts[at(leafOf, row)] = at(counts, at(leafOf, row)) + 1
  const inLeaf = Array.from(counts, (count) => new Float64Array(count))
  counts.fill(0)
  for (let row = 0; row < leafOf.length; row += 1) {
    const leaf = at(leafOf, row)
    const own = inLeaf[leaf]
    if (own !== undefined) own[at(counts, leaf)] = at(residuals, row)
    counts[leaf] = at(counts, leaf) + 1
  }
  return Float64Array.from(
    inLeaf,
    (own) => (learningRate * quantile(own, share) * own.length) / (own.length + priorRows),
  )
}

/** The mean of the smallest rising leaves above these and the largest below: rising itself in each direction asked. */
function heldToDirections(
  leaves: Float64Array,
  questions: readonly Question[],
  directions: readonly Direction[],
): Float64Array {
  const above = leaves.slice()
  const below = leaves.slice()
  questions.forEach(({ feature }, level) => {
    const direction = directions[feature] ?? 0
    if (direction === 0) return
    for (let leaf = 0; leaf < leaves.length; leaf += 1) {
      if ((leaf >> level) & 1) continue
      const [low, high] = direction === 1 ? [leaf, leaf | (1 << level)] : [leaf | (1 << level), leaf]
      above[high] = Math.max(at(above, high), at(above, low))
      below[low] = Math.min(at(below, low), at(below, high))
    }
  })
  return above.map((value, leaf) => (value + at(below, leaf)) / 2)
}

/** An element that is there: an index out of range is a bug, and in an inner loop costs no check. */
function at(cells: { readonly [index: number]: number }, index: number): number {
  return cells[index] as number
}
