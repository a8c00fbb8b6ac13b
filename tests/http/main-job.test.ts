import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { IssueReceipt, Receipt, TicketView } from '../../protocol/views.ts'
import * as views from '../../protocol/views.ts'
import { type RunningHall, startHall } from '../support/running-hall.ts'

let running: RunningHall
let kiosk: string
let clerk: string
beforeAll(async () => {
  running = await startHall()
  kiosk = await running.paired('kiosk')
  clerk = await running.signedIn('clerk')
})
afterAll(() => running.close())

const issued = async (serviceId = 'household') =>
  (await running.post<IssueReceipt>('/api/tickets', { serviceId }, kiosk)).body.ticket

describe('the main job over HTTP', () => {
  it('issues, calls, starts and completes, each answered as the protocol says', async () => {
    const issue = await running.post<IssueReceipt>('/api/tickets', { serviceId: 'household' }, kiosk)
    expect(issue.status).toBe(201)
    const { ticket } = views.issueReceipt.parse(issue.body)
    await running.post('/api/windows/w1/open', {}, clerk)
    const here = { ticketId: ticket.ticketId }
    const steps: [string, object, string][] = [
      ['call-next', {}, 'called'],
      ['recall', here, 'called'],
      ['start', here, 'serving'],
      ['hold', here, 'held'],
      ['resume', here, 'serving'],
      ['complete', { ...here, result: 'accepted' }, 'served'],
    ]
    for (const [step, body, state] of steps) {
      const answer = await running.post<Receipt>(`/api/windows/w1/${step}`, body, clerk)
      expect(answer.status, step).toBe(200)
      expect(views.receipt.parse(answer.body).ticket).toMatchObject({
        ticketNumber: ticket.ticketNumber,
        state,
      })
    }
    const seen = await running.get<TicketView>(`/api/tickets/${ticket.ticketId}`, ticket.token)
    expect(views.ticketView.parse(seen.body)).toMatchObject({ state: 'served', calls: 2 })
  })

  it('finds a ticket by its number at the kiosk, and says when there is none', async () => {
    const { ticketId, ticketNumber } = await issued()
    const found = await running.get<TicketView>(`/api/tickets?ticketNumber=${ticketNumber}`, kiosk)
    expect(found.body.ticketId).toBe(ticketId)
    const none = await running.get('/api/tickets?ticketNumber=Z999', kiosk)
    expect(none).toMatchObject({
      status: 404,
      body: { code: 'unknownTicket', text: { zh: expect.any(String) } },
    })
  })

  it('answers a repeat as the first, and a key used for something else with a refusal', async () => {
    const key = 'a-key-of-its-own'
    const first = await running.post('/api/tickets', { serviceId: 'household' }, kiosk, key)
    const repeat = await running.post('/api/tickets', { serviceId: 'household' }, kiosk, key)
    expect(repeat).toEqual(first)
    const other = await running.post('/api/tickets', { serviceId: 'identity' }, kiosk, key)
    expect(other).toMatchObject({ status: 422, body: { code: 'keyReused' } })
    const otherKiosk = await running.paired('kiosk')
    const elsewhere = await running.post<IssueReceipt>(
      '/api/tickets',
      { serviceId: 'household' },
      otherKiosk,
      key,
    )
    expect(elsewhere.body.ticket.ticketId).not.toBe((first.body as IssueReceipt).ticket.ticketId)
  })

  it('lets a GET change nothing', async () => {
    const before = await running.hall.runner.read((hall) => hall.lastSeq)
    for (const path of ['/api/tickets', '/api/windows', '/api/windows/w1/call-next', '/api/tickets/issue']) {
      await running.get(path, clerk)
    }
    expect(await running.hall.runner.read((hall) => hall.lastSeq)).toBe(before)
  })
})

describe('who may do what', () => {
  it('asks everyone to sign in or pair first', async () => {
    const answer = await running.post('/api/tickets', { serviceId: 'household' })
    expect(answer).toMatchObject({ status: 401, type: expect.stringContaining('application/problem+json') })
    expect(answer.body).toMatchObject({ code: 'notSignedIn' })
    expect((await running.post('/api/tickets', { serviceId: 'household' }, 's_forged')).status).toBe(401)
  })

  it.each([
    ['a guide calls', 'guide', '/api/windows/w1/call-next', {}],
    ['a clerk adds staff', 'clerk', '/api/staff', { staffNumber: '9', name: 'x', role: 'clerk' }],
    [
      'a supervisor adds a kiosk',
      'supervisor',
      '/api/devices',
      { kind: 'kiosk', name: 'x', areaId: 'ground' },
    ],
  ] as const)('%s: not allowed', async (_what, role, path, body) => {
    const answer = await running.post(path, body, await running.signedIn(role))
    expect(answer).toMatchObject({ status: 403, body: { code: 'notAllowed' } })
  })

  it('shows a visitor the own ticket alone, and lets it leave the line', async () => {
    const mine = await issued()
    const other = await issued()
    expect((await running.get(`/api/tickets/${other.ticketId}`, mine.token)).status).toBe(403)
    expect((await running.post(`/api/tickets/${other.ticketId}/cancel`, {}, mine.token)).status).toBe(403)
    expect(await running.post(`/api/tickets/${mine.ticketId}/cancel`, {}, mine.token)).toMatchObject({
      status: 200,
      body: { ticket: { state: 'cancelled' } },
    })
  })

  it('takes a board’s token for no ticket, and a removed kiosk’s for nothing', async () => {
    const board = await running.paired('board')
    expect((await running.post('/api/tickets', { serviceId: 'household' }, board)).status).toBe(403)
    const gone = await running.paired('kiosk')
    const { deviceId } = (await running.get<{ deviceId: string }>('/api/devices/me', gone)).body
    await running.hall.devices.remove(deviceId)
    expect((await running.post('/api/tickets', { serviceId: 'household' }, gone)).status).toBe(401)
  })
})

