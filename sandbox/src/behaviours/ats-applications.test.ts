import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Connected, startConnected } from '../testing/connected.ts'
import { organization, provision, steer } from '../testing/customer.ts'
import {
  aNote,
  anApplication,
  answerKey,
  applicationKey,
  aStage,
  deleteApplications,
  feedbackOf,
  notesOf,
  putApplications,
  putParts,
  someFeedback,
  spellIds,
  stagesOf,
} from '../testing/synced.ts'
import { wireCall } from '../testing/wire-call.ts'

let world: Connected
beforeEach(async () => {
  world = await startConnected('company', { challenge: false })
})
afterEach(() => world.stop())

const keyOf = (id: string) => answerKey(applicationKey(id))
const put = (changes: Record<string, unknown> = {}, id = 'A-1') =>
  putApplications(world.customer, { [id]: anApplication(changes) })

async function readState(collection: string) {
  const { body } = await wireCall(world.running.url, `GET /_sandbox/state/${collection}`)
  return body.records
}

test('a put is answered by each record under its sorted, encoded key, and the state shows what was taken', async () => {
  const whole = anApplication({ candidateEmail: 'lotte@elsewhere.example', source: 'LinkedIn', dispositionReason: '' })
  const answer = await putApplications(world.customer, { 'A-1': whole, 'A-2': { firstName: 'Nobody' } })
  expect(answer.status).toBe(200)
  expect(answer.body).toEqual({
    results: { [keyOf('A-1')]: { status: 204 } },
    errors: {
      [keyOf('A-2')]: {
        message: 'ERROR :: /atsJobPostingId :: field is required but not found and has no default value',
        serviceErrorCode: 0,
        status: 422,
      },
    },
  })
  expect(await readState('atsApplications')).toEqual([
    {
      clientId: world.customer.clientId,
      integrationContext: organization,
      atsJobApplicationId: 'A-1',
      application: whole,
      createdAt: expect.any(Number),
      changedAt: expect.any(Number),
    },
  ])
})

test('a put replaces: what is left out is gone, and the parts stay', async () => {
  await put({ source: 'Referral', dispositionReason: 'Withdrew' })
  await putParts(world.customer, notesOf('A-1'), { 'N-1': aNote() })
  await put()
  const [{ application }] = await readState('atsApplications')
  expect(application).toEqual(anApplication())
  expect(await readState('atsApplicationNotes')).toHaveLength(1)
})

test('candidate and job need not be known yet', async () => {
  const { body } = await put({ atsCandidateId: 'C-9', atsJobPostingId: 'TV-9999' })
  expect(body.errors).toEqual({})
  expect((await put({ atsCandidateId: undefined })).body.errors).toEqual({})
})

test('the same in protocol 2.0.0, and through the tunnel', async () => {
  const key = '(atsJobApplicationId:A-1,dataProvider:ATS,integrationContext:urn%3Ali%3Aorganization%3A4102938)'
  const written = await world.customer.call(`PUT /v2/atsApplications?ids=List(${key})`, {
    headers: { 'X-RestLi-Protocol-Version': '2.0.0', 'x-restli-method': 'batch_update' },
    json: { entities: { [key]: anApplication() } },
  })
  expect(written.body).toEqual({ results: { [key]: { status: 204 } }, errors: {} })
  const gone = await world.customer.call('POST /v2/atsApplications', {
    headers: { 'X-HTTP-Method-Override': 'DELETE' },
    form: spellIds([applicationKey('A-1')]),
  })
  expect(gone.body).toEqual({ results: { [keyOf('A-1')]: { status: 204 } }, errors: {} })
})

test('a deleted application takes its stages, notes and feedback along, and nothing of another', async () => {
  for (const id of ['A-1', 'A-2']) {
    await put({}, id)
    await putParts(world.customer, stagesOf(id), { 'S-1': aStage('Application', 1) })
    await putParts(world.customer, notesOf(id), { 'N-1': aNote() })
    await putParts(world.customer, feedbackOf(id), { 'F-1': someFeedback() })
  }
  const { body } = await deleteApplications(world.customer, 'A-1', 'A-3')
  expect(body.results).toEqual({ [keyOf('A-1')]: { status: 204 } })
  expect(body.errors).toEqual({
    [keyOf('A-3')]: { message: 'The application does not exist.', serviceErrorCode: 0, status: 404 },
  })
  for (const collection of [
    'atsApplications',
    'atsApplicationStages',
    'atsApplicationNotes',
    'atsInterviewFeedback',
  ] as const) {
    expect(world.running.store[collection].list().map(each => each.atsJobApplicationId)).toEqual(['A-2'])
  }
})

