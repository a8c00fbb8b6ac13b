/**
 * `npm run replay -- FILE… [--days=N] [--day=D] [--from=D] [--to=D]`: replays recorded days through a server of its
 * own, and says whether its reports come to the figures of the file. The last line is one JSON object. Exits 1 when
 * a ticket was lost, a number or a call doubled, or a figure differs, and 2 when it cannot begin.
 */
import { readBank } from './bank.ts'
import { readClinic } from './clinic.ts'
import { type Row, readCsv } from './csv.ts'
import { type Compared, isTrue, type Outcome, outcomeOf, type Replayed } from './figures.ts'
import { play } from './player.ts'
import type { DayRange, Recording } from './recording.ts'
import { busiestDay, readWarsaw } from './warsaw.ts'
import { allDays, CannotBegin, type Wish, wishOf } from './wish.ts'

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** The kind is known by its columns. Unless days are named: all of the clinic, a week of the bank, Warsaw's busiest day. */
function recordingsIn(rows: readonly Row[], range: DayRange | null): Recording[] {
  const [first] = rows
  if (first !== undefined && 'leg' in first) return [readClinic(rows, range ?? allDays)]
  if (first !== undefined && 'call_id' in first) return [readBank(rows, range ?? { ...allDays, limit: 7 })]
  if (first !== undefined && 'called_est' in first) return readWarsaw(rows, range ?? busiestDay(rows))
  throw new CannotBegin('its columns are none of the clinic, the bank or the offices')
}

function rowsOf(file: string): Row[] {
  try {
    return readCsv(file)
  } catch (error) {
    throw new CannotBegin(`${file} cannot be read: ${error instanceof Error ? error.message : error}`)
  }
}

async function replayFile(file: string, range: Wish['range']): Promise<Replayed[]> {
  say(file)
  const recordings = recordingsIn(rowsOf(file), range)
  if (recordings.every(({ days: found }) => found.length === 0))
    throw new CannotBegin('it has none of these days')
  const replayed: Replayed[] = []
  for (const recording of recordings) {
    const played = await play(recording, ({ day, steps, tookMs }) =>
      say(`  ${recording.hallId} ${day}: ${steps} commands in ${(tookMs / 1000).toFixed(1)} s`),
    )
    replayed.push({ recording, played })
  }
  return replayed
}

function describe(title: string, outcome: Outcome): void {
  say(`${title}: ${isTrue(outcome) ? 'the same as the file' : 'NOT the same as the file'}`)
  const line = (name: string, { server, file, equal }: Compared) =>
    say(`  ${name.padEnd(16)} ${show(server)} ${show(file)}${equal === false ? '  differs' : ''}`)
  say(`  ${''.padEnd(16)} ${'server'.padStart(12)} ${'file'.padStart(12)}`)
  const { tickets, called, served, noShows, transfers, cancelled, leftOver, waitMs, serviceMs } = outcome
  const counts = { tickets, called, served, noShows, transfers, cancelled, leftOver }
  for (const [name, compared] of Object.entries(counts)) line(name, compared)
  for (const [name, compared] of Object.entries(waitMs)) line(`waitMs ${name}`, compared)
  for (const [name, compared] of Object.entries(serviceMs)) line(`serviceMs ${name}`, compared)
  const { lost, duplicateNumbers, doubleCalls, refused, leftOut, adjusted } = outcome
  say(`  lost ${lost}, duplicate numbers ${duplicateNumbers}, double calls ${doubleCalls}`)
  say(`  refused ${JSON.stringify(refused)}, left out ${JSON.stringify(leftOut)}`)
  say(`  replayed otherwise than written ${JSON.stringify(adjusted)}`)
}

function show(value: number | null): string {
  return (value === null ? 'unknown' : value.toFixed(Number.isInteger(value) ? 0 : 3)).padStart(12)
}

async function main(): Promise<void> {
  const wish = wishOf(process.argv.slice(2))
  const all: Replayed[] = []
  const files: ({ file: string; halls: number; days: number; windows: number } & Outcome)[] = []
  for (const file of wish.files) {
    const replayed = await replayFile(file, wish.range)
    const outcome = outcomeOf(replayed)
    describe(file, outcome)
    const days = new Set(replayed.flatMap(({ recording }) => recording.days.map(({ day }) => day))).size
    const windows = replayed.reduce((sum, { played }) => sum + played.windows, 0)
    files.push({ file, halls: replayed.length, days, windows, ...outcome })
    all.push(...replayed)
  }
  const total = outcomeOf(all)
  say(JSON.stringify({ files, total }))
  process.exitCode = isTrue(total) && files.every(isTrue) ? 0 : 1
}

try {
  await main()
} catch (error) {
  if (!(error instanceof CannotBegin)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
}
