import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Sandbox } from '../sandbox.ts'
import { answersWith, takesJson } from './answers.ts'

const moveSchema = z
  .strictObject({
    advanceMs: z.number().int().min(0).optional(),
    set: z.union([z.number().int(), z.iso.datetime({ offset: true })]).optional(),
    freeze: z.boolean().optional(),
  })
  .refine(move => Object.keys(move).length > 0, 'give advanceMs, set or freeze')
  .openapi('ClockMove')

const clockSchema = z
  .object({ now: z.number(), nowText: z.string(), isFrozen: z.boolean(), timers: z.number().int() })
  .openapi('Clock')

export function addClockRoutes(control: OpenAPIHono, sandbox: Sandbox): void {
  const { clock } = sandbox
  const read = () => ({
    now: clock.now(),
    nowText: new Date(clock.now()).toISOString(),
    isFrozen: clock.isFrozen(),
    timers: clock.listTimers().length,
  })

  const show = createRoute({
    method: 'get',
    path: '/clock',
    summary: 'What time it is in the sandbox',
    responses: answersWith(clockSchema, 'Now'),
  })
  control.openapi(show, c => c.json(read(), 200))

  const move = createRoute({
    method: 'post',
    path: '/clock',
    summary: 'Advance, set, freeze or release the clock; retries and expiries on the way happen before the answer',
    request: takesJson(moveSchema),
    responses: answersWith(clockSchema, 'The new time'),
  })
  control.openapi(move, async c => {
    const { advanceMs, set, freeze } = c.req.valid('json')
    if (freeze === true) clock.freeze()
    if (freeze === false) clock.unfreeze()
    if (set !== undefined) await clock.moveTo(typeof set === 'number' ? set : Date.parse(set))
    if (advanceMs !== undefined) await clock.advance(advanceMs)
    return c.json(read(), 200)
  })
}
