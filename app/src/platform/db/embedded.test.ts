import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { projectRoot } from '../paths.ts'
import type { Db } from './db.ts'
import { openDb } from './db.ts'
import type { DatabaseUnavailable } from './unavailable.ts'
import { isOutage, isOutcomeUnknown } from './unavailable.ts'

const HANG_MS = 3_000
const PATIENCE = { timeout: 30_000, interval: 50 }

let folder: string
let db: Db
const news: (string | undefined)[] = []

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'lodestone-outage-'))
  db = await openDb({
    dataDir: path.join(folder, 'database'),
    statementTimeoutMs: HANG_MS,
    threadFile: path.join(projectRoot, 'app/src/platform/testing/full-disk-thread.mjs'),
    onOutage: outage => news.push(outage?.why),
  })
  await db.transactAsOwner(tx => sql`create table kept (word text)`.execute(tx))
})

afterAll(async () => {
  await db.close()
  await rm(folder, { recursive: true })
})

const keep = (word: string) => db.transactAsOwner(tx => sql`insert into kept values (${word})`.execute(tx))
const keptWords = async () => {
  const { rows } = await db.transactAsOwner(tx =>
    sql<{ word: string }>`select word from kept order by word`.execute(tx),
  )
  return rows.map(row => row.word)
}
const forever = sql`do $$ begin loop end loop; end $$`

async function failureOf(work: Promise<unknown>): Promise<DatabaseUnavailable> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!isOutage(error)) throw new Error(`This is no outage: ${error}`)
  return error
}

test('a database that hangs is opened anew: what was stored is there, what was under way is not, and the line goes on', async () => {
  await keep('before')
  const heard: string[] = []
  let caughtUp = 0
  await db.listen('trial', { onMessage: word => heard.push(word), onCatchUp: () => caughtUp++ })
  const hanging = failureOf(
    db.transactAsOwner(async tx => {
      await sql`insert into kept values ('under way')`.execute(tx)
      await forever.execute(tx)
    }),
  )
  const waiting = keep('waited in line')
  expect((await hanging).isOutcomeUnknown).toBe(false)
  await waiting
  expect(await keptWords()).toEqual(['before', 'waited in line'])
  expect(caughtUp).toBe(1)
  await db.transactAsOwner(tx => sql`select pg_notify('trial', 'again')`.execute(tx))
  await vi.waitFor(() => expect(heard).toEqual(['again']), PATIENCE)
  await vi.waitFor(() => expect(news).toEqual(['away', undefined]), PATIENCE)
})

test('what cannot be sent is refused, and its time does not run', async () => {
  const started = vi.spyOn(globalThis, 'setTimeout')
  const cleared = vi.spyOn(globalThis, 'clearTimeout')
  const unsendable = { method: () => undefined }
  await expect(db.transactAsOwner(tx => sql`select ${unsendable}`.execute(tx))).rejects.toThrow('could not be cloned')
  const timers = started.mock.results
    .filter((_result, call) => started.mock.calls[call]?.[1] === HANG_MS)
    .map(result => result.value)
  // Of the beginning and of the rollback.
  expect(timers).toHaveLength(2)
  expect(cleared.mock.calls.map(([timer]) => timer)).toEqual(expect.arrayContaining(timers))
  started.mockRestore()
  cleared.mockRestore()
})

test('a commit that gets no answer is said to be unknown', async () => {
  await db.transactAsOwner(tx =>
    sql`create function never_ends() returns trigger language plpgsql as $$ begin loop end loop; end $$;
        create table endless (id int);
        create constraint trigger at_commit after insert on endless deferrable initially deferred
          for each row execute function never_ends()`.execute(tx),
  )
  const attempt = db.transactAsOwner(tx => sql`insert into endless values (1)`.execute(tx))
  await expect(attempt).rejects.toSatisfy(isOutcomeUnknown)
  expect(await db.findOutage()).toBeUndefined()
})

test('on a full disk reads go on, changes are refused and leave nothing, and all is well when there is room again', async () => {
  news.length = 0
  const before = await keptWords()
  await writeFile(path.join(folder, 'database.disk'), 'grow')
  const much = db.transactAsOwner(tx =>
    sql`insert into kept select repeat(md5(n::text), 60) from generate_series(1, 20000) n`.execute(tx),
  )
  expect(await failureOf(much)).toMatchObject({ why: 'full', isOutcomeUnknown: false })
  expect(await keptWords()).toEqual(before)
  expect((await db.findOutage())?.message).toContain('The disk of the database is full.')
  await rm(path.join(folder, 'database.disk'))
  expect(await db.findOutage()).toBeUndefined()
  expect(news).toEqual(['full', undefined])
  await keep('with room')
  expect(await keptWords()).toContain('with room')
})

test('a database that ends itself because nothing can be written is opened anew as soon as it can', async () => {
  await keep('safe')
  await writeFile(path.join(folder, 'database.disk'), 'write')
  // The page has room, so the first write that fails is that of the log.
  const startedAt = performance.now()
  expect(await failureOf(keep('perhaps'))).toMatchObject({ why: 'full', isOutcomeUnknown: true })
  expect(performance.now() - startedAt).toBeLessThan(HANG_MS)
  expect(await db.findOutage()).toBeDefined()
  await failureOf(keptWords())
  await rm(path.join(folder, 'database.disk'))
  await vi.waitFor(async () => expect(await db.findOutage()).toBeUndefined(), PATIENCE)
  expect(await keptWords()).toContain('safe')
})
