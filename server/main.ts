/** The composition root: reads the settings, opens the hall, says where everything is, and closes it again. */
import { existsSync, readFileSync } from 'node:fs'
import { pino } from 'pino'
import { lanAddress } from './addresses.ts'
import { systemClock } from './clock.ts'
import { type Config, ConfigError, readConfig } from './config.ts'
import { DatabaseUnusable } from './database/open-database.ts'
import { setUpOf } from './domain/hall.ts'
import { type OpenHall, openHall } from './hall-server.ts'
import { keepFirstLook, prepareFirstLook } from './sample/first-look.ts'
import { samplePlan } from './sample/plan.ts'
import { newOneTimePassword } from './staff/secrets.ts'
import { onStop } from './stop.ts'

const screens: readonly (readonly [name: string, path: string])[] = [
  // Chinese characters take two columns each, so the names are padded by hand.
  ['Kiosk    取号机', '/kiosk/'],
  ['Board    大屏  ', '/board/'],
  ['Counter  窗口  ', '/counter/'],
  ['Console  管理台', '/console/'],
  ['Booking  预约  ', '/book/'],
  ['API      接口  ', '/api/docs'],
]

function say(...lines: readonly string[]): void {
  for (const line of lines) process.stdout.write(`${line}\n`)
}

/** What keeps a hall from opening, in one sentence; null for what nobody expected. */
function sentenceOf(error: unknown, config: Config | null): string | null {
  if (error instanceof ConfigError || error instanceof DatabaseUnusable) return error.message
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${config?.port} is in use. Stop the program that has it, or set PORT to another one.`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST ${config?.host} is not an address of this machine.`
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOTDIR':
    case 'EEXIST':
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_READONLY':
    case 'SQLITE_READONLY_DIRECTORY':
      return `Nothing can be written to ${config?.dataFolder} or port ${config?.port} is not allowed (${code}). Set DATA_DIR to a folder of your own, PORT to 1024 or more.`
    case 'ENOSPC':
    case 'SQLITE_FULL':
      return `The disk of ${config?.dataFolder} is full. Make room, then start again.`
    default:
      return null
  }
}

/** A digest of what the screens were built from: those that still run another version load themselves anew. */
function screensVersion(): string {
  const mark = new URL('../dist/.built-from', import.meta.url)
  return existsSync(mark) ? readFileSync(mark, 'utf8').slice(0, 12) : 'unbuilt'
}

function addresses(hall: OpenHall, config: Config): string[] {
  const lan = config.host === '0.0.0.0' || config.host === '::' ? lanAddress() : null
  const here = config.host === '0.0.0.0' || config.host === '::' ? 'localhost' : config.host
  return screens.map(([name, path]) => {
    const onLan = lan === null ? '' : `   http://${lan}:${hall.port}${path}`
    return `  ${name}  http://${here}:${hall.port}${path}${onLan}`
  })
}

/**
 * The administrator's account is written last, after its password was printed: a first start that is interrupted
 * is begun again by the next one, and no secret is lost that nobody saw.
 */
async function firstStart(hall: OpenHall, config: Config): Promise<void> {
  const oneTimePassword = newOneTimePassword()
  say(
    '',
    `  Administrator: staff number admin, one-time password ${oneTimePassword}`,
    '  管理员工号 admin，以上为一次性密码，首次登录后须更改。It is shown this once only;',
    '  npm run admin-password gives another one when it is lost. 遗失时可用该命令重设。',
  )
  if (config.firstPlan === null) await sayFirstLook(hall, config)
  const added = await hall.staff.add({ staffNumber: 'admin', name: '管理员', role: 'admin' }, oneTimePassword)
  if ('refused' in added) throw new Error(`the administrator could not be added: ${added.refused}`)
}

async function sayFirstLook(hall: OpenHall, config: Config): Promise<void> {
  const { plan } = await hall.runner.read(setUpOf)
  const look = await prepareFirstLook(plan, hall.staff, hall.devices)
  const lan = lanAddress()
  const lines = [
    '',
    '  For a first look at the sample hall 示范大厅：',
    ...look.devices.map(
      ({ kind, areaId, path }) => `  ${kind} (${areaId}): http://localhost:${hall.port}${path}`,
    ),
    ...(lan === null
      ? []
      : [`  On another machine put ${lan} in the place of localhost. 在其他机器上请换成该地址。`]),
    ...look.staff.map(({ staffNumber, role, pin }) => `  ${role}: staff number ${staffNumber}, PIN ${pin}`),
  ]
  say(...lines, `  (kept in ${keepFirstLook(config.dataFolder, lines)})`)
}

async function closeAndSay(hall: OpenHall): Promise<void> {
  say('Closing … 正在关闭')
  await hall.close()
  say('Closed. 已关闭。')
}

async function main(): Promise<void> {
  let config: Config | null = null
  try {
    config = readConfig(process.env)
    const { dataFolder, host, port } = config
    const log = pino({ level: config.logLevel }, pino.destination({ dest: 2, sync: true }))
    const version = screensVersion()
    const firstPlan = config.firstPlan ?? samplePlan
    const hall = await openHall({ dataFolder, firstPlan, clock: systemClock, host, port, version, log })
    onStop(() => closeAndSay(hall), config.startedByNpm)
    const { plan } = await hall.runner.read(setUpOf)
    say(`Shunwei 顺位: ${plan.hall.name.zh} ${plan.hall.name.en}`, '', ...addresses(hall, config))
    say('', `  Data 数据: ${dataFolder}`)
    if (hall.isNew) await firstStart(hall, config)
    say('', '  Ctrl-C stops it. 按 Ctrl-C 停止。')
  } catch (error) {
    const sentence = sentenceOf(error, config)
    if (sentence === null) throw error
    process.stderr.write(`${sentence}\n`)
    process.exit(1)
  }
}

// Whoever reads the output may leave (`| head`); the hall goes on.
process.stdout.on('error', () => {})
// The hall's data are nobody else's on this machine.
process.umask(0o077)
await main()
