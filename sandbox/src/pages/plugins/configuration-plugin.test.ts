import { afterEach, beforeEach, expect, test } from 'vitest'
import { type RunningSandbox, startSandbox } from '../../start-sandbox.ts'
import {
  type Customer,
  contract,
  nameEverything,
  organization,
  provision,
  setCallbackUrl,
  steer,
} from '../../testing/customer.ts'
import { type Receiver, startReceiver } from '../../testing/receiver.ts'
import { type PageVisitor, startVisitor } from '../testing/page-visitor.ts'
import { frameAddress, readCallback, signInToFrame, statusesOf } from '../testing/plugin-page.ts'

const belgium = 'urn:li:contract:771204'
const petra = 'petra.kuiper@tulpenveld.example'
const ruben = 'ruben.postma@polderlogistiek.example'

let running: RunningSandbox
let receiver: Receiver
let customer: Customer
let visitor: PageVisitor
let address: string
beforeEach(async () => {
  running = await startSandbox({ port: 0 })
  receiver = await startReceiver()
  customer = await provision(running)
  receiver.secret = customer.clientSecret
  visitor = startVisitor(running.url)
  address = frameAddress(customer)
})
afterEach(async () => {
  await running.stop()
  await receiver.stop()
})

const key = (integrationType: string, integrationContext = organization) => ({
  integrationContext,
  integrationType,
  tenantType: 'RECRUITER',
  dataProvider: 'ATS',
})
const companyKeys = [key('ONE_CLICK_EXPORT'), key('IN_ATS_INDICATOR'), key('PROFILE_PLUGIN')]

async function connectNetherlands(): Promise<void> {
  await signInToFrame(visitor, address, petra)
  await visitor.send(address, { act: 'choose', contract })
}

async function becomeReady(level: 'company' | 'contract'): Promise<void> {
  await nameEverything(customer, level)
  await setCallbackUrl(customer, receiver.url)
  await running.settle()
}

test.each([
  ['an origin that is not listed', { origin: 'https://evil.example' }, 'does not hold https://evil.example'],
  ['a listed origin with a slash', { origin: 'https://hiring.tulpenveld.example/' }, 'does not hold https://hiring'],
  ['another port', { origin: 'https://hiring.tulpenveld.example:8443' }, 'does not hold'],
  ['another scheme', { origin: 'http://hiring.tulpenveld.example' }, 'does not hold'],
  ['no origin', { origin: '' }, 'does not hold'],
  ['an unknown key', { api_key: '77nobody' }, 'is not the client id of a customer application'],
  ['the key of the parent application', { api_key: '86kdlodestone' }, 'is not the client id of a customer application'],
])('%s is refused, and the reason is told', async (_name, changes, sentence) => {
  await signInToFrame(visitor, address, petra)
  const wrong = frameAddress(customer, changes)
  for (const page of [await visitor.get(wrong), await visitor.send(wrong, { act: 'request', level: 'company' })]) {
    expect(page.status).toBe(403)
    expect(page.text).toContain('This plugin may not be shown on this page.')
    expect(page.text).toContain(sentence)
    expect(page.html).not.toContain('<form')
    expect(page.text).not.toContain('Petra')
  }
  expect(running.store.integrations.size).toBe(0)
})

test('only the page itself may frame it, and a refusal only who asked', async () => {
  const policyOf = async (changes: Record<string, string>) =>
    (await visitor.get(frameAddress(customer, changes))).headers.get('content-security-policy') ?? ''
  expect(await policyOf({})).toContain('frame-ancestors https://hiring.tulpenveld.example;')
  expect(await policyOf({})).not.toContain('unsafe-')
  expect(await policyOf({ origin: 'https://evil.example' })).toContain('frame-ancestors https://evil.example;')
  expect(await policyOf({ origin: "'self'; script-src *" })).toContain("frame-ancestors 'none';")
})

test('a form of another site cannot use the session', async () => {
  await signInToFrame(visitor, address, ruben)
  const form = { act: 'request', level: 'company' }
  const answer = await visitor.send(address, form, { origin: 'https://hiring.tulpenveld.example' })
  expect(answer.status).toBe(403)
  expect(running.store.integrations.size).toBe(0)
})

