/** The port of a printer: whatever takes the bytes of one slip and says honestly what became of them. */
import type { PrinterFault } from '../../protocol/vocabulary.ts'

export type PrintOutcome =
  | { readonly printed: true }
  | {
      readonly printed: false
      readonly fault: PrinterFault
      /** Whether any of it may be on paper: then it must not be sent again by itself. */
      readonly mayHavePrinted: boolean
    }

export interface Printer {
  /** Never rejects, and settles by a deadline of its own. */
  print(bytes: Buffer): Promise<PrintOutcome>
}
