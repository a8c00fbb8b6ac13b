/**
 * The load: so many senders at once over kept connections, each with the next request as soon as it is answered.
 * It writes and reads plain sockets, because a full HTTP client costs as much as the server that it measures.
 */
import { connect, type Socket } from 'node:net'

interface Answered {
  readonly status: number
  readonly body: string
}

export interface Loader {
  /** Sends over the connection of this sender, which must have no other request under way. */
  post(sender: number, path: string, body: object, token: string | null): Promise<Answered>
  close(): void
}

/** @param origin on this machine alone, such as `http://127.0.0.1:8080` */
export async function loaderOf(origin: string, senders: number): Promise<Loader> {
  const { hostname, port, host } = new URL(origin)
  const connections = await Promise.all(
    Array.from({ length: senders }, () => openConnection(hostname, Number(port))),
  )
  const run = Math.random().toString(36).slice(2)
  let made = 0
  return {
    post(sender, path, body, token) {
      made += 1
      const text = JSON.stringify(body)
      const connection = connections[sender]
      if (connection === undefined) throw new Error(`there is no sender ${sender}`)
      return connection(
        `POST ${path} HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\n` +
          `Content-Length: ${Buffer.byteLength(text)}\r\nIdempotency-Key: ${run}-${made}-bench\r\n` +
          `${token === null ? '' : `Authorization: Bearer ${token}\r\n`}\r\n${text}`,
      )
    },
    close() {
      for (const connection of connections) connection.socket.destroy()
    },
  }
}

type Connection = ((request: string) => Promise<Answered>) & { socket: Socket }

async function openConnection(host: string, port: number): Promise<Connection> {
  const socket = connect(port, host).setNoDelay(true).setEncoding('utf8')
  await new Promise((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('error', reject)
  })
  let read = ''
  let waiting: { resolve(answered: Answered): void; reject(fault: unknown): void } | null = null
  socket.on('data', (part) => {
    read += part
    const answered = wholeAnswer(read)
    if (answered === null) return
    read = ''
    waiting?.resolve(answered)
  })
  socket.on('close', () => waiting?.reject(new Error('the server closed the connection')))
  const send = (request: string) =>
    new Promise<Answered>((resolve, reject) => {
      waiting = { resolve, reject }
      socket.write(request)
    })
  return Object.assign(send, { socket })
}

/** Both servers answer in ASCII with a Content-Length; null until all of it is there. */
function wholeAnswer(text: string): Answered | null {
  const headEnd = text.indexOf('\r\n\r\n')
  if (headEnd < 0) return null
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(text)?.[1])
  const body = text.slice(headEnd + 4)
  if (Number.isNaN(length)) throw new Error(`an answer without a length: ${text}`)
  return Buffer.byteLength(body) < length ? null : { status: Number(text.slice(9, 12)), body }
}

/** Milliseconds, nearest-rank. */
export interface Measured {
  readonly perSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
}

/** The figures of so many answers, whose latencies are in ms, that took so many seconds together. */
export function measured(latencies: readonly number[], seconds: number): Measured {
  const sorted = latencies.toSorted((a, b) => a - b)
  const rank = (share: number) => Number((sorted[Math.ceil(share * sorted.length) - 1] ?? 0).toFixed(2))
  return { perSecond: Math.round(sorted.length / seconds), p50Ms: rank(0.5), p99Ms: rank(0.99) }
}

/** Runs `step` on so many senders at once until `total` were answered. */
export async function measure(
  atOnce: number,
  total: number,
  step: (sender: number) => Promise<unknown>,
): Promise<Measured> {
  const latencies: number[] = []
  let left = total
  const startedAt = performance.now()
  await Promise.all(
    Array.from({ length: atOnce }, async (_, sender) => {
      while (left > 0) {
        left -= 1
        const sentAt = performance.now()
        await step(sender)
        latencies.push(performance.now() - sentAt)
      }
    }),
  )
  return measured(latencies, (performance.now() - startedAt) / 1_000)
}

export function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
