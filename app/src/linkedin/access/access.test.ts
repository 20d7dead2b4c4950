import { disableAccess, enableAccess } from '@lodestone/sandbox/behaviours/integrations'
import { provisionApplication } from '@lodestone/sandbox/behaviours/provisioning'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { aCompany, eventsOf, refusal } from '../../hiring/testing/builders.ts'
import { gate } from '../../platform/testing/gate.ts'
import { look } from '../../platform/work.ts'
import { callsOf, lastCall } from '../testing/at-linkedin.ts'
import type { ConnectedCompany } from '../testing/companies.ts'
import { aConnectedCompany, aPreparedCompany, belgie, nederland, organization } from '../testing/companies.ts'
import type { LinkedInWorld } from '../testing/linkedin-world.ts'
import { linkedInWorld } from '../testing/linkedin-world.ts'
import { findAccess, levelOf, permissionsOf } from './access.queries.ts'
import { childSecret, clientFor } from './clients.ts'
import { nameIntegrations } from './name-integrations.ts'
import { provisionAccess } from './provision-access.ts'
import { readIntegrations } from './read-integrations.ts'

let world: LinkedInWorld
beforeAll(async () => {
  world = await linkedInWorld()
})
afterEach(() => world.clear())

const accessOf = (company: Pick<ConnectedCompany, 'admin' | 'tenantId'>) =>
  look(world.app, company.admin, tx => findAccess(tx, company.tenantId))
const levelOfCompany = (company: ConnectedCompany) =>
  look(world.app, company.admin, tx => levelOf(tx, company.tenantId))

test('each company gets an application of its own, once, and the secret is stored sealed', async () => {
  const company = await aCompany(world.app)
  const first = await provisionAccess(world.app, company.admin)
  expect(await provisionAccess(world.app, company.admin)).toEqual(first)
  const there = world.running.store.applications.list(one => one.uniqueForeignId === company.tenantId)
  expect(there).toHaveLength(1)
  expect(there[0]).toMatchObject({
    clientId: first.clientId,
    name: 'Lodestone - Tulpenveld Nederland',
    oauth2AuthorizedCallbackUrls: [
      `${world.app.config.publicUrl}/linkedin/return`,
      `${world.app.config.publicUrl}/linkedin/set-up/return`,
    ],
    validJsSdkDomains: [world.app.config.publicUrl],
  })
  const access = await accessOf(company)
  if (!access) throw new Error('nothing was stored')
  expect(access.sealedSecret).not.toContain(there[0]?.clientSecret)
  expect(childSecret(world.app, company.tenantId, access)).toBe(there[0]?.clientSecret)
})

test('two administrators who click at once get the same application', async () => {
  const company = await aCompany(world.app)
  const second = await company.person({ roles: ['administrator'] })
  const [one, other] = await Promise.all([
    provisionAccess(world.app, company.admin),
    provisionAccess(world.app, second),
  ])
  expect(other).toEqual(one)
})

test('a secret that was lost is told in words, with what to do', async () => {
  const company = await aCompany(world.app)
  provisionApplication(world.running.sandbox, { uniqueForeignId: company.tenantId, name: 'Lost', description: 'Lost' })
  const no = await refusal(provisionAccess(world.app, company.admin))
  expect(no.code).toBe('linkedin.secretLost')
  expect(no.message).toMatch(/developerApplication.+secret only once.+Restore the database/)
})

test('only administrators set LinkedIn up', async () => {
  const company = await aCompany(world.app)
  for (const actor of [company.recruiter, company.manager, company.reader]) {
    expect(await refusal(provisionAccess(world.app, actor))).toMatchObject({ code: 'linkedin.administratorsOnly' })
    const requested = { organization, contract: null }
    expect(await refusal(nameIntegrations(world.app, actor, requested))).toMatchObject({ kind: 'notAllowed' })
  }
})

