import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import type { ApiScope } from '../api-tokens/api-tokens.shapes.ts'
import { requireCaller } from '../auth/require-caller.ts'
import { expectAnswer, LONGEST_KEY } from '../idempotency/idempotency-key.ts'
import { problemSchema } from './problem.ts'

type AnswerStatus = 200 | 201 | 204

interface OperationInput {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** With parameters in braces: `/jobs/{id}`. */
  path: string
  summary: string
  description?: string
  tags?: readonly string[]
  params?: z.ZodObject
  query?: z.ZodObject
  body?: z.ZodType
  /** Without one the answer is 204 and empty. */
  answer?: z.ZodType
  status?: AnswerStatus
  /** Open to callers who are not signed in. */
  public?: boolean
  /** The answer holds a secret, which is told once: a repetition with the same Idempotency-Key does not get it. */
  secret?: boolean
  /** What a token needs to be let in here. Without one the address is for people who are signed in. */
  scope?: ApiScope
}

type Part<O, Name extends string> = O extends Record<Name, infer S extends z.ZodObject> ? Record<Name, S> : unknown

type BodyPart<O> = O extends { body: infer S extends z.ZodType }
  ? { body: { required: true; content: { 'application/json': { schema: S } } } }
  : unknown

type StatusOf<O, Otherwise> = O extends { status: infer S extends AnswerStatus } ? S : Otherwise

type Answers<O> = O extends { answer: infer A extends z.ZodType }
  ? Record<StatusOf<O, 200>, { description: string; content: { 'application/json': { schema: A } } }>
  : Record<StatusOf<O, 204>, { description: string }>

// Refusals are thrown and never returned, so the types that travel to the browser carry the answer alone.
type Operation<O extends OperationInput> = {
  method: O['method']
  path: O['path']
  request: Record<never, never> & Part<O, 'params'> & Part<O, 'query'> & BodyPart<O>
  responses: Answers<O>
}

/** One address of the API. Whoever is not signed in is turned away, unless it is declared public. */
export function operation<const O extends OperationInput>(input: O): Operation<O> {
  const route = createRoute({
    method: input.method,
    path: input.path,
    summary: input.summary,
    ...(input.description ? { description: input.description } : {}),
    ...(input.tags ? { tags: [...input.tags] } : {}),
    security: input.public ? [] : [{ session: [] }, ...(input.scope ? [{ token: [input.scope] }] : [])],
    middleware: input.public ? [] : [requireCaller(input.scope), ...(input.method === 'post' ? [expected(input)] : [])],
    request: {
      ...(input.method === 'post' && !input.public ? { headers: idempotencyKey } : {}),
      ...(input.params ? { params: input.params } : {}),
      ...(input.query ? { query: input.query } : {}),
      ...(input.body ? { body: { required: true, content: { 'application/json': { schema: input.body } } } } : {}),
    },
    responses: { ...answersOf(input), default: problemAnswer },
  })
  return asOperation(route)
}

const idempotencyKey = z.object({
  'Idempotency-Key': z
    .string()
    .min(1)
    .max(LONGEST_KEY)
    .optional()
    .meta({ description: 'The same key and body again, within 24 hours, change nothing and get the same answer.' }),
})

function expected(input: OperationInput) {
  const status = input.status ?? (input.answer ? 200 : 204)
  return expectAnswer({ status, answer: input.answer, isSecret: input.secret ?? false })
}

const problemAnswer = {
  description: 'Refused, with the reason and what to do next.',
  content: { 'application/problem+json': { schema: problemSchema } },
}

function answersOf(input: OperationInput) {
  if (!input.answer) return { [input.status ?? 204]: { description: 'Done.' } }
  return {
    [input.status ?? 200]: { description: 'The answer.', content: { 'application/json': { schema: input.answer } } },
  }
}

// The compiler cannot follow the optional parts through the spreads above; operation.test.ts holds both together.
function asOperation<O extends OperationInput>(route: object): Operation<O> {
  return route as Operation<O>
}
