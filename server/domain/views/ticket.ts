/** One ticket, as its visitor sees it on the phone, and as a clerk sees it at the window. */
import type { TicketCard, TicketView } from '../../../protocol/views.ts'
import { peopleAhead } from '../calling.ts'
import type { AskedPlace, Foresight } from '../foresight.ts'
import { type Hall, setUpOf, type Ticket, windowsServing } from '../hall.ts'
import { areaNamesOf } from '../plan-index.ts'
import { rangeOf } from './waiting.ts'

const minuteMs = 60_000

export function ticketView(hall: Hall, ticket: Ticket, now: number, foresee: Foresight): TicketView {
  const { plan, index } = setUpOf(hall)
  const { turn } = ticket
  const service = index.services.get(turn.serviceId)
  const bound = index.windows.get(ticket.boundWindowId ?? '')
  const windows = bound === undefined ? windowsServing(hall, turn.serviceId) : [bound]
  const at = index.windows.get(turn.windowId ?? '')
  const isAtWindow = ticket.state === 'called' || ticket.state === 'serving'
  return {
    ticketId: ticket.ticketId,
    ticketNumber: ticket.ticketNumber,
    hallName: plan.hall.name,
    day: hall.day ?? '',
    timeZone: plan.hall.timeZone,
    serviceName: service?.name ?? plan.hall.name,
    materials: service?.materials ?? [],
    areaNames: areaNamesOf(index, windows),
    windowLabels: windows.map(({ label }) => label),
    state: ticket.state,
    peopleAhead: peopleAhead(hall, ticket),
    priorityClass: index.priorityClasses.get(ticket.priorityClassId ?? '')?.name ?? null,
    expected: ticket.state === 'waiting' ? rangeOf(foresee(hall, placeOf(ticket), now)) : null,
    promised: rangeOf(turn.promise),
    holdUntil: turn.returnAt,
    stops: stopNames(hall, ticket),
    missing: [...ticket.missing],
    mayReturn: mayReturn(hall, ticket),
    calledTo: isAtWindow && at !== undefined ? { label: at.label, name: at.name } : null,
    calls: turn.calls,
    issuedAt: ticket.issuedAt,
    calledAt: turn.calledAt,
    startedAt: turn.startedAt,
    endedAt: turn.endedAt,
    slip: ticket.slip,
    slipFault: ticket.slipFault,
    slipPrints: ticket.slipPrints,
    mayRejoinUntil: mayRejoinUntil(hall, ticket),
    missedCall: plan.missedCall,
  }
}

function placeOf({ place, turn, boundWindowId }: Ticket): AskedPlace {
  return { ...place, serviceId: turn.serviceId, windowId: boundWindowId }
}

function stopNames(hall: Hall, { stops }: Ticket): TicketView['stops'] {
  return stops.flatMap(({ serviceId }) => setUpOf(hall).index.services.get(serviceId)?.name ?? [])
}

/** As long as the right has not been used. */
function mayReturn(hall: Hall, { returnRight }: Ticket): TicketView['mayReturn'] {
  if (returnRight === null || !hall.returns.has(returnRight.code)) return null
  return { code: returnRight.code, untilDay: returnRight.untilDay }
}

/** The last instant (ms) at which a missed ticket may rejoin; null when it may not. */
export function mayRejoinUntil(hall: Hall, ticket: Ticket): number | null {
  const { rejoinLimit, graceMinutes } = setUpOf(hall).plan.missedCall
  if (ticket.state !== 'noShow' || ticket.missedAt === null || ticket.rejoins >= rejoinLimit) return null
  return ticket.missedAt + graceMinutes * minuteMs
}

export function ticketCard(hall: Hall, ticket: Ticket): TicketCard {
  const { plan, index } = setUpOf(hall)
  const { missedCall } = plan
  const { turn } = ticket
  const service = index.services.get(turn.serviceId)
  return {
    ticketId: ticket.ticketId,
    ticketNumber: ticket.ticketNumber,
    state: ticket.state,
    service: {
      serviceId: turn.serviceId,
      name: service?.name ?? plan.hall.name,
      prefix: service?.prefix ?? '',
      materials: service?.materials ?? [],
      kind: service?.kind ?? 'onTheSpot',
      returnDays: service?.returnDays ?? 0,
    },
    priorityClass: index.priorityClasses.get(ticket.priorityClassId ?? '')?.name ?? null,
    rule: ticket.rule,
    channel: ticket.channel,
    issuedAt: ticket.issuedAt,
    calledAt: turn.calledAt,
    startedAt: turn.startedAt,
    heldAt: turn.heldAt,
    returnAt: turn.returnAt,
    mayRecallAt:
      ticket.state === 'called' ? (turn.lastCalledAt ?? 0) + missedCall.recallPauseSeconds * 1_000 : null,
    callsBeforeNoShow: Math.max(0, missedCall.callsBeforeNoShow - turn.calls),
    stops: stopNames(hall, ticket),
    missedAt: ticket.missedAt,
    calls: turn.calls,
    note: turn.note,
    earlierTurns: ticket.earlierTurns.map((earlier) => ({
      serviceName: index.services.get(earlier.serviceId)?.name ?? plan.hall.name,
      windowLabel: index.windows.get(earlier.windowId ?? '')?.label ?? null,
      note: earlier.note,
    })),
  }
}
