import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Connected, startConnected } from '../testing/connected.ts'
import { organization, provision, steer } from '../testing/customer.ts'
import { personUrnFor } from './members.ts'

const matchDelayMs = 60_000

let world: Connected
beforeEach(async () => {
  world = await startConnected('company', { challenge: false, matchDelayMs })
})
afterEach(() => world.stop())

const urnOf = (memberId: string) => personUrnFor(world.customer.clientId, memberId)
const emailOf = (memberId: string) => world.running.store.members.get(memberId).emailAddresses[0]?.address ?? ''

function aCandidate(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    atsCreatedAt: 1_735_776_000_000,
    atsLastModifiedAt: 1_735_862_400_000,
    firstName: 'Lotte',
    lastName: 'Verbeek',
    emailAddresses: ['lotte@elsewhere.example'],
    externalProfileUrl: 'https://hiring.tulpenveld.example/candidates/C-1',
    addresses: [],
    phoneNumbers: [],
    ...changes,
  }
}

const keyOf = (id: string) => `atsCandidateId=${id}&dataProvider=ATS&integrationContext=${organization}`
const idsOf = (ids: readonly string[]) =>
  ids
    .flatMap((id, at) =>
      keyOf(id)
        .split('&')
        .map(pair => `ids[${at}].${pair}`),
    )
    .join('&')
const answerKeyOf = (id: string) => keyOf(id).replaceAll(':', '%3A')

function write(method: 'PUT' | 'POST', entities: Record<string, unknown>, customer = world.customer) {
  const ids = Object.keys(entities)
  return customer.call(`${method} /v2/atsCandidates?${idsOf(ids)}`, {
    headers: { 'x-restli-method': method === 'PUT' ? 'batch_update' : 'batch_partial_update' },
    json: { entities: Object.fromEntries(ids.map(id => [keyOf(id), entities[id]])) },
  })
}

const put = (changes: Record<string, unknown> = {}, id = 'C-1') => write('PUT', { [id]: aCandidate(changes) })
const link = (personUrn: string, id = 'C-1') =>
  write('POST', { [id]: { patch: { $set: { manualMatchedMember: personUrn } } } })
const takeBack = () => write('POST', { 'C-1': { patch: { $delete: ['manualMatchedMember'] } } })
const remove = (...ids: string[]) => world.customer.call(`DELETE /v2/atsCandidates?${idsOf(ids)}`)

async function read(id = 'C-1', fields = 'matchedMembers,manualMatchedMember') {
  const answer = await world.customer.call(`GET /v2/atsCandidates?${idsOf([id])}&fields=${fields}`)
  return answer.body.results[answerKeyOf(id)]
}

test('a put is answered by each record under its sorted, encoded key, and read back whole', async () => {
  const whole = {
    addresses: [{ city: 'Lisse', country: 'nl' }],
    phoneNumbers: [{ number: '+31 252 555 019', extension: '3' }],
    currentCompanyName: 'Bollen & Co',
    doNotContact: false,
  }
  const answer = await write('PUT', { 'C-1': aCandidate(whole), 'C-2': { firstName: 'Nobody' } })
  expect(answer.status).toBe(200)
  expect(answer.body).toEqual({
    results: { [answerKeyOf('C-1')]: { status: 204 } },
    errors: {
      [answerKeyOf('C-2')]: {
        message: 'ERROR :: /atsCreatedAt :: field is required but not found and has no default value',
        serviceErrorCode: 0,
        status: 422,
      },
    },
  })
  const stored = await world.customer.call(`GET /v2/atsCandidates?${idsOf(['C-1', 'C-2'])}`)
  expect(stored.body.results).toEqual({ [answerKeyOf('C-1')]: aCandidate(whole) })
  expect(stored.body.errors[answerKeyOf('C-2')]).toMatchObject({ status: 404 })
})

test('a put replaces: what is left out is gone', async () => {
  await put({ currentJobTitle: 'Grower', manualMatchedMember: urnOf('lotte-verbeek') })
  expect(await read()).toEqual({ manualMatchedMember: urnOf('lotte-verbeek') })
  await put()
  expect(await read('C-1', 'currentJobTitle,firstName,manualMatchedMember')).toEqual({ firstName: 'Lotte' })
})

test('the same in protocol 2.0.0, and through the tunnel', async () => {
  const headers = { 'X-RestLi-Protocol-Version': '2.0.0', 'x-restli-method': 'batch_update' }
  const key = '(atsCandidateId:C-1,dataProvider:ATS,integrationContext:urn%3Ali%3Aorganization%3A4102938)'
  const written = await world.customer.call(`PUT /v2/atsCandidates?ids=List(${key})`, {
    headers,
    json: { entities: { [key]: aCandidate() } },
  })
  expect(written.body).toEqual({ results: { [key]: { status: 204 } }, errors: {} })
  const gone = await world.customer.call('POST /v2/atsCandidates', {
    headers: { 'X-HTTP-Method-Override': 'DELETE' },
    form: idsOf(['C-1']),
  })
  expect(gone.body).toEqual({ results: { [answerKeyOf('C-1')]: { status: 204 } }, errors: {} })
})

