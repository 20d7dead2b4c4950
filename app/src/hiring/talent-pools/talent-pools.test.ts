import { expect, test } from 'vitest'
import type { UserActor } from '../../platform/actor.ts'
import { untilFeedIsWhole } from '../../platform/testing/feed.ts'
import { testApp } from '../../platform/testing/test-app.ts'
import { signedIn } from '../../platform/testing/test-http.ts'
import { look, perform } from '../../platform/work.ts'
import { listChanges } from '../changes/changes.queries.ts'
import { aCandidate, aCompany, eventsOf, refused } from '../testing/builders.ts'
import { addToPool } from './pool-members.ts'
import { talentPoolsRoutes } from './talent-pools.routes.ts'
import type { TalentPool } from './talent-pools.shapes.ts'
import { createPool, deletePool, renamePool } from './talent-pools.ts'

const path = '/api/v1/talent-pools'

async function withPools() {
  const app = await testApp()
  const company = await aCompany(app)
  const browserOf = (actor: UserActor) => signedIn(app, actor, talentPoolsRoutes)
  const mine = await browserOf(company.recruiter)
  const create = async (name: string) => (await mine.post(path, { name })).body as TalentPool
  const namesOf = async (actor: UserActor, query = '') =>
    ((await (await browserOf(actor)).get(`${path}${query}`)).body as { data: TalentPool[] }).data.map(pool => pool.name)
  return { app, company, browserOf, mine, create, namesOf }
}

test('a pool belongs to whoever makes it, and its name is kept without spaces around it', async () => {
  const { app, company, mine, create } = await withPools()
  const { recruiter } = company
  const pool = await create(' Engineers for spring ')
  expect(pool).toMatchObject({
    kind: 'plain',
    name: 'Engineers for spring',
    owner: { id: recruiter.userId, name: recruiter.name },
    memberCount: 0,
    permissions: { edit: true, editMembers: true },
  })
  expect((await mine.get(`${path}/${pool.id}`)).body).toEqual(pool)
  const events = await eventsOf(app, recruiter, pool.id)
  expect(events.map(event => [event.kind, event.change])).toEqual([
    ['talentPool.created', { ownerId: recruiter.userId }],
  ])
})

test('pools are listed by name whatever its capitals, page by page, and found by the beginnings of words', async () => {
  const { company, mine, create, namesOf } = await withPools()
  for (const name of ['zwemmers', 'Écrivains', 'Data engineers', 'iOS']) await create(name)
  const { recruiter } = company
  expect(await namesOf(recruiter)).toEqual(['Data engineers', 'Écrivains', 'iOS', 'zwemmers'])
  const first = (await mine.get(`${path}?limit=3`)).body as { data: TalentPool[]; next: string }
  expect(await namesOf(recruiter, `?limit=3&next=${first.next}`)).toEqual(['zwemmers'])
  expect(await namesOf(recruiter, '?q=engineers')).toEqual(['Data engineers'])
  expect(await namesOf(recruiter, '?q=ecri')).toEqual(['Écrivains'])
  expect(await namesOf(recruiter, '?q=at')).toEqual([])
  expect(await namesOf(recruiter, '?q=%25')).toEqual([])
})

test('colleagues who hire do not see it; administrators change it, and readers look on', async () => {
  const { company, browserOf, create, namesOf } = await withPools()
  const { admin, manager, colleague, reader } = company
  const pool = await create('Quiet')
  const { id } = pool
  for (const stranger of [manager, colleague]) {
    const browser = await browserOf(stranger)
    expect(await namesOf(stranger)).toEqual([])
    for (const answer of [
      await browser.get(`${path}/${id}`),
      await browser.patch(`${path}/${id}`, { name: 'Loud' }),
      await browser.delete(`${path}/${id}`),
    ]) {
      expect(answer).toMatchObject({ status: 404, body: { code: 'notFound' } })
    }
  }
  const looking = await browserOf(reader)
  expect((await looking.get(`${path}/${id}`)).body).toEqual({
    ...pool,
    permissions: { edit: false, editMembers: false },
  })
  for (const answer of [await looking.patch(`${path}/${id}`, { name: 'x' }), await looking.delete(`${path}/${id}`)]) {
    expect(answer).toMatchObject({ status: 403, body: { code: 'talentPool.mayNotEdit' } })
  }
  const administering = await browserOf(admin)
  expect(await administering.patch(`${path}/${id}`, { name: 'Loud' })).toMatchObject({
    status: 200,
    body: { name: 'Loud', owner: { id: company.recruiter.userId }, permissions: { edit: true } },
  })
})

