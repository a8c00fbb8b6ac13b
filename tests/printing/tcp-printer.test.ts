/** One slip to one network printer: what the hall is told, and what is on the paper. */
import { createServer } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { slipBytes } from '../../server/printing/escpos.ts'
import { slipContent } from '../../server/printing/slip.ts'
import { createTcpPrinter } from '../../server/printing/tcp-printer.ts'
import { type EmulatedPrinter, startEmulatedPrinter } from './emulated-printer.ts'
import { ordinary } from './sample-slips.ts'

const deadlines = { connectMs: 300, statusMs: 300, printedMs: 600 }
const slip = slipBytes(slipContent(ordinary), 80)
const otherSlip = slipBytes(slipContent({ ...ordinary, ticketNumber: 'A013' }), 80)

let printer: EmulatedPrinter
beforeEach(async () => {
  printer = await startEmulatedPrinter()
})
afterEach(() => printer.close())

const print = (bytes: Buffer) =>
  createTcpPrinter({ host: '127.0.0.1', port: printer.port, deadlines }).print(bytes)

test('a well printer gets the slip whole and once', async () => {
  expect(await print(slip)).toEqual({ printed: true })
  expect(printer.slips()).toEqual([slip])
  expect(printer.scraps()).toEqual([])
})

test.each([
  ['off', 'off'],
  ['silent', 'off'],
  ['paperOut', 'paperOut'],
  ['coverOpen', 'coverOpen'],
  ['error', 'error'],
] as const)('a printer that is %s is told of as %s and is sent nothing', async (state, fault) => {
  await printer.setFault(state)
  expect(await print(slip)).toEqual({ printed: false, fault, mayHavePrinted: false })
  expect(printer.slips()).toEqual([])
  expect(printer.scraps()).toEqual([])
})

test('a printer that dies after a part of the slip may have printed', async () => {
  await printer.setFault({ diesAfterBytes: 100 })
  expect(await print(slip)).toEqual({ printed: false, fault: 'diedHalfway', mayHavePrinted: true })
  expect(printer.scraps()).toEqual([slip.subarray(0, 100)])
})

test('a printer whose paper ends within the slip says so, and may have printed', async () => {
  await printer.setFault({ paperEndsAfterBytes: 100 })
  expect(await print(slip)).toEqual({ printed: false, fault: 'paperOut', mayHavePrinted: true })
})

test('a printer that says nothing more after the slip: nobody knows, and it is not called printed', async () => {
  await printer.setFault('silentAfterSlip')
  expect(await print(slip)).toEqual({ printed: false, fault: 'unknown', mayHavePrinted: true })
})

test('a slow printer has printed once it has answered, not before', async () => {
  await printer.setFault({ slowMs: 250 })
  const startedAt = performance.now()
  expect(await print(slip)).toEqual({ printed: true })
  expect(performance.now() - startedAt).toBeGreaterThanOrEqual(245)
})

test.each([
  'off',
  'silent',
  'paperOut',
  'coverOpen',
  'silentAfterSlip',
  { diesAfterBytes: 100 },
  { paperEndsAfterBytes: 100 },
] as const)('after %o the next slip is clean: its own bytes and nothing else', async (fault) => {
  await printer.setFault(fault)
  await print(slip)
  const before = printer.slips().length
  await printer.setFault(null)
  expect(await print(otherSlip)).toEqual({ printed: true })
  expect(printer.slips().slice(before)).toEqual([otherSlip])
})

test('a host that does not exist counts as off', async () => {
  const lost = createTcpPrinter({ host: 'no-such-printer.invalid', port: 9100, deadlines })
  expect(await lost.print(slip)).toEqual({ printed: false, fault: 'off', mayHavePrinted: false })
})

test('what else a printer sends by itself is not taken for an answer', async () => {
  const chatty = createServer((socket) => {
    // XON, and four bytes of automatic status that say "paper out"; then nothing.
    socket.write(Buffer.from([0x11, 0x10, 0x00, 0x0c, 0x0f]))
    socket.resume()
  })
  await new Promise<void>((resolve) => chatty.listen(0, '127.0.0.1', resolve))
  const address = chatty.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const outcome = await createTcpPrinter({ host: '127.0.0.1', port, deadlines }).print(slip)
  await new Promise((resolve) => chatty.close(resolve))
  expect(outcome).toEqual({ printed: false, fault: 'off', mayHavePrinted: false })
})
