/** Bookings in a given hall: who books, comes, or stays away is a word, and the test moves the day. */
import type { Plan } from '../../protocol/plan.ts'
import type { Actor } from '../../protocol/vocabulary.ts'
import { type Appointment, bandsOf, bookableDays } from '../../server/domain/appointment.ts'
import { instantAt } from '../../server/domain/calendar.ts'
import type { CommandOf, Refusal } from '../../server/domain/commands.ts'
import type { HallEvent } from '../../server/domain/events.ts'
import { type Ticket, ticketOf } from '../../server/domain/hall.ts'
import { bookablePlan } from './bookable-plan.ts'
import { GivenHall, hallItself, kiosk, outcomeOf } from './given-hall.ts'

export const guest: Actor = { kind: 'guest' }
const timeZone = 'Asia/Shanghai'

export class GivenBookings extends GivenHall {
  readonly plan: Plan
  #booked = 0

  constructor(plan: Plan = bookablePlan(), day = '2026-03-02', time = '08:00') {
    super(plan, day)
    this.plan = plan
    this.at(time)
  }

  /** Moves the clock of the day. */
  at(time: string): this {
    this.now = instantAt(this.hall.day ?? '', time, timeZone)
    return this
  }

  days(): string[] {
    return bookableDays(this.hall)
  }

  /** `10:00 2, 11:00 2`: the bands offered and the places left in them. */
  bands(day: string, serviceId = 'household'): string {
    return bandsOf(this.hall, serviceId, day, this.now)
      .map(({ from, left }) => `${from} ${left}`)
      .join(', ')
  }

  /** What the hall says to a booking. */
  booking(
    person: string,
    day: string,
    from: string,
    serviceId = 'household',
  ): readonly HallEvent[] | Refusal {
    return this.when(guest, this.#command(person, day, from, serviceId))
  }

  /** The person books; the phone's hash is the person's too. @throws when it is refused */
  booked(person: string, day: string, from: string, serviceId = 'household'): Appointment {
    const command = this.#command(person, day, from, serviceId)
    this.does(guest, command)
    return this.appointment(command.appointmentId)
  }

  appointment(appointmentId: string): Appointment {
    const appointment = this.hall.appointments.get(appointmentId)
    if (appointment === undefined) throw new Error(`there is no appointment ${appointmentId}`)
    return appointment
  }

  cancelling({ appointmentId }: Appointment, actor: Actor = guest): string {
    return outcomeOf(this.when(actor, { type: 'cancelAppointment', appointmentId }))
  }

  cancelled({ appointmentId }: Appointment, actor: Actor = guest): this {
    this.does(actor, { type: 'cancelAppointment', appointmentId })
    return this
  }

  checkingIn(by: CommandOf<'checkIn'>['by'] | Appointment): readonly HallEvent[] | Refusal {
    return this.when(kiosk, this.#checkIn(by))
  }

  /** The visitor checks in at the kiosk. @throws when it is refused */
  checkedIn(by: CommandOf<'checkIn'>['by'] | Appointment): Ticket {
    const command = this.#checkIn(by)
    this.does(kiosk, command)
    return ticketOf(this.hall, command.ticketId)
  }

  /** The next day opens (the one given), and it is eight in the morning. */
  turned(day: string, plan: Plan = this.plan): readonly HallEvent[] {
    const oldDayEndedAt = this.now
    this.now = instantAt(day, '00:00', timeZone)
    const events = this.does(hallItself, { type: 'turnDay', day, plan, oldDayEndedAt })
    this.at('08:00')
    return events
  }

  #command(person: string, day: string, from: string, serviceId: string): CommandOf<'bookAppointment'> {
    this.#booked += 1
    return {
      type: 'bookAppointment',
      appointmentId: `appointment-${this.#booked}`,
      token: `book-${this.#booked}`,
      code: String(10_000_000 + this.#booked),
      serviceId,
      day,
      from,
      personHash: `person of ${person}`,
      phoneHash: `phone of ${person}`,
      maskedName: `${person[0]}*`,
    }
  }

  #checkIn(by: CommandOf<'checkIn'>['by'] | Appointment): CommandOf<'checkIn'> {
    const known = 'appointmentId' in by ? { code: by.code } : by
    this.#booked += 1
    const made = { ticketId: `booked-${this.#booked}`, token: `slip-${this.#booked}` }
    return { type: 'checkIn', ...made, by: known, printerId: null }
  }
}
