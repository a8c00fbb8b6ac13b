/** The rules of the line at the kiosk, as a visitor meets them. */
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { IssueReceipt, Receipt, TicketView } from '../../protocol/views.ts'
import { type LanBrowser, openBrowser } from '../support/browser.ts'
import { minuteMs, nineOClock } from '../support/given-hall.ts'
import { looked } from '../support/looked.ts'
import { rulesPlan } from '../support/rules-plan.ts'
import { type RunningHall, startHall } from '../support/running-hall.ts'

const upright = { width: 1080, height: 1920 }
const lying = { width: 1920, height: 1080 }
/** Made up; the last character is the check digit. */
const wang = '110105199003070033'
const liu = '11010519491231002X'

let lan: LanBrowser
let running: RunningHall
let guide: string
let opened: { page: Page; complaints: string[] }
beforeAll(async () => {
  lan = await openBrowser()
})
afterAll(() => lan?.close())
beforeEach(async () => {
  running = await startHall({ plan: rulesPlan })
  guide = await running.signedIn('guide')
})
afterEach(async () => {
  await opened?.page.context().close()
  await running?.close()
})

/** A paired kiosk on its first page. `before` prepares the page. */
async function kiosk(size = upright, before: (page: Page) => Promise<unknown> = async () => {}) {
  const { pairingCode } = await running.hall.devices.add({
    kind: 'kiosk',
    name: 'kiosk',
    areaId: 'ground',
    printerId: null,
  })
  opened = await lan.newPage(size)
  await before(opened.page)
  await opened.page.goto(`${lan.lanUrl(running.hall.url)}/kiosk/#pair=${pairingCode}`)
  await opened.page.getByText('请选择要办事的部门').waitFor()
  return opened.page
}

const touch = (page: Page, name: string | RegExp, exact = false) =>
  page.getByRole('button', { name, exact }).click()
const number = (page: Page) => page.locator('.number-hero').innerText()

async function service(page: Page, name: RegExp) {
  await touch(page, /公安局|Police/)
  await touch(page, name)
}

async function issued(body: object): Promise<IssueReceipt['ticket']> {
  return (await running.post<IssueReceipt>('/api/tickets', body, guide)).body.ticket
}

const ticketOf = async (ticketId: string) =>
  (await running.get<TicketView>(`/api/tickets/${ticketId}`, guide)).body

/** A clerk at a window, and what the clerk does there. */
async function clerkAt(windowId: string) {
  const clerk = await running.signedIn('clerk')
  const does = (step: string, body: object = {}) =>
    running.post<Receipt>(`/api/windows/${windowId}/${step}`, body, clerk)
  await does('open')
  return does
}

/** What the forecast will say one day: the views and answers on their way to the page. */
async function foreseen(page: Page, change: (view: string) => string) {
  await page.routeWebSocket(/socket\.io/, (screen) => {
    const server = screen.connectToServer()
    server.onMessage((message) => screen.send(typeof message === 'string' ? change(message) : message))
    screen.onMessage((message) => server.send(message))
  })
}

const range = '"expected":{"medianMinutes":10,"boundMinutes":20}'
const withRange = (view: string) => view.replaceAll('"expected":null', range)