test('naming makes LinkedIn say Partner ready: names, the door’s address, viewers by access lists', async () => {
  const company = await aPreparedCompany(world, { level: 'contract' })
  const { store } = world.running
  const integrations = store.integrations.list(one => one.clientId === company.clientId)
  expect(integrations.map(one => [one.integrationType, one.integrationName, one.status]).sort()).toEqual([
    ['CSA_API', 'Lodestone - Tulpenveld Nederland', 'PARTNER_READY'],
    ['IN_ATS_INDICATOR', 'Lodestone - Tulpenveld Nederland', 'PARTNER_READY'],
    ['ONE_CLICK_EXPORT', 'Lodestone - Tulpenveld Nederland', 'PARTNER_READY'],
    ['PROFILE_PLUGIN', 'Lodestone - Tulpenveld Nederland', 'PARTNER_READY'],
  ])
  const settings = store.configurations.list(one => one.clientId === company.clientId)
  expect(settings.map(one => [one.name, one.value]).sort()).toEqual([
    ['APPLICATION_VIEWERS', 'ALL_PRODUCT_USERS'],
    ['CALLBACK_URL', (await accessOf(company))?.callbackUrl],
  ])
  expect(await levelOfCompany(company)).toBe('off')
  // Notify partner: the same keys once more change nothing.
  await nameIntegrations(world.app, company.admin, { organization, contract: nederland })
  expect(store.configurations.list(one => one.clientId === company.clientId)).toHaveLength(2)
})

test('viewers of the indicator can be the team only', async () => {
  const company = await aPreparedCompany(world)
  await world.app.db.transactAsOwner(tx =>
    tx
      .updateTable('linkedin_access')
      .set({ indicator_viewers: 'team' })
      .where('tenant_id', '=', company.tenantId)
      .execute(),
  )
  await nameIntegrations(world.app, company.admin, { organization, contract: null })
  const settings = world.running.store.configurations.list(one => one.clientId === company.clientId)
  expect(settings.map(one => one.name)).toEqual(['CALLBACK_URL'])
})

test('what nobody requested at LinkedIn cannot be named, and is told', async () => {
  const company = await aCompany(world.app)
  await provisionAccess(world.app, company.admin)
  const no = await refusal(nameIntegrations(world.app, company.admin, { organization, contract: null }))
  expect(no).toMatchObject({ code: 'linkedin.notRequested', message: expect.stringContaining('Press Request') })
  const odd = await refusal(nameIntegrations(world.app, company.admin, { organization: 'Tulpenveld', contract: null }))
  expect(odd).toMatchObject({ kind: 'invalid', code: 'linkedin.unknownContexts' })
})

test('the level follows the switches in Recruiter, by push, and history knows it', async () => {
  const company = await aConnectedCompany(world)
  expect(await levelOfCompany(company)).toBe('company')
  const row = { clientId: company.clientId, contract: company.contract }
  disableAccess(world.running.sandbox, { ...row, level: 'company' })
  await world.settle()
  expect(await levelOfCompany(company)).toBe('off')
  const changes = await eventsOf(world.app, company.admin, company.tenantId)
  expect(changes.filter(event => event.kind === 'linkedin.levelChanged').map(event => event.change)).toEqual([
    { from: 'off', to: 'company', exportSwitchedOn: true, indicatorSwitchedOn: true },
    { from: 'company', to: 'off', exportSwitchedOn: false, indicatorSwitchedOn: false },
  ])
})

test('a lost push is made good within the hour', async () => {
  const company = await aPreparedCompany(world)
  world.running.sandbox.faults.add({ on: 'push', kind: 'lost', seed: 1, count: 1 })
  enableAccess(world.running.sandbox, { clientId: company.clientId, level: 'company', contract: nederland })
  await world.settle()
  expect(await levelOfCompany(company)).toBe('off')
  await world.pass({ hours: 1.01 })
  expect(await levelOfCompany(company)).toBe('company')
})

test('contract level reads the seats; without it nobody’s seat is known', async () => {
  const company = await aConnectedCompany(world, { level: 'contract' })
  expect(await levelOfCompany(company)).toBe('contract')
  const seats = await seatsOf(company)
  expect(seats.length).toBe(world.running.store.seats.list(seat => seat.contract === nederland).length)
  expect(seats.find(seat => seat.name === 'Bram Kolk')?.state).toBe('INACTIVE')
  expect(await seatsOf(await aConnectedCompany(world))).toEqual([])
})

function seatsOf(company: ConnectedCompany) {
  return look(world.app, company.admin, tx => tx.selectFrom('linkedin_seat').select(['name', 'state']).execute())
}

