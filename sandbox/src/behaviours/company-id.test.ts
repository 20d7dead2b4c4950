import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Connected, startConnected } from '../testing/connected.ts'
import { aJob, contract, organization, postJobs, steer } from '../testing/customer.ts'
import {
  aCandidate,
  aNote,
  anApplication,
  aStage,
  candidateNotesOf,
  feedbackOf,
  notesOf,
  putApplications,
  putCandidates,
  putParts,
  someFeedback,
  stagesOf,
} from '../testing/synced.ts'
import { wireCall } from '../testing/wire-call.ts'
import { changeCompanyId, companyIdOf } from './company-id.ts'

const renamed = 'urn:li:organization:6001'

let world: Connected
beforeEach(async () => {
  world = await startConnected('contract')
})
afterEach(() => world.stop())

const change = (companyId: string) =>
  changeCompanyId(world.running.sandbox, { organization, companyId, byMemberId: 'petra-kuiper' })

test('off, another id, on again: the push tells the ATS its new keys, and nothing of the old id is left', async () => {
  const { running, customer, receiver } = world
  await postJobs(customer, [aJob('TV-1042')])
  await running.settle()
  await putCandidates(customer, { 'C-1': aCandidate() })
  await putApplications(customer, { 'A-1': anApplication() })
  await putParts(customer, stagesOf('A-1'), { 'S-1': aStage('Interview', 1) })
  await putParts(customer, notesOf('A-1'), { 'N-1': aNote() })
  await putParts(customer, feedbackOf('A-1'), { 'F-1': someFeedback() })
  await putParts(customer, candidateNotesOf('C-1'), { 'N-1': aNote() })
  const counts = () => {
    const { atsCandidates, atsCandidateNotes, atsApplications } = running.store
    const { atsApplicationStages, atsApplicationNotes, atsInterviewFeedback } = running.store
    const parts = [atsApplicationStages, atsApplicationNotes, atsInterviewFeedback, atsCandidateNotes]
    return [atsCandidates, atsApplications, ...parts].map(({ size }) => size)
  }
  expect(counts()).toEqual([1, 1, 1, 1, 1, 1])
  await steer(running, customer, 'disable', 'company')
  expect(companyIdOf(change('6001'))).toBe('6001')
  expect(running.store.contracts.find(contract)?.organization).toBe(renamed)
  expect(running.store.jobPostings.size).toBe(0)
  expect(counts()).toEqual([0, 0, 0, 0, 0, 0])

  await steer(running, customer, 'enable', 'company')
  await running.settle()
  const { requestId } = JSON.parse(receiver.pushes.at(-1)?.body ?? '')
  const answer = await customer.call(`GET /v2/atsIntegrations?q=request&requestId=${requestId}`)
  const contexts = answer.body.elements.map((each: { integrationContext: string }) => each.integrationContext)
  expect(contexts).toEqual([renamed, renamed, renamed])

  const idsOf = (context: string) =>
    `ids[0].integrationContext=${context}&ids[0].integrationType=ONE_CLICK_EXPORT&ids[0].tenantType=RECRUITER&ids[0].dataProvider=ATS`
  const old = await customer.call(`GET /v2/atsIntegrations?${idsOf(organization)}`)
  expect(old.body.results).toEqual({})
  const path = `integrationContext=${renamed}&integrationType=ONE_CLICK_EXPORT&tenantType=RECRUITER&dataProvider=ATS`
  const read = await customer.call(`GET /v2/atsIntegrations/${path}/configurations?ids=CALLBACK_URL`)
  expect(read.body.results.CALLBACK_URL).toEqual({ configurationValue: { string: receiver.url } })
})

test('while access is on the id stays', async () => {
  expect(() => change('6001')).toThrow('Switch company-level access of every ATS off')
  const json = { organization, companyId: '6001' }
  const refused = await wireCall(world.running.url, 'POST /_sandbox/company-ids', { json })
  expect([refused.status, refused.body.reason]).toEqual([409, 'still-enabled'])
  await steer(world.running, world.customer, 'disable', 'company')
  const changed = await wireCall(world.running.url, 'POST /_sandbox/company-ids', { json })
  expect(changed.body).toEqual({ urn: renamed, name: 'Tulpenveld BV' })
})

test.each([
  ['no number', 'tulpenveld', 'A company id is a whole number'],
  ['nothing', '', 'A company id is a whole number'],
  ['the id of another company', '5230114', 'is in use'],
])('%s is refused', async (_name, companyId, sentence) => {
  await steer(world.running, world.customer, 'disable', 'company')
  expect(() => change(companyId)).toThrow(sentence)
  expect(world.running.store.organizations.find(organization)).toBeDefined()
})

test('only an administrator of the company changes it', () => {
  const { sandbox } = world.running
  const order = { organization, companyId: '6001', byMemberId: 'ruben-postma' }
  expect(() => changeCompanyId(sandbox, order)).toThrow('Only an administrator')
  expect(() => changeCompanyId(sandbox, { ...order, organization: renamed })).toThrow('There is no company')
})
