import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Connected, startConnected } from '../testing/connected.ts'
import { organization, steer } from '../testing/customer.ts'
import {
  aCandidate,
  aNote,
  anApplication,
  answerKey,
  applicationKey,
  aStage,
  candidateKey,
  candidateNotesOf,
  deleteCandidates,
  deleteParts,
  feedbackOf,
  notesOf,
  putApplications,
  putCandidates,
  putParts,
  someFeedback,
  spellIds,
  stagesOf,
} from '../testing/synced.ts'
import { wireCall } from '../testing/wire-call.ts'

let world: Connected
beforeEach(async () => {
  world = await startConnected('company', { challenge: false })
  await putCandidates(world.customer, { 'P-1': aCandidate() })
  await putApplications(world.customer, { 'P-1': anApplication() })
})
afterEach(() => world.stop())

const kinds = [
  {
    kind: 'stages',
    collection: 'atsApplicationStages',
    pathOf: stagesOf,
    body: aStage('Interview', 1_736_035_200_000),
    other: aStage('Offer', 1_736_035_200_001),
    noParent: 'The application does not exist.',
    unknown: 'The stage does not exist.',
  },
  {
    kind: 'notes on an application',
    collection: 'atsApplicationNotes',
    pathOf: notesOf,
    body: aNote(),
    other: { note: 'Only this.' },
    noParent: 'The application does not exist.',
    unknown: 'The note does not exist.',
  },
  {
    kind: 'interview feedback',
    collection: 'atsInterviewFeedback',
    pathOf: feedbackOf,
    body: someFeedback(),
    other: { interviewType: 'PHONE_SCREEN' },
    noParent: 'The application does not exist.',
    unknown: 'The interview feedback does not exist.',
  },
  {
    kind: 'notes on a candidate',
    collection: 'atsCandidateNotes',
    pathOf: candidateNotesOf,
    body: aNote(),
    other: {},
    noParent: 'The candidate does not exist.',
    unknown: 'The note does not exist.',
  },
] as const