describe('what a service says of itself', () => {
  it('a range where one is known, numbers left where few are, and nothing else', async () => {
    const page = await kiosk(upright, (prepared) => foreseen(prepared, withRange))
    await touch(page, /公安局/)
    await expect.poll(() => page.getByText('约需10—20分钟').count()).toBe(3)
    expect(await page.getByRole('button', { name: /居住证/ }).innerText()).toContain('还剩2个号')
    expect(await page.getByRole('button', { name: /户口登记/ }).innerText()).not.toContain('还剩')
    await looked(page, 'kiosk-rules-upright-services')
    await touch(page, /居住证/)
    await page.getByText('约需10—20分钟').waitFor()
    await page.getByText('还剩2个号').waitFor()
    await looked(page, 'kiosk-rules-upright-service')
  })

  it('says nothing of the wait where nothing is known', async () => {
    const page = await kiosk()
    await touch(page, /公安局/)
    await page.getByText('户口登记').waitFor()
    expect(await page.getByText('约需').count()).toBe(0)
  })

  it('why no number is given, in place of the key', async () => {
    const page = await kiosk()
    await service(page, /企业开办/)
    await page.getByText('该事项14:00开始取号，请到时再来。').waitFor()
    expect(await page.getByRole('button', { name: '取号', exact: true }).count()).toBe(0)
    await page.getByText('居民身份证', { exact: true }).waitFor()
    await looked(page, 'kiosk-rules-upright-refused')
    await touch(page, /返回/)
    await touch(page, /居住证/)
    await page.getByRole('button', { name: '取号', exact: true }).waitFor()
    await issued({ serviceId: 'residence' })
    await issued({ serviceId: 'residence' })
    await page.getByText('名额2个已满', { exact: false }).waitFor()
    expect(opened.complaints).toEqual([])
  })

  it('asks before a number that would outlast closing time', async () => {
    const late = (view: string) =>
      withRange(view).replaceAll('"outlastsClosing":false', '"outlastsClosing":true')
    const page = await kiosk(lying, (prepared) => foreseen(prepared, late))
    await service(page, /户口登记/)
    await touch(page, '取号', true)
    await page.getByText('到17:00停止办理时很可能还轮不到您', { exact: false }).waitFor()
    await looked(page, 'kiosk-rules-lying-late')
    await touch(page, '不取号，返回')
    await touch(page, /户口登记/)
    await touch(page, '取号', true)
    await touch(page, '仍然取号')
    await expect.poll(() => number(page)).toBe('A001')
    expect(opened.complaints).toEqual([])
  })

  it('a class that a guide gives is shown, and cannot be chosen', async () => {
    const page = await kiosk()
    await service(page, /户口登记/)
    await page.getByText('现役军人 请找导办人员').waitFor()
    expect(await page.getByRole('button', { name: /现役军人/ }).count()).toBe(0)
    await touch(page, '老年人')
    await touch(page, '取号', true)
    await expect.poll(() => number(page)).toBe('A001')
  })

  it('the promise in whole minutes, rounded up', async () => {
    const promise = { medianMs: 9 * 60_000 + 1, boundMs: 20 * 60_000 }
    const page = await kiosk(upright, (prepared) =>
      prepared.route('**/api/tickets', async (route) => {
        const url = `${running.hall.url}/api/tickets`
        const answer = await route.fetch({ url })
        const body = (await answer.json()) as IssueReceipt
        await route.fulfill({ response: answer, json: { ...body, ticket: { ...body.ticket, promise } } })
      }),
    )
    await service(page, /户口登记/)
    await touch(page, '取号', true)
    await page.getByText('约需10—20分钟').waitFor()
    await looked(page, 'kiosk-rules-upright-promise')
  })
})

describe('one number to each person', () => {
  it('asks for the identity number, shows its last two alone, and forgets it with the page', async () => {
    const page = await kiosk(lying)
    await service(page, /居民身份证办理/)
    await touch(page, '取号', true)
    await page.getByText('请输入身份证号码').waitFor()
    for (const digit of wang.slice(0, 4)) await touch(page, digit, true)
    await page.keyboard.type(wang.slice(4))
    await expect
      .poll(() => page.locator('.number-entry [aria-hidden]').innerText())
      .toBe(`${'*'.repeat(16)}33`)
    expect(await page.content()).not.toContain(wang.slice(0, 8))
    expect(await page.content()).not.toContain(wang.slice(8, 16))
    await looked(page, 'kiosk-rules-lying-identity')
    await touch(page, /返回/)
    await touch(page, '取号', true)
    expect(await page.locator('.number-entry [aria-hidden]').innerText()).toBe('')
    await page.keyboard.type(`${wang.slice(0, 17)}1`)
    await page.getByText('身份证号码不对', { exact: false }).waitFor()
    await page.keyboard.press('Backspace')
    await page.keyboard.type('3')
    await page.keyboard.press('Enter')
    await expect.poll(() => number(page)).toBe('B001')
    await touch(page, '完成')
    await service(page, /居民身份证办理/)
    await touch(page, '取号', true)
    await page.keyboard.type(wang)
    await touch(page, '取号', true)
    await page.getByText('您已有该事项的号票B001', { exact: false }).waitFor()
    await page.keyboard.type(liu.toLowerCase())
    await page.keyboard.press('Enter')
    await expect.poll(() => number(page)).toBe('B002')
  })
})

