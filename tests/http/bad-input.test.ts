import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Plan } from '../../protocol/plan.ts'
import { type Problem, problem as problemSchema } from '../../protocol/problem.ts'
import type * as views from '../../protocol/views.ts'
import { type RunningHall, startHall } from '../support/running-hall.ts'

let running: RunningHall
let tokens: Record<'kiosk' | 'clerk' | 'admin', string>
beforeAll(async () => {
  running = await startHall()
  tokens = {
    kiosk: await running.paired('kiosk'),
    clerk: await running.signedIn('clerk'),
    admin: await running.signedIn('admin'),
  }
})
afterAll(() => running.close())

const id = '11111111-1111-4111-8111-111111111111'
const huge = 'x'.repeat(40_000)
type Case = [path: string, who: 'kiosk' | 'clerk' | 'admin', good: Record<string, unknown>]

/** Every POST with a body that would be understood. */
const commands: Case[] = [
  ['/api/tickets', 'kiosk', { serviceId: 'household' }],
  [`/api/tickets/${id}/cancel`, 'clerk', {}],
  [`/api/tickets/${id}/rejoin`, 'clerk', {}],
  [`/api/tickets/${id}/reprint`, 'clerk', {}],
  ['/api/windows/w1/open', 'clerk', {}],
  ['/api/windows/w1/pause', 'clerk', { pauseReasonId: 'lunch' }],
  ['/api/windows/w1/close', 'clerk', {}],
  ['/api/windows/w1/call-next', 'clerk', {}],
  ['/api/windows/w1/call', 'clerk', { ticketId: id }],
  ['/api/windows/w1/recall', 'clerk', { ticketId: id }],
  ['/api/windows/w1/start', 'clerk', { ticketId: id }],
  ['/api/windows/w1/hold', 'clerk', { ticketId: id }],
  ['/api/windows/w1/resume', 'clerk', { ticketId: id }],
  ['/api/windows/w1/transfer', 'clerk', { ticketId: id, serviceId: 'identity' }],
  ['/api/windows/w1/complete', 'clerk', { ticketId: id, result: 'accepted' }],
  ['/api/windows/w1/no-show', 'clerk', { ticketId: id }],
  ['/api/session', 'clerk', { staffNumber: '1', password: 'x' }],
  ['/api/session/password', 'clerk', { currentPassword: 'a', newPassword: 'b' }],
  ['/api/staff', 'admin', { staffNumber: '1', name: 'x', role: 'clerk' }],
  [`/api/staff/${id}/password`, 'admin', {}],
  ['/api/devices', 'admin', { kind: 'kiosk', name: 'x', areaId: 'ground' }],
  [`/api/devices/${id}/pairing-code`, 'admin', {}],
  ['/api/devices/pair', 'admin', { pairingCode: '12345678' }],
]

const lastSeq = () => running.hall.runner.read((hall) => hall.lastSeq)

