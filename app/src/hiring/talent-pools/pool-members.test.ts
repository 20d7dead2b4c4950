import { expect, test } from 'vitest'
import type { UserActor } from '../../platform/actor.ts'
import { testApp } from '../../platform/testing/test-app.ts'
import { signedIn } from '../../platform/testing/test-http.ts'
import { look, perform } from '../../platform/work.ts'
import { listActivity } from '../candidates/activity.queries.ts'
import { candidatesRoutes } from '../candidates/candidates.routes.ts'
import { changeCandidate } from '../candidates/candidates.ts'
import { aCandidate, aCompany, anActiveJob, anApplication } from '../testing/builders.ts'
import { poolMembersRoutes } from './pool-members.routes.ts'
import { talentPoolsRoutes } from './talent-pools.routes.ts'
import type { PoolMember, TalentPool } from './talent-pools.shapes.ts'
import { createPool } from './talent-pools.ts'

interface MemberPage {
  data: PoolMember[]
  next: string | null
}

async function withPeople() {
  const app = await testApp()
  const company = await aCompany(app)
  const browserOf = (actor: UserActor) => signedIn(app, actor, talentPoolsRoutes, poolMembersRoutes, candidatesRoutes)
  const browser = await browserOf(company.recruiter)
  const pool = await perform(app, company.recruiter, work => createPool(work, { name: 'Later' }))
  const path = `/api/v1/talent-pools/${pool.id}/members`
  const people = []
  for (const [firstName, lastName] of [
    ['Noor', 'Bakker'],
    ['Émile', 'Aerts'],
    ['Tom', 'Visser'],
  ] as const) {
    people.push((await aCandidate(app, company.recruiter, { firstName, lastName })).id)
  }
  const [noor = '', emile = '', tom = ''] = people
  const add = (...candidateIds: string[]) => browser.post(path, { candidateIds })
  const list = async (query = '') => (await browser.get(`${path}${query}`)).body as MemberPage
  const namesOf = async (query = '') => (await list(query)).data.map(member => member.firstName)
  return { app, company, browser, browserOf, pool, path, noor, emile, tom, add, list, namesOf }
}

test('people are added once each, and say by whom and when', async () => {
  const { company, browser, pool, add, list, noor, emile } = await withPeople()
  expect(await add(noor)).toMatchObject({ status: 201, body: { addedIds: [noor] } })
  expect((await add(noor, emile, emile)).body).toEqual({ addedIds: [emile] })
  const { data } = await list()
  expect(data).toHaveLength(2)
  const { recruiter } = company
  expect(data.find(member => member.candidateId === noor)).toEqual({
    candidateId: noor,
    firstName: 'Noor',
    lastName: 'Bakker',
    headline: null,
    currentCompany: null,
    location: null,
    email: null,
    addedAt: expect.any(String),
    addedBy: { id: recruiter.userId, name: recruiter.name },
  })
  const found = (await browser.get(`/api/v1/talent-pools?candidateId=${emile}`)).body as { data: TalentPool[] }
  expect(found.data).toMatchObject([{ id: pool.id, memberCount: 2 }])
})

test('when somebody is no candidate here, nobody is added', async () => {
  const { app, add, namesOf, noor } = await withPeople()
  const stranger = await aCandidate(app, (await aCompany(app)).recruiter)
  expect(await add(noor, stranger.id, 'cand_nobody')).toMatchObject({
    status: 422,
    body: { code: 'talentPool.noSuchCandidate', errors: [{ field: 'candidateIds' }, { field: 'candidateIds' }] },
  })
  expect(await namesOf()).toEqual([])
  expect(await add()).toMatchObject({ status: 422 })
})

test('the order is that of adding, last first, or by last name whatever its accents; each page by page', async () => {
  const { add, list, namesOf, noor, emile, tom } = await withPeople()
  for (const id of [tom, noor, emile]) await add(id)
  expect(await namesOf()).toEqual(['Émile', 'Noor', 'Tom'])
  expect(await namesOf('?sort=name')).toEqual(['Émile', 'Noor', 'Tom'])
  for (const sort of ['added', 'name']) {
    const names: string[] = []
    let query = `?sort=${sort}&limit=1`
    for (let page = await list(query); ; page = await list(query)) {
      names.push(...page.data.map(member => member.firstName))
      if (page.next === null) break
      query = `?limit=1&next=${page.next}`
    }
    expect(names).toEqual(['Émile', 'Noor', 'Tom'])
  }
})

test('somebody who gets another name stands where it belongs', async () => {
  const { app, company, add, namesOf, noor, emile, tom } = await withPeople()
  await add(tom, noor, emile)
  await perform(app, company.recruiter, work => changeCandidate(work, emile, { lastName: 'Zijlstra' }))
  expect(await namesOf('?sort=name')).toEqual(['Noor', 'Tom', 'Émile'])
})