test('the session is kept for the frame, in the jar of the page around it', async () => {
  const asked = await visitor.get(address)
  expect(asked.text).toContain('Sign in with your LinkedIn account.')
  const answer = await visitor.send(address, { act: 'sign-in', email: petra, password: 'sandbox' })
  expect(answer.status).toBe(303)
  const cookie = answer.headers.getSetCookie().find(each => each.startsWith('recruiter_sandbox_frame_session='))
  for (const attribute of ['HttpOnly', 'Secure', 'SameSite=None', 'Partitioned']) expect(cookie).toContain(attribute)
  const left = await visitor.send(address, { act: 'sign-out' })
  expect((await visitor.get(left.location ?? '')).text).toContain('Sign in with your LinkedIn account.')
  expect(running.store.sessions.size).toBe(0)
})

test('a browser that keeps no cookie hears so', async () => {
  const answer = await visitor.send(address, { act: 'sign-in', email: petra, password: 'sandbox' })
  const page = await startVisitor(running.url).get(answer.location ?? '')
  expect(page.text).toContain('your browser did not keep it: cookies are blocked here')
})

test.each([
  [{ email: petra, password: 'wrong' }, 401, 'We do not know this e-mail address'],
  [{ email: '', password: 'sandbox' }, 400, 'Type the e-mail address'],
  [{ email: petra, password: '' }, 400, 'Type the password.'],
])('a sign-in that fails says why: %j', async (form, status, sentence) => {
  const page = await visitor.send(address, { act: 'sign-in', ...form })
  expect(page.status).toBe(status)
  expect(page.text).toContain(sentence)
  expect(page.html).toContain(`value="${form.email}"`)
})

test('who administers several contracts chooses one, and it is remembered', async () => {
  const page = await signInToFrame(visitor, address, petra)
  expect(page.text).toContain('Which one do you connect with this ATS?')
  expect(page.text).toContain('Tulpenveld Nederland Tulpenveld BV Tulpenveld Belgie Tulpenveld BV')
  const chosen = await visitor.send(address, { act: 'choose', contract: belgium })
  expect(chosen.text).toContain('Contract Tulpenveld Belgie')
  expect((await visitor.get(address)).text).toContain('Contract Tulpenveld Belgie')
  expect((await visitor.get(`${address}&choose=yes`)).text).toContain('Which one do you connect')
})

test('who administers one contract is not asked', async () => {
  const page = await signInToFrame(visitor, address, ruben)
  expect(page.text).toContain('Contract Polderlogistiek')
  expect(page.text).not.toContain('Choose')
})

test('a contract of somebody else cannot be chosen', async () => {
  await signInToFrame(visitor, address, petra)
  const page = await visitor.send(address, { act: 'choose', contract: 'urn:li:contract:880417' })
  expect([page.status, page.text]).toEqual([403, expect.stringContaining('Only a contract that you administer')])
  expect(running.store.contractChoices.size).toBe(0)
})

test('who administers no contract is refused, whatever he sends', async () => {
  const page = await signInToFrame(visitor, address, 'sanne.de.wit@tulpenveld.example')
  expect([page.status, page.text]).toEqual([403, expect.stringContaining('Sanne de Wit administers no Recruiter')])
  for (const act of ['request', 'notify']) {
    const sent = await visitor.send(address, { act, level: 'company' })
    expect([sent.status, readCallback(sent)]).toEqual([403, undefined])
  }
  expect(running.store.integrations.size).toBe(0)
})

