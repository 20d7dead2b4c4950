import type { RecordReading } from '@lodestone/rsc/batch'
import type { JobPostingTask } from '@lodestone/rsc/simple-job-posting-tasks'
import { getJobPostingTasks } from '@lodestone/rsc/simple-job-posting-tasks'
import type { Work } from '../../platform/work.ts'
import { perform } from '../../platform/work.ts'
import { countCall } from '../access/call-count.ts'
import type { SentRecord } from './ledger.ts'
import { accept, refuse, tryAgain } from './ledger.ts'
import type { Sending } from './sending.ts'

const LARGEST_BATCH = 100
const SHORTEST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 5 * 60_000

/** Looks what became of submitted jobs, one batch. False: none was due. */
export async function readJobTaskBatch(sending: Sending): Promise<boolean> {
  const { app, actor } = sending
  const due = await perform(app, actor, claimTasks)
  if (due.length === 0) return false
  const readings = await getJobPostingTasks(
    sending.client,
    due.map(task => task.taskUrn),
  )
  const byUrn = new Map(readings.map(reading => [reading.key, reading]))
  await perform(app, actor, async work => {
    for (const task of due) await judge(work, task, byUrn.get(task.taskUrn))
  })
  return true
}

interface DueTask {
  taskUrn: string
  record: SentRecord
  operation: string
  attempts: number
}

async function claimTasks(work: Work): Promise<DueTask[]> {
  const rows = await work.tx
    .selectFrom('sync_record')
    .select(['key', 'subject_id', 'sent_at', 'remote_task', 'payload', 'attempts'])
    .where('tenant_id', '=', work.tenantId)
    .where('resource', '=', 'job')
    .where('state', '=', 'sent')
    .where('remote_task', 'is not', null)
    .where('next_try_at', '<=', work.now)
    .orderBy('next_try_at')
    .limit(LARGEST_BATCH)
    .execute()
  const due = rows.flatMap(({ key, subject_id, sent_at, remote_task, payload, attempts }) => {
    if (remote_task === null || sent_at === null) return []
    const record = { resource: 'job', key, subjectId: subject_id, wanted: 'present', sentAt: sent_at } as const
    return [{ taskUrn: remote_task, record, operation: operationOf(payload), attempts }]
  })
  const waitUntil = due.length > 0 ? await countCall(work, 'simpleJobPostingTasks', due.length) : undefined
  if (!waitUntil) return due
  for (const { record } of due) await lookAgainAt(work, record, waitUntil)
  return []
}

async function judge(
  work: Work,
  { record, operation, attempts }: DueTask,
  reading: RecordReading<string, JobPostingTask> | undefined,
): Promise<void> {
  if (!reading?.ok) {
    // Tasks do not live for ever. What became of the job is not known, so it is said again.
    if (reading?.kind === 'notFound') return tryAgain(work, record, { reason: 'LinkedIn has forgotten the task.' })
    return lookAgainAt(work, record, nextLook(work, record))
  }
  const { status, errorMessage } = reading.value
  if (status === 'SUCCEEDED' || status === 'PROCESSED') {
    return accept(work, record, errorMessage && `LinkedIn remarks: ${errorMessage}`)
  }
  if (status !== 'FAILED') return lookAgainAt(work, record, nextLook(work, record))
  const words = errorMessage ?? 'LinkedIn gave no reason.'
  const knownThere = readExistence(words, operation)
  if (knownThere !== undefined && attempts < MOST_CHANGES_OF_MIND) {
    return tryAgain(work, record, { reason: `LinkedIn says: ${words}`, knownThere })
  }
  return refuse(work, record, `LinkedIn says: ${words} ${adviceFor(words)}`.trim())
}

const MOST_CHANGES_OF_MIND = 4

/** A create of what is there, or a change of what is not: then the other operation is the right one. */
function readExistence(words: string, operation: string): boolean | undefined {
  if (operation === 'CREATE') return /already exists|duplicate/i.test(words) ? true : undefined
  return /non-existing|does not exist/i.test(words) ? false : undefined
}

function adviceFor(words: string): string {
  if (/location/i.test(words)) return 'Give the location as city and country, such as "Utrecht, Netherlands".'
  if (/description/i.test(words)) return 'Write more in the description.'
  return 'Change the job; it is then sent by itself.'
}

/** After 1, 2, 4, ... seconds, and at last every five minutes: as long as the job has waited already. */
function nextLook(work: Work, record: SentRecord): Date {
  const waitedMs = work.now.getTime() - record.sentAt.getTime()
  return new Date(work.now.getTime() + Math.min(Math.max(waitedMs, SHORTEST_WAIT_MS), LONGEST_WAIT_MS))
}

async function lookAgainAt(work: Work, record: SentRecord, at: Date): Promise<void> {
  await work.tx
    .updateTable('sync_record')
    .set({ next_try_at: at })
    .where('tenant_id', '=', work.tenantId)
    .where('resource', '=', record.resource)
    .where('key', '=', record.key)
    .where('sent_at', '=', record.sentAt)
    .execute()
}

function operationOf(payload: unknown): string {
  const isObject = typeof payload === 'object' && payload !== null && 'jobPostingOperationType' in payload
  return isObject ? String(payload.jobPostingOperationType) : ''
}
