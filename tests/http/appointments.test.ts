import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  type AppointmentView,
  appointmentView,
  bookableBands,
  bookingOffer,
} from '../../protocol/appointments.ts'
import type { IssueReceipt, Receipt } from '../../protocol/views.ts'
import * as views from '../../protocol/views.ts'
import { digest } from '../../server/staff/secrets.ts'
import { bookablePlan } from '../support/bookable-plan.ts'
import { minuteMs, nineOClock } from '../support/given-hall.ts'
import { type RunningHall, startHall } from '../support/running-hall.ts'

const dayMs = 24 * 60 * minuteMs
const tuesday = '2026-03-03'
let running: RunningHall
let kiosk: string
let now = nineOClock
let made = 0
beforeAll(async () => {
  running = await startHall({ plan: bookablePlan(), clock: { now: () => now } })
  kiosk = await running.paired('kiosk')
})
afterAll(() => running.close())

/** Somebody nobody has seen before. */
function somebody() {
  made += 1
  return { name: '赵六', personNumber: `11010119900101${1000 + made}`, phone: `138${10_000_000 + made}` }
}
const household = (from = '10:00', day = tuesday) => ({ serviceId: 'household', day, from })
const booking = (body: object, key: string = randomUUID()) =>
  running.post<Receipt>('/api/appointments', body, null, key)

async function booked(body: object): Promise<NonNullable<Receipt['appointment']>> {
  const { status, body: receipt } = await booking(body)
  expect(status).toBe(201)
  if (receipt.appointment === undefined) throw new Error('there is no appointment in the answer')
  return receipt.appointment
}

describe('the whole way', () => {
  it('is offered, booked, looked up, checked in and called, each answered as the protocol says', async () => {
    const offer = bookingOffer.parse((await running.get('/api/appointments/offer')).body)
    expect(offer).toMatchObject({
      now: nineOClock,
      days: ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05'],
      cancelHoursAhead: 2,
      services: [{ serviceId: 'household' }, { serviceId: 'identity' }],
    })
    const today = await running.get('/api/appointments/bands?serviceId=household&day=2026-03-02')
    expect(bookableBands.parse(today.body).map(({ from, left }) => `${from} ${left}`)).toEqual([
      '10:00 2',
      '11:00 2',
      '14:00 2',
      '16:00 2',
    ])
    const answer = await booking({ ...household('10:00', '2026-03-02'), ...somebody() })
    expect(answer.status).toBe(201)
    const { appointment } = views.receipt.parse(answer.body)
    const view = await running.get(`/api/appointments/${appointment?.token}`)
    expect(appointmentView.parse(view.body)).toMatchObject({
      code: appointment?.code,
      day: '2026-03-02',
      from: '10:00',
      slotAt: nineOClock + 60 * minuteMs,
      mayCancelUntil: nineOClock - 60 * minuteMs,
      maskedName: '赵*',
      state: 'booked',
    })
    now = nineOClock + 60 * minuteMs
    const walkIn = (await running.post<IssueReceipt>('/api/tickets', { serviceId: 'household' }, kiosk)).body
    const checkedIn = await running.post('/api/appointments/check-in', { code: appointment?.code }, kiosk)
    expect(checkedIn.status).toBe(201)
    expect(views.issueReceipt.parse(checkedIn.body).ticket).toMatchObject({
      rule: 'appointment',
      peopleAhead: 0,
      ticketNumber: 'A002',
    })
    expect((await running.get(`/api/appointments/${appointment?.token}`)).body).toMatchObject({
      state: 'checkedIn',
    })
    const clerk = await running.signedIn('clerk')
    await running.post('/api/windows/w1/open', {}, clerk)
    const called = (await running.post<Receipt>('/api/windows/w1/call-next', {}, clerk)).body
    expect(called.ticket?.ticketNumber).toBe('A002')
    expect(walkIn.ticket.ticketNumber).toBe('A001')
    const again = await running.post('/api/appointments/check-in', { code: appointment?.code }, kiosk)
    expect(again).toMatchObject({ status: 409, body: { code: 'appointmentOver' } })
  })

  it('is checked in by the phone number, however it is typed', async () => {
    const today = household('16:00', '2026-03-02')
    await booked({ ...today, ...somebody(), phone: '139 1234-5678' })
    const checkedIn = await running.post('/api/appointments/check-in', { phone: '13912345678' }, kiosk)
    expect(checkedIn).toMatchObject({ status: 201, body: { ticket: { serviceId: 'household' } } })
  })

  it('is listed to staff alone, without anybody’s number', async () => {
    await booked({ ...household('11:00'), ...somebody() })
    const list = await running.get<AppointmentView[]>(
      `/api/appointments?day=${tuesday}`,
      await running.signedIn('guide'),
    )
    expect(list.body.length).toBeGreaterThan(0)
    for (const each of list.body) expect(() => appointmentView.parse(each)).not.toThrow()
    expect((await running.get(`/api/appointments?day=${tuesday}`)).status).toBe(401)
    expect((await running.get(`/api/appointments?day=${tuesday}`, kiosk)).status).toBe(403)
    expect((await running.post('/api/appointments/check-in', { code: '12345678' })).status).toBe(401)
  })

  it('each refusal is a sentence in every language', async () => {
    const person = somebody()
    await booked({ ...household('14:00'), ...person })
    const refusals: [object, string][] = [
      [{ ...household('15:00'), ...person }, 'bandNotOffered'],
      [{ ...household('10:00'), ...person }, 'bookedThatDay'],
      [{ ...household(), serviceId: 'nothing', ...person }, 'unknownService'],
      [{ ...household('12:00'), ...somebody() }, 'bandNotOffered'],
      [{ ...household('10:00', '2026-03-07'), ...somebody() }, 'bandNotOffered'],
    ]
    for (const [body, code] of refusals) {
      const answer = await booking(body)
      expect(answer.body, code).toMatchObject({
        code,
        text: { zh: expect.any(String), en: expect.any(String) },
      })
    }
    await booked({ ...household('14:00'), ...somebody() })
    expect(await booking({ ...household('14:00'), ...somebody() })).toMatchObject({
      status: 409,
      body: { code: 'bandFull' },
    })
    expect((await booking({ ...household(), ...somebody(), phone: '1' })).status).toBe(400)
    expect((await booking({ ...household(), ...somebody(), age: 7 })).status).toBe(400)
  })

  it('the last place goes to one of many who ask at once', async () => {
    const at = { serviceId: 'identity', day: '2026-03-04', from: '10:00' }
    const answers = await Promise.all(Array.from({ length: 12 }, () => booking({ ...at, ...somebody() })))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(5)
    expect(
      new Set(
        answers.filter(({ status }) => status === 409).map(({ body }) => (body as { code?: string }).code),
      ),
    ).toEqual(new Set(['bandFull']))
  })
})

