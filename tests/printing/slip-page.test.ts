/**
 * The slips as a person sees them, drawn from their bytes in a browser and read by eye and by a phone's reader. The
 * pictures stay in node_modules/.cache/shunwei/slips/ to be looked at.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import jsqr from 'jsqr'
import { type Browser, chromium } from 'playwright-core'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { ordinary, printedOn, strained } from './sample-slips.ts'
import { slipPage } from './slip-page.ts'

const folder = join(import.meta.dirname, '../../node_modules/.cache/shunwei/slips')

let browser: Browser
beforeAll(async () => {
  mkdirSync(folder, { recursive: true })
  const args = ['--no-sandbox', '--disable-quic', '--disable-background-networking']
  browser = await chromium.launch({ executablePath: inject('browserPath'), args })
})
afterAll(() => browser.close())

test.each([
  ['ordinary', ordinary, 58],
  ['ordinary', ordinary, 80],
  ['strained', strained, 58],
  ['strained', strained, 80],
] as const)(
  'the %s slip %# stays on its paper, and a phone reads its code',
  async (name, ticket, widthMm) => {
    const file = join(folder, `${name}-${widthMm}`)
    writeFileSync(`${file}.html`, await slipPage(printedOn(widthMm, ticket), widthMm))
    const page = await browser.newPage({ viewport: { width: 700, height: 900 } })
    await page.goto(`file://${file}.html`)
    // The font comes in many parts; "ready" would wait only for those asked for so far.
    await page.evaluate(async () => {
      const text = document.body.innerText
      for (const weight of [400, 700])
        await document.fonts.load(`${weight} 23px "Noto Sans SC Variable"`, text)
    })
    const outside = await page.evaluate(() => {
      const paper = document.querySelector('main')?.getBoundingClientRect() ?? new DOMRect()
      const boxes = [...document.querySelectorAll('span, svg')].map((each) => each.getBoundingClientRect())
      return boxes.filter((box) => box.left < paper.left || box.right > paper.right).length
    })
    expect(outside).toBe(0)
    const picture = PNG.sync.read(await page.locator('main').screenshot({ path: `${file}.png` }))
    await page.close()
    const code = jsqr.default(new Uint8ClampedArray(picture.data), picture.width, picture.height)
    expect(code?.data).toBe(ticket.phoneUrl)
  },
)