describe('several services with one number', () => {
  it('one touch takes it, and the page says what comes after', async () => {
    const page = await kiosk()
    await looked(page, 'kiosk-rules-upright-home')
    await touch(page, '一件事，一次办')
    await looked(page, 'kiosk-rules-upright-matters')
    await touch(page, /新生儿/)
    await expect.poll(() => number(page)).toBe('M001')
    await page.getByText('之后还要办理：居民身份证办理').waitFor()
    await looked(page, 'kiosk-rules-upright-matter-ticket')
  })

  it('asks for the identity number where its first service does', async () => {
    const page = await kiosk()
    await touch(page, '一件事，一次办')
    await touch(page, /居民迁入/)
    await page.getByText('请输入身份证号码').waitFor()
    await page.keyboard.type(wang)
    await page.keyboard.press('Enter')
    await expect.poll(() => number(page)).toBe('N001')
  })
})

describe('a booked visitor', () => {
  async function booked(phone: string, personNumber: string) {
    const body = {
      serviceId: 'household',
      day: '2026-03-02',
      from: '09:30',
      name: '王小明',
      personNumber,
      phone,
    }
    return (await running.post<Receipt>('/api/appointments', body)).body.appointment
  }

  it('what was typed is gone twenty seconds after the last key', async () => {
    const page = await kiosk(lying, (prepared) => prepared.clock.install())
    await touch(page, '我有预约')
    await page.keyboard.type('13800000001')
    const entry = page.locator('.number-entry [aria-hidden]')
    await page.clock.runFor(19_000)
    expect(await entry.innerText()).toBe('13800000001')
    await page.clock.runFor(2_000)
    expect(await entry.innerText()).toBe('')
  })

  it('checks in by the code, the phone number, or the QR code of the booking', async () => {
    const [byCode, , byToken] = [
      await booked('13800000001', wang),
      await booked('13800000002', liu),
      await booked('13800000003', '110105198501010047'),
    ]
    const page = await kiosk()
    await touch(page, '我有预约')
    await looked(page, 'kiosk-rules-upright-booking')
    for (const digit of byCode?.code ?? '') await touch(page, digit, true)
    await touch(page, '签到取号')
    await expect.poll(() => number(page)).toBe('A001')
    await touch(page, '完成')
    await touch(page, '我有预约')
    await page.keyboard.type('13800000002')
    await page.keyboard.press('Enter')
    await expect.poll(() => number(page)).toBe('A002')
    await touch(page, '完成')
    await touch(page, '我有预约')
    await touch(page, '1', true)
    await page.keyboard.type('99999999')
    await touch(page, '删除')
    await touch(page, '签到取号')
    await page.getByText('没有找到这个预约', { exact: false }).waitFor()
    await page.keyboard.type(`http://hall.lan:8080/a/${byToken?.token}`)
    await page.keyboard.press('Enter')
    await expect.poll(() => number(page)).toBe('A003')
  })
})

