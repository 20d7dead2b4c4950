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
import { wireCall } from '../../testing/wire-call.ts'
import { type PageVisitor, startVisitor } from '../testing/page-visitor.ts'
import { statusesOf } from '../testing/plugin-page.ts'

const atsTab = '/talent/admin-settings/ats'

let running: RunningSandbox
let receiver: Receiver
let customer: Customer
let petra: PageVisitor
beforeEach(async () => {
  running = await startSandbox({ port: 0, jobTaskDelayMs: 0 })
  receiver = await startReceiver()
  customer = await provision(running)
  receiver.secret = customer.clientSecret
  petra = startVisitor(running.url)
  await petra.signIn('petra-kuiper')
})
afterEach(async () => {
  await running.stop()
  await receiver.stop()
})

async function becomeReady(level: 'company' | 'contract'): Promise<void> {
  await steer(running, customer, 'request', level)
  await nameEverything(customer, level)
  await setCallbackUrl(customer, receiver.url)
  await running.settle()
}

const toggle = (act: string, level: string, changes: Record<string, string> = {}) =>
  petra.send(atsTab, { act, level, contract, clientId: customer.clientId, ...changes })

test('More leads an administrator to the ATS tab, and nobody else', async () => {
  expect((await petra.get('/talent/home')).html).toContain(`href="${atsTab}"`)
  expect((await petra.get('/talent/admin-settings')).location).toBe(atsTab)
  expect((await petra.get(atsTab)).text).toContain('No ATS has asked for access yet')

  const sanne = startVisitor(running.url)
  await sanne.signIn('sanne-de-wit')
  expect((await sanne.get('/talent/home')).html).not.toContain(atsTab)
  const refused = await sanne.get(atsTab)
  expect([refused.status, refused.text]).toEqual([403, expect.stringContaining('you can ask Petra Kuiper')])
  await becomeReady('company')
  const form = { act: 'enable', level: 'company', contract, clientId: customer.clientId }
  expect((await sanne.send(atsTab, form)).status).toBe(403)
  expect(statusesOf(running, customer).ONE_CLICK_EXPORT).toBe('PARTNER_READY')

  const nobody = startVisitor(running.url)
  expect((await nobody.get(atsTab)).location).toContain('/talent/sign-in')
  expect((await nobody.send(atsTab, form)).location).toContain('/talent/sign-in')
})

test('an administrator of another company neither sees nor switches', async () => {
  await becomeReady('company')
  const ruben = startVisitor(running.url)
  await ruben.send('/talent/sign-in', { email: 'ruben.postma@polderlogistiek.example', password: 'sandbox' })
  expect((await ruben.get(atsTab)).text).not.toContain('Tulpenveld')
  const sent = await ruben.send(atsTab, { act: 'enable', level: 'company', contract, clientId: customer.clientId })
  expect([sent.status, sent.text]).toEqual([409, expect.stringContaining('Only an administrator')])
  const validated = await ruben.send(atsTab, { act: 'validate', clientId: customer.clientId })
  expect([validated.status, validated.text]).toEqual([409, expect.stringContaining('no callback address')])
  const renamed = await ruben.send(atsTab, { act: 'company-id', organization, companyId: '99' })
  expect([renamed.status, renamed.text]).toEqual([409, expect.stringContaining('Only an administrator')])
  expect(running.store.organizations.find(organization)).toBeDefined()
})

test('before the partner is ready the switch is closed and says why', async () => {
  await steer(running, customer, 'request', 'company')
  const page = await petra.get(atsTab)
  expect(page.text).toContain('it has not named its integrations yet')
  expect(page.html.match(/value="enable"[^>]*disabled/g)).toHaveLength(3)
  const sent = await toggle('enable', 'company')
  expect([sent.status, sent.text]).toEqual([409, expect.stringContaining('cannot be turned on')])
  expect(statusesOf(running, customer).ONE_CLICK_EXPORT).toBe('REQUESTED')
  expect(receiver.pushes).toHaveLength(0)
})

