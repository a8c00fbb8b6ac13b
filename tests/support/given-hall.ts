/** Given / when / then for the domain: a hall with a clock that the test moves, and no server around it. */
import type { Plan } from '../../protocol/plan.ts'
import type { Actor } from '../../protocol/vocabulary.ts'
import { isRefusal, type Refusal } from '../../server/domain/commands.ts'
import { decide } from '../../server/domain/decide.ts'
import type { HallEvent, StoredEvent } from '../../server/domain/events.ts'
import { evolve } from '../../server/domain/evolve.ts'
import type { Foresight } from '../../server/domain/foresight.ts'
import { emptyHall, type Hall, type Ticket, ticketOf } from '../../server/domain/hall.ts'
import { type RecordChange, recordOf } from '../../server/domain/record.ts'
import { filled, noForesight, type SentCommand } from './given-commands.ts'
import { smallPlan } from './small-plan.ts'

export const minuteMs = 60_000
/** 2026-03-02 09:00 in Shanghai, a Monday. */
export const nineOClock = Date.parse('2026-03-02T01:00:00Z')

export const clerk: Actor = { kind: 'staff', staffId: 'clerk-1', role: 'clerk' }
export const otherClerk: Actor = { kind: 'staff', staffId: 'clerk-2', role: 'clerk' }
export const supervisor: Actor = { kind: 'staff', staffId: 'supervisor', role: 'supervisor' }
export const admin: Actor = { kind: 'staff', staffId: 'admin', role: 'admin' }
export const kiosk: Actor = { kind: 'device', deviceId: 'kiosk', deviceKind: 'kiosk' }
export const hallItself: Actor = { kind: 'hall' }

export class GivenHall {
  readonly hall: Hall = emptyHall()
  readonly events: StoredEvent[] = []
  readonly changes: RecordChange[] = []
  now = nineOClock
  foresee: Foresight = noForesight
  #made = 0

  constructor(plan: Plan = smallPlan, day = '2026-03-02') {
    this.does(hallItself, { type: 'turnDay', day, plan, oldDayEndedAt: this.now })
  }

  after(minutes: number): this {
    this.now += minutes * minuteMs
    return this
  }

  /** What the command would make, without making it. */
  when(actor: Actor, command: SentCommand): readonly HallEvent[] | Refusal {
    return decide(this.hall, filled(command), actor, this.now, this.foresee)
  }

  /** Gives the command, which must not be refused, and returns its events. */
  does(actor: Actor, command: SentCommand): readonly HallEvent[] {
    const decision = this.when(actor, command)
    if (isRefusal(decision)) throw new Error(`${command.type} was refused: ${decision.refused}`)
    for (const event of decision) {
      const stored: StoredEvent = {
        seq: this.hall.lastSeq + 1,
        day: event.type === 'DayOpened' ? event.day : (this.hall.day ?? ''),
        at: this.now,
        key: null,
        fingerprint: null,
        actor,
        event,
      }
      evolve(this.hall, stored)
      this.events.push(stored)
      this.changes.push(...recordOf(this.hall, stored))
    }
    return decision
  }

  /** A visitor takes a number at the kiosk. */
  issued(serviceId: string, priorityClassId: string | null = null): Ticket {
    this.#made += 1
    const ticketId = `ticket-${this.#made}`
    this.does(kiosk, {
      type: 'issueTicket',
      ticketId,
      token: `token-${this.#made}`,
      serviceId,
      priorityClassId,
      printerId: null,
    })
    return ticketOf(this.hall, ticketId)
  }

  opened(windowId: string, by: Actor = clerk): this {
    this.does(by, { type: 'openWindow', windowId })
    return this
  }

  /** Calls the next at the window and returns who was called. */
  calledNext(windowId: string, by: Actor = clerk): Ticket {
    const [event] = this.does(by, { type: 'callNext', windowId })
    if (event?.type !== 'TicketCalled') throw new Error('nobody was called')
    return ticketOf(this.hall, event.ticketId)
  }
}

/** The code of a refusal, or the types of the events. */
export function outcomeOf(decision: readonly HallEvent[] | Refusal): string {
  return isRefusal(decision) ? decision.refused : decision.map(({ type }) => type).join(', ')
}
