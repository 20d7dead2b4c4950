import {
  disableAccess,
  enableAccess,
  listRequestedKeys,
  requestIntegrations,
} from '@lodestone/sandbox/behaviours/integrations'
import { allowAuthorization, declineAuthorization, readAuthorizationRequest } from '@lodestone/sandbox/behaviours/oauth'
import { afterEach, beforeAll, expect, test } from 'vitest'
import type { Company } from '../../hiring/testing/builders.ts'
import { aCompany, eventsOf, refusal } from '../../hiring/testing/builders.ts'
import type { UserActor } from '../../platform/actor.ts'
import { signedIn } from '../../platform/testing/test-http.ts'
import { look } from '../../platform/work.ts'
import { findAccess } from '../access/access.queries.ts'
import { callsOf, jobAtLinkedIn, lastCall } from '../testing/at-linkedin.ts'
import { aConnectedCompany, aJobForExport, belgie, letSync, nederland, organization } from '../testing/companies.ts'
import type { LinkedInWorld } from '../testing/linkedin-world.ts'
import { linkedInWorld } from '../testing/linkedin-world.ts'
import { readSetUp } from './set-up.queries.ts'
import { setUpRoutes } from './set-up.routes.ts'
import { askLinkedIn, disconnectInstance, requestAccess } from './set-up.ts'
import { finishSetUpSignIn, startSetUp } from './set-up-sign-in.ts'

let world: LinkedInWorld
beforeAll(async () => {
  world = await linkedInWorld()
})
afterEach(() => world.clear())

const stateOf = (company: Company) => look(world.app, company.admin, tx => readSetUp(tx, world.app, company.tenantId))

async function signIn(admin: UserActor): Promise<string> {
  const { authorizeUrl } = await startSetUp(world.app, admin)
  const read = readAuthorizationRequest(world.running.sandbox, new URL(authorizeUrl).searchParams)
  if (read.kind !== 'ask') throw new Error('LinkedIn asked nothing')
  const back = new URL(allowAuthorization(world.running.sandbox, read.request, 'joris-hoekstra'))
  return finishSetUpSignIn(world.app, admin, back.searchParams)
}

/** The administrator's press in LinkedIn's plugin: what it hands to the page. */
async function pressRequest(company: Company, level: 'company' | 'contract', contract = nederland) {
  const clientId = await clientIdOf(company)
  return requestIntegrations(world.running.sandbox, { clientId, level, contract })
}

async function clientIdOf(company: Company): Promise<string> {
  const access = await look(world.app, company.admin, tx => findAccess(tx, company.tenantId))
  if (!access) throw new Error('not connected')
  return access.clientId
}

test('the whole way, seen by whoever looks: who acts next, and since when', async () => {
  const company = await aCompany(world.app)
  expect(await stateOf(company)).toMatchObject({ step: 'connect', nextActor: 'administrator', since: null })
  expect(await signIn(company.admin)).toBe('connected')
  expect(await stateOf(company)).toMatchObject({
    step: 'request',
    nextActor: 'administrator',
    connected: { by: company.admin.name },
    since: expect.stringContaining('T'),
  })
  const keys = await pressRequest(company, 'contract')
  await requestAccess(world.app, company.admin, { keys })
  await world.stopAts()
  await world.startAts()
  await world.settle()
  await world.pass({ seconds: 3 })
  await askLinkedIn(world.app, company.admin)
  expect(await stateOf(company)).toMatchObject({
    step: 'partnerReady',
    nextActor: 'recruiterAdmin',
    requested: { by: company.admin.name },
    company: { state: 'partnerReady' },
    contract: { state: 'partnerReady' },
    settings: { jobVisibility: 'private', indicatorViewers: 'everyone' },
  })
  const row = { clientId: await clientIdOf(company), contract: nederland }
  enableAccess(world.running.sandbox, { ...row, level: 'company' })
  await world.settle()
  expect(await stateOf(company)).toMatchObject({ step: 'enabled', nextActor: null, level: 'company' })
  enableAccess(world.running.sandbox, { ...row, level: 'contract' })
  await world.settle()
  expect(await stateOf(company)).toMatchObject({ step: 'enabled', level: 'contract', contract: { state: 'enabled' } })
  disableAccess(world.running.sandbox, { ...row, level: 'company' })
  await world.settle()
  expect(await stateOf(company)).toMatchObject({ step: 'switchedOff', nextActor: 'recruiterAdmin', level: 'off' })
})

