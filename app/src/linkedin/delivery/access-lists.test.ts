import { forgetCallbackEndpoint } from '@lodestone/sandbox/behaviours/challenge'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { addToHiringTeam, changeTeamRole, removeFromHiringTeam } from '../../hiring/jobs/hiring-team.ts'
import { anApplication } from '../../hiring/testing/builders.ts'
import { changeUser } from '../../hiring/users/users.ts'
import { perform } from '../../platform/work.ts'
import { callsOf, jobAtLinkedIn, offeredTo } from '../testing/at-linkedin.ts'
import { aConnectedCompany, aJobForExport, belgie, connectAs, letSync, nederland } from '../testing/companies.ts'
import type { LinkedInWorld } from '../testing/linkedin-world.ts'
import { linkedInWorld } from '../testing/linkedin-world.ts'
import { disconnect } from '../user-connection/user-connection.ts'

let world: LinkedInWorld
beforeAll(async () => {
  world = await linkedInWorld()
})
afterEach(() => world.clear())

test('an active job is offered to its connected recruiter, and to nobody else', async () => {
  const company = await aConnectedCompany(world)
  const job = await aJobForExport(world, company.recruiter)
  await connectAs(world, company.recruiter, 'sanne-de-wit')
  await connectAs(world, company.manager, 'joris-hoekstra')
  await letSync(world)
  expect(offeredTo(world, company, 'sanne-de-wit')).toEqual([job.reference])
  expect(offeredTo(world, company, 'joris-hoekstra')).toEqual([])
  expect(jobAtLinkedIn(world, company, job.reference)).toMatchObject({
    state: 'LISTED',
    availability: 'PRIVATE_TO_ATS_INTEGRATION',
    accessRestricted: true,
  })
})

test('thirty jobs stand on one list, and people in Prospect are nobody’s business', async () => {
  const company = await aConnectedCompany(world)
  await connectAs(world, company.recruiter, 'sanne-de-wit')
  for (let i = 0; i < 30; i++) await aJobForExport(world, company.recruiter, { title: `Job ${i}` })
  const job = await aJobForExport(world, company.recruiter)
  await anApplication(world.app, company.recruiter, { jobId: job.id, candidate: { emails: ['noor@post.example'] } })
  await letSync(world)
  expect(offeredTo(world, company, 'sanne-de-wit')).toHaveLength(31)
  const lists = world.running.store.entityAcls.list(acl => acl.clientId === company.clientId)
  expect(lists).toHaveLength(31)
  expect(new Set(lists.map(acl => acl.atsEntityAclId))).toEqual(
    new Set([company.recruiter.userId.replace('user_', 'user-')]),
  )
  const assignees = world.running.store.entityAclAssignees.list(one => one.clientId === company.clientId)
  expect(assignees.map(one => one.memberId)).toEqual(['sanne-de-wit'])
  expect(callsOf(world, company, '*atsCandidates*')).toEqual([])
  expect(callsOf(world, company, '*atsApplications*')).toEqual([])
  expect(callsOf(world, company).filter(call => call.status !== 200)).toEqual([])
})

test('the list follows the hiring team: removed, put back, as delegate, as interviewer', async () => {
  const company = await aConnectedCompany(world)
  const second = await company.person({ roles: ['recruiter'] })
  await connectAs(world, second, 'sanne-de-wit')
  await connectAs(world, company.manager, 'joris-hoekstra')
  const job = await aJobForExport(world, company.recruiter, { team: [{ userId: second.userId, role: 'recruiter' }] })
  await letSync(world)
  expect(offeredTo(world, company, 'sanne-de-wit')).toEqual([job.reference])

  await perform(world.app, company.recruiter, work => removeFromHiringTeam(work, job.id, second.userId))
  await letSync(world)
  expect(offeredTo(world, company, 'sanne-de-wit')).toEqual([])
  expect(callsOf(world, company, '*atsEntityAcls').map(call => call.method)).toEqual(['PUT', 'DELETE'])

  const asDelegate = { role: 'delegate', delegateOf: company.recruiter.userId } as const
  await perform(world.app, company.recruiter, work =>
    addToHiringTeam(work, job.id, { userId: second.userId, ...asDelegate }),
  )
  await letSync(world)
  expect(offeredTo(world, company, 'sanne-de-wit')).toEqual([job.reference])

  await perform(world.app, company.admin, work =>
    changeTeamRole(work, job.id, { userId: second.userId, role: 'interviewer' }),
  )
  await letSync(world)
  expect(offeredTo(world, company, 'sanne-de-wit')).toEqual([])
})

