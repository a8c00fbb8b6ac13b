/** `npm run admin-password`: a new one-time password for the administrator, for whoever stands at the machine. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely, SqliteDialect } from 'kysely'
import { ConfigError, readConfig } from '../config.ts'
import { DatabaseUnusable, openDatabase } from '../database/open-database.ts'
import type { HallDatabase } from '../database/schema.ts'
import { StaffRegister } from './staff-register.ts'

/** @returns what to tell the one who asked. @throws DatabaseUnusable while the server runs */
async function newAdminPassword(dataFolder: string): Promise<string> {
  if (!existsSync(join(dataFolder, 'hall.db')))
    throw new DatabaseUnusable(`There is no hall in ${dataFolder}.`)
  const database = openDatabase(dataFolder)
  try {
    const tables = new Kysely<HallDatabase>({ dialect: new SqliteDialect({ database: database.sqlite }) })
    const register = await StaffRegister.open(tables)
    const admin = register.list().find(({ role, disabled }) => role === 'admin' && !disabled)
    if (admin === undefined) return `There is no administrator in ${dataFolder} yet: start the server first.`
    const reset = await register.resetPassword(admin.staffId)
    if ('refused' in reset) throw new Error(reset.refused)
    await tables.deleteFrom('session').where('staffId', '=', admin.staffId).execute()
    return `Staff number ${admin.staffNumber}, one-time password ${reset.oneTimePassword}`
  } finally {
    database.close()
  }
}

try {
  const { dataFolder } = readConfig(process.env)
  process.stdout.write(`${await newAdminPassword(dataFolder)}\n`)
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof DatabaseUnusable)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}
