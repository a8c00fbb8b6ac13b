/** The day: it ends by closing what is left, and the next one opens with the plan in force. */
import type { CommandOf, Decision } from './commands.ts'
import { refuse } from './commands.ts'
import type { HallEvent } from './events.ts'
import { type Hall, setUpOf, type Ticket } from './hall.ts'
import { indexPlan } from './plan-index.ts'

/** States in which a ticket is still in the hall. */
const unfinished: ReadonlySet<Ticket['state']> = new Set(['waiting', 'called', 'serving', 'held'])

export function decideTurnDay(hall: Hall, { day, plan, oldDayEndedAt }: CommandOf<'turnDay'>): Decision {
  return [...(hall.dayIsOpen ? endDay(hall, oldDayEndedAt) : []), { type: 'DayOpened', day, plan }]
}

/** What is left is closed as of the old day's end, even when the server was off at midnight. */
function* endDay(hall: Hall, endedAt: number): Generator<HallEvent> {
  for (const ticket of hall.tickets.values()) {
    if (unfinished.has(ticket.state)) {
      yield { type: 'TicketClosed', ticketId: ticket.ticketId, reason: 'dayEnded', endedAt }
    }
  }
  for (const window of hall.windows.values()) {
    if (window.state !== 'closed') yield { type: 'WindowClosed', windowId: window.windowId }
  }
  yield { type: 'DayEnded' }
}

/** Refuses `planDropsWhatIsInUse` for a window that is open, or a service or class of a ticket in the hall. */
export function decideChangePlan(hall: Hall, { plan }: CommandOf<'changePlan'>): Decision {
  const { hallId } = setUpOf(hall).plan.hall
  if (plan.hall.hallId !== hallId) {
    return refuse('planIsOfAnotherHall', { hallId: plan.hall.hallId, expected: hallId })
  }
  const dropped = droppedInUse(hall, indexPlan(plan))
  return dropped === null ? [{ type: 'PlanChanged', plan }] : refuse('planDropsWhatIsInUse', { id: dropped })
}

function droppedInUse(hall: Hall, planned: ReturnType<typeof indexPlan>): string | null {
  for (const window of hall.windows.values()) {
    const { windowId, pauseReasonId } = window
    if (window.state !== 'closed' && !planned.windows.has(windowId)) return windowId
    if (pauseReasonId !== null && !planned.pauseReasons.has(pauseReasonId)) return pauseReasonId
  }
  for (const ticket of hall.tickets.values()) {
    if (!unfinished.has(ticket.state)) continue
    const { serviceId } = ticket.turn
    if (!planned.services.has(serviceId)) return serviceId
    if (ticket.boundWindowId !== null && !planned.windows.has(ticket.boundWindowId))
      return ticket.boundWindowId
    if (ticket.priorityClassId !== null && !planned.priorityClasses.has(ticket.priorityClassId)) {
      return ticket.priorityClassId
    }
  }
  return null
}
