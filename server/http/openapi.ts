/** The OpenAPI document, made from the list of operations and their zod schemas. */
import { z } from 'zod'
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi'
import { problem } from '../../protocol/problem.ts'
import type { Described } from './operation.ts'

export type DescribedOperation = Described & { readonly method: 'get' | 'post' | 'put' | 'delete' }

const idempotencyKey = z
  .string()
  .regex(/^[\x21-\x7e]{8,100}$/)
  .meta({ description: 'new for each command, the same for its repeats: a repeat gets the first answer' })

export function openApiDocument(
  operations: readonly DescribedOperation[],
): ReturnType<typeof createDocument> {
  const paths: ZodOpenApiPathsObject = {}
  for (const each of operations) {
    const path = each.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [each.method]: describe(each) }
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Shunwei 顺位',
      version: '1',
      description:
        'Commands of a service hall. Every POST takes an Idempotency-Key; a refused command leaves no trace, so its key is free again. Everything but a success is an RFC 9457 problem: ' +
        'refusals (401, 403, 404, 409, 422, 429) have a code and a text in every language, bad requests (400) name each path and reason.',
    },
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
    paths,
  })
}

function describe(each: DescribedOperation): ZodOpenApiOperationObject {
  const success =
    each.answer === null
      ? { description: 'done' }
      : { description: 'done', content: { 'application/json': { schema: each.answer } } }
  const open = each.who.includes('nobody')
  return {
    summary: each.summary,
    description: open ? 'Open to everyone.' : `For ${each.who.join(', ')}.`,
    tags: [each.path.split('/')[2] ?? ''],
    ...(open ? {} : { security: [{ bearer: [] }] }),
    requestParams: {
      ...(isEmpty(each.params) ? {} : { path: each.params as z.ZodObject }),
      ...(isEmpty(each.query) ? {} : { query: each.query as z.ZodObject }),
      ...(each.method === 'post' ? { header: z.object({ 'Idempotency-Key': idempotencyKey }) } : {}),
    },
    ...(each.method === 'post' || each.method === 'put'
      ? { requestBody: { content: { 'application/json': { schema: each.body } } } }
      : {}),
    responses: {
      [each.status]: success,
      default: { description: 'a problem', content: { 'application/problem+json': { schema: problem } } },
    },
  }
}

function isEmpty(schema: z.ZodType): boolean {
  return schema instanceof z.ZodObject && Object.keys(schema.shape).length === 0
}
