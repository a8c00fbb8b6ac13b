/**
 * Commands and questions over HTTP. A command that got no answer is sent again with the same Idempotency-Key, so
 * a retry never does a thing twice.
 */
import type { Problem } from '../protocol/problem.ts'
import type { Language, Text } from '../protocol/vocabulary.ts'

/** The server answered with a problem: a refusal, malformed input or a fault. */
export class ProblemError extends Error {
  readonly problem: Problem
  readonly status: number
  constructor(problem: Problem) {
    super(problem.detail)
    this.name = 'ProblemError'
    this.problem = problem
    this.status = problem.status
  }
}

/** The server could not be reached, or something before it answered in its place. */
export class NetworkError extends Error {
  constructor(cause: unknown) {
    super('the server could not be reached', { cause })
    this.name = 'NetworkError'
  }
}

export interface Api {
  get: <Answer>(path: string) => Promise<Answer>
  /** `idempotencyKey` is for who may ask again after a NetworkError: the same key is the same command. */
  post: <Answer>(path: string, body: object, idempotencyKey?: string) => Promise<Answer>
  put: <Answer>(path: string, body: object) => Promise<Answer>
  del: (path: string) => Promise<void>
}

/** Pauses before the second, third and fourth try: with refused connections about eight seconds in all. */
const retryAfterMs = [1_000, 2_500, 4_500]
const answerWithinMs = 5_000

/**
 * @param token asked before each request, so that signing in or out needs no new one
 * @throws ProblemError, NetworkError
 */
export function createApi(token: () => string | null): Api {
  const send = <Answer>(method: string, path: string, body?: object, key?: string) =>
    sendWithRetries<Answer>(path, requestOf(method, token(), body, key))
  return {
    get: (path) => send('GET', path),
    post: (path, body, idempotencyKey = makeIdempotencyKey()) => send('POST', path, body, idempotencyKey),
    put: (path, body) => send('PUT', path, body),
    del: (path) => send('DELETE', path),
  }
}

/** 128 random bits in hex. `crypto.randomUUID` is missing on a plain-http LAN. */
export function makeIdempotencyKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
}

function requestOf(method: string, token: string | null, body?: object, key?: string): RequestInit {
  const headers: Record<string, string> = { Accept: 'application/json' }
  if (token !== null) headers.Authorization = `Bearer ${token}`
  if (key !== undefined) headers['Idempotency-Key'] = key
  if (body === undefined) return { method, headers, cache: 'no-store' }
  headers['Content-Type'] = 'application/json'
  return { method, headers, cache: 'no-store', body: JSON.stringify(body) }
}

async function sendWithRetries<Answer>(path: string, request: RequestInit): Promise<Answer> {
  for (let tries = 0; ; tries++) {
    try {
      return await sendOnce<Answer>(path, request)
    } catch (error) {
      const waitMs = retryAfterMs[tries]
      if (!(error instanceof NetworkError) || waitMs === undefined) throw error
      await new Promise((resolve) => setTimeout(resolve, waitMs))
    }
  }
}

async function sendOnce<Answer>(path: string, request: RequestInit): Promise<Answer> {
  let status: number
  let answer: unknown
  try {
    const response = await fetch(path, { ...request, signal: AbortSignal.timeout(answerWithinMs) })
    status = response.status
    if (status === 204) return undefined as Answer
    answer = await response.json()
  } catch (error) {
    throw new NetworkError(error)
  }
  if (status < 400) return answer as Answer
  const problem = answer as Problem
  if ((status === 502 || status === 503) && problem.logId === undefined) throw new NetworkError(problem)
  throw new ProblemError(problem)
}

const unreachable: Text = {
  zh: '暂时连接不上服务器，请稍后再试，或询问工作人员。',
  en: 'The server cannot be reached just now. Please try again in a moment, or ask the staff.',
}
const failed: Text = {
  zh: '系统暂时没能完成，请稍后再试，或询问工作人员。',
  en: 'This could not be completed just now. Please try again in a moment, or ask the staff.',
}

/** What to tell people of an error that a request threw. */
export function sentenceOf(error: unknown, language: Language): string {
  if (error instanceof NetworkError) return unreachable[language]
  if (error instanceof ProblemError) return error.problem.text?.[language] ?? failed[language]
  return failed[language]
}
