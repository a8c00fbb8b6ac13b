/**
 * Reads the bytes of a slip as a printer with a Chinese font would, written from the ESC/POS reference and not from
 * the code that makes them: an unknown command throws, so that nothing strange goes by unnoticed.
 */

type Align = 'left' | 'center' | 'right'

export interface SlipLine {
  kind: 'line'
  text: string
  /** How many times as large as the printer's usual characters, in each direction. */
  size: number
  doubleSize: boolean
  bold: boolean
  align: Align
  /** The columns of usual characters that it takes on the paper. */
  columns: number
  /** From the top of this line to the top of the next one. */
  lineDots: number
}
export type SlipItem =
  | SlipLine
  | { kind: 'feed'; dots: number }
  | { kind: 'qr'; data: string; cellSize: number; align: Align }
  | { kind: 'cut' }

export interface ReadSlip {
  /** The lines that bear text, top to bottom. */
  lines: SlipLine[]
  /** The data of each QR code. */
  qr: string[]
  cuts: number
  /** All of it in order, for drawing. */
  items: SlipItem[]
}

interface Reading {
  bytes: Buffer
  at: number
  items: SlipItem[]
  isChinese: boolean
  size: number
  bold: boolean
  align: Align
  lineDots: number
  line: { text: string; columns: number }
  qrData: string
  qrCellSize: number
}

const decoder = new TextDecoder('gb18030', { fatal: true })
const usualLineDots = 30

/**
 * @param bytes what the printer was sent
 * @throws Error on a command that it does not know, or Chinese outside the Chinese mode
 */
export function readSlip(bytes: Buffer): ReadSlip {
  const reading: Reading = {
    bytes,
    at: 0,
    items: [],
    line: { text: '', columns: 0 },
    qrData: '',
    qrCellSize: 3,
    ...atReset(),
  }
  while (reading.at < bytes.length) readOne(reading)
  const { items } = reading
  return {
    items,
    lines: items.filter((item) => item.kind === 'line'),
    qr: items.filter((item) => item.kind === 'qr').map(({ data }) => data),
    cuts: items.filter((item) => item.kind === 'cut').length,
  }
}

function atReset() {
  return { isChinese: false, size: 1, bold: false, align: 'left' as Align, lineDots: usualLineDots }
}

function next(reading: Reading): number {
  const byte = reading.bytes[reading.at]
  if (byte === undefined) throw new Error('the slip ends within a command')
  reading.at += 1
  return byte
}

function readOne(reading: Reading): void {
  const byte = next(reading)
  if (byte === 0x0a) feedLine(reading)
  else if (byte === 0x1b) readEscape(reading)
  else if (byte === 0x1d) readGroup(reading)
  else if (byte === 0x1c) readFont(reading)
  else if (byte >= 0x20) readCharacter(reading, byte)
  else throw new Error(`control byte ${byte} at ${reading.at - 1}`)
}

function feedLine(reading: Reading): void {
  const { line, size, bold, align, lineDots } = reading
  if (line.text === '') reading.items.push({ kind: 'feed', dots: lineDots })
  else reading.items.push({ kind: 'line', ...line, size, doubleSize: size === 2, bold, align, lineDots })
  reading.line = { text: '', columns: 0 }
}

function readCharacter(reading: Reading, first: number): void {
  const { bytes, at } = reading
  if (first >= 0x80 && !reading.isChinese) throw new Error(`byte ${first} outside the Chinese mode`)
  const second = bytes[at] ?? 0
  const length = first < 0x80 ? 1 : second >= 0x30 && second <= 0x39 ? 4 : 2
  reading.line.text += decoder.decode(bytes.subarray(at - 1, at - 1 + length))
  reading.line.columns += (length === 1 ? 1 : 2) * reading.size
  reading.at += length - 1
}

const aligns: readonly Align[] = ['left', 'center', 'right']

function readEscape(reading: Reading): void {
  const command = String.fromCharCode(next(reading))
  if (command === '@') Object.assign(reading, atReset())
  else if (command === 'a') reading.align = aligns[next(reading)] ?? 'left'
  else if (command === 'E') reading.bold = (next(reading) & 1) === 1
  else if (command === '3') reading.lineDots = next(reading)
  else if (command === 'd') reading.items.push({ kind: 'feed', dots: next(reading) * reading.lineDots })
  else throw new Error(`unknown command ESC ${command}`)
}

function readFont(reading: Reading): void {
  const command = String.fromCharCode(next(reading))
  if (command !== '&' && command !== '.') throw new Error(`unknown command FS ${command}`)
  reading.isChinese = command === '&'
}

function readGroup(reading: Reading): void {
  const command = String.fromCharCode(next(reading))
  if (command === '!') readSize(reading)
  else if (command === 'V') readCut(reading)
  else if (command === '(') readSymbol(reading)
  else throw new Error(`unknown command GS ${command}`)
}

function readSize(reading: Reading): void {
  const byte = next(reading)
  if (byte >> 4 !== (byte & 0x0f) || byte >> 4 > 7) throw new Error(`size ${byte} is not square`)
  reading.size = (byte & 0x0f) + 1
}

function readCut(reading: Reading): void {
  const way = next(reading)
  if (way === 65 || way === 66) next(reading)
  reading.items.push({ kind: 'cut' })
}

function readSymbol(reading: Reading): void {
  if (next(reading) !== 0x6b) throw new Error('unknown command GS ( ?')
  const length = next(reading) + next(reading) * 256
  const body = reading.bytes.subarray(reading.at, reading.at + length)
  if (body.length < length || body[0] !== 0x31) throw new Error('GS ( k is not a whole QR command')
  reading.at += length
  if (body[1] === 0x43) reading.qrCellSize = body[2] ?? 0
  else if (body[1] === 0x50) reading.qrData = body.subarray(3).toString('latin1')
  else if (body[1] === 0x51) {
    const { qrData: data, qrCellSize: cellSize, align } = reading
    reading.items.push({ kind: 'qr', data, cellSize, align })
  } else if (body[1] !== 0x41 && body[1] !== 0x45) throw new Error(`unknown QR function ${body[1]}`)
}
