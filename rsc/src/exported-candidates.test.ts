import { expect, test } from 'vitest'
import examples from '../examples/exported-candidates.json'
import { createTestClient } from '../testing/test-client.ts'
import { getExportedCandidate } from './exported-candidates.ts'

const [nested] = examples.exportedCandidateAnswerSchema.valid
const answerWith = (json: unknown) =>
  createTestClient(request => (request.path === '/v2/exportedCandidates' ? { json } : undefined))

test('fetches the export that a push announced', async () => {
  const { client, calls } = answerWith({ elements: [nested?.message], paging: { start: 0, count: 10, links: [] } })
  expect(await getExportedCandidate(client, '900712')).toMatchObject({
    externalJobPostingId: '412',
    candidate: { personUrn: 'urn:li:person:Rw8_kL2', lastName: 'de Wit' },
  })
  expect(calls()[0]).toMatchObject({ method: 'GET', query: 'q=request&requestId=900712' })
})

test('reads a bare object in place of a list', async () => {
  const { client } = answerWith(nested?.message)
  expect(await getExportedCandidate(client, '900712')).toMatchObject({ requestId: '900712' })
})

test('an unknown or expired request is not found, by status or by an empty list', async () => {
  const gone = createTestClient(request =>
    request.path === '/v2/exportedCandidates'
      ? { status: 404, json: { status: 404, message: 'no such export' } }
      : undefined,
  )
  await expect(getExportedCandidate(gone.client, '1')).rejects.toMatchObject({ kind: 'notFound', retry: 'never' })
  await expect(getExportedCandidate(answerWith({ elements: [] }).client, '1')).rejects.toMatchObject({
    kind: 'notFound',
  })
})

test('an export without its context cannot be read', async () => {
  const { client } = answerWith({ elements: [{ candidate: { member: 'urn:li:person:x' } }] })
  await expect(getExportedCandidate(client, '1')).rejects.toMatchObject({
    kind: 'server',
    message: expect.stringContaining('integrationContext'),
  })
})
