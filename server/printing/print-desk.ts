/**
 * Takes the slips of the hall to its printers and says what became of each, once. Every printer has a lane of its
 * own, so that a slow one holds nobody else. A slip that may be on paper already is never sent again by itself.
 */
import type { PlanPrinter } from '../../protocol/plan.ts'
import type { PrinterFault } from '../../protocol/vocabulary.ts'
import { slipBytes } from './escpos.ts'
import { type MissingPapersSlip, missingPapersContent } from './missing-papers-slip.ts'
import { PrintLane } from './print-lane.ts'
import type { PrintOutcome } from './printer.ts'
import { type SlipTicket, slipContent } from './slip.ts'
import { createTcpPrinter, type PrinterDeadlines } from './tcp-printer.ts'

interface PrintJob {
  readonly printerId: string
  readonly ticketId: string
  readonly slip: SlipTicket | MissingPapersSlip
}

export type SlipOutcome =
  | { readonly ticketId: string; readonly printed: true }
  | { readonly ticketId: string; readonly printed: false; readonly fault: PrinterFault }

export interface PrintDeskSetUp {
  /** The printers of the plan as it is now; asked for every job. */
  readonly planPrinters: () => readonly PlanPrinter[]
  /** Told once for each job, at times from within `print` or `close`. Must not throw. */
  readonly report: (outcome: SlipOutcome) => void
  readonly log: { warn(facts: object, message: string): void }
}

export interface PrintDesk {
  /** Returns at once. */
  print(job: PrintJob): void
  /** Resolves once every job was reported; what has not begun by then fails. */
  close(): Promise<void>
}

const deadlines: PrinterDeadlines = { connectMs: 1_500, statusMs: 1_500, printedMs: 6_000 }

/** A slip on its way, as the printer will get it. */
interface Ready {
  readonly ticketId: string
  readonly printer: PlanPrinter
  readonly bytes: Buffer
}

export function createPrintDesk({ planPrinters, report, log }: PrintDeskSetUp): PrintDesk {
  const lanes = new Map<string, PrintLane<Ready>>()

  function failed(ticketId: string, fault: PrinterFault, facts: object): void {
    log.warn({ ticketId, fault, ...facts }, 'a slip did not come out')
    report({ ticketId, printed: false, fault })
  }

  function settle({ ticketId, printer: { printerId } }: Ready, outcome: PrintOutcome): void {
    if (outcome.printed) report({ ticketId, printed: true })
    else failed(ticketId, outcome.fault, { printerId, mayHavePrinted: outcome.mayHavePrinted })
  }

  function laneOf(printerId: string): PrintLane<Ready> {
    const lane = lanes.get(printerId) ?? new PrintLane<Ready>({ attempt, settle })
    lanes.set(printerId, lane)
    return lane
  }

  return {
    print({ printerId, ticketId, slip }) {
      const printer = planPrinters().find((each) => each.printerId === printerId)
      // The plan has dropped it since the slip was asked for.
      if (printer === undefined) return failed(ticketId, 'off', { printerId })
      let bytes: Buffer
      try {
        bytes = slipBytes('missing' in slip ? missingPapersContent(slip) : slipContent(slip), printer.widthMm)
      } catch (cause) {
        return failed(ticketId, 'error', { printerId, err: cause })
      }
      laneOf(printerId).add({ ticketId, printer, bytes })
    },
    async close() {
      await Promise.all([...lanes.values()].map((lane) => lane.close()))
    },
  }
}

function attempt({ printer: { host, port }, bytes }: Ready): Promise<PrintOutcome> {
  return createTcpPrinter({ host, port, deadlines }).print(bytes)
}
