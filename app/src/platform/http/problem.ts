import type { Context, Hono, Schema } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Logger } from 'pino'
import { z } from 'zod'
import type { DatabaseUnavailable } from '../db/unavailable.ts'
import { isOutage } from '../db/unavailable.ts'
import type { FieldError, RefusalKind } from '../errors.ts'
import { Refusal } from '../errors.ts'
import type { RouterEnv } from './router-env.ts'

export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string(),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
    errors: z.array(z.object({ field: z.string(), message: z.string(), code: z.string() })),
    requestId: z.string(),
  })
  .meta({ id: 'Problem', description: 'What went wrong, why, and what to do next.' })

export type Problem = z.infer<typeof problemSchema>

const statuses: Record<RefusalKind, ContentfulStatusCode> = {
  invalid: 422,
  notSignedIn: 401,
  notAllowed: 403,
  notFound: 404,
  conflict: 409,
  tooLarge: 413,
  tooMany: 429,
}

const titles: Record<number, string> = {
  400: 'The request cannot be read',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Wrong method',
  409: 'In conflict with the current state',
  413: 'Too large',
  415: 'Wrong content type',
  422: 'Not valid',
  429: 'Too many requests',
  500: 'Something went wrong here',
  503: 'Not available just now',
}

type ProblemInput = Pick<Problem, 'code' | 'detail'> & Partial<Pick<Problem, 'params' | 'errors'>>

export function answerProblem(c: Context<RouterEnv>, status: ContentfulStatusCode, input: ProblemInput): Response {
  const problem: Problem = {
    type: `urn:lodestone:problem:${input.code}`,
    title: titles[status] ?? 'Refused',
    status,
    detail: input.detail,
    code: input.code,
    params: input.params ?? {},
    errors: input.errors ?? [],
    requestId: c.get('requestId'),
  }
  return c.body(JSON.stringify(problem), status, {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
  })
}

/** For every error that reaches the outside: a refusal is told as it is, a surprise is logged and kept inside. */
export function answerError(log: Logger): (error: Error, c: Context<RouterEnv>) => Response {
  return (error, c) => {
    if (error instanceof Refusal) return answerRefusal(c, error)
    if (error instanceof HTTPException) return answerHttpException(c, error)
    if (isOutage(error)) return answerOutage(c, error)
    log.error({ err: error, requestId: c.get('requestId') }, 'request failed')
    return answerProblem(c, 500, {
      code: 'unexpected',
      detail:
        'The server met an error that it did not expect, and changed nothing for this request. ' +
        'Try again. If it stays, give your administrator the request id.',
    })
  }
}

/** An address that is known with other methods says which. */
export function answerUnknownRoute(server: Hono<RouterEnv, Schema>): (c: Context<RouterEnv>) => Response {
  let known: { method: string; pattern: RegExp }[] | undefined
  return c => {
    known ??= server.routes
      .filter(route => route.method !== 'ALL')
      .map(route => ({ method: route.method, pattern: patternOf(route.path) }))
    const methods = new Set(known.filter(({ pattern }) => pattern.test(c.req.path)).map(({ method }) => method))
    // A method that is taken has come to nothing by what it asked for.
    const isTaken = methods.has(c.req.method) || (c.req.method === 'HEAD' && methods.has('GET'))
    if (methods.size === 0 || isTaken) {
      return answerProblem(c, 404, {
        code: 'unknownAddress',
        detail: 'There is nothing at this address. Check the spelling; /api/docs lists every address of the API.',
      })
    }
    // Whoever answers GET answers HEAD too.
    const allow = [...methods, ...(methods.has('GET') ? ['HEAD'] : [])].sort().join(', ')
    c.header('allow', allow)
    return answerProblem(c, 405, {
      code: 'wrongMethod',
      detail: `This address does not take ${c.req.method}. It takes ${allow}.`,
      params: { allow },
    })
  }
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`)
}

const RETRY_AFTER_SECONDS = '5'

// Whoever only reads may always ask again. After a change that may have been stored nobody is told to: it could be made twice.
function answerOutage(c: Context<RouterEnv>, outage: DatabaseUnavailable): Response {
  const isRead = c.req.method === 'GET' || c.req.method === 'HEAD'
  if (outage.isOutcomeUnknown && !isRead) return answerProblem(c, 503, outcomeUnknown)
  c.header('retry-after', RETRY_AFTER_SECONDS)
  return answerProblem(c, 503, outage.why === 'full' ? diskFull : databaseAway)
}

const databaseAway: ProblemInput = {
  code: 'databaseAway',
  detail: 'The database does not answer just now, so this request was not carried out. Try again in a few seconds.',
}

const diskFull: ProblemInput = {
  code: 'diskFull',
  detail:
    'The server has no room left to store anything, so this request was not carried out. ' +
    'Let your administrator free some space, and try again.',
}

const outcomeUnknown: ProblemInput = {
  code: 'outcomeUnknown',
  detail:
    'The database went away while this change was being stored, so it may or may not have been stored. ' +
    'Look whether it is there before you send it again.',
}

// A list with as many wrong values as a body holds would be answered with fifty times as much.
const MOST_ERRORS = 100

interface ZodOutcome {
  success: boolean
  error?: { issues: readonly { path: readonly PropertyKey[]; message: string; code?: string | undefined }[] }
}

/** The default hook of every router: turns failed validation into a refusal that names each field. */
export function refuseInvalidInput(outcome: ZodOutcome): void {
  if (outcome.success) return
  const errors: FieldError[] = (outcome.error?.issues ?? []).slice(0, MOST_ERRORS).map(issue => ({
    field: issue.path.map(String).join('.'),
    message: issue.message,
    code: issue.code ?? 'invalid',
  }))
  throw new Refusal('invalid', {
    code: 'invalidInput',
    message: 'Some values are missing or not valid. Correct the fields that are listed and send the request again.',
    errors,
  })
}

function answerRefusal(c: Context<RouterEnv>, refusal: Refusal): Response {
  if (refusal.retryAfterSeconds !== undefined) c.header('retry-after', String(Math.ceil(refusal.retryAfterSeconds)))
  if (refusal.challenge !== undefined) c.header('www-authenticate', refusal.challenge)
  return answerProblem(c, statuses[refusal.kind], {
    code: refusal.code,
    detail: refusal.message,
    params: refusal.params,
    errors: refusal.errors,
  })
}

const exceptionAnswers: Record<number, ProblemInput> = {
  400: {
    code: 'malformedBody',
    detail: 'The body is not JSON that can be read. Check quotes, commas and the encoding (UTF-8).',
  },
  413: { code: 'bodyTooLarge', detail: 'The body is larger than this address takes. Send less in one request.' },
  415: {
    code: 'wrongContentType',
    detail: 'This address takes JSON only. Send the header Content-Type: application/json.',
  },
}

function answerHttpException(c: Context<RouterEnv>, exception: HTTPException): Response {
  const input = exceptionAnswers[exception.status]
  if (input) return answerProblem(c, exception.status as ContentfulStatusCode, input)
  return answerProblem(c, exception.status as ContentfulStatusCode, { code: 'refused', detail: exception.message })
}