describe.each(kinds)('$kind', ({ collection, pathOf, body, other, noParent, unknown }) => {
  const path = pathOf('P-1')
  const records = () => world.running.store[collection]

  test('each is answered by itself, replaced whole, and shown by the state', async () => {
    const first = await putParts(world.customer, path, { 'X-1': body, 'X-2': { colour: 'red' } })
    expect([first.status, first.body.results]).toEqual([200, { 'X-1': { status: 204 } }])
    expect(Object.keys(first.body.errors)).toEqual(['X-2'])
    await putParts(world.customer, path, { 'X-1': other })
    const { body: state } = await wireCall(world.running.url, `GET /_sandbox/state/${collection}`)
    expect(state).toMatchObject({
      count: 1,
      records: [{ clientId: world.customer.clientId, integrationContext: organization, id: 'X-1' }],
    })
    expect(state.records[0].body).toEqual(other)
  })

  test('without the parent a record is refused, and so is what is deleted twice', async () => {
    const orphan = await putParts(world.customer, pathOf('P-9'), { 'X-1': body })
    const missing = (message: string) => ({ 'X-1': { message, serviceErrorCode: 0, status: 404 } })
    expect([orphan.status, orphan.body]).toEqual([200, { results: {}, errors: missing(noParent) }])
    await putParts(world.customer, path, { 'X-1': body })
    const gone = await deleteParts(world.customer, path, 'X-1')
    expect(gone.body).toEqual({ results: { 'X-1': { status: 204 } }, errors: {} })
    expect((await deleteParts(world.customer, path, 'X-1')).body).toEqual({ results: {}, errors: missing(unknown) })
    expect(records().size).toBe(0)
  })

  test('one id under two parents is two records', async () => {
    await putCandidates(world.customer, { 'P-2': aCandidate() })
    await putApplications(world.customer, { 'P-2': anApplication() })
    await putParts(world.customer, path, { 'X-1': body })
    await putParts(world.customer, pathOf('P-2'), { 'X-1': other })
    expect(records().size).toBe(2)
    await deleteParts(world.customer, path, 'X-1')
    expect(records().list()).toMatchObject([{ body: other }])
  })

  test('the parent is read from the path in either grammar; an odd one is a refusal of the call', async () => {
    const [resource = '', key = '', segment = ''] = path.split('/')
    const [idPart = ''] = key.split('=')
    const encoded = `(dataProvider:ATS,${idPart}:P-1,integrationContext:urn%3Ali%3Aorganization%3A4102938)`
    const written = await world.customer.call(`PUT /v2/${resource}/${encoded}/${segment}?ids=List(X%2C1)`, {
      headers: { 'X-RestLi-Protocol-Version': '2.0.0' },
      json: { entities: { 'X%2C1': body } },
    })
    expect(written.body).toEqual({ results: { 'X%2C1': { status: 204 } }, errors: {} })
    expect(records().list()).toMatchObject([{ id: 'X,1' }])
    for (const wrong of [`${idPart}=P-1`, key.replace('organization', 'contract'), 'P-1', encoded]) {
      const answer = await world.customer.call(`DELETE /v2/${resource}/${wrong}/${segment}?ids=X-1`)
      expect([answer.status, answer.body.message]).toEqual([400, 'Batch key parameter value is invalid'])
    }
  })

  test('through the tunnel, and not more than a hundred', async () => {
    await putParts(world.customer, path, { 'X-1': body })
    const send = (ids: readonly string[]) =>
      world.customer.call(`POST /v2/${path}`, {
        headers: { 'X-HTTP-Method-Override': 'DELETE' },
        form: ids.map(id => `ids=${id}`).join('&'),
      })
    expect((await send(['X-1'])).body.results).toEqual({ 'X-1': { status: 204 } })
    const many = await send(Array.from({ length: 101 }, (_, at) => `X-${at}`))
    expect([many.status, many.body.message]).toEqual([400, expect.stringContaining('maximum of 100')])
    const mismatch = await world.customer.call(`PUT /v2/${path}?ids=X-1`, { json: { entities: { 'X-2': body } } })
    expect([mismatch.status, mismatch.body.message]).toEqual([400, expect.stringContaining('Batch request mismatch')])
  })

  test('switched off, it is closed', async () => {
    await steer(world.running, world.customer, 'disable', 'company')
    expect((await putParts(world.customer, path, { 'X-1': body })).status).toBe(403)
    expect((await deleteParts(world.customer, path, 'X-1')).status).toBe(403)
    const read = await world.customer.call(`GET /v2/${path}?ids=X-1`)
    expect([read.status, read.body.message]).toEqual([403, expect.stringContaining('Not enough permissions')])
  })

  test('every call is recorded with its resource and its method', async () => {
    await putParts(world.customer, path, { 'X-1': body })
    await deleteParts(world.customer, path, 'X-1')
    const { body: traffic } = await wireCall(
      world.running.url,
      `GET /_sandbox/traffic?path=${encodeURIComponent(`/v2/${path}`)}`,
    )
    expect(traffic.calls.map((call: { restliMethod: string }) => call.restliMethod)).toEqual([
      'batch_update',
      'batch_delete',
    ])
  })
})

