import type { MiddlewareHandler } from 'hono'
import { invalid } from '../errors.ts'

/** A null character, or half of a pair of surrogates: no column takes them, so it is told at the door and in words. */
const unstorable = /[\0\p{Surrogate}]/u

/** For text that comes from elsewhere, where nobody could be asked to send it again. */
export function onlyStorable(text: string): string {
  return text.replace(new RegExp(unstorable, 'gu'), '')
}

export const refuseUnstorableText: MiddlewareHandler = async (c, next) => {
  const hasBody = !['GET', 'HEAD'].includes(c.req.method)
  if (c.req.url.includes('%00') || (hasBody && isUnstorable(await c.req.text()))) {
    throw invalid({
      code: 'unstorableText',
      message:
        'Some text holds a null character (U+0000) or half of a pair of surrogates, which cannot be stored. Take it out and send the request again.',
    })
  }
  await next()
}

export function isUnstorable(json: string): boolean {
  // Only as an escape do they get through the decoding of the body.
  if (!/\\u(?:0000|d[89a-f])/i.test(json)) return false
  let found = false
  try {
    JSON.parse(json, (key, value) => {
      if (unstorable.test(key) || (typeof value === 'string' && unstorable.test(value))) found = true
      return value
    })
  } catch {
    // No JSON at all: whoever reads it says so.
  }
  return found
}
