/** Every answer that is not a success: an RFC 9457 problem document, made in one place. */
import { randomUUID } from 'node:crypto'
import type { ErrorRequestHandler, RequestHandler, Response } from 'express'
import type { Logger } from 'pino'
import type { z } from 'zod'
import type { Problem } from '../../protocol/problem.ts'
import { refusalText } from '../../protocol/refusals.ts'
import type { RefusalCode } from '../../protocol/vocabulary.ts'
import type { Refusal } from '../domain/commands.ts'
import { JournalFault } from '../hall-runner.ts'

/** Thrown by a handler: an expected "no" on its way to the edge. */
export class Refused extends Error {
  override name = 'Refused'
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal.refused)
    this.refusal = refusal
  }
}

/** Thrown by a handler: what was sent cannot be understood, place by place. */
export class BadRequest extends Error {
  override name = 'BadRequest'
  readonly errors: readonly { path: string; reason: string }[]
  readonly status: number

  constructor(errors: readonly { path: string; reason: string }[], status = 400) {
    super('bad request')
    this.errors = errors
    this.status = status
  }
}

/** The value, or @throws Refused. */
export function orRefuse<Value extends object>(value: Value | Refusal): Value {
  if ('refused' in value) throw new Refused(value)
  return value
}

/** The parsed value, or @throws BadRequest with the path (`body.ticketId`) and reason of everything wrong in it. */
export function parseOrRefuse<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  where: string,
): z.output<Schema> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new BadRequest(
    parsed.error.issues.map((issue) => ({ path: [where, ...issue.path].join('.'), reason: issue.message })),
  )
}

const statuses: Partial<Record<RefusalCode, number>> = {
  notSignedIn: 401,
  signInFailed: 401,
  notAllowed: 403,
  passwordMustChange: 403,
  unknownTicket: 404,
  unknownWindow: 404,
  unknownStaff: 404,
  unknownDevice: 404,
  unknownAppointment: 404,
  unknownAlarm: 404,
  keyReused: 422,
  tooManyRequests: 429,
  signInPaused: 429,
}

export function sendProblem(response: Response, problem: Omit<Problem, 'type'>): void {
  response
    .status(problem.status)
    .type('application/problem+json')
    .send(JSON.stringify({ type: `/api/problems/${problem.code}`, ...problem }))
}

export function sendRefusal(response: Response, { refused, params }: Refusal): void {
  const text = { zh: refusalText(refused, params, 'zh'), en: refusalText(refused, params, 'en') }
  const status = statuses[refused] ?? 409
  sendProblem(response, { title: 'Refused', status, detail: text.en, code: refused, params, text })
}

export const nothingHere: RequestHandler = (request, response) => {
  sendProblem(response, {
    title: 'Not found',
    status: 404,
    detail: `There is nothing at ${request.method} ${request.path}. See /api/docs.`,
    code: 'notFound',
  })
}

/** The last handler of the app: refusals and bad requests as they are, all else a fault with a log id. */
export function problemHandler(log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error)
    if (error instanceof Refused) return sendRefusal(response, error.refusal)
    const badRequest = error instanceof BadRequest ? error : badBody(error)
    if (badRequest !== null) {
      const detail = badRequest.errors.map(({ path, reason }) => `${path}: ${reason}`).join('; ')
      return sendProblem(response, {
        title: 'Bad request',
        status: badRequest.status,
        detail,
        code: 'badRequest',
        errors: [...badRequest.errors],
      })
    }
    const logId = randomUUID()
    const isJournal = error instanceof JournalFault
    // The route and not the address, in which a visitor's token may stand: a log is read by many.
    const path: string = request.route?.path ?? request.path
    log.error({ err: error, logId, method: request.method, path }, 'a request failed')
    sendProblem(response, {
      title: isJournal ? 'Not stored' : 'Server fault',
      status: isJournal ? 503 : 500,
      detail: isJournal
        ? 'The command could not be stored, so it did not happen. Try again; if it goes on, look at the disk of the server.'
        : 'Something went wrong in the server. Try again; if it goes on, give the log id to the technician.',
      code: isJournal ? 'notStored' : 'serverFault',
      logId,
    })
  }
}

/** What express' own body parser refused. */
function badBody(error: unknown): BadRequest | null {
  if (!(error instanceof Error) || !('type' in error)) return undecodable(error)
  switch (error.type) {
    case 'entity.parse.failed':
      return new BadRequest([{ path: 'body', reason: 'not valid JSON' }])
    case 'entity.too.large':
      return new BadRequest([{ path: 'body', reason: 'larger than this command can be' }], 413)
    case 'charset.unsupported':
    case 'encoding.unsupported':
      return new BadRequest([{ path: 'body', reason: 'must be UTF-8 JSON' }], 415)
    case 'request.aborted':
    case 'request.size.invalid':
      return new BadRequest([{ path: 'body', reason: 'the request ended too early' }])
    default:
      return undecodable(error)
  }
}

/** What express and its parsers say of a path or a body that they could not decode. */
function undecodable(error: unknown): BadRequest | null {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number') return null
  const isTheirs = error.status >= 400 && error.status < 500
  return isTheirs ? new BadRequest([{ path: 'request', reason: error.message }], error.status) : null
}
