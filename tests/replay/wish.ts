/** What is asked for on the command line: which recordings, and which of their days. */
import { parseArgs } from 'node:util'
import type { DayRange } from './recording.ts'

/** What keeps a replay from beginning, in a sentence. */
export class CannotBegin extends Error {
  override name = 'CannotBegin'
}

export interface Wish {
  readonly files: readonly string[]
  /** Null: what each kind of recording is replayed of when nobody names days. */
  readonly range: DayRange | null
}

const usage = 'npm run replay -- FILE… [--days=N] [--day=D] [--from=D] [--to=D]'

/** @param args without the program's own. @throws CannotBegin */
export function wishOf(args: readonly string[]): Wish {
  const { values, positionals } = argumentsOf(args)
  if (positionals.length === 0) throw new CannotBegin(`Say which recordings: ${usage}`)
  const { days, day, from = day, to = day } = values
  for (const each of [from, to]) {
    if (each !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(each)) {
      throw new CannotBegin(`"${each}" is no day; write it as 2020-01-07`)
    }
  }
  if (days !== undefined && !/^[1-9]\d*$/.test(days)) {
    throw new CannotBegin('--days is how many: a whole number, 1 or more')
  }
  if (days === undefined && from === undefined && to === undefined) return { files: positionals, range: null }
  const limit = days === undefined ? Number.POSITIVE_INFINITY : Number(days)
  return { files: positionals, range: { from: from ?? firstDay, to: to ?? lastDay, limit } }
}

function argumentsOf(args: readonly string[]) {
  const text = { type: 'string' } as const
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { days: text, day: text, from: text, to: text },
    })
  } catch (error) {
    throw new CannotBegin(`${error instanceof Error ? error.message : error} (${usage})`)
  }
}

const [firstDay, lastDay] = ['0000-01-01', '9999-12-31']
export const allDays: DayRange = { from: firstDay, to: lastDay, limit: Number.POSITIVE_INFINITY }
