import { afterEach, beforeAll, expect, test } from 'vitest'
import { closeJob } from '../../hiring/jobs/jobs.ts'
import { notificationsRoutes } from '../../hiring/notifications/notifications.routes.ts'
import { aJob } from '../../hiring/testing/builders.ts'
import type { UserActor } from '../../platform/actor.ts'
import { signedIn } from '../../platform/testing/test-http.ts'
import { perform } from '../../platform/work.ts'
import type { ConnectedCompany } from '../testing/companies.ts'
import { aConnectedCompany, aJobForExport, aPreparedCompany, connectAs, letSync } from '../testing/companies.ts'
import type { LinkedInWorld } from '../testing/linkedin-world.ts'
import { linkedInWorld } from '../testing/linkedin-world.ts'
import { oneClickExportRoutes } from './one-click-export.routes.ts'
import type { JobInLinkedIn } from './one-click-export.shapes.ts'

let world: LinkedInWorld
beforeAll(async () => {
  world = await linkedInWorld()
})
afterEach(() => world.clear())

async function read(actor: UserActor, jobId: string): Promise<JobInLinkedIn> {
  const browser = await signedIn(world.app, actor, oneClickExportRoutes)
  const answer = await browser.get(`/api/v1/jobs/${jobId}/linkedin`)
  expect(answer.status).toBe(200)
  return answer.body as JobInLinkedIn // validated by the route's own shape in the browser's types
}

async function remind(actor: UserActor, jobId: string, userId: string) {
  const browser = await signedIn(world.app, actor, oneClickExportRoutes)
  return browser.post(`/api/v1/jobs/${jobId}/linkedin/reminders`, { userId })
}

async function aJobWithTeam(company: ConnectedCompany) {
  const deputy = await company.person({ roles: ['recruiter'], firstName: 'Dirk', lastName: 'Deputy' })
  const job = await aJobForExport(world, company.recruiter, {
    prospect: { openToHiringManagers: false },
    team: [
      { userId: company.manager.userId, role: 'hiring_manager' },
      { userId: company.colleague.userId, role: 'interviewer' },
      { userId: deputy.userId, role: 'recruiter' },
    ],
  })
  return { deputy, job }
}

test('who can export, name by name, and why the others cannot', async () => {
  const company = await aConnectedCompany(world)
  await connectAs(world, company.recruiter, 'sanne-de-wit')
  const { deputy, job } = await aJobWithTeam(company)
  await letSync(world)
  expect(await read(company.recruiter, job.id)).toEqual({
    level: 'company',
    visible: true,
    whyNot: null,
    delivery: { state: 'accepted', isOlder: false, reason: null, nextTryAt: null },
    lastSyncAt: expect.any(String),
    people: [
      person(deputy, 'notConnected', { canRemind: true }),
      person(company.manager, 'excludedFromProspects'),
      person(company.colleague, 'roleMayNot'),
      person(company.recruiter, null),
    ],
  })
  // Who may only look is offered no reminder.
  expect((await read(company.reader, job.id)).people.some(one => one.canRemind)).toBe(false)
})

function person(actor: UserActor, why: string | null, { canRemind = false } = {}) {
  return { userId: actor.userId, name: actor.name, canExport: why === null, why, canRemind, remindedAt: null }
}

test('a seat that LinkedIn does not know is a reason at contract level, and an ended connection always is', async () => {
  const company = await aConnectedCompany(world, { level: 'contract' })
  await connectAs(world, company.recruiter, 'tom-aarts')
  const { deputy, job } = await aJobWithTeam(company)
  await connectAs(world, deputy, 'sanne-de-wit')
  await letSync(world)
  const whyOf = async (actor: UserActor) =>
    (await read(company.recruiter, job.id)).people.find(one => one.userId === actor.userId)?.why
  expect(await whyOf(company.recruiter)).toBe('noSeat')
  expect(await whyOf(deputy)).toBeNull()
  await world.app.db.transactAsOwner(tx =>
    tx
      .updateTable('linkedin_user_connection')
      .set({ expires_at: world.app.clock.now() })
      .where('user_id', '=', deputy.userId)
      .execute(),
  )
  expect(await whyOf(deputy)).toBe('connectionExpired')
})

