import { EventEmitter, once } from 'node:events'
import { expect, test, vi } from 'vitest'
import type { UserActor } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import { startLive } from '../../platform/http/live.ts'
import { encodeCursor } from '../../platform/http/paging.ts'
import { untilFeedIsWhole } from '../../platform/testing/feed.ts'
import { testApp } from '../../platform/testing/test-app.ts'
import { signedIn } from '../../platform/testing/test-http.ts'
import { look, perform } from '../../platform/work.ts'
import type { NoteBody } from '../notes/note-body.shapes.ts'
import { writeNote } from '../notes/notes.ts'
import { addToPool } from '../talent-pools/pool-members.ts'
import { createPool } from '../talent-pools/talent-pools.ts'
import { aCandidate, aCompany, aJob, anActiveJob, anApplication } from '../testing/builders.ts'
import { listChanges } from './changes.queries.ts'
import { changesRoutes } from './changes.routes.ts'
import type { ChangesPage } from './changes.shapes.ts'
import { countWaiting } from './waiting-callers.ts'

async function read(app: App, actor: UserActor, since?: string, limit = 100): Promise<ChangesPage> {
  await untilFeedIsWhole(app.db)
  return readAtOnce(app, actor, since, limit)
}

const readAtOnce = (app: App, actor: UserActor, since?: string, limit = 100) =>
  look(app, actor, tx => listChanges(tx, actor, { since, limit }))

const told = (page: ChangesPage) => page.data.map(change => `${change.kind} ${change.subject.id}`)

async function readAll(app: App, actor: UserActor, limit: number): Promise<{ ids: string[]; next: string }> {
  const ids: string[] = []
  let page = await read(app, actor, undefined, limit)
  for (;;) {
    ids.push(...page.data.map(change => change.id))
    if (!page.hasNext) return { ids, next: page.next }
    page = await read(app, actor, page.next, limit)
  }
}

test('changes come in order, page by page, each once; and after the last page only what is new', async () => {
  const app = await testApp()
  const { admin, recruiter } = await aCompany(app)
  const job = await aJob(app, recruiter)
  for (let i = 0; i < 5; i++) await aCandidate(app, recruiter)
  const whole = await read(app, admin)
  expect(whole.hasNext).toBe(false)
  expect(whole.data.length).toBeGreaterThanOrEqual(6)
  expect(told(whole)[0]).toBe(`job.created ${job.id}`)
  const { ids, next } = await readAll(app, admin, 2)
  expect(ids).toEqual(whole.data.map(change => change.id))
  expect(await read(app, admin, next)).toMatchObject({ data: [], hasNext: false })
  const candidate = await aCandidate(app, recruiter)
  expect(told(await read(app, admin, next))).toEqual([`candidate.created ${candidate.id}`])
})

test('since=now begins behind everything that is there', async () => {
  const app = await testApp()
  const { admin, recruiter } = await aCompany(app)
  await aCandidate(app, recruiter)
  const { next } = await read(app, admin, 'now')
  expect((await read(app, admin, next)).data).toEqual([])
  const candidate = await aCandidate(app, recruiter)
  expect(told(await read(app, admin, next))).toEqual([`candidate.created ${candidate.id}`])
})

// The embedded database has one session, so there no transaction can be open beside a reader.
test.runIf(process.env.LODESTONE_TEST_DATABASE_URL)('a change that is committed late is not passed over', async () => {
  const app = await testApp()
  const { admin, recruiter } = await aCompany(app)
  const { next } = await read(app, admin, 'now')
  const signals = new EventEmitter()
  const [begun, released] = [once(signals, 'begun'), once(signals, 'released')]
  const late = perform(app, recruiter, async work => {
    await work.record({ kind: 'candidate.changed', subject: { kind: 'candidate', id: 'late' } })
    signals.emit('begun')
    await released
  })
  await begun
  await aCandidate(app, recruiter, { firstName: 'Quick' })
  const meanwhile = await readAtOnce(app, admin, next)
  expect(meanwhile.data).toEqual([])
  signals.emit('released')
  await late
  const after = await read(app, admin, meanwhile.next)
  expect(after.data.map(change => change.kind)).toEqual(['candidate.changed', 'candidate.created'])
})

