import { deleteEntityAclAssignees, putEntityAclAssignees } from '@lodestone/rsc/ats-entity-acl-assignees'
import { deleteEntityAcls, putEntityAcls } from '@lodestone/rsc/ats-entity-acls'
import type { RecordVerdict } from '@lodestone/rsc/batch'
import type { Client } from '@lodestone/rsc/client'
import { sql } from 'kysely'
import type { Work } from '../../platform/work.ts'
import { perform } from '../../platform/work.ts'
import { countCall } from '../access/call-count.ts'
import { toEntityAclAssigneeKey, toEntityAclKey } from './acl-keys.ts'
import { reasonOf } from './delivery-reason.shapes.ts'
import type { SentRecord } from './ledger.ts'
import { acceptAll, createJobAgain, holdBack, lockDue, refuse, settleNeverSent, tryAgain } from './ledger.ts'
import { isReady } from './parents.ts'
import type { Sending, Verdict } from './sending.ts'
import { callLinkedIn, isAsWanted, mayGoOn } from './sending.ts'

export type AccessListResource = 'acl' | 'acl_assignee'

const LARGEST_BATCH = 100

/** Sends one batch of one kind: first what has to go, then what has to come. False: there was none. */
export async function sendAccessListBatch(sending: Sending, resource: AccessListResource): Promise<boolean> {
  const { app, actor } = sending
  const records = await perform(app, actor, work => claim(work, sending, resource))
  const [first] = records
  if (!first) return false
  await callLinkedIn(sending, {
    resource,
    endpoint: endpoints[resource],
    records,
    call: async some => {
      const keys = some.map(record => record.key)
      const answers = await calls[resource][first.wanted](sending.client, keys, sending.organizationUrn)
      return some.map((record, i) => toVerdict(record, answers[i]))
    },
    judge,
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

async function claim(work: Work, sending: Sending, resource: AccessListResource): Promise<SentRecord[]> {
  if (!(await mayGoOn(work, sending))) return []
  await settleNeverSent(work, resource)
  const due = await sql<{ key: string }>`
    select key from sync_record record
    where tenant_id = ${work.tenantId} and resource = ${resource} and state = 'queued' and next_try_at <= ${work.now}
      and ${isReady[resource]}
    order by wanted, next_try_at, key limit ${LARGEST_BATCH}`.execute(work.tx)
  if (due.rows.length === 0) return []
  const locked = await lockDue(
    work,
    resource,
    due.rows.map(row => row.key),
  )
  const rows = locked.filter(row => row.wanted === locked[0]?.wanted)
  const waitUntil = rows.length > 0 ? await countCall(work, endpoints[resource], rows.length) : undefined
  if (waitUntil) {
    await holdBack(work, resource, { until: waitUntil })
    return []
  }
  await markSent(work, resource, rows)
  return rows.map(row => ({ resource, key: row.key, subjectId: row.subject_id, wanted: row.wanted, sentAt: work.now }))
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
  if (answer?.ok) return { record, ok: true, good: null }
  if (!answer || answer.reason === 'unanswered') return { record, ok: false, words: null, status: 0, later: true }
  return { record, ok: false, words: answer.message, status: answer.status, later: answer.retry !== 'never' }
}

async function judge(work: Work, verdicts: readonly Verdict<null>[]): Promise<void> {
  await acceptAll(
    work,
    verdicts.filter(isAsWanted).map(one => one.record),
  )
  for (const verdict of verdicts) if (!isAsWanted(verdict)) await judgeRefusal(work, verdict)
}

async function judgeRefusal(work: Work, verdict: Verdict<null>): Promise<void> {
  if (verdict.ok) return
  const { record, words, status } = verdict
  if (status === 404 && record.resource === 'acl') {
    await createJobAgain(work, record.subjectId)
    return tryAgain(work, record, { reason: reasonOf('parentMissing', { words }) })
  }
  if (verdict.later)
    return tryAgain(work, record, { reason: reasonOf(status === 0 ? 'unanswered' : 'failedThere', { words }) })
  return refuse(work, record, reasonOf('refused', { words }))
}