test('a removal can be undone, and leaves the person where he stood', async () => {
  const { browser, path, add, list, noor, emile, tom } = await withPeople()
  for (const id of [noor, emile, tom]) await add(id)
  const before = (await list()).data
  const removed = () => browser.delete(`${path}/${emile}`)
  expect((await removed()).status).toBe(204)
  expect(await removed()).toMatchObject({ status: 404 })
  expect((await list()).data.map(member => member.candidateId)).toEqual([tom, noor])
  expect(await browser.post(`${path}/${emile}/return`)).toMatchObject({ status: 201, body: { candidateId: emile } })
  expect((await list()).data).toEqual(before)
  // Twice is as good as once, and who was never removed has nothing to undo.
  expect((await browser.post(`${path}/${emile}/return`)).status).toBe(201)
  expect((await list()).data).toEqual(before)
  expect(await browser.post(`${path}/${noor}/return`)).toMatchObject({ status: 404 })
})

test('neighbours stand before and after in the same order', async () => {
  const { company, browser, browserOf, path, add, noor, emile, tom } = await withPeople()
  for (const id of [emile, tom, noor]) await add(id)
  const around = async (id: string, sort: string) => (await browser.get(`${path}/${id}/neighbours?sort=${sort}`)).body
  expect(await around(noor, 'added')).toEqual({ previousId: null, nextId: tom, position: 1 })
  expect(await around(tom, 'added')).toEqual({ previousId: noor, nextId: emile, position: 2 })
  expect(await around(noor, 'name')).toEqual({ previousId: emile, nextId: tom, position: 2 })
  expect(await around('cand_nobody', 'name')).toEqual({ previousId: null, nextId: null, position: null })
  const theirs = await browserOf(company.manager)
  expect(await theirs.get(`${path}/${noor}/neighbours`)).toMatchObject({ status: 404 })
})

test('who may not see the pool finds nothing, and who only reads changes nothing', async () => {
  const { company, browserOf, path, add, noor, emile } = await withPeople()
  await add(noor)
  const attempts = async (actor: UserActor) => {
    const browser = await browserOf(actor)
    return [
      (await browser.get(path)).status,
      (await browser.post(path, { candidateIds: [emile] })).status,
      (await browser.delete(`${path}/${noor}`)).status,
      (await browser.post(`${path}/${noor}/return`)).status,
    ]
  }
  expect(await attempts(company.manager)).toEqual([404, 404, 404, 404])
  expect(await attempts(company.colleague)).toEqual([404, 404, 404, 404])
  expect(await attempts(company.reader)).toEqual([200, 403, 403, 403])
  expect(await attempts(company.admin)).toEqual([200, 201, 204, 201])
})

test('the candidate’s history tells of it, and names the pool to those who may know it', async () => {
  const { app, company, browser, path, add, noor } = await withPeople()
  const { recruiter, manager, colleague } = company
  const job = await anActiveJob(app, recruiter, { team: [{ userId: colleague.userId, role: 'interviewer' }] })
  await anApplication(app, recruiter, { jobId: job.id, candidateId: noor, stage: 'application' })
  await add(noor)
  await browser.delete(`${path}/${noor}`)
  await browser.post(`${path}/${noor}/return`)
  const told = async (actor: UserActor) => {
    const { data } = await look(app, actor, tx => listActivity(tx, actor, { candidateId: noor, limit: 50 }))
    return data.filter(line => /Pool$/.test(line.kind)).map(line => [line.kind, line.change.poolName])
  }
  expect(await told(recruiter)).toEqual([
    ['candidate.returnedToPool', 'Later'],
    ['candidate.removedFromPool', 'Later'],
    ['candidate.addedToPool', 'Later'],
  ])
  expect(await told(manager)).toEqual([
    ['candidate.returnedToPool', undefined],
    ['candidate.removedFromPool', undefined],
    ['candidate.addedToPool', undefined],
  ])
  expect(await told(colleague)).toEqual([])
})

test('the list of candidates can be narrowed to the people of pools that one sees', async () => {
  const { app, company, browserOf, browser, pool, add, noor, tom } = await withPeople()
  await add(noor, tom)
  const other = await perform(app, company.recruiter, work => createPool(work, { name: 'Other' }))
  const ids = async (who: typeof browser, query: string) =>
    ((await who.get(`/api/v1/candidates?${query}`)).body as { data: { id: string }[] }).data.map(one => one.id)
  expect(await ids(browser, `pool=${pool.id}&sort=name`)).toEqual([noor, tom])
  expect(await ids(browser, `pool=${other.id}`)).toEqual([])
  expect(await ids(browser, `pool=${other.id}&pool=${pool.id}&q=visser`)).toEqual([tom])
  expect(await ids(await browserOf(company.manager), `pool=${pool.id}`)).toEqual([])
})
