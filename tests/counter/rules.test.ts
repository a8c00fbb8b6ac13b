/** The rules of the line at the counter, in a real browser: pauses, holds that end, papers, turns, the way back. */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Plan, plan } from '../../protocol/plan.ts'
import type { IssueReceipt, TicketView, WindowView } from '../../protocol/views.ts'
import type { StaffRole } from '../../protocol/vocabulary.ts'
import { windowView } from '../../server/domain/views/window.ts'
import { type LanBrowser, openBrowser } from '../support/browser.ts'
import { type RunningHall, startHall } from '../support/running-hall.ts'
import { smallPlan } from '../support/small-plan.ts'

const papers = [
  { zh: '居民身份证', en: 'Identity card' },
  { zh: '户口簿', en: 'Household register' },
]
/** Two calls before a no-show, five seconds between them; papers may be brought later within five days. */
const strictPlan: Plan = plan.parse({
  ...smallPlan,
  services: smallPlan.services.map((service) =>
    service.serviceId === 'household' ? { ...service, materials: papers, returnDays: 5 } : service,
  ),
  missedCall: { ...smallPlan.missedCall, callsBeforeNoShow: 2, recallPauseSeconds: 5 },
  matters: [
    {
      matterId: 'newborn',
      name: { zh: '新生儿出生', en: 'A child is born' },
      prefix: 'M',
      order: 'given',
      serviceIds: ['household', 'identity'],
    },
  ],
})

let running: RunningHall
let lan: LanBrowser
let guide: string
beforeAll(async () => {
  lan = await openBrowser()
})
afterAll(() => lan.close())
beforeEach(async () => {
  running = await startHall({ plan: strictPlan })
  guide = await running.signedIn('guide')
  return () => running.close()
})

/** At window 1, which is open, with so many visitors who wait for it. */
async function atWindowOne(role: StaffRole, visitors: number): Promise<Page> {
  const password = '2468101214'
  const added = await running.hall.staff.add({ staffNumber: '1001', name: '测试人员', role })
  if ('refused' in added) throw new Error(added.refused)
  await running.hall.staff.setPassword(added.staff.staffId, password)
  const { page } = await lan.newPage({ width: 380, height: 900 })
  await page.goto(`${lan.lanUrl(running.hall.url)}/counter/`)
  await page.locator('input[name=staffNumber]').fill('1001')
  await page.locator('input[name=password]').fill(password)
  await page.keyboard.press('Enter')
  await page.getByText('您坐在哪个窗口').waitFor()
  await page.keyboard.type('1')
  await page.keyboard.press('Enter')
  await page.getByText('叫下一位').waitFor()
  for (let visitor = 0; visitor < visitors; visitor++) await issue({ serviceId: 'household' })
  return page
}

const issue = async (body: object) =>
  (await running.post<IssueReceipt>('/api/tickets', body, guide)).body.ticket
const windowNow = async (windowId = 'w1'): Promise<WindowView> => {
  const view = await running.hall.runner.read((hall, now) => windowView(hall, windowId, now))
  if (view === null) throw new Error(`no window ${windowId}`)
  return view
}
const ticketNow = async (ticketNumber: string) =>
  (await running.get<TicketView>(`/api/tickets?ticketNumber=${ticketNumber}`, guide)).body
const violations = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)

async function serving(page: Page): Promise<void> {
  await page.keyboard.press('Enter')
  await page.getByText('开始办理').waitFor()
  await page.keyboard.press('+')
  await page.getByText('办结 · 当场办结').waitFor()
}

