import { expect, test } from 'vitest'
import { testApp } from '../../platform/testing/test-app.ts'
import { signedIn } from '../../platform/testing/test-http.ts'
import { aCompany, eventsOf } from '../testing/builders.ts'
import { savedViewsRoutes } from './saved-views.routes.ts'
import type { SavedView } from './saved-views.shapes.ts'

async function withTwo() {
  const app = await testApp()
  const company = await aCompany(app)
  const mine = await signedIn(app, company.recruiter, savedViewsRoutes)
  const theirs = await signedIn(app, company.colleague, savedViewsRoutes)
  const save = async (body: unknown) => (await mine.post('/api/v1/saved-views', body)).body as SavedView
  const namesOf = async (browser: typeof mine) =>
    ((await browser.get('/api/v1/saved-views')).body as { data: SavedView[] }).data.map(view => view.name)
  return { app, company, mine, theirs, save, namesOf }
}

const view = { q: 'rose OR lily', filters: { location: ['Lisse'] }, sort: 'name', columns: ['title', 'email'] }

test('a view is kept as it was saved, and what was left out has its ordinary value', async () => {
  const { app, company, mine, save } = await withTwo()
  const saved = await save({ name: ' Roses ', view })
  const { recruiter } = company
  expect(saved).toMatchObject({ name: 'Roses', shared: false, isOwn: true, owner: { id: recruiter.userId }, view })
  expect((await save({ name: 'All', view: {} })).view).toEqual({ q: '', filters: {}, sort: null, columns: [] })
  expect((await mine.get('/api/v1/saved-views?limit=1')).body).toMatchObject({ hasNext: true, data: [{ name: 'All' }] })
  const events = await eventsOf(app, recruiter, saved.id)
  expect(events.map(event => [event.kind, event.change])).toEqual([['savedView.created', { shared: false }]])
})

test('colleagues see what is shared, and change nothing', async () => {
  const { company, mine, theirs, save, namesOf } = await withTwo()
  const own = await save({ name: 'Own', view })
  const shared = await save({ name: 'Shared', shared: true, view })
  expect(await namesOf(mine)).toEqual(['Own', 'Shared'])
  expect(await namesOf(theirs)).toEqual(['Shared'])
  expect(await theirs.patch(`/api/v1/saved-views/${own.id}`, { name: 'x' })).toMatchObject({ status: 404 })
  const refusal = {
    status: 403,
    body: { code: 'savedView.notYours', detail: expect.stringContaining(company.recruiter.name) },
  }
  expect(await theirs.patch(`/api/v1/saved-views/${shared.id}`, { name: 'x' })).toMatchObject(refusal)
  expect(await theirs.delete(`/api/v1/saved-views/${shared.id}`)).toMatchObject(refusal)
  expect(await mine.patch(`/api/v1/saved-views/${shared.id}`, { shared: false })).toMatchObject({
    body: { shared: false, view },
  })
  expect(await namesOf(theirs)).toEqual([])
})

test('two of the same name are refused, and a removed one is gone', async () => {
  const { mine, save, namesOf } = await withTwo()
  const first = await save({ name: 'Roses', view })
  expect(await mine.post('/api/v1/saved-views', { name: 'Roses', view })).toMatchObject({
    status: 409,
    body: { code: 'savedView.nameTaken', errors: [{ field: 'name' }] },
  })
  expect((await mine.delete(`/api/v1/saved-views/${first.id}`)).status).toBe(204)
  expect(await namesOf(mine)).toEqual([])
  expect((await mine.delete(`/api/v1/saved-views/${first.id}`)).status).toBe(404)
})

test('the database itself keeps a view from others, without any filter of ours', async () => {
  const { app, company, save } = await withTwo()
  await save({ name: 'Own', view })
  await save({ name: 'Shared', shared: true, view })
  const { tenantId, colleague } = company
  const as = { tenantId, userId: colleague.userId }
  const seen = await app.db.transact(as, tx => tx.selectFrom('saved_view').select('name').execute())
  expect(seen).toEqual([{ name: 'Shared' }])
  const changed = await app.db.transact(as, tx => tx.updateTable('saved_view').set({ name: 'x' }).executeTakeFirst())
  const gone = await app.db.transact(as, tx => tx.deleteFrom('saved_view').executeTakeFirst())
  expect([changed.numUpdatedRows, gone.numDeletedRows]).toEqual([0n, 0n])
})
