import type { JobPosting } from '@lodestone/rsc/simple-job-postings'
import { submitJobPostings } from '@lodestone/rsc/simple-job-postings'
import { sql } from 'kysely'
import type { Job } from '../../hiring/jobs/jobs.shapes.ts'
import type { Work } from '../../platform/work.ts'
import { perform } from '../../platform/work.ts'
import { countCall } from '../access/call-count.ts'
import type { DeliveryReason } from './delivery-reason.shapes.ts'
import { fieldNamedIn, reasonOf } from './delivery-reason.shapes.ts'
import type { RenderedJob } from './job-posting.ts'
import { isTooEarlyFor, renderJobPosting } from './job-posting.ts'
import type { LockedRecord, SentRecord } from './ledger.ts'
import { accept, acceptUnsent, holdBack, keepTask, lockDue, refuse, tryAgain } from './ledger.ts'
import type { Sending, Verdict } from './sending.ts'
import { callLinkedIn, mayGoOn } from './sending.ts'

const LARGEST_BATCH = 100
const FIRST_LOOK_MS = 1_000

/** Submits the jobs that are due, one batch. False: there was none. What becomes of them is read from their tasks. */
export async function sendJobBatch(sending: Sending): Promise<boolean> {
  const { app, actor } = sending
  const batch = await perform(app, actor, work => claimJobs(work, sending))
  if (batch === 'nothingDue') return false
  if (batch.size === 0) return true
  await callLinkedIn(sending, {
    resource: 'job',
    endpoint: 'simpleJobPostings',
    records: [...batch.keys()],
    call: async records => {
      const postings = records.flatMap(record => batch.get(record) ?? [])
      const answers = await submitJobPostings(sending.client, postings)
      return records.map((record, i) => toVerdict(record, answers[i]))
    },
    judge: async (work, verdicts) => {
      for (const verdict of verdicts) await judge(work, verdict, batch.get(verdict.record))
    },
  })
  return true
}

type Claimed = Map<SentRecord, JobPosting>

/** Renders what is due as it is now, and marks it as sent before it leaves: a crash then only sends it again. */
async function claimJobs(work: Work, sending: Sending): Promise<Claimed | 'nothingDue'> {
  if (!(await mayGoOn(work, sending))) return 'nothingDue'
  const rows = await listDueJobs(work)
  if (rows.length === 0) return 'nothingDue'
  const toSend: { row: DueJob; rendered: RenderedJob & { ok: true } }[] = []
  const atRest: { row: DueJob; refusal: DeliveryReason | null }[] = []
  for (const row of rows) {
    const rendered = renderJobPosting(toJobForLinkedIn(row, sending))
    if (!rendered.ok) atRest.push({ row, refusal: rendered.reason })
    else if (row.known_there && row.payload_hash === rendered.hash) atRest.push({ row, refusal: null })
    else toSend.push({ row, rendered })
  }
  for (const { row, refusal } of atRest) {
    const record = await markSent(work, row)
    await (refusal === null ? acceptUnsent(work, record) : refuse(work, record, refusal))
  }
  const waitUntil = toSend.length > 0 ? await countCall(work, 'simpleJobPostings', toSend.length) : undefined
  if (waitUntil) {
    await holdBack(work, 'job', { until: waitUntil })
    return new Map()
  }
  const claimed: Claimed = new Map()
  for (const { row, rendered } of toSend) claimed.set(await markSent(work, row, rendered), rendered.posting)
  return claimed
}

interface DueJob extends LockedRecord {
  state: Job['state']
  title: string
  description: string
  location: string
  employment_type: Job['employmentType']
  seniority: Job['seniority']
  workplace: Job['workplace']
  activated_at: Date
}

async function listDueJobs(work: Work): Promise<DueJob[]> {
  const due = await work.tx
    .selectFrom('sync_record')
    .select('key')
    .where('tenant_id', '=', work.tenantId)
    .where('resource', '=', 'job')
    .where('state', '=', 'queued')
    .where('next_try_at', '<=', work.now)
    .orderBy('next_try_at')
    .orderBy('key')
    .limit(LARGEST_BATCH)
    .execute()
  if (due.length === 0) return []
  const locked = await lockDue(
    work,
    'job',
    due.map(row => row.key),
  )
  const answer = await sql<Omit<DueJob, keyof LockedRecord> & { id: string }>`
    select id, state, title, description, location, employment_type, seniority, workplace, activated_at from job
    where tenant_id = ${work.tenantId} and id = any(${locked.map(row => row.subject_id)})`.execute(work.tx)
  const jobs = new Map(answer.rows.map(({ id, ...job }) => [id, job]))
  return locked.flatMap(row => {
    const job = jobs.get(row.subject_id)
    return job ? [{ ...row, ...job }] : []
  })
}

function toJobForLinkedIn(row: DueJob, { app, organizationUrn, jobVisibility }: Sending) {
  return {
    reference: row.key,
    state: row.state,
    title: row.title,
    description: row.description,
    location: row.location,
    employmentType: row.employment_type,
    seniority: row.seniority,
    workplace: row.workplace,
    activatedAt: row.activated_at,
    pageUrl: `${app.config.publicUrl}/jobs/${row.subject_id}`,
    organizationUrn,
    visibility: jobVisibility,
    knownThere: row.known_there,
  }
}

async function markSent(work: Work, row: DueJob, rendered?: RenderedJob & { ok: true }): Promise<SentRecord> {
  await work.tx
    .updateTable('sync_record')
    .set({
      state: 'sent',
      sent_version: sql`wanted_version`,
      sent_at: work.now,
      remote_task: null,
      ...(rendered ? { payload: JSON.stringify(rendered.posting), payload_hash: rendered.hash } : {}),
    })
    .where('tenant_id', '=', work.tenantId)
    .where('resource', '=', 'job')
    .where('key', '=', row.key)
    .execute()
  return { resource: 'job', key: row.key, subjectId: row.subject_id, wanted: 'present', sentAt: work.now }
}

type Answer = Awaited<ReturnType<typeof submitJobPostings>>[number]

function toVerdict(record: SentRecord, answer: Answer | undefined): Verdict<{ taskUrn: string }> {
  if (answer?.ok) return { record, ok: true, good: { taskUrn: answer.id } }
  if (!answer || answer.reason === 'unanswered') return { record, ok: false, words: null, status: 0, later: true }
  return { record, ok: false, words: answer.message, status: answer.status, later: answer.retry !== 'never' }
}

async function judge(
  work: Work,
  verdict: Verdict<{ taskUrn: string }>,
  posting: JobPosting | undefined,
): Promise<void> {
  const { record } = verdict
  if (verdict.ok) {
    return keepTask(work, record, {
      urn: verdict.good.taskUrn,
      lookAt: new Date(work.now.getTime() + FIRST_LOOK_MS),
    })
  }
  const { words, status } = verdict
  // Closed is what we wanted, whoever closed it.
  if (status === 409 && posting?.jobPostingOperationType === 'CLOSE') return accept(work, record)
  if (verdict.later) {
    return tryAgain(work, record, { reason: reasonOf(status === 0 ? 'unanswered' : 'failedThere', { words }) })
  }
  if (isTooEarlyFor(words)) return tryAgain(work, record, { reason: reasonOf('clockAhead', { words }) })
  return refuse(work, record, reasonOf('refused', { words, field: fieldNamedIn(words) }))
}
