/**
 * A second witness of the day, that shares no code with the hall: it reads the events one by one and keeps what is
 * needed to say who waits where, who must be next, and who was called while somebody waited.
 */
import type { Plan, PlanWindow } from '../../protocol/plan.ts'
import type { CallWay, StandingRule, TicketState } from '../../protocol/vocabulary.ts'
import type { HallEvent, StoredEvent } from '../../server/domain/events.ts'

/** One spell of waiting in one line at one standing. */
export interface Spell {
  readonly fromSeq: number
  untilSeq: number
  readonly serviceId: string
  readonly windowId: string | null
  readonly standing: number
  readonly joinedSeq: number
  readonly isRejoined: boolean
}

export interface SeenTicket {
  readonly ticketId: string
  readonly ticketNumber: string
  readonly issuedAt: number
  readonly isReturn: boolean
  readonly isBooked: boolean
  readonly spells: Spell[]
  state: TicketState
  rule: StandingRule
  serviceId: string
  windowId: string | null
  standing: number
  joinedSeq: number
  queuedAt: number
  /** Missed, held or sent on, or given another class: no longer an ordinary visitor in its first line. */
  isMoved: boolean
  isSentOn: boolean
  isRejoined: boolean
  presentAt: string | null
}

export interface SeenCall {
  readonly seq: number
  readonly ticketId: string
  readonly windowId: string
  readonly way: CallWay
  readonly standing: number
  readonly joinedSeq: number
  readonly rule: StandingRule
  readonly isSentOn: boolean
  readonly serves: readonly string[]
  readonly helps: readonly string[]
}

interface SeenWindow {
  serviceIds: readonly string[]
  helps: PlanWindow['helps']
  isAssigned: boolean
}

/** What is assigned as the plan has it is no assignment. The order of the services does not matter. */
function serveTheSame(one: Pick<PlanWindow, 'serviceIds' | 'helps'> | undefined, other: typeof one): boolean {
  const said = (each: typeof one) =>
    [
      ...(each?.serviceIds ?? []),
      ...(each?.helps ?? []).map((help) => `${help.serviceId} ${help.afterMinutes}`),
    ]
      .sort()
      .join()
  return said(one) === said(other)
}

export class Witness {
  plan: Plan | null = null
  /** All plans of the day: a credit that was given under one of them still counts. */
  plans: Plan[] = []
  tickets = new Map<string, SeenTicket>()
  windows = new Map<string, SeenWindow>()
  calls: SeenCall[] = []

  see({ event, at, seq }: StoredEvent): void {
    if (event.type === 'DayOpened')
      Object.assign(this, { tickets: new Map(), windows: new Map(), calls: [], plans: [] })
    if (event.type === 'DayOpened' || event.type === 'PlanChanged') this.#takePlan(event.plan)
    if (event.type === 'WindowAssigned') {
      const { serviceIds, helps } = event
      const planned = this.plan?.windows.find(({ windowId }) => windowId === event.windowId)
      this.windows.set(event.windowId, { serviceIds, helps, isAssigned: !serveTheSame(planned, event) })
    }
    if (event.type === 'TicketIssued') this.#issued(event, at, seq)
    const ticket =
      'ticketId' in event && event.type !== 'TicketIssued' ? this.tickets.get(event.ticketId) : undefined
    if (ticket !== undefined) this.#about(ticket, event, at, seq)
  }

