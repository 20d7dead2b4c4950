import { type ExportTarget, exportCandidate, findEffectiveExport } from '../behaviours/exports.ts'
import type { Member } from '../member-shape.ts'
import type { JobPosting } from '../records.ts'
import { Refusal } from '../refusal.ts'
import type { Sandbox } from '../sandbox.ts'
import { jobPostingIdOf } from '../store.ts'
import { describeReceipt, type ExportOutcome, exporterAt, jobLabel, listJobs } from './export-view.ts'
import type { RecruiterVisit } from './visit.ts'

export interface ExportOrder {
  readonly member: Member
  readonly target: ExportTarget | undefined
  /** `jobId` from the list, `choice` from the radio buttons, else the typed `job`; `again` for somebody who was there. */
  readonly form: URLSearchParams
}

export interface OrderResult {
  readonly outcome: ExportOutcome
  readonly status: 200 | 400 | 403 | 404 | 409 | 429 | 500
}

/** The Export button, with or without script. */
export function orderExport(sandbox: Sandbox, visit: RecruiterVisit, order: ExportOrder): OrderResult {
  const { target, form, member } = order
  if (target === undefined) return refuse('export-off', '', undefined)
  const text = (form.get('job') ?? '').trim()
  const jobId = form.get('choice') || form.get('jobId') || undefined
  const matches = jobId === undefined ? findJobsByText(sandbox, visit, target, text) : []
  const externalJobPostingId = jobId ?? (matches.length === 1 ? matches[0]?.externalJobPostingId : undefined)
  if (externalJobPostingId === undefined) return { outcome: explainNoJob(text, matches), status: 400 }
  const { clientId, integrationContext } = target
  const job = sandbox.store.jobPostings.find(jobPostingIdOf({ clientId, integrationContext, externalJobPostingId }))
  try {
    const place = { ...exporterAt(visit, target), memberId: member.memberId, externalJobPostingId }
    const earlier = findEffectiveExport(sandbox, place)
    if (job !== undefined && earlier?.fetchedAt && form.get('again') !== 'yes') {
      return { outcome: { kind: 'already', job, exportedAt: earlier.exportedAt }, status: 409 }
    }
    const exported = exportCandidate(sandbox, place)
    return { outcome: { kind: 'done', receipt: describeReceipt(sandbox, exported) }, status: 200 }
  } catch (error) {
    if (error instanceof Refusal) return refuse(error.reason, error.message, job)
    sandbox.log.error({ err: error }, 'export failed')
    return { outcome: { kind: 'failed', job }, status: 500 }
  }
}

function findJobsByText(
  sandbox: Sandbox,
  visit: RecruiterVisit,
  target: ExportTarget,
  text: string,
): readonly JobPosting[] {
  if (text === '') return []
  const wanted = text.toLowerCase()
  const all = listJobs(sandbox, exporterAt(visit, target))
  const exact = all.filter(job =>
    [jobLabel(job), job.externalJobPostingId, job.companyJobCode ?? ''].some(name => name.toLowerCase() === wanted),
  )
  return exact.length > 0 ? exact : listJobs(sandbox, exporterAt(visit, target), text)
}

function explainNoJob(text: string, matches: readonly JobPosting[]): ExportOutcome {
  if (text === '') return { kind: 'empty', text }
  return matches.length === 0 ? { kind: 'noMatch', text } : { kind: 'choose', text, jobs: matches }
}

const statusOf: Readonly<Record<string, OrderResult['status']>> = {
  'job-closed': 409,
  'export-under-way': 409,
  'quota-used': 429,
  'job-not-offered': 404,
  'unknown-member': 404,
}

function refuse(reason: string, message: string, job: JobPosting | undefined): OrderResult {
  return { outcome: { kind: 'refused', reason, message, job }, status: statusOf[reason] ?? 403 }
}
