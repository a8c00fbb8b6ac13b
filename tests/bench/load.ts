/** The load: so many senders at once over kept connections, each with the next request as soon as it is answered. */
import { Agent, request } from 'node:http'

export interface Sent {
  readonly status: number
  readonly body: string
}

export interface Loader {
  post(path: string, body: object, token: string | null): Promise<Sent>
  close(): void
}

/** @param origin on this machine alone, such as `http://127.0.0.1:8080` */
export function loaderOf(origin: string, connections: number): Loader {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const { hostname, port } = new URL(origin)
  let made = 0
  const run = Math.random().toString(36).slice(2)
  return {
    post(path, body, token) {
      made += 1
      const text = JSON.stringify(body)
      const headers: Record<string, string | number> = {
        'Content-Type': 'application/json',
        'Content-Length': Buffer.byteLength(text),
        'Idempotency-Key': `${run}-${made}-bench`,
      }
      if (token !== null) headers.Authorization = `Bearer ${token}`
      return new Promise((resolve, reject) => {
        const sending = request({ agent, hostname, port, path, method: 'POST', headers }, (response) => {
          const parts: Buffer[] = []
          response.on('data', (part: Buffer) => parts.push(part))
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts).toString() }),
          )
        })
        sending.on('error', reject)
        sending.end(text)
      })
    },
    close: () => agent.destroy(),
  }
}

/** Milliseconds, nearest-rank. */
export interface Measured {
  readonly perSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
}

/** Runs `step` on so many senders at once until `total` were answered. */
export async function measure(
  atOnce: number,
  total: number,
  step: (sender: number) => Promise<unknown>,
): Promise<Measured> {
  const took: number[] = []
  let left = total
  const startedAt = performance.now()
  await Promise.all(
    Array.from({ length: atOnce }, async (_, sender) => {
      while (left > 0) {
        left -= 1
        const sentAt = performance.now()
        await step(sender)
        took.push(performance.now() - sentAt)
      }
    }),
  )
  const seconds = (performance.now() - startedAt) / 1_000
  took.sort((a, b) => a - b)
  const rank = (share: number) => Number((took[Math.ceil(share * took.length) - 1] ?? 0).toFixed(2))
  return { perSecond: Math.round(took.length / seconds), p50Ms: rank(0.5), p99Ms: rank(0.99) }
}

export function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
