import { expect, onTestFinished, test, vi } from 'vitest'
import type { App } from '../app.ts'
import { sessionRoutes } from '../auth/session.routes.ts'
import { aTenant, aUser } from '../testing/builders.ts'
import { testApp, testClock } from '../testing/test-app.ts'
import type { TestBrowser } from '../testing/test-http.ts'
import { signedIn, signedOut } from '../testing/test-http.ts'
import { perform } from '../work.ts'
import { liveRoutes } from './live.routes.ts'
import { closeEndedSessions, liveConnections, startLive } from './live.ts'

async function liveApp(options: Parameters<typeof testApp>[0] = {}): Promise<App> {
  const app = await testApp(options)
  onTestFinished(await startLive(app))
  return app
}

async function follow(browser: TestBrowser, headers: Record<string, string> = {}) {
  const answer = await browser.send('GET', '/api/v1/live', { headers })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toContain('text/event-stream')
  const heard = { text: '', ended: false }
  const read = async () => {
    for await (const part of answer.body ?? []) heard.text += Buffer.from(part).toString()
    heard.ended = true
  }
  read().catch(() => undefined)
  return heard
}

async function anEvent(app: App, tenantId: string, id: string) {
  const actor = { kind: 'operator', tenantId } as const
  await perform(app, actor, work =>
    work.record({
      kind: 'application.moved',
      subject: { kind: 'application', id },
      jobId: 'job_1',
      change: { note: 'never sent' },
    }),
  )
}

test('a change reaches the browsers of its own company, by ids only', async () => {
  const app = await liveApp()
  const [ours, theirs] = [await aTenant(app), await aTenant(app)]
  const our = await follow(await signedIn(app, await aUser(app, ours), liveRoutes))
  const their = await follow(await signedIn(app, await aUser(app, theirs), liveRoutes))
  await anEvent(app, ours.id, 'app_ours')
  await anEvent(app, theirs.id, 'app_theirs')
  await vi.waitFor(() => {
    expect(our.text).toContain('app_ours')
    expect(their.text).toContain('app_theirs')
  })
  expect(our.text).toContain(
    'data: {"kind":"application.moved","subjectKind":"application","subjectId":"app_ours","jobId":"job_1"}\n\n',
  )
  expect(our.text).not.toMatch(/app_theirs|never sent/)
  expect(their.text).not.toMatch(/app_ours|never sent/)
})

test('a browser that comes back asks for everything again', async () => {
  const app = await liveApp()
  const user = await aUser(app, await aTenant(app))
  const browser = await signedIn(app, user, liveRoutes)
  const first = await follow(browser)
  const again = await follow(browser, { 'last-event-id': '1' })
  await vi.waitFor(() => expect(again.text).toContain('event: resync\ndata: {}\n\n'))
  expect(first.text).toContain('id: 1\n\n')
  expect(first.text).not.toContain('resync')
  liveConnections(app).resync()
  await vi.waitFor(() => expect(first.text).toContain('event: resync'))
})

test('a heartbeat is a comment', async () => {
  const app = await liveApp()
  const heard = await follow(await signedIn(app, await aUser(app, await aTenant(app)), liveRoutes))
  liveConnections(app).beat()
  await vi.waitFor(() => expect(heard.text.endsWith(':\n\n')).toBe(true))
})

test('without a session there is nothing to hear', async () => {
  const browser = await signedOut(await liveApp(), liveRoutes)
  expect((await browser.get('/api/v1/live')).status).toBe(401)
})

test('signing out ends the stream of that session only', async () => {
  const app = await liveApp()
  const user = await aUser(app, await aTenant(app))
  const browser = await signedIn(app, user, liveRoutes, sessionRoutes)
  const heard = await follow(browser)
  const elsewhere = await follow(await signedIn(app, user, liveRoutes))
  await browser.post('/api/v1/sign-out')
  await vi.waitFor(() => expect(heard.ended).toBe(true))
  expect(elsewhere.ended).toBe(false)
  expect((await browser.get('/api/v1/session')).status).toBe(401)
})