describe('refused', () => {
  test.each([
    ['no first name', { firstName: undefined }, 422, '/firstName :: field is required but not found'],
    ['an empty last name', { lastName: '' }, 422, '/lastName :: length or value is out of range'],
    [
      'neither address nor person',
      { emailAddresses: [] },
      422,
      '/emailAddresses :: field is required when no person URN',
    ],
    ['no addresses field', { emailAddresses: undefined }, 422, '/emailAddresses :: field is required'],
    ['an odd address', { emailAddresses: ['lotte'] }, 422, '/emailAddresses/0 :: must be X@X.X'],
    ['a time as text', { atsCreatedAt: 'today' }, 422, '/atsCreatedAt :: "today" cannot be coerced to Long'],
    [
      'changed before it was made',
      { atsLastModifiedAt: 1 },
      422,
      '/atsLastModifiedAt :: must not be before atsCreatedAt',
    ],
    ['no link back', { externalProfileUrl: 'candidates/C-1' }, 422, '/externalProfileUrl'],
    ['no list of phones', { phoneNumbers: undefined }, 422, '/phoneNumbers :: field is required'],
    ['a number that is none', { phoneNumbers: ['+31'] }, 422, '/phoneNumbers/0 :: "+31" cannot be coerced to DataMap'],
    ['an unknown field', { headline: 'Grower' }, 403, 'Unpermitted fields present in REQUEST_BODY'],
    [
      'somebody unknown',
      { manualMatchedMember: 'urn:li:person:nobody' },
      400,
      'is not a member known to this application',
    ],
    [
      'no person at all',
      { manualMatchedMember: organization },
      422,
      '/manualMatchedMember :: must be urn:li:person:{id}',
    ],
  ])('%s', async (_name, changes, status, message) => {
    const answer = await put(changes)
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({ results: {} })
    expect(answer.body.errors[answerKeyOf('C-1')]).toMatchObject({ status, message: expect.stringContaining(message) })
    expect(world.running.store.atsCandidates.size).toBe(0)
  })

  test('a member as another application knows him, and one who has left', async () => {
    const other = await provision(world.running, 'tenant-be')
    await put()
    for (const personUrn of [personUrnFor(other.clientId, 'lotte-verbeek'), urnOf('saskia-oudejans')]) {
      world.running.store.members.put({ ...world.running.store.members.get('saskia-oudejans'), closedAt: 1 })
      const { body } = await link(personUrn)
      expect(body.errors[answerKeyOf('C-1')]).toMatchObject({ status: 400 })
    }
    expect(await read()).toEqual({})
  })

  test('a link or a deletion of somebody who was not put', async () => {
    const { body } = await link(urnOf('lotte-verbeek'))
    const refusal = { message: 'The candidate does not exist.', serviceErrorCode: 0, status: 404 }
    expect(body).toEqual({ results: {}, errors: { [answerKeyOf('C-1')]: refusal } })
    expect((await takeBack()).body.errors).toEqual({ [answerKeyOf('C-1')]: refusal })
    expect((await remove('C-1')).body).toEqual({ results: {}, errors: { [answerKeyOf('C-1')]: refusal } })
  })

  test('a patch of anything else', async () => {
    await put()
    for (const [patch, status] of [
      [{ $set: { firstName: 'Loes' } }, 422],
      [{ $set: { manualMatchedMember: urnOf('lotte-verbeek'), firstName: 'Loes' } }, 403],
      [{ $delete: ['firstName'] }, 422],
      [{}, 422],
    ] as const) {
      const { body } = await write('POST', { 'C-1': { patch } })
      expect(body.errors[answerKeyOf('C-1')]).toMatchObject({ status })
    }
  })

  test('keys that contradict the body, a contract as context, and more than a hundred', async () => {
    const mismatch = await world.customer.call(`PUT /v2/atsCandidates?${idsOf(['C-2'])}`, {
      json: { entities: { [keyOf('C-1')]: aCandidate() } },
    })
    expect([mismatch.status, mismatch.body.message]).toEqual([400, expect.stringContaining('Batch request mismatch')])
    const contract = idsOf(['C-1']).replace('organization:4102938', 'contract:771203')
    const wrong = await world.customer.call(`GET /v2/atsCandidates?${contract}`)
    expect([wrong.status, wrong.body.message]).toEqual([400, 'Batch key parameter value is invalid'])
    const many = Array.from({ length: 101 }, (_, at) => `C-${at}`)
    const tunnelled = await world.customer.call('POST /v2/atsCandidates', {
      headers: { 'X-HTTP-Method-Override': 'DELETE' },
      form: idsOf(many),
    })
    expect(tunnelled.status).toBe(400)
    const untunnelled = await world.customer.call(`GET /v2/atsCandidates?${idsOf(many.slice(0, 60))}`)
    expect(untunnelled.status).toBe(414)
  })

  test('everything while the indicator is switched off', async () => {
    await put()
    await steer(world.running, world.customer, 'disable', 'company')
    const get = await world.customer.call(`GET /v2/atsCandidates?${idsOf(['C-1'])}`)
    for (const [answer, method] of [
      [await put(), 'PUT'],
      [await link(urnOf('lotte-verbeek')), 'POST'],
      [await remove('C-1'), 'DELETE'],
      [get, 'GET'],
    ] as const) {
      expect([answer.status, answer.body.message]).toEqual([
        403,
        `Not enough permissions to access: ${method} /atsCandidates`,
      ])
    }
    expect(world.running.store.atsCandidates.size).toBe(1)
  })
})

