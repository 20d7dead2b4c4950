import { describe, expect, test } from 'vitest'
import { createTestClient } from '../testing/test-client.ts'
import {
  type Candidate,
  type CandidateKey,
  candidateKeySchema,
  candidateLinkPatchSchema,
  candidateSchema,
  deleteCandidates,
  getCandidateMatches,
  linkCandidates,
  putCandidates,
} from './ats-candidates.ts'
import { formatResponseKey, type ProtocolVersion, parseIdsQuery, parseKey } from './restli-key.ts'

const path = '/v2/atsCandidates'
const jesse: CandidateKey = {
  atsCandidateId: 'cand_31',
  dataProvider: 'ATS',
  integrationContext: 'urn:li:organization:52088',
}
// What an id may hold and a key must escape.
const odd: CandidateKey = { ...jesse, atsCandidateId: 'R&D (1), 50% +/a:b' }
const member = 'urn:li:person:Rw8_kL2'
const candidate: Candidate = {
  atsCreatedAt: 1_741_000_000_000,
  atsLastModifiedAt: 1_741_000_500_000,
  firstName: 'Jesse',
  lastName: 'de Wit',
  emailAddresses: ['jesse@kaasschuur.example'],
  externalProfileUrl: 'https://ats.veenweide.example/candidates/cand_31',
  addresses: [{ city: 'Woerden' }],
  phoneNumbers: [{ number: '+31 348 555 0199' }],
}

describe.each<ProtocolVersion>(['1.0.0', '2.0.0'])('under protocol %s', version => {
  const keyOf = (key: CandidateKey) => formatResponseKey(key, version)
  const answering = (json: unknown) =>
    createTestClient(request => (request.path === path ? { json } : undefined), { protocolVersion: version })

  /** The keys of the query and of the body, which have to be the same. */
  function readRequest(request: { query: string; body: string | undefined } | undefined) {
    const keys = parseIdsQuery(request?.query ?? '', version).map(key => candidateKeySchema.parse(key))
    const entities: Record<string, unknown> = JSON.parse(request?.body ?? '{"entities":{}}').entities
    return { keys, inBody: Object.keys(entities).map(parseKey), records: Object.values(entities) }
  }

  test('puts whole candidates, each with a verdict of its own', async () => {
    const refusal = { status: 422, message: 'ERROR :: /firstName :: field is required' }
    const { client, calls } = answering({
      results: { [keyOf(jesse)]: { status: 204 } },
      errors: { [keyOf(odd)]: refusal },
    })
    const verdicts = await putCandidates(client, [
      { key: jesse, candidate },
      { key: odd, candidate },
    ])
    expect(verdicts).toMatchObject([
      { key: jesse, ok: true, status: 204 },
      { key: odd, ok: false, status: 422, message: refusal.message, retry: 'never' },
    ])
    expect(calls()[0]).toMatchObject({ method: 'PUT', path, headers: { 'x-restli-method': 'batch_update' } })
    const { keys, inBody, records } = readRequest(calls()[0])
    expect([keys, inBody]).toEqual([
      [jesse, odd],
      [jesse, odd],
    ])
    for (const record of records) expect(candidateSchema.parse(record)).toEqual(candidate)
  })

  test('reads matches and nothing else of a candidate', async () => {
    const { client, calls } = answering({
      results: { [keyOf(jesse)]: { matchedMembers: [member] } },
      statuses: {},
      errors: { [keyOf(odd)]: { status: 404 } },
    })
    expect(await getCandidateMatches(client, [jesse, odd])).toMatchObject([
      { key: jesse, ok: true, value: { matchedMembers: [member], manualMatchedMember: null } },
      { key: odd, ok: false, kind: 'notFound' },
    ])
    expect(calls()[0]).toMatchObject({ method: 'GET', path, body: undefined })
    expect(calls()[0]?.query.endsWith('&fields=matchedMembers,manualMatchedMember')).toBe(true)
    expect(readRequest(calls()[0]).keys).toEqual([jesse, odd])
  })

  test('links a candidate by hand and takes the link back', async () => {
    const { client, calls } = answering({
      results: { [keyOf(jesse)]: { status: 204 } },
      errors: { [keyOf(odd)]: { status: 404, message: 'The candidate does not exist' } },
    })
    const verdicts = await linkCandidates(client, [
      { key: jesse, manualMatchedMember: member },
      { key: odd, manualMatchedMember: null },
    ])
    expect(verdicts).toMatchObject([
      { key: jesse, ok: true },
      { key: odd, ok: false, kind: 'notFound' },
    ])
    expect(calls()[0]).toMatchObject({ method: 'POST', path, headers: { 'x-restli-method': 'batch_partial_update' } })
    const { keys, inBody, records } = readRequest(calls()[0])
    expect(keys).toEqual(inBody)
    for (const record of records) candidateLinkPatchSchema.parse(record)
    expect(records).toEqual([
      { patch: { $set: { manualMatchedMember: member } } },
      { patch: { $delete: ['manualMatchedMember'] } },
    ])
  })

  test('deletes candidates; one that is gone already says so', async () => {
    const { client, calls } = answering({
      results: { [keyOf(jesse)]: { status: 204 } },
      errors: { [keyOf(odd)]: { status: 404 } },
    })
    expect(await deleteCandidates(client, [jesse, odd])).toMatchObject([{ ok: true }, { ok: false, kind: 'notFound' }])
    expect(calls()[0]).toMatchObject({ method: 'DELETE', path, body: undefined })
    expect(readRequest(calls()[0]).keys).toEqual([jesse, odd])
  })

  test('a hundred candidates do not fit a query of 4 KB and go through the tunnel; more are never sent', async () => {
    const { client, calls } = answering({ results: {}, errors: {} })
    const many = Array.from({ length: 101 }, (_, at) => ({
      key: { ...jesse, atsCandidateId: `cand_0190a9f0-0000-7000-8000-00000000${at}` },
      candidate,
    }))
    expect(await putCandidates(client, many.slice(0, 100))).toMatchObject(
      Array.from({ length: 100 }, () => ({ ok: false, reason: 'unanswered' })),
    )
    expect(calls()[0]).toMatchObject({ method: 'POST', path, query: '', headers: { 'x-http-method-override': 'PUT' } })
    await expect(putCandidates(client, many)).rejects.toThrow('at most 100')
    expect(calls()).toHaveLength(1)
  })
})

test('nobody: no call', async () => {
  const { client, calls } = createTestClient(() => undefined)
  expect(await putCandidates(client, [])).toEqual([])
  expect(await getCandidateMatches(client, [])).toEqual([])
  expect(await linkCandidates(client, [])).toEqual([])
  expect(await deleteCandidates(client, [])).toEqual([])
  expect(calls()).toEqual([])
})
