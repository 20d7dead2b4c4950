import { expect, test } from 'vitest'
import { longDescription } from '../testing/companies.ts'
import type { JobForLinkedIn } from './job-posting.ts'
import { renderJobPosting } from './job-posting.ts'

const job: JobForLinkedIn = {
  reference: 'TN-1042',
  state: 'active',
  title: 'Greenhouse climate engineer',
  description: longDescription,
  location: 'Zwolle, Netherlands',
  employmentType: 'full_time',
  seniority: 'mid_senior',
  workplace: 'on_site',
  activatedAt: new Date('2026-11-23T08:00:00Z'),
  pageUrl: 'https://hiring.tulpenveld.example/jobs/job_1',
  organizationUrn: 'urn:li:organization:4102938',
  visibility: 'private',
  knownThere: false,
}

function rendered(changes: Partial<JobForLinkedIn> = {}) {
  const result = renderJobPosting({ ...job, ...changes })
  if (!result.ok) throw new Error(result.reason.cause)
  return result
}

test('a job in LinkedIn’s words, private unless the company chose otherwise', () => {
  expect(rendered().posting).toEqual({
    integrationContext: 'urn:li:organization:4102938',
    externalJobPostingId: 'TN-1042',
    companyJobCode: 'TN-1042',
    jobPostingOperationType: 'CREATE',
    state: 'LISTED',
    title: 'Greenhouse climate engineer',
    description: expect.stringMatching(/^<p>Keeps .+ team\.<\/p><p>Drives\.<\/p>$/),
    location: 'Zwolle, Netherlands',
    companyApplyUrl: 'https://hiring.tulpenveld.example/jobs/job_1',
    listedAt: Date.parse('2026-11-23T08:00:00Z'),
    availability: 'PRIVATE_TO_ATS_INTEGRATION',
    listingType: 'BASIC',
    accessRestricted: true,
    employmentStatus: 'FULL_TIME',
    experienceLevel: 'MID_SENIOR_LEVEL',
    workplaceTypes: ['On-site'],
  })
  expect(rendered({ visibility: 'public' }).posting.availability).toBe('PUBLIC')
})

test.each([
  [{ knownThere: false, state: 'active' }, 'CREATE', 'LISTED'],
  [{ knownThere: true, state: 'active' }, 'UPDATE', 'LISTED'],
  [{ knownThere: true, state: 'closed' }, 'CLOSE', 'CLOSED'],
  [{ knownThere: false, state: 'closed' }, 'CREATE', 'CLOSED'],
] as const)('%o is a %s to %s', (changes, operation, state) => {
  expect(rendered(changes).posting).toMatchObject({ jobPostingOperationType: operation, state })
})

test('what people type is text, never markup', () => {
  const { posting } = rendered({ description: `${longDescription}\n<script>alert(1)</script> R&D` })
  expect(posting.description).toContain('<br>&lt;script&gt;alert(1)&lt;/script&gt; R&amp;D</p>')
})

test('the same job said again has the same hash, whatever the operation; another title has another', () => {
  expect(rendered({ knownThere: true }).hash).toBe(rendered().hash)
  expect(rendered({ title: 'Another' }).hash).not.toBe(rendered().hash)
})

test.each([
  ['a short description', { description: 'Grows tulips.' }, { cause: 'descriptionTooShort', count: 13 }],
  ['a description of blanks', { description: ' '.repeat(200) }, { cause: 'descriptionTooShort', count: 0 }],
  ['a description that LinkedIn has no room for', { description: 'a'.repeat(25_001) }, { cause: 'descriptionTooLong' }],
  ['no place', { location: '' }, { cause: 'fieldNotFit', field: 'location' }],
])('%s is refused before it is sent, with the field to mend', (_name, changes, reason) => {
  expect(renderJobPosting({ ...job, ...changes })).toMatchObject({ ok: false, reason })
})

test.each([
  ['short', 'Grows tulips.', /^<p>Grows tulips\.<\/p><p>This job is closed/],
  ['long', '& '.repeat(12_000), /^<p>This job is closed/],
])('a close never fails for a description that is too %s', (_name, description, sent) => {
  const { posting } = rendered({ state: 'closed', knownThere: true, description })
  expect(posting).toMatchObject({ jobPostingOperationType: 'CLOSE', description: expect.stringMatching(sent) })
})
