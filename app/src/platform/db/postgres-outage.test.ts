import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { CuttableServer } from '../testing/cuttable-server.ts'
import { cuttable } from '../testing/cuttable-server.ts'
import { createDatabase } from '../testing/test-database.ts'
import type { Db } from './db.ts'
import { openDb } from './db.ts'
import { isOutage, isOutcomeUnknown } from './unavailable.ts'

const server = process.env.LODESTONE_TEST_DATABASE_URL
const APPLICATION = `lodestone outage ${process.pid}`
const PATIENCE = { timeout: 20_000, interval: 50 }

describe.runIf(server)('on a PostgreSQL server', () => {
  let wire: CuttableServer
  let admin: pg.Client
  let direct: Db
  let db: Db
  const news: (string | undefined)[] = []

  beforeAll(async () => {
    const url = await createDatabase(server ?? '', 'outage')
    admin = new pg.Client({ connectionString: server })
    await admin.connect()
    wire = await cuttable(url)
    const throughWire = new URL(wire.url)
    throughWire.searchParams.set('application_name', APPLICATION)
    direct = await openDb({ url, poolSize: 2 })
    db = await openDb({ url: throughWire.href, poolSize: 5, onOutage: outage => news.push(outage?.why) })
    await direct.transactAsOwner(tx => sql`create table kept (word text)`.execute(tx))
  })

  afterAll(async () => {
    await db.close()
    await direct.close()
    await admin.end()
    await wire.stop()
  })

  const keep = (word: string) => db.transactAsOwner(tx => sql`insert into kept values (${word})`.execute(tx))
  const timesKept = async () => {
    const { rows } = await direct.transactAsOwner(tx => sql<{ word: string }>`select word from kept`.execute(tx))
    return (word: string) => rows.filter(row => row.word === word).length
  }
  const endSessions = () =>
    admin.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1`, [APPLICATION])

  test('sessions that ended while they waited in the pool are not noticed by anybody', async () => {
    await Promise.all(['a', 'b', 'c', 'd', 'e'].map(keep))
    await endSessions()
    await Promise.all(['f', 'g', 'h', 'i', 'j'].map(keep))
    const times = await timesKept()
    expect([...'abcdefghij'].map(times)).toEqual(Array(10).fill(1))
  })

  test('whatever is answered while sessions are being ended is true', async () => {
    const outcomes = new Map<string, 'kept' | 'undone' | 'unknown'>()
    const isEnough = () => outcomes.size >= 100
    const write = async (writer: number) => {
      for (let turn = 0; !isEnough(); turn++) {
        const word = `writer ${writer}, turn ${turn}`
        await keep(word).then(
          () => outcomes.set(word, 'kept'),
          error => {
            if (!isOutage(error)) throw error
            outcomes.set(word, isOutcomeUnknown(error) ? 'unknown' : 'undone')
          },
        )
      }
    }
    const end = async () => {
      while (!isEnough()) await endSessions()
    }
    await Promise.all([end(), ...[1, 2, 3, 4, 5].map(write)])
    const times = await timesKept()
    const wrong = [...outcomes].filter(([word, outcome]) => {
      if (outcome === 'unknown') return times(word) > 1
      return times(word) !== (outcome === 'kept' ? 1 : 0)
    })
    expect(wrong).toEqual([])
    expect(new Set(outcomes.values())).toContain('undone')
    expect(await db.findOutage()).toBeUndefined()
  })

  test.each([
    ['unheard', 0],
    ['unanswered', 1],
  ] as const)('a commit that the server left %s is said to be unknown', async (moment, times) => {
    wire.breakAtCommit(moment)
    await expect(keep(moment)).rejects.toSatisfy(isOutcomeUnknown)
    await vi.waitFor(async () => expect((await timesKept())(moment)).toBe(times), PATIENCE)
    await keep(`after ${moment}`)
  })

  test('a server that cannot be reached is told at once and once, and is found again', async () => {
    expect(await db.findOutage()).toBeUndefined()
    news.length = 0
    let catchUps = 0
    const heard: string[] = []
    const stop = await db.listen('lodestone_trial', {
      onMessage: word => heard.push(word),
      onCatchUp: () => catchUps++,
    })
    await wire.cut()
    for (let tries = 0; tries < 5; tries++) {
      await expect(keep('nowhere')).rejects.toSatisfy(error => isOutage(error) && !isOutcomeUnknown(error))
    }
    expect((await db.findOutage())?.message).toBe(
      'The database server cannot be reached (ECONNREFUSED). Check that it runs and that LODESTONE_DATABASE_URL is right.',
    )
    await wire.mend()
    // Nobody asks; it is noticed all the same.
    await vi.waitFor(() => expect(news).toEqual(['away', undefined]), PATIENCE)
    await vi.waitFor(() => expect(catchUps).toBeGreaterThan(0), PATIENCE)
    await direct.transactAsOwner(tx => sql`select pg_notify('lodestone_trial', 'again')`.execute(tx))
    await vi.waitFor(() => expect(heard).toEqual(['again']), PATIENCE)
    await stop()
    expect((await timesKept())('nowhere')).toBe(0)
  })
})
