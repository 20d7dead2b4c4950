import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { personUrnFor } from '../../behaviours/members.ts'
import { startSandbox } from '../../start-sandbox.ts'
import { type Connected, startConnected } from '../../testing/connected.ts'
import { contract, organization, provision, steer } from '../../testing/customer.ts'
import { wireCall } from '../../testing/wire-call.ts'
import { type PageVisitor, startVisitor } from '../testing/page-visitor.ts'
import { pageOrigin, readCallback, signInToFrame } from '../testing/plugin-page.ts'

let world: Connected
let visitor: PageVisitor
let lastCandidate = 0
beforeAll(async () => {
  world = await startConnected('company')
})
afterAll(() => world.stop())
beforeEach(async () => {
  lastCandidate += 1
  visitor = startVisitor(world.running.url)
  await signInToFrame(visitor, frameAddress(), 'sanne.de.wit@tulpenveld.example')
})

function frameAddress(changes: Readonly<Record<string, string>> = {}): string {
  const query = {
    widgetType: 'ATS',
    atsCandidateId: `cand_${lastCandidate}`,
    integrationContext: organization,
    showUnlinkUrl: 'true',
    confirmUnlink: 'false',
    onlink: 'onLink',
    onunlink: 'onUnlink',
    api_key: world.customer.clientId,
    origin: pageOrigin,
    lang: 'en',
    ...changes,
  }
  return `/rsc/extensions/profile-widget?${new URLSearchParams(query)}`
}

const urnOf = (memberId: string) => personUrnFor(world.customer.clientId, memberId)
const lotte = { lookupFirstName: 'Lotte', lookupLastName: 'Verbeek' }
const lottesEmail = () => world.running.store.members.get('lotte-verbeek').emailAddresses[0]?.address ?? ''

test.each([
  ['an origin that is not listed', { origin: 'https://evil.example' }, 403, 'may not be shown on this page'],
  ['an unknown key', { api_key: '77nobody' }, 403, 'may not be shown on this page'],
  ['another kind of widget', { widgetType: 'APPLY' }, 400, 'does not say which candidate'],
  ['no candidate', { atsCandidateId: '' }, 400, 'does not say which candidate'],
  ['no context', { integrationContext: '' }, 400, 'does not say which candidate'],
  ['another company', { integrationContext: 'urn:li:organization:5230114' }, 403, 'is not switched on'],
])('%s is refused', async (_name, changes, status, sentence) => {
  const page = await visitor.get(frameAddress({ ...lotte, ...changes }))
  expect([page.status, page.text]).toEqual([status, expect.stringContaining(sentence)])
})

test('a member signs in in the frame first', async () => {
  const page = await startVisitor(world.running.url).get(frameAddress(lotte))
  expect(page.text).toContain('Sign in with your own LinkedIn account')
  expect(page.text).not.toContain('Lotte')
})

test('who is not shared and of whom the page says nothing is unknown', async () => {
  expect((await visitor.get(frameAddress())).text).toContain('This candidate is not known to LinkedIn.')
})

test.each([
  ['the member id', () => ({ lookupMember: urnOf('lotte-verbeek') }), 'Matched on member id'],
  [
    'one of several addresses',
    () => ({ lookupEmails: `nobody@x.example,${lottesEmail().toUpperCase()}` }),
    'Matched on e-mail',
  ],
  [
    'the profile address',
    () => ({ lookupProfileUrl: world.running.store.members.get('lotte-verbeek').publicProfileUrl }),
    'Matched on profile address',
  ],
])('%s alone is exact', async (_name, lookup, sentence) => {
  const page = await visitor.get(frameAddress({ lookupFirstName: 'Somebody', lookupLastName: 'Else', ...lookup() }))
  expect(page.text).toContain(sentence)
  expect(page.text).toContain('Lotte Verbeek')
  expect(page.text).toMatch(/Link .*Unlink/)
})

test('a URN of another application matches nobody', async () => {
  const other = await provision(world.running, 'tenant-be')
  const lookupMember = personUrnFor(other.clientId, 'lotte-verbeek')
  expect((await visitor.get(frameAddress({ lookupMember }))).text).toContain('No match found')
})