test('changing the instance ends the stream, and the next one hears the other company', async () => {
  const app = await liveApp()
  const [home, other] = [await aTenant(app), await aTenant(app)]
  const user = await aUser(app, home)
  const browser = await signedIn(app, user, liveRoutes, sessionRoutes)
  const { signInId } = await app.db.owner
    .selectFrom('app_user')
    .select('sign_in_id as signInId')
    .where('id', '=', user.userId)
    .executeTakeFirstOrThrow()
  await aUser(app, other, { signInId: signInId ?? '' })
  const before = await follow(browser)
  expect((await browser.post('/api/v1/session/instance', { tenantId: other.id })).status).toBe(200)
  await vi.waitFor(() => expect(before.ended).toBe(true))
  const after = await follow(browser)
  await anEvent(app, home.id, 'app_home')
  await anEvent(app, other.id, 'app_other')
  await vi.waitFor(() => expect(after.text).toContain('app_other'))
  expect(after.text).not.toContain('app_home')
})

test('whoever is switched off hears nothing more and is let in no more, although sessions are remembered', async () => {
  const app = await liveApp()
  const tenant = await aTenant(app)
  const user = await aUser(app, tenant)
  const browser = await signedIn(app, user, liveRoutes, sessionRoutes)
  const heard = await follow(browser)
  expect((await browser.get('/api/v1/session')).status).toBe(200)
  await perform(app, { kind: 'operator', tenantId: tenant.id }, async work => {
    await work.tx.updateTable('app_user').set({ active: false }).where('id', '=', user.userId).execute()
    await work.record({ kind: 'user.changed', subject: { kind: 'user', id: user.userId } })
  })
  await vi.waitFor(() => expect(heard.ended).toBe(true))
  expect((await browser.get('/api/v1/session')).status).toBe(401)
})

test('a stream does not outlive its session', async () => {
  const clock = testClock('2026-03-01T09:00:00Z')
  const app = await liveApp({ clock })
  const tenant = await aTenant(app)
  const old = await follow(await signedIn(app, await aUser(app, tenant), liveRoutes))
  clock.moveMs(6 * 24 * 60 * 60_000)
  const young = await follow(await signedIn(app, await aUser(app, tenant), liveRoutes))
  clock.moveMs(24 * 60 * 60_000)
  await closeEndedSessions(app)
  await vi.waitFor(() => expect(old.ended).toBe(true))
  expect(young.ended).toBe(false)
})

test('a browser that goes away is forgotten, and a stop ends all streams', async () => {
  const app = await testApp()
  const stop = await startLive(app)
  const browser = await signedIn(app, await aUser(app, await aTenant(app)), liveRoutes)
  const heard = await follow(browser)
  const left = await browser.send('GET', '/api/v1/live')
  expect(liveConnections(app).size).toBe(2)
  await left.body?.cancel()
  expect(liveConnections(app).size).toBe(1)
  await stop()
  await vi.waitFor(() => expect(heard.ended).toBe(true))
  expect(liveConnections(app).size).toBe(0)
})

test('a browser that does not read is let go before it fills the memory', async () => {
  const app = await liveApp()
  const browser = await signedIn(app, await aUser(app, await aTenant(app)), liveRoutes)
  await browser.send('GET', '/api/v1/live')
  for (let round = 0; round < 200_000 && liveConnections(app).size > 0; round++) liveConnections(app).beat()
  expect(liveConnections(app).size).toBe(0)
})

test('one person may keep thirty streams open, not more', async () => {
  const app = await liveApp()
  const browser = await signedIn(app, await aUser(app, await aTenant(app)), liveRoutes)
  for (let round = 0; round < 30; round++) expect((await browser.send('GET', '/api/v1/live')).status).toBe(200)
  expect(await browser.get('/api/v1/live')).toMatchObject({ status: 429, body: { code: 'live.tooMany' } })
})

test('who asks for the head of the stream alone holds no connection open', async () => {
  const app = await liveApp()
  const browser = await signedIn(app, await aUser(app, await aTenant(app)), liveRoutes)
  const answer = await browser.send('HEAD', '/api/v1/live')
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8'])
  expect(liveConnections(app).size).toBe(0)
})
