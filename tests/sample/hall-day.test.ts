/**
 * The simulated people against a real server: the end of an afternoon in the sample hall, at three hundred times
 * its speed. Whoever took a number is accounted for when the windows close, by the hall's own count.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { staffMember } from '../../protocol/views.ts'
import type { Hall } from '../../server/domain/hall.ts'
import { consoleView } from '../../server/domain/views/console.ts'
import { type OpenHall, openHall } from '../../server/hall-server.ts'
import { apiOf } from '../../server/sample/api-client.ts'
import { type Crew, hireCrew, signIn } from '../../server/sample/crew.ts'
import { startHallClock } from '../../server/sample/hall-clock.ts'
import { listenToBoards, runDay } from '../../server/sample/hall-day.ts'
import { samplePlan } from '../../server/sample/plan.ts'
import { seededRandom } from '../../server/sample/random.ts'
import { makeWorld, type World } from '../../server/sample/world.ts'
import { noForesight } from '../support/given-commands.ts'

const startAt = Date.parse('2026-03-02T15:50+08:00')
/** What also happens between people who mean well: another clerk was faster, a visitor left just then. */
const fairRefusals = ['noTicketWaiting', 'ticketNotHere', 'wrongTicketState']

let dataFolder: string
let stop: AbortController
let hall: OpenHall
let world: World
let crew: Crew

beforeEach(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'shunwei-test-'))
  stop = new AbortController()
  const clock = startHallClock(startAt, 300, stop.signal)
  const log = pino({ level: 'silent' })
  const place = { host: '127.0.0.1', port: 0, version: 'test' }
  hall = await openHall({ dataFolder, firstPlan: samplePlan, clock, log, ...place })
  world = makeWorld(hall.url, samplePlan, clock, stop)
  const added = await hall.staff.add({ staffNumber: 'admin', name: '管理员', role: 'admin' })
  if ('refused' in added) throw new Error(added.refused)
  const { oneTimePassword } = added
  const { sessionToken } = await signIn(world, { staffNumber: 'admin', password: oneTimePassword })
  const admin = apiOf(world.origin, sessionToken, stop.signal)
  const change = { currentPassword: oneTimePassword, newPassword: '0123456789' }
  await admin.post('/api/session/password', change, staffMember)
  crew = await hireCrew(world, admin, () => '0123456789')
  listenToBoards(world, crew.boardTokens)
}, 30_000)

afterEach(async () => {
  stop.abort()
  await hall.close()
  rmSync(dataFolder, { recursive: true })
})

const seen = (hall: Hall, now: number) => consoleView(hall, now, noForesight)

test('at the end of the day everyone is served, missed or gone, and the windows are closed', async () => {
  await runDay(world, crew, seededRandom(4))
  const { today, windows } = await hall.runner.read(seen)
  expect(today.issued).toBeGreaterThan(10)
  expect(today).toMatchObject({ waiting: 0, called: 0, serving: 0, held: 0 })
  expect(today.served + today.noShow + today.cancelled).toBe(today.issued)
  expect(today.served / today.issued).toBeGreaterThan(0.6)
  expect(windows.map(({ state }) => state)).toEqual(windows.map(() => 'closed'))
  expect([...world.refusals.keys()].filter((code) => !fairRefusals.includes(code))).toEqual([])
}, 60_000)

test('stopped in the middle, everyone lets go at once and the hall keeps its count', async () => {
  const running = runDay(world, crew, seededRandom(5))
  running.catch(() => {})
  while ((await hall.runner.read(seen)).today.issued < 3) await world.clock.sleep(10_000)
  const before = performance.now()
  stop.abort()
  await expect(running).rejects.toThrow(/abort/i)
  expect(performance.now() - before).toBeLessThan(1_000)
  const { today } = await hall.runner.read(seen)
  const inside = today.waiting + today.called + today.serving + today.held
  expect(today.served + today.noShow + today.cancelled + inside).toBe(today.issued)
}, 60_000)