test('a word that LinkedIn never used before, or no word at all, is no permission', async () => {
  const company = await aConnectedCompany(world)
  for (const status of ['ACTIVATED', undefined]) {
    world.network.answerInstead = (url, _body) =>
      url.includes('/atsIntegrations?') ? inventedAnswer(url, status) : undefined
    await readIntegrations(world.app, company.admin)
    expect(await look(world.app, company.admin, tx => permissionsOf(tx, company.tenantId))).toEqual({
      level: 'off',
      exportEnabled: false,
      profileEnabled: false,
      indicatorEnabled: false,
    })
    world.network.answerInstead = undefined
    await readIntegrations(world.app, company.admin)
    expect(await levelOfCompany(company)).toBe('company')
  }
})

function inventedAnswer(url: string, status: string | undefined): Response {
  const query = new URL(url).searchParams
  const results: Record<string, unknown> = {}
  for (let i = 0; query.has(`ids[${i}].integrationType`); i++) {
    const part = (name: string) => `${name}=${encodeURIComponent(query.get(`ids[${i}].${name}`) ?? '')}`
    const key = ['dataProvider', 'integrationContext', 'integrationType', 'tenantType'].map(part).join('&')
    results[key] = { integrationName: 'Lodestone', ...(status ? { status } : {}) }
  }
  return Response.json({ results, statuses: {}, errors: {} })
}

test('what LinkedIn says about a company that was left while it answered is not taken for the new one’s', async () => {
  const company = await aConnectedCompany(world)
  const leave = () =>
    world.app.db.transactAsOwner(async tx => {
      const values = { organization_urn: 'urn:li:organization:5230114' }
      await tx.updateTable('linkedin_access').set(values).where('tenant_id', '=', company.tenantId).execute()
      await tx.deleteFrom('linkedin_integration').where('tenant_id', '=', company.tenantId).execute()
    })
  const leaving: typeof fetch = async (input, init) => {
    const answer = await world.app.fetch(input, init)
    if (String(input).includes('/atsIntegrations')) await leave()
    return answer
  }
  expect(await readIntegrations({ ...world.app, fetch: leaving }, company.admin)).toBe('off')
  expect(await levelOfCompany(company)).toBe('off')
})

test('of two answers about the switches the one to the later question counts, whichever comes last', async () => {
  const company = await aConnectedCompany(world)
  const row = { clientId: company.clientId, level: 'company', contract: nederland } as const
  world.running.sandbox.faults.add({ on: 'push', kind: 'lost', seed: 1, count: 2 })
  disableAccess(world.running.sandbox, row)
  const [answered, mayArrive] = [gate(), gate()]
  const slow: typeof fetch = async (input, init) => {
    const answer = await world.app.fetch(input, init)
    if (!String(input).includes('/atsIntegrations')) return answer
    answered.open()
    await mayArrive.opened
    return answer
  }
  const older = readIntegrations({ ...world.app, fetch: slow }, company.admin)
  await answered.opened
  enableAccess(world.running.sandbox, row)
  expect(await readIntegrations(world.app, company.admin)).toBe('company')
  mayArrive.open()
  expect(await older).toBe('company')
  expect(await levelOfCompany(company)).toBe('company')
})

test('without the add-on nothing is on, whatever LinkedIn says', async () => {
  const company = await aConnectedCompany(world)
  await world.app.db.transactAsOwner(tx =>
    tx.updateTable('tenant').set({ edition: 'basic' }).where('id', '=', company.tenantId).execute(),
  )
  expect(await levelOfCompany(company)).toBe('off')
})

test('credentials of two companies never cross', async () => {
  const one = await aConnectedCompany(world, { contract: nederland })
  const other = await aConnectedCompany(world, { contract: belgie })
  const clients = [await clientFor(world.app, one.tenantId), await clientFor(world.app, other.tenantId)]
  expect(clients.map(client => client.clientId)).toEqual([one.clientId, other.clientId])
  expect(clients[0]?.tokens).not.toBe(clients[1]?.tokens)
  expect((await clientFor(world.app, one.tenantId)).tokens).toBe(clients[0]?.tokens)
  const before = lastCall(world)
  await readIntegrations(world.app, one.admin)
  expect(callsOf(world, one, '*', before)).toHaveLength(1)
  expect(callsOf(world, other, '*', before)).toEqual([])

  // A row that was copied to another company does not open there.
  const sealed = (await accessOf(one))?.sealedSecret ?? ''
  await world.app.db.transactAsOwner(tx =>
    tx.updateTable('linkedin_access').set({ client_secret: sealed }).where('tenant_id', '=', other.tenantId).execute(),
  )
  await expect(clientFor(world.app, other.tenantId)).rejects.toThrow(/cannot be decrypted/)
})