test('who hires makes pools of his own; who reads or has no role does not', async () => {
  const { app, company } = await withPools()
  for (const actor of [company.admin, company.recruiter, company.manager]) {
    const pool = await perform(app, actor, work => createPool(work, { name: 'Own' }))
    expect(pool.owner?.id).toBe(actor.userId)
  }
  for (const actor of [company.reader, company.colleague, { kind: 'operator', tenantId: company.tenantId } as const]) {
    const { kind, code } = await refused(app, actor, work => createPool(work, { name: 'Own' }))
    expect([kind, code]).toEqual(['notAllowed', 'talentPool.mayNotCreate'])
  }
})

test('two pools of one owner have two names, and two owners may choose the same', async () => {
  const { company, browserOf, mine, create } = await withPools()
  await create('Roses')
  const lilies = await create('Lilies')
  const taken = { status: 409, body: { code: 'talentPool.nameTaken', errors: [{ field: 'name' }] } }
  expect(await mine.post(path, { name: 'Roses' })).toMatchObject(taken)
  expect(await mine.patch(`${path}/${lilies.id}`, { name: 'Roses' })).toMatchObject(taken)
  const theirs = await browserOf(company.manager)
  expect((await theirs.post(path, { name: 'Roses' })).status).toBe(201)
  expect(await mine.patch(`${path}/${lilies.id}`, { name: ' ' })).toMatchObject({ status: 422 })
})

test('a deleted pool is gone, and the people who were in it are there as before', async () => {
  const { app, company, mine, create, namesOf } = await withPools()
  const { recruiter } = company
  const pool = await create('Roses')
  const candidate = await aCandidate(app, recruiter)
  await perform(app, recruiter, work => addToPool(work, pool.id, { candidateIds: [candidate.id] }))
  expect((await mine.delete(`${path}/${pool.id}`)).status).toBe(204)
  expect(await namesOf(recruiter)).toEqual([])
  expect((await mine.delete(`${path}/${pool.id}`)).status).toBe(404)
  const left = await look(app, recruiter, tx => tx.selectFrom('candidate').select('id').execute())
  expect(left).toEqual([{ id: candidate.id }])
  expect((await mine.post(path, { name: 'Roses' })).status).toBe(201)
})

test('the feed of changes tells those who may see the pool, and after its end too', async () => {
  const { app, company, create } = await withPools()
  const { recruiter, manager, admin } = company
  const heardBy = async (actor: UserActor) => {
    await untilFeedIsWhole(app.db)
    const page = await look(app, actor, tx => listChanges(tx, actor, { limit: 100 }))
    return page.data.filter(change => change.subject.kind === 'talentPool')
  }
  const pool = await create('Roses')
  await perform(app, recruiter, work => renamePool(work, pool.id, { name: 'Lilies' }))
  expect(await heardBy(recruiter)).toMatchObject([
    { kind: 'talentPool.created', isGone: false },
    { kind: 'talentPool.renamed', isGone: false },
  ])
  await perform(app, admin, work => deletePool(work, pool.id))
  for (const actor of [recruiter, admin]) {
    expect((await heardBy(actor)).at(-1)).toMatchObject({ kind: 'talentPool.deleted', isGone: true })
  }
  expect(await heardBy(manager)).toEqual([])
  const token = { id: 'tok_x', name: 'x', scopes: ['changes:read', 'candidates:read'] }
  expect(await heardBy({ ...recruiter, token })).toEqual([])
  expect(await heardBy({ ...recruiter, token: { ...token, scopes: ['talentPools:read'] } })).toHaveLength(3)
})
