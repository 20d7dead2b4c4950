import { disableAccess } from '@lodestone/sandbox/behaviours/integrations'
import { declineAuthorization, readAuthorizationRequest, revokeTokens } from '@lodestone/sandbox/behaviours/oauth'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { addToHiringTeam } from '../../hiring/jobs/hiring-team.ts'
import { aCompany, aJob, eventsOf } from '../../hiring/testing/builders.ts'
import { changeUser } from '../../hiring/users/users.ts'
import type { UserActor } from '../../platform/actor.ts'
import { SESSION_COOKIE } from '../../platform/auth/session-cookie.ts'
import { openTestSession, signedIn } from '../../platform/testing/test-http.ts'
import { perform } from '../../platform/work.ts'
import { callsOf, lastCall, spoilCalls } from '../testing/at-linkedin.ts'
import { aConnectedCompany, allowAs, connectAs } from '../testing/companies.ts'
import type { LinkedInWorld } from '../testing/linkedin-world.ts'
import { linkedInWorld } from '../testing/linkedin-world.ts'
import { userConnectionRoutes } from './user-connection.routes.ts'
import { disconnect, finishSignIn, startSignIn } from './user-connection.ts'

let world: LinkedInWorld
beforeAll(async () => {
  world = await linkedInWorld()
})
afterEach(() => world.clear())

const address = '/api/v1/linkedin/user-connection'

async function connectionOf(actor: UserActor) {
  const browser = await signedIn(world.app, actor, userConnectionRoutes)
  return (await browser.get(address)).body
}

test('Connect, Allow, and the connection stands; Disconnect takes it away', async () => {
  const company = await aConnectedCompany(world)
  expect(await connectionOf(company.recruiter)).toEqual({
    allowed: true,
    instanceLevel: 'company',
    connected: false,
    personUrn: null,
    seat: null,
    connectedAt: null,
    expired: false,
  })
  expect(await connectAs(world, company.recruiter, 'sanne-de-wit')).toBe('connected')
  expect(await connectionOf(company.recruiter)).toMatchObject({
    connected: true,
    personUrn: expect.stringMatching(/^urn:li:person:/),
    seat: 'unknown',
    expired: false,
  })
  const browser = await signedIn(world.app, company.recruiter, userConnectionRoutes)
  expect((await browser.delete(address)).status).toBe(204)
  expect((await browser.delete(address)).status).toBe(204)
  expect(await connectionOf(company.recruiter)).toMatchObject({ connected: false, personUrn: null })
  const kinds = (await eventsOf(world.app, company.admin, company.recruiter.userId)).map(event => event.kind)
  expect(kinds).toEqual(['linkedin.userConnected', 'linkedin.userDisconnected'])
})

test('the browser’s whole way: our address, LinkedIn’s answer, and back to the settings', async () => {
  const company = await aConnectedCompany(world)
  const cookie = `${SESSION_COOKIE}=${await openTestSession(world.app, company.recruiter)}`
  const back = (query: URLSearchParams, headers = {}) =>
    fetch(`${world.app.config.publicUrl}/linkedin/return?${query}`, { redirect: 'manual', headers })
  const query = await allowAs(world, company.recruiter, 'sanne-de-wit')
  const answer = await back(query, { cookie })
  expect([answer.status, answer.headers.get('location')]).toEqual([302, '/settings?linkedin=connected'])
  const again = await back(query, { cookie })
  expect(again.headers.get('location')).toBe('/settings?linkedin=wrongState')
  const stranger = await back(await allowAs(world, company.recruiter, 'sanne-de-wit'))
  expect(stranger.headers.get('location')).toBe('/settings?linkedin=signedOut')
})

test('the token is stored sealed', async () => {
  const company = await aConnectedCompany(world)
  await connectAs(world, company.recruiter, 'sanne-de-wit')
  const tokens = world.running.store.tokens.list(one => one.clientId === company.clientId && one.memberId !== null)
  const row = await world.app.db.transactAsOwner(tx =>
    tx
      .selectFrom('linkedin_user_connection')
      .select('access_token')
      .where('tenant_id', '=', company.tenantId)
      .executeTakeFirstOrThrow(),
  )
  expect(tokens).toHaveLength(1)
  expect(row.access_token).not.toContain(tokens[0]?.token)
})

