import { hc } from 'hono/client'
import { expect, expectTypeOf, test } from 'vitest'
import { z } from 'zod'
import { operation } from './operation.ts'
import { createRouter } from './router.ts'

const moveSchema = z.object({ stage: z.enum(['prospect', 'hired']) })

const routes = createRouter()
  .openapi(
    operation({
      method: 'post',
      path: '/things/{id}/moves',
      summary: 'Moves a thing',
      public: true,
      params: z.object({ id: z.string() }),
      query: z.object({ quiet: z.enum(['yes', 'no']).optional() }),
      body: moveSchema,
      answer: moveSchema.extend({ id: z.string() }),
      status: 201,
    }),
    c => c.json({ id: c.req.valid('param').id, stage: c.req.valid('json').stage }, 201),
  )
  .openapi(
    operation({
      method: 'delete',
      path: '/things/{id}',
      summary: 'Removes a thing',
      params: z.object({ id: z.string() }),
    }),
    c => c.body(null, 204),
  )
  .openapi(
    operation({
      method: 'get',
      path: '/open',
      summary: 'Open',
      public: true,
      answer: z.object({ at: z.string().nullable() }),
    }),
    c => c.json({ at: null }, 200),
  )

const client = hc<typeof routes>('http://localhost', { fetch: routes.request })

test('the exact answer reaches the typed client', async () => {
  const answer = await client.things[':id'].moves.$post({
    param: { id: 'a' },
    query: { quiet: 'yes' },
    json: { stage: 'hired' },
  })
  const moved = await answer.json()
  expectTypeOf(moved).toEqualTypeOf<{ id: string; stage: 'prospect' | 'hired' }>()
  expect(answer.status).toBe(201)
  expect(moved).toEqual({ id: 'a', stage: 'hired' })
  const open = await (await client.open.$get()).json()
  expectTypeOf(open).toEqualTypeOf<{ at: string | null }>()
})
