/**
 * `npm run rebuild`: makes the record (the tables `turn` and `visit`) again from the journal, day by day, says where
 * the stored rows differ, and puts the rebuilt ones in their place. Ends with 0 when all was equal, with 1 when
 * something differed or nothing could be done. The server must be stopped meanwhile.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { ConfigError, readConfig } from './config.ts'
import { DatabaseUnusable, openDatabase } from './database/open-database.ts'
import type { Journal } from './journal/journal.ts'
import { differencesOf, rebuildDay } from './journal/rebuild-day.ts'
import { SqliteJournal } from './journal/sqlite-journal.ts'

const differencesShown = 5

/** @returns whether the stored rows of all days were equal to the rebuilt ones */
async function rebuild(dataFolder: string): Promise<boolean> {
  if (!existsSync(join(dataFolder, 'hall.db')))
    throw new DatabaseUnusable(`There is no hall in ${dataFolder}.`)
  const { sqlite, close } = openDatabase(dataFolder)
  try {
    const days = daysOf(sqlite)
    let mended = 0
    for (const { hallId, day } of days) {
      if (!(await rebuildOne(new SqliteJournal(sqlite, hallId), day))) mended += 1
    }
    console.log(
      mended === 0
        ? `Days looked at: ${days.length}. The record is equal to what the journal says.`
        : `Days looked at: ${days.length}. The record of ${mended} differed from the journal and has been mended.`,
    )
    return mended === 0
  } finally {
    close()
  }
}

/** Days that the journal knows, and days that only the record has: rows without events are wrong too. */
function daysOf(sqlite: Database.Database): { hallId: string; day: string }[] {
  return sqlite
    .prepare<[], { hallId: string; day: string }>(
      `SELECT "hallId", "day" FROM event UNION SELECT "hallId", "day" FROM turn
       UNION SELECT "hallId", "day" FROM visit ORDER BY "day", "hallId"`,
    )
    .all()
}

/** @returns whether the day's rows were equal; if not, they are replaced */
async function rebuildOne(journal: Journal, day: string): Promise<boolean> {
  const rebuilt = rebuildDay(await journal.readDay(day))
  const differences = differencesOf(await journal.readRecord(day), rebuilt)
  const found = differences.length === 0 ? 'equal' : `${differences.length} differences`
  console.log(`${day}: ${rebuilt.visits.length} visits, ${rebuilt.turns.length} turns, ${found}`)
  for (const difference of differences.slice(0, differencesShown)) console.log(`  ${difference}`)
  if (differences.length > differencesShown) console.log('  …')
  if (differences.length > 0) await journal.replaceRecord(day, rebuilt)
  return differences.length === 0
}

try {
  process.exitCode = (await rebuild(readConfig(process.env).dataFolder)) ? 0 : 1
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof DatabaseUnusable)) throw error
  console.error(error.message)
  process.exitCode = 1
}
