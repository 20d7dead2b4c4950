import { expect, test } from 'vitest'
import { testApp } from '../../platform/testing/test-app.ts'
import { signedIn } from '../../platform/testing/test-http.ts'
import { look, perform } from '../../platform/work.ts'
import { candidatesRoutes } from '../candidates/candidates.routes.ts'
import { addToPool } from '../talent-pools/pool-members.ts'
import { createPool } from '../talent-pools/talent-pools.ts'
import type { Company } from '../testing/builders.ts'
import { aCandidate, aCompany, anActiveJob, anApplication } from '../testing/builders.ts'
import { countFacets } from './facets.queries.ts'
import { searchRoutes } from './search.routes.ts'
import type { CandidateQuery, FacetName } from './search.shapes.ts'

async function withCandidates() {
  const app = await testApp()
  const company = await aCompany(app)
  const { recruiter, manager } = company
  const team = [{ userId: manager.userId, role: 'hiring_manager' as const }]
  const prospect = { enabled: true, openToHiringManagers: false }
  const job = await anActiveJob(app, recruiter, { title: 'Grower', team, prospect })
  const other = await anActiveJob(app, recruiter, { title: 'Driver' })
  const people = [
    { firstName: 'A', location: 'Lisse', currentTitle: 'Grower', skills: ['Java', 'SQL'] },
    { firstName: 'B', location: 'lisse', currentTitle: 'Grower', skills: ['java'] },
    { firstName: 'C', location: 'Aalsmeer', currentTitle: 'Driver' },
    { firstName: 'D' },
  ]
  const made = []
  for (const values of people) made.push(await aCandidate(app, recruiter, values))
  const [a, b, c] = made
  await anApplication(app, recruiter, { jobId: job.id, candidateId: a?.id ?? '', as: 'applicant' })
  await anApplication(app, recruiter, { jobId: job.id, candidateId: b?.id ?? '' })
  await anApplication(app, recruiter, { jobId: other.id, candidateId: b?.id ?? '', as: 'applicant' })
  await anApplication(app, recruiter, { jobId: other.id, candidateId: c?.id ?? '', as: 'applicant' })
  const count = async (query: CandidateQuery, actor: Company['admin'] = recruiter) => {
    const answer = await look(app, actor, tx => countFacets(tx, actor, query))
    const values = (name: FacetName) =>
      (answer.facets.find(facet => facet.name === name)?.values ?? []).map(one => `${one.label} ${one.count}`)
    return { ...answer, values }
  }
  return { app, company, job, other, count, ids: made.map(one => one.id) }
}

test('counts people by value, spellings together, the most frequent first', async () => {
  const { count, job, other } = await withCandidates()
  const all = await count({})
  expect(all.count).toEqual({ value: 4, capped: false })
  expect(all.values('location')).toEqual(['Lisse 2', 'Aalsmeer 1'])
  expect(all.values('title')).toEqual(['Grower 2', 'Driver 1'])
  expect(all.values('skill')).toEqual(['Java 2', 'SQL 1'])
  expect(all.values('source')).toEqual(['recruiter 3'])
  expect(all.values('stage')).toEqual(['application 3', 'prospect 1'])
  expect(all.values('job')).toEqual([`Driver · ${other.reference} 2`, `Grower · ${job.reference} 2`])
  expect(all.facets.find(facet => facet.name === 'location')?.values[0]).toMatchObject({ value: 'lisse' })
})

test('counts people by the pools that one sees', async () => {
  const { app, company, count, ids } = await withCandidates()
  const { recruiter, manager, reader } = company
  const make = (name: string, candidateIds: string[]) =>
    perform(app, recruiter, async work => {
      const pool = await createPool(work, { name })
      await addToPool(work, pool.id, { candidateIds })
      return pool
    })
  const roses = await make('Roses', ids.slice(0, 3))
  await make('Lilies', ids.slice(2, 4))
  expect((await count({})).values('pool')).toEqual(['Roses 3', 'Lilies 2'])
  expect((await count({}, reader)).values('pool')).toEqual(['Roses 3', 'Lilies 2'])
  expect((await count({}, manager)).values('pool')).toEqual([])
  const narrowed = await count({ pool: [roses.id] })
  expect(narrowed.count.value).toBe(3)
  expect(narrowed.values('location')).toEqual(['Lisse 2', 'Aalsmeer 1'])
  expect(narrowed.values('pool')).toEqual(['Roses 3', 'Lilies 2'])
})

