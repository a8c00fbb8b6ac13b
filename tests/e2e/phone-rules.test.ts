/** The rules of the line on the visitor's own phone: why one still waits, coming back from a hold, missing papers. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Explanation } from '../../protocol/explain.ts'
import type { IssueReceipt, Receipt, TicketView } from '../../protocol/views.ts'
import { type LanBrowser, openBrowser } from '../support/browser.ts'
import { minuteMs, nineOClock } from '../support/given-hall.ts'
import { looked } from '../support/looked.ts'
import { rulesPlan } from '../support/rules-plan.ts'
import { type RunningHall, startHall } from '../support/running-hall.ts'

const size = { width: 360, height: 640 }
const chineseFont = readdirSync(join(import.meta.dirname, '../../dist/assets')).find((name) =>
  /^font-.*\.css$/.test(name),
)

let lan: LanBrowser
let running: RunningHall
let guide: string
let now = nineOClock
let opened: { page: Page; complaints: string[] }
beforeAll(async () => {
  lan = await openBrowser()
})
afterAll(() => lan?.close())
beforeEach(async () => {
  now = nineOClock
  running = await startHall({ plan: rulesPlan, clock: { now: () => now } })
  guide = await running.signedIn('guide')
})
afterEach(async () => {
  await opened?.page.context().close()
  await running?.close()
})

async function issued(body: object): Promise<IssueReceipt['ticket']> {
  now += minuteMs
  return (await running.post<IssueReceipt>('/api/tickets', body, guide)).body.ticket
}

async function clerkAt(windowId: string) {
  const clerk = await running.signedIn('clerk')
  const does = (step: string, body: object = {}) =>
    running.post<Receipt>(`/api/windows/${windowId}/${step}`, body, clerk)
  await does('open')
  return does
}

/** The ticket's page; it asks for no font of its own, and this machine may have none for Chinese. */
async function phone(token: string, before: (page: Page) => Promise<unknown> = async () => {}) {
  opened = await lan.newPage(size)
  await before(opened.page)
  await opened.page.goto(`${lan.lanUrl(running.hall.url)}/t/${token}`)
  await opened.page.locator('.standing-number').waitFor()
  await opened.page.addStyleTag({ url: `/assets/${chineseFont}` })
  await opened.page.addStyleTag({ content: "body { font-family: 'Noto Sans SC Variable' !important }" })
  return opened.page
}

const touch = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

it('says why one still waits, as the hall explains it, and goes on saying it as others are called', async () => {
  await issued({ serviceId: 'household' })
  const { ticketId, token } = await issued({ serviceId: 'household' })
  await issued({ serviceId: 'household', priorityClassId: 'soldier' })
  const does = await clerkAt('w1')
  const page = await phone(token)
  await touch(page, '为什么还没到我？')
  await page.getByText('还没有叫过其他号码', { exact: false }).waitFor()
  const explained = async () => {
    const { body } = await running.get<Explanation>(`/api/tickets/${ticketId}/explain`, token)
    const reasons = body.before.map((each) => each.text.zh)
    await expect.poll(() => page.locator('.why-answer li small').allInnerTexts()).toEqual(reasons)
    await page.getByText(body.bound.zh).waitFor()
    return body.before.map(({ rule }) => rule)
  }
  const soldier = (await does('call-next')).body.ticket
  await expect.poll(explained).toEqual(['priority'])
  expect(soldier?.ticketNumber).toBe('A003')
  await does('no-show', { ticketId: soldier?.ticketId })
  await does('call-next')
  await expect.poll(explained).toEqual(['priority', 'cameBefore'])
  await looked(page, 'phone-rules-why')
  await touch(page, 'English')
  await page.getByText('A003 is of the class "Serviceman", which stands 20 minutes ahead.').waitFor()
  await looked(page, 'phone-rules-en-why')
  await page.screenshot({
    path: 'node_modules/.cache/shunwei/screens/phone-rules-en-why-full.png',
    fullPage: true,
  })
  expect(opened.complaints).toEqual([])
})