test('who says no at LinkedIn, or comes back with a state of somebody else, is where he began', async () => {
  const company = await aCompany(world.app)
  const second = await company.person({ roles: ['administrator'] })
  const { authorizeUrl } = await startSetUp(world.app, company.admin)
  const read = readAuthorizationRequest(world.running.sandbox, new URL(authorizeUrl).searchParams)
  if (read.kind !== 'ask') throw new Error('LinkedIn asked nothing')
  const back = new URL(declineAuthorization(read.request, 'user_cancelled_login')).searchParams
  expect(await finishSetUpSignIn(world.app, second, back)).toBe('wrongState')
  expect(await finishSetUpSignIn(world.app, company.admin, back)).toBe('cancelled')
  expect(await finishSetUpSignIn(world.app, company.admin, back)).toBe('wrongState')
  expect(await stateOf(company)).toMatchObject({ step: 'connect', connected: null })
  expect(
    await look(world.app, company.admin, tx => tx.selectFrom('linkedin_user_connection').selectAll().execute()),
  ).toEqual([])
})

test('nothing that the browser says is believed before LinkedIn confirms it', async () => {
  const company = await aCompany(world.app)
  await signIn(company.admin)
  const forged = [{ integrationContext: organization, integrationType: 'ONE_CLICK_EXPORT' }]
  expect(await refusal(requestAccess(world.app, company.admin, { keys: forged }))).toMatchObject({
    code: 'linkedin.notRequested',
  })
  // What another company requested is not this one's.
  const other = await aConnectedCompany(world, { level: 'contract' })
  const theirs = listRequestedKeys(world.running.sandbox, {
    clientId: other.clientId,
    level: 'contract',
    contract: nederland,
  })
  expect(await refusal(requestAccess(world.app, company.admin, { keys: theirs }))).toMatchObject({
    code: 'linkedin.notRequested',
  })
  expect(await stateOf(company)).toMatchObject({ step: 'request', organizationUrn: null, requested: null })
  for (const keys of [
    [{ integrationContext: organization, integrationType: 'APPLY_WITH_LINKEDIN' }],
    [...forged, { integrationContext: 'urn:li:organization:1', integrationType: 'PROFILE_PLUGIN' }],
    [{ integrationContext: 'Tulpenveld', integrationType: 'ONE_CLICK_EXPORT' }],
  ]) {
    expect(await refusal(requestAccess(world.app, company.admin, { keys }))).toMatchObject({ kind: 'invalid' })
  }
  const contractOnly = [{ integrationContext: nederland, integrationType: 'CSA_API' }]
  expect(await refusal(requestAccess(world.app, company.admin, { keys: contractOnly }))).toMatchObject({
    code: 'linkedin.noCompany',
  })
})

test('five presses and two administrators at once make one integration', async () => {
  const company = await aCompany(world.app)
  const second = await company.person({ roles: ['administrator'] })
  await signIn(company.admin)
  await signIn(second)
  const keys = await pressRequest(company, 'contract')
  const presses = [company.admin, second, company.admin, second, company.admin]
  await Promise.all(presses.map(actor => requestAccess(world.app, actor, { keys })))
  const events = await eventsOf(world.app, company.admin, company.tenantId)
  expect(events.filter(event => event.kind === 'linkedin.requested')).toHaveLength(1)
  const clientId = await clientIdOf(company)
  expect(world.running.store.integrations.list(one => one.clientId === clientId)).toHaveLength(4)
  expect(world.running.store.configurations.list(one => one.clientId === clientId)).toHaveLength(2)
})

