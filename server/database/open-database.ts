/** Opens the hall's one database file: whole, of the right version, durable, and ours alone. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { migrations } from './migrations.ts'

export interface OpenDatabase {
  readonly sqlite: Database.Database
  /** The file itself, for readers in other threads. */
  readonly file: string
  close(): void
}

/** What keeps the database from opening, in a sentence for the technician. */
export class DatabaseUnusable extends Error {
  override name = 'DatabaseUnusable'
}

/**
 * @param dataFolder is made when it is missing
 * @throws DatabaseUnusable when another server has it, it is damaged, or it is of a newer version
 */
export function openDatabase(dataFolder: string): OpenDatabase {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  const lock = takeLock(dataFolder)
  try {
    const file = join(dataFolder, 'hall.db')
    const sqlite = new Database(file)
    sqlite.pragma('journal_mode = WAL')
    sqlite.pragma('synchronous = FULL')
    sqlite.pragma('recursive_triggers = ON')
    // What is deleted is overwritten: a destroyed key must not be found in the file.
    sqlite.pragma('secure_delete = FAST')
    checkIntegrity(sqlite, file)
    migrate(sqlite, file)
    return {
      sqlite,
      file,
      close() {
        sqlite.close()
        lock.close()
      },
    }
  } catch (error) {
    lock.close()
    throw asUnusable(error, dataFolder)
  }
}

/** A lock that the system lets go of with the process, however it ends. */
function takeLock(dataFolder: string): Database.Database {
  const lock = new Database(join(dataFolder, 'hall.lock'), { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
    return lock
  } catch {
    lock.close()
    throw new DatabaseUnusable(`Another server is using the data in ${dataFolder}. Stop it, or set DATA_DIR.`)
  }
}

function checkIntegrity(sqlite: Database.Database, file: string): void {
  const faults = sqlite.pragma('quick_check(1)', { simple: true })
  if (faults !== 'ok') throw damaged(file, String(faults))
}

function damaged(file: string, reason: string): DatabaseUnusable {
  return new DatabaseUnusable(
    `The data in ${file} is damaged (${reason}). Put the last backup in its place, or move the file away to start anew.`,
  )
}

function migrate(sqlite: Database.Database, file: string): void {
  const version = sqlite.pragma('user_version', { simple: true }) as number
  if (version > migrations.length) {
    throw new DatabaseUnusable(
      `${file} was written by a newer version of Shunwei (${version}; this one knows ${migrations.length}). Update the program.`,
    )
  }
  for (const [index, statements] of migrations.entries()) {
    if (index < version) continue
    sqlite.transaction(() => {
      sqlite.exec(statements)
      sqlite.pragma(`user_version = ${index + 1}`)
    })()
  }
}

function asUnusable(error: unknown, dataFolder: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return code === 'SQLITE_NOTADB' || code === 'SQLITE_CORRUPT'
    ? damaged(join(dataFolder, 'hall.db'), code)
    : error
}
