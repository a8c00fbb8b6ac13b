/** A clerk's day at the counter, in a real browser, by keyboard alone. */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { WindowView } from '../../protocol/views.ts'
import { windowView } from '../../server/domain/views/window.ts'
import { type LanBrowser, openBrowser } from '../support/browser.ts'
import { type RunningHall, startHall } from '../support/running-hall.ts'

let running: RunningHall
let lan: LanBrowser
let guide: string
beforeAll(async () => {
  lan = await openBrowser()
})
afterAll(() => lan.close())

beforeEach(async () => {
  running = await startHall()
  guide = await running.signedIn('guide')
  return () => running.close()
})

const pin = '246810'

async function addClerk(staffNumber: string): Promise<void> {
  const added = await running.hall.staff.add({ staffNumber, name: `窗口${staffNumber}`, role: 'clerk' })
  if ('refused' in added) throw new Error(added.refused)
  await running.hall.staff.setPassword(added.staff.staffId, pin)
}

async function signIn(page: Page, staffNumber: string): Promise<void> {
  await page.goto(`${lan.lanUrl(running.hall.url)}/counter/`)
  await page.locator('input[name=staffNumber]').fill(staffNumber)
  await page.keyboard.press('Tab')
  await page.keyboard.type(pin)
  await page.keyboard.press('Enter')
  await page.getByText('您坐在哪个窗口').waitFor()
}

/** A clerk at window 1, which is open; so many visitors wait for it. */
async function atWindowOne(visitors: number): Promise<Page> {
  await addClerk('1001')
  const { page } = await lan.newPage({ width: 380, height: 900 })
  await signIn(page, '1001')
  await page.keyboard.type('1')
  await page.keyboard.press('Enter')
  await page.getByText('叫下一位').waitFor()
  for (let visitor = 0; visitor < visitors; visitor++) await issue()
  return page
}

const issue = () => running.post('/api/tickets', { serviceId: 'household' }, guide)
const windowNow = async (windowId = 'w1'): Promise<WindowView> => {
  const view = await running.hall.runner.read((hall, now) => windowView(hall, windowId, now))
  if (view === null) throw new Error(`no window ${windowId}`)
  return view
}
const present = async () => {
  const { present: ticket } = await windowNow()
  return ticket === null ? null : `${ticket.ticketNumber} ${ticket.state}`
}

describe('the life of a ticket', { timeout: 60_000 }, () => {
  it('three keys serve a visitor; recall, no-show, hold, resume, transfer and cancel are a key each', async () => {
    const page = await atWindowOne(6)
    const press = (key: string) => page.keyboard.press(key)
    await press('Enter')
    await expect.poll(present).toBe('A001 called')
    await page.getByText('开始办理').waitFor()
    await press('0')
    await page.getByText('第2次呼叫').waitFor()
    await press('Equal')
    await page.getByText('办结 · 当场办结').waitFor()
    await press('1')
    await expect.poll(present).toBeNull()

    await page.getByText('叫下一位').waitFor()
    await press('NumpadEnter')
    await page.getByText('开始办理').waitFor()
    await press('NumpadSubtract')
    await expect
      .poll(async () => (await windowNow()).missed.map((each) => each.ticketNumber))
      .toEqual(['A002'])

    await page.getByText('叫下一位').waitFor()
    await press('Enter')
    await page.getByText('开始办理').waitFor()
    await press('NumpadAdd')
    await page.getByText('办结 · 当场办结').waitFor()
    await press('Period')
    await page.keyboard.type('去复印 1 2 P X')
    await press('Enter')
    await expect
      .poll(async () => (await windowNow()).held.map((each) => each.note))
      .toEqual(['去复印 1 2 P X'])

    await page.getByText('叫下一位').waitFor()
    await press('ArrowRight')
    await press('ArrowRight')
    await press('ArrowDown')
    await page.getByText('接着办').waitFor()
    await press('Space')
    await expect.poll(present).toBe('A003 serving')
    await page.getByText('办结 · 当场办结').waitFor()
    await press('Slash')
    await page.keyboard.type('身份证')
    await press('ArrowDown')
    await press('Enter')
    await page.keyboard.type('材料已核对')
    await press('Enter')
    await expect
      .poll(async () => (await windowNow('w2')).next.map((each) => each.note))
      .toEqual(['材料已核对'])

    await page.getByText('叫下一位').waitFor()
    await press('Enter')
    await page.getByText('开始办理').waitFor()
    await press('Delete')
    await page.getByText('确认取消').waitFor()
    await press('Enter')
    await expect.poll(present).toBeNull()
  })

  it('the window pauses with a reason, goes on, closes; a number is taken for a visitor', async () => {
    const page = await atWindowOne(0)
    await page.keyboard.press('p')
    await page.getByText('为什么暂停').waitFor()
    await page.keyboard.press('1')
    await page.getByText('暂停：午餐').waitFor()
    expect((await windowNow()).state).toBe('paused')
    await page.keyboard.press('Enter')
    await page.getByText('叫下一位').waitFor()
    await page.keyboard.press('n')
    await page.keyboard.type('户口')
    await page.keyboard.press('Enter')
    await page.getByText('优先类别').waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByText('已取号').waitFor()
    expect((await windowNow()).next[0]).toMatchObject({
      ticketNumber: 'A001',
      priorityClass: { zh: '老年人' },
    })
    await page.keyboard.press('Enter')
    await page.getByText('叫下一位').waitFor()
    await page.keyboard.press('x')
    await page.getByText('窗口已关闭').first().waitFor()
    expect((await windowNow()).state).toBe('closed')
  })
})

