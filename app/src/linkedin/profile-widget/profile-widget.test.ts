import { disableAccess } from '@lodestone/sandbox/behaviours/integrations'
import { personUrnFor } from '@lodestone/sandbox/behaviours/members'
import { CompiledQuery } from 'kysely'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { aCandidate, aCompany, anActiveJob, anApplication } from '../../hiring/testing/builders.ts'
import type { UserActor } from '../../platform/actor.ts'
import { SESSION_COOKIE } from '../../platform/auth/session-cookie.ts'
import { openTestSession } from '../../platform/testing/test-http.ts'
import type { ConnectedCompany } from '../testing/companies.ts'
import { aConnectedCompany, aPreparedCompany, connectAs, nederland, organization } from '../testing/companies.ts'
import type { LinkedInWorld } from '../testing/linkedin-world.ts'
import { linkedInWorld } from '../testing/linkedin-world.ts'

const sanne = 'sanne-de-wit'
const lotte = 'urn:li:person:Lotte1'

let world: LinkedInWorld
let company: ConnectedCompany
beforeAll(async () => {
  world = await linkedInWorld()
})
beforeEach(async () => {
  company = await aConnectedCompany(world)
})
afterEach(() => world.clear())

async function ask(actor: UserActor | undefined, path: string, body?: object) {
  const cookie = actor ? `${SESSION_COOKIE}=${await openTestSession(world.app, actor)}` : ''
  const { publicUrl } = world.app.config
  return fetch(`${publicUrl}${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { cookie, origin: publicUrl, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
}

async function widgetOf(actor: UserActor, candidateId: string) {
  return (await ask(actor, `/api/v1/candidates/${candidateId}/linkedin`)).json()
}

const pageOf = (actor: UserActor | undefined, candidateId: string, query = '') =>
  ask(actor, `/candidates/${candidateId}/linkedin/plugin${query}`)

const aLotte = (values = {}) =>
  aCandidate(world.app, company.recruiter, { firstName: 'Lotte', lastName: 'Verbeek', ...values })

test('it takes both halves, and names what is missing', async () => {
  const { id } = await aLotte()
  expect(await widgetOf(company.recruiter, id)).toMatchObject({
    state: 'halfMissing',
    instance: { on: true, nextActor: null },
    user: 'notConnected',
  })
  await connectAs(world, company.recruiter, sanne)
  expect(await widgetOf(company.recruiter, id)).toMatchObject({ state: 'ready', user: 'connected' })
  disableAccess(world.running.sandbox, { clientId: company.clientId, level: 'company', contract: nederland })
  await world.settle()
  const off = await widgetOf(company.recruiter, id)
  expect(off).toMatchObject({
    state: 'halfMissing',
    instance: { on: false, nextActor: 'recruiterAdmin', administrators: ['Ada Beheer'] },
  })
  expect(off.instance.since).toMatch(/^\d{4}-/)
})

test('before anything is set up it is an administrator’s turn, at Partner ready the one’s in Recruiter', async () => {
  const untouched = await aCompany(world.app)
  const someone = await aCandidate(world.app, untouched.recruiter)
  expect(await widgetOf(untouched.recruiter, someone.id)).toMatchObject({
    state: 'halfMissing',
    instance: { on: false, nextActor: 'administrator', since: null },
  })
  const prepared = await aPreparedCompany(world)
  const other = await aCandidate(world.app, prepared.recruiter)
  expect((await widgetOf(prepared.recruiter, other.id)).instance.nextActor).toBe('recruiterAdmin')
})

test('a sign-in that has run out is a missing half', async () => {
  const { id } = await aLotte()
  await connectAs(world, company.recruiter, sanne)
  await world.pass({ hours: 61 * 24 })
  expect(await widgetOf(company.recruiter, id)).toMatchObject({ state: 'halfMissing', user: 'expired' })
})

test('neither an administrator nor a reader gets it; a delegate on the job does', async () => {
  const { id } = await aLotte()
  for (const actor of [company.admin, company.reader]) {
    expect((await widgetOf(actor, id)).state).toBe('notAllowed')
    expect((await pageOf(actor, id)).status).toBe(403)
  }
  expect((await pageOf(undefined, id)).status).toBe(403)
  expect((await ask(company.colleague, `/api/v1/candidates/${id}/linkedin`)).status).toBe(404)
  const team = [{ userId: company.colleague.userId, role: 'delegate' as const, delegateOf: company.recruiter.userId }]
  const job = await anActiveJob(world.app, company.recruiter, { team })
  await anApplication(world.app, company.recruiter, { jobId: job.id, candidateId: id })
  expect((await widgetOf(company.colleague, id)).state).toBe('halfMissing')
})

test('the basic edition says why there is nothing', async () => {
  const { id } = await aLotte()
  const basic = `update tenant set edition = 'basic' where id = '${company.tenantId}'`
  await world.app.db.owner.executeQuery(CompiledQuery.raw(basic))
  expect((await widgetOf(company.recruiter, id)).state).toBe('basicEdition')
  expect((await pageOf(company.recruiter, id)).status).toBe(409)
})

test('LinkedIn’s tags stand on the framed page as it documents them, with what helps to find the person', async () => {
  await connectAs(world, company.recruiter, sanne)
  const candidate = await aLotte({
    lastName: 'Verbeek "><script>alert(1)</script>',
    emails: ['lotte@post.example', 'verbeek@post.example'],
    profileUrl: 'https://www.linkedin.com/in/lotte-verbeek',
  })
  const answer = await pageOf(company.recruiter, candidate.id, '?width=358&lang=nl')
  const html = await answer.text()
  const { platformUrl } = world.app.config.linkedin
  expect(html).toContain(
    `api_key: ${company.clientId}\nextensions: HcmWidget@${platformUrl}/rsc/extensions/profile-widget`,
  )
  expect(html).toContain(
    `<script type="IN/HcmWidget" data-widget-type="ATS" data-ats-candidate-id="${candidate.id}" data-integration-context="${organization}"`,
  )
  expect(html).toContain(
    'data-onlink="onLink" data-onunlink="onUnlink" data-width="358" data-lookup-first-name="Lotte"',
  )
  expect(html).toContain('data-lookup-last-name="Verbeek &quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"')
  expect(html).toContain('data-lookup-emails="lotte@post.example,verbeek@post.example"')
  expect(html).toContain('data-lookup-profile-url="https://www.linkedin.com/in/lotte-verbeek"')
  expect(html).toContain('<html lang="nl">')
  const policy = answer.headers.get('content-security-policy') ?? ''
  expect(policy).toContain(`frame-src ${platformUrl};`)
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toContain('unsafe')
})

test('a link and an unlinking are kept, and the framed page tells LinkedIn of both', async () => {
  await connectAs(world, company.recruiter, sanne)
  const { id } = await aLotte()
  const hers = personUrnFor(company.clientId, 'lotte-verbeek')
  const linked = await ask(company.recruiter, `/api/v1/candidates/${id}/linkedin/links`, { personUrn: hers })
  expect(await linked.json()).toMatchObject({
    link: { personUrn: hers, linkedBy: 'hand', linkedByName: 'Ruud Werver' },
  })
  expect(await (await pageOf(company.recruiter, id)).text()).toContain(`data-lookup-member="${hers}"`)
  const path = `/api/v1/candidates/${id}/linkedin/unlinkings`
  expect(await (await ask(company.recruiter, path, { personUrn: hers })).json()).toMatchObject({
    link: null,
    unlinkedPeople: 1,
  })
  const page = await (await pageOf(company.recruiter, id)).text()
  expect(page).toContain(`data-lookup-not-members="${hers}"`)
  expect(page).not.toContain('data-lookup-member=')
})

test('what is no person is refused, and so is whoever may not link', async () => {
  const { id } = await aLotte()
  const links = `/api/v1/candidates/${id}/linkedin/links`
  expect((await ask(company.recruiter, links, { personUrn: 'urn:li:organization:1' })).status).toBe(422)
  const no = await ask(company.reader, links, { personUrn: lotte })
  expect([no.status, (await no.json()).code]).toEqual([403, 'linkedin.linkersOnly'])
})

test('another person takes the place of the first only when it is said', async () => {
  const { id } = await aLotte()
  const links = `/api/v1/candidates/${id}/linkedin/links`
  await ask(company.recruiter, links, { personUrn: lotte })
  const no = await ask(company.recruiter, links, { personUrn: 'urn:li:person:Other1' })
  expect([no.status, (await no.json()).code]).toEqual([409, 'linkedin.linkedToSomebodyElse'])
  const yes = await ask(company.recruiter, links, { personUrn: 'urn:li:person:Other1', replaces: true })
  expect((await yes.json()).link.personUrn).toBe('urn:li:person:Other1')
})
