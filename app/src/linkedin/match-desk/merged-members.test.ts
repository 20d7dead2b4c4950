// Who a merged person is at LinkedIn, at the corners: no address, several addresses, one account of two people, an unlinking.
import { beforeEach, expect, test } from 'vitest'
import type { Company } from '../../hiring/testing/builders.ts'
import { aCandidate, aCompany } from '../../hiring/testing/builders.ts'
import { snapshotOf } from '../../hiring/testing/whole-candidate.ts'
import type { App } from '../../platform/app.ts'
import { testApp } from '../../platform/testing/test-app.ts'
import { perform } from '../../platform/work.ts'
import { linkCandidate } from '../identity/link-candidate.ts'
import type { PersonAtLinkedIn } from '../identity/match-candidate.ts'
import { matchCandidate } from '../identity/match-candidate.ts'
import { unlinkCandidate } from '../identity/unlink-candidate.ts'
import { mergePair, unmergePair } from './match-desk.ts'

let app: App
let company: Company
beforeEach(async () => {
  app = await testApp()
  company = await aCompany(app)
})

const noor = 'urn:li:person:Noor1'
const other = 'urn:li:person:Noor2'

const person = (emails: string[] = []) =>
  aCandidate(app, company.recruiter, { firstName: 'Noor', lastName: 'Bakker', emails })
const link = (candidateId: string, personUrn: string) =>
  perform(app, company.recruiter, work =>
    linkCandidate(work, { person: { personUrn, profileUrl: null }, candidateId, linkedBy: 'export' }),
  )
const unlink = (candidateId: string, personUrn: string) =>
  perform(app, company.recruiter, work => unlinkCandidate(work, candidateId, personUrn))
const merge = (keptId: string, absorbedId: string) =>
  perform(app, company.recruiter, work => mergePair(work, { keptId, absorbedId, choices: {}, member: 'kept' }, []))
const part = (mergeId: string) => perform(app, company.recruiter, work => unmergePair(work, mergeId, []))
const snap = (id: string) => snapshotOf(app, company.tenantId, id)
/** Whom an export of this person would lead to. */
const match = (personUrn: string, emails: string[] = []) => {
  const exported: PersonAtLinkedIn = {
    personUrn,
    profileUrl: null,
    emails,
    name: { firstName: 'Noor', lastName: 'Bakker' },
  }
  return perform(app, { kind: 'operator', tenantId: company.tenantId }, work => matchCandidate(work, exported))
}

test('E10: who was exported without an address becomes part of somebody with one, and is found by either', async () => {
  const [kept, absorbed] = [await person(['noor@post.example']), await person()]
  await link(absorbed.id, noor)
  const mergeId = await merge(kept.id, absorbed.id)
  expect(await match(noor)).toEqual({ kind: 'linked', candidateId: kept.id })
  expect(await match(other, ['noor@post.example'])).toMatchObject({
    kind: 'doubtful',
    why: 'linkedToSomebodyElse',
    candidateIds: [kept.id],
  })
  await part(mergeId)
  expect(await match(noor)).toEqual({ kind: 'linked', candidateId: absorbed.id })
  expect(await match(other, ['noor@post.example'])).toEqual({ kind: 'email', candidateId: kept.id })
})

test('E11: two addresses lead to one merged person instead of to a doubt, and to a doubt again after the undoing', async () => {
  const [kept, absorbed] = [await person(['noor@post.example']), await person(['noor@werk.example'])]
  const both = ['noor@post.example', 'noor@werk.example']
  expect(await match(noor, both)).toMatchObject({ kind: 'doubtful', why: 'severalCandidates' })
  const mergeId = await merge(kept.id, absorbed.id)
  expect(await match(noor, both)).toEqual({ kind: 'email', candidateId: kept.id })
  await part(mergeId)
  expect(await match(noor, both)).toMatchObject({ kind: 'doubtful', why: 'severalCandidates' })
})

test('E14: unlinked while merged, neither account leads to the person any more, and what was before the merge comes back', async () => {
  const [kept, absorbed] = [await person(['noor@post.example']), await person()]
  await link(kept.id, noor)
  await link(absorbed.id, other)
  const mergeId = await merge(kept.id, absorbed.id)
  for (const account of [noor, other]) {
    expect(await match(account)).toEqual({ kind: 'linked', candidateId: kept.id })
    await unlink(kept.id, account)
    expect(await match(account, ['noor@post.example'])).toEqual({ kind: 'none' })
  }
  await part(mergeId)
  expect(await match(other)).toEqual({ kind: 'linked', candidateId: absorbed.id })
  // Somebody has said of the one who was kept that he is not this person.
  expect(await match(noor, ['noor@post.example'])).toEqual({ kind: 'none' })
  expect((await snap(kept.id)).linkedin_not_this_person?.map(row => row.person_urn)).toEqual([noor, other])
})
