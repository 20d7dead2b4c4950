import { expect, test } from 'vitest'
import type { App } from '../../platform/app.ts'
import { testApp } from '../../platform/testing/test-app.ts'
import { signedIn } from '../../platform/testing/test-http.ts'
import { look, perform } from '../../platform/work.ts'
import type { Company } from '../testing/builders.ts'
import { aCompany, aJob, eventsOf, refused } from '../testing/builders.ts'
import { hiringTeamRoutes } from './hiring-team.routes.ts'
import { addToHiringTeam, changeTeamRole, removeFromHiringTeam } from './hiring-team.ts'
import { getJob } from './jobs.queries.ts'
import { closeJob } from './jobs.ts'

async function teamOf(app: App, { admin }: Company, jobId: string) {
  const { team } = await look(app, admin, tx => getJob(tx, admin, jobId))
  return team.map(
    member => `${member.name.split(' ')[0]} ${member.role}${member.delegateOf ? ` of ${member.delegateOf.name}` : ''}`,
  )
}

test('a job role needs the app role of the same name; interviewer is open to every active user', async () => {
  const app = await testApp()
  const company = await aCompany(app)
  const { recruiter, manager, colleague } = company
  const job = await aJob(app, recruiter)
  const add = (userId: string, role: 'recruiter' | 'hiring_manager' | 'interviewer') =>
    refused(app, recruiter, work => addToHiringTeam(work, job.id, { userId, role }))
  expect(await add(colleague.userId, 'recruiter')).toMatchObject({ kind: 'invalid', code: 'team.needsRecruiter' })
  expect(await add(manager.userId, 'recruiter')).toMatchObject({ code: 'team.needsRecruiter' })
  expect(await add(colleague.userId, 'hiring_manager')).toMatchObject({ code: 'team.needsHiringManager' })
  expect(await add('user_nobody', 'interviewer')).toMatchObject({ code: 'team.unknownUser' })
  await app.db.transact({ tenantId: company.tenantId }, tx =>
    tx.updateTable('app_user').set({ active: false }).where('id', '=', colleague.userId).execute(),
  )
  expect(await add(colleague.userId, 'interviewer')).toMatchObject({ code: 'team.inactiveUser' })
  await perform(app, recruiter, async work => {
    await addToHiringTeam(work, job.id, { userId: manager.userId, role: 'hiring_manager' })
    await addToHiringTeam(work, job.id, { userId: company.reader.userId, role: 'interviewer' })
  })
  expect(await add(manager.userId, 'interviewer')).toMatchObject({ kind: 'conflict', code: 'team.alreadyMember' })
  expect(await teamOf(app, company, job.id)).toEqual(['Ruud recruiter', 'Hanna hiring_manager', 'Lies interviewer'])
})

test('who stops leading, or leaves, takes his delegates along', async () => {
  const app = await testApp()
  const company = await aCompany(app)
  const { recruiter, manager, colleague } = company
  const second = await company.person({ firstName: 'Dirk' })
  const job = await aJob(app, recruiter, { team: [{ userId: manager.userId, role: 'hiring_manager' }] })
  await perform(app, recruiter, work =>
    addToHiringTeam(work, job.id, { userId: second.userId, role: 'delegate', delegateOf: recruiter.userId }),
  )
  await perform(app, manager, work =>
    addToHiringTeam(work, job.id, { userId: colleague.userId, role: 'delegate', delegateOf: manager.userId }),
  )
  await perform(app, recruiter, work => changeTeamRole(work, job.id, { userId: manager.userId, role: 'interviewer' }))
  expect(await teamOf(app, company, job.id)).toEqual([
    'Ruud recruiter',
    'Hanna interviewer',
    'Dirk delegate of Ruud Werver',
  ])
  expect((await eventsOf(app, recruiter, job.id)).at(-1)).toMatchObject({
    kind: 'job.teamChanged',
    job_id: job.id,
    change: {
      userId: manager.userId,
      old: { role: 'hiring_manager', delegateOf: null },
      new: { role: 'interviewer', delegateOf: null },
      delegatesRemoved: [colleague.userId],
    },
  })
  await perform(app, recruiter, work =>
    changeTeamRole(work, job.id, { userId: manager.userId, role: 'hiring_manager' }),
  )
  await perform(app, manager, work => removeFromHiringTeam(work, job.id, recruiter.userId))
  expect(await teamOf(app, company, job.id)).toEqual(['Hanna hiring_manager'])
})

