import type { Member } from '../member-shape.ts'
import type { ExportedCandidate, JobPosting, Seat } from '../records.ts'
import { Refusal } from '../refusal.ts'
import type { Sandbox } from '../sandbox.ts'
import { jobPostingIdOf } from '../store.ts'
import { isOnAccessList } from './acls.ts'
import { ALL_PRODUCT_USERS, findConfiguration } from './configurations.ts'
import { findSeatFor } from './contracts.ts'
import { announceExport, findPushOf, isRequestExpired, nextRequestId } from './pushes.ts'

/** Exports per seat and calendar month (UTC). */
export const EXPORTS_PER_SEAT_AND_MONTH = 300

/** An ATS instance as the export box offers it under Change ATS. */
export interface ExportTarget {
  readonly clientId: string
  readonly integrationContext: string
  readonly name: string
}

/** One recruiter at the export box of one ATS instance. */
export interface Exporter {
  readonly recruiterMemberId: string
  readonly clientId: string
  readonly integrationContext: string
}

/** The instances a recruiter may export to: one-click export is on, and he has a seat in that company. */
export function listExportTargets(sandbox: Sandbox, recruiterMemberId: string): readonly ExportTarget[] {
  return sandbox.store.integrations
    .list(each => each.integrationType === 'ONE_CLICK_EXPORT' && each.status === 'ENABLED')
    .filter(each => findExportSeat(sandbox, { ...each, recruiterMemberId }) !== undefined)
    .map(({ clientId, integrationContext, integrationName }) => ({
      clientId,
      integrationContext,
      name: integrationName ?? clientId,
    }))
}

/** What the job box lists: open jobs of this instance that the recruiter may see, found by title or id. */
export function listExportableJobs(sandbox: Sandbox, exporter: Exporter, query = ''): readonly JobPosting[] {
  if (!isExportOpen(sandbox, exporter) || findExportSeat(sandbox, exporter) === undefined) return []
  const wanted = query.trim().toLowerCase()
  return sandbox.store.jobPostings
    .list(job => isOfInstance(job, exporter) && job.state === 'LISTED' && matchesJob(job, wanted))
    .filter(job => mayUseJob(sandbox, exporter, job))
}

export interface ExportQuota {
  readonly used: number
  readonly limit: number
  readonly resetsAt: number
}

export function readExportQuota(sandbox: Sandbox, seatId: number): ExportQuota {
  const now = new Date(sandbox.clock.now())
  const monthStartsAt = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1)
  const resetsAt = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1)
  const used = sandbox.store.exportedCandidates.list(
    each => each.seatId === seatId && each.exportedAt >= monthStartsAt && each.exportedAt < resetsAt,
  ).length
  return { used, limit: EXPORTS_PER_SEAT_AND_MONTH, resetsAt }
}

/** Why nobody can export this member, or null. */
export function explainNotExportable(member: Member): string | null {
  if (member.closedAt !== null) return 'This member has closed the account.'
  if (member.hiddenOutsideLinkedIn) return 'This member does not show the profile outside LinkedIn.'
  return null
}

/** The latest export of somebody to a job. One that never reached the ATS does not count. */
export function findEffectiveExport(
  sandbox: Sandbox,
  place: { memberId: string; clientId: string; integrationContext: string; externalJobPostingId: string },
): ExportedCandidate | undefined {
  return sandbox.store.exportedCandidates
    .list(
      each =>
        each.memberId === place.memberId &&
        isOfInstance(each, place) &&
        each.externalJobPostingId === place.externalJobPostingId &&
        !isWithoutEffect(sandbox, each),
    )
    .at(-1)
}

export function listExportsOfMember(sandbox: Sandbox, memberId: string): readonly ExportedCandidate[] {
  return sandbox.store.exportedCandidates.list(each => each.memberId === memberId)
}

