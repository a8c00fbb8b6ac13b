/**
 * Every screen on a busy morning, at its sizes: nothing that axe objects to, no complaint in the console, nothing
 * that scrolls sideways. The pictures stay in node_modules/.cache/shunwei/screens/ to be looked at.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type LanBrowser, openBrowser } from '../support/browser.ts'
import { type LivelyHall, openLivelyHall } from '../support/lively-hall.ts'
import { looked } from '../support/looked.ts'

const chineseFont = readdirSync(join(import.meta.dirname, '../../dist/assets')).find((name) =>
  /^font-.*\.css$/.test(name),
)

let lively: LivelyHall
let lan: LanBrowser
let base: string
beforeAll(async () => {
  lively = await openLivelyHall()
  lan = await openBrowser()
  base = lan.lanUrl(lively.running.hall.url)
})
afterAll(async () => {
  await lan?.close()
  await lively?.close()
})

const upright = { width: 1080, height: 1920 }
const lying = { width: 1920, height: 1080 }
const phone = { width: 360, height: 640 }
const dock = { width: 380, height: 900 }
const desk = { width: 1440, height: 900 }

async function opened(path: string, size: { width: number; height: number }) {
  const opened = await lan.newPage(size)
  await opened.page.goto(`${base}${path}`)
  return opened
}

async function paired(kind: 'kiosk' | 'board'): Promise<string> {
  const areaId = 'ground'
  const { pairingCode } = await lively.running.hall.devices.add({ kind, name: kind, areaId, printerId: null })
  return `/${kind}/#pair=${pairingCode}`
}

/** An account with a password of its own, and its page signed in. */
async function signedIn(path: string, role: 'clerk' | 'admin', size: typeof dock) {
  const staffNumber = `${role}${Date.now() % 100_000}`
  const added = await lively.running.hall.staff.add({ staffNumber, name: '窗口人员', role })
  if ('refused' in added) throw new Error(added.refused)
  await lively.running.hall.staff.setPassword(added.staff.staffId, 'a long password')
  const screen = await opened(path, size)
  await screen.page.locator('input[name=staffNumber]').fill(staffNumber)
  await screen.page.locator('input[name=password]').fill('a long password')
  await looked(screen.page, `${path.replaceAll('/', '')}-sign-in`)
  await screen.page.locator('input[name=password]').press('Enter')
  return screen
}

describe.each([
  ['upright', upright],
  ['lying', lying],
] as const)('the kiosk, %s', (shape, size) => {
  it('from the departments to the number', { timeout: 90_000 }, async () => {
    const { page, complaints } = await opened(await paired('kiosk'), size)
    await page.getByText('请选择').first().waitFor()
    await looked(page, `kiosk-${shape}-home`)
    await page.getByRole('button', { name: /公安/ }).first().click()
    await looked(page, `kiosk-${shape}-services`)
    await page
      .getByRole('button', { name: /身份证/ })
      .first()
      .click()
    await looked(page, `kiosk-${shape}-service`)
    await page.getByRole('button', { name: '取号', exact: true }).click()
    await page.getByText(/前面/).first().waitFor()
    await looked(page, `kiosk-${shape}-ticket`)
    expect(complaints).toEqual([])
  })

  it('in English and large type', { timeout: 60_000 }, async () => {
    const { page, complaints } = await opened(await paired('kiosk'), size)
    await page.getByRole('button', { name: /English/ }).click()
    await looked(page, `kiosk-${shape}-english`)
    await page.getByRole('button', { name: /arge/ }).click()
    await looked(page, `kiosk-${shape}-large`)
    expect(complaints).toEqual([])
  })

  it('the board', { timeout: 60_000 }, async () => {
    const { page, complaints } = await opened(await paired('board'), size)
    await page.getByText(/等候/).first().waitFor()
    await page.waitForTimeout(500)
    await looked(page, `board-${shape}`)
    expect(complaints).toEqual([])
  })
})

describe('the phone', () => {
  it('waiting, and called', { timeout: 60_000 }, async () => {
    for (const [name, token] of [
      ['waiting', lively.waitingToken],
      ['called', lively.calledToken],
    ]) {
      const { page, complaints } = await opened(`/t/${token}`, phone)
      await page
        .getByText(/[A-Z]\d{3}/)
        .first()
        .waitFor()
      // The page asks for no font of its own; this machine may have none for Chinese, a phone has.
      await page.addStyleTag({ url: `/assets/${chineseFont}` })
      await page.addStyleTag({ content: "body { font-family: 'Noto Sans SC Variable' !important }" })
      await looked(page, `phone-${name}`)
      expect(complaints).toEqual([])
    }
  })
})

describe('the counter', () => {
  it('from sign-in to a ticket in service', { timeout: 90_000 }, async () => {
    const { page, complaints } = await signedIn('/counter/', 'clerk', dock)
    await page.getByText('您坐在哪个窗口').waitFor()
    await looked(page, 'counter-windows')
    await page.keyboard.type('14')
    await page.keyboard.press('Enter')
    await page.getByText('叫下一位').waitFor()
    await looked(page, 'counter-ready')
    await page.keyboard.press('Enter')
    await page.getByText('开始办理').waitFor()
    await looked(page, 'counter-called')
    await page.keyboard.press('+')
    await page
      .getByText(/当场办结|已受理/)
      .first()
      .waitFor()
    await looked(page, 'counter-serving')
    await page.setViewportSize({ width: 1280, height: 900 })
    await looked(page, 'counter-wide')
    expect(complaints).toEqual([])
  })
})

describe('the console', () => {
  it('every page of it', { timeout: 120_000 }, async () => {
    const { page, complaints } = await signedIn('/console/', 'admin', desk)
    await page.getByText(/窗口/).first().waitFor()
    await looked(page, 'console-live')
    for (const [name, label] of [
      ['devices', /设备/],
      ['staff', /人员/],
      ['record', /记录|统计|报表/],
      ['plan', /方案/],
    ] as const) {
      await page
        .getByRole('menuitem', { name: label })
        .or(page.getByRole('link', { name: label }))
        .or(page.getByRole('tab', { name: label }))
        .first()
        .click()
      await looked(page, `console-${name}`)
    }
    expect(complaints).toEqual([])
  })
})
