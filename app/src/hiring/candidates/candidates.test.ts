import { expect, test } from 'vitest'
import { testApp } from '../../platform/testing/test-app.ts'
import { signedIn } from '../../platform/testing/test-http.ts'
import { look, perform } from '../../platform/work.ts'
import { aCandidate, aCompany, anActiveJob, anApplication, eventsOf, refused } from '../testing/builders.ts'
import { getCandidate } from './candidates.queries.ts'
import { candidatesRoutes } from './candidates.routes.ts'
import type { Candidate, Origin } from './candidates.shapes.ts'
import { changeCandidate, createCandidate, enrichCandidate } from './candidates.ts'

const fromLinkedIn: Origin = { kind: 'linkedin', by: 'urn:li:person:A1', at: '2026-03-01T09:00:00.000Z' }

test('a new candidate answers what a later reading answers', async () => {
  const app = await testApp()
  const { recruiter } = await aCompany(app)
  const browser = await signedIn(app, recruiter, candidatesRoutes)
  const created = await browser.post('/api/v1/candidates', {
    firstName: ' Noor ',
    lastName: 'Bakker',
    headline: 'Tulip grower',
    profileUrl: 'http://nl.linkedin.com/in/Noor-Bakker/?trk=x',
    emails: ['Noor@Example.com', 'noor@example.com', 'noor@work.example'],
    phones: ['+31 6  1234'],
    skills: ['Bulbs'],
  })
  expect(created).toMatchObject({
    status: 201,
    body: {
      firstName: 'Noor',
      profileUrl: 'https://www.linkedin.com/in/noor-bakker',
      emails: ['noor@example.com', 'noor@work.example'],
      phones: ['+31 6 1234'],
      currentTitle: null,
      applications: [],
      origins: {
        headline: { kind: 'user', by: recruiter.userId },
        'emails.noor@work.example': { kind: 'user' },
        'phones.+31 6 1234': { kind: 'user' },
      },
    },
  })
  const { id, origins } = created.body as Candidate
  expect(origins).not.toHaveProperty('currentTitle')
  expect((await browser.get(`/api/v1/candidates/${id}`)).body).toEqual(created.body)
  expect(await browser.post('/api/v1/candidates', { firstName: '', lastName: 'B', emails: ['x'] })).toMatchObject({
    status: 422,
    body: { errors: [{ field: 'firstName' }, { field: 'emails.0' }] },
  })
})

test('LinkedIn fills what is empty and what came from LinkedIn, never what a person typed or emptied', async () => {
  const app = await testApp()
  const { recruiter } = await aCompany(app)
  const { id } = await perform(app, recruiter, work =>
    createCandidate(work, { firstName: 'Noor', lastName: 'Bakker', headline: 'Typed', emails: ['noor@example.com'] }),
  )
  const enrich = (values: Parameters<typeof enrichCandidate>[2]['values']) =>
    perform(app, { kind: 'linkedinPush', tenantId: recruiter.tenantId, requestId: 'r1' }, work =>
      enrichCandidate(work, id, { values, origin: fromLinkedIn }),
    )
  const read = () => look(app, recruiter, tx => getCandidate(tx, recruiter, id))

  const offered = { firstName: 'Nora', headline: 'Offered', location: 'Lisse', currentTitle: 'Grower', skills: [] }
  expect(await enrich({ ...offered, emails: ['NOOR@example.com', 'noor@home.example'] })).toEqual([
    'location',
    'currentTitle',
    'emails',
  ])
  expect(await read()).toMatchObject({
    firstName: 'Noor',
    headline: 'Typed',
    location: 'Lisse',
    currentTitle: 'Grower',
    emails: ['noor@example.com', 'noor@home.example'],
    origins: {
      headline: { kind: 'user' },
      location: fromLinkedIn,
      'emails.noor@example.com': { kind: 'user' },
      'emails.noor@home.example': fromLinkedIn,
    },
  })

  await perform(app, recruiter, work =>
    changeCandidate(work, id, { currentTitle: '', headline: '', emails: ['noor@example.com'] }),
  )
  const newer = { ...offered, location: 'Hillegom', emails: ['noor@home.example'] }
  expect(await enrich(newer)).toEqual(['location'])
  expect(await read()).toMatchObject({
    headline: null,
    currentTitle: null,
    location: 'Hillegom',
    emails: ['noor@example.com'],
  })
  expect(await enrich(newer)).toEqual([])
})

test('another system adds no more addresses than a form takes, or nobody could change the person any more', async () => {
  const app = await testApp()
  const { recruiter, tenantId } = await aCompany(app)
  const { id } = await aCandidate(app, recruiter, { emails: ['noor@example.com'] })
  const emails = Array.from({ length: 12 }, (_, number) => `noor${number}@home.example`)
  const origin = fromLinkedIn
  const push = { kind: 'linkedinPush', tenantId, requestId: 'r1' } as const
  expect(await perform(app, push, work => enrichCandidate(work, id, { values: { emails }, origin }))).toEqual([
    'emails',
  ])
  const browser = await signedIn(app, recruiter, candidatesRoutes)
  const read = Object((await browser.get(`/api/v1/candidates/${id}`)).body)
  expect(read.emails).toEqual(['noor@example.com', ...emails.slice(0, 9)])
  const change = { emails: [...read.emails].reverse() }
  expect(await browser.patch(`/api/v1/candidates/${id}`, change)).toMatchObject({ status: 200, body: change })
})

