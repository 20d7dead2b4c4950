import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { createTestClient } from '../testing/test-client.ts'
import { applicationStageSchema, deleteApplicationStages, putApplicationStages } from './ats-application-stages.ts'
import { type ApplicationKey, applicationKeySchema } from './ats-applications.ts'
import { type CandidateKey, candidateKeySchema } from './ats-candidates.ts'
import { deleteInterviewFeedback, interviewFeedbackSchema, putInterviewFeedback } from './ats-interview-feedback.ts'
import {
  deleteApplicationNotes,
  deleteCandidateNotes,
  noteSchema,
  putApplicationNotes,
  putCandidateNotes,
} from './ats-notes.ts'
import type { RecordVerdict } from './batch.ts'
import type { Client } from './client.ts'
import { formatStringKey, type ProtocolVersion, parseKey, parseStringIdsQuery, parseStringKey } from './restli-key.ts'

const place = { dataProvider: 'ATS', integrationContext: 'urn:li:organization:52088' } as const
// What an id may hold and a path must escape.
const application: ApplicationKey = { ...place, atsJobApplicationId: 'R&D (1), 50% +/a:b' }
const candidate: CandidateKey = { ...place, atsCandidateId: 'cand/31' }
const femke = { firstName: 'Femke', lastName: 'Aalders' }
const atsCreatedAt = 1_741_000_000_000
const note = { atsCreatedAt, note: 'Available from March.', author: femke }
const stage = { atsCreatedAt, stage: 'Interview' }
const feedback = {
  atsCreatedAt,
  interviewer: femke,
  feedback: 'Calm under pressure.',
  evaluations: [{ attribute: 'Planning', result: '5/5' }, { attribute: 'Taste' }],
  interviewType: 'ONSITE' as const,
}

interface Part {
  name: string
  parent: { resource: string; key: ApplicationKey | CandidateKey; schema: z.ZodType }
  segment: string
  record: unknown
  schema: z.ZodType
  put: (client: Client, ids: readonly string[]) => Promise<RecordVerdict<string>[]>
  remove: (client: Client, ids: readonly string[]) => Promise<RecordVerdict<string>[]>
}

const ofApplication = { resource: 'atsApplications', key: application, schema: applicationKeySchema }
const parts: Part[] = [
  {
    name: 'stages',
    parent: ofApplication,
    segment: 'stages',
    record: stage,
    schema: applicationStageSchema,
    put: (client, ids) =>
      putApplicationStages(
        client,
        application,
        ids.map(id => ({ id, stage })),
      ),
    remove: (client, ids) => deleteApplicationStages(client, application, ids),
  },
  {
    name: 'notes on an application',
    parent: ofApplication,
    segment: 'notes',
    record: note,
    schema: noteSchema,
    put: (client, ids) =>
      putApplicationNotes(
        client,
        application,
        ids.map(id => ({ id, note })),
      ),
    remove: (client, ids) => deleteApplicationNotes(client, application, ids),
  },
  {
    name: 'notes on a candidate',
    parent: { resource: 'atsCandidates', key: candidate, schema: candidateKeySchema },
    segment: 'notes',
    record: note,
    schema: noteSchema,
    put: (client, ids) =>
      putCandidateNotes(
        client,
        candidate,
        ids.map(id => ({ id, note })),
      ),
    remove: (client, ids) => deleteCandidateNotes(client, candidate, ids),
  },
  {
    name: 'interview feedback',
    parent: ofApplication,
    segment: 'interviewFeedback',
    record: feedback,
    schema: interviewFeedbackSchema,
    put: (client, ids) =>
      putInterviewFeedback(
        client,
        application,
        ids.map(id => ({ id, feedback })),
      ),
    remove: (client, ids) => deleteInterviewFeedback(client, application, ids),
  },
]

const versions: ProtocolVersion[] = ['1.0.0', '2.0.0']
const cases = versions.flatMap(version => parts.map(part => ({ ...part, version })))

describe.each(cases)('$name under protocol $version', part => {
  const { version, parent, segment } = part
  const ids = ['n_1', 'n&2, (b)/c']
  const keyOf = (id = '') => formatStringKey(id, version)
  const answering = (json: unknown) =>
    createTestClient(request => (request.path.endsWith(`/${segment}`) ? { json } : undefined), {
      protocolVersion: version,
    })

  /** One segment for the parent, whatever its id holds. */
  function readParent(path: string | undefined) {
    const [empty, base, resource, key = '', last, ...rest] = (path ?? '').split('/')
    expect([empty, base, resource, last, rest]).toEqual(['', 'v2', parent.resource, segment, []])
    return parent.schema.parse(parseKey(key))
  }

  test('are put whole under the key of their parent, each with a verdict of its own', async () => {
    const { client, calls } = answering({
      results: { [keyOf(ids[0])]: { status: 204 } },
      errors: { [keyOf(ids[1])]: { status: 404, message: 'The parent does not exist.' } },
    })
    expect(await part.put(client, ids)).toMatchObject([
      { key: ids[0], ok: true, status: 204 },
      { key: ids[1], ok: false, kind: 'notFound' },
    ])
    const [request] = calls()
    expect(request).toMatchObject({ method: 'PUT', headers: { 'x-restli-method': 'batch_update' } })
    expect(readParent(request?.path)).toEqual(parent.key)
    expect(parseStringIdsQuery(request?.query ?? '', version)).toEqual(ids)
    const { entities } = JSON.parse(request?.body ?? '')
    expect(Object.keys(entities).map(key => parseStringKey(key, version))).toEqual(ids)
    for (const entity of Object.values(entities)) expect(part.schema.parse(entity)).toEqual(part.record)
  })

  test('are deleted; what is gone already says so', async () => {
    const { client, calls } = answering({
      results: { [keyOf(ids[0])]: { status: 204 } },
      errors: { [keyOf(ids[1])]: { status: 404 } },
    })
    expect(await part.remove(client, ids)).toMatchObject([{ ok: true }, { ok: false, kind: 'notFound' }])
    expect(calls()[0]).toMatchObject({ method: 'DELETE', body: undefined })
    expect(readParent(calls()[0]?.path)).toEqual(parent.key)
    expect(parseStringIdsQuery(calls()[0]?.query ?? '', version)).toEqual(ids)
  })

  test('a hundred go through the tunnel when their ids are long; more, or none, are not sent', async () => {
    const { client, calls } = answering({ results: {}, errors: {} })
    const many = Array.from({ length: 101 }, (_, at) => `part_0190a9f0-0000-7000-8000-0000000000${at}`)
    expect(await part.put(client, many.slice(0, 100))).toHaveLength(100)
    expect(await part.remove(client, many.slice(0, 100))).toHaveLength(100)
    expect(calls()).toMatchObject([
      { method: 'POST', query: '', headers: { 'x-http-method-override': 'PUT' } },
      { method: 'POST', query: '', headers: { 'x-http-method-override': 'DELETE' } },
    ])
    for (const { path } of calls()) expect(readParent(path)).toEqual(parent.key)
    await expect(part.put(client, many)).rejects.toThrow('at most 100')
    await expect(part.remove(client, many)).rejects.toThrow('at most 100')
    await expect(part.remove(client, ['n_1', 'n_1'])).rejects.toThrow('twice')
    expect(await part.put(client, [])).toEqual([])
    expect(await part.remove(client, [])).toEqual([])
    expect(calls()).toHaveLength(2)
  })
})
