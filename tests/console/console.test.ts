/** The console in a real browser: who may see what, and that what is set up there takes effect. */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Device, IssueReceipt, StaffMember } from '../../protocol/views.ts'
import type { StaffRole } from '../../protocol/vocabulary.ts'
import { type LanBrowser, openBrowser } from '../support/browser.ts'
import { type RunningHall, startHall } from '../support/running-hall.ts'
import { smallPlan } from '../support/small-plan.ts'

let running: RunningHall
let lan: LanBrowser
beforeAll(async () => {
  lan = await openBrowser()
})
afterAll(() => lan.close())
beforeEach(async () => {
  running = await startHall()
  return () => running.close()
})

/** Signs in with the one-time password that the account was made with. */
async function signIn(role: StaffRole): Promise<Page> {
  const added = await running.hall.staff.add({ staffNumber: 'boss', name: '测试人员', role })
  if ('refused' in added) throw new Error(added.refused)
  const { page } = await lan.newPage({ width: 1440, height: 900 })
  await page.goto(`${lan.lanUrl(running.hall.url)}/console/`)
  await page.locator('input[name=staffNumber]').fill('boss')
  await page.locator('input[name=password]').fill(added.oneTimePassword)
  await page.keyboard.press('Enter')
  await page.getByText('请设置自己的密码').waitFor()
  return page
}

async function choosePassword(page: Page, password: string): Promise<void> {
  for (const field of await page.locator('input[type=password]').all()) await field.fill(password)
  await page.keyboard.press('Enter')
}

async function admin(): Promise<Page> {
  const page = await signIn('admin')
  await choosePassword(page, 'a long enough one')
  await page.getByRole('link', { name: '实时大厅' }).waitFor()
  return page
}

describe('who comes in', { timeout: 60_000 }, () => {
  it('a one-time password is changed first, and a short one is refused in words', async () => {
    const page = await signIn('admin')
    await choosePassword(page, 'short')
    await page.getByText('密码太短').waitFor()
    await choosePassword(page, 'a long enough one')
    await page.getByRole('link', { name: '实时大厅' }).waitFor()
    expect(await page.locator('nav a').allTextContents()).toEqual([
      '实时大厅',
      '查号票',
      '预约',
      '设备',
      '人员',
      '记录',
      '方案',
    ])
  })

  it('a guide sees the live hall, tickets and appointments; a clerk is led to the counter', async () => {
    const guide = await signIn('guide')
    await choosePassword(guide, '246810')
    await guide.getByRole('link', { name: '实时大厅' }).waitFor()
    expect(await guide.locator('nav a').allTextContents()).toEqual(['实时大厅', '查号票', '预约'])
    await running.close()
    running = await startHall()
    const clerk = await signIn('clerk')
    await choosePassword(clerk, '246810')
    expect(await clerk.getByRole('link', { name: '去窗口页面' }).getAttribute('href')).toBe('/counter/')
  })
})

describe('what an administrator does', { timeout: 60_000 }, () => {
  it('adds a kiosk and pairs it with the address shown', async () => {
    const page = await admin()
    await page.getByRole('link', { name: '设备' }).click()
    await page.getByRole('textbox', { name: '名称' }).fill('东门')
    await page.keyboard.press('Enter')
    const address = await page.getByRole('link', { name: /#pair=/ }).getAttribute('href')
    expect(address).toMatch(/^http:\/\/hall\.lan:\d+\/kiosk\/#pair=\d{8}$/)
    const kiosk = await lan.newPage({ width: 1080, height: 1920 })
    await kiosk.page.goto(address ?? '')
    await page.getByText('配对成功').waitFor({ timeout: 10_000 })
    await page.getByRole('cell', { name: '在线', exact: true }).waitFor()
    const supervisor = await running.signedIn('supervisor')
    const { body } = await running.get<Device[]>('/api/devices', supervisor)
    expect(body).toMatchObject([{ name: '东门', kind: 'kiosk', paired: true, connected: true }])
  })

  it('adds a clerk, whose one-time password is shown once and works', async () => {
    const page = await admin()
    await page.getByRole('link', { name: '人员' }).click()
    await page.getByRole('textbox', { name: '工号' }).fill('1007')
    await page.getByRole('textbox', { name: '姓名' }).fill('七号')
    await page.keyboard.press('Enter')
    await page.getByText('七号（1007）的一次性密码').waitFor()
    const password = (await page.locator('.handed-over-code').textContent()) ?? ''
    const answer = await running.post<{ staff: StaffMember }>('/api/session', {
      staffNumber: '1007',
      password,
    })
    expect(answer.body.staff).toMatchObject({ role: 'clerk', passwordMustChange: true })
    await page.getByRole('button', { name: '已记下' }).click()
    expect(await page.getByText(password).count()).toBe(0)
  })

  it('puts a plan in force; of a broken one it is said where and what, and nothing changes', async () => {
    const page = await admin()
    await page.getByRole('link', { name: '方案' }).click()
    const upload = async (plan: unknown) => {
      const buffer = Buffer.from(JSON.stringify(plan))
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: 'plan.json', mimeType: 'application/json', buffer })
      await page.getByRole('button', { name: '启用这个方案' }).click()
    }
    const [first, ...others] = smallPlan.windows
    await upload({ ...smallPlan, windows: [{ ...first, areaId: 'nowhere' }, ...others] })
    await page.getByRole('cell', { name: 'windows.0.areaId' }).waitFor()
    expect(await page.locator('.plan-faults').textContent()).toContain('there is no area "nowhere"')
    const named = { ...smallPlan.hall, name: { zh: '新名字政务服务中心', en: 'New name' } }
    await upload({ ...smallPlan, hall: named })
    await page.getByText('新方案已启用').waitFor()
    await page.getByText('新名字政务服务中心').first().waitFor()
  })

  it('keeps the summary of the day as a file', async () => {
    const page = await admin()
    const guide = await running.signedIn('guide')
    const issued = await running.post<IssueReceipt>('/api/tickets', { serviceId: 'household' }, guide)
    await running.post(`/api/tickets/${issued.body.ticket.ticketId}/cancel`, {}, guide)
    await page.getByRole('link', { name: '记录' }).click()
    await page.getByRole('row', { name: /户口登记/ }).waitFor()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载汇总 CSV' }).click(),
    ])
    expect(file.suggestedFilename()).toBe('summary-by-service-2026-03-02-2026-03-02.csv')
  })
})

it('axe finds nothing on any page', { timeout: 90_000 }, async () => {
  const page = await admin()
  const guide = await running.signedIn('guide')
  await running.post('/api/tickets', { serviceId: 'household' }, guide)
  for (const name of ['实时大厅', '查号票', '预约', '设备', '人员', '记录', '方案']) {
    await page.getByRole('link', { name }).click()
    await page.locator('main button, main table').first().waitFor()
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(
      violations.map(({ id, nodes }) => `${name} ${id}: ${nodes[0]?.html}`),
      name,
    ).toEqual([])
  }
})