describe('coming back', () => {
  it('with papers, by the return code', async () => {
    const { ticketId } = await issued({ serviceId: 'household' })
    const does = await clerkAt('w1')
    await does('call-next')
    await does('start', { ticketId })
    await does('complete', { ticketId, result: 'papersMissing', missing: ['出生医学证明'] })
    const code = (await ticketOf(ticketId)).mayReturn?.code ?? ''
    const page = await kiosk(lying)
    await touch(page, '补件返回')
    await page.keyboard.type('00000000')
    await page.keyboard.press('Enter')
    await page.getByText('这个补件码无效', { exact: false }).waitFor()
    await looked(page, 'kiosk-rules-lying-return')
    await page.keyboard.type(code)
    await page.keyboard.press('Enter')
    await expect.poll(() => number(page)).toBe('A002')
    await page.getByText('补件返回，已为您提前排队').waitFor()
    await looked(page, 'kiosk-rules-lying-return-ticket')
  })

  it('with the slip of a number that was not reached the day before, by its QR code', async () => {
    await running.close()
    let now = nineOClock
    running = await startHall({ plan: { ...rulesPlan, leftOver: 'carry' }, clock: { now: () => now } })
    guide = await running.signedIn('guide')
    const { token } = await issued({ serviceId: 'household' })
    now += 24 * 60 * minuteMs
    await expect
      .poll(() => running.hall.runner.read((hall) => hall.day), { timeout: 10_000 })
      .toBe('2026-03-03')
    const page = await kiosk()
    await touch(page, '补件返回')
    await page.keyboard.type(`http://hall.lan:8080/t/${token}`)
    await page.keyboard.press('Enter')
    await expect.poll(() => number(page)).toBe('A001')
    await page.getByText('已保留您前一工作日的位置').waitFor()
    expect(opened.complaints).toEqual([])
  })

  it('after a missed call, and from a hold, by the number', async () => {
    const missed = await issued({ serviceId: 'household' })
    const held = await issued({ matterId: 'newborn' })
    const does = await clerkAt('w1')
    await does('call-next')
    await does('no-show', { ticketId: missed.ticketId })
    await does('call-next')
    await does('start', { ticketId: held.ticketId })
    await does('hold', { ticketId: held.ticketId, returnMinutes: 15 })
    const page = await kiosk()
    await touch(page, '过号、暂离返回')
    await page.keyboard.type('a001')
    await page.keyboard.press('Enter')
    await page.getByText('已回到队伍').waitFor()
    expect(await ticketOf(missed.ticketId)).toMatchObject({ state: 'waiting' })
    await touch(page, '完成')
    await touch(page, '过号、暂离返回')
    await looked(page, 'kiosk-rules-upright-rejoin')
    for (const key of 'M001') await touch(page, key, true)
    await touch(page, '返回排队')
    await page.getByText('已回到队伍').waitFor()
    expect(await number(page)).toBe('M001')
    expect(await ticketOf(held.ticketId)).toMatchObject({ state: 'waiting' })
    expect(opened.complaints).toEqual([])
  })
})

it.each([
  ['upright', upright],
  ['lying', lying],
] as const)(
  'in English, %s',
  async (shape, size) => {
    const page = await kiosk(size, (prepared) => foreseen(prepared, withRange))
    await touch(page, 'English')
    await looked(page, `kiosk-rules-${shape}-en-home`)
    await touch(page, /Police/)
    await looked(page, `kiosk-rules-${shape}-en-services`)
    await touch(page, /Starting a business/)
    await page.getByText('Tickets for this are given from 14:00 on', { exact: false }).waitFor()
    await looked(page, `kiosk-rules-${shape}-en-refused`)
    await touch(page, /Back/)
    await touch(page, /Identity card/)
    await looked(page, `kiosk-rules-${shape}-en-service`)
    await touch(page, 'Take a number', true)
    await looked(page, `kiosk-rules-${shape}-en-identity`)
    await touch(page, 'Start', true)
    for (const [way, name] of [
      ['Several services, one number', 'matters'],
      ['I have a booking', 'booking'],
      ['I come back with papers', 'return'],
      ['I missed my call or was on hold', 'rejoin'],
    ] as const) {
      await touch(page, 'English')
      await touch(page, way)
      await looked(page, `kiosk-rules-${shape}-en-${name}`)
      await touch(page, 'Start', true)
    }
    await touch(page, '大字')
    await looked(page, `kiosk-rules-${shape}-large-home`)
    await touch(page, /公安局/)
    await looked(page, `kiosk-rules-${shape}-large-services`)
    await touch(page, /居民身份证/)
    await looked(page, `kiosk-rules-${shape}-large-service`)
    await touch(page, '取号', true)
    await looked(page, `kiosk-rules-${shape}-large-identity`)
    expect(opened.complaints).toEqual([])
  },
  120_000,
)
