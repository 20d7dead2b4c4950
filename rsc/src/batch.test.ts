import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import {
  checkBatch,
  compositeKeys,
  entitiesBodySchema,
  InvalidBatchError,
  judgeBatchCreate,
  judgeBatchGet,
  judgeBatchWrite,
  type SentBatch,
  stringKeys,
} from './batch.ts'
import { LinkedInFailure, type RawAnswer } from './errors.ts'
import { formatResponseKey, formatStringKey, type KeyParts, type ProtocolVersion } from './restli-key.ts'

const candidates = ['C-1', 'C 2', 'C&3'].map(id => ({
  atsCandidateId: id,
  dataProvider: 'ATS',
  integrationContext: 'urn:li:organization:77',
}))
const [first, second, third] = candidates.map(key => formatResponseKey(key))

const answer = (json: unknown, status = 200): RawAnswer => ({
  status,
  headers: {},
  bodyText: JSON.stringify(json),
  receivedAtMs: 0,
})
const sentCandidates = (json: unknown): SentBatch<KeyParts> => ({
  keys: candidates,
  spelling: compositeKeys,
  version: '1.0.0',
  answer: answer(json),
})
const sentIds = (keys: string[], json: unknown, version: ProtocolVersion = '1.0.0'): SentBatch<string> => ({
  keys,
  spelling: stringKeys,
  version,
  answer: answer(json),
})

test('each sent record gets its own verdict, in the order of sending', () => {
  const verdicts = judgeBatchWrite(
    sentCandidates({
      errors: { [`${second}`]: { status: 422, message: 'ERROR :: /firstName :: field is required' } },
      results: { [`${third}`]: { status: 204 }, [`${first}`]: { status: 201 } },
    }),
  )
  expect(verdicts).toEqual([
    { key: candidates[0], ok: true, status: 201, message: null },
    {
      key: candidates[1],
      ok: false,
      reason: 'refused',
      status: 422,
      message: 'ERROR :: /firstName :: field is required',
      kind: 'invalid',
      retry: 'never',
    },
    { key: candidates[2], ok: true, status: 204, message: null },
  ])
})

test('keys are recognised in any order of parts, encoded or not, in either protocol', () => {
  const verdicts = judgeBatchWrite(
    sentCandidates({
      results: {
        'integrationContext=urn:li:organization:77&dataProvider=ATS&atsCandidateId=C-1': { status: 204 },
        '($params:(),integrationContext:urn%3Ali%3Aorganization%3A77,dataProvider:ATS,atsCandidateId:C%202)': {
          status: 204,
        },
        'atsCandidateId=C%263&dataProvider=ATS&integrationContext=urn%3ali%3aorganization%3a77': { status: 204 },
      },
    }),
  )
  expect(verdicts.map(verdict => verdict.ok)).toEqual([true, true, true])
})

test('a record that the answer does not mention is unanswered, not accepted and not refused', () => {
  const verdicts = judgeBatchWrite(sentCandidates({ results: { [`${first}`]: { status: 204 } }, errors: {} }))
  expect(verdicts[1]).toMatchObject({ ok: false, reason: 'unanswered', status: 0, kind: 'server', retry: 'later' })
})

test('a record in both maps is refused', () => {
  const both = { results: { [`${first}`]: { status: 204 } }, errors: { [`${first}`]: { status: 403 } } }
  expect(judgeBatchWrite(sentCandidates(both))[0]).toMatchObject({ ok: false, reason: 'refused', kind: 'forbidden' })
})

test('a result that is not 2xx is a refusal, one without a status is unanswered', () => {
  const odd = { results: { [`${first}`]: { status: 409, message: 'closed' }, [`${second}`]: {}, [`${third}`]: null } }
  expect(judgeBatchWrite(sentCandidates(odd))).toMatchObject([
    { ok: false, reason: 'refused', kind: 'conflict', message: 'closed' },
    { ok: false, reason: 'unanswered' },
    { ok: false, reason: 'unanswered' },
  ])
})

test('an error without a status takes the one from the statuses map, else counts as a server error', () => {
  const errors = { [`${first}`]: { message: 'x' }, [`${second}`]: {} }
  const verdicts = judgeBatchWrite(sentCandidates({ errors, statuses: { [`${first}`]: 404 } }))
  expect(verdicts[0]).toMatchObject({ status: 404, kind: 'notFound', message: 'x' })
  expect(verdicts[1]).toMatchObject({ status: 500, kind: 'server', retry: 'later' })
})

test('keys that were not sent and keys that cannot be read are ignored', () => {
  const results = {
    [`${first}`]: { status: 204 },
    'atsCandidateId=X&dataProvider=ATS': { status: 204 },
    '%zz': {},
    '': {},
  }
  expect(judgeBatchWrite(sentCandidates({ results })).map(verdict => verdict.ok)).toEqual([true, false, false])
})

test('plain ids are compared as they stand first and decoded second', () => {
  const results = { 'A%20B': { status: 204 }, 'urn%3Ali%3Ax%3A1': { status: 204 } }
  const verdicts = judgeBatchWrite(sentIds(['A B', 'A%20B', 'urn:li:x:1'], { results }))
  expect(verdicts.map(verdict => verdict.ok)).toEqual([false, true, true])
  expect(judgeBatchWrite(sentIds(['100%'], { results: { '100%': { status: 204 } } }))[0]?.ok).toBe(true)
})

