import { createHash } from 'node:crypto'
import { EventEmitter, once } from 'node:events'
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { App } from '../app.ts'
import { conflict } from '../errors.ts'
import { operation } from '../http/operation.ts'
import { createRouter } from '../http/router.ts'
import { claimTask } from '../queue/queue.ts'
import { aTenant, aUser } from '../testing/builders.ts'
import { testApp, testClock } from '../testing/test-app.ts'
import { signedIn, type TestAnswer } from '../testing/test-http.ts'
import { perform } from '../work.ts'
import { DROP_KEPT_ANSWERS, dropKeptAnswers } from './drop-kept-answers.job.ts'

const thing = z.object({ id: z.string(), name: z.string() })
const newThing = z.object({ name: z.string().min(2) })

/** A slice whose every change is an event, so that changes can be counted. */
function things(before: { answer?: () => Promise<void>; commit?: () => Promise<void> } = {}) {
  return (app: App) =>
    createRouter()
      .openapi(
        operation({
          method: 'post',
          path: '/things',
          summary: 'Makes',
          body: newThing,
          answer: thing,
          status: 201,
        }),
        async c => {
          const { name } = c.req.valid('json')
          const made = await perform(app, c.get('actor'), async work => {
            const id = crypto.randomUUID()
            await work.record({ kind: 'thing.made', subject: { kind: 'thing', id } })
            await before.commit?.()
            if (name === 'taken') throw conflict({ code: 'thing.taken', message: 'Taken.' })
            return { id, name }
          })
          await before.answer?.()
          return c.json(made, 201)
        },
      )
      .openapi(
        operation({ method: 'post', path: '/renamed', summary: 'Answers otherwise', answer: thing, status: 201 }),
        async c => {
          const id = await perform(app, c.get('actor'), async work => {
            await work.record({ kind: 'thing.made', subject: { kind: 'thing', id: 'x' } })
            return crypto.randomUUID()
          })
          await before.answer?.()
          return c.json({ id, name: 'renamed' }, 201)
        },
      )
      .openapi(operation({ method: 'post', path: '/nothing', summary: 'Answers nothing' }), async c => {
        await perform(app, c.get('actor'), work =>
          work.record({ kind: 'thing.made', subject: { kind: 'thing', id: 'x' } }),
        )
        return c.body(null, 204)
      })
}

async function aWorld(options: Parameters<typeof testApp>[0] & { before?: Parameters<typeof things>[0] } = {}) {
  const app = await testApp(options)
  const tenant = await aTenant(app)
  const user = await aUser(app, tenant)
  const browser = await signedIn(app, user, things(options.before))
  const post = (key: string, body: unknown = { name: 'bulb' }, path = 'things') =>
    browser.post(`/api/v1/${path}`, body, { 'idempotency-key': key })
  const count = async () => {
    const rows = await app.db.transact({ tenantId: tenant.id }, tx =>
      tx.selectFrom('event').select('id').where('tenant_id', '=', tenant.id).where('kind', '=', 'thing.made').execute(),
    )
    return rows.length
  }
  const kept = () =>
    app.db.transact({ tenantId: tenant.id }, tx =>
      tx.selectFrom('kept_answer').selectAll().where('tenant_id', '=', tenant.id).execute(),
    )
  return { app, tenant, user, browser, post, count, kept }
}

const code = (answer: TestAnswer) => [answer.status, Object(answer.body).code]
const isReplayed = (answer: TestAnswer) => answer.headers.get('idempotency-replayed') === 'true'

test('the same request again changes nothing and gets the same answer, which says that it is a repeat', async () => {
  const { post, count } = await aWorld()
  const first = await post('k1')
  const second = await post('k1')
  expect(first.status).toBe(201)
  expect(isReplayed(first)).toBe(false)
  expect([second.status, second.body, second.headers.get('content-type')]).toEqual([
    201,
    first.body,
    first.headers.get('content-type'),
  ])
  expect(isReplayed(second)).toBe(true)
  expect(await count()).toBe(1)
  expect((await post('k2')).body).not.toEqual(first.body)
  expect(await count()).toBe(2)
})

