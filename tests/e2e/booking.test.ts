/**
 * Booking as people do it in a real browser: by thumb on a phone, by keyboard alone on a computer, from the service
 * to the code, and out of it again. The pictures stay in node_modules/.cache/shunwei/screens/ to be looked at.
 */
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import jsqr from 'jsqr'
import type { Page } from 'playwright-core'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Plan } from '../../protocol/plan.ts'
import type { Receipt } from '../../protocol/views.ts'
import { samplePlan } from '../../server/sample/plan.ts'
import { bookablePlan } from '../support/bookable-plan.ts'
import { type LanBrowser, openBrowser } from '../support/browser.ts'
import { minuteMs, nineOClock } from '../support/given-hall.ts'
import { type RunningHall, startHall } from '../support/running-hall.ts'

const pictures = join(import.meta.dirname, '../../node_modules/.cache/shunwei/screens')
const assets = join(import.meta.dirname, '../../dist/assets')
const phone = { width: 360, height: 640 }
const desk = { width: 1280, height: 800 }

let running: RunningHall
let lan: LanBrowser
let now = nineOClock
beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  running = await startHall({ plan: bookablePlan(), clock: { now: () => now } })
  lan = await openBrowser()
})
beforeEach(() => {
  now = nineOClock
})
afterAll(async () => {
  await lan.close()
  await running.close()
})

const address = (path: string, of: RunningHall = running) => `${lan.lanUrl(of.hall.url)}${path}`