test('the company’s line alone keeps the contract; another contract takes its place, and its features stop', async () => {
  const company = await aConnectedCompany(world, { level: 'contract' })
  await requestAccess(world.app, company.admin, { keys: await pressRequest(company, 'company') })
  expect(await stateOf(company)).toMatchObject({ level: 'contract', contractUrn: nederland })
  await requestAccess(world.app, company.admin, { keys: await pressRequest(company, 'contract', belgie) })
  expect(await stateOf(company)).toMatchObject({
    level: 'company',
    contractUrn: belgie,
    contract: { state: 'partnerReady' },
  })
  const seats = await look(world.app, company.admin, tx => tx.selectFrom('linkedin_seat').select('name').execute())
  expect(seats).toEqual([])
})

test('disconnecting takes the typed name, stops everything, keeps the application, and can begin anew', async () => {
  const company = await aConnectedCompany(world, { level: 'contract' })
  const job = await aJobForExport(world, company.recruiter)
  await letSync(world)
  expect(await refusal(disconnectInstance(world.app, company.admin, 'tulpenveld'))).toMatchObject({
    code: 'linkedin.otherInstanceName',
  })
  const { instanceName } = await stateOf(company)
  expect(await disconnectInstance(world.app, company.admin, instanceName)).toBe(true)
  await world.settle()
  expect(await stateOf(company)).toMatchObject({
    step: 'connect',
    level: 'off',
    organizationUrn: null,
    disconnected: { by: company.admin.name },
  })
  const callback = world.running.store.configurations.findWhere(
    one => one.clientId === company.clientId && one.name === 'CALLBACK_URL',
  )
  expect(callback).toBeUndefined()
  const before = lastCall(world)
  await world.pass({ hours: 1.01 })
  expect(callsOf(world, company, '*', before)).toEqual([])

  // LinkedIn still holds the request, so nobody has to make it again.
  expect(await signIn(company.admin)).toBe('connected')
  await world.settle()
  expect(await stateOf(company)).toMatchObject({
    step: 'enabled',
    level: 'contract',
    integrationName: 'Lodestone - Tulpenveld Nederland',
    requested: { by: company.admin.name },
    disconnected: { by: company.admin.name },
  })
  expect(await clientIdOf(company)).toBe(company.clientId)
  expect(jobAtLinkedIn(world, company, job.reference)).toBeDefined()
})

test('a company that got another id at LinkedIn is followed by the push of switching on, and hears of everything anew', async () => {
  const company = await aConnectedCompany(world)
  const job = await aJobForExport(world, company.recruiter)
  await letSync(world)
  const row = { clientId: company.clientId, level: 'company', contract: nederland } as const
  disableAccess(world.running.sandbox, row)
  await world.settle()
  const { organizations, contracts, integrations, configurations, jobPostings } = world.running.store
  const before = organizations.get(organization)
  const renamed = 'urn:li:organization:9102938'
  organizations.put({ ...before, urn: renamed })
  const own = (one: { clientId: string; integrationContext: string }) =>
    one.clientId === company.clientId && one.integrationContext === organization
  contracts.put({ ...contracts.get(nederland), organization: renamed })
  for (const one of integrations.list(own)) {
    integrations.remove(integrations.keyOf(one))
    integrations.put({ ...one, integrationContext: renamed })
  }
  for (const one of configurations.list(own)) {
    configurations.remove(configurations.keyOf(one))
    configurations.put({ ...one, integrationContext: renamed })
  }
  for (const one of jobPostings.list(own)) jobPostings.remove(jobPostings.keyOf(one))
  try {
    enableAccess(world.running.sandbox, row)
    await letSync(world)
    expect(await stateOf(company)).toMatchObject({ step: 'enabled', level: 'company', organizationUrn: renamed })
    expect(jobAtLinkedIn(world, company, job.reference)?.integrationContext).toBe(renamed)
  } finally {
    contracts.put({ ...contracts.get(nederland), organization })
    organizations.remove(renamed)
  }
})

test('LinkedIn that cannot be reached stops nobody from disconnecting', async () => {
  const company = await aConnectedCompany(world)
  world.network.isDown = true
  const { instanceName } = await stateOf(company)
  expect(await disconnectInstance(world.app, company.admin, instanceName)).toBe(false)
  expect(await stateOf(company)).toMatchObject({ step: 'connect', level: 'off' })
})

