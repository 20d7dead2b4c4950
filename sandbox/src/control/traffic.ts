import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Sandbox } from '../sandbox.ts'
import { copyAsCurl } from '../traffic.ts'
import { answersWith } from './answers.ts'

const callSchema = z
  .object({
    number: z.number().int(),
    direction: z.enum(['in', 'out']),
    at: z.number(),
    durationMs: z.number(),
    method: z.string(),
    sentMethod: z.string(),
    path: z.string(),
    query: z.string(),
    resource: z.string(),
    restliMethod: z.string().nullable(),
    isTunnelled: z.boolean(),
    clientId: z.string().nullable(),
    tokenKind: z.enum(['parent', 'child', 'member']).nullable(),
    requestHeaders: z.record(z.string(), z.string()),
    requestBody: z.string(),
    status: z.number().int().nullable(),
    responseHeaders: z.record(z.string(), z.string()),
    responseBody: z.string(),
    failure: z.string().nullable(),
    curl: z.string(),
  })
  .openapi('RecordedCall')

const filterSchema = z.object({
  direction: z.enum(['in', 'out']).optional(),
  method: z.string().optional(),
  path: z.string().optional().openapi({ description: 'Path without query; * stands for anything' }),
  resource: z.string().optional().openapi({ example: 'atsIntegrations' }),
  restliMethod: z.string().optional(),
  clientId: z.string().optional(),
  status: z.coerce.number().int().optional(),
  after: z.coerce.number().int().optional().openapi({ description: 'Only calls after the one with this number' }),
  limit: z.coerce.number().int().min(0).max(5_000).default(100),
})

export function addTrafficRoutes(control: OpenAPIHono, sandbox: Sandbox): void {
  const route = createRoute({
    method: 'get',
    path: '/traffic',
    summary: 'Recorded calls, the newest last; with limit=0 only their count',
    request: { query: filterSchema },
    responses: answersWith(
      z.object({ count: z.number().int(), calls: z.array(callSchema) }),
      'Calls without anything that could be used to call again',
    ),
  })
  control.openapi(route, c => {
    const { limit, ...filter } = c.req.valid('query')
    const calls = sandbox.traffic.list(filter)
    const shown = limit === 0 ? [] : calls.slice(-limit)
    const origin = sandbox.origin()
    return c.json({ count: calls.length, calls: shown.map(call => ({ ...call, curl: copyAsCurl(call, origin) })) }, 200)
  })
}