describe('staff', () => {
  it('a one-time password must be changed before anything else', async () => {
    const admin = await running.signedIn('admin')
    const sent = { staffNumber: '7001', name: '新同事', role: 'clerk' }
    const added = await running.post<{ oneTimePassword: string }>('/api/staff', sent, admin)
    expect(added.status).toBe(201)
    const currentPassword = added.body.oneTimePassword
    const signIn = await running.post<{ sessionToken: string }>('/api/session', {
      staffNumber: '7001',
      password: currentPassword,
    })
    const token = signIn.body.sessionToken
    expect((await running.get('/api/windows', token)).body).toMatchObject({ code: 'passwordMustChange' })
    const weak = { currentPassword, newPassword: '12345' }
    expect((await running.post('/api/session/password', weak, token)).body).toMatchObject({
      code: 'passwordTooWeak',
    })
    const good = { currentPassword, newPassword: '246810' }
    expect((await running.post('/api/session/password', good, token)).status).toBe(200)
    expect((await running.get('/api/windows', token)).status).toBe(200)
  })

  it('a wrong password is refused alike for a known and an unknown number, and five pause the number', async () => {
    const admin = await running.signedIn('admin')
    await running.post('/api/staff', { staffNumber: '7003', name: 'x', role: 'clerk' }, admin)
    for (const staffNumber of ['7003', '7999']) {
      const codes = []
      for (let n = 0; n < 6; n += 1) {
        const answer = await running.post<{ code: string }>('/api/session', {
          staffNumber,
          password: 'wrong',
        })
        codes.push(answer.body.code)
      }
      expect(codes).toEqual([...Array(5).fill('signInFailed'), 'signInPaused'])
    }
  })

  it('disabling an account ends its sessions; the last administrator cannot be disabled', async () => {
    const own = await startHall()
    const admin = await own.signedIn('admin')
    const clerkToken = await own.signedIn('clerk')
    const me = (await own.get<views.StaffMember>('/api/session', clerkToken)).body
    const change = { name: me.name, role: me.role, disabled: true }
    expect((await own.put(`/api/staff/${me.staffId}`, change, admin)).status).toBe(200)
    expect((await own.get('/api/windows', clerkToken)).status).toBe(401)
    const boss = (await own.get<views.StaffMember>('/api/session', admin)).body
    const refused = await own.put(
      `/api/staff/${boss.staffId}`,
      { name: 'x', role: 'clerk', disabled: false },
      admin,
    )
    expect(refused.body).toMatchObject({ code: 'lastAdmin' })
    await own.close()
  })

  it('disabling a clerk closes the clerk’s window, and holds the ticket that was there', async () => {
    const own = await startHall()
    const admin = await own.signedIn('admin')
    const gone = await own.signedIn('clerk')
    const taken = await own.post<IssueReceipt>(
      '/api/tickets',
      { serviceId: 'household' },
      await own.paired('kiosk'),
    )
    await own.post('/api/windows/w1/open', {}, gone)
    await own.post('/api/windows/w1/call-next', {}, gone)
    const me = (await own.get<views.StaffMember>('/api/session', gone)).body
    await own.put(`/api/staff/${me.staffId}`, { name: me.name, role: me.role, disabled: true }, admin)
    const windows = (await own.get<views.WindowList>('/api/windows', admin)).body
    expect(windows.find(({ windowId }) => windowId === 'w1')).toMatchObject({ state: 'closed' })
    const left = await own.get<TicketView>(`/api/tickets/${taken.body.ticket.ticketId}`, admin)
    expect(left.body.state).toBe('held')
    await own.close()
  })

  it('a pairing code pairs once', async () => {
    const { pairingCode } = await running.hall.devices.add({
      kind: 'board',
      name: 'b',
      areaId: 'ground',
      printerId: null,
    })
    expect((await running.post('/api/devices/pair', { pairingCode })).status).toBe(201)
    expect((await running.post('/api/devices/pair', { pairingCode })).body).toMatchObject({
      code: 'pairingCodeInvalid',
    })
  })
})

describe('the description of the wire', () => {
  it('names every operation, with its key for each POST', async () => {
    const { body } = await running.get<{
      paths: Record<string, Record<string, { parameters?: { name: string }[] }>>
    }>('/api/openapi.json')
    const paths = Object.keys(body.paths)
    expect(paths).toEqual(
      expect.arrayContaining(['/api/tickets', '/api/windows/{windowId}/call-next', '/api/plan']),
    )
    for (const [path, operations] of Object.entries(body.paths)) {
      const names = operations.post?.parameters?.map(({ name }) => name)
      if (operations.post !== undefined) expect(names, path).toContain('Idempotency-Key')
    }
  })

  it('has a page to read it, which asks nothing from outside', async () => {
    const page = await running.get<string>('/api/docs')
    expect(page.status).toBe(200)
    expect(page.body).not.toMatch(/(src|href)="https?:/)
    expect((await running.get('/api/docs/swagger-ui-bundle.js')).status).toBe(200)
  })
})
