/** A simulated clerk: calls, waits for the visitor, serves, and has a break, all by what the counter shows. */
import type { PlanService, PlanWindow } from '../../protocol/plan.ts'
import { type Receipt, receipt, type WindowView } from '../../protocol/views.ts'
import { type Api, watchRoom } from './api-client.ts'
import { minuteMs, resultOf, serviceTimeMs } from './demand.ts'
import type { Random } from './random.ts'
import type { World } from './world.ts'

const chance = { holds: 0.03, transfers: 0.03 }
const recallAfterMs = 45_000
const callsBeforeNoShow = 3
const longestDayMs = 12 * 60 * minuteMs

export interface Clerk {
  readonly world: World
  readonly random: Random
  readonly window: PlanWindow
  readonly api: Api
  readonly sessionToken: string
  readonly staffId: string
  /** When this clerk is away, in order: instants in ms. */
  readonly breaks: { at: number; untilAt: number; pauseReasonId: string }[]
}

type Ticket = NonNullable<Receipt['ticket']>

/** What the counter shows, and the `seq` of the last answer: an older view than that is not acted upon. */
interface Screen {
  view: WindowView | null
  viewSeq: number
  answeredSeq: number
}

/** Works the window from now until the doors are shut and nobody is left, then closes it. */
export async function workTheDay(clerk: Clerk): Promise<void> {
  const { world, window } = clerk
  const homeTime = new AbortController()
  const screen: Screen = { view: null, viewSeq: -1, answeredSeq: 0 }
  const see = (view: WindowView, seq: number) => Object.assign(screen, { view, viewSeq: seq })
  const signal = AbortSignal.any([world.signal, homeTime.signal])
  watchRoom(
    { origin: world.origin, token: clerk.sessionToken, signal },
    { room: 'window', windowId: window.windowId },
    see,
    world.noteTrouble,
  )
  try {
    await command(clerk, screen, 'open').catch(world.noteTrouble)
    const latest = world.clock.now() + longestDayMs
    while (!(world.doorsShut && world.floor.visitors.size === 0) && world.clock.now() < latest) {
      await oneStep(clerk, screen).catch(world.noteTrouble)
      await world.clock.sleep(clerk.random.lognormal(7, 0.4) * 1_000)
    }
    await command(clerk, screen, 'close').catch(world.noteTrouble)
  } finally {
    homeTime.abort()
  }
}

/** The next thing to do by what the screen shows; a person at the same counter may have done some of it. */
async function oneStep(clerk: Clerk, screen: Screen): Promise<void> {
  const { world, window } = clerk
  const { view } = screen
  if (view === null || screen.viewSeq < screen.answeredSeq) return
  if (view.state !== 'open' || view.staffId !== clerk.staffId) return
  if (view.present !== null) {
    const { ticketId, ticketNumber, service, state } = view.present
    return attend(clerk, screen, {
      ticketId,
      ticketNumber,
      state,
      serviceId: service.serviceId,
      windowId: null,
    })
  }
  const due = clerk.breaks[0]
  if (due !== undefined && due.at <= world.clock.now()) return takeBreak(clerk, screen)
  const returnedId = world.floor.desk(window.label).returned.shift()
  if (returnedId !== undefined) {
    const { ticket } = await command(clerk, screen, 'resume', { ticketId: returnedId })
    if (ticket !== undefined) await attend(clerk, screen, ticket)
  } else if (view.waitingTotal > 0) {
    const { ticket } = await command(clerk, screen, 'call-next')
    if (ticket !== undefined) await attend(clerk, screen, ticket)
  }
}

async function attend(clerk: Clerk, screen: Screen, ticket: Ticket): Promise<void> {
  const { ticketId } = ticket
  if (ticket.state === 'called') {
    if (!(await visitorComes(clerk, screen, ticket))) {
      await command(clerk, screen, 'no-show', { ticketId })
      return
    }
    await command(clerk, screen, 'start', { ticketId })
  }
  await serve(clerk, screen, ticket)
}

/** Waits for the one who was called, calling again twice. */
async function visitorComes(
  clerk: Clerk,
  screen: Screen,
  { ticketId, ticketNumber }: Ticket,
): Promise<boolean> {
  const { world, window } = clerk
  const { arrivals } = world.floor.desk(window.label)
  for (let calls = 1; ; calls += 1) {
    const untilAt = world.clock.now() + recallAfterMs
    while (world.clock.now() < untilAt) {
      if ((await arrivals.take(untilAt - world.clock.now())) === ticketNumber) return true
    }
    if (calls === callsBeforeNoShow) return false
    await command(clerk, screen, 'recall', { ticketId })
  }
}

async function serve(clerk: Clerk, screen: Screen, ticket: Ticket): Promise<void> {
  const { world, random, window } = clerk
  const { ticketId, ticketNumber, serviceId } = ticket
  const serviceMs = serviceTimeMs(serviceId, random)
  const wasHeld = ticket.state === 'serving'
  if (!wasHeld && random.happens(chance.holds)) {
    await world.clock.sleep(serviceMs * 0.3)
    await command(clerk, screen, 'hold', { ticketId, note: '补填申请表' })
    return world.floor.tell(ticketNumber, { kind: 'stepAside', windowLabel: window.label, ticketId })
  }
  const otherServiceId = random.happens(chance.transfers) ? serviceAtAnotherWindow(clerk, serviceId) : null
  if (otherServiceId !== null) {
    await world.clock.sleep(serviceMs * 0.4)
    await command(clerk, screen, 'transfer', { ticketId, serviceId: otherServiceId, note: '先办关联事项' })
    return world.floor.tell(ticketNumber, { kind: 'waitAgain' })
  }
  await world.clock.sleep(serviceMs)
  const service: Pick<PlanService, 'serviceId' | 'kind'> = world.serviceOf(serviceId)
  await command(clerk, screen, 'complete', { ticketId, result: resultOf(service, random) })
  world.floor.tell(ticketNumber, { kind: 'done' })
}

/** Another matter of the same department, or null when this window alone has it all. */
function serviceAtAnotherWindow({ world, random }: Clerk, serviceId: string): string | null {
  const { departmentId } = world.serviceOf(serviceId)
  const others = world.plan.services.filter(
    (each) => each.departmentId === departmentId && each.serviceId !== serviceId,
  )
  return others.length === 0 ? null : random.pick(others.map((each) => [each.serviceId, 1] as const))
}

async function takeBreak(clerk: Clerk, screen: Screen): Promise<void> {
  const due = clerk.breaks.shift()
  if (due === undefined || due.untilAt <= clerk.world.clock.now()) return
  await command(clerk, screen, 'pause', { pauseReasonId: due.pauseReasonId })
  await clerk.world.clock.sleep(due.untilAt - clerk.world.clock.now())
  await command(clerk, screen, 'open')
}

async function command(clerk: Clerk, screen: Screen, verb: string, body: object = {}): Promise<Receipt> {
  const answer = await clerk.api.post(`/api/windows/${clerk.window.windowId}/${verb}`, body, receipt)
  screen.answeredSeq = Math.max(screen.answeredSeq, answer.seq)
  return answer
}
