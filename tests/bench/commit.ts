/** What the disk asks for one durable commit: no command of one sender can be quicker than this. */
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { medianOf } from './load.ts'

const commits = 500

/** The median of lone one-row transactions at `synchronous=FULL` in a new file of the folder, in ms. */
export function commitP50Ms(folder: string): number {
  const sqlite = new Database(join(folder, 'commit.db'))
  sqlite.pragma('journal_mode = WAL')
  sqlite.pragma('synchronous = FULL')
  sqlite.exec('CREATE TABLE line (text TEXT NOT NULL)')
  const insert = sqlite.prepare('INSERT INTO line VALUES (?)')
  const took: number[] = []
  for (let n = 0; n < commits; n += 1) {
    const startedAt = performance.now()
    insert.run('x'.repeat(500))
    took.push(performance.now() - startedAt)
  }
  sqlite.close()
  return Number(medianOf(took).toFixed(3))
}
