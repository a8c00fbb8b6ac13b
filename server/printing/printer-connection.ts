/** One TCP connection to a printer: send, ask how it is, close. Nothing here rejects, and nothing waits for ever. */
import { connect, type Socket } from 'node:net'
import { isStatusByte, type StatusKind, statusRequest } from './printer-status.ts'

/** How long the printer may take to close its side; a reset could make it drop what it has not printed yet. */
const closeMs = 500

/** @returns the connection, or null when there is none within `deadlineMs` */
export function connectToPrinter(
  host: string,
  port: number,
  deadlineMs: number,
): Promise<PrinterConnection | null> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, noDelay: true })
    const settle = (connection: PrinterConnection | null) => {
      clearTimeout(timer)
      if (connection === null) socket.destroy()
      resolve(connection)
    }
    const timer = setTimeout(() => settle(null), deadlineMs)
    // Stays for the whole life of the socket: an error is followed by 'close', which ends what waits.
    socket.on('error', () => settle(null))
    socket.once('connect', () => settle(new PrinterConnection(socket)))
  })
}

export class PrinterConnection {
  readonly #socket: Socket
  #answer: ((status: number | null) => void) | null = null
  #hasEnded = false

  constructor(socket: Socket) {
    this.#socket = socket
    socket.on('data', (chunk) => {
      const status = chunk.find(isStatusByte)
      if (status !== undefined) this.#answer?.(status)
    })
    for (const event of ['end', 'close'] as const) {
      socket.on(event, () => {
        this.#hasEnded = true
        this.#answer?.(null)
      })
    }
  }

  /** Whether the printer hung up. */
  get hasEnded(): boolean {
    return this.#hasEnded
  }

  send(bytes: Buffer): void {
    this.#socket.write(bytes)
  }

  /** @returns the status byte, or null when none came within `deadlineMs` or the printer hung up */
  ask(kind: StatusKind, deadlineMs: number): Promise<number | null> {
    if (this.#hasEnded) return Promise.resolve(null)
    return new Promise((resolve) => {
      const settle = (status: number | null) => {
        clearTimeout(timer)
        this.#answer = null
        resolve(status)
      }
      const timer = setTimeout(() => settle(null), deadlineMs)
      this.#answer = settle
      this.send(statusRequest(kind))
    })
  }

  /** Resolves once the printer can be connected to again. */
  close(): Promise<void> {
    return new Promise((resolve) => {
      const socket = this.#socket
      if (socket.destroyed) return resolve()
      const timer = setTimeout(() => socket.destroy(), closeMs)
      socket.once('close', () => {
        clearTimeout(timer)
        resolve()
      })
      socket.end()
    })
  }
}
