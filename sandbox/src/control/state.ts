import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { Refusal } from '../refusal.ts'
import type { Sandbox } from '../sandbox.ts'
import { resetWorld, settle } from '../world.ts'
import { answersWith } from './answers.ts'

/** Whoever reads these could act for somebody else. */
const secretFields = ['clientSecret', 'token', 'code', 'sessionId']

export function addStateRoutes(control: OpenAPIHono, sandbox: Sandbox): void {
  const overview = createRoute({
    method: 'get',
    path: '/state',
    summary: 'The collections and how many records each holds',
    responses: answersWith(z.record(z.string(), z.number().int()), 'Counts by collection'),
  })
  control.openapi(overview, c => c.json(countRecords(sandbox), 200))

  const collection = createRoute({
    method: 'get',
    path: '/state/{collection}',
    summary: 'All records of one collection, without secrets',
    request: { params: z.object({ collection: describeName(sandbox) }) },
    responses: answersWith(
      z.object({
        collection: z.string(),
        count: z.number().int(),
        records: z.array(z.record(z.string(), z.unknown())),
      }),
      'The records as the sandbox holds them',
    ),
  })
  control.openapi(collection, c => {
    const name = c.req.valid('param').collection
    const records = listRecords(sandbox, name)
    return c.json({ collection: name, count: records.length, records }, 200)
  })

  const reset = createRoute({
    method: 'post',
    path: '/reset',
    summary: 'Back to the seed: no customer applications, traffic or faults, and the real time',
    responses: answersWith(z.object({ now: z.number() }), 'Done'),
  })
  control.openapi(reset, async c => {
    await resetWorld(sandbox)
    return c.json({ now: sandbox.clock.now() }, 200)
  })

  const settleRoute = createRoute({
    method: 'post',
    path: '/settle',
    summary: 'Waits until no push or challenge is under way and nothing is due',
    responses: answersWith(z.object({ now: z.number() }), 'Quiet'),
  })
  control.openapi(settleRoute, async c => {
    await settle(sandbox)
    return c.json({ now: sandbox.clock.now() }, 200)
  })
}

/** The names stand in the description: another one is a 404 that lists them, too. */
function describeName({ store }: Sandbox) {
  const names = Object.keys(store.collections).join(', ')
  return z.string().openapi({ description: `One of ${names}`, example: 'atsApplications' })
}

function countRecords({ store }: Sandbox): Record<string, number> {
  return Object.fromEntries(Object.entries(store.collections).map(([name, collection]) => [name, collection.size]))
}

function listRecords({ store }: Sandbox, name: string): Record<string, unknown>[] {
  const found = Object.entries(store.collections).find(([each]) => each === name)
  if (found === undefined) {
    const known = Object.keys(store.collections).join(', ')
    throw new Refusal(404, 'unknown-collection', `There is no collection ${name}. These exist: ${known}.`)
  }
  return found[1].list().map(withoutSecrets)
}

function withoutSecrets(record: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [name, secretFields.includes(name) ? '[redacted]' : value]),
  )
}
