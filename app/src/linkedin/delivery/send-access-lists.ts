import { deleteEntityAclAssignees, putEntityAclAssignees } from '@lodestone/rsc/ats-entity-acl-assignees'
import { deleteEntityAcls, putEntityAcls } from '@lodestone/rsc/ats-entity-acls'
import type { RecordVerdict } from '@lodestone/rsc/batch'
import type { Client } from '@lodestone/rsc/client'
import { sql } from 'kysely'
import type { Work } from '../../platform/work.ts'
import { perform } from '../../platform/work.ts'
import { permissionsOf } from '../access/access.queries.ts'
import { countCall } from '../access/call-count.ts'
import { toEntityAclAssigneeKey, toEntityAclKey } from './acl-keys.ts'
import type { SentRecord } from './ledger.ts'
import { accept, parentIsThere, refuse, tryAgain, waitForWindow } from './ledger.ts'
import type { Sending, Verdict } from './sending.ts'
import { callLinkedIn } from './sending.ts'

export type AccessListResource = 'acl' | 'acl_assignee'

const LARGEST_BATCH = 100

/** Sends one batch of one kind: first what has to go, then what has to come. False: there was none. */
export async function sendAccessListBatch(sending: Sending, resource: AccessListResource): Promise<boolean> {
  const { app, actor } = sending
  const records = await perform(app, actor, work => claim(work, resource))
  const [first] = records
  if (!first) return false
  const verdicts = await callLinkedIn(sending, records, async some => {
    const keys = some.map(record => record.key)
    const answers = await calls[resource][first.wanted](sending.client, keys, sending.organizationUrn)
    return some.map((record, i) => toVerdict(record, answers[i]))
  })
  await perform(app, actor, async work => {
    for (const verdict of verdicts) await judge(work, verdict)
  })
  return true
}

type Call = (client: Client, keys: readonly string[], organizationUrn: string) => Promise<RecordVerdict<unknown>[]>

const calls: Record<AccessListResource, Record<'present' | 'absent', Call>> = {
  acl: {
    present: (client, keys, urn) => putEntityAcls(client, toAclKeys(keys, urn)),
    absent: (client, keys, urn) => deleteEntityAcls(client, toAclKeys(keys, urn)),
  },
  acl_assignee: {
    present: (client, keys, urn) => putEntityAclAssignees(client, toAssigneeKeys(keys, urn)),
    absent: (client, keys, urn) => deleteEntityAclAssignees(client, toAssigneeKeys(keys, urn)),
  },
}

const toAclKeys = (keys: readonly string[], urn: string) => keys.map(key => toEntityAclKey(key, urn))
const toAssigneeKeys = (keys: readonly string[], urn: string) => keys.map(key => toEntityAclAssigneeKey(key, urn))

const endpoints = { acl: 'atsEntityAcls', acl_assignee: 'atsEntityAclAssignees' } as const

async function claim(work: Work, resource: AccessListResource): Promise<SentRecord[]> {
  if (!(await permissionsOf(work.tx, work.tenantId)).exportEnabled) return []
  await settleNeverSent(work, resource)
  const due = await sql<{ key: string; subject_id: string; wanted: 'present' | 'absent' }>`
    select key, subject_id, wanted from sync_record record
    where tenant_id = ${work.tenantId} and resource = ${resource} and state = 'queued' and next_try_at <= ${work.now}
      and (${parentIsThere})
    order by wanted, next_try_at, key limit ${LARGEST_BATCH}
    for update`.execute(work.tx)
  const rows = due.rows.filter(row => row.wanted === due.rows[0]?.wanted)
  const waitUntil = rows.length > 0 ? await countCall(work, endpoints[resource], rows.length) : undefined
  if (waitUntil) {
    await waitForWindow(work, resource, waitUntil)
    return []
  }
  await markSent(work, resource, rows)
  return rows.map(row => ({ resource, key: row.key, subjectId: row.subject_id, wanted: row.wanted, sentAt: work.now }))
}

/** What LinkedIn never heard of needs no removal there. */
async function settleNeverSent(work: Work, resource: AccessListResource): Promise<void> {
  await work.tx
    .updateTable('sync_record')
    .set({ state: 'accepted', sent_version: sql`wanted_version`, accepted_version: sql`wanted_version` })
    .where('tenant_id', '=', work.tenantId)
    .where('resource', '=', resource)
    .where('state', '=', 'queued')
    .where('wanted', '=', 'absent')
    .where('known_there', '=', false)
    .execute()
}

async function markSent(work: Work, resource: AccessListResource, rows: readonly { key: string }[]): Promise<void> {
  await sql`
    update sync_record set state = 'sent', sent_version = wanted_version, sent_at = ${work.now}, payload = '{}',
      known_there = true
    where tenant_id = ${work.tenantId} and resource = ${resource} and key = any(${rows.map(row => row.key)})`.execute(
    work.tx,
  )
}

function toVerdict(record: SentRecord, answer: RecordVerdict<unknown> | undefined): Verdict<null> {
  if (answer?.ok || (record.wanted === 'absent' && answer?.status === 404)) return { record, ok: true, good: null }
  const words = answer?.message ?? 'LinkedIn did not mention this record in its answer.'
  const later = answer?.ok === false ? answer.retry !== 'never' : true
  return { record, ok: false, words, status: answer?.status ?? 0, later }
}

async function judge(work: Work, verdict: Verdict<null>): Promise<void> {
  if (verdict.ok) return accept(work, verdict.record)
  if (verdict.later) return tryAgain(work, verdict.record, { reason: verdict.words })
  return refuse(work, verdict.record, `LinkedIn says: ${verdict.words}`)
}