describe('a repeat', () => {
  it('of a booking gets the first answer: the same code and token, and one place is taken', async () => {
    const body = { ...household('16:00', '2026-03-04'), ...somebody() }
    const key = randomUUID()
    const [first, second] = await Promise.all([booking(body, key), booking(body, key)])
    const third = await booking(body, key)
    expect(second).toEqual(first)
    expect(third).toEqual(first)
    const bands = await running.get('/api/appointments/bands?serviceId=household&day=2026-03-04')
    expect(bookableBands.parse(bands.body).find(({ from }) => from === '16:00')?.left).toBe(1)
  })

  it('of somebody else’s key gets nobody’s appointment', async () => {
    const body = { ...household('11:00', '2026-03-04'), ...somebody() }
    const key = randomUUID()
    await booking(body, key)
    for (const other of [
      { ...body, personNumber: 'X12345678' },
      { ...body, phone: '13700000000' },
      { ...body, from: '10:00' },
    ]) {
      expect(await booking(other, key)).toMatchObject({ status: 422, body: { code: 'keyReused' } })
    }
  })

  it('of a cancelling and of a check-in gets the first answer too', async () => {
    const { token } = await booked({ ...household('09:00', '2026-03-05'), ...somebody() })
    const key = randomUUID()
    const cancel = () => running.post<Receipt>(`/api/appointments/${token}/cancel`, {}, null, key)
    const first = await cancel()
    expect(first).toMatchObject({ status: 200, body: { appointment: { state: 'cancelled' } } })
    expect(await cancel()).toEqual(first)
    const person = somebody()
    await booked({ ...household('16:00', '2026-03-02'), ...person })
    const checkKey = randomUUID()
    const checkIn = () => running.post('/api/appointments/check-in', { phone: person.phone }, kiosk, checkKey)
    const ticket = await checkIn()
    expect(ticket.status).toBe(201)
    expect(await checkIn()).toEqual(ticket)
  })
})

describe('one’s own appointment', () => {
  it('is shown and cancelled to who has its token, and to nobody else', async () => {
    const { token, code } = await booked({ ...household('10:00', '2026-03-05'), ...somebody() })
    for (const wrong of ['A'.repeat(22), `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`]) {
      expect((await running.get(`/api/appointments/${wrong}`)).body).toMatchObject({
        code: 'unknownAppointment',
      })
      expect(await running.post(`/api/appointments/${wrong}/cancel`, {})).toMatchObject({
        status: 404,
        body: { code: 'unknownAppointment' },
      })
    }
    expect((await running.get(`/api/appointments/${code}`)).status).toBe(400)
    const ticket = (await running.post<IssueReceipt>('/api/tickets', { serviceId: 'household' }, kiosk)).body
      .ticket
    expect((await running.get(`/api/appointments/${ticket.token}`)).status).toBe(404)
    expect((await running.get(`/api/tickets/${ticket.ticketId}`, token)).status).toBe(401)
    expect((await running.get<AppointmentView>(`/api/appointments/${token}`)).body.state).toBe('booked')
  })
})

