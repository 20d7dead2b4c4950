import type { JobPosting } from '../records.ts'
import type { Sandbox } from '../sandbox.ts'
import { jobPostingIdOf } from '../store.ts'
import {
  type ApplicationPlace,
  type AtsApplication,
  type AtsApplicationNote,
  type AtsApplicationStage,
  type AtsCandidate,
  type AtsCandidateNote,
  type AtsInterviewFeedback,
  isOfApplication,
  isOfCandidate,
} from '../synced-records.ts'
import { listOnAccessLists } from './acls.ts'
import { findChosen, listMatched } from './ats-candidates.ts'
import { ALL_PRODUCT_USERS, findConfiguration } from './configurations.ts'
import { findSeatFor } from './contracts.ts'

/** An ATS that shows its candidates to a recruiter: the indicator is on, and he has a seat in that company. */
export interface Indicator {
  readonly clientId: string
  readonly integrationContext: string
  readonly name: string
}

/** An application whose job LinkedIn knows and this recruiter may see. */
export interface SeenApplication {
  readonly application: AtsApplication
  readonly job: JobPosting
}

/** One candidate of one ATS, with the applications that this recruiter may see. */
export interface SeenCandidate {
  readonly indicator: Indicator
  readonly candidate: AtsCandidate
  readonly applications: readonly SeenApplication[]
}

export interface ApplicationDetails {
  /** In the order in which they were taken: the last one is the current status. */
  readonly steps: readonly AtsApplicationStage[]
  readonly notes: readonly AtsApplicationNote[]
  readonly feedback: readonly AtsInterviewFeedback[]
}

export function listIndicators(sandbox: Sandbox, recruiterMemberId: string): readonly Indicator[] {
  return sandbox.store.integrations
    .list(each => each.integrationType === 'IN_ATS_INDICATOR' && each.status === 'ENABLED')
    .filter(each => findSeatFor(sandbox, recruiterMemberId, { organization: each.integrationContext }) !== undefined)
    .map(({ clientId, integrationContext, integrationName }) => ({
      clientId,
      integrationContext,
      name: integrationName ?? clientId,
    }))
}

/** Members who stand in an ATS as far as this recruiter is told, each with the candidates he was matched with. */
export function listInAts(sandbox: Sandbox, recruiterMemberId: string): ReadonlyMap<string, readonly SeenCandidate[]> {
  const found = new Map<string, SeenCandidate[]>()
  for (const indicator of listIndicators(sandbox, recruiterMemberId)) {
    for (const seen of listSeenCandidates(sandbox, indicator, recruiterMemberId)) {
      const chosen = findChosen(sandbox, seen.candidate)
      const members = chosen === undefined ? listMatched(sandbox, seen.candidate) : [chosen]
      for (const { memberId } of members) found.set(memberId, [...(found.get(memberId) ?? []), seen])
    }
  }
  return found
}

export function readDetails({ store }: Sandbox, application: ApplicationPlace): ApplicationDetails {
  const isOwn = isOfApplication(application)
  return {
    steps: store.atsApplicationStages.list(isOwn).toSorted((a, b) => a.body.atsCreatedAt - b.body.atsCreatedAt),
    notes: store.atsApplicationNotes.list(isOwn),
    feedback: store.atsInterviewFeedback.list(isOwn),
  }
}

export function listNotesOn({ store }: Sandbox, { candidate }: SeenCandidate): readonly AtsCandidateNote[] {
  return store.atsCandidateNotes.list(isOfCandidate(candidate))
}

/** Hidden by default, as jobs are: all is open by APPLICATION_VIEWERS, or somebody by an application for a job on his lists. */
function listSeenCandidates(
  sandbox: Sandbox,
  indicator: Indicator,
  recruiterMemberId: string,
): readonly SeenCandidate[] {
  const isOpen = isOpenToAll(sandbox, indicator)
  const onLists = listOnAccessLists(sandbox, { ...indicator, memberId: recruiterMemberId })
  const applications = groupByCandidate(
    listOf(sandbox.store.atsApplications.list(), indicator)
      .filter(({ application }) => isOpen || onLists.has(application.atsJobPostingId))
      .flatMap(application => findSeenApplication(sandbox, application) ?? []),
  )
  return listOf(sandbox.store.atsCandidates.list(), indicator)
    .map(candidate => ({ indicator, candidate, applications: applications.get(candidate.atsCandidateId) ?? [] }))
    .filter(seen => isOpen || seen.applications.length > 0)
}

function isOpenToAll(sandbox: Sandbox, { clientId, integrationContext }: Indicator): boolean {
  const place = { integrationContext, integrationType: 'IN_ATS_INDICATOR', name: 'APPLICATION_VIEWERS' } as const
  return findConfiguration(sandbox, clientId, place)?.value === ALL_PRODUCT_USERS
}

/** Nothing is shown of an application before its job is there. */
function findSeenApplication(sandbox: Sandbox, application: AtsApplication): SeenApplication | undefined {
  const externalJobPostingId = application.application.atsJobPostingId
  const job = sandbox.store.jobPostings.find(jobPostingIdOf({ ...application, externalJobPostingId }))
  return job === undefined ? undefined : { application, job }
}

function groupByCandidate(applications: readonly SeenApplication[]): ReadonlyMap<string, readonly SeenApplication[]> {
  const groups = new Map<string, SeenApplication[]>()
  for (const seen of applications) {
    const { atsCandidateId } = seen.application.application
    if (atsCandidateId === undefined) continue
    groups.set(atsCandidateId, [...(groups.get(atsCandidateId) ?? []), seen])
  }
  return groups
}

function listOf<T extends Pick<Indicator, 'clientId' | 'integrationContext'>>(
  records: readonly T[],
  { clientId, integrationContext }: Indicator,
): readonly T[] {
  return records.filter(each => each.clientId === clientId && each.integrationContext === integrationContext)
}
