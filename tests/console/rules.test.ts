/** The rules of the line at the console, in a real browser: alarms, assignments, answers to a visitor, appointments. */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Plan, plan } from '../../protocol/plan.ts'
import type { IssueReceipt, Receipt, TicketView } from '../../protocol/views.ts'
import type { StaffRole } from '../../protocol/vocabulary.ts'
import { consoleView } from '../../server/domain/views/console.ts'
import { type LanBrowser, openBrowser } from '../support/browser.ts'
import { type RunningHall, startHall } from '../support/running-hall.ts'
import { smallPlan } from '../support/small-plan.ts'

const day = '2026-03-02'
/** An alarm for more than two who wait, an identity card that two can have a day, household booked from ten on. */
const ruledPlan: Plan = plan.parse({
  ...smallPlan,
  services: smallPlan.services.map((service) => {
    if (service.serviceId === 'household')
      return { ...service, bands: [{ from: '10:00', to: '11:00', capacity: 10 }] }
    return service.serviceId === 'identity'
      ? { ...service, quota: { day: 2, morning: null, afternoon: null } }
      : service
  }),
  crowding: [
    {
      crowdingRuleId: 'many',
      kind: 'waitingOver',
      threshold: 2,
      serviceIds: ['household'],
      tell: ['supervisor', 'guide'],
    },
  ],
})

let running: RunningHall
let lan: LanBrowser
beforeAll(async () => {
  lan = await openBrowser()
})
afterAll(() => lan.close())
afterEach(() => running.close())

async function signedIn(role: StaffRole, set: Parameters<typeof startHall>[0] = { plan: ruledPlan }) {
  running = await startHall(set)
  const password = 'a long enough one'
  const added = await running.hall.staff.add({ staffNumber: 'boss', name: '王督导', role })
  if ('refused' in added) throw new Error(added.refused)
  await running.hall.staff.setPassword(added.staff.staffId, password)
  const { page } = await lan.newPage({ width: 1440, height: 900 })
  await page.goto(`${lan.lanUrl(running.hall.url)}/console/`)
  await page.locator('input[name=staffNumber]').fill('boss')
  await page.locator('input[name=password]').fill(password)
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: '实时大厅' }).waitFor()
  return { page, guide: await running.signedIn('guide') }
}

const issue = async (token: string, serviceId = 'household') =>
  (await running.post<IssueReceipt>('/api/tickets', { serviceId }, token)).body.ticket
const violations = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)

