/**
 * `npm run demo -- --speed=10 --seed=7`: the sample hall with simulated visitors and clerks, so that every screen
 * lives. The hall is a real server with data of its own, which are thrown away at the end; its clock starts at
 * nine in the morning, runs `speed` times as fast as time does, and skips the nights. Nobody simulated has any
 * other way into it than the public API, and it listens on this machine alone.
 */
import { randomInt } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { pino } from 'pino'
import { z } from 'zod'
import { staffMember } from '../../protocol/views.ts'
import { ConfigError, readConfig } from '../config.ts'
import { type OpenHall, openHall } from '../hall-server.ts'
import { newDigits } from '../staff/secrets.ts'
import { type Api, apiOf } from './api-client.ts'
import { addDevice, hireCrew, type Login, signIn } from './crew.ts'
import { hourMs, opensAtHour } from './demand.ts'
import { startHallClock } from './hall-clock.ts'
import { instantOfHour, listenToBoards, runDay } from './hall-day.ts'
import { samplePlan } from './plan.ts'
import { reportProgress } from './progress.ts'
import { seededRandom } from './random.ts'
import { makeWorld, type World } from './world.ts'

const { timeZone } = samplePlan.hall
/** Long enough for every role, and quickly typed. */
const newPassword = () => newDigits(10)
/** The counter at which a person may look over the simulated clerk's shoulder. */
const watchedWindow = '3'

const options = z.strictObject({
  speed: z.coerce.number().min(1).max(60),
  seed: z.coerce.number().int().min(0).max(4_294_967_295),
})

function say(...lines: readonly string[]): void {
  for (const line of lines) process.stdout.write(`${line}\n`)
}

/** @throws ConfigError for an option that is unknown or out of range */
function readOptions(args: string[]): z.infer<typeof options> {
  const named = { speed: { type: 'string', default: '10' }, seed: { type: 'string' } } as const
  try {
    const { speed, seed } = parseArgs({ args, options: named }).values
    return options.parse({ speed, seed: seed ?? randomInt(1_000_000) })
  } catch {
    throw new ConfigError('The demonstration takes --speed=1 to 60 and --seed=NUMBER, and nothing else.')
  }
}

/** The one account that no API can make: the first administrator's, as on any first start. */
async function firstAdmin(world: World, hall: OpenHall): Promise<Login> {
  const staffNumber = 'admin'
  const added = await hall.staff.add({ staffNumber, name: '管理员', role: 'admin' })
  if ('refused' in added) throw new Error(`the administrator could not be added: ${added.refused}`)
  const change = { currentPassword: added.oneTimePassword, newPassword: newPassword() }
  const { sessionToken } = await signIn(world, { staffNumber, password: added.oneTimePassword })
  await apiOf(world.origin, sessionToken, world.signal).post('/api/session/password', change, staffMember)
  return { staffNumber, password: change.newPassword }
}

/** The links that a person opens to watch: each pairing link makes one browser a kiosk or a board. */
async function watchersLinks(world: World, admin: Api): Promise<string[]> {
  const lines: string[] = []
  for (const { areaId, name } of world.plan.areas) {
    for (const [kind, word] of [
      ['kiosk', '取号机'],
      ['board', '大屏'],
    ] as const) {
      const pairingCode = await addDevice(admin, { kind, areaId, name: `${name.zh} ${word}` })
      lines.push(`  ${kind.padEnd(8)} ${world.origin}/${kind}/#pair=${pairingCode}   ${name.zh}`)
    }
  }
  return lines
}

async function demonstrate(world: World, hall: OpenHall, seed: number): Promise<void> {
  const adminLogin = await firstAdmin(world, hall)
  const { sessionToken } = await signIn(world, adminLogin)
  const admin = apiOf(world.origin, sessionToken, world.signal)
  const crew = await hireCrew(world, admin, newPassword)
  const links = await watchersLinks(world, admin)
  const watched = crew.clerks.find(({ window }) => window.label === watchedWindow)
  say(
    ...links,
    `  counter  ${world.origin}/counter/   工号 ${watched?.staffNumber} 密码 ${watched?.password} （${watchedWindow}号窗口）`,
    `  console  ${world.origin}/console/   工号 ${adminLogin.staffNumber} 密码 ${adminLogin.password}`,
    '  Each pairing link works once. 每个配对链接只能用一次。 Ctrl-C ends it. 按 Ctrl-C 结束。',
    '',
  )
  listenToBoards(world, crew.boardTokens)
  reportProgress(world, sessionToken, say)
  const random = seededRandom(seed)
  while (true) {
    world.clock.skipTo(instantOfHour(world.clock.now(), opensAtHour, timeZone))
    await runDay(world, crew, random.branch())
    say(`${samplePlan.hall.name.zh}: the day is done, the next one begins. 今日结束，进入下一天。`)
    world.clock.skipTo(instantOfHour(world.clock.now() + 24 * hourMs, opensAtHour - 0.1, timeZone))
  }
}

/** Runs until `stop` is aborted or something breaks, and leaves nothing behind. */
async function openAndRun(args: string[], stop: AbortController): Promise<void> {
  const { speed, seed } = readOptions(args)
  const { port, logLevel } = readConfig(process.env)
  const clock = startHallClock(instantOfHour(Date.now(), opensAtHour - 0.5, timeZone), speed, stop.signal)
  const log = pino({ level: logLevel }, pino.destination({ dest: 2, sync: true }))
  const dataFolder = mkdtempSync(join(tmpdir(), 'shunwei-demo-'))
  try {
    const setUp = { dataFolder, firstPlan: samplePlan, clock, port, version: 'demo', log }
    const hall = await openHall({ ...setUp, host: '127.0.0.1' })
    say(`Shunwei 顺位 demonstration 演示: speed 速度 ×${speed}, seed 种子 ${seed}`, '')
    try {
      await demonstrate(makeWorld(hall.url, samplePlan, clock, stop), hall, seed)
    } finally {
      await hall.close()
    }
  } finally {
    rmSync(dataFolder, { recursive: true, force: true })
  }
}

async function main(): Promise<void> {
  const stop = new AbortController()
  let isAsked = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      isAsked = true
      stop.abort()
    })
  }
  try {
    await openAndRun(process.argv.slice(2), stop)
  } catch (error) {
    if (isAsked) return say('Stopped. 已停止。')
    const sentence = sentenceOf(error)
    if (sentence === null) throw stop.signal.aborted ? stop.signal.reason : error
    process.stderr.write(`${sentence}\n`)
    process.exitCode = 1
  }
}

/** What keeps the demonstration from starting, in one sentence; null for what nobody expected. */
function sentenceOf(error: unknown): string | null {
  if (error instanceof ConfigError) return error.message
  const code = error instanceof Error && 'code' in error ? error.code : ''
  return code === 'EADDRINUSE'
    ? 'The port is in use. Stop the program that has it, or set PORT to another one.'
    : null
}

await main()