test('a name gives namesakes to choose from, and Link is kept on later loads', async () => {
  const page = await visitor.get(frameAddress(lotte))
  expect(page.text).toContain('Possible people by name')
  expect(page.html.match(/value="link"/g)).toHaveLength(2)

  const linked = await visitor.send(frameAddress(lotte), { act: 'link', person: urnOf('lotte-verbeek') })
  expect([readCallback(linked), linked.text]).toEqual([
    urnOf('lotte-verbeek'),
    expect.stringContaining('Linked by hand'),
  ])
  expect(linked.html).toContain('data-callback="onlink"')
  const later = await visitor.get(frameAddress())
  expect(later.text).toContain('Linked by hand')
  expect(readCallback(later)).toBeUndefined()
})

test('Unlink parts them for good, also where the address still matches', async () => {
  const address = frameAddress({ ...lotte, lookupEmails: lottesEmail() })
  const unlinked = await visitor.send(address, { act: 'unlink', person: urnOf('lotte-verbeek') })
  expect(readCallback(unlinked)).toBe(urnOf('lotte-verbeek'))
  const later = await visitor.get(address)
  expect(later.text).toContain('Possible people by name')
  expect(later.html.match(/value="link"/g)).toHaveLength(1)
  await visitor.send(address, { act: 'link', person: urnOf('lotte-verbeek') })
  expect((await visitor.get(address)).text).toContain('Linked by hand')
})

test('whom the ATS has unlinked is not matched', async () => {
  const lookup = { lookupEmails: lottesEmail(), lookupNotMembers: urnOf('lotte-verbeek') }
  expect((await visitor.get(frameAddress(lookup))).text).toContain('No match found')
})

test('Unlink is offered where the page wants it, and asks first where it wants that', async () => {
  const lookup = { lookupMember: urnOf('lotte-verbeek') }
  expect((await visitor.get(frameAddress({ ...lookup, showUnlinkUrl: 'false' }))).text).not.toContain('Unlink')
  const asking = frameAddress({ ...lookup, confirmUnlink: 'true' })
  expect((await visitor.get(asking)).html).not.toContain('value="unlink"')
  const question = await visitor.get(`${asking}&unlink=yes`)
  expect(question.text).toContain('Take this candidate and Lotte Verbeek apart?')
  expect(question.html).toContain('value="unlink"')
})

test('no namesake: it says so, and the search finds somebody to link', async () => {
  const address = frameAddress({ lookupFirstName: 'Nobody', lookupLastName: 'Nowhere' })
  expect((await visitor.get(address)).text).toContain('No match found')
  const found = await visitor.get(`${address}&q=Saskia+Oudejans`)
  expect(found.text).toContain('1 person found')
  expect(found.html).toContain(`value="${urnOf('saskia-oudejans')}"`)
})

test('an address of two people is no proof', async () => {
  const emailAddresses = [{ address: lottesEmail(), shared: false }]
  const member = { memberId: 'saskia-oudejans', emailAddresses }
  await wireCall(world.running.url, 'POST /_sandbox/members', { json: member })
  const page = await visitor.get(frameAddress({ lookupEmails: lottesEmail() }))
  expect(page.text).toContain('Several people have this e-mail address')
})

test('Save to project is done in the frame, tells the page nothing, and twice is once', async () => {
  const address = frameAddress({ lookupMember: urnOf('lotte-verbeek') })
  const form = { act: 'save-to-project', person: urnOf('lotte-verbeek'), project: '7001' }
  const saved = await visitor.send(address, form)
  expect([saved.status, readCallback(saved)]).toEqual([200, undefined])
  expect(saved.text).toContain('Saved to Greenhouse software')
  expect((await visitor.send(address, form)).text).toContain('Was saved already to Greenhouse software')
  const own = world.running.store.savedProfiles.list(each => each.memberId === 'lotte-verbeek')
  expect(own).toMatchObject([{ projectId: '7001', savedByMemberId: 'sanne-de-wit' }])
  const later = await visitor.get(address)
  expect(later.text).toContain('In your projects: Greenhouse software')
  expect(later.text).not.toContain('Saved to')
})

test('a new project is made in the frame, also for somebody linked by hand', async () => {
  await visitor.send(frameAddress(lotte), { act: 'link', person: urnOf('lotte-verbeek') })
  const form = { act: 'save-to-new-project', name: 'From the ATS', contract, person: urnOf('lotte-verbeek') }
  expect((await visitor.send(frameAddress(), form)).text).toContain('Saved to From the ATS')
})