describe.each(commands)('POST %s', (path, who, good) => {
  const refused = async (body: unknown, wanted: { status?: number; path: string }) => {
    const before = await lastSeq()
    const answer = await running.post(path, body, tokens[who])
    expect(answer.type).toContain('application/problem+json')
    const problem = problemSchema.parse(answer.body)
    expect(problem).toMatchObject({ status: wanted.status ?? 400, code: 'badRequest' })
    expect(answer.status).toBe(wanted.status ?? 400)
    expect(problem.errors?.map((error) => error.path)).toContain(wanted.path)
    expect(problem.errors?.every(({ reason }) => reason.length > 0)).toBe(true)
    expect(await lastSeq()).toBe(before)
  }

  it('refuses an unknown field by its name', async () => {
    await refused({ ...good, surprise: 1 }, { path: 'body' })
    const answer = await running.post<Problem>(path, { ...good, surprise: 1 }, tokens[who])
    expect(answer.body.detail).toContain('surprise')
  })

  it('refuses what is no object, and what is no JSON', async () => {
    await refused([1, 2], { path: 'body' })
    await refused('{"half":', { path: 'body' })
  })

  it('refuses what is far too large', () => refused({ ...good, note: huge }, { status: 413, path: 'body' }))

  it('refuses to do without a key', async () => {
    const response = await fetch(`${running.hall.url}${path}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${tokens[who]}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(good),
    })
    expect(response.status).toBe(400)
    expect(problemSchema.parse(await response.json()).errors?.[0]?.path).toBe('headers.Idempotency-Key')
  })

  for (const field of Object.keys(good)) {
    it(`refuses a wrong type, null and nonsense in ${field}`, async () => {
      await refused({ ...good, [field]: 17 }, { path: `body.${field}` })
      await refused({ ...good, [field]: { $gt: '' } }, { path: `body.${field}` })
      await refused({ ...good, [field]: '' }, { path: `body.${field}` })
    })
    if (!(path.endsWith('transfer') && field === 'serviceId')) {
      it(`refuses to do without ${field}`, async () => {
        const { [field]: _, ...without } = good
        await refused(without, { path: `body.${field}` })
      })
    }
  }
})

describe('bad paths and plans', () => {
  it('refuses a ticket id that is none, with its path', async () => {
    const answer = await running.post<Problem>('/api/tickets/1%20OR%201=1/cancel', {}, tokens.clerk)
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ path: 'path.ticketId' }] } })
  })

  it('answers an address that does not exist with a problem', async () => {
    expect(await running.post('/api/nothing', {}, tokens.clerk)).toMatchObject({
      status: 404,
      body: { code: 'notFound' },
    })
  })

  it('answers what cannot be decoded with a problem, not with a fault', async () => {
    const path = await running.get<Problem>('/api/tickets/%E0%A4%A', tokens.kiosk)
    expect(path).toMatchObject({ status: 400, body: { code: 'badRequest' } })
    const response = await fetch(`${running.hall.url}/api/tickets`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Content-Encoding': 'gzip',
        Authorization: `Bearer ${tokens.kiosk}`,
      },
      body: 'no gzip at all',
    })
    expect(problemSchema.parse(await response.json())).toMatchObject({ status: 400, code: 'badRequest' })
  })

  it('refuses control characters in what people type', async () => {
    for (const name of ['a\u0000b', 'a\u202eb']) {
      const answer = await running.post<Problem>(
        '/api/staff',
        { staffNumber: '5', name, role: 'clerk' },
        tokens.admin,
      )
      expect(answer.body.errors?.[0]?.path).toBe('body.name')
    }
  })

  it('refuses a plan that drops the area or the printer of a device, and takes it once the device is moved', async () => {
    const own = await startHall()
    const admin = await own.signedIn('admin')
    await own.paired('board', { areaId: 'upper' })
    const plan = (await own.get<Plan>('/api/plan', admin)).body
    const without = {
      ...plan,
      areas: plan.areas.slice(0, 1),
      windows: plan.windows.map((window) => ({ ...window, areaId: 'ground' })),
    }
    const refused = await own.put<Problem>('/api/plan', without, admin)
    expect(refused.body).toMatchObject({ code: 'planDropsWhatIsInUse', params: { id: 'upper' } })
    const [board] = (await own.get<views.Device[]>('/api/devices', admin)).body
    const moved = { name: 'board', areaId: 'ground', printerId: null }
    expect((await own.put(`/api/devices/${board?.deviceId}`, moved, admin)).status).toBe(200)
    expect((await own.put('/api/plan', without, admin)).status).toBe(200)
    await own.close()
  })

  it('names the place of every fault in a plan and keeps the one in force', async () => {
    const plan = (await running.get<Record<string, unknown>>('/api/plan', tokens.admin)).body
    const broken = { ...plan, windows: [], extra: true }
    const answer = await running.put<Problem>('/api/plan', broken, tokens.admin)
    expect(answer.status).toBe(400)
    expect(answer.body.errors?.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['body.windows', 'body']),
    )
    expect((await running.get('/api/plan', tokens.admin)).body).toEqual(plan)
  })

  it('refuses a query that it does not know', async () => {
    const answer = await running.get<Problem>('/api/tickets?ticketNumber=A001&x=1', tokens.kiosk)
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ path: 'query' }] } })
  })
})
