/**
 * A network printer (raw TCP, as a rule port 9100). It is asked how it is before anything is sent, and once more
 * behind the slip: that answer says that it took all of the slip and is still well, which is as much as it tells.
 */
import type { PrinterFault } from '../../protocol/vocabulary.ts'
import type { Printer, PrintOutcome } from './printer.ts'
import { connectToPrinter, type PrinterConnection } from './printer-connection.ts'
import { isOffline, offlineFault, paperFault } from './printer-status.ts'

export interface PrinterDeadlines {
  readonly connectMs: number
  /** For each answer before the slip is sent. */
  readonly statusMs: number
  /** For the answer behind the slip. */
  readonly printedMs: number
}

export interface TcpPrinterSetUp {
  readonly host: string
  readonly port: number
  readonly deadlines: PrinterDeadlines
}

export function createTcpPrinter({ host, port, deadlines }: TcpPrinterSetUp): Printer {
  return {
    async print(bytes) {
      const connection = await connectToPrinter(host, port, deadlines.connectMs)
      if (connection === null) return notSent('off')
      const outcome = await printOver(connection, bytes, deadlines)
      await connection.close()
      return outcome
    },
  }
}

async function printOver(
  connection: PrinterConnection,
  bytes: Buffer,
  { statusMs, printedMs }: PrinterDeadlines,
): Promise<PrintOutcome> {
  const fault = await faultBefore(connection, statusMs)
  if (fault !== null) return notSent(fault)
  connection.send(bytes)
  const status = await connection.ask('printer', printedMs)
  if (status === null) return maybeSent(connection.hasEnded ? 'diedHalfway' : 'unknown')
  if (!isOffline(status)) return { printed: true }
  const cause = await connection.ask('offlineCause', statusMs)
  return maybeSent((cause === null ? null : offlineFault(cause)) ?? 'unknown')
}

/** A printer that does not say how it is counts as off: it would be a guess to send it anything. */
async function faultBefore(connection: PrinterConnection, statusMs: number): Promise<PrinterFault | null> {
  const paper = await connection.ask('paper', statusMs)
  if (paper === null) return 'off'
  const cause = await connection.ask('offlineCause', statusMs)
  if (cause === null) return 'off'
  return offlineFault(cause) ?? paperFault(paper)
}

function notSent(fault: PrinterFault): PrintOutcome {
  return { printed: false, fault, mayHavePrinted: false }
}

function maybeSent(fault: PrinterFault): PrintOutcome {
  return { printed: false, fault, mayHavePrinted: true }
}
