import type { MiddlewareHandler } from 'hono'
import { Refusal } from '../errors.ts'

/** Refuses a body beyond the limit before it is read whole, also when its length was not announced. */
export function limitBody(maxBytes: number): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    const announced = c.req.header('content-length')
    if (announced !== undefined && !c.req.header('transfer-encoding')) {
      if (Number(announced) > maxBytes) throw tooLarge(maxBytes)
    } else if (c.req.raw.body) {
      const body = await readWithin(c.req.raw.body, maxBytes)
      c.req.raw = new Request(c.req.raw.url, { method: c.req.method, headers: c.req.raw.headers, body })
    }
    await next()
  }
}

async function readWithin(stream: ReadableStream<Uint8Array>, maxBytes: number): Promise<ArrayBuffer> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of stream) {
    length += part.byteLength
    if (length > maxBytes) throw tooLarge(maxBytes)
    parts.push(part)
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.byteLength
  }
  return whole.buffer
}

function tooLarge(maxBytes: number): Refusal {
  const kilobytes = Math.floor(maxBytes / 1024)
  return new Refusal('tooLarge', {
    code: 'bodyTooLarge',
    message: `The body is larger than the ${kilobytes} kB that this address takes. Send less in one request.`,
    params: { kilobytes },
  })
}
