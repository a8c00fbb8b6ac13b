/** Which sets the named files make up, and which of their days are judged. */
import { readBank } from '../replay/bank.ts'
import { readClinic } from '../replay/clinic.ts'
import { type Row, readCsv } from '../replay/csv.ts'
import { allDays, CannotBegin } from '../replay/wish.ts'
import type { Joining } from './joining.ts'
import { joiningsOf, type LineRules } from './walk.ts'
import { warsawJoinings } from './warsaw-polls.ts'

export interface RecordedSet {
  readonly name: string
  readonly unit: { readonly name: string; readonly ms: number }
  readonly joinings: readonly Joining[]
}

const second = { name: 's', ms: 1000 }
const minute = { name: 'min', ms: 60_000 }

/** The bank's servers take all of these; its two other lines are small and have servers of their own. */
const bankRules: LineRules = {
  serviceIds: new Set(['ps', 'nw', 'ne', 'pe', 'tt']),
  priorityCreditMs: 90_000,
  leavesOutNoWaits: true,
}

/** @throws CannotBegin when a file cannot be read or is none of the three sets */
export function setsIn(files: readonly string[]): RecordedSet[] {
  const rows: Record<Kind, Row[][]> = { bank: [], clinic: [], snapshots: [], tickets: [] }
  for (const file of files) {
    const ofFile = rowsOf(file)
    rows[kindOf(file, ofFile[0])].push(ofFile)
  }
  const sets: RecordedSet[] = []
  const { bank, clinic, snapshots, tickets } = rows
  if (bank.length > 0) {
    sets.push({ name: 'bank', unit: second, joinings: joiningsOf(readBank(bank.flat(), allDays), bankRules) })
  }
  if (snapshots.length > 0 || tickets.length > 0) {
    if (snapshots.length === 0 || tickets.length === 0) {
      throw new CannotBegin('Warsaw is judged by its snapshots and its tickets: name both files')
    }
    sets.push({ name: 'Warsaw', unit: minute, joinings: warsawJoinings(snapshots.flat(), tickets.flat()) })
  }
  if (clinic.length > 0) sets.push({ name: 'clinic', unit: minute, joinings: clinicJoinings(clinic.flat()) })
  return sets
}

function clinicJoinings(rows: readonly Row[]): Joining[] {
  const recording = readClinic(rows, allDays)
  const serviceIds = new Set(recording.services.map(({ serviceId }) => serviceId))
  return joiningsOf(recording, { serviceIds, priorityCreditMs: 0, leavesOutNoWaits: false })
}

type Kind = 'bank' | 'clinic' | 'snapshots' | 'tickets'

function kindOf(file: string, first: Row | undefined): Kind {
  if (first !== undefined && 'call_id' in first) return 'bank'
  if (first !== undefined && 'leg' in first) return 'clinic'
  if (first !== undefined && 'counters_open' in first) return 'snapshots'
  if (first !== undefined && 'called_est' in first) return 'tickets'
  throw new CannotBegin(`${file}: its columns are none of the bank, Warsaw or the clinic`)
}

function rowsOf(file: string): Row[] {
  try {
    return readCsv(file)
  } catch (error) {
    throw new CannotBegin(`${file} cannot be read: ${error instanceof Error ? error.message : error}`)
  }
}

const dayMs = 86_400_000
const longestJudgedDays = 31

/**
 * The first judged day: the last third of the days that the set spans, a month at most.
 * @throws CannotBegin when the set has no joinings
 */
export function judgedFrom({ name, joinings }: RecordedSet): string {
  const days = joinings.map(({ day }) => day).sort()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined)
    throw new CannotBegin(`nobody joins a line in the ${name} files`)
  const spanDays = (Date.parse(last) - Date.parse(first)) / dayMs + 1
  const judgedDays = Math.min(longestJudgedDays, Math.floor(spanDays / 3))
  return new Date(Date.parse(last) - (judgedDays - 1) * dayMs).toISOString().slice(0, 10)
}