describe('refused', () => {
  test.each([
    ['no job', { atsJobPostingId: undefined }, 422, '/atsJobPostingId :: field is required but not found'],
    ['an empty job', { atsJobPostingId: '' }, 422, '/atsJobPostingId :: length or value is out of range'],
    ['no title', { atsJobPostingName: undefined }, 422, '/atsJobPostingName :: field is required'],
    ['an empty title', { atsJobPostingName: '' }, 422, '/atsJobPostingName :: length or value is out of range'],
    ['no first name', { firstName: undefined }, 422, '/firstName :: field is required'],
    ['an empty last name', { lastName: '' }, 422, '/lastName :: length or value is out of range'],
    ['an odd address', { candidateEmail: 'lotte' }, 422, '/candidateEmail :: must be X@X.X'],
    ['no time', { atsCreatedAt: undefined }, 422, '/atsCreatedAt :: field is required'],
    ['the beginning of time', { atsCreatedAt: 0 }, 422, '/atsCreatedAt :: length or value is out of range'],
    ['a time as text', { atsLastModifiedAt: 'today' }, 422, '/atsLastModifiedAt :: "today" cannot be coerced to Long'],
    ['changed before it was made', { atsLastModifiedAt: 1 }, 422, '/atsLastModifiedAt :: must not be before'],
    ['a candidate as number', { atsCandidateId: 7 }, 422, '/atsCandidateId :: 7 cannot be coerced to String'],
    ['a flag as text', { accessRestricted: 'yes' }, 422, '/accessRestricted :: "yes" cannot be coerced to Boolean'],
    ['a stage, which is a record of its own', { stage: 'Interview' }, 403, 'processing fields [/stage]'],
  ])('%s', async (_name, changes, status, message) => {
    const answer = await put(changes)
    expect([answer.status, answer.body.results]).toEqual([200, {}])
    expect(answer.body.errors[keyOf('A-1')]).toMatchObject({ status, message: expect.stringContaining(message) })
    expect(world.running.store.atsApplications.size).toBe(0)
  })

  test('keys that contradict the body, a contract as context, and more than a hundred', async () => {
    const mismatch = await world.customer.call(`PUT /v2/atsApplications?${spellIds([applicationKey('A-2')])}`, {
      json: { entities: { [applicationKey('A-1')]: anApplication() } },
    })
    expect([mismatch.status, mismatch.body.message]).toEqual([400, expect.stringContaining('Batch request mismatch')])
    const contract = spellIds([applicationKey('A-1')]).replace('organization:4102938', 'contract:771203')
    const wrong = await world.customer.call(`DELETE /v2/atsApplications?${contract}`)
    expect([wrong.status, wrong.body.message]).toEqual([400, 'Batch key parameter value is invalid'])
    const many = spellIds(Array.from({ length: 101 }, (_, at) => applicationKey(`A-${at}`)))
    const tunnelled = await world.customer.call('POST /v2/atsApplications', {
      headers: { 'X-HTTP-Method-Override': 'DELETE' },
      form: many,
    })
    expect([tunnelled.status, tunnelled.body.message]).toEqual([400, expect.stringContaining('maximum of 100')])
    expect((await world.customer.call(`DELETE /v2/atsApplications?${many}`)).status).toBe(414)
  })

  test('reading back or patching, which nothing documents', async () => {
    await put()
    const ids = spellIds([applicationKey('A-1')])
    const read = await world.customer.call(`GET /v2/atsApplications?${ids}`)
    expect([read.status, read.body.message]).toEqual([403, 'Not enough permissions to access: GET /atsApplications'])
    const patched = await world.customer.call(`POST /v2/atsApplications?${ids}`, { json: { entities: {} } })
    expect(patched.status).toBe(403)
  })

  test('everything while the indicator is switched off, and it is kept for later', async () => {
    await put()
    await steer(world.running, world.customer, 'disable', 'company')
    for (const answer of [await put(), await deleteApplications(world.customer, 'A-1')]) {
      expect([answer.status, answer.body.message]).toEqual([
        403,
        expect.stringMatching(/^Not enough permissions to access: (PUT|DELETE) \/atsApplications$/),
      ])
    }
    expect(world.running.store.atsApplications.size).toBe(1)
  })

  test('a company that never switched it on, and an application of another customer', async () => {
    const other = await provision(world.running, 'tenant-be')
    await put()
    expect((await putApplications(other, { 'A-1': anApplication() })).status).toBe(403)
    const at = { requestedAt: 1, changedAt: 1, integrationName: 'Other', status: 'ENABLED' } as const
    const key = { clientId: other.clientId, integrationContext: organization } as const
    world.running.store.integrations.put({ ...key, integrationType: 'IN_ATS_INDICATOR', ...at })
    expect((await deleteApplications(other, 'A-1')).body.errors[keyOf('A-1')]).toMatchObject({ status: 404 })
    expect(world.running.store.atsApplications.size).toBe(1)
  })
})

test('10,000 records a minute, then 429 for the whole batch', async () => {
  world.running.clock.freeze()
  const hundred = spellIds(Array.from({ length: 100 }, (_, at) => applicationKey(`A-${at}`)))
  const send = () =>
    world.customer.call('POST /v2/atsApplications', {
      headers: { 'X-HTTP-Method-Override': 'DELETE' },
      form: hundred,
    })
  for (let at = 0; at < 100; at += 1) expect((await send()).status).toBe(200)
  const refused = await send()
  expect([refused.status, refused.body.message]).toEqual([429, expect.stringContaining('10000 records per minute')])
})