test('who says no at LinkedIn is back in the start state', async () => {
  const company = await aConnectedCompany(world)
  for (const error of ['user_cancelled_login', 'user_cancelled_authorize'] as const) {
    const { authorizeUrl } = await startSignIn(world.app, company.recruiter)
    const read = readAuthorizationRequest(world.running.sandbox, new URL(authorizeUrl).searchParams)
    if (read.kind !== 'ask') throw new Error('LinkedIn asked nothing')
    const query = new URL(declineAuthorization(read.request, error)).searchParams
    expect(await finishSignIn(world.app, company.recruiter, query)).toBe('cancelled')
  }
  expect(await connectionOf(company.recruiter)).toMatchObject({ connected: false })
})

test('a state belongs to one user, works once, and for ten minutes', async () => {
  const company = await aConnectedCompany(world)
  const { recruiter, manager } = company
  const finish = async (actor: UserActor, query: URLSearchParams) => finishSignIn(world.app, actor, query)
  expect(await finish(recruiter, new URLSearchParams({ code: 'AQT', state: 'guessed' }))).toBe('wrongState')
  const mine = await allowAs(world, recruiter, 'sanne-de-wit')
  expect(await finish(manager, mine)).toBe('wrongState')
  expect(await connectionOf(manager)).toMatchObject({ connected: false })
  const late = await allowAs(world, recruiter, 'sanne-de-wit')
  await world.pass({ seconds: 10 * 60 + 1 })
  expect(await finish(recruiter, late)).toBe('wrongState')
  const forged = await allowAs(world, recruiter, 'sanne-de-wit')
  forged.set('code', 'AQT-nobody-issued-this')
  expect(await finish(recruiter, forged)).toBe('failed')
  expect(await connectionOf(recruiter)).toMatchObject({ connected: false })
})

test('a LinkedIn account belongs to one user of an instance, until he disconnects or has left', async () => {
  const company = await aConnectedCompany(world)
  await connectAs(world, company.recruiter, 'sanne-de-wit')
  expect(await connectAs(world, company.manager, 'sanne-de-wit')).toBe('accountTaken')
  expect(await connectionOf(company.manager)).toMatchObject({ connected: false })
  await changeUser(world.app, company.admin, company.recruiter.userId, { active: false })
  expect(await connectAs(world, company.manager, 'sanne-de-wit')).toBe('connected')

  const other = await aConnectedCompany(world)
  expect(await connectAs(world, other.recruiter, 'sanne-de-wit')).toBe('connected')
})

test('connecting again replaces the account, and a connection ends by itself after sixty days', async () => {
  const company = await aConnectedCompany(world)
  await connectAs(world, company.recruiter, 'sanne-de-wit')
  const before = await connectionOf(company.recruiter)
  await connectAs(world, company.recruiter, 'joris-hoekstra')
  const after = await connectionOf(company.recruiter)
  expect(after).toMatchObject({ connected: true, expired: false })
  expect(after).not.toMatchObject({ personUrn: (before as { personUrn: string }).personUrn })
  await world.app.db.transactAsOwner(tx =>
    tx
      .updateTable('linkedin_user_connection')
      .set({ expires_at: world.app.clock.now() })
      .where('tenant_id', '=', company.tenantId)
      .execute(),
  )
  expect(await connectionOf(company.recruiter)).toMatchObject({ connected: true, expired: true })
})

test('at contract level the seat is looked up: an active one, an inactive one, none', async () => {
  const company = await aConnectedCompany(world, { level: 'contract' })
  const third = await company.person({ roles: ['recruiter'] })
  await connectAs(world, company.recruiter, 'sanne-de-wit')
  await connectAs(world, company.manager, 'bram-kolk')
  await connectAs(world, third, 'tom-aarts')
  expect(await connectionOf(company.recruiter)).toMatchObject({ instanceLevel: 'contract', seat: 'found' })
  expect(await connectionOf(company.manager)).toMatchObject({ connected: true, seat: 'missing' })
  expect(await connectionOf(third)).toMatchObject({ connected: true, seat: 'missing' })
})