test('without the Prospect stage, or closed to hiring managers, the job is known and not offered', async () => {
  const company = await aConnectedCompany(world)
  await connectAs(world, company.recruiter, 'sanne-de-wit')
  await connectAs(world, company.manager, 'joris-hoekstra')
  const deputy = await company.person({ roles: ['hiring_manager'] })
  await connectAs(world, deputy, 'meike-bos')
  const off = await aJobForExport(world, company.recruiter, { prospect: { enabled: false } })
  const recruitersOnly = await aJobForExport(world, company.recruiter, {
    prospect: { openToHiringManagers: false },
    team: [{ userId: company.manager.userId, role: 'hiring_manager' }],
  })
  await perform(world.app, company.admin, work =>
    addToHiringTeam(work, recruitersOnly.id, {
      userId: deputy.userId,
      role: 'delegate',
      delegateOf: company.manager.userId,
    }),
  )
  await letSync(world)
  expect(jobAtLinkedIn(world, company, off.reference)?.state).toBe('LISTED')
  expect(offeredTo(world, company, 'sanne-de-wit')).toEqual([recruitersOnly.reference])
  expect(offeredTo(world, company, 'joris-hoekstra')).toEqual([])
  expect(offeredTo(world, company, 'meike-bos')).toEqual([])
})

test('who disconnects, leaves the company or lets the connection end is taken off his list', async () => {
  const company = await aConnectedCompany(world)
  const [second, third] = [
    await company.person({ roles: ['recruiter'] }),
    await company.person({ roles: ['recruiter'] }),
  ]
  await connectAs(world, company.recruiter, 'sanne-de-wit')
  await connectAs(world, second, 'joris-hoekstra')
  await connectAs(world, third, 'meike-bos')
  const team = [second, third].map(user => ({ userId: user.userId, role: 'recruiter' as const }))
  await aJobForExport(world, company.recruiter, { team })
  await letSync(world)
  for (const member of ['sanne-de-wit', 'joris-hoekstra', 'meike-bos'])
    expect(offeredTo(world, company, member)).toHaveLength(1)

  await perform(world.app, company.recruiter, work => disconnect(work, company.recruiter.userId))
  await changeUser(world.app, company.admin, second.userId, { active: false })
  await letSync(world)
  expect(offeredTo(world, company, 'sanne-de-wit')).toEqual([])
  expect(offeredTo(world, company, 'joris-hoekstra')).toEqual([])
  expect(offeredTo(world, company, 'meike-bos')).toHaveLength(1)
  // Two months of challenges every two hours would only take time.
  forgetCallbackEndpoint(world.running.sandbox, company.clientId)
  await world.pass({ hours: 60 * 24 + 1 })
  expect(offeredTo(world, company, 'meike-bos')).toEqual([])
})

test('two instances with equal job ids keep their jobs and their credentials apart', async () => {
  const one = await aConnectedCompany(world, { contract: nederland })
  const other = await aConnectedCompany(world, { contract: belgie })
  await connectAs(world, one.recruiter, 'sanne-de-wit')
  await connectAs(world, other.recruiter, 'sanne-de-wit')
  const jobs = [
    await aJobForExport(world, one.recruiter, { title: 'Here' }),
    await aJobForExport(world, other.recruiter),
  ]
  await letSync(world)
  expect(jobs.map(job => job.reference)).toEqual(['TN-1001', 'TN-1001'])
  expect(offeredTo(world, one, 'sanne-de-wit')).toEqual(['TN-1001'])
  expect(offeredTo(world, other, 'sanne-de-wit')).toEqual(['TN-1001'])
  expect(jobAtLinkedIn(world, one, 'TN-1001')?.title).toBe('Here')
  expect(jobAtLinkedIn(world, other, 'TN-1001')?.title).not.toBe('Here')
  const foreign = [...callsOf(world, one), ...callsOf(world, other)].filter(
    call => call.status === 401 || call.status === 403,
  )
  expect(foreign).toEqual([])
  expect(
    callsOf(world, one, '/oauth/v2/accessToken').filter(call => call.requestBody.includes(other.clientId)),
  ).toEqual([])
})
