import { expect, test } from 'vitest'
import { z } from 'zod'
import type { AppRole, UserActor } from '../actor.ts'
import type { App } from '../app.ts'
import { hashToken } from '../auth/hashed-tokens.ts'
import { operation } from '../http/operation.ts'
import { createRouter } from '../http/router.ts'
import { aTenant, aUser } from '../testing/builders.ts'
import { testApp, testClock } from '../testing/test-app.ts'
import type { TestAnswer } from '../testing/test-http.ts'
import { openTestSession, signedIn, signedOut } from '../testing/test-http.ts'
import { perform } from '../work.ts'
import { apiTokensRoutes } from './api-tokens.routes.ts'
import type { NewApiToken } from './api-tokens.shapes.ts'
import { createApiToken } from './api-tokens.ts'

const who = z.object({ roles: z.array(z.string()), token: z.string().nullable() })

/** One address for each way to be opened. */
const rooms = (app: App) =>
  createRouter()
    .openapi(
      operation({ method: 'get', path: '/readers', summary: 'Reads', scope: 'candidates:read', answer: who }),
      c => c.json({ roles: [...c.get('actor').roles], token: c.get('actor').token?.name ?? null }, 200),
    )
    .openapi(operation({ method: 'post', path: '/writers', summary: 'Writes', scope: 'candidates:write' }), async c => {
      await perform(app, c.get('actor'), work =>
        work.record({ kind: 'trial.changed', subject: { kind: 'trial', id: c.get('actor').tenantId } }),
      )
      return c.body(null, 204)
    })
    .openapi(operation({ method: 'get', path: '/people', summary: 'People' }), c => c.body(null, 204))

async function aWorld(options: Parameters<typeof testApp>[0] = {}) {
  const app = await testApp(options)
  const tenant = await aTenant(app)
  const admin = await aUser(app, tenant, { roles: ['administrator'] })
  const program = await signedOut(app, rooms, apiTokensRoutes)
  const ask = (token: string, address = '/api/v1/readers') => program.get(address, { authorization: `Bearer ${token}` })
  return { app, tenant, admin, program, ask }
}

function aToken(app: App, owner: UserActor, values: Partial<NewApiToken> = {}) {
  const input: NewApiToken = {
    name: 'Payroll',
    role: 'read_only',
    scopes: ['candidates:read'],
    expiresInDays: 30,
    ...values,
  }
  return perform(app, owner, work => createApiToken(work, owner, input))
}

const problem = (answer: TestAnswer) => ({ status: answer.status, ...Object(answer.body) })

