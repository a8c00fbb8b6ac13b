/**
 * A slip's blocks as the bytes of an ESC/POS printer with a Chinese font (GB18030). node-thermal-printer knows the
 * commands; the lines and their bytes are made here, since it counts and encodes for Latin text. Each slip has a
 * builder of its own and so never holds what an earlier one left, and resets the printer before and after.
 */
import { PrinterTypes, ThermalPrinter } from 'node-thermal-printer'
import qrcode from 'qrcode'
import type { PlanPrinter } from '../../protocol/plan.ts'
import { columnsOf, columnsOn, dotsPerColumn, dotsPerLine, gb18030, wrap } from './paper-layout.ts'
import type { SlipBlock } from './slip.ts'

/** `ESC @` forgets what an earlier slip set; after `FS &` bytes from 0x80 on are Chinese characters. */
const begin = Buffer.from([0x1b, 0x40, 0x1c, 0x26])
/** GS ! knows eight sizes. */
const largestSize = 8
const numberMarginColumns = 2
const lineGapDots = 8
const usualLineDots = dotsPerLine + lineGapDots

/**
 * @param blocks what the slip says
 * @param widthMm the paper's width
 * @throws RangeError when a QR block is not ASCII or too long for the paper
 */
export function slipBytes(blocks: readonly SlipBlock[], widthMm: PlanPrinter['widthMm']): Buffer {
  const columns = columnsOn(widthMm)
  // Without an interface it only builds: the sending is a Printer's.
  const builder = new ThermalPrinter({ type: PrinterTypes.EPSON, interface: '', width: columns })
  builder.append(begin)
  builder.alignCenter()
  for (const block of blocks) addBlock(builder, block, columns)
  return builder.getBuffer()
}

function addBlock(builder: ThermalPrinter, block: SlipBlock, columns: number): void {
  switch (block.kind) {
    case 'text':
      for (const line of wrap(block.text, Math.floor(columns / block.size))) {
        addLine(builder, line, block.size, block.bold)
      }
      break
    case 'number': {
      const size = Math.min(largestSize, Math.floor((columns - numberMarginColumns) / columnsOf(block.text)))
      addLine(builder, block.text, size, false)
      break
    }
    case 'rule':
      addLine(builder, '-'.repeat(columns), 1, false)
      break
    case 'qr':
      addQr(builder, block.data, columns * dotsPerColumn)
      break
    case 'feed':
      builder.setLineSpacing(block.dots)
      builder.newLine()
      break
    case 'cut':
      builder.setLineSpacing(usualLineDots)
      // Four lines, so that the last one is past the knife.
      builder.partialCut({ verticalTabAmount: 1 })
  }
}

function addLine(builder: ThermalPrinter, line: string, size: number, bold: boolean): void {
  builder.setTextSize(size - 1, size - 1)
  builder.bold(bold)
  builder.setLineSpacing(dotsPerLine * size + lineGapDots)
  builder.append(gb18030(line))
  builder.newLine()
  // Some printers make an empty line as high as the last characters were.
  builder.setTextSize(0, 0)
}

const quietModules = 8
const largestModuleDots = 7

/** The code as large as is useful and fits; the printer draws it. */
function addQr(builder: ThermalPrinter, data: string, widthDots: number): void {
  if (!/^[ -~]+$/.test(data)) throw new RangeError('a QR block must be ASCII')
  const cellSize = Math.min(largestModuleDots, Math.floor(widthDots / (modulesOf(data) + quietModules)))
  if (cellSize < 2) throw new RangeError('a QR block is too long for the paper')
  builder.printQR(data, { cellSize, correction: 'M', model: 2 })
}

/** How many modules wide the code is at most: as bytes, whatever denser mode the printer may find. */
function modulesOf(data: string): number {
  const segments = [{ mode: 'byte' as const, data: Buffer.from(data) }]
  return qrcode.create(segments, { errorCorrectionLevel: 'M', maskPattern: 0 }).modules.size
}
