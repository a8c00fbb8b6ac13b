import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import type { Plan } from '../../protocol/plan.ts'
import type { IssueReceipt, Receipt } from '../../protocol/views.ts'
import { type Answer, type RunningHall, startHall } from '../support/running-hall.ts'
import { smallPlan } from '../support/small-plan.ts'

/** Sixteen windows, all for one service. */
const wide: Plan = {
  ...smallPlan,
  windows: [
    ...smallPlan.windows,
    ...Array.from({ length: 16 }, (_, n) => ({
      windowId: `x${n}`,
      areaId: 'ground',
      label: `${n + 10}`,
      name: { zh: '综合', en: 'General' },
      serviceIds: ['household'],
      helps: [],
      shifts: null,
      printerId: null,
    })),
  ],
}

/** Sends the same request twice at once, as a kiosk with a bad network would. */
const twice = async <Body>(running: RunningHall, path: string, body: object, token: string) => {
  const key = randomUUID()
  const send = () => running.post<Body>(path, body, token, key)
  return (await Promise.all([send(), send()])) as [Answer<Body>, Answer<Body>]
}

it('8 kiosks issue and 16 clerks press next at once, everything sent twice: no number twice, no ticket at two windows', async () => {
  const running = await startHall({ plan: wide })
  const kiosks = await Promise.all(Array.from({ length: 8 }, () => running.paired('kiosk')))
  const clerks = await Promise.all(Array.from({ length: 16 }, () => running.signedIn('clerk')))
  await Promise.all(clerks.map((clerk, n) => running.post(`/api/windows/x${n}/open`, {}, clerk)))

  const numbers: string[] = []
  const issueAll = kiosks.map(async (kiosk) => {
    for (let n = 0; n < 10; n += 1) {
      const [first, repeat] = await twice<IssueReceipt>(
        running,
        '/api/tickets',
        { serviceId: 'household' },
        kiosk,
      )
      expect(first.status).toBe(201)
      expect(repeat).toEqual(first)
      numbers.push(first.body.ticket.ticketNumber)
    }
  })
  const calledBy = new Map<string, string>()
  const callAll = clerks.map(async (clerk, n) => {
    const windowId = `x${n}`
    for (let tries = 0; tries < 400 && calledBy.size < 80; tries += 1) {
      const [first, repeat] = await twice<Receipt>(running, `/api/windows/${windowId}/call-next`, {}, clerk)
      const called = [first, repeat].find(({ status }) => status === 200)?.body.ticket
      if (called === undefined) {
        expect(first.body).toMatchObject({ code: 'noTicketWaiting' })
        await new Promise((resolve) => setTimeout(resolve, 5))
        continue
      }
      // The first try may have come just before a ticket did: then nothing was there to repeat.
      if (first.status === 200) expect(repeat).toEqual(first)
      expect(calledBy.has(called.ticketId), `${called.ticketNumber} called twice`).toBe(false)
      calledBy.set(called.ticketId, windowId)
      const here = { ticketId: called.ticketId }
      await twice(running, `/api/windows/${windowId}/start`, here, clerk)
      const done = { ...here, result: 'accepted' }
      const [completed, again] = await twice<Receipt>(
        running,
        `/api/windows/${windowId}/complete`,
        done,
        clerk,
      )
      expect(completed.status).toBe(200)
      expect(again).toEqual(completed)
    }
  })
  await Promise.all([...issueAll, ...callAll])
  expect(numbers).toHaveLength(80)
  expect(new Set(numbers).size).toBe(80)
  expect(calledBy.size).toBe(80)
  expect(await running.hall.runner.read((hall) => hall.count)).toMatchObject({
    waiting: 0,
    called: 0,
    served: 80,
  })
  await running.close()
})

it('16 clerks press next at once on three tickets: three are called, thirteen learn that nobody waits', async () => {
  const running = await startHall({ plan: wide })
  const kiosk = await running.paired('kiosk')
  const clerks = await Promise.all(Array.from({ length: 16 }, () => running.signedIn('clerk')))
  await Promise.all(clerks.map((clerk, n) => running.post(`/api/windows/x${n}/open`, {}, clerk)))
  for (let n = 0; n < 3; n += 1) await running.post('/api/tickets', { serviceId: 'household' }, kiosk)
  const answers = await Promise.all(
    clerks.map((clerk, n) => running.post<Receipt>(`/api/windows/x${n}/call-next`, {}, clerk)),
  )
  const called = answers.filter(({ status }) => status === 200).map(({ body }) => body.ticket?.ticketNumber)
  expect(called.sort()).toEqual(['A001', 'A002', 'A003'])
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(13)
  await running.close()
})

it('a double tap is one ticket', async () => {
  const running = await startHall()
  const kiosk = await running.paired('kiosk')
  const [first, second] = await twice<IssueReceipt>(
    running,
    '/api/tickets',
    { serviceId: 'household' },
    kiosk,
  )
  expect(second.body.ticket).toEqual(first.body.ticket)
  expect(await running.hall.runner.read((hall) => hall.tickets.size)).toBe(1)
  await running.close()
})