test('an administrator makes a token, sees it once, and revokes it: from then on it is shut out', async () => {
  const { app, admin, ask } = await aWorld()
  const browser = await signedIn(app, admin, apiTokensRoutes)
  const made = await browser.post('/api/v1/api-tokens', {
    name: 'Payroll',
    role: 'recruiter',
    scopes: ['candidates:read', 'candidates:read'],
    expiresInDays: 90,
  })
  const { token, apiToken } = Object(made.body)
  expect(made.status).toBe(201)
  expect(token).toMatch(/^ls_[0-9a-f]{64}$/)
  expect(apiToken).toMatchObject({ name: 'Payroll', prefix: token.slice(0, 11), scopes: ['candidates:read'] })
  expect(await ask(token)).toMatchObject({ status: 200, body: { roles: ['recruiter'], token: 'Payroll' } })

  const list = await browser.get('/api/v1/api-tokens')
  expect(JSON.stringify(list.body)).not.toContain(token)
  expect(Object(list.body).data).toMatchObject([{ id: apiToken.id, state: 'active', lastUsedAt: expect.any(String) }])

  const revoked = await browser.post(`/api/v1/api-tokens/${apiToken.id}/revocation`)
  expect(revoked).toMatchObject({ status: 201, body: { state: 'revoked' } })
  expect(await browser.post(`/api/v1/api-tokens/${apiToken.id}/revocation`)).toMatchObject({ status: 201 })
  const shut = await ask(token)
  expect(problem(shut)).toMatchObject({ status: 401, code: 'token.revoked' })
  expect(shut.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"')
})

test('only the hash of a token is kept, and history tells who made and revoked it', async () => {
  const { app, admin } = await aWorld()
  const { token, apiToken } = await aToken(app, admin)
  const row = await app.db.owner.selectFrom('api_token').selectAll().where('id', '=', apiToken.id).executeTakeFirst()
  expect(row?.token_hash).toBe(hashToken(token))
  expect(JSON.stringify(row)).not.toContain(token)
  const events = await app.db.owner
    .selectFrom('event')
    .select(['kind', 'actor', 'change'])
    .where('subject_id', '=', apiToken.id)
    .execute()
  expect(events).toMatchObject([{ kind: 'apiToken.created', actor: { kind: 'user', userId: admin.userId } }])
  expect(JSON.stringify(events)).not.toContain(token)
})

test('a token that was asked for with an Idempotency-Key is made once, and its secret is kept nowhere', async () => {
  const { app, tenant, admin } = await aWorld()
  const browser = await signedIn(app, admin, apiTokensRoutes)
  const input = { name: 'Payroll', role: 'recruiter', scopes: ['candidates:read'], expiresInDays: 90 }
  const ask = () => browser.post('/api/v1/api-tokens', input, { 'idempotency-key': 'k' })
  const made = await ask()
  const { token } = Object(made.body)
  expect(made.status).toBe(201)
  const kept = await app.db.owner.selectFrom('kept_answer').selectAll().where('tenant_id', '=', tenant.id).execute()
  expect(kept).toHaveLength(1)
  expect(JSON.stringify(kept)).not.toContain(token)
  expect(problem(await ask())).toMatchObject({ status: 409, code: 'idempotency.answerLost' })
  expect(Object((await browser.get('/api/v1/api-tokens')).body).data).toHaveLength(1)
})

test.each<AppRole>(['recruiter', 'hiring_manager', 'read_only'])('a %s neither makes nor sees tokens', async role => {
  const { app, tenant } = await aWorld()
  const browser = await signedIn(app, await aUser(app, tenant, { roles: [role] }), apiTokensRoutes)
  const input = { name: 'Mine', role: 'administrator', scopes: ['users:write'], expiresInDays: null }
  expect(await browser.post('/api/v1/api-tokens', input)).toMatchObject({ status: 403 })
  expect(await browser.get('/api/v1/api-tokens')).toMatchObject({ status: 403 })
})

test('a token makes no tokens, whatever its role', async () => {
  const { app, admin, ask } = await aWorld()
  const { token } = await aToken(app, admin, { role: 'administrator' })
  expect(problem(await ask(token, '/api/v1/api-tokens'))).toMatchObject({ status: 403, code: 'token.peopleOnly' })
  const asToken = { ...admin, token: { id: 'tok_x', name: 'x', scopes: [] } }
  await expect(aToken(app, asToken)).rejects.toMatchObject({ code: 'token.onlyAdministrators' })
})

test('a missing scope is named, to people and in the header that programs read', async () => {
  const { app, admin, program } = await aWorld()
  const { token } = await aToken(app, admin)
  const answer = await program.post('/api/v1/writers', undefined, { authorization: `Bearer ${token}` })
  expect(problem(answer)).toMatchObject({
    status: 403,
    code: 'token.missingScope',
    params: { scope: 'candidates:write' },
    detail: expect.stringContaining('candidates:write'),
  })
  expect(answer.headers.get('www-authenticate')).toBe('Bearer error="insufficient_scope", scope="candidates:write"')
})

test('a token needs neither cookie nor origin, and no page makes a browser send it', async () => {
  const { app, admin, program } = await aWorld()
  const { token } = await aToken(app, admin, { scopes: ['candidates:write'] })
  const authorization = `Bearer ${token}`
  const abroad = { origin: 'https://evil.example.com' }
  expect((await program.post('/api/v1/writers', undefined, { authorization, ...abroad })).status).toBe(204)
  const cookie = `lodestone_session=${await openTestSession(app, admin)}`
  expect((await program.post('/api/v1/writers', undefined, { cookie, ...abroad })).status).toBe(403)
  // A wrong token is not made good by the cookie beside it.
  const both = await program.post('/api/v1/writers', undefined, { cookie, authorization: 'Bearer ls_wrong', ...abroad })
  expect(problem(both)).toMatchObject({ status: 401, code: 'token.unknown' })
})

test('history names the token and the person who answers for it', async () => {
  const { app, admin, program } = await aWorld()
  const { token, apiToken } = await aToken(app, admin, { scopes: ['candidates:write'] })
  await program.post('/api/v1/writers', undefined, { authorization: `Bearer ${token}` })
  const event = await app.db.owner
    .selectFrom('event')
    .select('actor')
    .where('subject_id', '=', admin.tenantId)
    .executeTakeFirst()
  expect(event?.actor).toEqual({ kind: 'apiToken', tokenId: apiToken.id, userId: admin.userId })
})

test('a token ends by itself', async () => {
  const clock = testClock('2026-11-23T08:00:00Z')
  const { app, admin, ask } = await aWorld({ clock })
  const { token } = await aToken(app, admin, { expiresInDays: 1 })
  const endless = await aToken(app, admin, { expiresInDays: null })
  clock.moveMs(24 * 60 * 60 * 1000 - 1)
  expect((await ask(token)).status).toBe(200)
  clock.moveMs(1)
  expect(problem(await ask(token))).toMatchObject({ status: 401, code: 'token.expired' })
  clock.moveMs(1_000 * 24 * 60 * 60 * 1000)
  expect((await ask(endless.token)).status).toBe(200)
})

test.each([
  ['was switched off', { active: false }, 401],
  ['is no administrator any more', { roles: ['recruiter'] }, 401],
  ['still has the role that the token has', { roles: ['hiring_manager'] }, 200],
])('a token whose maker %s', async (_what, change, status) => {
  const { app, admin, ask } = await aWorld()
  const { token } = await aToken(app, admin, { role: 'hiring_manager' })
  await app.db.owner.updateTable('app_user').set(change).where('id', '=', admin.userId).execute()
  const answer = await ask(token)
  expect(answer.status).toBe(status)
  if (status === 401) expect(problem(answer)).toMatchObject({ code: 'token.stopped' })
})

test('the document says which scope opens an address', async () => {
  const { program } = await aWorld()
  const { body } = await program.get('/api/openapi.json')
  const { paths, components } = Object(body)
  expect(components.securitySchemes.token).toMatchObject({ type: 'http', scheme: 'bearer' })
  expect(paths['/api/v1/readers'].get.security).toEqual([{ session: [] }, { token: ['candidates:read'] }])
  expect(paths['/api/v1/people'].get.security).toEqual([{ session: [] }])
})