test('jobs are private until an administrator says otherwise, and go to LinkedIn anew when he does', async () => {
  const company = await aConnectedCompany(world)
  const job = await aJobForExport(world, company.recruiter)
  await letSync(world)
  expect(jobAtLinkedIn(world, company, job.reference)?.availability).toBe('PRIVATE_TO_ATS_INTEGRATION')
  const browser = await signedIn(world.app, company.admin, setUpRoutes)
  const answer = await browser.put('/api/v1/linkedin/set-up/job-visibility', { jobVisibility: 'public' })
  expect(answer).toMatchObject({ status: 200, body: { settings: { jobVisibility: 'public' } } })
  await letSync(world)
  expect(jobAtLinkedIn(world, company, job.reference)?.availability).toBe('PUBLIC')
})

test('who sees the In-ATS section is told to LinkedIn first', async () => {
  const company = await aConnectedCompany(world)
  const browser = await signedIn(world.app, company.admin, setUpRoutes)
  const address = '/api/v1/linkedin/set-up/indicator-viewers'
  const viewers = () =>
    world.running.store.configurations.findWhere(
      one => one.clientId === company.clientId && one.name === 'APPLICATION_VIEWERS',
    )
  expect((await browser.put(address, { indicatorViewers: 'team' })).status).toBe(200)
  expect(viewers()).toBeUndefined()
  world.network.isDown = true
  expect(await browser.put(address, { indicatorViewers: 'everyone' })).toMatchObject({
    status: 409,
    body: { code: 'linkedin.refused' },
  })
  expect((await stateOf(company)).settings?.indicatorViewers).toBe('team')
  world.network.isDown = false
  expect((await browser.put(address, { indicatorViewers: 'everyone' })).status).toBe(200)
  expect(viewers()?.value).toBe('ALL_PRODUCT_USERS')
})

test('pages that wait ask LinkedIn as one, and an answer that does not come is told in words', async () => {
  const company = await aConnectedCompany(world)
  await world.pass({ seconds: 3 })
  const before = lastCall(world)
  await askLinkedIn(world.app, company.admin)
  await askLinkedIn(world.app, company.admin)
  expect(callsOf(world, company, '*', before)).toHaveLength(1)
  await world.pass({ seconds: 3 })
  world.network.isDown = true
  expect(await refusal(askLinkedIn(world.app, company.admin))).toMatchObject({ code: 'linkedin.refused' })
  expect(await stateOf(company)).toMatchObject({ step: 'enabled' })
})

test('only administrators see the set-up or change it', async () => {
  const company = await aConnectedCompany(world)
  for (const actor of [company.recruiter, company.manager, company.reader]) {
    const browser = await signedIn(world.app, actor, setUpRoutes)
    const address = '/api/v1/linkedin/set-up'
    const answers = [
      await browser.get(address),
      await browser.post(`${address}/sign-in`),
      await browser.post(`${address}/reading`),
      await browser.post(`${address}/request`, {
        keys: [{ integrationContext: organization, integrationType: 'CSA_API' }],
      }),
      await browser.post(`${address}/disconnection`, { instanceName: 'Tulpenveld Nederland' }),
      await browser.put(`${address}/job-visibility`, { jobVisibility: 'public' }),
      await browser.put(`${address}/indicator-viewers`, { indicatorViewers: 'team' }),
    ]
    expect(answers.map(answer => answer.status)).toEqual(answers.map(() => 403))
  }
})

test('without the add-on nothing begins, and the reason is said', async () => {
  const company = await aCompany(world.app)
  await world.app.db.transactAsOwner(tx =>
    tx.updateTable('tenant').set({ edition: 'basic' }).where('id', '=', company.tenantId).execute(),
  )
  expect(await stateOf(company)).toMatchObject({ step: 'notOffered', whyNotOffered: 'edition', nextActor: null })
  expect(await refusal(startSetUp(world.app, company.admin))).toMatchObject({ code: 'linkedin.basicEdition' })
  expect(world.running.store.applications.list(one => one.uniqueForeignId === company.tenantId)).toEqual([])
})
