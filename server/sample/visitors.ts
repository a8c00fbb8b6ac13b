/** A simulated visitor: takes a number, sits down, hears the call or misses it, and leaves. */
import type { z } from 'zod'
import { issueReceipt, receipt, ticketView } from '../../protocol/views.ts'
import { type Api, apiOf, Refused } from './api-client.ts'
import { minuteMs, priorityClassOf, wantedService } from './demand.ts'
import type { Mailbox, News } from './floor.ts'
import type { Random } from './random.ts'
import type { World } from './world.ts'

/** A visitor looks at the own phone every so often, in case a call was not heard. */
const looksEveryMs = 5 * minuteMs
const chance = { asksTheGuide: 0.08, missesTheCall: 0.05, comesBack: 0.6 }

interface Visitor {
  readonly world: World
  readonly random: Random
  readonly ticket: z.infer<typeof issueReceipt>['ticket']
  /** The visitor's phone. */
  readonly phone: Api
  readonly ears: Mailbox<News>
  readonly leavesAt: number
}

/**
 * One whole visit. `counters` are where numbers are given: the kiosks, and the guide.
 * @throws Refused when the hall says no to something that this visitor had reason to ask.
 */
export async function visit(
  world: World,
  counters: { kiosks: Api[]; guide: Api },
  random: Random,
): Promise<void> {
  const serviceId = wantedService(random)
  const priorityClassId = priorityClassOf(random)
  const kiosk = random.pick(counters.kiosks.map((each) => [each, 1] as const))
  const counter = random.happens(chance.asksTheGuide) ? counters.guide : kiosk
  const { ticket } = await counter.post('/api/tickets', { serviceId, priorityClassId }, issueReceipt)
  const visitor: Visitor = {
    world,
    random,
    ticket,
    phone: apiOf(world.origin, ticket.token, world.signal),
    ears: world.floor.comeIn(ticket.ticketNumber),
    leavesAt: world.clock.now() + random.lognormal(80, 0.4) * minuteMs,
  }
  try {
    await stay(visitor)
  } finally {
    world.floor.visitors.delete(ticket.ticketNumber)
  }
}

async function stay(visitor: Visitor): Promise<void> {
  let inside = true
  while (inside) {
    const news = await visitor.ears.take(looksEveryMs)
    if (news === null) inside = await lookAtPhone(visitor)
    else if (news.kind === 'called') inside = await answerTheCall(visitor, news.windowLabel)
    else if (news.kind === 'stepAside') await fillInForm(visitor, news)
    else inside = news.kind !== 'done'
  }
}

/** Goes to the window, or is out of earshot for a while and then looks at the phone. Gives whether to stay. */
async function answerTheCall(visitor: Visitor, windowLabel: string): Promise<boolean> {
  const { random, world } = visitor
  if (random.happens(chance.missesTheCall)) {
    await world.clock.sleep(random.lognormal(6, 0.4) * minuteMs)
    return lookAtPhone(visitor)
  }
  await world.clock.sleep(random.lognormal(22, 0.4) * 1_000)
  world.floor.desk(windowLabel).arrivals.put(visitor.ticket.ticketNumber)
  return true
}

async function fillInForm(
  { world, random }: Visitor,
  at: { windowLabel: string; ticketId: string },
): Promise<void> {
  await world.clock.sleep(random.lognormal(7, 0.4) * minuteMs)
  world.floor.desk(at.windowLabel).returned.push(at.ticketId)
}

/** Reads the ticket and does what it calls for: go, rejoin, give up, or sit on. Gives whether to stay. */
async function lookAtPhone(visitor: Visitor): Promise<boolean> {
  const { phone, ticket, random, world } = visitor
  const path = `/api/tickets/${ticket.ticketId}`
  const now = await phone.get(path, ticketView)
  switch (now.state) {
    case 'waiting':
      if (world.clock.now() < visitor.leavesAt) return true
      return !(await askedInTime(phone.post(`${path}/cancel`, {}, receipt)))
    case 'called':
      if (now.calledTo !== null) world.floor.desk(now.calledTo.label).arrivals.put(ticket.ticketNumber)
      return true
    case 'noShow':
      if ((now.mayRejoinUntil ?? 0) <= world.clock.now() || !random.happens(chance.comesBack)) return false
      return askedInTime(phone.post(`${path}/rejoin`, {}, receipt))
    case 'serving':
    case 'held':
      return true
    default:
      return false
  }
}

/** False when the hall has moved on in the meantime: called just as the visitor gave up, too late to rejoin. */
async function askedInTime(asked: Promise<unknown>): Promise<boolean> {
  try {
    await asked
    return true
  } catch (error) {
    if (error instanceof Refused && ['wrongTicketState', 'rejoinTooLate'].includes(error.code)) return false
    throw error
  }
}
