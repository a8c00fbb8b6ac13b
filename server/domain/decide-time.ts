/** What happens by itself as time passes: missed calls, holds that are over, crowding. */
import type { Actor } from '../../protocol/vocabulary.ts'
import { type CommandOf, type Decision, refuse } from './commands.ts'
import { crowdingChanges } from './crowding.ts'
import { holdEnds } from './decide-ticket.ts'
import type { HallEvent } from './events.ts'
import type { Foresight } from './foresight.ts'
import { type Hall, isOpen, setUpOf, ticketOf, windowsServing } from './hall.ts'
import { alarmKey } from './hall-changes.ts'

/** The hall gives itself this command every second; it walks the windows, the holds and the rules, never all tickets. */
export function decidePassTime(hall: Hall, now: number, foresee: Foresight): Decision {
  return [
    ...missedByNow(hall, now),
    ...holdsOver(hall, now),
    ...boundInVain(hall),
    ...crowdingChanges(hall, now, foresee),
  ]
}

/** Called as often as the plan says, and not come within the pause after the last call. */
function* missedByNow(hall: Hall, now: number): Generator<HallEvent> {
  const { automatic, callsBeforeNoShow, recallPauseSeconds } = setUpOf(hall).plan.missedCall
  if (!automatic) return
  for (const { ticketId } of hall.windows.values()) {
    const ticket = ticketId === null ? undefined : hall.tickets.get(ticketId)
    if (ticket?.state !== 'called' || ticket.turn.calls < callsBeforeNoShow) continue
    const isOver = (ticket.turn.lastCalledAt ?? now) + recallPauseSeconds * 1_000 <= now
    if (isOver) yield { type: 'TicketMissed', ticketId: ticket.ticketId }
  }
}

function* holdsOver(hall: Hall, now: number): Generator<HallEvent> {
  for (const ticketId of hall.held) {
    const ticket = ticketOf(hall, ticketId)
    const { returnAt } = ticket.turn
    if (returnAt !== null && returnAt <= now) yield holdEnds(hall, ticket)
  }
}

/** Who waits for one window that calls nobody now, while another one that does the same is open. */
function* boundInVain(hall: Hall): Generator<HallEvent> {
  for (const [windowId, line] of hall.windowLines) {
    if (isOpen(hall, windowId)) continue
    for (const { ticketId } of line) {
      const { serviceId } = ticketOf(hall, ticketId).turn
      const isServedElsewhere = windowsServing(hall, serviceId).some((other) => isOpen(hall, other.windowId))
      if (isServedElsewhere) yield { type: 'TicketReleased', ticketId }
    }
  }
}

/** Somebody who was told has seen it. */
export function decideSeeAlarm(hall: Hall, command: CommandOf<'seeAlarm'>, actor: Actor): Decision {
  const alarm = hall.alarms.get(alarmKey(command))
  if (alarm === undefined) return refuse('unknownAlarm')
  if (actor.kind !== 'staff' || alarm.seenBy.some(({ staffId }) => staffId === actor.staffId)) return []
  const { crowdingRuleId, serviceId } = command
  return [{ type: 'CrowdingSeen', crowdingRuleId, serviceId, staffId: actor.staffId }]
}