describe('the rules of the line', { timeout: 60_000 }, () => {
  it('recall counts down and is then a key again; no-show waits for the last call and says so', async () => {
    const page = await atWindowOne('clerk', 1)
    await page.keyboard.press('Enter')
    await page.getByText('开始办理').waitFor()
    const recall = page.getByRole('button', { name: '重呼' })
    const noShow = page.getByRole('button', { name: '过号', exact: false }).first()
    expect([await recall.isDisabled(), await noShow.isDisabled()]).toEqual([true, true])
    expect(await recall.textContent()).toMatch(/[1-5]s/)
    await page.getByText('再呼叫1次仍未到，才能过号。').waitFor()
    await page.keyboard.press('0')
    await page.keyboard.press('-')
    expect(await violations(page)).toEqual([])
    await expect.poll(() => recall.isEnabled(), { timeout: 10_000 }).toBe(true)
    expect((await windowNow()).present).toMatchObject({ state: 'called', calls: 1 })
    const untilSo = (key: string, seen: () => Promise<unknown>) =>
      expect.poll(async () => {
        await page.keyboard.press(key)
        return seen()
      })
    await untilSo('0', async () => (await windowNow()).present?.calls).toBe(2)
    await page.getByText('第2次呼叫').waitFor()
    await page.getByText(/秒后可过号/).waitFor()
    await expect.poll(() => noShow.isEnabled(), { timeout: 10_000 }).toBe(true)
    await untilSo('-', async () => (await windowNow()).present).toBeNull()
  })

  it('a hold ends by itself after the minutes that were chosen or typed, and the list says when', async () => {
    const page = await atWindowOne('clerk', 1)
    await serving(page)
    await page.keyboard.press('.')
    await page.keyboard.type('去银行')
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    expect(await page.getByRole('radio', { name: '10分钟' }).isChecked()).toBe(true)
    await page.getByText('到时自动回到队列').waitFor()
    await page.getByLabel('挂起多少分钟').fill('300')
    await page.getByText('请填1至240之间的整数').waitFor()
    await page.keyboard.press('Enter')
    expect(await violations(page)).toEqual([])
    await page.getByLabel('挂起多少分钟').fill('45')
    await page.keyboard.press('Enter')
    await page.getByText('叫下一位').waitFor()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.getByText('44分钟后回队').waitFor()
    const { returnAt, heldAt } = (await windowNow()).held[0] ?? {}
    expect((returnAt ?? 0) - (heldAt ?? 0)).toBe(45 * 60_000)
  })

  it('missing papers are ticked by their key, others typed, and the right to come back is said', async () => {
    const page = await atWindowOne('clerk', 1)
    await serving(page)
    await page.keyboard.press('3')
    await page.getByText('A001 缺哪些材料').waitFor()
    await page.getByText('群众可在5天内补齐材料回来办理').waitFor()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Enter')
    expect((await windowNow()).present?.state).toBe('serving')
    await page.keyboard.press('2')
    await page.getByLabel(/其他/).fill('两寸照片；出生证明')
    await page.getByText('缺3项 · 办结').waitFor()
    await page.keyboard.press('Enter')
    await page.getByText('A001 的补件码').waitFor()
    const ticket = await ticketNow('A001')
    const shown = page.locator('.return-code')
    await expect.poll(() => shown.textContent()).toBe(ticket.mayReturn?.code.replace(/^.{4}/, '$& '))
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Enter')
    await page.getByText('叫下一位').waitFor()
    expect(ticket.missing).toEqual(['户口簿', '两寸照片', '出生证明'])
    const back = await issue({ returnCode: ticket.mayReturn?.code })
    await page.keyboard.press('Enter')
    await page.getByText('补齐材料返回').first().waitFor()
    expect((await windowNow()).present?.ticketNumber).toBe(back.ticketNumber)
  })

  it('a clerk calls nobody out of turn and is told so; anybody held is called back', async () => {
    const page = await atWindowOne('clerk', 3)
    await page.getByRole('option', { name: /A003/ }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.getByText('您的岗位不能提前叫号').waitFor()
    await page.keyboard.press('Space')
    expect((await windowNow()).present).toBeNull()
    await page.keyboard.press('Escape')
    await serving(page)
    await page.keyboard.press('.')
    await page.getByText('挂起 A001').waitFor()
    await page.keyboard.press('Enter')
    await page.getByText('叫下一位').waitFor()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowDown')
    await page.getByRole('button', { name: '再呼叫' }).waitFor()
    await page.keyboard.press('c')
    await expect.poll(async () => (await windowNow()).present?.ticketNumber).toBe('A001')
  })

  it('a supervisor at the counter calls out of turn with a reason, which is kept', async () => {
    const page = await atWindowOne('supervisor', 3)
    await page.getByRole('option', { name: /A003/ }).waitFor()
    for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await page.getByText('提前叫 A003').waitFor()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Enter')
    expect((await windowNow()).present).toBeNull()
    await page.keyboard.type('身体不适')
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await windowNow()).present?.ticketNumber).toBe('A003')
    const { ticketId } = await ticketNow('A001')
    const { body } = await running.get<{ before: { text: { zh: string } }[] }>(
      `/api/tickets/${ticketId}/explain`,
      guide,
    )
    expect(body.before[0]?.text.zh).toBe('A003由督导提前叫号，原因已记录，可向工作人员询问。')
  })

  it('a visit tells where it goes next, and one sent away comes back to this window', async () => {
    const page = await atWindowOne('clerk', 0)
    await issue({ matterId: 'newborn' })
    await serving(page)
    await page.getByText('之后还要办').waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('企业')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    expect(await page.getByRole('switch', { name: '办完回到本窗口' }).isChecked()).toBe(true)
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Enter')
    await expect
      .poll(async () => (await windowNow('w3')).next[0]?.stops.map(({ zh }) => zh))
      .toEqual(['户口登记', '居民身份证办理'])
  })
})