describe('the live hall', { timeout: 60_000 }, () => {
  it('an alarm comes first, says what and since when, and that somebody has seen it', async () => {
    const { page, guide } = await signedIn('supervisor')
    for (let visitor = 0; visitor < 3; visitor++) await issue(guide)
    const first = page.locator('.decisions li').first()
    await first.getByText('户口登记：等候超过2人').waitFor()
    await first.getByText('（当时3人） · 现在3人等候，0个窗口在叫号').waitFor()
    await first.getByText('已通知：督导、导办 · 还没有人知悉').waitFor()
    expect(await violations(page)).toEqual([])
    await first.getByRole('button', { name: '已知悉' }).click()
    await first.getByText(/已知悉：您（09:0\d）/).waitFor()
    expect(await first.getByRole('button').count()).toBe(0)
  })

  it('a line says why it gives no ticket, and that a wait is not known', async () => {
    const { page, guide } = await signedIn('guide')
    await issue(guide, 'identity')
    await page
      .getByRole('row', { name: /居民身份证办理/ })
      .getByText('–', { exact: true })
      .first()
      .waitFor()
    await issue(guide, 'identity')
    await page.getByText('现在不取号：该事项本时段名额2个已满').waitFor()
  })

  it('a window gets other services for today, and is marked', async () => {
    const { page } = await signedIn('supervisor')
    const adjust = page.getByRole('button', { name: '调整事项：2号窗口' })
    await adjust.click()
    const dialog = page.getByRole('dialog', { name: '调整事项：2号窗口（仅今日）' })
    await dialog.getByRole('combobox', { name: '办理的事项' }).fill('house')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await dialog.getByRole('combobox', { name: '帮办的事项' }).fill('企业')
    await page.keyboard.press('Enter')
    await dialog.getByRole('spinbutton', { name: /企业开办/ }).fill('15')
    // The dialog and its list fade in and out: it is judged as it stands still.
    await expect.poll(() => violations(page), { timeout: 15_000 }).toEqual([])
    await dialog.getByRole('button', { name: '确定调整' }).click()
    await page.getByText('今日已调整').waitFor()
    const shown = await running.hall.runner.read((hall, now) => consoleView(hall, now, () => null))
    expect(shown.windows.find(({ windowId }) => windowId === 'w2')).toMatchObject({
      isAssigned: true,
      serviceIds: ['identity', 'household'],
      helps: [{ serviceId: 'business', afterMinutes: 15 }],
    })
  })

  it('a service is not left without a window, and is called by its name', async () => {
    const { page } = await signedIn('supervisor')
    await page.getByRole('button', { name: '调整事项：3号窗口' }).click()
    const serves = page.getByRole('combobox', { name: '办理的事项' })
    await serves.press('Backspace')
    await serves.fill('户口')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '确定调整' }).click()
    await page.getByText('这样“企业开办”今天就没有窗口办理了').waitFor()
    await page.getByRole('button', { name: '按方案填写' }).click()
    await page.getByRole('button', { name: '确定调整' }).click()
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
    expect(await page.getByText('今日已调整').count()).toBe(0)
  })

  it('a guide assigns nothing and closes nothing', async () => {
    const { page } = await signedIn('guide')
    await page.locator('.window-card').first().waitFor()
    expect(await page.locator('.window-card button').count()).toBe(0)
  })

  it('it is said that the holidays of the coming year are not known', async () => {
    const schedule = { ...smallPlan.schedule, publicHolidays: 'china' as const }
    const clock = { now: () => Date.parse('2090-12-15T01:00:00Z') }
    const { page } = await signedIn('supervisor', { plan: { ...smallPlan, schedule }, clock })
    await page.getByText('临近年份的法定节假日和调休尚不清楚').waitFor()
  })
})

