/** What must hold after every step, whatever was tried. Plain comparisons, for they are made a million times. */
import { appointmentStates, type StandingRule, ticketStates } from '../../protocol/vocabulary.ts'
import type { HallEvent, StoredEvent } from '../../server/domain/events.ts'
import type { Hall } from '../../server/domain/hall.ts'
import type { GivenHall } from '../support/given-hall.ts'
import type { LivedDay, Step } from './lived-day.ts'
import { byStanding, type SeenTicket, type Witness } from './witness.ts'

const minuteMs = 60_000

export function must(isTrue: boolean, what: string): void {
  if (!isTrue) throw new Error(what)
}

function same(hall: readonly unknown[], witness: readonly unknown[], what: string): void {
  const isSame = hall.length === witness.length && hall.every((each, n) => each === witness[n])
  must(isSame, `${what}: the hall says [${hall.join(', ')}], the witness [${witness.join(', ')}]`)
}

/** Before the witness has seen the step: who was called was next, and a refusal to call anybody was right. */
export function calledInOrder({ given, witness }: LivedDay, { command, events, refused }: Step): void {
  if (command.type !== 'callNext') return
  const next = witness.next(command.windowId, given.now)
  if (refused === 'noTicketWaiting') must(next === null, `${next?.ticketNumber} waits, and was not called`)
  const [called] = events
  if (called?.type !== 'TicketCalled') return
  must(called.ticketId === next?.ticketId, `called ${called.ticketId} where ${next?.ticketId} was next`)
}

/** Before the witness has seen the step: a new ticket stands where its rule says, and is told how many are ahead. */
export function issuedAsRuled({ given, witness }: LivedDay, { events }: Step): void {
  for (const event of events) {
    if (event.type !== 'TicketIssued') continue
    const { ticketNumber, rule, standing, serviceId } = event
    const isRight = standings[rule](given, event)
    must(isRight, `${ticketNumber} stands at ${standing - given.now} ms from now by the rule ${rule}`)
    const ahead = witness
      .waiting()
      .filter((each) => each.windowId === null && each.serviceId === serviceId && each.standing <= standing)
    must(event.peopleAhead === ahead.length, `${event.peopleAhead} ahead are told, not ${ahead.length}`)
  }
}

type Issued = Extract<HallEvent, { type: 'TicketIssued' }>

/** Where each rule lets a ticket stand that is issued now. */
const standings: Readonly<Record<StandingRule, (given: GivenHall, issued: Issued) => boolean>> = {
  arrival: ({ now }, { standing }) => standing === now,
  priority: ({ hall, now }, { standing, priorityClassId }) => {
    const credit = hall.setUp?.index.priorityClasses.get(priorityClassId ?? '')?.creditMinutes ?? 0
    return credit > 0 && standing === now - credit * minuteMs
  },
  appointment: ({ hall, now }, { standing, appointmentId }) => {
    const rules = hall.setUp?.plan.appointments
    const booked = hall.appointments.get(appointmentId ?? '')
    if (rules === undefined || booked === undefined) return false
    const { slotAt, bookedAt } = booked
    const { creditMinutes, graceMinutes } = rules
    const credited = Math.max(bookedAt, slotAt - creditMinutes * minuteMs)
    return standing === credited && now <= slotAt + graceMinutes * minuteMs
  },
  return: ({ hall, now }, { standing, returnCode }) =>
    returnCode !== null && standing === now - (hall.setUp?.plan.returns.creditMinutes ?? 0) * minuteMs,
  carried: ({ events }, { standing, returnCode }) => standing === lastStandingOf(events, returnCode),
}

/** Where the ticket of that token stood last, on whatever day. */
function lastStandingOf(events: readonly StoredEvent[], token: string | null): number | null {
  const issued = events.find(({ event }) => event.type === 'TicketIssued' && event.token === token)?.event
  if (issued?.type !== 'TicketIssued') return null
  const moved = events.findLast(
    ({ event }) => 'standing' in event && event.ticketId === issued.ticketId,
  )?.event
  return moved !== undefined && 'standing' in moved ? moved.standing : null
}

export function mustHold(day: LivedDay): void {
  const { hall } = day.given
  nobodyIsLost(hall, day.witness)
  linesAreRight(hall, day.witness)
  oneTicketAWindow(hall)
  everyoneCanBeCalled(hall, day.witness)
  countersAreRight(hall)
}

