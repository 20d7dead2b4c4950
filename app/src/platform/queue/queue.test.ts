import { EventEmitter, once } from 'node:events'
import { expect, test } from 'vitest'
import type { App } from '../app.ts'
import { aTenant } from '../testing/builders.ts'
import { testApp, testClock } from '../testing/test-app.ts'
import { perform } from '../work.ts'
import type { ClaimedTask, NewTask } from './queue.ts'
import { claimTask, enqueue, LEASE_SECONDS, TryLater } from './queue.ts'
import { startQueue } from './run-queue.ts'

let kinds = 0
const aKind = () => `trial.${process.pid}.${kinds++}`

async function put(app: App, tenantId: string, task: NewTask): Promise<void> {
  await perform(app, { kind: 'operator', tenantId }, work => enqueue(work, task))
}

async function rows(app: App, kind: string) {
  return app.db.transactAsOwner(tx => tx.selectFrom('task').selectAll().where('kind', '=', kind).execute())
}

async function claim(app: App, kind: string) {
  const run = await claimTask(app, [kind])
  if (!run) throw new Error('nothing was due')
  return run
}

test('a second request for the same key joins the first', async () => {
  const app = await testApp()
  const tenant = await aTenant(app)
  const kind = aKind()
  await put(app, tenant.id, { kind, key: 'k', payload: { n: 1 } })
  await put(app, tenant.id, { kind, key: 'k', payload: { n: 2 } })
  expect((await rows(app, kind)).map(row => row.payload)).toEqual([{ n: 2 }])
})

test('asked for again while it runs, a task runs once more', async () => {
  const app = await testApp()
  const tenant = await aTenant(app)
  const kind = aKind()
  await put(app, tenant.id, { kind, key: 'k', payload: { n: 1 } })
  const seen: unknown[] = []
  await (await claim(app, kind)).run(async (_app, task) => {
    seen.push(task.payload.n)
    await put(app, tenant.id, { kind, key: 'k', payload: { n: 2 } })
  })
  await (await claim(app, kind)).run(async (_app, task) => {
    seen.push(task.payload.n)
  })
  expect(seen).toEqual([1, 2])
  expect(await rows(app, kind)).toEqual([])
})

test('who lost the lease can no longer finish: the change is undone', async () => {
  const clock = testClock('2026-11-23T08:00:00Z')
  const app = await testApp({ clock })
  const tenant = await aTenant(app)
  const kind = aKind()
  await put(app, tenant.id, { kind, key: 'k', payload: {} })
  const slow = await claim(app, kind)
  expect(await claimTask(app, [kind])).toBeUndefined()
  clock.moveMs((LEASE_SECONDS + 1) * 1000)
  const quick = await claim(app, kind)
  const rename = (name: string) => async (_app: App, task: ClaimedTask) => {
    await task.finish(async work => {
      await work.tx.updateTable('tenant').set({ name }).where('id', '=', tenant.id).execute()
    })
  }
  await slow.run(rename('by the slow one'))
  await quick.run(rename('by the quick one'))
  const row = await app.db.transactAsOwner(tx =>
    tx.selectFrom('tenant').select('name').where('id', '=', tenant.id).executeTakeFirstOrThrow(),
  )
  expect(row.name).toBe('by the quick one')
  expect(await rows(app, kind)).toEqual([])
})

test('who lost the lease in the middle of many transactions stops there', async () => {
  const clock = testClock('2026-11-23T08:00:00Z')
  const app = await testApp({ clock })
  const tenant = await aTenant(app)
  const kind = aKind()
  await put(app, tenant.id, { kind, key: 'k', payload: {} })
  const seen: string[] = []
  const steps = (name: string, between: () => Promise<void>) => async (_app: App, task: ClaimedTask) => {
    const step = () =>
      perform(app, { kind: 'operator', tenantId: tenant.id }, async work => {
        await task.refuseUnlessHeld(work)
        seen.push(name)
      })
    await step()
    await between()
    await step()
  }
  const slow = await claim(app, kind)
  await slow.run(
    steps('slow', async () => {
      clock.moveMs((LEASE_SECONDS + 1) * 1000)
      await (await claim(app, kind)).run(steps('quick', async () => undefined))
    }),
  )
  expect(seen).toEqual(['slow', 'quick', 'quick'])
  expect(await rows(app, kind)).toEqual([])
})