  #takePlan(plan: Plan): void {
    this.plan = plan
    this.plans.push(plan)
    for (const windowId of this.windows.keys()) {
      if (!plan.windows.some((each) => each.windowId === windowId)) this.windows.delete(windowId)
    }
    // Assignments end where a service would be left without a window, or has left the plan.
    const after = plan.windows.map((each) => {
      const now = this.windows.get(each.windowId)
      return now?.isAssigned === true ? now : each
    })
    const served = after.flatMap(({ serviceIds, helps }) => [
      ...serviceIds,
      ...helps.map((each) => each.serviceId),
    ])
    const keepsAssigned =
      plan.services.every(({ serviceId }) => served.includes(serviceId)) &&
      served.every((id) => plan.services.some(({ serviceId }) => serviceId === id))
    for (const { windowId, serviceIds, helps } of plan.windows) {
      if (keepsAssigned && this.windows.get(windowId)?.isAssigned === true) continue
      this.windows.set(windowId, { serviceIds, helps, isAssigned: false })
    }
  }

  #issued(event: Extract<HallEvent, { type: 'TicketIssued' }>, at: number, seq: number): void {
    const { ticketId, ticketNumber, serviceId, standing, rule } = event
    const ticket: SeenTicket = {
      ticketId,
      ticketNumber,
      issuedAt: at,
      isReturn: event.returnCode !== null,
      isBooked: event.appointmentId !== null,
      spells: [],
      state: 'waiting',
      rule,
      serviceId,
      windowId: null,
      standing,
      joinedSeq: seq,
      queuedAt: at,
      isMoved: false,
      isSentOn: false,
      isRejoined: false,
      presentAt: null,
    }
    this.tickets.set(ticketId, ticket)
    begin(ticket, seq)
  }

  #about(ticket: SeenTicket, event: HallEvent, at: number, seq: number): void {
    switch (event.type) {
      case 'TicketCalled':
        this.#called(ticket, event, seq)
        leave(ticket, 'called', seq, event.windowId)
        return
      case 'ServiceStarted':
        leave(ticket, 'serving', seq, ticket.presentAt)
        return
      case 'TicketResumed':
        leave(ticket, 'serving', seq, event.windowId)
        return
      case 'TicketHeld':
        ticket.isMoved = true
        leave(ticket, 'held', seq, null)
        return
      case 'HoldEnded':
        join(ticket, { ...ticket, windowId: event.windowId }, seq)
        return
      case 'TicketTransferred':
        ticket.isSentOn = true
        join(ticket, { ...ticket, ...event, queuedAt: at }, seq)
        return
      case 'TicketCompleted':
        if (event.nextStop === null) leave(ticket, 'served', seq, null)
        else {
          ticket.isSentOn = true
          join(ticket, { ...ticket, ...event.nextStop, queuedAt: at }, seq)
        }
        return
      case 'TicketMissed':
        leave(ticket, 'noShow', seq, null)
        return
      case 'TicketRejoined':
        ticket.isRejoined = true
        join(ticket, { ...ticket, standing: event.standing, queuedAt: at }, seq)
        return
      case 'TicketReleased':
        ticket.windowId = null
        if (ticket.state === 'waiting') again(ticket, seq)
        return
      case 'PriorityChanged':
        ticket.isMoved = true
        Object.assign(ticket, { standing: event.standing, rule: event.rule })
        if (ticket.state === 'waiting') again(ticket, seq)
        return
      case 'TicketCancelled':
        leave(ticket, 'cancelled', seq, null)
        return
      case 'TicketClosed':
        leave(ticket, 'closed', seq, null)
        return
    }
  }

  #called(ticket: SeenTicket, event: Extract<HallEvent, { type: 'TicketCalled' }>, seq: number): void {
    const { ticketId, standing, joinedSeq, rule, isSentOn } = ticket
    const window = this.windows.get(event.windowId)
    this.calls.push({
      seq,
      ticketId,
      windowId: event.windowId,
      way: event.way,
      standing,
      joinedSeq,
      rule,
      isSentOn,
      serves: window?.serviceIds ?? [],
      helps: window?.helps.map(({ serviceId }) => serviceId) ?? [],
    })
  }

  waiting(): SeenTicket[] {
    return [...this.tickets.values()].filter(({ state }) => state === 'waiting')
  }

  /** By going over everybody: the smallest standing of those whom the window may serve at that time. */
  next(windowId: string, now: number): SeenTicket | null {
    const window = this.windows.get(windowId)
    const waiting = this.waiting().sort(byStanding)
    const head = (serviceId: string) =>
      waiting.find((each) => each.windowId === null && each.serviceId === serviceId)
    const helped = (window?.helps ?? [])
      .filter(({ serviceId, afterMinutes }) => {
        const first = head(serviceId)
        return first !== undefined && now - first.queuedAt >= afterMinutes * 60_000
      })
      .map(({ serviceId }) => serviceId)
    const served = [...(window?.serviceIds ?? []), ...helped]
    const may = (each: SeenTicket) =>
      each.windowId === null ? served.includes(each.serviceId) : each.windowId === windowId
    return waiting.find(may) ?? null
  }
}

export function byStanding(
  a: { standing: number; joinedSeq: number },
  b: { standing: number; joinedSeq: number },
): number {
  return a.standing - b.standing || a.joinedSeq - b.joinedSeq
}

function begin(ticket: SeenTicket, seq: number): void {
  const { serviceId, windowId, standing, joinedSeq, isRejoined } = ticket
  ticket.spells.push({
    fromSeq: seq,
    untilSeq: Number.POSITIVE_INFINITY,
    serviceId,
    windowId,
    standing,
    joinedSeq,
    isRejoined,
  })
}

function end(ticket: SeenTicket, seq: number): void {
  const spell = ticket.spells.at(-1)
  if (ticket.state === 'waiting' && spell !== undefined) spell.untilSeq = seq
}

/** Waits on in another line, or at another standing. */
function again(ticket: SeenTicket, seq: number): void {
  end(ticket, seq)
  begin(ticket, seq)
}

function join(
  ticket: SeenTicket,
  to: Pick<SeenTicket, 'serviceId' | 'windowId' | 'standing' | 'queuedAt'>,
  seq: number,
): void {
  const { serviceId, windowId, standing, queuedAt } = to
  Object.assign(ticket, { state: 'waiting', serviceId, windowId, standing, queuedAt })
  Object.assign(ticket, { joinedSeq: seq, isMoved: true, presentAt: null })
  begin(ticket, seq)
}

function leave(ticket: SeenTicket, state: TicketState, seq: number, presentAt: string | null): void {
  end(ticket, seq)
  Object.assign(ticket, { state, presentAt })
}
