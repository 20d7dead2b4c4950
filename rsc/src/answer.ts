import type { z } from 'zod'
import { buildFailure, buildUnreadableFailure, type RawAnswer } from './errors.ts'

/**
 * Lets a successful answer pass.
 *
 * @throws {LinkedInFailure} for every status outside 2xx.
 */
export function requireSuccess(answer: RawAnswer): void {
  if (answer.status < 200 || answer.status > 299) throw buildFailure(answer)
}

/**
 * The JSON body of a successful answer, not yet checked.
 *
 * @throws {LinkedInFailure} for every status outside 2xx, and of kind `server` when the body is not JSON.
 */
export function readJson(answer: RawAnswer): unknown {
  requireSuccess(answer)
  try {
    return JSON.parse(answer.bodyText)
  } catch {
    throw buildUnreadableFailure(answer, 'it is not JSON')
  }
}

/**
 * The body of a successful answer, checked and translated by a schema.
 *
 * @throws {LinkedInFailure} as {@link readJson}, and of kind `server` when the body does not follow the schema.
 */
export function readAnswer<Schema extends z.ZodType>(answer: RawAnswer, schema: Schema): z.output<Schema> {
  const parsed = schema.safeParse(readJson(answer))
  if (parsed.success) return parsed.data
  throw buildUnreadableFailure(answer, describeFirstIssue(parsed.error))
}

/** The first thing that is wrong, as `path message`, for a sentence. Values are left out: they may be personal data. */
export function describeFirstIssue(error: z.ZodError): string {
  const [issue] = error.issues
  const path = issue?.path.map(String).join('.') ?? ''
  return `${path === '' ? 'the body' : path}: ${issue?.message ?? 'unknown problem'}`
}
