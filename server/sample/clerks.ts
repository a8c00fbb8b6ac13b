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
  /** When this clerk is away, in order: instants in ms. */
  readonly breaks: { at: number; untilAt: number; pauseReasonId: string }[]
}

type Ticket = NonNullable<Receipt['ticket']>

/** What the counter shows, and the `seq` of the last answer: an older view than that is not acted upon. */
interface Desk {
  view: WindowView | null
  viewSeq: number
  answeredSeq: number
}

/** Works the window from now until the doors are shut and nobody is left, then closes it. */
export async function workTheDay(clerk: Clerk): Promise<void> {
  const { world, window } = clerk
  const homeTime = new AbortController()
  const desk: Desk = { view: null, viewSeq: -1, answeredSeq: 0 }
  const see = (view: WindowView, seq: number) => Object.assign(desk, { view, viewSeq: seq })
  const signal = AbortSignal.any([world.signal, homeTime.signal])
  watchRoom(
    { origin: world.origin, token: clerk.sessionToken, signal },
    { room: 'window', windowId: window.windowId },
    see,
    world.noteTrouble,
  )
  try {
    await command(clerk, desk, 'open')
    const latest = world.clock.now() + longestDayMs
    while (!(world.doorsShut && world.floor.visitors.size === 0) && world.clock.now() < latest) {
      await oneStep(clerk, desk).catch(world.noteTrouble)
      await world.clock.sleep(clerk.random.lognormal(7, 0.4) * 1_000)
    }
    await command(clerk, desk, 'close')
  } finally {
    homeTime.abort()
  }
}

/** The next thing to do by what the screen shows; a person at the same counter may have done some of it. */
async function oneStep(clerk: Clerk, desk: Desk): Promise<void> {
  const { world, window } = clerk
  const { view } = desk
  if (view === null || desk.viewSeq < desk.answeredSeq || view.state !== 'open') return
  if (view.present !== null) {
    const { ticketId, ticketNumber, service, state } = view.present
    return attend(clerk, desk, {
      ticketId,
      ticketNumber,
      state,
      serviceId: service.serviceId,
      windowId: null,
    })
  }
  const due = clerk.breaks[0]
  if (due !== undefined && due.at <= world.clock.now()) return takeBreak(clerk, desk)
  const returnedId = world.floor.desk(window.label).returned.shift()
  if (returnedId !== undefined) {
    const { ticket } = await command(clerk, desk, 'resume', { ticketId: returnedId })
    if (ticket !== undefined) await attend(clerk, desk, ticket)
  } else if (view.waitingTotal > 0) {
    const { ticket } = await command(clerk, desk, 'call-next')
    if (ticket !== undefined) await attend(clerk, desk, ticket)
  }
}

async function attend(clerk: Clerk, desk: Desk, ticket: Ticket): Promise<void> {
  const { ticketId } = ticket
  if (ticket.state === 'called') {
    if (!(await visitorComes(clerk, desk, ticket))) {
      await command(clerk, desk, 'no-show', { ticketId })
      return
    }
    await command(clerk, desk, 'start', { ticketId })
  }
  await serve(clerk, desk, ticket)
}

/** Waits for the one who was called, calling again twice. */
async function visitorComes(clerk: Clerk, desk: Desk, { ticketId, ticketNumber }: Ticket): Promise<boolean> {
  const { world, window } = clerk
  const { arrivals } = world.floor.desk(window.label)
  for (let calls = 1; ; calls += 1) {
    const untilAt = world.clock.now() + recallAfterMs
    while (world.clock.now() < untilAt) {
      if ((await arrivals.take(untilAt - world.clock.now())) === ticketNumber) return true
    }
    if (calls === callsBeforeNoShow) return false
    await command(clerk, desk, 'recall', { ticketId })
  }
}

async function serve(clerk: Clerk, desk: Desk, ticket: Ticket): Promise<void> {
  const { world, random, window } = clerk
  const { ticketId, ticketNumber, serviceId } = ticket
  const serviceMs = serviceTimeMs(serviceId, random)
  const wasHeld = ticket.state === 'serving'
  if (!wasHeld && random.happens(chance.holds)) {
    await world.clock.sleep(serviceMs * 0.3)
    await command(clerk, desk, 'hold', { ticketId, note: '补填申请表' })
    return world.floor.tell(ticketNumber, { kind: 'stepAside', windowLabel: window.label, ticketId })
  }
  const otherServiceId = random.happens(chance.transfers) ? serviceAtAnotherWindow(clerk, serviceId) : null
  if (otherServiceId !== null) {
    await world.clock.sleep(serviceMs * 0.4)
    await command(clerk, desk, 'transfer', { ticketId, serviceId: otherServiceId, note: '先办关联事项' })
    return world.floor.tell(ticketNumber, { kind: 'waitAgain' })
  }
  await world.clock.sleep(serviceMs)
  const service: Pick<PlanService, 'serviceId' | 'kind'> = world.serviceOf(serviceId)
  await command(clerk, desk, 'complete', { ticketId, result: resultOf(service, random) })
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

async function takeBreak(clerk: Clerk, desk: Desk): Promise<void> {
  const due = clerk.breaks.shift()
  if (due === undefined || due.untilAt <= clerk.world.clock.now()) return
  await command(clerk, desk, 'pause', { pauseReasonId: due.pauseReasonId })
  await clerk.world.clock.sleep(due.untilAt - clerk.world.clock.now())
  await command(clerk, desk, 'open')
}

async function command(clerk: Clerk, desk: Desk, verb: string, body: object = {}): Promise<Receipt> {
  const answer = await clerk.api.post(`/api/windows/${clerk.window.windowId}/${verb}`, body, receipt)
  desk.answeredSeq = Math.max(desk.answeredSeq, answer.seq)
  return answer
}
