/** The public API, asked as a kiosk, a clerk or a visitor asks it. */
import type { z } from 'zod'
import { problem } from '../../protocol/problem.ts'

/** The hall's "no": the code of its problem document. Whatever else is not a success is thrown as a plain error. */
export class Refused extends Error {
  override name = 'Refused'
  readonly code: string

  constructor(code: string, detail: string) {
    super(detail)
    this.code = code
  }
}

export interface ApiClient {
  get<Schema extends z.ZodType>(token: string, path: string, answer: Schema): Promise<z.output<Schema>>
  /** Sends a command under a key of its own. @throws Refused */
  post<Schema extends z.ZodType>(
    token: string | null,
    path: string,
    body: object,
    answer: Schema,
  ): Promise<z.output<Schema>>
}

const tries = 3

/** Sends it again when the connection was lost: the same key gets the first answer. */
async function sendSurely(address: string, request: RequestInit): Promise<Response> {
  for (let left = tries - 1; ; left -= 1) {
    try {
      return await fetch(address, request)
    } catch (error) {
      if (left === 0) throw error
    }
  }
}

/** @param origin such as `http://127.0.0.1:8080` */
export function apiClient(origin: string): ApiClient {
  let sent = 0
  async function ask(path: string, request: RequestInit): Promise<unknown> {
    const response = await sendSurely(`${origin}${path}`, request)
    const body: unknown = await response.json()
    if (response.ok) return body
    const { code, detail, status } = problem.parse(body)
    if (status >= 500) throw new Error(`${path}: ${code}: ${detail}`)
    throw new Refused(code, `${path}: ${detail}`)
  }
  return {
    get: async (token, path, answer) =>
      answer.parse(await ask(path, { headers: { Authorization: `Bearer ${token}` } })),
    async post(token, path, body, answer) {
      sent += 1
      const headers: Record<string, string> = {
        'Content-Type': 'application/json',
        'Idempotency-Key': `replay-${sent}`,
      }
      if (token !== null) headers.Authorization = `Bearer ${token}`
      return answer.parse(await ask(path, { method: 'POST', headers, body: JSON.stringify(body) }))
    },
  }
}