test('a filter narrows the others, and not itself', async () => {
  const { count, job, other } = await withCandidates()
  const inLisse = await count({ location: ['lisse'] })
  expect(inLisse.count.value).toBe(2)
  expect(inLisse.values('location')).toEqual(['Lisse 2', 'Aalsmeer 1'])
  expect(inLisse.values('title')).toEqual(['Grower 2'])
  const onJob = await count({ job: [job.id] })
  expect(onJob.values('stage')).toEqual(['application 1', 'prospect 1'])
  expect(onJob.values('job')).toEqual([`Driver · ${other.reference} 2`, `Grower · ${job.reference} 2`])
  expect((await count({ q: 'grower NOT sql' })).count.value).toBe(1)
  expect((await count({ q: 'growr' })).count.value).toBe(0)
})

test('no count tells of what the reader may not know', async () => {
  const { count, company } = await withCandidates()
  const seen = await count({}, company.manager)
  expect(seen.count.value).toBe(4)
  expect(seen.values('stage')).toEqual(['application 3'])
  expect((await count({ stage: ['prospect'] }, company.manager)).count.value).toBe(0)
  const stranger = await count({}, company.colleague)
  expect(stranger.count.value).toBe(0)
  expect(stranger.facets.flatMap(facet => facet.values)).toEqual([])
})

test('over HTTP a filter is given once or several times, and the next page keeps it', async () => {
  const { app, company } = await withCandidates()
  const browser = await signedIn(app, company.recruiter, searchRoutes, candidatesRoutes)
  const one = await browser.get('/api/v1/candidates/facets?location=Aalsmeer')
  expect(one.body).toMatchObject({ count: { value: 1, capped: false }, readings: [] })
  const two = await browser.get('/api/v1/candidates?location=Aalsmeer&location=Lisse&sort=name&limit=2')
  expect(two.body).toMatchObject({ hasNext: true, data: [{ firstName: 'A' }, { firstName: 'B' }] })
  const link = /<([^>]+)>; rel="next"/.exec(two.headers.get('link') ?? '')?.[1] ?? ''
  expect(link).toContain('location=Aalsmeer&location=Lisse&sort=name&limit=2&next=')
  expect((await browser.get(link)).body).toMatchObject({ hasNext: false, data: [{ firstName: 'C' }] })
  expect((await browser.get('/api/v1/candidates?stage=nowhere')).status).toBe(422)
})

test('what is too much is refused with the limit, what closes nothing with its place', async () => {
  const { app, company } = await withCandidates()
  const browser = await signedIn(app, company.recruiter, searchRoutes, candidatesRoutes)
  const refused = async (q: string) => {
    const { status, body } = await browser.get(`/api/v1/candidates?q=${encodeURIComponent(q)}`)
    return { status, ...(body as { code: string; params: unknown; errors: unknown }) }
  }
  expect(await refused('a '.repeat(200))).toMatchObject({
    status: 422,
    code: 'search.tooManyTerms',
    params: { terms: 200, limit: 50 },
    errors: [{ field: 'q' }],
  })
  expect(await refused(`${'('.repeat(11)}a`)).toMatchObject({
    code: 'search.tooDeep',
    params: { position: 11, limit: 10 },
  })
  expect(await refused('tulip) rose')).toMatchObject({ code: 'search.strayParenthesis', params: { position: 6 } })
  expect(await refused('x'.repeat(1_001))).toMatchObject({ code: 'invalidInput', errors: [{ field: 'q' }] })
  expect((await browser.get(`/api/v1/candidates?q=${'a '.repeat(50).trim().replaceAll(' ', '+')}`)).status).toBe(200)
})
