/** Reads the record's tables of one hall. Kysely writes the SQL; the rows are walked, never held all at once. */
import Database from 'better-sqlite3'
import { type Compilable, Kysely, SqliteDialect } from 'kysely'
import type { HallDatabase } from '../database/schema.ts'

export interface RecordReader {
  readonly hallId: string
  readonly tables: Kysely<HallDatabase>
  /** The rows of a query, one at a time. Through Kysely's own stream each row costs four times as much. */
  walk<Row>(query: Compilable<Row>): IterableIterator<Row>
  /** What is read inside belongs together: nothing that the hall appends meanwhile is seen. */
  atOnce<Result>(read: () => Result): Result
  close(): void
}

/** @param databaseFile the hall's database, which is opened read-only */
export function openRecordReader(databaseFile: string, hallId: string): RecordReader {
  const sqlite = new Database(databaseFile, { readonly: true, fileMustExist: true })
  const tables = new Kysely<HallDatabase>({ dialect: new SqliteDialect({ database: sqlite }) })
  return {
    hallId,
    tables,
    walk<Row>(query: Compilable<Row>) {
      const { sql, parameters } = query.compile()
      return sqlite.prepare<unknown[], Row>(sql).iterate(...parameters)
    },
    atOnce: (read) => sqlite.transaction(read)(),
    close: () => sqlite.close(),
  }
}