test('a record that has the name of a prototype is a record like any other', () => {
  const json = JSON.parse('{"results": {"__proto__": {"status": 204}}, "errors": {"constructor": {"status": 422}}}')
  const verdicts = judgeBatchWrite(sentIds(['__proto__', 'constructor', 'toString'], json))
  expect(verdicts.map(verdict => (verdict.ok ? 'ok' : verdict.reason))).toEqual(['ok', 'refused', 'unanswered'])
  const body = JSON.parse('{"entities": {"__proto__": {"name": "x"}}}')
  expect(Object.keys(entitiesBodySchema.parse(body).entities)).toEqual(['__proto__'])
})

test.each([
  ['a list', []],
  ['neither map', { value: 1 }],
  ['a map that is none', { results: 'all' }],
])('a body that is %s fails as a whole', (_, json) => {
  expect(() => judgeBatchWrite(sentCandidates(json))).toThrow(expect.objectContaining({ kind: 'server' }))
})

test('a whole call that failed is thrown', () => {
  const batch = { ...sentCandidates({}), answer: answer({ message: 'Batch request mismatch.' }, 400) }
  expect(() => judgeBatchWrite(batch)).toThrow(LinkedInFailure)
})

test('whatever LinkedIn answers about sent keys, every key has exactly one verdict and only 2xx is ok', () => {
  const keys = fc.uniqueArray(fc.string({ minLength: 1, unit: 'grapheme' }), { minLength: 1, maxLength: 8 })
  const fates = fc.array(fc.constantFrom('result', 'error', 'silence'), { minLength: 8, maxLength: 8 })
  fc.assert(
    fc.property(keys, fates, fc.constantFrom<ProtocolVersion>('1.0.0', '2.0.0'), (ids, fate, version) => {
      const spell = (id: string) => formatStringKey(id, version)
      const having = (wanted: string, value: unknown) =>
        Object.fromEntries(ids.filter((_, at) => fate[at] === wanted).map(id => [spell(id), value]))
      const json = { results: having('result', { status: 204 }), errors: having('error', { status: 422 }) }
      const verdicts = judgeBatchWrite(sentIds(ids, json, version))
      expect(verdicts.map(verdict => verdict.key)).toEqual(ids)
      expect(verdicts.map(verdict => (verdict.ok ? 'ok' : verdict.reason))).toEqual(
        ids.map((_, at) => ({ result: 'ok', error: 'refused', silence: 'unanswered' })[fate[at] ?? 'silence']),
      )
    }),
  )
})

test('a read gives each record, and an absent one is not found', () => {
  const schema = z.looseObject({ name: z.string() }).transform(record => record.name)
  const json = {
    results: { A: { name: 'first' }, D: { nome: 'x' } },
    statuses: {},
    errors: { B: { status: 404 } },
  }
  expect(judgeBatchGet(sentIds(['A', 'B', 'C', 'D'], json), schema)).toMatchObject([
    { key: 'A', ok: true, value: 'first' },
    { key: 'B', ok: false, kind: 'notFound', status: 404 },
    { key: 'C', ok: false, kind: 'notFound', status: 404, reason: 'refused' },
    { key: 'D', ok: false, reason: 'unanswered', kind: 'server' },
  ])
})

test('elements of a create are matched by position', () => {
  const elements = [
    { id: 'urn:li:simpleJobPostingTask:1', status: 202, location: '/simpleJobPostings/1' },
    { status: 422, error: { status: 422, message: 'ERROR :: /title :: field is required' } },
    { error: { message: 'odd' }, status: 400 },
    { id: 'urn:li:simpleJobPostingTask:2' },
    { status: 202 },
    { status: 400 },
  ]
  const verdicts = judgeBatchCreate(['1', '2', '3', '4', '5', '6', '7'], answer({ elements }))
  expect(verdicts).toMatchObject([
    { key: '1', ok: true, id: 'urn:li:simpleJobPostingTask:1', status: 202 },
    { key: '2', ok: false, kind: 'invalid', message: 'ERROR :: /title :: field is required' },
    { key: '3', ok: false, kind: 'badRequest', message: 'odd', status: 400 },
    { key: '4', ok: true, id: 'urn:li:simpleJobPostingTask:2', status: 200 },
    { key: '5', ok: false, reason: 'unanswered' },
    { key: '6', ok: false, reason: 'refused', kind: 'badRequest' },
    { key: '7', ok: false, reason: 'unanswered' },
  ])
  expect(() => judgeBatchCreate(['1'], answer({ results: {} }))).toThrow(expect.objectContaining({ kind: 'server' }))
})

test('a batch of 101 records or with one key twice is not sent', () => {
  const ids = Array.from({ length: 101 }, (_, at) => `N-${at}`)
  expect(() => checkBatch(ids)).toThrow(InvalidBatchError)
  expect(() => checkBatch(ids.slice(0, 100))).not.toThrow()
  expect(() => checkBatch(['A', 'B', 'A'])).toThrow(/twice/)
})
