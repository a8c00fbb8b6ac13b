/** One hall, opened: its database, runner, screens, printers and reports, wired together and closed in order. */
import { createServer, type Server as HttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { Kysely, SqliteDialect } from 'kysely'
import type { Logger } from 'pino'
import type { Plan } from '../protocol/plan.ts'
import { phoneUrlOf } from './addresses.ts'
import type { Clock } from './clock.ts'
import { openDatabase } from './database/open-database.ts'
import type { HallDatabase } from './database/schema.ts'
import { setUpOf } from './domain/hall.ts'
import { Forecaster } from './forecast/forecaster.ts'
import { HallRunner } from './hall-runner.ts'
import { appointmentOperations } from './http/appointment-operations.ts'
import { hallOperations } from './http/hall-operations.ts'
import { httpApp } from './http/http-app.ts'
import { only } from './http/operation.ts'
import { deviceOperations, planOperations } from './http/set-up-operations.ts'
import { sessionOperations, staffOperations } from './http/staff-operations.ts'
import { SqliteJournal, storedHallId } from './journal/sqlite-journal.ts'
import { LiveViews } from './live/live-views.ts'
import { KeyedHashes } from './privacy/keyed-hashes.ts'
import { namesOf } from './reports/names.ts'
import { openReports } from './reports/open-reports.ts'
import { pastTurns } from './reports/past-turns.ts'
import { reportsRouter } from './reports/router.ts'
import { dispatchSlips } from './slip-dispatch.ts'
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
  /** There is no administrator yet. */
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
const tickMs = 1_000
const clockCheckMs = 20_000
const clockToleranceMs = 5_000
const closingMs = 3_000

/** @throws DatabaseUnusable, or what the network says (`EADDRINUSE` …) */
export async function openHall(setUp: HallSetUp): Promise<OpenHall> {
  const { log, clock, firstPlan } = setUp
  await using opened = new AsyncDisposableStack()
  const database = openDatabase(setUp.dataFolder)
  opened.defer(() => database.close())
  const hallId = storedHallId(database.sqlite) ?? firstPlan.hall.hallId
  const tables = new Kysely<HallDatabase>({ dialect: new SqliteDialect({ database: database.sqlite }) })
  const forecaster = new Forecaster()
  const { foresee } = forecaster
  const runner = await HallRunner.open({
    journal: new SqliteJournal(database.sqlite, hallId),
    clock,
    firstPlan,
    foresee,
    onFault: (fault) => log.error({ err: fault }, 'a batch of commands was undone'),
  })
  opened.defer(() => runner.settle())
  const fitForecast = async (day: string) => forecaster.fit(await pastTurns(tables, hallId, day))
  await fitForecast(await runner.read((hall) => hall.day ?? ''))
  runner.onCommitted((events) => {
    const opened = events.findLast(({ event }) => event.type === 'DayOpened')
    if (opened === undefined) return
    fitForecast(opened.day).catch((error: unknown) => log.error({ err: error }, 'no forecast for today'))
  })
  const staff = await StaffRegister.open(tables)
  const sessions = await Sessions.open(tables, staff)
  const devices = await DeviceRegister.open(tables)
  const identities = { runner, sessions, devices }
  const reports = openReports({ databaseFile: database.file, hallId })
  opened.defer(() => reports.close())
  const hashes = new KeyedHashes(tables)
  await forgetPastDays(runner, hashes, log)
  const http = createServer()
  const ownPhoneUrl = (plan: Plan) => phoneUrlOf(plan, portOf(http))
  const slips = await dispatchSlips({ runner, phoneUrlOf: ownPhoneUrl, log })
  opened.defer(() => slips.close())
  const app = httpApp({
    identities,
    operations: [
      ...hallOperations(runner, foresee, hashes),
      ...appointmentOperations(runner, hashes),
      ...sessionOperations(sessions),
      ...planOperations(runner, devices, tables),
      ...deviceOperations(devices, runner),
      ...staffOperations(staff, sessions, runner),
    ],
    reports: reportsRouter({
      reports,
      names: () => runner.read((hall) => namesOf(setUpOf(hall).plan, staff.list())),
      timeZone: () => runner.read((hall) => setUpOf(hall).plan.hall.timeZone),
      authorise: only(['supervisor', 'admin'], identities),
    }),
    screensFolder,
    log,
  })
  http.on('request', app)
  const { version } = setUp
  const live = new LiveViews({
    http,
    runner,
    identities,
    clock,
    version,
    phoneUrlOf: ownPhoneUrl,
    foresee,
    log,
  })
  opened.defer(async () => {
    await Promise.all([closeHttp(http), live.close()])
  })
  const tick = setInterval(() => void runner.passTime(), tickMs)
  opened.defer(() => clearInterval(tick))
  const clockCheck = setInterval(() => void warnOfClock(runner, clock, log), clockCheckMs)
  opened.defer(() => clearInterval(clockCheck))
  await listen(http, setUp)
  const port = portOf(http)
  const all = opened.move()
  return {
    isNew: !staff.list().some(({ role }) => role === 'admin'),
    port,
    url: `http://127.0.0.1:${port}`,
    runner,
    staff,
    devices,
    close: () => all.disposeAsync(),
  }
}

/** The keyed hashes of a day are good for that day: its key is destroyed as the next one opens. */
async function forgetPastDays(runner: HallRunner, hashes: KeyedHashes, log: Logger): Promise<void> {
  await hashes.forgetDaysBefore(await runner.read((hall) => hall.day ?? ''))
  runner.onCommitted((events) => {
    for (const { event } of events) {
      if (event.type !== 'DayOpened') continue
      hashes
        .forgetDaysBefore(event.day)
        .catch((err: unknown) => log.error({ err }, 'a key was not destroyed'))
    }
  })
}

/** The hall's time never goes back: a clock that was far ahead once makes it stand still until it is caught up. */
async function warnOfClock(runner: HallRunner, clock: Clock, log: Logger): Promise<void> {
  const behindMs = (await runner.read((hall) => hall.lastAt)) - clock.now()
  if (behindMs > clockToleranceMs) {
    const seconds = Math.round(behindMs / 1_000)
    log.error(
      { seconds },
      "the machine's clock is behind the hall's last event; until it catches up no time passes",
    )
  }
}

function listen(http: HttpServer, { host, port }: HallSetUp): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once('error', reject)
    http.listen(port, host, resolve)
  })
}

function portOf(http: HttpServer): number {
  return (http.address() as AddressInfo | null)?.port ?? 0
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
