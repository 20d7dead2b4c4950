import { createHash } from 'node:crypto'
import type { JobPosting } from '@lodestone/rsc/simple-job-postings'
import { jobPostingSchema } from '@lodestone/rsc/simple-job-postings'
import type { Job } from '../../hiring/jobs/jobs.shapes.ts'
import type { DeliveryReason } from './delivery-reason.shapes.ts'
import { jobFields, reasonOf } from './delivery-reason.shapes.ts'
import { LONGEST_HTML, SHORTEST_DESCRIPTION, toHtml, whyDescriptionNotTaken } from './job-limits.shapes.ts'

/** A job as our tables hold it, and what LinkedIn needs to know beside it. */
export interface JobForLinkedIn {
  reference: string
  state: Job['state']
  title: string
  description: string
  location: string
  employmentType: Job['employmentType']
  seniority: Job['seniority']
  workplace: Job['workplace']
  activatedAt: Date
  pageUrl: string
  organizationUrn: string
  visibility: 'private' | 'public'
  /** LinkedIn holds this job already: it is changed and not created. */
  knownThere: boolean
}

export type RenderedJob = { ok: true; posting: JobPosting; hash: string } | { ok: false; reason: DeliveryReason }

const CLOSED_TEXT =
  'This job is closed in the applicant tracking system that posted it. It takes no candidates any more, and nobody can be exported to it.'

/** The whole job in LinkedIn's words, or the reason why LinkedIn would not take it. */
export function renderJobPosting(job: JobForLinkedIn): RenderedJob {
  const closing = job.state === 'closed' && job.knownThere ? textForClosing(job.description) : job.description
  if (closing !== job.description) return renderJobPosting({ ...job, description: closing })
  const refusal = whyDescriptionNotTaken(job.description)
  if (refusal) return { ok: false, reason: refusal }
  const parsed = jobPostingSchema.safeParse(toPosting(job))
  if (parsed.success) return { ok: true, posting: parsed.data, hash: hashOf(parsed.data) }
  const field = jobFields.find(one => parsed.error.issues.some(issue => issue.path[0] === one)) ?? null
  return { ok: false, reason: reasonOf('fieldNotFit', { field }) }
}

/** The moment of activation is the only one that we tell, so a no to it passes with time. */
export function isTooEarlyFor(words: string | null): boolean {
  return /\blistedAt\b/i.test(words ?? '')
}

/** A close must not fail for a text that nobody can mend any more, so it says what happened. */
function textForClosing(description: string): string {
  if (description.trim().length < SHORTEST_DESCRIPTION) return `${description.trim()}\n\n${CLOSED_TEXT}`
  return toHtml(description).length > LONGEST_HTML ? CLOSED_TEXT : description
}

function toPosting(job: JobForLinkedIn): JobPosting {
  const isClosed = job.state === 'closed'
  return {
    integrationContext: job.organizationUrn,
    externalJobPostingId: job.reference,
    companyJobCode: job.reference,
    jobPostingOperationType: job.knownThere ? (isClosed ? 'CLOSE' : 'UPDATE') : 'CREATE',
    state: isClosed ? 'CLOSED' : 'LISTED',
    title: job.title,
    description: toHtml(job.description),
    location: job.location,
    companyApplyUrl: job.pageUrl,
    listedAt: job.activatedAt.getTime(),
    availability: job.visibility === 'public' ? 'PUBLIC' : 'PRIVATE_TO_ATS_INTEGRATION',
    listingType: 'BASIC',
    // Who sees it is told by access lists.
    accessRestricted: true,
    ...(job.employmentType ? { employmentStatus: employment[job.employmentType] } : {}),
    ...(job.seniority ? { experienceLevel: experience[job.seniority] } : {}),
    ...(job.workplace ? { workplaceTypes: [workplaces[job.workplace]] } : {}),
  }
}

const employment = {
  full_time: 'FULL_TIME',
  part_time: 'PART_TIME',
  contract: 'CONTRACT',
  temporary: 'TEMPORARY',
  volunteer: 'VOLUNTEER',
  internship: 'INTERNSHIP',
} as const satisfies Record<NonNullable<Job['employmentType']>, JobPosting['employmentStatus']>

const experience = {
  internship: 'INTERNSHIP',
  entry: 'ENTRY_LEVEL',
  associate: 'ASSOCIATE',
  mid_senior: 'MID_SENIOR_LEVEL',
  director: 'DIRECTOR',
  executive: 'EXECUTIVE',
} as const satisfies Record<NonNullable<Job['seniority']>, JobPosting['experienceLevel']>

const workplaces = { on_site: 'On-site', hybrid: 'Hybrid', remote: 'Remote' } as const

/** The operation is left out: the same job said again is the same job. */
function hashOf({ jobPostingOperationType: _, ...posting }: JobPosting): string {
  return createHash('sha256').update(JSON.stringify(posting)).digest('base64url')
}