test('the projects offered are those of this company that one may write to', async () => {
  const { store } = world.running
  const seatId = 55027799
  store.seats.put({
    seatId,
    contract: 'urn:li:contract:880417',
    memberId: 'sanne-de-wit',
    state: 'ACTIVE',
    seatRoles: [],
  })
  const page = await visitor.get(frameAddress({ lookupMember: urnOf('saskia-oudejans') }))
  expect(page.html).toMatch(
    /name="project" value="7003"[^>]*><span><strong>[^<]+<\/strong><small[^>]*>Tulpenveld Belgie</,
  )
  expect(page.html).not.toContain('value="7002"')
  expect(page.html).not.toContain('urn:li:contract:880417')
  store.seats.remove(String(seatId))
})

test('Send InMail and View in Recruiter lead to the profile, in a window of their own', async () => {
  const { html } = await visitor.get(frameAddress({ lookupMember: urnOf('lotte-verbeek') }))
  for (const href of ['/talent/profile/lotte-verbeek#messages', '/talent/profile/lotte-verbeek']) {
    expect(html).toContain(`<a class="button" href="${href}" target="_blank" rel="noopener">`)
  }
  const recruiter = startVisitor(world.running.url)
  await recruiter.signIn('sanne-de-wit')
  const profile = await recruiter.get('/talent/profile/lotte-verbeek')
  expect(profile.html).toContain('id="messages"')
  expect(profile.text).toContain('This sandbox has no inbox yet')
})

test('without a seat of this company only the public part is shown, and nothing is linked', async () => {
  for (const email of ['tom.aarts@tulpenveld.example', 'ruben.postma@polderlogistiek.example']) {
    const guest = startVisitor(world.running.url)
    const address = frameAddress({ lookupMember: urnOf('lotte-verbeek') })
    const page = await signInToFrame(guest, address, email)
    expect(page.text).toContain('you see the public part only')
    expect(page.text).not.toContain('Experience')
    expect(page.text).not.toMatch(/Save to project|Send InMail|View in Recruiter/)
    for (const act of ['link', 'unlink', 'save-to-project']) {
      const sent = await guest.send(address, { act, person: urnOf('lotte-verbeek'), project: '7001' })
      expect([sent.status, readCallback(sent)]).toEqual([403, undefined])
    }
  }
  expect(
    world.running.store.candidateLinks.find(
      JSON.stringify([world.customer.clientId, organization, `cand_${lastCandidate}`]),
    ),
  ).toBeUndefined()
})

test.each(['link', 'save-to-project'])('%s: not for a member that this application does not know', async act => {
  const sent = await visitor.send(frameAddress(lotte), { act, person: 'urn:li:person:nobody', project: '7001' })
  expect([sent.status, sent.text]).toEqual([409, expect.stringContaining('knows no member')])
})

test('the words are Dutch for who reads Dutch', async () => {
  const page = await visitor.get(frameAddress({ ...lotte, lang: 'nl' }))
  expect(page.text).toContain('Mogelijke personen op naam')
  expect(page.text).toContain('Koppelen')
})

test('switched off: nothing is shown or linked any more', async () => {
  const address = frameAddress({ lookupMember: urnOf('lotte-verbeek') })
  await steer(world.running, world.customer, 'disable', 'company')
  try {
    expect((await visitor.get(address)).text).toContain('is not switched on')
    expect((await visitor.send(address, { act: 'link', person: urnOf('lotte-verbeek') })).status).toBe(403)
  } finally {
    await steer(world.running, world.customer, 'enable', 'company')
  }
})

test('strict: LinkedIn reads no look-up attributes', async () => {
  const strict = await startSandbox({ port: 0, strict: true })
  try {
    const { clientId } = await provision(strict)
    const at = { requestedAt: 1, changedAt: 1 }
    const key = { clientId, integrationContext: organization, integrationType: 'PROFILE_PLUGIN' } as const
    strict.store.integrations.put({ ...key, integrationName: 'Lodestone', status: 'ENABLED', ...at })
    const address = frameAddress({ ...lotte, lookupEmails: 'lotte.verbeek@postduif.example', api_key: clientId })
    const page = await signInToFrame(startVisitor(strict.url), address, 'sanne.de.wit@tulpenveld.example')
    expect(page.text).toContain('This candidate is not known to LinkedIn.')
    expect(page.text).not.toContain('Possible people')
  } finally {
    await strict.stop()
  }
})