test('each sees changes of what he may read, and passes over the rest', async () => {
  const app = await testApp()
  const { admin, recruiter, manager, colleague, reader, person } = await aCompany(app)
  const outsider = await person({ roles: ['recruiter'] })
  const start = (await read(app, admin, 'now')).next
  const job = await anActiveJob(app, recruiter, { team: [{ userId: manager.userId, role: 'hiring_manager' }] })
  const { id } = await anApplication(app, recruiter, { jobId: job.id })
  const seen = async (actor: UserActor) => {
    const page = await read(app, actor, start)
    expect((await read(app, actor, page.next)).data).toEqual([])
    return new Set(page.data.map(change => change.subject.kind))
  }
  const all = new Set(['job', 'candidate', 'application'])
  for (const actor of [admin, reader, recruiter, manager]) expect(await seen(actor)).toEqual(all)
  expect(await seen(outsider)).toEqual(new Set(['candidate']))
  expect(await seen(colleague)).toEqual(new Set())
  expect(told(await read(app, admin, start))).toContain(`application.created ${id}`)
})

test('an interviewer hears of what happens to the people of his job, and not of pools and of notes on the person', async () => {
  const app = await testApp()
  const { recruiter, colleague } = await aCompany(app)
  const job = await anActiveJob(app, recruiter, { team: [{ userId: colleague.userId, role: 'interviewer' }] })
  const { id, candidateId } = await anApplication(app, recruiter, { jobId: job.id, as: 'applicant' })
  const body: NoteBody = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Keen' }] }] }
  const start = (await read(app, colleague, 'now')).next
  await perform(app, recruiter, work => writeNote(work, { candidateId }, { body, visibility: 'shared' }))
  await perform(app, recruiter, work => writeNote(work, { applicationId: id }, { body, visibility: 'shared' }))
  const pool = await perform(app, recruiter, work => createPool(work, { name: 'Later' }))
  await perform(app, recruiter, work => addToPool(work, pool.id, { candidateIds: [candidateId] }))
  expect(told(await read(app, colleague, start))).toEqual([`application.noteAdded ${id}`])
  const all = ['candidate.noteAdded', 'candidate.addedToPool'].map(kind => `${kind} ${candidateId}`)
  expect(told(await read(app, recruiter, start))).toEqual(expect.arrayContaining(all))
})

test('so many may wait at once, and whoever does not wait is answered all the same', async () => {
  const app = await testApp()
  const stop = await startLive(app)
  const { admin } = await aCompany(app)
  const browser = await signedIn(app, admin, changesRoutes)
  const waiting = Array.from({ length: 30 }, () => browser.get('/api/v1/changes?since=now&wait=25'))
  await vi.waitFor(() => expect(countWaiting(app, admin.userId)).toBe(30))
  expect(await browser.get('/api/v1/changes?since=now&wait=25')).toMatchObject({
    status: 429,
    body: { code: 'changes.tooManyWaiting', params: { waiting: 30 } },
  })
  expect((await browser.get('/api/v1/changes?since=now')).status).toBe(200)
  await stop()
  for (const answer of await Promise.all(waiting)) expect(answer.status).toBe(200)
  expect(countWaiting(app, admin.userId)).toBe(0)
})

test('a prospect that hiring managers may not see is no news for them', async () => {
  const app = await testApp()
  const { recruiter, manager } = await aCompany(app)
  const job = await anActiveJob(app, recruiter, {
    team: [{ userId: manager.userId, role: 'hiring_manager' }],
    prospect: { enabled: true, openToHiringManagers: false },
  })
  await anApplication(app, recruiter, { jobId: job.id })
  const kinds = (page: ChangesPage) => new Set(page.data.map(change => change.subject.kind))
  expect(kinds(await read(app, manager))).not.toContain('application')
  expect(kinds(await read(app, recruiter))).toContain('application')
})

