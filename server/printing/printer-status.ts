/** The real-time status of an ESC/POS printer: `DLE EOT n` is answered with one byte, also while it is off line. */
import type { PrinterFault } from '../../protocol/vocabulary.ts'

/** What can be asked, by its n (Epson's ESC/POS reference, DLE EOT). */
const statusKinds = { printer: 1, offlineCause: 2, paper: 4 } as const
export type StatusKind = keyof typeof statusKinds

export function statusRequest(kind: StatusKind): Buffer {
  return Buffer.from([0x10, 0x04, statusKinds[kind]])
}

/** Bits 0, 1, 4 and 7 tell an answer to DLE EOT from flow control and from automatic status. */
export function isStatusByte(byte: number): boolean {
  return (byte & 0b1001_0011) === 0b0001_0010
}

/** @returns whether the printer is off line, read from the answer of `printer` */
export function isOffline(status: number): boolean {
  return (status & 0b0000_1000) !== 0
}

/** @returns what keeps it from printing, read from the answer of `paper`; near the end is not yet out */
export function paperFault(status: number): PrinterFault | null {
  return (status & 0b0110_0000) === 0 ? null : 'paperOut'
}

/** @returns what keeps it from printing, read from the answer of `offlineCause` */
export function offlineFault(status: number): PrinterFault | null {
  if ((status & 0b0000_0100) !== 0) return 'coverOpen'
  if ((status & 0b0010_0000) !== 0) return 'paperOut'
  return (status & 0b0100_0000) === 0 ? null : 'error'
}
