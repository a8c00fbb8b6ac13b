/**
 * A receipt printer on a TCP port of this machine: it takes bytes, answers DLE EOT n as Epson's reference says, and
 * can be made to fail. What it was sent is kept, one slip a connection.
 */
import { createServer, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

type EmulatedFault =
  | 'off'
  | 'paperOut'
  | 'coverOpen'
  | 'error'
  /** Takes connections and never answers. */
  | 'silent'
  /** Never answers again once it has been sent something to print. */
  | 'silentAfterSlip'
  /** Loses its power after so many bytes of a slip. */
  | { readonly diesAfterBytes: number }
  /** Its paper ends after so many bytes of a slip. */
  | { readonly paperEndsAfterBytes: number }
  /** Prints well, but takes so long for a slip and answers nothing meanwhile. */
  | { readonly slowMs: number }

export interface EmulatedPrinter {
  readonly port: number
  /** The slips that came whole, up to their cut, oldest first. */
  slips(): Buffer[]
  /** What was sent without ever being cut off, oldest first. */
  scraps(): Buffer[]
  /** How often somebody connected. */
  connections(): number
  setFault(fault: EmulatedFault | null): Promise<void>
  close(): Promise<void>
}

interface Received {
  bytes: Buffer
  /** What is left of a status request whose last bytes have not come yet. */
  pending: Buffer
}

const cut = Buffer.from([0x1d, 0x56])
const realTime = Buffer.from([0x10, 0x04])

/** Starts a well printer on a free port of 127.0.0.1. */
export async function startEmulatedPrinter(): Promise<EmulatedPrinter> {
  let fault: EmulatedFault | null = null
  let paperHasEnded = false
  const received: Received[] = []
  const sockets = new Set<Socket>()

  const server = createServer((socket) => {
    const record: Received = { bytes: Buffer.alloc(0), pending: Buffer.alloc(0) }
    received.push(record)
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
    let turn = Promise.resolve()
    socket.on('data', (chunk) => {
      turn = turn.then(() => take(socket, record, chunk))
    })
  })

  /** Status requests are picked out of the stream wherever they stand; all else is for printing. */
  async function take(socket: Socket, record: Received, chunk: Buffer): Promise<void> {
    let rest = Buffer.concat([record.pending, chunk])
    for (let at = rest.indexOf(realTime); at >= 0 && at + 2 < rest.length; at = rest.indexOf(realTime)) {
      await print(socket, record, rest.subarray(0, at))
      answer(socket, record, rest[at + 2] ?? 0)
      rest = rest.subarray(at + 3)
    }
    const tail = rest.indexOf(realTime)
    const end = tail >= 0 ? tail : rest.at(-1) === 0x10 ? rest.length - 1 : rest.length
    record.pending = rest.subarray(end)
    await print(socket, record, rest.subarray(0, end))
  }

  async function print(socket: Socket, record: Received, bytes: Buffer): Promise<void> {
    if (bytes.length === 0 || socket.destroyed) return
    const all = Buffer.concat([record.bytes, bytes])
    record.bytes = all
    if (typeof fault !== 'object' || fault === null) return
    if ('diesAfterBytes' in fault && all.length > fault.diesAfterBytes) {
      record.bytes = all.subarray(0, fault.diesAfterBytes)
      socket.resetAndDestroy()
    }
    if ('paperEndsAfterBytes' in fault && all.length > fault.paperEndsAfterBytes) {
      record.bytes = all.subarray(0, fault.paperEndsAfterBytes)
      paperHasEnded = true
    }
    if ('slowMs' in fault && bytes.includes(cut)) await pause(fault.slowMs)
  }

  function answer(socket: Socket, record: Received, kind: number): void {
    if (fault === 'silent' || socket.destroyed) return
    if (fault === 'silentAfterSlip' && record.bytes.length > 0) return
    const status = statusByte(kind)
    if (status !== null) socket.write(Buffer.from([status]))
  }

  function statusByte(kind: number): number | null {
    const paperOut = fault === 'paperOut' || paperHasEnded
    const isOffline = paperOut || fault === 'coverOpen' || fault === 'error'
    if (kind === 1) return 0x12 | (isOffline ? 0x08 : 0)
    if (kind === 2) {
      return (
        0x12 | (fault === 'coverOpen' ? 0x04 : 0) | (paperOut ? 0x20 : 0) | (fault === 'error' ? 0x40 : 0)
      )
    }
    if (kind === 4) return 0x12 | (paperOut ? 0x6c : 0)
    return null
  }

  const listen = (port: number) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, '127.0.0.1', resolve)
    })
  const switchOff = async () => {
    for (const socket of sockets) socket.resetAndDestroy()
    if (server.listening) await new Promise((resolve) => server.close(resolve))
  }

  await listen(0)
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the emulated printer has no port')
  const { port } = address
  return {
    port,
    slips: () => received.map(({ bytes }) => bytes).filter((bytes) => bytes.includes(cut)),
    scraps: () =>
      received.map(({ bytes }) => bytes).filter((bytes) => bytes.length > 0 && !bytes.includes(cut)),
    connections: () => received.length,
    async setFault(next) {
      fault = next
      paperHasEnded = false
      if (next === 'off') await switchOff()
      else if (!server.listening) await listen(port)
    },
    close: switchOff,
  }
}
