import { afterEach, beforeAll, expect, test } from 'vitest'
import type { UserActor } from '../../platform/actor.ts'
import { SESSION_COOKIE } from '../../platform/auth/session-cookie.ts'
import { openTestSession } from '../../platform/testing/test-http.ts'
import { aConnectedCompany } from '../testing/companies.ts'
import type { LinkedInWorld } from '../testing/linkedin-world.ts'
import { linkedInWorld } from '../testing/linkedin-world.ts'

let world: LinkedInWorld
beforeAll(async () => {
  world = await linkedInWorld()
})
afterEach(() => world.clear())

async function open(actor: UserActor | undefined, query = ''): Promise<Response> {
  const cookie = actor ? `${SESSION_COOKIE}=${await openTestSession(world.app, actor)}` : ''
  return fetch(`${world.app.config.publicUrl}/linkedin/set-up/plugin${query}`, { headers: { cookie } })
}

test('LinkedIn’s tags stand there as it documents them', async () => {
  const company = await aConnectedCompany(world)
  const page = await (await open(company.admin, '?width=360')).text()
  const { platformUrl } = world.app.config.linkedin
  expect(page).toContain(
    `<script src="${platformUrl}/xdoor/scripts/in.js">\napi_key: ${company.clientId}\n` +
      `extensions: ATSIntegrationWidget@${platformUrl}/rsc/extensions/onboarding-widget\n</script>`,
  )
  expect(page).toContain(
    '<script type="IN/ATSIntegrationWidget" data-supported-bundled-integration-types=' +
      '"RECRUITER_SYSTEM_CONNECT_COMPANY,RECRUITER_SYSTEM_CONNECT_CONTRACT" data-onintegrate="onIntegrate" data-width="360">',
  )
  expect(page).not.toContain('secret')
})

test('its policy lets LinkedIn’s platform run a script and show a frame, and nothing else', async () => {
  const company = await aConnectedCompany(world)
  const headers = (await open(company.admin)).headers
  const { platformUrl } = world.app.config.linkedin
  const policy = headers.get('content-security-policy') ?? ''
  expect(policy).toMatch(/script-src 'nonce-[^']+' /)
  expect(policy).toContain(`${platformUrl}; style-src`)
  expect(policy).toContain(`frame-src ${platformUrl};`)
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("frame-ancestors 'self'")
  expect(policy).not.toContain('unsafe')
  expect(headers.get('x-frame-options')).toBe('SAMEORIGIN')
})

test('nobody but an administrator gets it, whatever width he asks for', async () => {
  const company = await aConnectedCompany(world)
  expect((await open(undefined)).status).toBe(403)
  expect((await open(company.recruiter)).status).toBe(403)
  expect(await (await open(company.admin, '?width=%22%3E9')).text()).toContain('data-width="500"')
  expect(await (await open(company.admin, '?width=99999')).text()).toContain('data-width="720"')
})