test('a token sees the kinds whose read scope it has', async () => {
  const app = await testApp()
  const { admin, recruiter } = await aCompany(app)
  const job = await anActiveJob(app, recruiter)
  await anApplication(app, recruiter, { jobId: job.id })
  const kinds = async (...scopes: string[]) => {
    const page = await read(app, { ...admin, token: { id: 'tok_x', name: 'x', scopes } })
    return [...new Set(page.data.map(change => change.subject.kind))].sort()
  }
  expect(await kinds('changes:read')).toEqual([])
  expect(await kinds('changes:read', 'jobs:read')).toEqual(['job'])
  expect(await kinds('changes:read', 'candidates:read', 'applications:read')).toEqual(['application', 'candidate'])
})

test('what is gone is said to be gone', async () => {
  const app = await testApp()
  const { admin, recruiter } = await aCompany(app)
  const [stays, goes] = [await aCandidate(app, recruiter), await aCandidate(app, recruiter)]
  await app.db.transact({ tenantId: admin.tenantId }, tx =>
    tx.deleteFrom('candidate').where('tenant_id', '=', admin.tenantId).where('id', '=', goes.id).execute(),
  )
  const page = await read(app, admin)
  expect(page.data.map(change => [change.subject.id, change.isGone])).toEqual([
    [stays.id, false],
    [goes.id, true],
  ])
})

test('nothing of another company', async () => {
  const app = await testApp()
  const [one, other] = [await aCompany(app), await aCompany(app)]
  const { next } = await read(app, one.admin, 'now')
  await aCandidate(app, other.recruiter)
  expect((await read(app, one.admin, next)).data).toEqual([])
  expect((await read(app, other.admin, next)).data).toHaveLength(1)
})

test('a position that nobody gave is refused, and one from before a restore too', async () => {
  const app = await testApp()
  const { admin } = await aCompany(app)
  const browser = await signedIn(app, admin, changesRoutes)
  const ask = async (since: string) => {
    const { status, body } = await browser.get(`/api/v1/changes?since=${since}`)
    return [status, Object(body).code]
  }
  for (const wrong of ['x', encodeCursor(['1']), encodeCursor(['-1', '']), encodeCursor(['99999999999999999999', ''])])
    expect(await ask(wrong)).toEqual([422, 'invalidCursor'])
  expect(await ask(encodeCursor(['999999999999', 'evt_x']))).toEqual([422, 'changes.restored'])
})

test('the next page is also a link', async () => {
  const app = await testApp()
  const { admin, recruiter } = await aCompany(app)
  for (let i = 0; i < 2; i++) await aCandidate(app, recruiter)
  const browser = await signedIn(app, admin, changesRoutes)
  await untilFeedIsWhole(app.db)
  const first = await browser.get('/api/v1/changes?limit=1')
  expect(first.headers.get('link')).toBe(`</api/v1/changes?limit=1&since=${Object(first.body).next}>; rel="next"`)
  expect((await browser.get('/api/v1/changes')).headers.get('link')).toBeNull()
})

test('who waits hears of a change as soon as it is made', async () => {
  const app = await testApp()
  const { admin, recruiter } = await aCompany(app)
  const stopLive = await startLive(app)
  try {
    const browser = await signedIn(app, admin, changesRoutes)
    const { next } = await read(app, admin, 'now')
    const waiting = browser.get(`/api/v1/changes?since=${next}&wait=25`)
    const candidate = await aCandidate(app, recruiter)
    const { body } = await waiting
    expect(Object(body).data).toMatchObject([{ subject: { kind: 'candidate', id: candidate.id } }])
  } finally {
    await stopLive()
  }
})

test('a stop of the server lets go of who waits', async () => {
  const app = await testApp()
  const { admin } = await aCompany(app)
  const stopLive = await startLive(app)
  const browser = await signedIn(app, admin, changesRoutes)
  const { next } = await read(app, admin, 'now')
  const waiting = browser.get(`/api/v1/changes?since=${next}&wait=25`)
  await stopLive()
  expect(await waiting).toMatchObject({ status: 200, body: { data: [], hasNext: false } })
})
