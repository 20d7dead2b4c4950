import { z } from '@hono/zod-openapi'

const refusalSchema = z.object({ message: z.string(), reason: z.string(), status: z.number().int() }).openapi('Refusal')

/** A JSON answer of a route, together with the refusal that any route can give. */
export function answersWith<T extends z.ZodType>(schema: T, description: string) {
  return {
    200: { description, content: { 'application/json': { schema } } },
    400: {
      description: 'Refused, with the reason; the status may also be 401, 403, 404, 409 or 429',
      content: { 'application/json': { schema: refusalSchema } },
    },
  } as const
}

export function takesJson<T extends z.ZodType>(schema: T) {
  return { body: { required: true, content: { 'application/json': { schema } } } } as const
}
