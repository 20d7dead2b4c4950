import { afterEach, beforeAll, expect, test } from 'vitest'
import { eventsOf, refusal } from '../../hiring/testing/builders.ts'
import { look } from '../../platform/work.ts'
import { callsOf, lastCall } from '../testing/at-linkedin.ts'
import type { ConnectedCompany } from '../testing/companies.ts'
import { aConnectedCompany, nederland, organization } from '../testing/companies.ts'
import type { LinkedInWorld } from '../testing/linkedin-world.ts'
import { linkedInWorld } from '../testing/linkedin-world.ts'
import { findAccess, permissionsOf } from './access.queries.ts'
import { nameIntegrations } from './name-integrations.ts'
import { renewAddresses } from './renew-addresses.ts'

let world: LinkedInWorld
beforeAll(async () => {
  world = await linkedInWorld()
})
afterEach(() => world.clear())

const whatIsKnown = (company: ConnectedCompany) =>
  look(world.app, company.admin, async tx => ({
    access: await findAccess(tx, company.tenantId),
    permissions: await permissionsOf(tx, company.tenantId),
  }))

test.each([
  ['company', { organization: 'urn:li:organization:999', contract: nederland }],
  ['contract', { organization, contract: 'urn:li:contract:999' }],
])('a %s that LinkedIn does not take leaves a working connection as it was', async (_what, requested) => {
  const company = await aConnectedCompany(world, { level: 'contract' })
  const before = await whatIsKnown(company)
  expect(before.permissions).toEqual({
    level: 'contract',
    exportEnabled: true,
    profileEnabled: true,
    indicatorEnabled: true,
  })
  const no = await refusal(nameIntegrations(world.app, company.admin, requested))
  expect(no.code).toBe('linkedin.notRequested')
  await world.settle()
  expect(await whatIsKnown(company)).toEqual(before)
  const events = await eventsOf(world.app, company.admin, company.tenantId)
  expect(events.filter(event => event.kind === 'linkedin.requested')).toHaveLength(1)
})

/** The same installation under another address. */
function movedTo(publicUrl: string): LinkedInWorld['app'] {
  return { ...world.app, config: { ...world.app.config, publicUrl } }
}

function atLinkedIn({ clientId }: ConnectedCompany) {
  const { applications, configurations } = world.running.store
  return {
    callbackUrl: configurations.findWhere(one => one.clientId === clientId && one.name === 'CALLBACK_URL')?.value,
    signIn: applications.get(clientId)?.oauth2AuthorizedCallbackUrls,
  }
}

test('LinkedIn hears of another address within the hour, once', async () => {
  const company = await aConnectedCompany(world)
  const former = `http://127.0.0.1:${world.app.config.port}`
  await renewAddresses(movedTo(former), company.admin)
  expect(atLinkedIn(company).callbackUrl).toMatch(former)
  await world.pass({ hours: 1.01 })
  const { access, permissions } = await whatIsKnown(company)
  const { publicUrl } = world.app.config
  expect(access?.callbackUrl).toMatch(publicUrl)
  expect(atLinkedIn(company)).toEqual({
    callbackUrl: access?.callbackUrl,
    signIn: [`${publicUrl}/linkedin/return`, `${publicUrl}/linkedin/set-up/return`],
  })
  expect(permissions.exportEnabled).toBe(true)
  const before = lastCall(world)
  await renewAddresses(world.app, company.admin)
  expect(callsOf(world, company, '*', before)).toEqual([])
})

test('an address that LinkedIn does not take is not stored as if it had', async () => {
  const company = await aConnectedCompany(world)
  const before = await whatIsKnown(company)
  const no = await refusal(renewAddresses(movedTo('http://ats.tulpenveld.example'), company.admin))
  expect(no.message).toMatch(/new addresses did not work/)
  expect(await whatIsKnown(company)).toEqual(before)
})
