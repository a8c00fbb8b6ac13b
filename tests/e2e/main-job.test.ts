/** The main job as people do it: kiosk, counter and board in a real browser, the slip on an emulated printer. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Plan } from '../../protocol/plan.ts'
import type { Summary } from '../../protocol/reports.ts'
import { type EmulatedPrinter, startEmulatedPrinter } from '../printing/emulated-printer.ts'
import { readSlip } from '../printing/escpos-reader.ts'
import { type LanBrowser, openBrowser } from '../support/browser.ts'
import { minuteMs, nineOClock } from '../support/given-hall.ts'
import { type RunningHall, startHall } from '../support/running-hall.ts'
import { smallPlan } from '../support/small-plan.ts'

let printer: EmulatedPrinter
let running: RunningHall
let lan: LanBrowser
let now = nineOClock
beforeAll(async () => {
  printer = await startEmulatedPrinter()
  const plan: Plan = {
    ...smallPlan,
    printers: [
      {
        printerId: 'p1',
        name: { zh: '一楼打印机', en: 'Ground floor printer' },
        areaId: 'ground',
        host: '127.0.0.1',
        port: printer.port,
        widthMm: 80,
      },
    ],
  }
  running = await startHall({ plan, clock: { now: () => now } })
  lan = await openBrowser()
})
afterAll(async () => {
  await lan.close()
  await running.close()
  await printer.close()
})

const pairingCode = async (kind: 'kiosk' | 'board') => {
  const printerId = kind === 'kiosk' ? 'p1' : null
  const added = await running.hall.devices.add({ kind, name: kind, areaId: 'ground', printerId })
  return added.pairingCode
}

it('from a touch at the kiosk to a finished visit in the summary', { timeout: 120_000 }, async () => {
  const base = lan.lanUrl(running.hall.url)
  const board = await lan.newPage({ width: 1920, height: 1080 })
  await board.page.goto(`${base}/board/#pair=${await pairingCode('board')}`)
  await board.page.getByText('测试政务服务中心').first().waitFor()

  const kiosk = await lan.newPage({ width: 1080, height: 1920 })
  await kiosk.page.goto(`${base}/kiosk/#pair=${await pairingCode('kiosk')}`)
  await kiosk.page.getByRole('button', { name: /公安局/ }).click()
  await kiosk.page.getByRole('button', { name: /户口登记/ }).click()
  await kiosk.page.getByRole('button', { name: '取号', exact: true }).click()
  await kiosk.page.getByText('A001').first().waitFor()
  await kiosk.page.getByText('小票已打印', { exact: false }).waitFor()

  const slip = readSlip(printer.slips()[0] ?? Buffer.alloc(0))
  const printed = slip.lines.map(({ text }) => text).join('\n')
  expect(printed).toContain('A001')
  expect(printed).toContain('户口登记')
  expect(printed).toContain('2026-03-02 09:00')
  expect(slip.qr).toEqual([expect.stringMatching(/^http:\/\/hall\.lan:8080\/t\/[\w-]{22}$/)])
  expect(printer.slips()).toHaveLength(1)

  const added = await running.hall.staff.add({ staffNumber: '1001', name: '一号', role: 'clerk' })
  if ('refused' in added) throw new Error(added.refused)
  await running.hall.staff.setPassword(added.staff.staffId, '246810')
  const counter = await lan.newPage({ width: 380, height: 900 })
  await counter.page.goto(`${base}/counter/`)
  await counter.page.locator('input[name=staffNumber]').fill('1001')
  await counter.page.locator('input[name=password]').fill('246810')
  await counter.page.keyboard.press('Enter')
  await counter.page.getByText('您坐在哪个窗口').waitFor()
  await counter.page.keyboard.type('1')
  await counter.page.keyboard.press('Enter')
  await counter.page.getByText('叫下一位').waitFor()

  now += 5 * minuteMs
  await counter.page.keyboard.press('Enter')
  await counter.page.getByText('A001').first().waitFor()
  await board.page.getByText('A001').first().waitFor({ timeout: 3_000 })
  expect(await board.page.locator('body').innerText()).toMatch(/A001[\s\S]*1/)

  now += minuteMs
  await counter.page.keyboard.press('+')
  await counter.page.getByText('当场办结').first().waitFor()
  now += 7 * minuteMs
  await counter.page.keyboard.press('1')
  await counter.page.getByText('叫下一位').waitFor()

  const supervisor = await running.signedIn('supervisor')
  const { body } = await running.get<Summary>(
    '/api/reports/summary?from=2026-03-02&to=2026-03-02&by=service',
    supervisor,
  )
  expect(body.total).toMatchObject({ visits: 1, turns: 1 })
  expect(body.total.waitMs).toMatchObject({ count: 1, mean: 5 * minuteMs })
  expect(body.total.walkMs).toMatchObject({ count: 1, mean: minuteMs })
  expect(body.total.serviceMs).toMatchObject({ count: 1, mean: 7 * minuteMs })
  expect(body.rows).toMatchObject([{ key: 'household', name: { zh: '户口登记' } }])
  for (const { complaints } of [board, kiosk, counter]) expect(complaints).toEqual([])
})

it('out of paper: the number stands on the kiosk with what to do, and the slip is reprinted once there is paper', {
  timeout: 60_000,
}, async () => {
  printer.setFault('paperOut')
  const before = printer.slips().length
  const base = lan.lanUrl(running.hall.url)
  const kiosk = await lan.newPage({ width: 1080, height: 1920 })
  await kiosk.page.goto(`${base}/kiosk/#pair=${await pairingCode('kiosk')}`)
  await kiosk.page.getByRole('button', { name: /公安局/ }).click()
  await kiosk.page.getByRole('button', { name: /居民身份证办理/ }).click()
  await kiosk.page.getByRole('button', { name: '取号', exact: true }).click()
  await kiosk.page.getByText(/打印机缺纸.*B001.*有效/).waitFor({ timeout: 20_000 })
  printer.setFault(null)
  const guide = await running.signedIn('guide')
  const found = await running.get<{ ticketId: string; slip: string }>('/api/tickets?ticketNumber=B001', guide)
  expect(found.body.slip).toBe('failed')
  expect((await running.post(`/api/tickets/${found.body.ticketId}/reprint`, {}, guide)).status).toBe(200)
  await expect.poll(() => printer.slips().length, { timeout: 10_000 }).toBe(before + 1)
  const reprinted = readSlip(printer.slips().at(-1) ?? Buffer.alloc(0))
  expect(reprinted.lines.map(({ text }) => text).join('\n')).toMatch(/补打[\s\S]*B001/)
})

it('the home page leads to every screen', { timeout: 60_000 }, async () => {
  const { page, complaints } = await lan.newPage({ width: 1280, height: 800 })
  await page.goto(`${lan.lanUrl(running.hall.url)}/`)
  const links = await page.locator('a').evaluateAll((all) => all.map((each) => each.getAttribute('href')))
  for (const path of ['/kiosk/', '/board/', '/counter/', '/console/', '/api/docs'])
    expect(links).toContain(path)
  await page.goto(`${lan.lanUrl(running.hall.url)}/api/docs`)
  await page.getByText('/api/windows/{windowId}/call-next').waitFor()
  expect(complaints).toEqual([])
})
