import type { InterviewFeedback } from '@lodestone/rsc/ats-interview-feedback'
import type { Note } from '@lodestone/rsc/ats-notes'
import {
  type ApplicationDetails,
  listNotesOn,
  readDetails,
  type SeenApplication,
  type SeenCandidate,
} from '../../behaviours/in-ats.ts'
import type { Sandbox } from '../../sandbox.ts'
import type { AtsCandidate } from '../../synced-records.ts'

/** One candidate of one ATS, ready to be shown; the newest of everything comes first. */
export interface InAtsCard {
  readonly ats: string
  readonly organization: string
  readonly candidate: AtsCandidate['candidate']
  /** The candidate's page in the ATS. */
  readonly address: string | undefined
  readonly jobs: readonly InAtsJob[]
  readonly feedback: readonly (InterviewFeedback & { readonly job: string; readonly at: number })[]
  /** `job` is null for a note on the person. */
  readonly notes: readonly (Note & { readonly job: string | null; readonly at: number })[]
}

export interface InAtsJob {
  readonly title: string
  readonly externalJobPostingId: string
  readonly isClosed: boolean
  readonly source: string
  readonly dispositionReason: string
  /** The last one is the current status. */
  readonly steps: readonly { readonly stage: string; readonly at: number }[]
}

export function describeSeen(sandbox: Sandbox, seen: SeenCandidate): InAtsCard {
  const { indicator, candidate, applications } = seen
  const detailed = applications
    .map(each => ({ each, title: titleOf(each), details: readDetails(sandbox, each.application) }))
    .toSorted((a, b) => lastStepAt(b.details, b.each) - lastStepAt(a.details, a.each))
  return {
    ats: indicator.name,
    organization: sandbox.store.organizations.find(indicator.integrationContext)?.name ?? '',
    candidate: candidate.candidate,
    address: readWebAddress(candidate.candidate.externalProfileUrl),
    jobs: detailed.map(({ each, details }) => describeJob(each, details)),
    feedback: detailed
      .flatMap(({ title, details }) =>
        details.feedback.map(({ body, createdAt }) => ({ ...body, job: title, at: body.atsCreatedAt ?? createdAt })),
      )
      .toSorted(byNewest),
    notes: [
      ...listNotesOn(sandbox, seen).map(note => ({ ...note, job: null })),
      ...detailed.flatMap(({ title, details }) => details.notes.map(note => ({ ...note, job: title }))),
    ]
      .map(({ body, createdAt, job }) => ({ ...body, job, at: body.atsCreatedAt ?? createdAt }))
      .toSorted(byNewest),
  }
}

/** The latest of what somebody is doing in an ATS: `Data engineer: Screen`. */
export function findLatestStep(sandbox: Sandbox, seen: readonly SeenCandidate[]): string | undefined {
  const steps = seen
    .flatMap(each => each.applications)
    .flatMap(each => {
      const step = readDetails(sandbox, each.application).steps.at(-1)
      return step === undefined ? [] : [{ text: `${titleOf(each)}: ${step.body.stage}`, at: step.body.atsCreatedAt }]
    })
  return steps.toSorted(byNewest)[0]?.text
}

function describeJob(seen: SeenApplication, { steps }: ApplicationDetails): InAtsJob {
  const { atsJobPostingId, source = '', dispositionReason = '' } = seen.application.application
  return {
    title: titleOf(seen),
    externalJobPostingId: atsJobPostingId,
    isClosed: seen.job.state === 'CLOSED',
    source,
    dispositionReason,
    steps: steps.map(({ body }) => ({ stage: body.stage, at: body.atsCreatedAt })),
  }
}

function titleOf({ application }: SeenApplication): string {
  return application.application.atsJobPostingName
}

function lastStepAt({ steps }: ApplicationDetails, { application }: SeenApplication): number {
  return steps.at(-1)?.body.atsCreatedAt ?? application.application.atsCreatedAt
}

/** The ATS may send any kind of address; only one that a browser opens becomes a link. */
function readWebAddress(text: string): string | undefined {
  return /^https?:\/\//i.test(text) ? text : undefined
}

function byNewest(a: { readonly at: number }, b: { readonly at: number }): number {
  return b.at - a.at
}
