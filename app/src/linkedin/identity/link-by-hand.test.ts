import { disableAccess } from '@lodestone/sandbox/behaviours/integrations'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { aCandidate, anActiveJob, anApplication, eventsOf, refused } from '../../hiring/testing/builders.ts'
import type { UserActor } from '../../platform/actor.ts'
import type { Work } from '../../platform/work.ts'
import { look, perform } from '../../platform/work.ts'
import type { ConnectedCompany } from '../testing/companies.ts'
import { aConnectedCompany, nederland } from '../testing/companies.ts'
import type { LinkedInWorld } from '../testing/linkedin-world.ts'
import { linkedInWorld } from '../testing/linkedin-world.ts'
import { readIdentity } from './identity.queries.ts'
import { linkByHand } from './link-by-hand.ts'
import { linkCandidate } from './link-candidate.ts'
import { matchCandidate } from './match-candidate.ts'
import { unlinkCandidate } from './unlink-candidate.ts'

const lotte = 'urn:li:person:Lotte1'
const namesake = 'urn:li:person:Lotte2'

let world: LinkedInWorld
let company: ConnectedCompany
beforeAll(async () => {
  world = await linkedInWorld()
})
beforeEach(async () => {
  company = await aConnectedCompany(world)
})
afterEach(() => world.clear())

async function aLotte(values: { emails?: string[]; profileUrl?: string } = {}): Promise<string> {
  return (await aCandidate(world.app, company.recruiter, { firstName: 'Lotte', lastName: 'Verbeek', ...values })).id
}

const link = (candidateId: string, personUrn: string, { by = company.recruiter, replaces = false } = {}) =>
  perform(world.app, by, work => linkByHand(work, candidateId, { personUrn, replaces }))

const unlink = (candidateId: string, personUrn: string, by: UserActor = company.recruiter) =>
  perform(world.app, by, work => unlinkCandidate(work, candidateId, personUrn))

const identityOf = (candidateId: string) =>
  look(world.app, company.recruiter, tx => readIdentity(tx, company.tenantId, candidateId))

const match = (personUrn: string, known: { emails?: string[]; profileUrl?: string } = {}) =>
  perform(world.app, { kind: 'operator', tenantId: company.tenantId }, work =>
    matchCandidate(work, {
      personUrn,
      profileUrl: known.profileUrl ?? null,
      emails: known.emails ?? [],
      name: { firstName: 'Lotte', lastName: 'Verbeek' },
    }),
  )

async function kindsOf(candidateId: string): Promise<string[]> {
  return (await eventsOf(world.app, company.recruiter, candidateId)).map(event => event.kind)
}

test('who links by hand, and when, is kept; history names nobody at LinkedIn', async () => {
  const candidateId = await aLotte()
  await link(candidateId, lotte)
  expect(await identityOf(candidateId)).toMatchObject({
    link: { personUrn: lotte, linkedBy: 'hand', linkedByName: 'Ruud Werver' },
    notPersonUrns: [],
  })
  const last = (await eventsOf(world.app, company.recruiter, candidateId)).at(-1)
  expect(last).toMatchObject({ kind: 'identity.linked', change: { linkedBy: 'hand' } })
  expect(JSON.stringify(last)).not.toContain('urn:li:person')
  expect(await match(lotte)).toEqual({ kind: 'linked', candidateId })
})

test('the same link once more changes nothing', async () => {
  const candidateId = await aLotte()
  await link(candidateId, lotte)
  await link(candidateId, lotte, { by: company.manager })
  expect((await identityOf(candidateId)).link?.linkedByName).toBe('Ruud Werver')
  expect(await kindsOf(candidateId)).toEqual(['candidate.created', 'identity.linked'])
})

test('what an export had found becomes a link by hand', async () => {
  const candidateId = await aLotte()
  await perform(world.app, { kind: 'operator', tenantId: company.tenantId }, work =>
    linkCandidate(work, { person: { personUrn: lotte, profileUrl: null }, candidateId, linkedBy: 'email' }),
  )
  await link(candidateId, lotte)
  expect((await identityOf(candidateId)).link?.linkedBy).toBe('hand')
})

test('a person whom another candidate holds is refused, and that candidate is named', async () => {
  const [holder, other] = [await aLotte(), await aLotte()]
  await link(holder, lotte)
  const no = await refused(world.app, company.recruiter, work =>
    linkByHand(work, other, { personUrn: lotte, replaces: true }),
  )
  expect(no).toMatchObject({
    kind: 'conflict',
    code: 'linkedin.personHeld',
    params: { candidateId: holder, name: 'Lotte Verbeek' },
  })
  expect((await identityOf(other)).link).toBeUndefined()
})