/** The Export button: checks everything once more, stores the export and pushes it. */
export function exportCandidate(
  sandbox: Sandbox,
  order: Exporter & { memberId: string; externalJobPostingId: string; note?: string | undefined },
): ExportedCandidate {
  if (!isExportOpen(sandbox, order)) {
    throw new Refusal(
      403,
      'export-off',
      'One-click export is not turned on for this ATS. An administrator can do that under More > Admin settings > ATS.',
    )
  }
  const seat = findExportSeat(sandbox, order)
  if (seat === undefined) {
    throw new Refusal(
      403,
      'no-seat',
      'You have no active Recruiter seat in this company, so you cannot export to its ATS.',
    )
  }
  checkMemberIsExportable(sandbox, order.memberId)
  const job = getOfferedJob(sandbox, order)
  // What the ATS has fetched may be exported again: it may have refused the person, for a cause that is mended since.
  if (findEffectiveExport(sandbox, order)?.fetchedAt === null) {
    const why = `This member is on the way to ${job.title}: the ATS has not fetched the profile yet.`
    throw new Refusal(409, 'export-under-way', why)
  }
  checkQuota(sandbox, seat)
  const exported = sandbox.store.exportedCandidates.put({
    requestId: nextRequestId(sandbox),
    clientId: order.clientId,
    integrationContext: order.integrationContext,
    externalJobPostingId: order.externalJobPostingId,
    memberId: order.memberId,
    exporterMemberId: order.recruiterMemberId,
    seatId: seat.seatId,
    contract: seat.contract,
    exportedAt: sandbox.clock.now(),
    fetchedAt: null,
    note: order.note ?? null,
  })
  announceExport(sandbox, exported)
  return exported
}

/** The seat that pays: on the instance's own contract if it has one, else any in the company. */
export function findExportSeat(sandbox: Sandbox, exporter: Exporter): Seat | undefined {
  const ownContract = sandbox.store.integrations.findWhere(
    each => each.clientId === exporter.clientId && each.integrationType === 'CSA_API',
  )
  return findSeatFor(sandbox, exporter.recruiterMemberId, {
    organization: exporter.integrationContext,
    preferredContract: ownContract?.integrationContext,
  })
}

function isExportOpen(sandbox: Sandbox, place: { clientId: string; integrationContext: string }): boolean {
  return (
    sandbox.store.integrations.findWhere(
      each => isOfInstance(each, place) && each.integrationType === 'ONE_CLICK_EXPORT' && each.status === 'ENABLED',
    ) !== undefined
  )
}

/** Hidden by default: a job needs the recruiter on its access list, or the setting that shows all jobs to everybody. */
export function mayUseJob(sandbox: Sandbox, exporter: Exporter, job: JobPosting): boolean {
  const viewers = findConfiguration(sandbox, exporter.clientId, {
    integrationContext: exporter.integrationContext,
    integrationType: 'ONE_CLICK_EXPORT',
    name: 'JOB_POSTING_VIEWERS',
  })
  return (
    viewers?.value === ALL_PRODUCT_USERS ||
    isOnAccessList(sandbox, {
      ...exporter,
      memberId: exporter.recruiterMemberId,
      atsEntityId: job.externalJobPostingId,
    })
  )
}

function getOfferedJob(sandbox: Sandbox, order: Exporter & { externalJobPostingId: string }): JobPosting {
  const job = sandbox.store.jobPostings.find(jobPostingIdOf(order))
  if (job === undefined || !mayUseJob(sandbox, order, job)) {
    throw new Refusal(
      404,
      'job-not-offered',
      'This job is not among the open jobs that you may export to. Search for it again.',
    )
  }
  if (job.state === 'CLOSED') {
    throw new Refusal(409, 'job-closed', `${job.title} was closed in the meantime. Choose another job.`)
  }
  return job
}

function checkMemberIsExportable(sandbox: Sandbox, memberId: string): void {
  const member = sandbox.store.members.find(memberId)
  if (member === undefined) throw new Refusal(404, 'unknown-member', `There is no member ${memberId}.`)
  const why = explainNotExportable(member)
  if (why !== null) throw new Refusal(403, 'not-exportable', why)
}

function checkQuota(sandbox: Sandbox, seat: Seat): void {
  const quota = readExportQuota(sandbox, seat.seatId)
  if (quota.used < quota.limit) return
  const day = new Date(quota.resetsAt).toISOString().slice(0, 10)
  throw new Refusal(
    429,
    'quota-used',
    `This seat has used its ${quota.limit} exports of this month. The next ones are possible from ${day}.`,
  )
}

function isWithoutEffect(sandbox: Sandbox, exported: ExportedCandidate): boolean {
  if (exported.fetchedAt !== null) return false
  const push = findPushOf(sandbox, exported.requestId)
  return push?.state === 'lost' || push?.state === 'given-up' || isRequestExpired(sandbox, exported.exportedAt)
}

function isOfInstance(
  record: { clientId: string; integrationContext: string },
  place: { clientId: string; integrationContext: string },
): boolean {
  return record.clientId === place.clientId && record.integrationContext === place.integrationContext
}

function matchesJob(job: JobPosting, wanted: string): boolean {
  return [job.title, job.externalJobPostingId, job.companyJobCode ?? ''].some(text =>
    text.toLowerCase().includes(wanted),
  )
}