test.each([
  [stagesOf('P-1'), { atsCreatedAt: 1 }, 422, '/stage :: field is required but not found'],
  [stagesOf('P-1'), aStage('', 1), 422, '/stage :: length or value is out of range'],
  [stagesOf('P-1'), aStage('Not Available', 1), 422, '/stage :: must not be "Not Available"'],
  [stagesOf('P-1'), { stage: 'Offer' }, 422, '/atsCreatedAt :: field is required'],
  [stagesOf('P-1'), aStage('Offer', 0), 422, '/atsCreatedAt :: length or value is out of range'],
  [stagesOf('P-1'), { ...aStage('Offer', 1), isCurrent: true }, 403, 'processing fields [/isCurrent]'],
  [notesOf('P-1'), aNote({ note: 7 }), 422, '/note :: 7 cannot be coerced to String'],
  [notesOf('P-1'), aNote({ author: { firstName: 'Ilse' } }), 422, '/author/lastName :: field is required'],
  [notesOf('P-1'), aNote({ author: 'Ilse' }), 422, '/author :: "Ilse" cannot be coerced to DataMap'],
  [notesOf('P-1'), aNote({ atsCreatedAt: 1.5 }), 422, '/atsCreatedAt :: 1.5 cannot be coerced to Long'],
  [notesOf('P-1'), aNote({ visibility: 'ALL' }), 403, 'processing fields [/visibility]'],
  [candidateNotesOf('P-1'), aNote({ author: { lastName: 'Bakker' } }), 422, '/author/firstName :: field is required'],
  [feedbackOf('P-1'), someFeedback({ interviewType: 'VIDEO' }), 422, '/interviewType :: "VIDEO" is not an enum symbol'],
  [feedbackOf('P-1'), someFeedback({ evaluations: [{ result: '5' }] }), 422, '/evaluations/0/attribute :: field is'],
  [feedbackOf('P-1'), someFeedback({ evaluations: {} }), 422, '/evaluations :: {} cannot be coerced to DataList'],
  [feedbackOf('P-1'), someFeedback({ interviewer: { firstName: 'J' } }), 422, '/interviewer/lastName :: field is'],
  [feedbackOf('P-1'), someFeedback({ score: 5 }), 403, 'processing fields [/score]'],
])('%s refuses %j', async (path, record, status, message) => {
  const answer = await putParts(world.customer, path, { 'X-1': record })
  expect([answer.status, answer.body.results]).toEqual([200, {}])
  expect(answer.body.errors['X-1']).toMatchObject({ status, message: expect.stringContaining(message) })
})

test('a deleted candidate takes his notes along; his applications are records of their own', async () => {
  await putCandidates(world.customer, { 'P-2': aCandidate() })
  for (const id of ['P-1', 'P-2']) await putParts(world.customer, candidateNotesOf(id), { 'X-1': aNote() })
  await putParts(world.customer, notesOf('P-1'), { 'X-1': aNote() })
  const { body } = await deleteCandidates(world.customer, 'P-1')
  expect(body.results).toEqual({ [answerKey(candidateKey('P-1'))]: { status: 204 } })
  const { store } = world.running
  expect(store.atsCandidateNotes.list().map(note => note.atsCandidateId)).toEqual(['P-2'])
  expect([store.atsApplications.size, store.atsApplicationNotes.size]).toEqual([1, 1])
})

test('notes on a candidate and on an application of the same id are apart', async () => {
  await putParts(world.customer, candidateNotesOf('P-1'), { 'X-1': aNote() })
  const gone = await deleteParts(world.customer, notesOf('P-1'), 'X-1')
  expect(gone.body.errors['X-1']).toMatchObject({ status: 404 })
  expect(world.running.store.atsCandidateNotes.size).toBe(1)
})

test('each kind has a quota of its own', async () => {
  world.running.clock.freeze()
  const hundred = Array.from({ length: 100 }, (_, at) => `ids=X-${at}`).join('&')
  const send = () => world.customer.call(`DELETE /v2/${notesOf('P-1')}?${hundred}`)
  for (let at = 0; at < 100; at += 1) expect((await send()).status).toBe(200)
  const refused = await send()
  expect([refused.status, refused.body.message]).toEqual([429, expect.stringContaining('10000 records per minute')])
  expect((await deleteParts(world.customer, stagesOf('P-1'), 'X-1')).status).toBe(200)
  const ids = spellIds([applicationKey('P-1')])
  expect((await world.customer.call(`DELETE /v2/atsApplications?${ids}`)).status).toBe(200)
})