test('who knows the people of his own jobs only is not told of others', async () => {
  const [holder, own] = [await aLotte(), await aLotte()]
  await link(holder, lotte)
  const team = [{ userId: company.colleague.userId, role: 'delegate' as const, delegateOf: company.recruiter.userId }]
  const job = await anActiveJob(world.app, company.recruiter, { team })
  await anApplication(world.app, company.recruiter, { jobId: job.id, candidateId: own })
  const attempt = (candidateId: string) =>
    refused(world.app, company.colleague, work => linkByHand(work, candidateId, { personUrn: lotte, replaces: false }))
  const no = await attempt(own)
  expect(no.code).toBe('linkedin.personHeldBySomebody')
  expect(JSON.stringify([no.message, no.params])).not.toMatch(/Lotte|cand_/)
  expect((await attempt(holder)).code).toBe('notFound')
})

test('another person takes the place of the first only when that is said, and the first stays apart', async () => {
  const candidateId = await aLotte({ emails: ['lotte@post.example'] })
  await link(candidateId, lotte)
  const no = await refused(world.app, company.recruiter, work =>
    linkByHand(work, candidateId, { personUrn: namesake, replaces: false }),
  )
  expect(no.code).toBe('linkedin.linkedToSomebodyElse')
  expect((await identityOf(candidateId)).link?.personUrn).toBe(lotte)
  await link(candidateId, namesake, { replaces: true })
  expect(await identityOf(candidateId)).toMatchObject({ link: { personUrn: namesake }, notPersonUrns: [lotte] })
  expect(await match(lotte, { emails: ['lotte@post.example'] })).toEqual({ kind: 'none' })
})

test('whoever was unlinked is not found again, by an address or a profile page, while others are', async () => {
  const known = { emails: ['lotte@post.example'], profileUrl: 'https://www.linkedin.com/in/lotte-verbeek' }
  const candidateId = await aLotte(known)
  await link(candidateId, lotte)
  await unlink(candidateId, lotte)
  expect(await identityOf(candidateId)).toEqual({ link: undefined, notPersonUrns: [lotte] })
  expect(await match(lotte, known)).toEqual({ kind: 'none' })
  expect(await match(namesake, { emails: known.emails })).toEqual({ kind: 'email', candidateId })
  const second = await aLotte(known)
  expect(await match(lotte, known)).toEqual({ kind: 'profile_url', candidateId: second })
})

test('an unlink holds for whom LinkedIn found by itself, and leaves a link to somebody else', async () => {
  const candidateId = await aLotte()
  await link(candidateId, lotte)
  await unlink(candidateId, namesake)
  await unlink(candidateId, namesake)
  expect(await identityOf(candidateId)).toMatchObject({ link: { personUrn: lotte }, notPersonUrns: [namesake] })
  const last = (await eventsOf(world.app, company.recruiter, candidateId)).slice(-2)
  expect(last.map(event => event.kind)).toEqual(['identity.linked', 'identity.unlinked'])
  expect(JSON.stringify(last)).not.toContain('urn:li:person')
})

test('a link takes an unlink back', async () => {
  const candidateId = await aLotte()
  await unlink(candidateId, lotte)
  await link(candidateId, lotte)
  expect(await identityOf(candidateId)).toMatchObject({ link: { personUrn: lotte }, notPersonUrns: [] })
})

test('only recruiters and hiring managers link and unlink', async () => {
  const candidateId = await aLotte()
  for (const actor of [company.admin, company.reader, company.colleague]) {
    const verbs = [
      (work: Work) => linkByHand(work, candidateId, { personUrn: lotte, replaces: false }),
      (work: Work) => unlinkCandidate(work, candidateId, lotte),
    ]
    for (const verb of verbs) expect((await refused(world.app, actor, verb)).code).toBe('linkedin.linkersOnly')
  }
  await link(candidateId, lotte, { by: company.manager })
  expect((await identityOf(candidateId)).link?.linkedByName).toBe('Hanna Manager')
})

test('while the widget is switched off nobody is linked; unlinking stays possible', async () => {
  const candidateId = await aLotte()
  await link(candidateId, lotte)
  disableAccess(world.running.sandbox, { clientId: company.clientId, level: 'company', contract: nederland })
  await world.settle()
  const no = await refused(world.app, company.recruiter, work =>
    linkByHand(work, candidateId, { personUrn: namesake, replaces: true }),
  )
  expect(no.code).toBe('linkedin.profileSwitchedOff')
  await unlink(candidateId, lotte)
  expect((await identityOf(candidateId)).link).toBeUndefined()
})

test('two people who link one candidate at once end with one link', async () => {
  const candidateId = await aLotte()
  const outcomes = await Promise.allSettled([link(candidateId, lotte), link(candidateId, namesake)])
  expect(outcomes.map(outcome => outcome.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((await identityOf(candidateId)).link).toBeDefined()
})

test('another company knows nothing of it', async () => {
  const candidateId = await aLotte()
  await unlink(candidateId, lotte)
  const there = await aConnectedCompany(world)
  const no = await refused(world.app, there.recruiter, work =>
    linkByHand(work, candidateId, { personUrn: lotte, replaces: false }),
  )
  expect(no.code).toBe('notFound')
  expect(await look(world.app, there.recruiter, tx => readIdentity(tx, there.tenantId, candidateId))).toEqual({
    link: undefined,
    notPersonUrns: [],
  })
})