test('an empty answer, and one that is not what the verb returned, are repeated as they were', async () => {
  const { post, count } = await aWorld()
  expect((await post('n', undefined, 'nothing')).status).toBe(204)
  const empty = await post('n', undefined, 'nothing')
  expect([empty.status, empty.body, isReplayed(empty)]).toEqual([204, '', true])
  const first = await post('r', undefined, 'renamed')
  const second = await post('r', undefined, 'renamed')
  expect([second.status, second.body, isReplayed(second)]).toEqual([201, first.body, true])
  expect(await count()).toBe(2)
})

test('a key belongs to one request: another body or another address is refused', async () => {
  const { post, count } = await aWorld()
  await post('k')
  expect(code(await post('k', { name: 'other' }))).toEqual([422, 'idempotency.otherRequest'])
  expect(code(await post('k', undefined, 'nothing'))).toEqual([422, 'idempotency.otherRequest'])
  expect(await count()).toBe(1)
})

test('a key belongs to one caller', async () => {
  const { app, tenant, post, count } = await aWorld()
  const first = await post('k')
  const other = await signedIn(app, await aUser(app, tenant), things())
  const theirs = await other.post('/api/v1/things', { name: 'bulb' }, { 'idempotency-key': 'k' })
  expect(isReplayed(theirs)).toBe(false)
  expect(theirs.body).not.toEqual(first.body)
  expect(await count()).toBe(2)
})

test('what was refused before the work began is not kept: the corrected request may use the same key', async () => {
  const { post, kept, browser } = await aWorld()
  expect(code(await post('k', { name: 'x' }))).toEqual([422, 'invalidInput'])
  const malformed = { body: '{"name":', headers: { 'idempotency-key': 'k' } }
  expect((await browser.send('POST', '/api/v1/things', malformed)).status).toBe(400)
  expect(await kept()).toEqual([])
  expect((await post('k', { name: 'bulb' })).status).toBe(201)
})

test('what the product itself refused is kept, with its reason', async () => {
  const { post, count } = await aWorld()
  const first = await post('k', { name: 'taken' })
  const second = await post('k', { name: 'taken' })
  expect(code(first)).toEqual([409, 'thing.taken'])
  expect([second.body, isReplayed(second)]).toEqual([first.body, true])
  expect(await count()).toBe(0)
})

test.each(['', 'x'.repeat(256)])('a key of a wrong length is refused (%#)', async key => {
  const { post, count } = await aWorld()
  const answer = await post(key)
  expect(code(answer)).toEqual([422, 'invalidInput'])
  expect(await count()).toBe(0)
})

test('where everybody is let in, a key changes nothing: what comes out of it may be meant for this moment only', async () => {
  const { app, user, kept } = await aWorld()
  const browser = await signedIn(app, user, () =>
    createRouter().openapi(
      operation({ method: 'post', path: '/open', summary: 'Opens', public: true, answer: thing }),
      c => c.json({ id: crypto.randomUUID(), name: 'a secret' }, 200),
    ),
  )
  const post = () => browser.post('/api/v1/open', undefined, { 'idempotency-key': 'k' })
  const first = await post()
  expect(await kept()).toEqual([])
  const second = await post()
  expect([first.status, second.status, isReplayed(second)]).toEqual([200, 200, false])
  expect(second.body).not.toEqual(first.body)
})

test('the mark of a request does not tell what stood in it: somebody may have sent a password', async () => {
  const { post, kept } = await aWorld()
  await post('k')
  const plain = createHash('sha256').update('POST /api/v1/things\n{"name":"bulb"}').digest('hex')
  expect((await kept())[0]?.fingerprint).not.toBe(plain)
})

test('of twenty at once one does the work; the others are told to wait, or get its answer', async () => {
  const { post, count } = await aWorld()
  const answers = await Promise.all(Array.from({ length: 20 }, () => post('k')))
  const made = answers.filter(answer => answer.status === 201)
  const told = answers.filter(answer => answer.status === 409)
  expect(made.length + told.length).toBe(20)
  expect(new Set(made.map(answer => JSON.stringify(answer.body))).size).toBe(1)
  for (const answer of told) expect(code(answer)).toEqual([409, 'idempotency.inFlight'])
  expect(await count()).toBe(1)
})

