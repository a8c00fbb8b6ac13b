/**
 * One way through the edge for every request: who sends it → may they → parse → hand over → answer. An operation
 * says all of it once; the routes and the OpenAPI document are both made from the list of operations.
 */
import type { Express, Request, RequestHandler, Response } from 'express'
import { z } from 'zod'
import { type CommandKey, commandKeyOf, RememberedAnswers } from './idempotency.ts'
import { parseOrRefuse } from './problem.ts'
import { authorise, type Identities, type Sender, senderOf, type Who } from './sender.ts'

interface Parsed<Params, Query, Body> {
  readonly sender: Sender
  /** The machine that asks. */
  readonly address: string
  readonly params: Params
  readonly query: Query
  readonly body: Body
}

const nothing = z.strictObject({})
type Nothing = typeof nothing

/** What an operation says of itself. */
export interface Described<Params = z.ZodType, Query = z.ZodType, Body = z.ZodType> {
  /** Express' way of writing it: `/api/windows/:windowId/call-next`. */
  readonly path: string
  readonly summary: string
  readonly who: readonly Who[]
  readonly params: Params
  readonly query: Query
  readonly body: Body
  /** Null: answered with 204 and nothing. */
  readonly answer: z.ZodType | null
  readonly status: 200 | 201 | 204
}

type Handled<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType> =
  | {
      readonly method: 'get' | 'put' | 'delete'
      handle(request: Parsed<z.output<Params>, z.output<Query>, z.output<Body>>): Promise<unknown>
    }
  | {
      readonly method: 'post'
      /** Who knows the first answer to a repeat: the journal, or the edge's memory. */
      readonly repeats: 'inJournal' | 'inMemory'
      /** Fields of the body that the journal may know by their keyed hashes alone, see `withHashes`. */
      readonly personal?: readonly string[]
      handle(
        request: Parsed<z.output<Params>, z.output<Query>, z.output<Body>> & { commandKey: CommandKey },
      ): Promise<unknown>
    }

export type Operation = Described & Handled<z.ZodType, z.ZodType, z.ZodType>

/** Ties the types of an operation together. What it does not name (params, query, body) must be empty. */
export function operation<
  Params extends z.ZodType = Nothing,
  Query extends z.ZodType = Nothing,
  Body extends z.ZodType = Nothing,
>(
  described: Omit<Described<Params, Query, Body>, 'params' | 'query' | 'body'> &
    Partial<Pick<Described<Params, Query, Body>, 'params' | 'query' | 'body'>> &
    Handled<Params, Query, Body>,
): Operation {
  return { params: nothing, query: nothing, body: nothing, ...described } as unknown as Operation
}

export function addRoutes(app: Express, operations: readonly Operation[], identities: Identities): void {
  const remembered = new RememberedAnswers()
  for (const each of operations) {
    app[each.method](each.path, async (request: Request, response: Response) => {
      const sender = await senderOf(bearerToken(request), identities)
      authorise(sender, each.who)
      const parsed = {
        sender,
        address: request.ip ?? '',
        params: parseOrRefuse(each.params, request.params, 'path'),
        query: parseOrRefuse(each.query, request.query, 'query'),
        body: parseOrRefuse(each.body, request.body ?? {}, 'body'),
      }
      response.set('Cache-Control', 'no-store')
      const keyOf = () => commandKeyOf(request, sender, each.method === 'post' ? (each.personal ?? []) : [])
      const answer = await answerOf(each, parsed, keyOf, remembered)
      if (each.answer === null) response.status(each.status).end()
      else response.status(each.status).json(answer)
    })
  }
}

/** Lets these through to a router that is no list of operations, and refuses everybody else. */
export function only(who: readonly Who[], identities: Identities): RequestHandler {
  return async (request, _response, next) => {
    authorise(await senderOf(bearerToken(request), identities), who)
    next()
  }
}

async function answerOf(
  each: Operation,
  parsed: Parsed<unknown, unknown, unknown>,
  keyOf: () => CommandKey,
  remembered: RememberedAnswers,
): Promise<unknown> {
  if (each.method !== 'post') return each.handle(parsed)
  const commandKey = keyOf()
  const handle = () => each.handle({ ...parsed, commandKey })
  return each.repeats === 'inJournal' ? handle() : remembered.once(commandKey, handle)
}

function bearerToken(request: Request): string | null {
  return /^Bearer (\S+)$/.exec(request.get('Authorization') ?? '')?.[1] ?? null
}