test('a member can export when LinkedIn has taken the access list, and a refusal of it is told', async () => {
  const company = await aConnectedCompany(world)
  await connectAs(world, company.recruiter, 'sanne-de-wit')
  const job = await aJobForExport(world, company.recruiter)
  const exporter = async () => {
    const { visible, people } = await read(company.recruiter, job.id)
    return { visible, ...people.find(one => one.userId === company.recruiter.userId) }
  }
  const answerAboutLists = (answer: (keys: string[]) => Response) => {
    world.network.answerInstead = (url, body) =>
      url.includes('/atsEntityAcls') && body ? answer(Object.keys(JSON.parse(body).entities)) : undefined
  }
  answerAboutLists(() => new Response('{}', { status: 503 }))
  await letSync(world)
  expect(await exporter()).toMatchObject({ visible: true, canExport: false, why: 'accessWaiting', canRemind: false })
  const refusal = { status: 422, message: 'No such entity.' }
  answerAboutLists(keys => Response.json({ results: {}, errors: Object.fromEntries(keys.map(key => [key, refusal])) }))
  await world.pass({ hours: 1 })
  expect(await exporter()).toMatchObject({ visible: true, canExport: false, why: 'accessRefused' })
  world.network.answerInstead = undefined
  await connectAs(world, company.recruiter, 'sanne-de-wit')
  await letSync(world)
  expect(await exporter()).toMatchObject({ visible: true, canExport: true, why: null })
})

test('why a job is not in the export box', async () => {
  const company = await aConnectedCompany(world)
  const prepared = await aPreparedCompany(world)
  const whyNot = async (actor: UserActor, jobId: string) => (await read(actor, jobId)).whyNot
  expect(await whyNot(prepared.recruiter, (await aJobForExport(world, prepared.recruiter)).id)).toBe('off')
  expect(await whyNot(company.recruiter, (await aJob(world.app, company.recruiter)).id)).toBe('notActive')
  const draft = await aJob(world.app, company.recruiter, { prospect: { enabled: false } })
  expect(await whyNot(company.recruiter, draft.id)).toBe('prospectOff')
  const job = await aJobForExport(world, company.recruiter)
  expect(await whyNot(company.recruiter, job.id)).toBe('waiting')
  const short = await aJobForExport(world, company.recruiter, { description: 'Grows tulips.' })
  const off = await aJobForExport(world, company.recruiter, { prospect: { enabled: false } })
  await letSync(world)
  expect(await read(company.recruiter, short.id)).toMatchObject({
    whyNot: 'refused',
    delivery: { state: 'refused', reason: { cause: 'descriptionTooShort', field: 'description', count: 13 } },
  })
  expect(await whyNot(company.recruiter, off.id)).toBe('prospectOff')
  expect(await whyNot(company.recruiter, job.id)).toBeNull()
  await perform(world.app, company.recruiter, work => closeJob(work, job.id, { reason: 'cancelled' }))
  expect(await whyNot(company.recruiter, job.id)).toBe('closed')
})

test('only people who may see the job learn anything', async () => {
  const company = await aConnectedCompany(world)
  const outsider = await company.person({ roles: ['recruiter'] })
  const job = await aJobForExport(world, company.recruiter)
  const browser = await signedIn(world.app, outsider, oneClickExportRoutes)
  expect((await browser.get(`/api/v1/jobs/${job.id}/linkedin`)).status).toBe(404)
})

test('a reminder reaches the colleague, once a day for each job', async () => {
  const company = await aConnectedCompany(world)
  const { deputy, job } = await aJobWithTeam(company)
  expect((await remind(company.recruiter, job.id, deputy.userId)).status).toBe(204)
  expect(await remind(company.recruiter, job.id, deputy.userId)).toMatchObject({
    status: 429,
    body: { code: 'linkedin.remindedToday' },
  })
  const browser = await signedIn(world.app, deputy, notificationsRoutes)
  expect((await browser.get('/api/v1/notifications')).body).toMatchObject({
    data: [
      {
        kind: 'linkedin.connectReminder',
        params: { from: company.recruiter.name, jobTitle: 'Tulip grower', jobReference: job.reference },
      },
    ],
  })
  const shown = (await read(company.recruiter, job.id)).people.find(one => one.userId === deputy.userId)
  expect(shown).toMatchObject({ canRemind: false, remindedAt: expect.any(String) })
  await world.pass({ hours: 24.1 })
  expect((await remind(company.recruiter, job.id, deputy.userId)).status).toBe(204)
})

test('a reminder that cannot help is refused, and so is one from somebody who does not edit the team', async () => {
  const company = await aConnectedCompany(world)
  const { deputy, job } = await aJobWithTeam(company)
  for (const { userId } of [company.manager, company.colleague, company.reader]) {
    expect(await remind(company.recruiter, job.id, userId)).toMatchObject({
      status: 409,
      body: { code: 'linkedin.reminderUseless' },
    })
  }
  for (const actor of [company.colleague, company.reader]) {
    expect((await remind(actor, job.id, deputy.userId)).status).toBe(403)
  }
})
