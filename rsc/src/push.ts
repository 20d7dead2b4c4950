import { z } from 'zod'
import { optionalId, optionalText } from './tolerant-fields.ts'

/** What LinkedIn announces by a push. Source: rsc-recruiter 4.1. */
export const pushTypes = ['INTEGRATION_STATUS_CHANGE', 'EXPORT_CANDIDATE_PROFILE'] as const

/** One of {@link pushTypes}. */
export type PushType = (typeof pushTypes)[number]

/** Whether a push announces something that RSC documents. */
export function isKnownPushType(type: string): type is PushType {
  return pushTypes.some(known => known === type)
}

/**
 * The body of a push: a kind (`type`, else `eventType`, else `event_type`) and a `requestId` in text or digits. No data
 * are in a push: they are fetched with the request id.
 *
 * Source: rsc-recruiter 4.1.
 */
export const pushSchema = z
  .looseObject({ type: optionalText, eventType: optionalText, event_type: optionalText, requestId: optionalId })
  .transform((body, context) => {
    const type = body.type ?? body.eventType ?? body.event_type
    if (type === null) context.issues.push({ code: 'custom', path: ['type'], message: 'is missing', input: body })
    if (body.requestId === null) {
      context.issues.push({ code: 'custom', path: ['requestId'], message: 'is missing', input: body })
    }
    return type === null || body.requestId === null ? z.NEVER : { type, requestId: body.requestId }
  })

/** A push: what happened and the id with which to fetch it. The type can be a word that we do not know. */
export type Push = z.infer<typeof pushSchema>

/** A push that cannot be read. The door answers 400 and stores nothing. */
export class MalformedPushError extends Error {
  override readonly name = 'MalformedPushError'
}

/**
 * Reads the raw body of a push whose signature was found good. A request id of more than 15 digits keeps all its digits.
 *
 * @throws {MalformedPushError} when it is no JSON object with a kind and a request id.
 * Source: rsc-recruiter 4.1.
 */
export function parsePush(rawBody: Uint8Array | string): Push {
  const text = typeof rawBody === 'string' ? rawBody : new TextDecoder().decode(rawBody)
  const parsed = pushSchema.safeParse(parseJson(text))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new MalformedPushError(
    `The push cannot be read: ${issue?.path.join('.') || 'the body'} ${issue?.message ?? ''}.`,
  )
}

/** JSON numbers beyond 2^53 would be rounded into another request's id, so such ids are put in quotes first. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/("requestId"\s*:\s*)(\d{16,})(?=\s*[,}])/, '$1"$2"'))
  } catch {
    throw new MalformedPushError('The push cannot be read: the body is not JSON.')
  }
}
