/** What stands on the paper, read back from the bytes that the printer gets. */
import { domainToUnicode } from 'node:url'
import jsqr from 'jsqr'
import qrcode from 'qrcode'
import { describe, expect, test } from 'vitest'
import { slipBytes } from '../../server/printing/escpos.ts'
import type { SlipTicket } from '../../server/printing/slip.ts'
import type { ReadSlip } from './escpos-reader.ts'
import { ordinary, printedOn, strained } from './sample-slips.ts'

const columnsOn = { 58: 32, 80: 48 } as const
const textOf = (slip: ReadSlip) => slip.lines.map((line) => line.text).join('\n')
/** The text with the breaks taken out that the paper's width made. */
const flowOf = (slip: ReadSlip) => slip.lines.map((line) => line.text).join('')

describe.each([58, 80] as const)('on paper of %i mm', (widthMm) => {
  test('the visitor reads number, service, people ahead, time, area and windows in both languages', () => {
    const texts = printedOn(widthMm, ordinary).lines.map((line) => line.text)
    expect(texts).toEqual(
      expect.arrayContaining([
        'A012',
        '居民身份证换领',
        'Resident identity card renewal',
        '您前面还有5人',
        '5 people ahead of you',
        '取号 Issued 2026-03-02 09:15',
        '等候区：一楼综合服务区',
        'Floor 1, general services',
        '窗口：3、5、8',
        'Windows 3, 5, 8',
        '欢迎光临云溪市政务服务中心',
      ]),
    )
  })

  test('the number is by far the largest, then the service and the people ahead', () => {
    const { lines } = printedOn(widthMm, ordinary)
    const sizeOf = (text: string) => lines.find((line) => line.text === text)?.size
    expect(sizeOf('A012')).toBe(widthMm === 58 ? 7 : 8)
    const large = lines.filter((line) => line.doubleSize).map((line) => line.text)
    expect(large).toEqual(['居民身份证换领', '您前面还有5人'])
  })

  test.each([
    ['an ordinary slip', ordinary],
    ['a slip with the longest of everything', strained],
  ])('no line of %s is wider than the paper, and all is centred', (_, ticket) => {
    for (const line of printedOn(widthMm, ticket).lines) {
      expect(line.columns, line.text).toBeLessThanOrEqual(columnsOn[widthMm])
      expect(line.align).toBe('center')
    }
  })

  test('a name of forty characters with rare ones in it comes out whole, in large type', () => {
    const slip = printedOn(widthMm, strained)
    const name = slip.lines.filter((line) => line.doubleSize && !line.text.startsWith('您前面'))
    expect(name.map((line) => line.text).join('')).toBe(strained.serviceName.zh)
    expect([...strained.serviceName.zh]).toHaveLength(40)
    expect(strained.serviceName.zh).toContain('䶮𠮷')
  })

  test('the phone reads the code: its data is the address of the ticket, and its modules fit the paper', () => {
    const slip = printedOn(widthMm, ordinary)
    expect(slip.qr).toEqual([ordinary.phoneUrl])
    const code = slip.items.find((item) => item.kind === 'qr')
    const picture = drawCode(code?.data ?? '', code?.cellSize ?? 0)
    expect(picture.width).toBeLessThanOrEqual(columnsOn[widthMm] * 12)
    expect(jsqr.default(picture.pixels, picture.width, picture.width)?.data).toBe(ordinary.phoneUrl)
  })

  test('a long address still makes a code that fits', () => {
    const phoneUrl = `https://queue.example.gov.cn/${'hall/'.repeat(30)}t/Qm9vay1hLXRpY2tldC1u`
    const slip = printedOn(widthMm, { ...ordinary, phoneUrl })
    const code = slip.items.find((item) => item.kind === 'qr')
    const picture = drawCode(code?.data ?? '', code?.cellSize ?? 0)
    expect(picture.width).toBeLessThanOrEqual(columnsOn[widthMm] * 12)
    expect(jsqr.default(picture.pixels, picture.width, picture.width)?.data).toBe(phoneUrl)
  })

  test('it is cut once, at its end', () => {
    const slip = printedOn(widthMm, ordinary)
    expect(slip.cuts).toBe(1)
    expect(slip.items.at(-1)).toEqual({ kind: 'cut' })
  })
})

test('an ordinary slip says nothing of priority or reprint; where they are so, it does', () => {
  expect(textOf(printedOn(80, ordinary))).not.toMatch(/优先|补打/)
  const texts = printedOn(80, strained).lines.map((line) => line.text)
  expect(texts).toContain('补打 Reprint')
  expect(texts).toContain('优先：老年人、残疾人、孕妇')
})