it('shows the class, the range where one is known, and the stops to come', async () => {
  const { token } = await issued({ matterId: 'newborn', priorityClassId: 'elderly' })
  const page = await phone(token, (prepared) =>
    prepared.routeWebSocket(/socket\.io/, (screen) => {
      const server = screen.connectToServer()
      server.onMessage((message) =>
        screen.send(
          String(message).replace('"expected":null', '"expected":{"medianMinutes":4,"boundMinutes":12}'),
        ),
      )
      screen.onMessage((message) => server.send(message))
    }),
  )
  await page.getByText('约需4—12分钟').waitFor()
  const facts = await page.locator('.phone-facts').innerText()
  expect(facts).toMatch(/之后还要办理\s+居民身份证办理/)
  expect(facts).toMatch(/优先类别\s+老年人/)
  await looked(page, 'phone-rules-facts')
  await touch(page, 'English')
  await looked(page, 'phone-rules-en-facts')
})

it('says until when the hold lasts, and brings one back before that', async () => {
  const { ticketId, token } = await issued({ serviceId: 'household' })
  const does = await clerkAt('w1')
  await does('call-next')
  await does('start', { ticketId })
  await does('hold', { ticketId, returnMinutes: 15 })
  const page = await phone(token)
  await page.getByText('请在09:16前办好', { exact: false }).waitFor()
  await looked(page, 'phone-rules-held')
  await touch(page, 'English')
  await looked(page, 'phone-rules-en-held')
  await touch(page, 'I am ready')
  await page.getByText('You may be next', { exact: false }).waitFor()
  const { body } = await running.get<TicketView>(`/api/tickets/${ticketId}`, guide)
  expect(body.state).toBe('waiting')
  expect(opened.complaints).toEqual([])
})

it('lists the missing papers, with the code to come back and until when', async () => {
  const { ticketId, token } = await issued({ serviceId: 'household' })
  const does = await clerkAt('w1')
  await does('call-next')
  await does('start', { ticketId })
  await does('complete', {
    ticketId,
    result: 'papersMissing',
    missing: ['出生医学证明', '父母双方居民身份证原件及复印件'],
  })
  const { body } = await running.get<TicketView>(`/api/tickets/${ticketId}`, guide)
  expect(body.mayReturn?.untilDay).toMatch(/^2026-03-\d\d$/)
  const page = await phone(token)
  await page.getByText('父母双方居民身份证原件及复印件').waitFor()
  expect(await page.locator('.return-code').innerText()).toBe(body.mayReturn?.code)
  const day = Number(body.mayReturn?.untilDay.slice(8))
  await page.getByText(`3月${day}日前（含当天）`, { exact: false }).waitFor()
  await looked(page, 'phone-rules-missing')
  await touch(page, 'English')
  await page.getByText(`Until ${day} March`, { exact: false }).waitFor()
  await looked(page, 'phone-rules-en-missing')
  expect(opened.complaints).toEqual([])
})

it('loads no more than 150 KB', async () => {
  const { token } = await issued({ serviceId: 'household' })
  opened = await lan.newPage(size)
  const session = await opened.page.context().newCDPSession(opened.page)
  await session.send('Network.enable')
  const urls = new Map<string, string>()
  const sizes = new Map<string, number>()
  session.on('Network.requestWillBeSent', ({ requestId, request }) => urls.set(requestId, request.url))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const path = new URL(urls.get(requestId) ?? 'http://none/').pathname
    sizes.set(path, Math.max(encodedDataLength, sizes.get(path) ?? 0))
  })
  await opened.page.goto(`${lan.lanUrl(running.hall.url)}/t/${token}`)
  await opened.page.locator('.standing-number').waitFor()
  const bytes = [...sizes.values()].reduce((sum, each) => sum + each, 0)
  expect(bytes).toBeGreaterThan(50_000)
  expect(bytes).toBeLessThan(150_000)
})