test('delegates stand in for a recruiter or hiring manager of the job, named by that person', async () => {
  const app = await testApp()
  const company = await aCompany(app)
  const { admin, recruiter, manager, colleague } = company
  const other = await company.person({ firstName: 'Dirk' })
  const job = await aJob(app, recruiter, { team: [{ userId: manager.userId, role: 'hiring_manager' }] })
  const add = (actor: typeof admin, delegateOf: string | null) =>
    refused(app, actor, work =>
      addToHiringTeam(work, job.id, { userId: colleague.userId, role: 'delegate', delegateOf }),
    )
  expect(await add(recruiter, null)).toMatchObject({ code: 'team.principalMissing' })
  expect(await add(recruiter, manager.userId)).toMatchObject({ kind: 'notAllowed', code: 'team.delegateOfOther' })
  expect(await add(admin, admin.userId)).toMatchObject({ kind: 'invalid', code: 'team.principalUnfit' })
  const notADelegate = { userId: colleague.userId, role: 'interviewer' as const, delegateOf: recruiter.userId }
  expect(await refused(app, admin, work => addToHiringTeam(work, job.id, notADelegate))).toMatchObject({
    code: 'team.notADelegate',
  })
  await perform(app, admin, work =>
    addToHiringTeam(work, job.id, { userId: colleague.userId, role: 'delegate', delegateOf: manager.userId }),
  )
  // A delegate works on the job as the person does, but names no delegate of his own.
  const chain = { userId: other.userId, role: 'delegate' as const, delegateOf: colleague.userId }
  expect(await refused(app, colleague, work => addToHiringTeam(work, job.id, chain))).toMatchObject({
    code: 'team.principalUnfit',
  })
  const forPrincipal = { ...chain, delegateOf: manager.userId }
  expect(await refused(app, colleague, work => addToHiringTeam(work, job.id, forPrincipal))).toMatchObject({
    code: 'team.delegateOfOther',
  })
  expect(await refused(app, colleague, work => removeFromHiringTeam(work, job.id, manager.userId))).toMatchObject({
    code: 'team.delegateMayNot',
  })
  await perform(app, colleague, work => removeFromHiringTeam(work, job.id, recruiter.userId))
  await perform(app, colleague, work => removeFromHiringTeam(work, job.id, colleague.userId))
  expect(await teamOf(app, company, job.id)).toEqual(['Hanna hiring_manager'])
})

test('a job keeps a recruiter or hiring manager, even when two leave at the same moment', async () => {
  const app = await testApp()
  const company = await aCompany(app)
  const { recruiter, manager } = company
  const job = await aJob(app, recruiter, { team: [{ userId: manager.userId, role: 'hiring_manager' }] })
  const leaving = [recruiter, manager].map(actor =>
    perform(app, actor, work => removeFromHiringTeam(work, job.id, actor.userId)).then(
      () => 'left',
      error => error.code,
    ),
  )
  expect((await Promise.all(leaving)).sort()).toEqual(['left', 'team.lastLead'])
  expect(await teamOf(app, company, job.id)).toHaveLength(1)
})

test('the last one leading cannot become an interviewer', async () => {
  const app = await testApp()
  const { recruiter, colleague } = await aCompany(app)
  const job = await aJob(app, recruiter, { team: [{ userId: colleague.userId, role: 'interviewer' }] })
  const step = { userId: recruiter.userId, role: 'interviewer' as const }
  expect(await refused(app, recruiter, work => changeTeamRole(work, job.id, step))).toMatchObject({
    code: 'team.lastLead',
  })
  expect(await refused(app, colleague, work => removeFromHiringTeam(work, job.id, recruiter.userId))).toMatchObject({
    kind: 'notAllowed',
    code: 'team.mayNotEdit',
  })
})

test('an app role taken away leaves the jobs somebody has', async () => {
  const app = await testApp()
  const { recruiter, colleague } = await aCompany(app)
  const job = await aJob(app, recruiter)
  const without = { ...recruiter, roles: [] }
  await perform(app, without, work => addToHiringTeam(work, job.id, { userId: colleague.userId, role: 'interviewer' }))
})

test('the API answers the whole team; after closing it stays as it was', async () => {
  const app = await testApp()
  const { recruiter, colleague } = await aCompany(app)
  const job = await aJob(app, recruiter)
  const browser = await signedIn(app, recruiter, hiringTeamRoutes)
  const address = `/api/v1/jobs/${job.id}/hiring-team`
  expect(await browser.post(address, { userId: colleague.userId, role: 'interviewer' })).toMatchObject({
    status: 201,
    body: { data: [{ role: 'recruiter' }, { userId: colleague.userId, role: 'interviewer' }] },
  })
  expect(
    await browser.patch(`${address}/${colleague.userId}`, { role: 'delegate', delegateOf: recruiter.userId }),
  ).toMatchObject({
    status: 200,
    body: { data: [{ role: 'recruiter' }, { delegateOf: { id: recruiter.userId, name: recruiter.name } }] },
  })
  expect(await browser.delete(`${address}/${colleague.userId}`)).toMatchObject({ status: 204 })
  expect(await browser.delete(`${address}/${colleague.userId}`)).toMatchObject({ status: 404 })
  await perform(app, recruiter, work => closeJob(work, job.id, { reason: 'cancelled' }))
  expect(await browser.post(address, { userId: colleague.userId, role: 'interviewer' })).toMatchObject({
    status: 409,
    body: { code: 'job.closed' },
  })
})
