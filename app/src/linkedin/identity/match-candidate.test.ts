import { expect, test } from 'vitest'
import type { Company } from '../../hiring/testing/builders.ts'
import { aCandidate, aCompany, eventsOf } from '../../hiring/testing/builders.ts'
import type { App } from '../../platform/app.ts'
import { testApp } from '../../platform/testing/test-app.ts'
import { perform } from '../../platform/work.ts'
import { linkCandidate } from './link-candidate.ts'
import type { PersonAtLinkedIn } from './match-candidate.ts'
import { matchCandidate } from './match-candidate.ts'

const lotte: PersonAtLinkedIn = {
  personUrn: 'urn:li:person:Lotte1',
  profileUrl: 'https://nl.linkedin.com/in/Lotte-Verbeek/',
  emails: ['Lotte@Post.example'],
  name: { firstName: 'Lotte', lastName: 'Verbeek' },
}
const hers = 'https://www.linkedin.com/in/lotte-verbeek'

async function company() {
  const app = await testApp()
  return { app, company: await aCompany(app) }
}

function match(app: App, { tenantId }: Company, person: PersonAtLinkedIn = lotte) {
  return perform(app, { kind: 'operator', tenantId }, work => matchCandidate(work, person))
}

function link(app: App, { tenantId }: Company, personUrn: string, candidateId: string) {
  return perform(app, { kind: 'operator', tenantId }, work =>
    linkCandidate(work, { person: { personUrn, profileUrl: null }, candidateId, linkedBy: 'export' }),
  )
}

test('the stored link wins over everything else', async () => {
  const { app, company: here } = await company()
  const linked = await aCandidate(app, here.recruiter)
  await aCandidate(app, here.recruiter, { profileUrl: hers, emails: ['lotte@post.example'] })
  await link(app, here, lotte.personUrn, linked.id)
  expect(await match(app, here)).toEqual({ kind: 'linked', candidateId: linked.id })
})

test('the profile’s address is next, however it is spelled', async () => {
  const { app, company: here } = await company()
  const byUrl = await aCandidate(app, here.recruiter, { profileUrl: hers })
  await aCandidate(app, here.recruiter, { emails: ['lotte@post.example'] })
  expect(await match(app, here)).toEqual({ kind: 'profile_url', candidateId: byUrl.id })
})

test('then an e-mail address, one of several', async () => {
  const { app, company: here } = await company()
  const byEmail = await aCandidate(app, here.recruiter, {
    firstName: 'Lotte',
    lastName: 'Verbeek',
    emails: ['work@firm.example', 'lotte@post.example'],
  })
  expect(await match(app, here)).toEqual({ kind: 'email', candidateId: byEmail.id })
})

test('a name is never enough', async () => {
  const { app, company: here } = await company()
  await aCandidate(app, here.recruiter, { firstName: 'Lotte', lastName: 'Verbeek' })
  expect(await match(app, here, { ...lotte, profileUrl: null, emails: [] })).toEqual({ kind: 'none' })
})

test.each([
  [{ firstName: 'Piet', lastName: 'Verbeek' }, true],
  [{ firstName: 'Lotte', lastName: 'Jansen' }, true],
  [{ firstName: 'L.', lastName: 'van der Verbeek-Jansen' }, false],
  [{ firstName: 'LÓTTE', lastName: 'Verbeek' }, false],
])('an address of somebody called %o: a doubt is %s', async (name, isDoubt) => {
  const { app, company: here } = await company()
  const { id } = await aCandidate(app, here.recruiter, { ...name, emails: ['lotte@post.example'] })
  const doubt = { kind: 'doubtful', why: 'otherName', foundBy: 'email', candidateIds: [id] }
  expect(await match(app, here)).toEqual(isDoubt ? doubt : { kind: 'email', candidateId: id })
})

test('a part of the name that LinkedIn hides speaks against nobody', async () => {
  const { app, company: here } = await company()
  const { id } = await aCandidate(app, here.recruiter, { firstName: 'Piet', emails: ['lotte@post.example'] })
  const hidden = { ...lotte, name: { firstName: null, lastName: 'Bakker' } }
  expect(await match(app, here, hidden)).toEqual({ kind: 'email', candidateId: id })
})

test('two candidates with the address are a doubt and no match', async () => {
  const { app, company: here } = await company()
  const two = [
    await aCandidate(app, here.recruiter, { emails: ['lotte@post.example'] }),
    await aCandidate(app, here.recruiter, { emails: ['lotte@post.example'] }),
  ]
  expect(await match(app, here)).toEqual({
    kind: 'doubtful',
    why: 'severalCandidates',
    foundBy: 'email',
    candidateIds: two.map(one => one.id).sort(),
  })
})

test('a candidate who is another person at LinkedIn is not linked again', async () => {
  const { app, company: here } = await company()
  const candidate = await aCandidate(app, here.recruiter, { profileUrl: hers })
  await link(app, here, 'urn:li:person:SomebodyElse', candidate.id)
  expect(await match(app, here)).toEqual({
    kind: 'doubtful',
    why: 'linkedToSomebodyElse',
    foundBy: 'profile_url',
    candidateIds: [candidate.id],
  })
  await expect(link(app, here, lotte.personUrn, candidate.id)).rejects.toMatchObject({ code: '23505' })
})

test('another company’s candidates are not looked at', async () => {
  const { app, company: here } = await company()
  const there = await aCompany(app)
  const candidate = await aCandidate(app, there.recruiter, { profileUrl: hers, emails: ['lotte@post.example'] })
  await link(app, there, lotte.personUrn, candidate.id)
  expect(await match(app, here)).toEqual({ kind: 'none' })
})

test('an address that is none is no reason to fail', async () => {
  const { app, company: here } = await company()
  expect(await match(app, here, { ...lotte, profileUrl: 'not an address', emails: [] })).toEqual({ kind: 'none' })
})

test('history knows by what two were found to be one', async () => {
  const { app, company: here } = await company()
  const candidate = await aCandidate(app, here.recruiter)
  await link(app, here, lotte.personUrn, candidate.id)
  const last = (await eventsOf(app, here.recruiter, candidate.id)).at(-1)
  expect(last).toMatchObject({ kind: 'identity.linked' })
  // Nothing of the person himself: history cannot be erased.
  expect(last?.change).toEqual({ linkedBy: 'export' })
})