/** Looks at the whole page as it stands now. The page asks for no font; this machine may have none for Chinese. */
async function looked(page: Page, name: string): Promise<void> {
  const font = readdirSync(assets).find((file) => /^font-.*\.css$/.test(file))
  await page.addStyleTag({ url: `/assets/${font}` })
  await page.addStyleTag({ content: "body { font-family: 'Noto Sans SC Variable' !important }" })
  await page.waitForTimeout(300)
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: join(pictures, `booking-${name}.png`), fullPage: true })
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(sideways, `${name} scrolls sideways`).toBeLessThanOrEqual(0)
  const { violations } = await new AxeBuilder({ page })
    .options({ rules: { 'color-contrast-enhanced': { enabled: true } } })
    .analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120))}`)
  expect(found, name).toEqual([])
}

async function fillWho(page: Page, personNumber: string): Promise<void> {
  await page.getByLabel('姓名').fill('张三')
  await page.getByLabel('证件号码').fill(personNumber)
  await page.getByLabel('手机号').fill('+86 138-0013-8000')
  await page.getByRole('button', { name: '确认预约' }).click()
}

async function chooseTime(page: Page, day: string, band: string): Promise<void> {
  await page.getByLabel(new RegExp(day)).check()
  await page.getByLabel(new RegExp(`${band}–`)).check()
  await page.getByRole('button', { name: '下一步' }).click()
}

const booked = (personNumber: string, at: { day: string; from: string }) =>
  running.post<Receipt>('/api/appointments', {
    serviceId: 'household',
    name: '李四',
    personNumber,
    phone: '13900139000',
    ...at,
  })

it('by thumb: from the service to the code, and cancelled', { timeout: 90_000 }, async () => {
  const { page, complaints } = await lan.newPage(phone)
  await page.goto(address('/book/'))
  await page.getByRole('button', { name: '户口登记' }).waitFor()
  await looked(page, 'service')
  await page.getByRole('button', { name: '户口登记' }).click()
  await page.getByText('余2个').first().waitFor()
  await looked(page, 'time')
  await chooseTime(page, '3月3日', '14:00')
  await page.getByRole('button', { name: '确认预约' }).click()
  await page.getByText('请填写姓名').waitFor()
  expect(await page.getByLabel('姓名').evaluate((each) => each === document.activeElement)).toBe(true)
  await looked(page, 'who-wrong')
  await fillWho(page, '110101 19900101 123x')
  await page.getByText('预约成功').waitFor()
  await looked(page, 'appointment')
  expect(new URL(page.url()).pathname).toMatch(/^\/book\/[\w-]{22}$/)
  const text = await page.locator('main').innerText()
  expect(text).toMatch(/户口登记[\s\S]*3月3日 星期二 14:00[\s\S]*张\*/)
  expect(text).toContain('居民身份证')
  const code = (/\d{4} \d{4}/.exec(text)?.[0] ?? '').replace(' ', '')
  const picture = PNG.sync.read(await page.getByLabel('预约码的二维码').screenshot())
  expect(jsqr.default(new Uint8ClampedArray(picture.data), picture.width, picture.height)?.data).toBe(code)
  await page.getByRole('button', { name: '取消预约' }).click()
  await looked(page, 'cancel-sure')
  await page.getByRole('button', { name: '确定取消' }).click()
  await page.getByText('预约已取消').waitFor()
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('预约已取消。')
  await looked(page, 'cancelled')
  expect(complaints).toEqual([])
})

it('by keyboard alone, in English, on a wide screen', { timeout: 90_000 }, async () => {
  const { page, complaints } = await lan.newPage(desk)
  await page.goto(address('/book/'))
  const tabTo = async (name: RegExp) => {
    for (let tabs = 0; tabs < 30; tabs += 1) {
      await page.keyboard.press('Tab')
      const label = await page.evaluate(() => {
        const at = document.activeElement
        const labels = at instanceof HTMLInputElement ? (at.labels?.[0]?.textContent ?? '') : ''
        return `${at?.getAttribute('aria-label') ?? at?.textContent ?? ''} ${labels}`
      })
      if (name.test(label)) return
    }
    throw new Error(`the keyboard does not come to ${name}`)
  }
  await page.getByRole('button', { name: 'English' }).waitFor()
  await tabTo(/English/)
  await page.keyboard.press('Enter')
  await tabTo(/Household/)
  await page.keyboard.press('Enter')
  await page.getByText('2 left').first().waitFor()
  await tabTo(/Mon/)
  await page.keyboard.press('ArrowDown')
  await page.getByText('09:00–10:00').waitFor()
  await tabTo(/09:00/)
  await page.keyboard.press('Space')
  await looked(page, 'wide-time')
  await tabTo(/Next/)
  await page.keyboard.press('Enter')
  await tabTo(/Name/)
  await page.keyboard.type('Anna Smith')
  await page.keyboard.press('Tab')
  await page.keyboard.type('P1234567')
  await page.keyboard.press('Tab')
  await page.keyboard.type('13800138001')
  await looked(page, 'wide-who')
  await page.keyboard.press('Enter')
  await page.getByText('Your appointment is booked').waitFor()
  await looked(page, 'wide-appointment')
  expect(await page.locator('main').innerText()).toMatch(/Tue,? 3 Mar 09:00/)
  await tabTo(/Cancel/)
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Keep it')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Cancel the appointment' }).waitFor()
  expect(complaints).toEqual([])
})

it('each refusal is a sentence with a way on', { timeout: 90_000 }, async () => {
  const at = { day: '2026-03-04', from: '10:00' }
  await booked('PERSON0001', at)
  const { page } = await lan.newPage(phone)
  await page.goto(address('/book/'))
  await page.getByRole('button', { name: '户口登记' }).click()
  await chooseTime(page, '3月4日', '10:00')
  await booked('PERSON0002', at)
  await fillWho(page, 'PERSON0003')
  await page.getByText('该时段已约满，请换一个。').waitFor()
  await expect
    .poll(() =>
      page.getByRole('button', { name: '换个时间' }).evaluate((each) => each.getBoundingClientRect().bottom),
    )
    .toBeLessThanOrEqual(phone.height)
  await looked(page, 'band-full')
  await page.getByRole('button', { name: '换个时间' }).click()
  await page.getByLabel(/3月4日/).check()
  await page.getByText('约满').waitFor()
  expect(await page.getByLabel(/10:00–/).isDisabled()).toBe(true)
  await chooseTime(page, '3月4日', '11:00')
  await fillWho(page, 'person-0001')
  await page.getByText('每人每天限约一次').last().waitFor()
  await page.goBack()
  await page.getByText('选择时间').waitFor()
  await page.goBack()
  await page.getByRole('button', { name: '居民身份证办理' }).waitFor()
})

it('an answer that is lost on its way: the page asks again, and it is one booking', {
  timeout: 60_000,
}, async () => {
  const { page } = await lan.newPage(phone)
  let sent = 0
  await page.route('**/api/appointments', async (route) => {
    sent += 1
    const answer = await route.fetch({ url: `${running.hall.url}/api/appointments` })
    if (sent === 1) await route.abort('connectionreset')
    else await route.fulfill({ response: answer })
  })
  await page.goto(address('/book/'))
  await page.getByRole('button', { name: '户口登记' }).click()
  await chooseTime(page, '3月5日', '16:00')
  await fillWho(page, 'PERSON0042')
  await page.getByText('预约成功').waitFor()
  expect(sent).toBe(2)
  const path = '/api/appointments/bands?serviceId=household&day=2026-03-05'
  const { body } = await running.get<{ from: string; left: number }[]>(path)
  expect(body.find(({ from }) => from === '16:00')?.left).toBe(1)
})

it('too late to cancel: the page says until when, and whom to tell', { timeout: 60_000 }, async () => {
  const { body } = await booked('PERSON0009', { day: '2026-03-02', from: '14:00' })
  const { page } = await lan.newPage(phone)
  await page.goto(address(`/book/${body.appointment?.token}`))
  await page.getByRole('button', { name: '取消预约' }).click()
  now += 3 * 60 * minuteMs + 1
  await page.getByRole('button', { name: '确定取消' }).click()
  await page.getByText('须提前2小时取消').waitFor()
  await page.reload()
  await page.getByText('告诉大厅工作人员').waitFor()
  await looked(page, 'too-late')
  expect(await page.getByRole('button', { name: '取消预约' }).count()).toBe(0)
})

it('an address that holds no appointment', { timeout: 60_000 }, async () => {
  const { page } = await lan.newPage(phone)
  for (const token of ['A'.repeat(22), 'nonsense']) {
    await page.goto(address(`/book/${token}`))
    await page.getByText('没有找到这个预约').waitFor()
  }
  await looked(page, 'unknown')
})

it('the longest names of a large hall, and a hall where nothing can be booked', {
  timeout: 60_000,
}, async () => {
  const { page } = await lan.newPage(phone)
  const bands = [{ from: '09:00', to: '10:00', capacity: 10 }]
  const withBands = (each: typeof bands): Plan => ({
    ...samplePlan,
    services: samplePlan.services.map((service) => ({ ...service, bands: each })),
  })
  for (const [name, plan, seen] of [
    ['large-hall', withBands(bands), '查找事项'],
    ['nothing', withBands([]), '目前没有可网上预约的事项'],
  ] as const) {
    const hall = await startHall({ plan })
    await page.goto(address('/book/', hall))
    await page.getByText(seen).waitFor()
    await looked(page, name)
    if (name === 'large-hall') {
      await page.getByLabel('查找事项').fill('身份证')
      expect(await page.getByRole('listitem').count()).toBeLessThan(6)
      await page.getByLabel('查找事项').fill('没有的')
      await page.getByText('没有这个名称').waitFor()
      await page.getByLabel('查找事项').fill('国有建设用地')
      await page.getByRole('listitem').getByRole('button').click()
      // Today's only band has begun, so the page begins with tomorrow.
      await page.getByLabel(/09:00–/).waitFor()
      expect(await page.getByLabel(/3月3日/).isChecked()).toBe(true)
      await looked(page, 'large-time')
      await page.getByLabel(/3月2日/).check()
      await page.getByText('这一天没有可预约的时段').waitFor()
    }
    await hall.close()
  }
})

it('loads less than 150 KB on a phone', { timeout: 60_000 }, async () => {
  const { page } = await lan.newPage(phone)
  const sizes: Promise<{ responseBodySize: number }>[] = []
  page.on('requestfinished', (request) => sizes.push(request.sizes()))
  await page.goto(address('/book/'), { waitUntil: 'networkidle' })
  await page.getByRole('button', { name: '户口登记' }).waitFor()
  const bytes = (await Promise.all(sizes)).reduce((sum, { responseBodySize }) => sum + responseBodySize, 0)
  expect(bytes).toBeGreaterThan(20_000)
  expect(bytes).toBeLessThan(150_000)
})