test('the two rows are switched independently, and each switch is one signed push', async () => {
  await becomeReady('contract')
  const ready = await petra.get(atsTab)
  expect(ready.text).toContain('Lodestone - Tulpenveld')
  expect((await toggle('enable', 'company')).status).toBe(303)
  expect(statusesOf(running, customer)).toMatchObject({ ONE_CLICK_EXPORT: 'ENABLED', CSA_API: 'PARTNER_READY' })
  await toggle('enable', 'contract')
  await toggle('disable', 'company')
  expect(statusesOf(running, customer)).toMatchObject({ ONE_CLICK_EXPORT: 'DISABLED', CSA_API: 'ENABLED' })
  await toggle('enable', 'company')
  await running.settle()
  expect(receiver.pushes.map(push => JSON.parse(push.body).type)).toEqual(
    Array.from({ length: 4 }, () => 'INTEGRATION_STATUS_CHANGE'),
  )
  expect(receiver.pushes.every(push => push.signature !== undefined)).toBe(true)
  expect((await petra.get(atsTab)).text).toContain('delivered')
})

test('what is off cannot be switched off', async () => {
  await becomeReady('company')
  const sent = await toggle('disable', 'company')
  expect([sent.status, sent.text]).toEqual([409, expect.stringContaining('nothing to turn off')])
})

test('of two instances of one company only the switched one hears of it, signed with its own secret', async () => {
  const other = await provision(running, 'tenant-be')
  const otherReceiver = await startReceiver('/hooks/linkedin/be')
  otherReceiver.secret = other.clientSecret
  try {
    await becomeReady('company')
    await steer(running, other, 'request', 'company')
    await nameEverything(other, 'company')
    await setCallbackUrl(other, otherReceiver.url)
    await running.settle()
    await toggle('enable', 'company', { clientId: other.clientId })
    await running.settle()
    expect([receiver.pushes.length, otherReceiver.pushes.length]).toEqual([0, 1])
    expect(statusesOf(running, customer).ONE_CLICK_EXPORT).toBe('PARTNER_READY')
    const { requestId } = JSON.parse(otherReceiver.pushes[0]?.body ?? '')
    expect((await customer.call(`GET /v2/atsIntegrations?q=request&requestId=${requestId}`)).status).toBe(404)
    expect((await other.call(`GET /v2/atsIntegrations?q=request&requestId=${requestId}`)).body.elements).toHaveLength(3)
  } finally {
    await otherReceiver.stop()
  }
})

test('a lost push switches all the same, and the tab shows that it was lost', async () => {
  await becomeReady('company')
  await wireCall(running.url, 'POST /_sandbox/faults', { json: { on: 'push', kind: 'lost', count: 1 } })
  await toggle('enable', 'company')
  await running.settle()
  expect(receiver.pushes).toHaveLength(0)
  expect(statusesOf(running, customer).PROFILE_PLUGIN).toBe('ENABLED')
  expect((await petra.get(atsTab)).text).toContain('lost')
})

test('a callback address that failed its check is checked again', async () => {
  receiver.challengeBehaviour = 'wrong status'
  await becomeReady('company')
  expect((await petra.get(atsTab)).text).toContain('did not pass its check')
  receiver.challengeBehaviour = 'right'
  expect((await toggle('validate', '')).status).toBe(303)
  expect((await petra.get(atsTab)).text).toContain('Partner ready')
})

test('the words are Dutch for who reads Dutch', async () => {
  await becomeReady('company')
  const dutch = startVisitor(running.url, 'nl')
  await dutch.signIn('petra-kuiper')
  const { text } = await dutch.get(atsTab)
  for (const word of ['Meer', 'Beheerinstellingen', 'Toegang op contractniveau', 'Partner gereed', 'Inschakelen']) {
    expect(text).toContain(word)
  }
})
