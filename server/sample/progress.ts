/** What happens in the simulated hall, in a line every ten seconds. */
import type { ConsoleView } from '../../protocol/views.ts'
import { watchRoom } from './api-client.ts'
import type { World } from './world.ts'

const everyMs = 10_000

/** Says how the hall stands until the demonstration ends. `token`: of a session that may see the console. */
export function reportProgress(world: World, token: string, say: (line: string) => void): void {
  const { origin, signal, plan } = world
  const time = new Intl.DateTimeFormat('sv-SE', {
    timeZone: plan.hall.timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  })
  let latest: ConsoleView | null = null
  const see = (view: ConsoleView) => {
    latest = view
  }
  watchRoom({ origin, token, signal }, { room: 'console' }, see, world.noteTrouble)
  const timer = setInterval(() => {
    if (latest !== null) say(`${time.format(world.clock.now())}  ${lineOf(latest)}${refusalsOf(world)}`)
  }, everyMs)
  signal.addEventListener('abort', () => clearInterval(timer), { once: true })
}

function lineOf({ today, windows }: ConsoleView): string {
  const open = windows.filter(({ state }) => state === 'open').length
  return [
    `取号 issued ${today.issued}`,
    `等候 waiting ${today.waiting}`,
    `窗口 at windows ${today.called + today.serving}/${open}`,
    `挂起 held ${today.held}`,
    `办结 served ${today.served}`,
    `过号 missed ${today.noShow}`,
    `取消 left ${today.cancelled}`,
  ].join('  ')
}

function refusalsOf({ refusals }: World): string {
  const said = [...refusals].map(([code, times]) => `${code} ${times}`).join(', ')
  return said === '' ? '' : `  (refused: ${said})`
}
