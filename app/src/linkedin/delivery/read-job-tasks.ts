import { getJobPostingTasks } from '@lodestone/rsc/simple-job-posting-tasks'
import type { Work } from '../../platform/work.ts'
import { perform } from '../../platform/work.ts'
import { countCall } from '../access/call-count.ts'
import { endPause } from '../access/later.ts'
import type { Stop } from './call-in-parts.ts'
import { callInParts } from './call-in-parts.ts'
import { reasonOf } from './delivery-reason.shapes.ts'
import type { JobTask } from './judge-job-task.ts'
import { forgetTask, judgeTask } from './judge-job-task.ts'
import { lookAgain } from './ledger.ts'
import type { Sending } from './sending.ts'
import { HELD_BACK_MS, isStillAllowed, mayGoOn } from './sending.ts'

const LARGEST_BATCH = 100

/** Looks what became of submitted jobs, one batch. False: none was due. */
export async function readJobTaskBatch(sending: Sending): Promise<boolean> {
  const { app, actor } = sending
  const due = await perform(app, actor, work => claimTasks(work, sending))
  if (due.length === 0) return false
  const stop = await callInParts(due, {
    call: tasks => readTasks(sending, tasks),
    // What LinkedIn does not take for a task is as good as forgotten.
    refuse: (task, failure) => perform(app, actor, work => forgetTask(work, task, failure.linkedInMessage)),
    count: tasks => perform(app, actor, work => countCall(work, 'simpleJobPostingTasks', tasks.length)),
    isStillAllowed: () => isStillAllowed(sending),
  })
  if (stop?.why.kind === 'failure') throw stop.why.failure
  if (stop) await perform(app, actor, work => postpone(work, stop))
  return true
}

async function claimTasks(work: Work, sending: Sending): Promise<JobTask[]> {
  if (!(await mayGoOn(work, sending))) return []
  const rows = await work.tx
    .selectFrom('sync_record')
    .select(['key', 'subject_id', 'sent_at', 'remote_task', 'payload', 'attempts', 'wanted_version', 'sent_version'])
    .where('tenant_id', '=', work.tenantId)
    .where('resource', '=', 'job')
    .where('state', '=', 'sent')
    .where('remote_task', 'is not', null)
    .where('next_try_at', '<=', work.now)
    .orderBy('next_try_at')
    .limit(LARGEST_BATCH)
    .execute()
  const due = rows.flatMap(({ key, subject_id, sent_at, remote_task, payload, attempts, ...version }) => {
    if (remote_task === null || sent_at === null) return []
    const record = { resource: 'job', key, subjectId: subject_id, wanted: 'present', sentAt: sent_at } as const
    const isOvertaken = version.wanted_version > version.sent_version
    return [{ taskUrn: remote_task, record, operation: operationOf(payload), attempts, isOvertaken }]
  })
  const waitUntil = due.length > 0 ? await countCall(work, 'simpleJobPostingTasks', due.length) : undefined
  if (!waitUntil) return due
  await postpone(work, { left: due, why: { kind: 'window', until: waitUntil } })
  return []
}

async function readTasks(sending: Sending, tasks: readonly JobTask[]): Promise<void> {
  const { app, actor, client } = sending
  // Two jobs with one task would be refused as one key twice; whose task it is tells its answer.
  const readings = await getJobPostingTasks(client, [...new Set(tasks.map(task => task.taskUrn))])
  await endPause(app, actor.tenantId)
  const byUrn = new Map(readings.map(reading => [reading.key, reading]))
  await perform(app, actor, async work => {
    for (const task of tasks) await judgeTask(work, task, byUrn.get(task.taskUrn))
  })
}

async function postpone(work: Work, { left, why }: Stop<JobTask>): Promise<void> {
  const at = why.kind === 'window' ? why.until : new Date(work.now.getTime() + HELD_BACK_MS)
  const reason = why.kind === 'window' ? null : reasonOf('noPermission', { words: why.failure.linkedInMessage })
  for (const task of left) await lookAgain(work, task.record, { at, reason })
}

function operationOf(payload: unknown): string {
  const isObject = typeof payload === 'object' && payload !== null && 'jobPostingOperationType' in payload
  return isObject ? String(payload.jobPostingOperationType) : ''
}
