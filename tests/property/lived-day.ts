/** Days that were lived through under any attempts, with the witness beside the hall. */
import type { Plan } from '../../protocol/plan.ts'
import { dayAfter, instantAt } from '../../server/domain/calendar.ts'
import { isRefusal } from '../../server/domain/commands.ts'
import type { HallEvent } from '../../server/domain/events.ts'
import type { Foresight } from '../../server/domain/foresight.ts'
import { setUpOf } from '../../server/domain/hall.ts'
import type { SentCommand } from '../support/given-commands.ts'
import { GivenHall } from '../support/given-hall.ts'
import { type Attempt, commandOf } from './any-attempt.ts'
import { Witness } from './witness.ts'

export interface Step {
  readonly command: SentCommand
  readonly events: readonly HallEvent[]
  readonly refused: string | null
}

/** Promises nothing where nobody waits, and a wait by the length of the line where somebody does. */
const byLength: Foresight = (hall, { serviceId }) => {
  const waiting = hall.serviceLines.get(serviceId)?.length ?? 0
  return waiting === 0 ? null : { medianMs: waiting * 240_000, boundMs: waiting * 600_000 }
}

export class LivedDay {
  readonly given: GivenHall
  readonly witness = new Witness()
  #made = 0
  #seen = 0

  constructor(plan: Plan) {
    this.given = new GivenHall(plan)
    this.given.foresee = byLength
    this.#witnessed()
  }

  plan(): Plan {
    return setUpOf(this.given.hall).plan
  }

  newTicket() {
    this.#made += 1
    return { ticketId: `ticket-${this.#made}`, token: `token-${this.#made}` }
  }

  newAppointment() {
    this.#made += 1
    const code = String(10_000_000 + this.#made)
    return { appointmentId: `appointment-${this.#made}`, token: `booked-${this.#made}`, code }
  }

  newReturnCode(): string {
    this.#made += 1
    return String(20_000_000 + this.#made)
  }

  following(): string {
    return dayAfter(this.given.hall.day ?? '', 1)
  }

  /** The next day begins at nine; the old one ended at its midnight. */
  turns() {
    const day = this.following()
    const { timeZone } = this.plan().hall
    this.given.now = Math.max(this.given.now, instantAt(day, '09:00', timeZone))
    return { day, oldDayEndedAt: instantAt(day, '00:00', timeZone) }
  }

  /** Tries it, and tells what came of it. */
  tries(attempt: Attempt, plans: readonly Plan[]): Step {
    const { given } = this
    given.now += attempt.laterSeconds * 1_000
    const { actor, command } = commandOf(this, attempt, plans)
    const decision = given.when(actor, command)
    if (isRefusal(decision)) return { command, events: [], refused: decision.refused }
    return { command, events: given.does(actor, command), refused: null }
  }

  /** Lets the witness see what has happened since; apart, so that it can be asked before. */
  #witnessed(): void {
    for (const stored of this.given.events.slice(this.#seen)) this.witness.see(stored)
    this.#seen = this.given.events.length
  }

  witnessed(): void {
    this.#witnessed()
  }
}
