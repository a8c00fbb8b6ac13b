/** The desk over its printers: every slip is told of once, in order, nothing twice, and no printer holds another. */
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, type onTestFinished, test, vi } from 'vitest'
import type { PlanPrinter } from '../../protocol/plan.ts'
import { createPrintDesk, type PrintDesk, type SlipOutcome } from '../../server/printing/print-desk.ts'
import { type EmulatedPrinter, startEmulatedPrinter } from './emulated-printer.ts'
import { readSlip } from './escpos-reader.ts'
import { ordinary } from './sample-slips.ts'

interface Hall {
  desk: PrintDesk
  /** What the desk was told to print on `p0`, and on `p1`. */
  printer: EmulatedPrinter
  otherPrinter: EmulatedPrinter
  reports: SlipOutcome[]
  /** Asks for the slip of a ticket whose id is its number. */
  ask(ticketNumber: string, printerId?: string): void
  reported(count: number): Promise<void>
}

/** A desk with two printers of 80 mm; closed when the test is over, which the context says. */
async function openHall(whenFinished: typeof onTestFinished): Promise<Hall> {
  const [printer, otherPrinter] = await Promise.all([startEmulatedPrinter(), startEmulatedPrinter()])
  const planPrinters = [printer, otherPrinter].map(({ port }, index) => planPrinter(`p${index}`, port))
  const reports: SlipOutcome[] = []
  const desk = createPrintDesk({
    planPrinters: () => planPrinters,
    report: (outcome) => reports.push(outcome),
    log: { warn: () => {} },
  })
  whenFinished(async () => {
    await desk.close()
    await Promise.all([printer.close(), otherPrinter.close()])
  })
  return {
    desk,
    printer,
    otherPrinter,
    reports,
    ask: (ticketNumber, printerId = 'p0') =>
      desk.print({ printerId, ticketId: ticketNumber, slip: { ...ordinary, ticketNumber } }),
    reported: (count) => vi.waitFor(() => expect(reports).toHaveLength(count), { timeout: 20_000 }),
  }
}

function planPrinter(printerId: string, port: number): PlanPrinter {
  return {
    printerId,
    name: { zh: '打印机', en: 'Printer' },
    areaId: 'a',
    host: '127.0.0.1',
    port,
    widthMm: 80,
  }
}

const numbers = (count: number) =>
  Array.from({ length: count }, (_, at) => `A${String(at + 1).padStart(3, '0')}`)
const numberOn = (slip: Buffer) => readSlip(slip).lines.find((line) => line.size > 2)?.text
const printed = (ticketId: string): SlipOutcome => ({ ticketId, printed: true })
const failed = (ticketId: string, fault: string) => ({ ticketId, printed: false, fault })