/** Every byte that a hall keeps on its disk. */
function keptIn(folder: string): string {
  return readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), 'latin1'))
    .join('\n')
}

describe('what is kept', () => {
  let folder: string
  const clock = { now: () => now }
  beforeEach(() => {
    now = nineOClock
    folder = mkdtempSync(join(tmpdir(), 'shunwei-privacy-'))
    return () => rmSync(folder, { recursive: true })
  })
  const open = () => startHall({ plan: bookablePlan(), clock, dataFolder: folder })

  it('names nobody: no name, identity or phone number is in the data folder, nor a digest that could be guessed', async () => {
    const name = '欧阳无忌'
    const personNumber = '65402319471231847X'
    const phone = '19987654321'
    const hall = await open()
    const body = { ...household(), name, personNumber, phone }
    expect((await hall.post('/api/appointments', body)).status).toBe(201)
    const walkIn = { serviceId: 'household', personNumber }
    const atKiosk = await hall.paired('kiosk')
    expect((await hall.post('/api/tickets', walkIn, atKiosk)).status).toBe(201)
    now += dayMs + 60 * minuteMs
    expect((await hall.post('/api/appointments/check-in', { phone }, atKiosk)).status).toBe(201)
    const whileRunning = keptIn(folder)
    await hall.close()
    for (const kept of [whileRunning, keptIn(folder)]) {
      const has = (text: string) => kept.includes(text)
      expect(has('AppointmentBooked')).toBe(true)
      for (const secret of [name, personNumber, personNumber.slice(6, 17), phone, phone.slice(3)]) {
        expect(has(Buffer.from(secret).toString('latin1')), secret).toBe(false)
      }
      const digests = [
        personNumber,
        phone,
        `/api/appointments\n${JSON.stringify(body)}`,
        `/api/tickets\n${JSON.stringify(walkIn)}`,
        `/api/appointments/check-in\n${JSON.stringify({ phone })}`,
      ].map((plain) => digest(plain).slice(0, 22))
      expect(digests.filter(has)).toEqual([])
    }
  })

  it('the key of a day is destroyed as the next one opens, and is nowhere in the folder', async () => {
    const hall = await open()
    const atKiosk = await hall.paired('kiosk')
    await hall.post('/api/tickets', { serviceId: 'household', personNumber: '110101199001011234' }, atKiosk)
    const secretOfDay = () => {
      const file = new Database(join(folder, 'hall.db'), { readonly: true })
      const row = file
        .prepare<[], { secret: string }>("SELECT secret FROM secret WHERE name LIKE 'day:%'")
        .get()
      file.close()
      return row?.secret
    }
    const key = secretOfDay() ?? ''
    expect(key).toHaveLength(43)
    expect(keptIn(folder).includes(key)).toBe(true)
    now += dayMs
    await hall.hall.runner.passTime()
    await expect.poll(secretOfDay).toBeUndefined()
    await expect.poll(() => keptIn(folder).includes(key)).toBe(false)
    await hall.close()
    expect(keptIn(folder).includes(key)).toBe(false)
  })

  it('bookings survive a restart and the end of the day, and a repeat after the restart gets the first answer', async () => {
    const body = { ...household('10:00', '2026-03-04'), ...somebody() }
    const key = randomUUID()
    let hall = await open()
    const first = await hall.post<Receipt>('/api/appointments', body, null, key)
    expect(first.status).toBe(201)
    await hall.close()
    hall = await open()
    expect(await hall.post('/api/appointments', body, null, key)).toEqual(first)
    await hall.close()
    now += dayMs
    hall = await open()
    const path = `/api/appointments/${first.body.appointment?.token}`
    expect((await hall.get(path)).body).toMatchObject({ state: 'booked', day: '2026-03-04' })
    now += dayMs
    const checkedIn = await hall.post(
      '/api/appointments/check-in',
      { code: first.body.appointment?.code },
      await hall.paired('kiosk'),
    )
    expect(checkedIn).toMatchObject({ status: 201, body: { ticket: { ticketNumber: 'A001' } } })
    now += dayMs
    await hall.hall.runner.passTime()
    expect((await hall.get(path)).status).toBe(404)
    await hall.close()
  })
})

it('codes and places cannot be had by trying: a machine may send 300 commands of booking a minute', async () => {
  const hall = await startHall({ plan: bookablePlan() })
  const atKiosk = await hall.paired('kiosk')
  const statuses: number[] = []
  for (let tries = 0; tries < 310; tries += 1) {
    const code = `${10_000_000 + tries}`
    statuses.push((await hall.post('/api/appointments/check-in', { code }, atKiosk)).status)
  }
  expect(statuses.slice(0, 290).every((status) => status === 404)).toBe(true)
  expect(statuses.at(-1)).toBe(429)
  expect((await hall.post('/api/appointments', { ...household(), ...somebody() })).status).toBe(429)
  expect((await hall.get('/api/appointments/offer')).status).toBe(200)
  await hall.close()
})