test('an administrator of another company is told whom to ask', async () => {
  await connectNetherlands()
  await visitor.send(address, { act: 'request', level: 'company' })
  const stranger = startVisitor(running.url)
  const page = await signInToFrame(stranger, address, ruben)
  expect([page.status, page.text]).toEqual([403, expect.stringContaining('Ask Petra Kuiper.')])
  await stranger.send(address, { act: 'request', level: 'company' })
  expect(running.store.integrations.size).toBe(3)
  const order = { clientId: customer.clientId, level: 'company', contract: 'urn:li:contract:880417', action: 'request' }
  const { status } = await fetch(`${running.url}/_sandbox/integrations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(order),
  })
  expect(status).toBe(409)
})

test('Request, Notify partner, Partner ready, Enabled', async () => {
  await connectNetherlands()
  const requested = await visitor.send(address, { act: 'request', level: 'company' })
  expect(readCallback(requested)).toEqual(companyKeys)
  expect(requested.html).toContain('data-callback="onintegrate"')
  expect(requested.text).toMatch(/Requested .* press Notify partner/)
  expect(readCallback(await visitor.get(address))).toBeUndefined()

  for (let press = 0; press < 5; press++) {
    const notified = await visitor.send(address, { act: 'notify', level: 'company' })
    expect(readCallback(notified)).toEqual(companyKeys)
    expect(notified.text).toContain('Partner notified')
  }
  expect(running.store.integrations.size).toBe(3)

  await becomeReady('company')
  const ready = await visitor.get(address)
  expect(ready.text).toMatch(/Partner ready .* in Recruiter, More, Admin Settings, tab ATS/)
  expect(ready.text).not.toContain('Notify partner')
  await steer(running, customer, 'enable', 'company')
  expect((await visitor.get(address)).text).toContain('Enabled')
  await steer(running, customer, 'disable', 'company')
  expect((await visitor.get(address)).text).toContain('Switched off')
})

test('contract level asks for everything, with the contract in its own key', async () => {
  await connectNetherlands()
  const page = await visitor.send(address, { act: 'request', level: 'contract' })
  expect(readCallback(page)).toEqual([...companyKeys, key('CSA_API', contract)])
  await becomeReady('contract')
  expect(new Set(Object.values(statusesOf(running, customer)))).toEqual(new Set(['PARTNER_READY']))
})

test('nothing that was not requested can be notified', async () => {
  await connectNetherlands()
  const page = await visitor.send(address, { act: 'notify', level: 'contract' })
  expect([page.status, page.text]).toEqual([409, expect.stringContaining('was not requested')])
})

test('the page decides which rows are offered', async () => {
  await connectNetherlands()
  const only = frameAddress(customer, {
    supportedBundledIntegrationTypes: 'RECRUITER_SYSTEM_CONNECT_COMPANY,APPLY_WITH_LINKEDIN',
  })
  const page = await visitor.get(only)
  expect(page.text).toContain('Company-level access')
  expect(page.text).not.toContain('Contract-level access')
  await visitor.send(only, { act: 'request', level: 'contract' })
  expect(running.store.integrations.size).toBe(0)
  const none = frameAddress(customer, { supportedBundledIntegrationTypes: 'APPLY_WITH_LINKEDIN' })
  expect((await visitor.get(none)).text).toContain('offers no integration that this sandbox knows')
})

test('two instances of one company ask for themselves alone', async () => {
  const other = await provision(running, 'tenant-be')
  await connectNetherlands()
  await visitor.send(address, { act: 'request', level: 'company' })
  const theirs = await visitor.get(frameAddress(other))
  expect(theirs.text).toContain('Which one do you connect')
  expect(statusesOf(running, other)).toEqual({})
  await visitor.send(frameAddress(other), { act: 'choose', contract: belgium })
  await visitor.send(frameAddress(other), { act: 'request', level: 'contract' })
  expect(Object.keys(statusesOf(running, customer))).toHaveLength(3)
  expect(Object.keys(statusesOf(running, other))).toHaveLength(4)
})

test('the older address shows the same, and Dutch is spoken', async () => {
  await connectNetherlands()
  const older = frameAddress(customer, { lang: 'nl' }).replace(
    '/rsc/extensions/onboarding-widget',
    '/recruiter/widget/ATSIntegration',
  )
  const page = await visitor.get(older)
  expect(page.html).toContain('<html lang="nl"')
  expect(page.text).toContain('Toegang op bedrijfsniveau')
  expect(page.text).toContain('Aanvragen')
})

test('the loader is a script for pages of every site', async () => {
  const loader = await visitor.get('/xdoor/scripts/in.js')
  expect(loader.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  expect(loader.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
  expect(loader.headers.get('cache-control')).toBe('no-cache')
})