test('with nobody ahead it says so, not "0 people"', () => {
  const text = flowOf(printedOn(58, { ...ordinary, peopleAhead: 0 }))
  expect(text).toContain('前面没有人，请留意叫号')
  expect(text).not.toContain('0人')
})

test('the rule for a missed call is that of the plan', () => {
  const ruleOf = (missedCall: SlipTicket['missedCall']) => flowOf(printedOn(80, { ...ordinary, missedCall }))
  expect(
    ruleOf({
      rejoinLimit: 2,
      placesBack: 4,
      graceMinutes: 45,
      callsBeforeNoShow: 1,
      recallPauseSeconds: 0,
      automatic: false,
    }),
  ).toContain('过号后45分钟内可以重新排队2次，排在4人之后，号码不变。')
  expect(
    ruleOf({
      rejoinLimit: 1,
      placesBack: 0,
      graceMinutes: 20,
      callsBeforeNoShow: 1,
      recallPauseSeconds: 0,
      automatic: false,
    }),
  ).toContain('过号后20分钟内可以重新排队1次，号码不变。')
  expect(
    ruleOf({
      rejoinLimit: 0,
      placesBack: 3,
      graceMinutes: 30,
      callsBeforeNoShow: 1,
      recallPauseSeconds: 0,
      automatic: false,
    }),
  ).toContain('过号须重新取号。')
})

test("the time is the hall's own, wherever the server's clock is set", () => {
  const text = textOf(printedOn(80, { ...ordinary, timeZone: 'Asia/Urumqi' }))
  expect(text).toContain('2026-03-02 07:15')
})

test('no number is torn apart between two lines, and no line begins with punctuation', () => {
  const texts = printedOn(58, strained).lines.map((line) => line.text)
  for (const text of texts) expect(text).not.toMatch(/^[，。、；：！？）]/)
  const first = texts.findIndex((text) => text.startsWith('窗口：'))
  const end = texts.findIndex((text) => text.startsWith('Windows'))
  const windows = texts.slice(first, end).join('|').replace('窗口：', '')
  expect(windows).toContain('|')
  expect(windows.split(/[、|]+/)).toEqual(strained.windowLabels)
  expect(texts.some((text) => text.startsWith('1次，'))).toBe(true)
})

test('control characters in a text of the plan reach the paper as spaces, never as commands', () => {
  const header = { zh: '欢迎\u001b@\u001dV\u0000光临', en: 'Line one\nLine two' }
  const slip = printedOn(80, { ...ordinary, header })
  expect(slip.cuts).toBe(1)
  expect(slip.lines.slice(0, 3).map((line) => line.text)).toEqual(['欢迎 @ V 光临', 'Line one', 'Line two'])
})

test('an address with Chinese in it becomes ASCII, which is all that a QR command carries', () => {
  const slip = printedOn(80, { ...ordinary, phoneUrl: 'http://大厅.example/t/Qm9vay1hLXRpY2tldC1u' })
  const [address = ''] = slip.qr
  expect(address).toMatch(/^http:\/\/xn--[!-~]+\/t\/Qm9vay1hLXRpY2tldC1u$/)
  expect(domainToUnicode(new URL(address).hostname)).toBe('大厅.example')
  expect(() => slipBytes([{ kind: 'qr', data: '大厅' }], 80)).toThrow('ASCII')
})

test('two slips made one after the other are the same, byte for byte', () => {
  const once = slipBytes([{ kind: 'number', text: 'A001' }, { kind: 'cut' }], 80)
  expect(slipBytes([{ kind: 'number', text: 'A001' }, { kind: 'cut' }], 80)).toEqual(once)
})

/** The code as the printer draws it, with the quiet zone that the paper leaves. */
function drawCode(data: string, cellSize: number): { width: number; pixels: Uint8ClampedArray } {
  const { modules } = qrcode.create(data, { errorCorrectionLevel: 'M' })
  const quiet = 4
  const width = (modules.size + 2 * quiet) * cellSize
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255)
  for (let y = 0; y < width; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const row = Math.floor(y / cellSize) - quiet
      const column = Math.floor(x / cellSize) - quiet
      const isInside = row >= 0 && row < modules.size && column >= 0 && column < modules.size
      if (isInside && modules.get(row, column)) pixels.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3)
    }
  }
  return { width, pixels }
}
