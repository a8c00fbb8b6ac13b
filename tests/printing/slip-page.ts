/** Draws a slip that was read from its bytes, dot for pixel, as a page to look at: every character in its own cell. */
import qrcode from 'qrcode'
import type { ReadSlip, SlipItem, SlipLine } from './escpos-reader.ts'

/** At 8 dots a millimetre: the whole width, and what the head reaches. */
const dotsOf = { 58: { paper: 464, printable: 384 }, 80: { paper: 640, printable: 576 } } as const
const font = import.meta.resolve('@fontsource-variable/noto-sans-sc/index.css')

/**
 * @param slip what the printer was sent
 * @param widthMm the paper's width
 * @returns an HTML document, to be opened from a file; the paper is the element `main`
 */
export async function slipPage(slip: ReadSlip, widthMm: 58 | 80): Promise<string> {
  const items = await Promise.all(slip.items.map(drawn))
  const { paper, printable } = dotsOf[widthMm]
  return `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="${font}"><style>
body { margin: 24px; background: #8a8f94; width: max-content }
main { width: ${printable}px; padding: 24px ${(paper - printable) / 2}px; background: #fdfdfb; color: #111 }
div { font: 400 23px/24px 'Noto Sans SC Variable', sans-serif; white-space: nowrap }
.latin { font-family: monospace; font-size: 0.87em }
.bold { font-weight: 700 }
span { display: inline-block; text-align: center }
hr { border: 0; border-top: 2px dashed #111; margin: 0 }
</style><main>${items.join('\n')}</main>`
}

function drawn(item: SlipItem): string | Promise<string> {
  if (item.kind === 'line') return drawnLine(item)
  if (item.kind === 'feed') return `<div style="height:${item.dots}px"></div>`
  if (item.kind === 'cut') return '<hr>'
  const { size } = qrcode.create(item.data, { errorCorrectionLevel: 'M' }).modules
  return qrcode
    .toString(item.data, { type: 'svg', errorCorrectionLevel: 'M', margin: 0, width: size * item.cellSize })
    .then((svg) => `<div class="qr" style="text-align:${item.align}">${svg}</div>`)
}

function drawnLine({ text, size, bold, align, lineDots }: SlipLine): string {
  const cells = [...text].map((character) => {
    const isLatin = character <= '~'
    const shown = character === ' ' ? '&nbsp;' : `&#${character.codePointAt(0)};`
    return `<span class="${isLatin ? 'latin' : ''}" style="width:${(isLatin ? 12 : 24) * size}px">${shown}</span>`
  })
  const style = `text-align:${align};font-size:${23 * size}px;line-height:${Math.max(lineDots, 24 * size)}px`
  return `<div class="${bold ? 'bold' : ''}" style="${style}">${cells.join('')}</div>`
}