describe('matches', () => {
  test.each([
    [
      'one of several addresses',
      () => ({ emailAddresses: ['a@b.example', emailOf('lotte-verbeek').toUpperCase()] }),
      true,
    ],
    [
      'the profile',
      () => ({ linkedInProfileUrl: world.running.store.members.get('lotte-verbeek').publicProfileUrl }),
      true,
    ],
    ['the name alone', () => ({}), false],
  ])('by %s', async (_name, changes, isFound) => {
    await put(changes())
    expect(await read()).toEqual({})
    await world.running.clock.advance(matchDelayMs)
    expect(await read()).toEqual(isFound ? { matchedMembers: [urnOf('lotte-verbeek')] } : {})
  })

  test('a shared address finds both; the address wins over the profile', async () => {
    const { members } = world.running.store
    const emailAddresses = [{ address: emailOf('lotte-verbeek'), shared: false }]
    members.put({ ...members.get('saskia-oudejans'), emailAddresses })
    const linkedInProfileUrl = members.get('joris-hoekstra').publicProfileUrl
    await put({ emailAddresses: [emailOf('lotte-verbeek')], linkedInProfileUrl })
    await world.running.clock.advance(matchDelayMs)
    const { matchedMembers } = await read()
    expect([...matchedMembers].sort()).toEqual([urnOf('lotte-verbeek'), urnOf('saskia-oudejans')].sort())
  })

  test('a change is matched anew, and until then the former match stays', async () => {
    await put({ emailAddresses: [emailOf('lotte-verbeek')] })
    await world.running.clock.advance(matchDelayMs)
    await put({ emailAddresses: ['nobody@elsewhere.example'] })
    expect(await read()).toEqual({ matchedMembers: [urnOf('lotte-verbeek')] })
    await world.running.clock.advance(matchDelayMs)
    expect(await read()).toEqual({})
  })

  test('by hand wins, and taken back the one who was found is there again', async () => {
    await put({ emailAddresses: [emailOf('lotte-verbeek')] })
    await world.running.clock.advance(matchDelayMs)
    await link(urnOf('saskia-oudejans'))
    expect(await read()).toEqual({ manualMatchedMember: urnOf('saskia-oudejans') })
    await takeBack()
    expect(await read()).toEqual({ matchedMembers: [urnOf('lotte-verbeek')] })
  })
})

test('a deleted candidate is gone with his link, and another keeps his', async () => {
  await put({ manualMatchedMember: urnOf('lotte-verbeek') })
  await put({ manualMatchedMember: urnOf('saskia-oudejans') }, 'C-2')
  expect((await remove('C-1')).body.results).toEqual({ [answerKeyOf('C-1')]: { status: 204 } })
  expect(await read()).toBeUndefined()
  expect(await read('C-2')).toEqual({ manualMatchedMember: urnOf('saskia-oudejans') })
  expect(world.running.store.candidateLinks.list().map(each => each.atsCandidateId)).toEqual(['C-2'])
})

test('nothing of one application is seen by another', async () => {
  const other = await provision(world.running, 'tenant-be')
  await put()
  const at = { requestedAt: 1, changedAt: 1, integrationName: 'Other', status: 'ENABLED' } as const
  const key = {
    clientId: other.clientId,
    integrationContext: organization,
    integrationType: 'IN_ATS_INDICATOR',
  } as const
  world.running.store.integrations.put({ ...key, ...at })
  const answer = await other.call(`GET /v2/atsCandidates?${idsOf(['C-1'])}`)
  expect(answer.body.results).toEqual({})
})

test('10,000 records a minute, then 429 for the whole batch', async () => {
  world.running.clock.freeze()
  const hundred = Object.fromEntries(
    Array.from({ length: 100 }, (_, at) => [`C-${at}`, { patch: { $delete: ['manualMatchedMember'] } }]),
  )
  const spell = (entities: Record<string, unknown>) =>
    `--B\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n${idsOf(Object.keys(entities))}\r\n--B\r\nContent-Type: application/json\r\n\r\n${JSON.stringify({ entities: Object.fromEntries(Object.entries(entities).map(([id, entity]) => [keyOf(id), entity])) })}\r\n--B--`
  const send = () =>
    world.customer.call('POST /v2/atsCandidates', {
      headers: {
        'X-HTTP-Method-Override': 'POST',
        'x-restli-method': 'batch_partial_update',
        'Content-Type': 'multipart/mixed; boundary=B',
      },
      text: spell(hundred),
    })
  for (let at = 0; at < 100; at += 1) expect((await send()).status).toBe(200)
  const refused = await send()
  expect([refused.status, refused.body.message]).toEqual([429, expect.stringContaining('10000 records per minute')])
})
