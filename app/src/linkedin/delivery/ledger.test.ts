import { expect, test } from 'vitest'
import { aTenant } from '../../platform/testing/builders.ts'
import { testApp, testClock } from '../../platform/testing/test-app.ts'
import { look, perform } from '../../platform/work.ts'
import { parseReason, reasonOf } from './delivery-reason.shapes.ts'
import type { SentRecord } from './ledger.ts'
import { accept, refuse, tryAgain } from './ledger.ts'

async function aSentRecord() {
  const app = await testApp({ clock: testClock('2026-11-30T08:00:00Z') })
  const { id: tenantId } = await aTenant(app)
  const actor = { kind: 'operator', tenantId } as const
  const sentAt = app.clock.now()
  const record: SentRecord = { resource: 'acl', key: 'user-1/TN-1', subjectId: 'job_1', wanted: 'present', sentAt }
  await perform(app, actor, work =>
    work.tx
      .insertInto('sync_record')
      .values({
        tenant_id: tenantId,
        resource: 'acl',
        key: record.key,
        subject_id: record.subjectId,
        wanted: 'present',
        state: 'sent',
        wanted_version: 1,
        sent_version: 1,
        sent_at: sentAt,
        next_try_at: sentAt,
        updated_at: sentAt,
      })
      .execute(),
  )
  const read = () =>
    look(app, actor, tx =>
      tx
        .selectFrom('sync_record')
        .select(['state', 'wanted_version', 'accepted_version', 'attempts', 'reason'])
        .where('tenant_id', '=', tenantId)
        .executeTakeFirstOrThrow(),
    )
  return { app, actor, record, read }
}

test('the answer to an older sending is not taken for the newer one’s, and has the record said again', async () => {
  const { app, actor, record, read } = await aSentRecord()
  const late = { ...record, sentAt: new Date(record.sentAt.getTime() - 60_000) }
  await perform(app, actor, work => accept(work, late))
  expect(await read()).toMatchObject({ state: 'sent', wanted_version: 2, accepted_version: 0 })
  await perform(app, actor, work => accept(work, record))
  expect(await read()).toMatchObject({ state: 'queued', accepted_version: 1 })
})

test('a late answer queues again what was accepted meanwhile: LinkedIn may hold the older one', async () => {
  const { app, actor, record, read } = await aSentRecord()
  await perform(app, actor, work => accept(work, record))
  expect(await read()).toMatchObject({ state: 'accepted' })
  await perform(app, actor, work => refuse(work, { ...record, sentAt: new Date(0) }, reasonOf('refused')))
  expect(await read()).toMatchObject({ state: 'queued', wanted_version: 2 })
})

test('a try that failed keeps its reason in a form that can be worded', async () => {
  const { app, actor, record, read } = await aSentRecord()
  await perform(app, actor, work => tryAgain(work, record, { reason: reasonOf('failedThere', { words: 'Busy' }) }))
  const { reason, attempts } = await read()
  expect(attempts).toBe(1)
  expect(parseReason(reason ?? '')).toEqual({ cause: 'failedThere', words: 'Busy', field: null, count: null })
  expect(parseReason('LinkedIn says: No.')).toEqual({
    cause: 'refused',
    words: 'LinkedIn says: No.',
    field: null,
    count: null,
  })
})
