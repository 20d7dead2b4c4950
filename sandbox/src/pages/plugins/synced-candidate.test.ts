import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { personUrnFor } from '../../behaviours/members.ts'
import { type Connected, startConnected } from '../../testing/connected.ts'
import { organization } from '../../testing/customer.ts'
import { type PageVisitor, startVisitor } from '../testing/page-visitor.ts'
import { pageOrigin, signInToFrame } from '../testing/plugin-page.ts'

// CALLBACK_URL over plain http is what strict refuses, so strict is switched on once the customer is connected.
describe.each([false, true])('strict: %s', strict => {
  let world: Connected
  let visitor: PageVisitor
  let lastCandidate = 0
  beforeAll(async () => {
    world = await startConnected('company', { matchDelayMs: 0 })
    Object.assign(world.running.sandbox.options, { strict })
  })
  afterAll(() => world.stop())
  beforeEach(async () => {
    lastCandidate += 1
    visitor = startVisitor(world.running.url)
    await signInToFrame(visitor, frameAddress(), 'sanne.de.wit@tulpenveld.example')
  })

  const urnOf = (memberId: string) => personUrnFor(world.customer.clientId, memberId)
  const emailOf = (memberId: string) => world.running.store.members.get(memberId).emailAddresses[0]?.address ?? ''
  const key = () => `atsCandidateId=cand_${lastCandidate}&dataProvider=ATS&integrationContext=${organization}`
  const ids = () =>
    key()
      .split('&')
      .map(pair => `ids[0].${pair}`)
      .join('&')

  function frameAddress(changes: Readonly<Record<string, string>> = {}): string {
    const query = {
      widgetType: 'ATS',
      atsCandidateId: `cand_${lastCandidate}`,
      integrationContext: organization,
      showUnlinkUrl: 'true',
      confirmUnlink: 'false',
      api_key: world.customer.clientId,
      origin: pageOrigin,
      lang: 'en',
      ...changes,
    }
    return `/rsc/extensions/profile-widget?${new URLSearchParams(query)}`
  }

  function sync(changes: Record<string, unknown> = {}) {
    const record = {
      atsCreatedAt: 1,
      atsLastModifiedAt: 2,
      firstName: 'Lotte',
      lastName: 'Verbeek',
      emailAddresses: ['lotte@elsewhere.example'],
      externalProfileUrl: 'https://hiring.tulpenveld.example/candidates/1',
      addresses: [],
      phoneNumbers: [],
      ...changes,
    }
    return world.customer.call(`PUT /v2/atsCandidates?${ids()}`, { json: { entities: { [key()]: record } } })
  }

  const readMatches = async () => {
    const { body } = await world.customer.call(
      `GET /v2/atsCandidates?${ids()}&fields=matchedMembers,manualMatchedMember`,
    )
    return Object.values(body.results)[0]
  }

  test('a synced candidate is found by its id and what was synced with it', async () => {
    expect((await visitor.get(frameAddress())).text).toContain('This candidate is not known to LinkedIn.')
    await sync({ firstName: 'Somebody', emailAddresses: [emailOf('lotte-verbeek')] })
    const page = await visitor.get(frameAddress())
    expect(page.text).toContain('Matched on e-mail')
    expect(page.text).toContain('Lotte Verbeek')
  })

  test('without a match there are namesakes', async () => {
    await sync()
    expect((await visitor.get(frameAddress())).text).toContain('Possible people by name')
    await sync({ firstName: 'Nobody', lastName: 'Nowhere' })
    expect((await visitor.get(frameAddress())).text).toContain('No match found')
  })

  test('a link in the plugin is what the ATS reads, and an unlink takes it away', async () => {
    await sync()
    await visitor.send(frameAddress(), { act: 'link', person: urnOf('lotte-verbeek') })
    expect(await readMatches()).toEqual({ manualMatchedMember: urnOf('lotte-verbeek') })
    await visitor.send(frameAddress(), { act: 'unlink', person: urnOf('lotte-verbeek') })
    expect(await readMatches()).toEqual({})
  })

  test('whom the plugin unlinked is not matched any more, also where the address says so', async () => {
    await sync({ emailAddresses: [emailOf('lotte-verbeek')] })
    expect(await readMatches()).toEqual({ matchedMembers: [urnOf('lotte-verbeek')] })
    await visitor.send(frameAddress(), { act: 'unlink', person: urnOf('lotte-verbeek') })
    expect(await readMatches()).toEqual({})
  })

  test('a link of the ATS is shown in the plugin, and goes when the ATS takes it back', async () => {
    await sync({ manualMatchedMember: urnOf('saskia-oudejans') })
    const page = await visitor.get(frameAddress())
    expect(page.text).toContain('Linked by hand')
    expect(page.text).toContain('Saskia Oudejans')
    await world.customer.call(`POST /v2/atsCandidates?${ids()}`, {
      json: { entities: { [key()]: { patch: { $delete: ['manualMatchedMember'] } } } },
    })
    expect((await visitor.get(frameAddress())).text).toContain('Possible people by name')
  })
})