test('a change takes over the origin of what it changes, and history keeps no values', async () => {
  const app = await testApp()
  const { recruiter, manager } = await aCompany(app)
  const { id } = await aCandidate(app, recruiter, {
    headline: 'Grower',
    location: 'Lisse',
    emails: ['a@example.com', 'b@example.com'],
  })
  await perform(app, manager, work =>
    changeCandidate(work, id, { headline: 'Trader', location: 'Lisse', emails: ['b@example.com', 'c@example.com'] }),
  )
  const candidate = await look(app, recruiter, tx => getCandidate(tx, recruiter, id))
  expect(candidate.emails).toEqual(['b@example.com', 'c@example.com'])
  expect(candidate.origins).toMatchObject({
    headline: { by: manager.userId },
    location: { by: recruiter.userId },
    'emails.b@example.com': { by: recruiter.userId },
    'emails.c@example.com': { by: manager.userId },
  })
  const events = await eventsOf(app, recruiter, id)
  expect(events.map(event => event.change)).toEqual([
    { origin: 'user' },
    { fields: ['headline', 'emails'], origin: 'user' },
  ])
})

test.each([
  { who: 'admin', creates: true, reads: true, changes: true },
  { who: 'recruiter', creates: true, reads: true, changes: true },
  { who: 'manager', creates: true, reads: true, changes: true },
  { who: 'reader', creates: false, reads: true, changes: 'candidate.mayNotChange' },
  { who: 'colleague', creates: false, reads: false, changes: 'notFound' },
] as const)('$who creates: $creates, reads: $reads, changes: $changes', async ({ who, creates, reads, changes }) => {
  const app = await testApp()
  const company = await aCompany(app)
  const actor = company[who]
  const { id } = await aCandidate(app, company.recruiter)
  const attempt = (promise: Promise<unknown>) =>
    promise.then(
      () => true,
      error => error.code,
    )
  expect(await attempt(aCandidate(app, actor))).toBe(creates || 'candidate.mayNotCreate')
  expect(await attempt(look(app, actor, tx => getCandidate(tx, actor, id)))).toBe(reads || 'notFound')
  expect(await attempt(perform(app, actor, work => changeCandidate(work, id, { headline: 'New' })))).toBe(changes)
})

test('an interviewer sees the applicants of his jobs, a delegate works with them', async () => {
  const app = await testApp()
  const { recruiter, colleague } = await aCompany(app)
  const job = await anActiveJob(app, recruiter, { team: [{ userId: colleague.userId, role: 'interviewer' }] })
  const other = await anActiveJob(app, recruiter)
  const candidate = await aCandidate(app, recruiter)
  await anApplication(app, recruiter, { jobId: other.id, candidateId: candidate.id, as: 'applicant' })
  const read = () => look(app, colleague, tx => getCandidate(tx, colleague, candidate.id))
  await expect(read()).rejects.toMatchObject({ kind: 'notFound' })

  await anApplication(app, recruiter, { jobId: job.id, candidateId: candidate.id })
  await expect(read()).rejects.toMatchObject({ kind: 'notFound' })

  const applicant = await anApplication(app, recruiter, { jobId: job.id, as: 'applicant' })
  const seen = await look(app, colleague, tx => getCandidate(tx, colleague, applicant.candidateId))
  expect(seen.applications).toMatchObject([{ id: applicant.id, mayOpen: true, passedProspect: true }])
  const change = { headline: 'New' }
  expect(await refused(app, colleague, work => changeCandidate(work, applicant.candidateId, change))).toMatchObject({
    code: 'candidate.mayNotChange',
  })

  const delegated = await anActiveJob(app, recruiter, {
    team: [{ userId: colleague.userId, role: 'delegate', delegateOf: recruiter.userId }],
  })
  await anApplication(app, recruiter, { jobId: delegated.id, candidateId: candidate.id })
  await perform(app, colleague, work => changeCandidate(work, candidate.id, change))
  expect((await read()).applications).toMatchObject([{ jobId: delegated.id, stageKind: 'prospect' }])
})

test('of other jobs one sees where an applicant stands, but neither opens him nor sees prospects', async () => {
  const app = await testApp()
  const { admin, recruiter, manager } = await aCompany(app)
  const own = await anActiveJob(app, manager, { ownRole: 'hiring_manager' })
  const other = await anActiveJob(app, recruiter)
  const third = await anActiveJob(app, recruiter)
  const candidate = await aCandidate(app, recruiter)
  const onOwn = await anApplication(app, manager, { jobId: own.id, candidateId: candidate.id })
  const onOther = await anApplication(app, recruiter, { jobId: other.id, candidateId: candidate.id, as: 'applicant' })
  const asProspect = await anApplication(app, recruiter, { jobId: third.id, candidateId: candidate.id })
  const seenBy = async (actor: typeof admin) => {
    const { applications } = await look(app, actor, tx => getCandidate(tx, actor, candidate.id))
    return applications.map(one => [one.id, one.mayOpen])
  }
  expect(await seenBy(manager)).toEqual([
    [onOther.id, false],
    [onOwn.id, true],
  ])
  expect(await seenBy(admin)).toEqual([
    [asProspect.id, true],
    [onOther.id, true],
    [onOwn.id, true],
  ])
})

test('two people change one candidate at once: both changes stay', async () => {
  const app = await testApp()
  const { recruiter, manager } = await aCompany(app)
  const { id } = await aCandidate(app, recruiter)
  await Promise.all([
    perform(app, recruiter, work => changeCandidate(work, id, { headline: 'Grower' })),
    perform(app, manager, work => changeCandidate(work, id, { location: 'Lisse' })),
  ])
  expect(await look(app, recruiter, tx => getCandidate(tx, recruiter, id))).toMatchObject({
    headline: 'Grower',
    location: 'Lisse',
  })
})
