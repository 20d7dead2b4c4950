import { linkCandidate as linkInPlugin } from '@lodestone/sandbox/behaviours/candidate-links'
import { personUrnFor } from '@lodestone/sandbox/behaviours/members'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { changeCandidate } from '../../hiring/candidates/candidates.ts'
import { anApplication, eventsOf } from '../../hiring/testing/builders.ts'
import { look, perform } from '../../platform/work.ts'
import { linkByHand } from '../identity/link-by-hand.ts'
import { unlinkCandidate } from '../identity/unlink-candidate.ts'
import { callsOf, candidateAtLinkedIn, lastCall } from '../testing/at-linkedin.ts'
import type { ConnectedCompany } from '../testing/companies.ts'
import { aConnectedCompany, aJobForExport, letSync, organization } from '../testing/companies.ts'
import type { LinkedInWorld } from '../testing/linkedin-world.ts'
import { linkedInWorld } from '../testing/linkedin-world.ts'

let world: LinkedInWorld
beforeAll(async () => {
  world = await linkedInWorld()
})
afterEach(() => world.clear())

const urnOf = (company: ConnectedCompany, memberId: string) => personUrnFor(company.clientId, memberId)
const emailOf = (memberId: string) => world.running.store.members.get(memberId).emailAddresses[0]?.address ?? ''
const lottes = () => [emailOf('lotte-verbeek')]

/** Past Prospect, so LinkedIn may know. */
async function anApplicant(company: ConnectedCompany, emails: string[]): Promise<string> {
  const job = await aJobForExport(world, company.recruiter)
  const candidate = { emails }
  return (await anApplication(world.app, company.recruiter, { jobId: job.id, candidate, as: 'applicant' })).candidateId
}

function identityOf({ tenantId, admin }: ConnectedCompany, candidateId: string) {
  return look(world.app, admin, tx =>
    tx
      .selectFrom('linkedin_identity')
      .select(['person_urn', 'linked_by'])
      .where('tenant_id', '=', tenantId)
      .where('candidate_id', '=', candidateId)
      .executeTakeFirst(),
  )
}

const readings = (company: ConnectedCompany, after = 0) =>
  callsOf(world, company, '*atsCandidates*', after).filter(call => call.method === 'GET')

/** The first reading comes five seconds after the candidate was taken. */
const untilRead = () => world.pass({ seconds: 6 })

async function untilReadAgain(): Promise<void> {
  await world.pass({ seconds: 40 })
  await world.pass({ seconds: 200 })
}

test('whom LinkedIn matched is read back and kept as its finding; it is not told back to it', async () => {
  const company = await aConnectedCompany(world)
  const candidateId = await anApplicant(company, lottes())
  await letSync(world)
  await untilRead()
  const personUrn = urnOf(company, 'lotte-verbeek')
  expect(await identityOf(company, candidateId)).toEqual({ person_urn: personUrn, linked_by: 'linkedin' })
  expect((await eventsOf(world.app, company.admin, candidateId)).at(-1)).toMatchObject({
    kind: 'identity.linked',
    change: { linkedBy: 'linkedin' },
  })
  await perform(world.app, company.recruiter, work => changeCandidate(work, candidateId, { lastName: 'Verbeek' }))
  await letSync(world)
  expect(candidateAtLinkedIn(world, company, candidateId)).not.toHaveProperty('manualMatchedMember')
})

test('nobody found: asked again less and less often, and whoever turns up is found', async () => {
  const company = await aConnectedCompany(world)
  const candidateId = await anApplicant(company, ['nobody@post.example'])
  await letSync(world)
  for (let i = 0; i < 12; i++) await world.pass({ seconds: 300 })
  const first = readings(company).length
  expect(first).toBeGreaterThanOrEqual(3)
  expect(first).toBeLessThanOrEqual(4)
  const { members } = world.running.store
  const saskia = members.get('saskia-oudejans')
  members.put({ ...saskia, emailAddresses: [{ address: 'nobody@post.example', shared: false }] })
  try {
    for (let i = 0; i < 4; i++) await world.pass({ hours: 24 * 3 })
    expect(await identityOf(company, candidateId)).toEqual({
      person_urn: urnOf(company, 'saskia-oudejans'),
      linked_by: 'linkedin',
    })
    expect(readings(company).length).toBeLessThanOrEqual(first + 4)
  } finally {
    members.put(saskia)
  }
})

test('two members with one address are no match', async () => {
  const company = await aConnectedCompany(world)
  const { members } = world.running.store
  const saskia = members.get('saskia-oudejans')
  members.put({ ...saskia, emailAddresses: lottes().map(address => ({ address, shared: false })) })
  try {
    const candidateId = await anApplicant(company, lottes())
    await letSync(world)
    await untilRead()
    await untilReadAgain()
    expect(await identityOf(company, candidateId)).toBeUndefined()
  } finally {
    members.put(saskia)
  }
})

test('one person is one candidate: the second with the same address is not linked', async () => {
  const company = await aConnectedCompany(world)
  const ids = [await anApplicant(company, lottes()), await anApplicant(company, lottes())]
  await letSync(world)
  await untilRead()
  const links = await Promise.all(ids.map(id => identityOf(company, id)))
  expect(links.filter(Boolean)).toEqual([{ person_urn: urnOf(company, 'lotte-verbeek'), linked_by: 'linkedin' }])
})