test('while the first is under way the second is told so, and when to come back', async () => {
  const signals = new EventEmitter()
  const [begun, released] = [once(signals, 'begun'), once(signals, 'released')]
  const answer = async () => {
    signals.emit('begun')
    await released
  }
  const { post } = await aWorld({ before: { answer } })
  const first = post('k', undefined, 'renamed')
  await begun
  // Its change is made, but what it answers only its route knows.
  expect(code(await post('k', undefined, 'renamed'))).toEqual([409, 'idempotency.answerLost'])
  signals.emit('released')
  expect((await first).status).toBe(201)
  expect(isReplayed(await post('k', undefined, 'renamed'))).toBe(true)
})

test('an error of the server before the commit frees the key', async () => {
  let failures = 0
  const commit = async () => {
    failures += 1
    if (failures === 1) throw new Error('the disk is full')
  }
  const { post, count } = await aWorld({ before: { commit } })
  expect((await post('k')).status).toBe(500)
  expect(await count()).toBe(0)
  const again = await post('k')
  expect([again.status, isReplayed(again)]).toEqual([201, false])
  expect(await count()).toBe(1)
})

test('an error of the server after the commit does not: the repeat gets the answer that was kept with the change', async () => {
  const answer = async () => {
    throw new Error('the connection broke')
  }
  const { post, count } = await aWorld({ before: { answer } })
  expect((await post('k')).status).toBe(500)
  const again = await post('k')
  expect(again).toMatchObject({ status: 201, body: { name: 'bulb' } })
  expect(isReplayed(again)).toBe(true)
  expect(await count()).toBe(1)
})

test('who dies at work holds the key for a minute; who was only slow changes nothing any more', async () => {
  const clock = testClock('2026-11-23T08:00:00Z')
  const signals = new EventEmitter()
  const [begun, released] = [once(signals, 'begun'), once(signals, 'released')]
  let first = true
  const { app, user, count } = await aWorld({ clock })
  // Held before its transaction begins: on the embedded database an open one would hold up everybody.
  const slow = await signedIn(app, user, given =>
    createRouter().openapi(
      operation({ method: 'post', path: '/things', summary: 'Makes', body: newThing, answer: thing, status: 201 }),
      async c => {
        if (first) {
          first = false
          signals.emit('begun')
          await released
        }
        const made = await perform(given, c.get('actor'), async work => {
          await work.record({ kind: 'thing.made', subject: { kind: 'thing', id: 'x' } })
          return { id: 'x', name: 'bulb' }
        })
        return c.json(made, 201)
      },
    ),
  )
  const post = () => slow.post('/api/v1/things', { name: 'bulb' }, { 'idempotency-key': 'k' })
  const late = post()
  await begun
  expect(code(await post())).toEqual([409, 'idempotency.inFlight'])
  clock.moveMs(60_000)
  expect((await post()).status).toBe(201)
  signals.emit('released')
  expect(code(await late)).toEqual([409, 'idempotency.takenOver'])
  expect(await count()).toBe(1)
})

test('after a day the answer is gone, and the key is free', async () => {
  const clock = testClock('2026-11-23T08:00:00Z')
  const { app, tenant, post, count, kept } = await aWorld({ clock })
  const drop = async () => {
    for (let run = await claimTask(app, [DROP_KEPT_ANSWERS]); run; run = await claimTask(app, [DROP_KEPT_ANSWERS]))
      await run.run(dropKeptAnswers)
  }
  await post('early')
  clock.moveMs(12 * 60 * 60 * 1000)
  await post('late')
  expect(await kept()).toHaveLength(2)
  clock.moveMs(12 * 60 * 60 * 1000)
  await drop()
  expect((await kept()).map(row => row.key)).toEqual(['late'])
  clock.moveMs(12 * 60 * 60 * 1000 - 1)
  expect(isReplayed(await post('late'))).toBe(true)
  clock.moveMs(1)
  // Also when the job has not come by yet.
  expect(isReplayed(await post('late'))).toBe(false)
  clock.moveMs(24 * 60 * 60 * 1000)
  await drop()
  expect(await kept()).toEqual([])
  expect(await count()).toBe(3)
  const left = await app.db.owner.selectFrom('task').select('id').where('tenant_id', '=', tenant.id).execute()
  expect(left).toEqual([])
})

test('the document shows the header on every POST for callers who are known', async () => {
  const { browser } = await aWorld()
  const { paths } = Object((await browser.get('/api/openapi.json')).body)
  expect(paths['/api/v1/things'].post.parameters).toMatchObject([
    { in: 'header', name: 'Idempotency-Key', schema: { type: 'string', minLength: 1, maxLength: 255 } },
  ])
})
