/** The rows that the reports read: one `turn` a finished passage, one `visit` a finished time in the hall. */
import type { Channel, TurnResult, VisitOutcome } from '../../protocol/vocabulary.ts'
import { localHour } from './calendar.ts'
import type { StoredEvent } from './events.ts'
import { type Hall, setUpOf, type Ticket, type Turn, ticketOf } from './hall.ts'

/** Instants in ms; a duration is null where it was not measured (never called, never started …). */
export interface TurnRow {
  hallId: string
  day: string
  ticketId: string
  turnNo: number
  ticketNumber: string
  serviceId: string
  departmentId: string
  windowId: string | null
  staffId: string | null
  priorityClassId: string | null
  channel: Channel
  /** The hour of the hall's day (0 to 23) in which it was queued. */
  hour: number
  queuedAt: number
  calledAt: number | null
  startedAt: number | null
  endedAt: number
  calls: number
  /** queued → called */
  waitMs: number | null
  /** called → started */
  walkMs: number | null
  /** started → ended, less the time it was held */
  serviceMs: number | null
  heldMs: number
  waitTargetMs: number
  /** What was promised when it was queued; null: nothing was. */
  promisedMedianMs: number | null
  promisedBoundMs: number | null
  /** The line as it found it, as JSON: what later promises are learned from. */
  lineFacts: string | null
  result: TurnResult
}

export interface VisitRow {
  hallId: string
  day: string
  ticketId: string
  ticketNumber: string
  /** The service it came for. */
  serviceId: string
  departmentId: string
  priorityClassId: string | null
  channel: Channel
  hour: number
  issuedAt: number
  endedAt: number
  turns: number
  rejoins: number
  peopleAheadAtIssue: number
  /** The sums over its turns, of what was measured. */
  waitMs: number
  serviceMs: number
  /** issued → ended */
  visitMs: number
  outcome: VisitOutcome
}

/** What an event changes in the record. A visit whose ticket rejoins is unfinished again: its row goes. */
export type RecordChange =
  | { kind: 'turn'; row: TurnRow }
  | { kind: 'visit'; row: VisitRow }
  | { kind: 'visitReopened'; hallId: string; day: string; ticketId: string }

/** The changes that a stored event makes in the record, read from the hall just after it. */
export function recordOf(hall: Hall, stored: StoredEvent): RecordChange[] {
  const { event } = stored
  switch (event.type) {
    case 'TicketTransferred':
      return turnBefore(hall, stored, ticketOf(hall, event.ticketId))
    case 'TicketRejoined': {
      const { hallId } = setUpOf(hall).plan.hall
      return [{ kind: 'visitReopened', hallId, day: stored.day, ticketId: event.ticketId }]
    }
    case 'TicketCompleted':
      return event.nextStop === null
        ? lastTurnAndVisit(hall, stored, ticketOf(hall, event.ticketId))
        : turnBefore(hall, stored, ticketOf(hall, event.ticketId))
    case 'TicketMissed':
    case 'TicketCancelled':
    case 'TicketClosed':
      return lastTurnAndVisit(hall, stored, ticketOf(hall, event.ticketId))
    default:
      return []
  }
}

/** The visit goes on: the passage that it has just left. */
function turnBefore(hall: Hall, stored: StoredEvent, ticket: Ticket): RecordChange[] {
  const turn = ticket.earlierTurns.at(-1)
  return turn === undefined ? [] : [turnChange(hall, stored, ticket, turn, ticket.earlierTurns.length)]
}

function lastTurnAndVisit(hall: Hall, stored: StoredEvent, ticket: Ticket): RecordChange[] {
  const turnNo = ticket.earlierTurns.length + 1
  return [turnChange(hall, stored, ticket, ticket.turn, turnNo), visitChange(hall, stored, ticket)]
}

function turnChange(
  hall: Hall,
  stored: StoredEvent,
  ticket: Ticket,
  turn: Turn,
  turnNo: number,
): RecordChange {
  const { plan, index } = setUpOf(hall)
  const service = index.services.get(turn.serviceId)
  if (service === undefined || turn.endedAt === null || turn.result === null) {
    throw new Error(`turn ${turnNo} of ${ticket.ticketId} has not ended`)
  }
  return {
    kind: 'turn',
    row: {
      hallId: plan.hall.hallId,
      day: stored.day,
      ticketId: ticket.ticketId,
      turnNo,
      ticketNumber: ticket.ticketNumber,
      serviceId: turn.serviceId,
      departmentId: service.departmentId,
      windowId: turn.windowId,
      staffId: turn.staffId,
      priorityClassId: ticket.priorityClassId,
      channel: ticket.channel,
      hour: localHour(turn.queuedAt, plan.hall.timeZone),
      queuedAt: turn.queuedAt,
      calledAt: turn.calledAt,
      startedAt: turn.startedAt,
      endedAt: turn.endedAt,
      calls: turn.calls,
      waitMs: turn.calledAt === null ? null : turn.calledAt - turn.queuedAt,
      walkMs: turn.startedAt === null || turn.calledAt === null ? null : turn.startedAt - turn.calledAt,
      serviceMs: serviceMsOf(turn),
      heldMs: turn.heldMs,
      waitTargetMs: service.waitTargetMinutes * 60_000,
      promisedMedianMs: turn.promise?.medianMs ?? null,
      promisedBoundMs: turn.promise?.boundMs ?? null,
      lineFacts: JSON.stringify(turn.lineFacts),
      result: turn.result,
    },
  }
}

/** A service that the end of the day cut off has no known length. */
function serviceMsOf(turn: Turn): number | null {
  if (turn.startedAt === null || turn.endedAt === null || turn.result === 'closed') return null
  return turn.endedAt - turn.startedAt - turn.heldMs
}

function visitChange(hall: Hall, stored: StoredEvent, ticket: Ticket): RecordChange {
  const { plan, index } = setUpOf(hall)
  const turns = [...ticket.earlierTurns, ticket.turn]
  const first = turns[0] ?? ticket.turn
  const endedAt = ticket.turn.endedAt ?? stored.at
  return {
    kind: 'visit',
    row: {
      hallId: plan.hall.hallId,
      day: stored.day,
      ticketId: ticket.ticketId,
      ticketNumber: ticket.ticketNumber,
      serviceId: first.serviceId,
      departmentId: index.services.get(first.serviceId)?.departmentId ?? '',
      priorityClassId: ticket.priorityClassId,
      channel: ticket.channel,
      hour: localHour(ticket.issuedAt, plan.hall.timeZone),
      issuedAt: ticket.issuedAt,
      endedAt,
      turns: turns.length,
      rejoins: ticket.rejoins,
      peopleAheadAtIssue: ticket.peopleAheadAtIssue,
      waitMs: turns.reduce(
        (sum, turn) => sum + (turn.calledAt === null ? 0 : turn.calledAt - turn.queuedAt),
        0,
      ),
      serviceMs: turns.reduce((sum, turn) => sum + (serviceMsOf(turn) ?? 0), 0),
      visitMs: endedAt - ticket.issuedAt,
      outcome: outcomeOf(ticket),
    },
  }
}

function outcomeOf(ticket: Ticket): VisitOutcome {
  const { state } = ticket
  if (state === 'served' || state === 'noShow' || state === 'cancelled' || state === 'closed') return state
  throw new Error(`${ticket.ticketId} is still ${state}`)
}