describe('what a guide is asked', { timeout: 60_000 }, () => {
  it('why another was called before, and what can be done about it', async () => {
    const { page, guide } = await signedIn('guide')
    await issue(guide)
    const second = await issue(guide)
    const supervisor = await running.signedIn('supervisor')
    await running.post('/api/windows/w1/open', {}, supervisor)
    const out = { ticketId: second.ticketId, reason: '身体不适' }
    await running.post('/api/windows/w1/call', out, supervisor)
    await page.getByRole('link', { name: '查号票' }).click()
    await page.getByRole('textbox', { name: '号码' }).fill('12')
    await page.keyboard.press('Enter')
    await page.getByText('号码由字母和数字组成').waitFor()
    await page.getByRole('textbox', { name: '号码' }).fill('a001')
    await page.keyboard.press('Enter')
    await page.getByText('A002由督导提前叫号，原因已记录，可向工作人员询问。').waitFor()
    await page.getByText('比您晚到').waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByRole('textbox', { name: '原因' }).fill('见老年证')
    await page.keyboard.press('Enter')
    await page.getByText('已更改').waitFor()
    await page.locator('.plan-facts').getByText('老年人').waitFor()
    await page.getByRole('button', { name: '取消号票' }).click()
    await page.getByRole('tooltip').getByRole('button', { name: '取消号票' }).click()
    await page.getByText('已取消').waitFor()
    await page.getByRole('textbox', { name: '号码' }).fill('A099')
    await page.keyboard.press('Enter')
    await page.getByText('今天没有这张号票').waitFor()
  })

  it('how long it still waits is a range, as far as it is known', async () => {
    const { page, guide } = await signedIn('guide')
    await issue(guide)
    let expected: TicketView['expected'] = null
    await page.route('**/api/tickets?ticketNumber=A001', async (route) => {
      const { body } = await running.get<TicketView>('/api/tickets?ticketNumber=A001', guide)
      await route.fulfill({ json: { ...body, expected } })
    })
    await page.getByRole('link', { name: '查号票' }).click()
    await page.getByRole('textbox', { name: '号码' }).fill('A001')
    await page.keyboard.press('Enter')
    const facts = page.locator('.plan-facts')
    await facts.getByText('–', { exact: true }).first().waitFor()
    expected = { medianMinutes: 5, boundMinutes: 12 }
    await facts.getByText('5—12分钟').waitFor()
  })

  it('who missed the call rejoins, and who is back from a hold goes into the line', async () => {
    const { page, guide } = await signedIn('guide')
    await issue(guide)
    await issue(guide)
    const clerk = await running.signedIn('clerk')
    const at = async (step: string, body: object) =>
      (await running.post<Receipt>(`/api/windows/w1/${step}`, body, clerk)).body.ticket?.ticketId
    await at('open', {})
    await at('no-show', { ticketId: await at('call-next', {}) })
    const ticketId = await at('call-next', {})
    await at('start', { ticketId })
    await at('hold', { ticketId, returnMinutes: 20 })
    await page.getByRole('link', { name: '查号票' }).click()
    const now = async (ticketNumber: string) =>
      (await running.get<TicketView>(`/api/tickets?ticketNumber=${ticketNumber}`, guide)).body.state
    for (const [ticketNumber, key] of [
      ['A001', '重新排队'],
      ['A002', '已回来，回到队列'],
    ] as const) {
      await page.getByRole('textbox', { name: '号码' }).fill(ticketNumber)
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: key }).click()
      await expect.poll(() => now(ticketNumber)).toBe('waiting')
    }
  })

  it('the appointments of the day, and the booked visitor is checked in by the code', async () => {
    const { page } = await signedIn('guide')
    const booking = { serviceId: 'household', day, from: '10:00', name: '张小明' }
    const numbers = { personNumber: '330102199001011234', phone: '13800138000' }
    const booked = await running.post<Receipt>('/api/appointments', { ...booking, ...numbers })
    expect(booked.status).toBe(201)
    await page.getByRole('link', { name: '预约' }).click()
    const row = page.getByRole('row', { name: /10:00/ })
    await row.getByText('已预约').waitFor()
    expect(await row.textContent()).not.toContain('张小明')
    expect(await violations(page)).toEqual([])
    await page.getByRole('textbox', { name: '预约码或预约手机号' }).fill('00000000')
    await page.keyboard.press('Enter')
    await page.getByText('没有找到这个预约').waitFor()
    await page.getByRole('textbox', { name: '预约码或预约手机号' }).fill(booked.body.appointment?.code ?? '')
    await page.keyboard.press('Enter')
    await page.getByText('已签到，号码 A001，前面还有0人').waitFor()
    await row.getByText('已签到').waitFor()
  })
})

it('the plan is told in words, and what a class costs the others', { timeout: 60_000 }, async () => {
  const { page } = await signedIn('supervisor')
  const cost = { priorityClassId: 'elderly', creditMinutes: 10, dailyCap: null, days: 5 }
  const measured = { passedByAtMost: 3, delayMinutesAtMost: 9, serviceId: 'household' }
  const text = { zh: '按实测至多3人，多等不超过9分钟。', en: 'By 3 at most.' }
  await page.route('**/api/plan/priority-cost?priorityClassId=elderly', (route) =>
    route.fulfill({ json: { ...cost, ...measured, text } }),
  )
  await page.getByRole('link', { name: '方案' }).click()
  await page.getByText('周一至周日 全天').waitFor()
  await page.getByText('户口登记：等候超过2人时通知督导、导办').waitFor()
  await page.getByText('10分钟内可重新排队1次，后移2位').waitFor()
  await page.getByRole('button', { name: '对他人的影响：老年人' }).click()
  await page.getByText('多等不超过9分钟').waitFor()
  expect(await violations(page)).toEqual([])
})
