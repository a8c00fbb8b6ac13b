/**
 * `npm run evaluate -- FILE…`: judges the wait promise on recorded queues beside the classical predictors. The last
 * line is one JSON object. Exits 1 when on any set the promise does not beat QL by its mean absolute error, or its
 * bound does not hold for 87 to 93 % of the waits, overall and where 5 and more wait; 2 when it cannot begin.
 */
import { CannotBegin } from '../replay/wish.ts'
import type { Coverage, Errors } from './measures.ts'
import { setsIn } from './recorded-sets.ts'
import { judge, type Verdict } from './verdict.ts'

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

const isPassed = ({ beatsQl, boundHolds }: Verdict) => beatsQl && boundHolds

function describe(verdict: Verdict): void {
  const { set, unit, judged, withoutPromise, predictors, bound, beatsQl, boundHolds } = verdict
  say(`${set}, in ${unit}: judged ${judged.from} to ${judged.to} (${judged.days} days)`)
  say(
    '  Each day is fitted at its opening to the 20 days before it, and calibrated by the waits known since.',
  )
  say(`  Joined without a promise, as too little had been measured: ${withoutPromise}`)
  say(row('predictor', ['n', 'MAE', 'RMSE', 'median', 'bias']))
  for (const [name, errors] of Object.entries(predictors)) say(row(name, errorFigures(errors)))
  say(row('in line', ['n', 'under', 'width']))
  for (const [name, coverage] of Object.entries(bound)) say(row(name, coverageFigures(coverage)))
  say(`  ${beatsQl ? 'beats' : 'does NOT beat'} QL; the bound ${boundHolds ? 'holds' : 'does NOT hold'}`)
}

function errorFigures({ n, mae, rmse, medianAbsolute, bias }: Errors): string[] {
  return [String(n), ...[mae, rmse, medianAbsolute, bias].map((each) => figure(each, 2))]
}

function coverageFigures({ n, share, width }: Coverage): string[] {
  return [String(n), share === null ? '–' : `${figure(share * 100, 1)} %`, figure(width, 1)]
}

const figure = (value: number | null, digits: number) => (value === null ? '–' : value.toFixed(digits))
const row = (name: string, cells: readonly string[]) =>
  `  ${name.padEnd(11)}${cells.map((cell) => cell.padStart(9)).join('')}`

const rounded = (_key: string, value: unknown) =>
  typeof value === 'number' ? Number(value.toFixed(4)) : value

function main(): void {
  const files = process.argv.slice(2)
  if (files.length === 0) throw new CannotBegin('Say which recordings: npm run evaluate -- FILE…')
  const verdicts = setsIn(files).map((set) => {
    const verdict = judge(set)
    describe(verdict)
    return verdict
  })
  const passed = verdicts.every(isPassed)
  say(JSON.stringify({ passed, sets: verdicts }, rounded))
  process.exitCode = passed ? 0 : 1
}

try {
  main()
} catch (error) {
  if (!(error instanceof CannotBegin)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
}