describe('what goes wrong', { timeout: 60_000 }, () => {
  it('a refusal stays in sight until the next key, and a held-down key calls once', async () => {
    const page = await atWindowOne(2)
    await page.evaluate(() => {
      for (const repeat of [false, true, true, true]) {
        window.dispatchEvent(new KeyboardEvent('keydown', { code: 'Enter', key: 'Enter', repeat }))
      }
    })
    await page.getByText('开始办理').waitFor()
    expect(await present()).toBe('A001 called')
    expect((await windowNow()).next.map((each) => each.ticketNumber)).toEqual(['A002'])
    await page.keyboard.press('-')
    await page.getByText('叫下一位').waitFor()
    await page.keyboard.press('Enter')
    await page.getByText('开始办理').waitFor()
    await page.keyboard.press('-')
    await page.getByText('现在没有人等候').first().waitFor()
    await page.keyboard.press('Enter')
    const said = page.getByRole('alert').getByText('现在没有人等候。')
    await said.waitFor()
    await issue()
    await page.getByText('可以叫号').waitFor()
    expect(await said.isVisible()).toBe(true)
    await page.keyboard.press('Enter')
    await page.getByText('开始办理').waitFor()
    expect(await said.count()).toBe(0)
  })

  it('what another page of the same clerk does is seen at once, and an open question that fits no more goes', async () => {
    const page = await atWindowOne(1)
    const second = await page.context().newPage()
    await second.goto(page.url())
    await second.getByText('叫下一位').waitFor()
    await second.keyboard.press('Enter')
    await page.getByText('开始办理').waitFor()
    await page.keyboard.press('+')
    await page.getByText('办结 · 当场办结').waitFor()
    await page.keyboard.press('.')
    await page.getByText('挂起 A001').waitFor()
    await second.keyboard.press('1')
    await page.getByText('叫下一位').waitFor()
    expect(await page.getByText('挂起 A001').count()).toBe(0)
  })

  it('after the session has ended one signs in again and is back at the window and its ticket', async () => {
    const page = await atWindowOne(1)
    await page.keyboard.press('Enter')
    await page.getByText('开始办理').waitFor()
    const token = await page.evaluate(() => localStorage.getItem('shunwei.sessionToken'))
    await fetch(`${running.hall.url}/api/session`, {
      method: 'DELETE',
      headers: { Authorization: `Bearer ${token}` },
    })
    await page.keyboard.press('+')
    await page.getByText('登录已过期').waitFor()
    await page.keyboard.type(pin)
    await page.keyboard.press('Enter')
    await page.getByText('开始办理').waitFor()
    expect(await page.getByRole('heading', { name: 'A001' }).isVisible()).toBe(true)
  })

  it('cut off, it says so and how old it is; the network back, it is right again by itself', async () => {
    const page = await atWindowOne(1)
    const context = page.context()
    await context.setOffline(true)
    await page.getByText('连接已中断').waitFor({ timeout: 15_000 })
    await issue()
    await context.setOffline(false)
    await page.getByText('A002').first().waitFor({ timeout: 3_000 })
    expect(await page.getByText('连接已中断').count()).toBe(0)
  })

  it('a window in use cannot be chosen', async () => {
    await atWindowOne(0)
    await addClerk('1002')
    const { page } = await lan.newPage({ width: 380, height: 900 })
    await signIn(page, '1002')
    const taken = page.getByRole('option', { name: /公安综合/ })
    await taken.getByText('使用中').waitFor()
    await taken.click({ force: true })
    await page.keyboard.type('1')
    await page.keyboard.press('Enter')
    expect(await page.getByText('您坐在哪个窗口').isVisible()).toBe(true)
    expect((await windowNow()).state).toBe('open')
  })
})

it('axe finds nothing, in the dock and wide, with and without a ticket', { timeout: 60_000 }, async () => {
  const page = await atWindowOne(4)
  const violations = async () =>
    (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
  expect(await violations()).toEqual([])
  await page.keyboard.press('Enter')
  await page.getByText('开始办理').waitFor()
  expect(await violations()).toEqual([])
  await page.keyboard.press('/')
  await page.getByText('转移 A001').waitFor()
  await page.setViewportSize({ width: 1280, height: 900 })
  expect(await violations()).toEqual([])
})
