/** Appointments over HTTP: booked by anybody, known to who booked it by its token, checked in at the hall. */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import {
  appointmentView,
  type BookingOffer,
  bookableBands,
  bookingOffer,
} from '../../protocol/appointments.ts'
import * as commands from '../../protocol/commands.ts'
import * as views from '../../protocol/views.ts'
import { day, readableId, ticketToken } from '../../protocol/vocabulary.ts'
import { bandsOf, bookableDays } from '../domain/appointment.ts'
import { type Command, refuse } from '../domain/commands.ts'
import { type Hall, setUpOf } from '../domain/hall.ts'
import { appointmentViewOf } from '../domain/views/appointment.ts'
import type { HallRunner } from '../hall-runner.ts'
import { type KeyedHashes, maskedName } from '../privacy/keyed-hashes.ts'
import { newDigits, newTicketToken } from '../staff/secrets.ts'
import { type CommandKey, withHashes } from './idempotency.ts'
import { type Operation, operation } from './operation.ts'
import { orRefuse } from './problem.ts'
import { actorOf, anyStaff, type Sender } from './sender.ts'

const byToken = z.strictObject({ token: ticketToken })

export function appointmentOperations(runner: HallRunner, hashes: KeyedHashes): Operation[] {
  const give = async (command: Command, sender: Sender, { key, fingerprint }: CommandKey) =>
    orRefuse(await runner.submit({ command, actor: actorOf(sender), key, fingerprint })).receipt

  return [
    operation({
      method: 'get',
      path: '/api/appointments/offer',
      summary: 'What can be booked, on which days, and by which rules',
      who: ['nobody'],
      status: 200,
      answer: bookingOffer,
      handle: () => runner.read(offerOf),
    }),
    operation({
      method: 'get',
      path: '/api/appointments/bands',
      summary: 'The bands of a service on a day, and how many places are left',
      who: ['nobody'],
      query: z.strictObject({ serviceId: readableId, day }),
      status: 200,
      answer: bookableBands,
      handle: ({ query }) =>
        runner.read((hall, now) =>
          bandsOf(hall, query.serviceId, query.day, now).map(({ from, to, slotAt, left }) => ({
            from,
            to,
            slotAt,
            left,
          })),
        ),
    }),
    operation({
      method: 'post',
      repeats: 'inJournal',
      personal: ['name', 'personNumber', 'phone'],
      path: '/api/appointments',
      summary: 'Book a band; numbers are kept as keyed hashes alone, the name masked',
      who: ['nobody'],
      body: commands.bookAppointment,
      status: 201,
      answer: views.receipt,
      handle: async ({ body, sender, commandKey }) => {
        const { name, personNumber, phone, ...wanted } = body
        const personHash = await hashes.ofBooking(personNumber)
        const phoneHash = await hashes.ofBooking(phone)
        const made = { appointmentId: randomUUID(), token: newTicketToken(), code: await freshCode(runner) }
        const person = { personHash, phoneHash, maskedName: maskedName(name) }
        const hashed = withHashes(commandKey, personHash, phoneHash, person.maskedName)
        return give({ type: 'bookAppointment', ...wanted, ...made, ...person }, sender, hashed)
      },
    }),
    operation({
      method: 'get',
      path: '/api/appointments',
      summary: 'The appointments of a day',
      who: anyStaff,
      query: z.strictObject({ day }),
      status: 200,
      answer: z.array(appointmentView),
      handle: ({ query }) =>
        runner.read((hall) =>
          [...hall.appointments.values()]
            .filter((each) => each.day === query.day)
            .sort((a, b) => a.slotAt - b.slotAt)
            .map((each) => appointmentViewOf(hall, each)),
        ),
    }),
    operation({
      method: 'post',
      repeats: 'inJournal',
      personal: ['phone'],
      path: '/api/appointments/check-in',
      summary: 'The booked visitor is here: a ticket, by the code or the phone number',
      who: [...anyStaff, 'kiosk'],
      body: commands.checkIn,
      status: 201,
      answer: views.issueReceipt,
      handle: async ({ body, sender, commandKey }) => {
        const { code, phone } = body
        const by = code === undefined ? { phoneHash: await hashes.ofBooking(phone ?? '') } : { code }
        const printerId = body.printerId ?? (sender.kind === 'device' ? sender.device.printerId : null)
        const made = { ticketId: randomUUID(), token: newTicketToken() }
        const hashed = withHashes(commandKey, by.phoneHash ?? '')
        return give({ type: 'checkIn', ...made, by, printerId }, sender, hashed)
      },
    }),
    operation({
      method: 'get',
      path: '/api/appointments/:token',
      summary: "One's own appointment",
      who: ['nobody'],
      params: byToken,
      status: 200,
      answer: appointmentView,
      handle: async ({ params }) =>
        orRefuse(
          await runner.read((hall) => {
            const appointment = ofToken(hall, params.token)
            return appointment === undefined
              ? refuse('unknownAppointment')
              : appointmentViewOf(hall, appointment)
          }),
        ),
    }),
    operation({
      method: 'post',
      repeats: 'inJournal',
      path: '/api/appointments/:token/cancel',
      summary: 'Cancel an appointment, so many hours ahead as the plan says',
      who: ['nobody'],
      params: byToken,
      body: commands.cancelAppointment,
      status: 200,
      answer: views.receipt,
      handle: async ({ params, sender, commandKey }) => {
        const appointmentId = await runner.read((hall) => ofToken(hall, params.token)?.appointmentId ?? '')
        return give({ type: 'cancelAppointment', appointmentId }, sender, commandKey)
      },
    }),
  ]
}

function ofToken(hall: Hall, token: string) {
  return [...hall.appointments.values()].find((each) => each.token === token)
}

/** Eight digits that no appointment has. */
async function freshCode(runner: HallRunner): Promise<string> {
  return runner.read((hall) => {
    const taken = new Set([...hall.appointments.values()].map(({ code }) => code))
    for (;;) {
      const code = newDigits(8)
      if (!taken.has(code)) return code
    }
  })
}

function offerOf(hall: Hall, now: number): BookingOffer {
  const { plan } = setUpOf(hall)
  const { cancelHoursAhead, graceMinutes } = plan.appointments
  return {
    hallName: plan.hall.name,
    timeZone: plan.hall.timeZone,
    now,
    days: bookableDays(hall),
    cancelHoursAhead,
    graceMinutes,
    services: plan.services
      .filter(({ bands }) => bands.length > 0)
      .map(({ serviceId, name, materials }) => ({ serviceId, name, materials })),
  }
}