test('the level lowered from contract to company: the connection stays, seats are unknown and not asked for any more', async () => {
  const company = await aConnectedCompany(world, { level: 'contract' })
  await connectAs(world, company.recruiter, 'sanne-de-wit')
  expect(await connectionOf(company.recruiter)).toMatchObject({ instanceLevel: 'contract', seat: 'found' })
  disableAccess(world.running.sandbox, { clientId: company.clientId, contract: company.contract, level: 'contract' })
  await world.settle()
  expect(await connectionOf(company.recruiter)).toMatchObject({
    instanceLevel: 'company',
    connected: true,
    seat: 'unknown',
  })
  expect(callsOf(world, company, '/v2/seatsV2*')).not.toEqual([])
  const after = lastCall(world)
  await world.pass({ hours: 25 })
  expect(callsOf(world, company, '/v2/seatsV2*', after)).toEqual([])
})

test('only recruiters and hiring managers connect, and their delegates', async () => {
  const company = await aConnectedCompany(world)
  for (const actor of [company.admin, company.reader, company.colleague]) {
    expect(await connectionOf(actor)).toMatchObject({ allowed: false })
    const browser = await signedIn(world.app, actor, userConnectionRoutes)
    expect(await browser.post(`${address}/sign-in`)).toMatchObject({
      status: 403,
      body: { code: 'linkedin.recruitersOnly' },
    })
  }
  const job = await aJob(world.app, company.recruiter)
  const delegate = { userId: company.colleague.userId, role: 'delegate', delegateOf: company.recruiter.userId } as const
  await perform(world.app, company.recruiter, work => addToHiringTeam(work, job.id, delegate))
  expect(await connectionOf(company.colleague)).toMatchObject({ allowed: true })
})

test('before the administrator’s half there is nothing to connect with, and the user is told whom to ask', async () => {
  const company = await aCompany(world.app)
  expect(await connectionOf(company.recruiter)).toMatchObject({ allowed: true, instanceLevel: 'off' })
  const browser = await signedIn(world.app, company.recruiter, userConnectionRoutes)
  expect(await browser.post(`${address}/sign-in`)).toMatchObject({ status: 409, body: { code: 'linkedin.notSetUp' } })
})

test('consent that was taken back at LinkedIn is noticed by asking once; trouble of another kind says nothing', async () => {
  const company = await aConnectedCompany(world)
  await connectAs(world, company.recruiter, 'sanne-de-wit')
  await connectAs(world, company.manager, 'meike-bos')
  const browser = await signedIn(world.app, company.recruiter, userConnectionRoutes)
  const ask = async () => (await browser.post(`${address}/reading`)).body
  const asked = () => callsOf(world, company, '/v2/me').length
  const before = asked()
  expect(await ask()).toMatchObject({ connected: true, expired: false })
  spoilCalls(world, { path: '/v2/me*', kind: 'status', status: 503 })
  expect(await ask()).toMatchObject({ connected: true })
  revokeTokens(world.running.sandbox, company.clientId, 'sanne-de-wit')
  expect(await ask()).toMatchObject({ connected: false, personUrn: null })
  expect(await ask()).toMatchObject({ connected: false })
  expect(asked() - before).toBe(3)
  expect(await connectionOf(company.manager)).toMatchObject({ connected: true })
  const kinds = (await eventsOf(world.app, company.admin, company.recruiter.userId)).map(event => event.kind)
  expect(kinds).toEqual(['linkedin.userConnected', 'linkedin.userDisconnected'])
})

test('what LinkedIn says of a former connection does not end the present one', async () => {
  const company = await aConnectedCompany(world)
  const { recruiter } = company
  const sealedToken = async () => {
    const row = await world.app.db.transactAsOwner(tx =>
      tx
        .selectFrom('linkedin_user_connection')
        .select('access_token')
        .where('tenant_id', '=', company.tenantId)
        .executeTakeFirstOrThrow(),
    )
    return row.access_token
  }
  await connectAs(world, recruiter, 'sanne-de-wit')
  const former = await sealedToken()
  await connectAs(world, recruiter, 'sanne-de-wit')
  const end = (token: string) =>
    perform(world.app, recruiter, work => disconnect(work, recruiter.userId, { sealedToken: token }))
  await end(former)
  expect(await connectionOf(recruiter)).toMatchObject({ connected: true })
  await end(await sealedToken())
  expect(await connectionOf(recruiter)).toMatchObject({ connected: false })
})
