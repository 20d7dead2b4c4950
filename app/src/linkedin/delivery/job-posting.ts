import { createHash } from 'node:crypto'
import type { JobPosting } from '@lodestone/rsc/simple-job-postings'
import { jobPostingSchema } from '@lodestone/rsc/simple-job-postings'
import type { Job } from '../../hiring/jobs/jobs.shapes.ts'

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

export type RenderedJob = { ok: true; posting: JobPosting; hash: string } | { ok: false; reason: string }

const SHORTEST_DESCRIPTION = 100
const CLOSED_TEXT =
  'This job is closed in the applicant tracking system that posted it. It takes no candidates any more, and nobody can be exported to it.'

/** The whole job in LinkedIn's words, or the reason why LinkedIn would not take it. */
export function renderJobPosting(job: JobForLinkedIn): RenderedJob {
  // A close must not fail for a text that nobody can mend any more, so it is lengthened by saying what happened.
  const isClosing = job.state === 'closed' && job.knownThere
  if (isClosing && job.description.trim().length < SHORTEST_DESCRIPTION) {
    return renderJobPosting({ ...job, description: `${job.description.trim()}\n\n${CLOSED_TEXT}` })
  }
  const textLength = job.description.trim().length
  if (textLength < SHORTEST_DESCRIPTION) {
    return {
      ok: false,
      reason:
        `The description has ${textLength} characters, and LinkedIn takes no job with less than ${SHORTEST_DESCRIPTION}. ` +
        'Write more in the description; the job is then sent by itself.',
    }
  }
  const parsed = jobPostingSchema.safeParse(toPosting(job))
  if (parsed.success) return { ok: true, posting: parsed.data, hash: hashOf(parsed.data) }
  const [issue] = parsed.error.issues
  const field = issue?.path.map(String).join('.') ?? 'the job'
  return {
    ok: false,
    reason: `LinkedIn would not take this job: ${field} ${issue?.message ?? 'is not valid'}. Change it; the job is then sent by itself.`,
  }
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

/** Our descriptions are plain text; LinkedIn reads a little HTML. */
function toHtml(text: string): string {
  const escaped = text.trim().replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
  const paragraphs = escaped.split(/\n{2,}/).map(paragraph => `<p>${paragraph.replace(/\n/g, '<br>')}</p>`)
  return paragraphs.join('')
}

/** The operation is left out: the same job said again is the same job. */
function hashOf({ jobPostingOperationType: _, ...posting }: JobPosting): string {
  return createHash('sha256').update(JSON.stringify(posting)).digest('base64url')
}
