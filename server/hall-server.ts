/** One hall, opened: its database, runner, screens, printers and reports, wired together and closed in order. */
import { createServer, type Server as HttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { Router } from 'express'
import { Kysely, SqliteDialect } from 'kysely'
import type { Logger } from 'pino'
import type { Plan } from '../protocol/plan.ts'
import { phoneUrlOf } from './addresses.ts'
import type { Clock } from './clock.ts'
import { openDatabase } from './database/open-database.ts'
import type { HallDatabase } from './database/schema.ts'
import { HallRunner } from './hall-runner.ts'
import { hallOperations } from './http/hall-operations.ts'
import { httpApp } from './http/http-app.ts'
import { deviceOperations, planOperations } from './http/set-up-operations.ts'
import { sessionOperations, staffOperations } from './http/staff-operations.ts'
import { SqliteJournal, storedHallId } from './journal/sqlite-journal.ts'
import { LiveViews } from './live/live-views.ts'
import { DeviceRegister } from './staff/device-register.ts'
import { Sessions } from './staff/sessions.ts'
import { StaffRegister } from './staff/staff-register.ts'

export interface HallSetUp {
  readonly dataFolder: string
  /** Put in force when the folder holds no hall yet. */
  readonly firstPlan: Plan
  readonly clock: Clock
  readonly host: string
  /** 0: any free port. */
  readonly port: number
  readonly version: string
  readonly log: Logger
}

export interface OpenHall {
  readonly isNew: boolean
  readonly port: number
  readonly url: string
  readonly runner: HallRunner
  readonly staff: StaffRegister
  readonly devices: DeviceRegister
  /** Lets what has begun end, then closes everything. */
  close(): Promise<void>
}

const screensFolder = join(import.meta.dirname, '..', 'dist')
const dayCheckMs = 20_000
const closingMs = 3_000

/** @throws DatabaseUnusable, or what the network says (`EADDRINUSE` …) */
export async function openHall(setUp: HallSetUp): Promise<OpenHall> {
  const { log, clock, firstPlan } = setUp
  await using opened = new AsyncDisposableStack()
  const database = openDatabase(setUp.dataFolder)
  opened.defer(() => database.close())
  const known = storedHallId(database.sqlite)
  const hallId = known ?? firstPlan.hall.hallId
  const tables = new Kysely<HallDatabase>({ dialect: new SqliteDialect({ database: database.sqlite }) })
  const runner = await HallRunner.open({
    journal: new SqliteJournal(database.sqlite, hallId),
    clock,
    firstPlan,
    onFault: (fault) => log.error({ err: fault }, 'a batch of commands was undone'),
  })
  opened.defer(() => runner.settle())
  const staff = await StaffRegister.open(tables)
  const sessions = await Sessions.open(tables, staff)
  const devices = await DeviceRegister.open(tables)
  const identities = { runner, sessions, devices }
  const http = createServer()
  const port = await listen(http, setUp)
  opened.defer(() => closeHttp(http))
  const app = httpApp({
    identities,
    operations: [
      ...sessionOperations(sessions),
      ...hallOperations(runner),
      ...planOperations(runner),
      ...deviceOperations(devices, runner),
      ...staffOperations(staff, sessions),
    ],
    reports: Router(),
    screensFolder,
    log,
  })
  http.on('request', app)
  const live = new LiveViews({
    http,
    runner,
    identities,
    clock,
    version: setUp.version,
    phoneUrlOf: (plan) => phoneUrlOf(plan, port),
    log,
  })
  opened.defer(() => live.close())
  const dayCheck = setInterval(() => runner.turnDayIfDue(), dayCheckMs)
  opened.defer(() => clearInterval(dayCheck))
  const all = opened.move()
  return {
    isNew: known === null,
    port,
    url: `http://127.0.0.1:${port}`,
    runner,
    staff,
    devices,
    close: () => all.disposeAsync(),
  }
}

function listen(http: HttpServer, { host, port }: HallSetUp): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once('error', reject)
    http.listen(port, host, () => resolve((http.address() as AddressInfo).port))
  })
}

/** Requests under way are answered; a connection that idles or hangs is not waited for. */
function closeHttp(http: HttpServer): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => http.closeAllConnections(), closingMs)
    http.close(() => {
      clearTimeout(timer)
      resolve()
    })
    http.closeIdleConnections()
  })
}