test('a failure waits longer each time, says why, and is never given up', async () => {
  const clock = testClock('2026-11-23T08:00:00Z')
  const app = await testApp({ clock })
  const tenant = await aTenant(app)
  const kind = aKind()
  await put(app, tenant.id, { kind, key: 'k', payload: {} })
  const waits: number[] = []
  while (waits.length < 14) {
    await (await claim(app, kind)).run(async () => {
      throw new Error('the other side said no')
    })
    const [row] = await rows(app, kind)
    waits.push((row?.run_at.getTime() ?? 0) - clock.now().getTime())
    clock.moveMs(waits.at(-1) ?? 0)
  }
  expect(waits.every((wait, i) => i === 0 || wait > (waits[i - 1] ?? 0) || wait >= 600_000)).toBe(true)
  expect((await rows(app, kind))[0]).toMatchObject({ attempts: 14, last_error: 'the other side said no' })
})

test('a planned delay is not a failure', async () => {
  const clock = testClock('2026-11-23T08:00:00Z')
  const app = await testApp({ clock })
  const tenant = await aTenant(app)
  const kind = aKind()
  await put(app, tenant.id, { kind, key: 'k', payload: {} })
  const at = new Date('2026-11-23T09:00:00Z')
  await (await claim(app, kind)).run(async () => {
    throw new TryLater(at, 'LinkedIn asked for a pause')
  })
  expect(await claimTask(app, [kind])).toBeUndefined()
  clock.moveMs(3_600_000)
  expect((await claim(app, kind)).key).toBe('k')
})

test('asked for while it runs, a task that is then put off still runs at the newer time', async () => {
  const clock = testClock('2026-11-23T08:00:00Z')
  const app = await testApp({ clock })
  const tenant = await aTenant(app)
  const kind = aKind()
  await put(app, tenant.id, { kind, key: 'k', payload: {} })
  await (await claim(app, kind)).run(async () => {
    await put(app, tenant.id, { kind, key: 'k', payload: {} })
    throw new TryLater(new Date('2026-11-24T00:00:00Z'), 'today is used up')
  })
  expect((await claim(app, kind)).key).toBe('k')
})

test('the running queue works off everything that is due, each task once', async () => {
  const app = await testApp()
  const tenant = await aTenant(app)
  const kind = aKind()
  const done: string[] = []
  const queue = await startQueue(app, {
    [kind]: async (_app, task) => {
      done.push(task.key)
    },
  })
  await Promise.all(Array.from({ length: 30 }, (_, i) => put(app, tenant.id, { kind, key: `k${i}`, payload: {} })))
  await queue.settle()
  await queue.stop()
  expect(done.sort()).toEqual(Array.from({ length: 30 }, (_, i) => `k${i}`).sort())
})

test('with all hands full the database is not asked for more', async () => {
  const app = await testApp()
  const tenant = await aTenant(app)
  const kind = aKind()
  const signals = new EventEmitter()
  const [begun, released] = [once(signals, 'begun'), once(signals, 'released')]
  const done: string[] = []
  let asked = 0
  const db: App['db'] = {
    ...app.db,
    transactAsOwner: work => {
      asked++
      return app.db.transactAsOwner(work)
    },
  }
  for (const key of ['held', 'next']) await put(app, tenant.id, { kind, key, payload: {} })
  const hold = async (_app: App, task: ClaimedTask) => {
    signals.emit('begun')
    await released
    done.push(task.key)
  }
  const queue = await startQueue({ ...app, db }, { [kind]: hold }, { workers: 1 })
  await begun
  const askedWhenFull = asked
  // As many round trips of our own as a queue that asks on would need for many of its own.
  for (let i = 0; i < 300; i++)
    await app.db.transactAsOwner(tx => tx.selectFrom('task').select('id').limit(1).execute())
  expect(asked - askedWhenFull).toBeLessThanOrEqual(1)
  signals.emit('released')
  await queue.settle()
  await queue.stop()
  expect(done.sort()).toEqual(['held', 'next'])
})