function nobodyIsLost(hall: Hall, witness: Witness): void {
  same([...hall.tickets.keys()], [...witness.tickets.keys()], 'the tickets of the day')
  const numbers = new Set([...hall.tickets.values()].map(({ ticketNumber }) => ticketNumber))
  must(numbers.size === hall.tickets.size, 'a number was given twice in a day')
  for (const [ticketId, seen] of witness.tickets) {
    const ticket = hall.tickets.get(ticketId)
    const told = ticket && [ticket.state, ticket.turn.serviceId, ticket.place.standing, ticket.rule]
    same(told ?? [], [seen.state, seen.serviceId, seen.standing, seen.rule], seen.ticketNumber)
  }
}

/** Each who waits is in exactly the right line, and the lines stand in order. */
function linesAreRight(hall: Hall, witness: Witness): void {
  const lines = Map.groupBy(witness.waiting().sort(byStanding), lineName)
  const known = new Map<string, readonly { ticketId: string }[]>()
  for (const [serviceId, line] of hall.serviceLines) known.set(`service ${serviceId}`, line)
  for (const [windowId, line] of hall.windowLines) known.set(`window ${windowId}`, line)
  for (const name of new Set([...lines.keys(), ...known.keys()])) {
    const told = (known.get(name) ?? []).map(({ ticketId }) => ticketId)
    same(
      told,
      (lines.get(name) ?? []).map(({ ticketId }) => ticketId),
      `the line of ${name}`,
    )
  }
}

const lineName = ({ windowId, serviceId }: SeenTicket) =>
  windowId === null ? `service ${serviceId}` : `window ${windowId}`

function oneTicketAWindow(hall: Hall): void {
  const present = [...hall.windows.values()].flatMap(({ ticketId }) => ticketId ?? [])
  must(new Set(present).size === present.length, 'a ticket at two windows')
  const called = [...hall.tickets.values()].filter(({ state }) => state === 'called' || state === 'serving')
  same(called.map(({ ticketId }) => ticketId).sort(), present.sort(), 'the tickets at windows')
  const busy = [...hall.windows.values()].flatMap(({ ticketId, staffId }) =>
    ticketId === null ? [] : staffId,
  )
  must(new Set(busy).size === busy.length, 'a clerk with two called tickets')
}

/** Whoever waits waits for a window that there is. */
function everyoneCanBeCalled(hall: Hall, witness: Witness): void {
  for (const { ticketNumber, windowId, serviceId } of witness.waiting()) {
    const windows = [...witness.windows].filter(([id, { serviceIds, helps }]) =>
      windowId === null
        ? serviceIds.includes(serviceId) || helps.some((each) => each.serviceId === serviceId)
        : id === windowId,
    )
    must(windows.length > 0, `${ticketNumber} waits, and no window could ever call it`)
    must(hall.setUp?.index.services.has(serviceId) === true, `${ticketNumber} waits for no service`)
  }
}

function countersAreRight(hall: Hall): void {
  for (const state of ticketStates) {
    const counted = [...hall.tickets.values()].filter((ticket) => ticket.state === state).length
    must(hall.count[state] === counted, `${hall.count[state]} counted as ${state}, not ${counted}`)
  }
  must(hall.held.size === hall.count.held, 'those on hold')
  must(hall.missed.size === hall.count.noShow, 'those who missed the call')
  for (const { state } of hall.appointments.values())
    must(appointmentStates.includes(state), 'an appointment')
}

/** At the end of a day: issued = served + missed + cancelled + closed, and nobody is still in the hall. */
export function allAccountedFor(events: readonly HallEvent[]): void {
  const issued = events.filter(({ type }) => type === 'TicketIssued').length
  const ended = new Map<string, number>()
  const add = (ticketId: string, by: number) => ended.set(ticketId, (ended.get(ticketId) ?? 0) + by)
  for (const event of events) {
    if (event.type === 'TicketCompleted' && event.nextStop === null) add(event.ticketId, 1)
    if (event.type === 'TicketMissed' || event.type === 'TicketCancelled' || event.type === 'TicketClosed')
      add(event.ticketId, 1)
    if (event.type === 'TicketRejoined') add(event.ticketId, -1)
  }
  const once = [...ended.values()].every((times) => times === 1)
  must(once, 'a visit ended twice')
  must(ended.size === issued, `${issued} were issued, ${ended.size} accounted for`)
}