test('a match that is no longer there is forgotten; it was never anybody’s word', async () => {
  const company = await aConnectedCompany(world)
  const candidateId = await anApplicant(company, lottes())
  await letSync(world)
  await untilRead()
  await perform(world.app, company.recruiter, work =>
    changeCandidate(work, candidateId, { emails: ['another@post.example'] }),
  )
  await letSync(world)
  await untilRead()
  expect(await identityOf(company, candidateId)).toBeUndefined()
})

test('a link by hand is told at once, survives every change and every reading, and unlinking takes it back', async () => {
  const company = await aConnectedCompany(world)
  const candidateId = await anApplicant(company, lottes())
  await letSync(world)
  const personUrn = urnOf(company, 'saskia-oudejans')
  await perform(world.app, company.recruiter, work => linkByHand(work, candidateId, { personUrn, replaces: false }))
  await letSync(world)
  expect(candidateAtLinkedIn(world, company, candidateId)).toMatchObject({ manualMatchedMember: personUrn })
  await perform(world.app, company.recruiter, work => changeCandidate(work, candidateId, { lastName: 'Other' }))
  await letSync(world)
  await untilRead()
  expect(candidateAtLinkedIn(world, company, candidateId)).toMatchObject({ manualMatchedMember: personUrn })
  expect(await identityOf(company, candidateId)).toEqual({ person_urn: personUrn, linked_by: 'hand' })

  await perform(world.app, company.recruiter, work => unlinkCandidate(work, candidateId, personUrn))
  await letSync(world)
  expect(candidateAtLinkedIn(world, company, candidateId)).not.toHaveProperty('manualMatchedMember')
  await untilRead()
  expect(await identityOf(company, candidateId)).toEqual({
    person_urn: urnOf(company, 'lotte-verbeek'),
    linked_by: 'linkedin',
  })
})

test('whom somebody has unlinked LinkedIn does not bring back', async () => {
  const company = await aConnectedCompany(world)
  const candidateId = await anApplicant(company, lottes())
  await letSync(world)
  await untilRead()
  const personUrn = urnOf(company, 'lotte-verbeek')
  await perform(world.app, company.recruiter, work => unlinkCandidate(work, candidateId, personUrn))
  await letSync(world)
  await perform(world.app, company.recruiter, work => changeCandidate(work, candidateId, { lastName: 'Again' }))
  await letSync(world)
  await untilRead()
  await untilReadAgain()
  expect(candidateAtLinkedIn(world, company, candidateId)).toMatchObject({ matchedMembers: [personUrn] })
  expect(await identityOf(company, candidateId)).toBeUndefined()
})

test('a link made in LinkedIn’s window and not told here is learned by reading, and the next change keeps it', async () => {
  const company = await aConnectedCompany(world)
  const candidateId = await anApplicant(company, ['nobody@post.example'])
  await letSync(world)
  const personUrn = urnOf(company, 'saskia-oudejans')
  const place = { clientId: company.clientId, integrationContext: organization, atsCandidateId: candidateId }
  linkInPlugin(world.running.sandbox, { ...place, personUrn, byMemberId: 'sanne-de-wit' })
  await untilReadAgain()
  expect(await identityOf(company, candidateId)).toEqual({ person_urn: personUrn, linked_by: 'hand' })
  await perform(world.app, company.recruiter, work => changeCandidate(work, candidateId, { lastName: 'Kept' }))
  await letSync(world)
  expect(candidateAtLinkedIn(world, company, candidateId)).toMatchObject({
    lastName: 'Kept',
    manualMatchedMember: personUrn,
  })
})

test('LinkedIn still holds a link that was undone here: it is taken back there', async () => {
  const company = await aConnectedCompany(world)
  const candidateId = await anApplicant(company, ['nobody@post.example'])
  await letSync(world)
  const personUrn = urnOf(company, 'saskia-oudejans')
  await perform(world.app, company.recruiter, work => unlinkCandidate(work, candidateId, personUrn))
  await letSync(world)
  const place = { clientId: company.clientId, integrationContext: organization, atsCandidateId: candidateId }
  linkInPlugin(world.running.sandbox, { ...place, personUrn, byMemberId: 'sanne-de-wit' })
  await untilReadAgain()
  expect(candidateAtLinkedIn(world, company, candidateId)).not.toHaveProperty('manualMatchedMember')
  expect(await identityOf(company, candidateId)).toBeUndefined()
})

test('a reading that fails is waited out', async () => {
  const company = await aConnectedCompany(world)
  let asked = 0
  world.network.answerInstead = url => {
    if (!url.includes('matchedMembers')) return undefined
    asked += 1
    return new Response('', { status: 503 })
  }
  const candidateId = await anApplicant(company, lottes())
  await letSync(world)
  await untilRead()
  expect(asked).toBeGreaterThan(0)
  world.network.answerInstead = undefined
  const before = lastCall(world)
  await world.pass({ seconds: 15 * 60 })
  expect(await identityOf(company, candidateId)).toMatchObject({ linked_by: 'linkedin' })
  expect(readings(company, before)).toHaveLength(1)
})