describe.concurrent('the print desk', () => {
  test('twenty slips on a slow printer come out in the order they were asked for, each once', async (context) => {
    const { ask, reports, reported, printer } = await openHall(context.onTestFinished)
    await printer.setFault({ slowMs: 60 })
    for (const number of numbers(20)) ask(number)
    await reported(20)
    expect(reports).toEqual(numbers(20).map(printed))
    expect(printer.slips().map(numberOn)).toEqual(numbers(20))
    expect(printer.scraps()).toEqual([])
  })

  test('a slow printer of one area does not hold the slips of another', async (context) => {
    const { ask, reports, reported, printer, otherPrinter } = await openHall(context.onTestFinished)
    await printer.setFault({ slowMs: 3_000 })
    ask('A001', 'p0')
    for (const number of ['B001', 'B002', 'B003']) ask(number, 'p1')
    await reported(3)
    expect(reports).toEqual(['B001', 'B002', 'B003'].map(printed))
    await reported(4)
    expect(printer.slips().map(numberOn)).toEqual(['A001'])
    expect(otherPrinter.slips().map(numberOn)).toEqual(['B001', 'B002', 'B003'])
  })

  test.for(['off', 'paperOut', 'coverOpen'] as const)(
    'a printer that is %s for two seconds: the slip comes out once it is well, and once only',
    async (fault, context) => {
      const { ask, reports, reported, printer } = await openHall(context.onTestFinished)
      await printer.setFault(fault)
      ask('A001')
      await pause(2_000)
      expect(reports).toEqual([])
      await printer.setFault(null)
      await reported(1)
      expect(reports).toEqual([printed('A001')])
      expect(printer.slips().map(numberOn)).toEqual(['A001'])
    },
  )

  test.for([
    ['off', 'off'],
    ['silent', 'off'],
    ['paperOut', 'paperOut'],
    ['coverOpen', 'coverOpen'],
    ['error', 'error'],
  ] as const)(
    'a printer that stays %s: the hall hears "%s" within about six seconds, and no slip comes out later',
    async ([state, fault], context) => {
      const { ask, reports, reported, printer } = await openHall(context.onTestFinished)
      await printer.setFault(state)
      const startedAt = performance.now()
      ask('A001')
      ask('A002')
      await reported(2)
      const tookMs = performance.now() - startedAt
      expect(tookMs).toBeGreaterThan(4_000)
      expect(tookMs).toBeLessThan(12_000)
      expect(reports).toEqual([failed('A001', fault), failed('A002', fault)])
      await printer.setFault(null)
      ask('A003')
      await reported(3)
      expect(printer.slips().map(numberOn)).toEqual(['A003'])
      expect(printer.scraps()).toEqual([])
    },
  )

  test.for([
    [{ diesAfterBytes: 200 }, 'diedHalfway'],
    [{ paperEndsAfterBytes: 200 }, 'paperOut'],
  ] as const)(
    'after %o ("%s") the slip is not sent again by itself; the next one is, and clean',
    async ([state, fault], context) => {
      const { ask, reports, reported, printer } = await openHall(context.onTestFinished)
      await printer.setFault(state)
      ask('A001')
      await reported(1)
      expect(reports).toEqual([failed('A001', fault)])
      await pause(1_500)
      expect(printer.connections()).toBe(1)
      await printer.setFault(null)
      ask('A002')
      await reported(2)
      expect(reports[1]).toEqual(printed('A002'))
      expect(printer.slips().map(numberOn)).toEqual(['A002'])
      expect(printer.scraps().map((scrap) => scrap.length)).toEqual([200])
    },
  )

  test('the same ticket asked for again is printed again: a reprint is somebody’s decision', async (context) => {
    const { ask, reported, printer } = await openHall(context.onTestFinished)
    ask('A001')
    await reported(1)
    ask('A001')
    await reported(2)
    expect(printer.slips().map(numberOn)).toEqual(['A001', 'A001'])
  })

  test('a slip for a printer that the plan no longer has fails, and the others go on', async (context) => {
    const { ask, reports, reported } = await openHall(context.onTestFinished)
    ask('A001', 'p9')
    ask('A002', 'p0')
    await reported(2)
    expect(reports).toEqual([failed('A001', 'off'), printed('A002')])
  })

  test('a slip that cannot be laid out fails by itself and takes no other with it', async (context) => {
    const { desk, ask, reports, reported } = await openHall(context.onTestFinished)
    const slip = { ...ordinary, phoneUrl: 'not an address' }
    desk.print({ printerId: 'p0', ticketId: 'A001', slip })
    ask('A002')
    await reported(2)
    expect(reports).toEqual([failed('A001', 'error'), printed('A002')])
  })

  test('a line longer than anyone would wait for is refused at its end, not let grow', async (context) => {
    const { ask, reports, reported, printer } = await openHall(context.onTestFinished)
    for (const number of numbers(60)) ask(number)
    await reported(60)
    const refused = reports.filter((report) => !report.printed).map((report) => report.ticketId)
    expect(refused).toEqual(numbers(60).slice(41))
    expect(printer.slips().map(numberOn)).toEqual(numbers(41))
  })

  test('closing ends the slip that is being printed and fails the others', async (context) => {
    const { desk, ask, reports, printer } = await openHall(context.onTestFinished)
    await printer.setFault({ slowMs: 300 })
    for (const number of numbers(3)) ask(number)
    await vi.waitFor(() => expect(printer.slips()).toHaveLength(1))
    await desk.close()
    expect(reports).toEqual([failed('A002', 'error'), failed('A003', 'error'), printed('A001')])
    expect(printer.slips().map(numberOn)).toEqual(['A001'])
    ask('A004')
    expect(reports[3]).toEqual(failed('A004', 'error'))
  })

  test('closing does not wait for a printer that is off', async (context) => {
    const { desk, ask, reports, printer } = await openHall(context.onTestFinished)
    await printer.setFault('off')
    ask('A001')
    await pause(200)
    const startedAt = performance.now()
    await desk.close()
    expect(performance.now() - startedAt).toBeLessThan(700)
    expect(reports).toEqual([failed('A001', 'off')])
  })
})
