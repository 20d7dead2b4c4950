import {
  type Exporter,
  type ExportQuota,
  type ExportTarget,
  explainNotExportable,
  findEffectiveExport,
  findExportSeat,
  listExportableJobs,
  listExportsOfMember,
  listExportTargets,
  mayUseJob,
  readExportQuota,
} from '../behaviours/exports.ts'
import { fullNameOf } from '../behaviours/members.ts'
import { findPushOf } from '../behaviours/pushes.ts'
import type { Member } from '../member-shape.ts'
import type { ExportedCandidate, JobPosting } from '../records.ts'
import type { Sandbox } from '../sandbox.ts'
import { jobPostingIdOf } from '../store.ts'
import type { RecruiterVisit } from './visit.ts'

/** Everything the export box shows, without a word of it. */
export interface ExportView {
  readonly member: Member
  /** Filters and position of the search, kept in each address. */
  readonly context: string
  readonly target: ExportTarget | undefined
  readonly organization: string
  readonly targets: readonly ExportTarget[]
  readonly isChoosingAts: boolean
  readonly jobs: readonly JobPosting[]
  readonly obstacle: ExportObstacle | undefined
  readonly outcome: ExportOutcome | undefined
  readonly receipts: readonly ExportReceipt[]
}

export type ExportObstacle =
  | { readonly kind: 'noAts' | 'notExportable' | 'noJobs' }
  | { readonly kind: 'quotaUsed'; readonly quota: ExportQuota }

export type ExportOutcome =
  | { readonly kind: 'done'; readonly receipt: ExportReceipt }
  | { readonly kind: 'already'; readonly job: JobPosting; readonly exportedAt: number }
  | { readonly kind: 'choose'; readonly text: string; readonly jobs: readonly JobPosting[] }
  | {
      readonly kind: 'refused'
      readonly reason: string
      readonly message: string
      readonly job: JobPosting | undefined
    }
  | { readonly kind: 'noMatch' | 'empty'; readonly text: string }
  | { readonly kind: 'failed'; readonly job: JobPosting | undefined }

export interface ExportReceipt {
  readonly requestId: string
  readonly jobTitle: string
  readonly exportedAt: number
  readonly exporter: string
  /** `lost`: the ATS never took it in, so the person can be exported again. */
  readonly state: 'fetched' | 'under-way' | 'lost'
  readonly jobAddress: string | undefined
}

export interface ExportChoice {
  readonly atsKey: string | undefined
  readonly isChoosingAts: boolean
  readonly context: string
  readonly outcome?: ExportOutcome | undefined
}

export function readExportView(
  sandbox: Sandbox,
  visit: RecruiterVisit,
  member: Member,
  choice: ExportChoice,
): ExportView {
  const targets = listExportTargets(sandbox, visit.member.memberId)
  const target = targets.find(each => atsKeyOf(each) === choice.atsKey) ?? targets[0]
  const exporter = target === undefined ? undefined : exporterAt(visit, target)
  const jobs = exporter === undefined ? [] : listJobs(sandbox, exporter)
  const done = choice.outcome?.kind === 'done' ? choice.outcome.receipt.requestId : undefined
  return {
    member,
    context: choice.context,
    target,
    organization: sandbox.store.organizations.find(target?.integrationContext ?? '')?.name ?? '',
    targets,
    isChoosingAts: choice.isChoosingAts && targets.length > 1,
    jobs,
    obstacle: findObstacle(sandbox, member, exporter, jobs),
    outcome: choice.outcome,
    receipts: listReceipts(sandbox, member, exporter).filter(receipt => receipt.requestId !== done),
  }
}

export function atsKeyOf(target: Pick<ExportTarget, 'clientId' | 'integrationContext'>): string {
  return `${target.clientId}@${target.integrationContext}`
}

export function exporterAt(visit: RecruiterVisit, target: ExportTarget): Exporter {
  const { clientId, integrationContext } = target
  return { recruiterMemberId: visit.member.memberId, clientId, integrationContext }
}

/** Jobs for the box, by title. */
export function listJobs(sandbox: Sandbox, exporter: Exporter, query = ''): readonly JobPosting[] {
  return [...listExportableJobs(sandbox, exporter, query)].sort(
    (a, b) => a.title.localeCompare(b.title) || a.externalJobPostingId.localeCompare(b.externalJobPostingId),
  )
}

/** How a job is written in the box, and read back when there is no script to pass its id. */
export function jobLabel(job: JobPosting): string {
  return `${job.title} · ${job.externalJobPostingId}`
}

export function describeReceipt(sandbox: Sandbox, exported: ExportedCandidate): ExportReceipt {
  const job = sandbox.store.jobPostings.find(jobPostingIdOf(exported))
  const exporter = sandbox.store.members.find(exported.exporterMemberId)
  const address = job?.posting.companyApplyUrl
  return {
    requestId: exported.requestId,
    jobTitle: job?.title ?? exported.externalJobPostingId,
    exportedAt: exported.exportedAt,
    exporter: exporter === undefined ? '' : fullNameOf(exporter),
    state: readState(sandbox, exported),
    jobAddress: typeof address === 'string' && /^https?:\/\//.test(address) ? address : undefined,
  }
}

function findObstacle(
  sandbox: Sandbox,
  member: Member,
  exporter: Exporter | undefined,
  jobs: readonly JobPosting[],
): ExportObstacle | undefined {
  if (exporter === undefined) return { kind: 'noAts' }
  if (explainNotExportable(member) !== null) return { kind: 'notExportable' }
  if (jobs.length === 0) return { kind: 'noJobs' }
  const seat = findExportSeat(sandbox, exporter)
  const quota = seat === undefined ? undefined : readExportQuota(sandbox, seat.seatId)
  return quota !== undefined && quota.used >= quota.limit ? { kind: 'quotaUsed', quota } : undefined
}

/** The latest export to each job that the viewer may use or has exported to, newest first. */
function listReceipts(sandbox: Sandbox, member: Member, exporter: Exporter | undefined): readonly ExportReceipt[] {
  if (exporter === undefined) return []
  const own = listExportsOfMember(sandbox, member.memberId)
    .filter(each => each.clientId === exporter.clientId && each.integrationContext === exporter.integrationContext)
    .toSorted((a, b) => b.exportedAt - a.exportedAt)
  const latest = new Map<string, ExportedCandidate>()
  for (const each of own) if (!latest.has(each.externalJobPostingId)) latest.set(each.externalJobPostingId, each)
  return [...latest.values()]
    .filter(each => each.exporterMemberId === exporter.recruiterMemberId || mayUse(sandbox, exporter, each))
    .map(each => describeReceipt(sandbox, each))
}

function mayUse(sandbox: Sandbox, exporter: Exporter, exported: ExportedCandidate): boolean {
  const job = sandbox.store.jobPostings.find(jobPostingIdOf(exported))
  return job !== undefined && mayUseJob(sandbox, exporter, job)
}

function readState(sandbox: Sandbox, exported: ExportedCandidate): ExportReceipt['state'] {
  if (exported.fetchedAt !== null) return 'fetched'
  const isEffective = findEffectiveExport(sandbox, exported) !== undefined
  const push = findPushOf(sandbox, exported.requestId)
  return isEffective && push?.state !== 'given-up' && push?.state !== 'lost' ? 'under-way' : 'lost'
}
