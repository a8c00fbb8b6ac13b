/**
 * Personal numbers (identity, phone) as keyed hashes: enough to tell one person from another, and nothing else. The
 * key for the walk-ins of a day is made anew each day and destroyed with it; then nobody can match its hashes again.
 */
import { createHmac, randomBytes } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { HallDatabase } from '../database/schema.ts'

const bookingKey = 'booking'

export class KeyedHashes {
  readonly #tables: Kysely<HallDatabase>

  constructor(tables: Kysely<HallDatabase>) {
    this.#tables = tables
  }

  /** For the rules of one day. */
  ofDay(day: string, personalNumber: string): Promise<string> {
    return this.#hash(`day:${day}`, personalNumber)
  }

  /** Destroys the keys of the days before this one, in the file and in the log that is written ahead of it. */
  async forgetDaysBefore(day: string): Promise<void> {
    const { numDeletedRows } = await this.#tables
      .deleteFrom('secret')
      .where('name', 'like', 'day:%')
      .where('name', '<', `day:${day}`)
      .executeTakeFirst()
    if (numDeletedRows > 0n) await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(this.#tables)
  }

  /** For bookings, which reach over days. */
  ofBooking(personalNumber: string): Promise<string> {
    return this.#hash(bookingKey, personalNumber)
  }

  async #hash(name: string, personalNumber: string): Promise<string> {
    const fresh = { name, secret: randomBytes(32).toString('base64url') }
    await this.#tables
      .insertInto('secret')
      .values(fresh)
      .onConflict((taken) => taken.doNothing())
      .execute()
    const { secret } = await this.#tables
      .selectFrom('secret')
      .select('secret')
      .where('name', '=', name)
      .executeTakeFirstOrThrow()
    const plain = personalNumber.replace(/[\s-]/g, '').toUpperCase()
    return createHmac('sha256', secret).update(plain).digest('base64url')
  }
}

/** `张*`: enough to be called by, too little to be found by. */
export function maskedName(name: string): string {
  const [first = ''] = [...name.trim()]
  return `${first}*`
}
