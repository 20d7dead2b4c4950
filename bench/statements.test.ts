import { expect, test } from 'vitest'
import { openDb } from '../app/src/platform/db/db.ts'
import { renewed, StatementRecorder } from './statements.ts'
import { isOfWorld } from './world.ts'

test('only the statements of one user are written down, and none of them stays', async () => {
  const recorder = new StatementRecorder('user_1')
  const db = await openDb({ around: recorder.around })
  await db.transactAsOwner(tx => tx.schema.createTable('pebble').addColumn('colour', 'text').execute())
  await db.transactAsOwner(tx => tx.executeQuery({ ...raw, sql: 'grant all on pebble to lodestone_app' }))
  const add = { ...raw, sql: 'insert into pebble values ($1)', parameters: ['red'] }
  const tenantId = '0197a000-0000-7000-8000-000000000001'
  await db.transact({ tenantId, userId: 'user_2' }, tx => tx.executeQuery(add))
  await db.transact({ tenantId, userId: 'user_1' }, tx => tx.executeQuery(add))
  const [begin, ...rest] = recorder.take()
  expect(begin?.text).toContain("set_config('app.user', 'user_1', true)")
  expect(rest).toEqual([
    { text: add.sql, parameters: ['red'] },
    { text: 'select 1; commit', parameters: [] },
  ])
  const { rows } = await db.owner.executeQuery({ ...raw, sql: 'select count(*) as count from pebble' })
  expect(rows).toEqual([{ count: 1 }])
  await db.close()
}, 60_000)

const raw = {
  query: { kind: 'RawNode', sqlFragments: [], parameters: [] },
  parameters: [],
  queryId: { queryId: 'x' },
} as const

test('made ids are made anew, the same one alike, also inside JSON; ids of the world stay', () => {
  let made = 0
  const make = (prefix: string) => `${prefix}_made${++made}`
  const move = 'move_01kb8pyd3sfknv8jthqj0cvw2e'
  const known = 'cand_00000000000000000000000042'
  const at = new Date(0)
  const again = renewed(
    [
      { text: 'insert', parameters: [move, known, at] },
      { text: 'event', parameters: ['evt_01kb8pyd3sfknv8jthqj0cvw2f', `{"moveId":"${move}"}`] },
    ],
    isOfWorld,
    make,
  )
  expect(again).toEqual([
    { text: 'insert', parameters: ['move_made1', known, at] },
    { text: 'event', parameters: ['evt_made2', '{"moveId":"move_made1"}'] },
  ])
})
