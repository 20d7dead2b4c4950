import { afterEach, beforeAll, expect, test } from 'vitest'
import { aCompany } from '../../hiring/testing/builders.ts'
import { signedIn } from '../../platform/testing/test-http.ts'
import { look } from '../../platform/work.ts'
import { aConnectedCompany, connectAs } from '../testing/companies.ts'
import type { LinkedInWorld } from '../testing/linkedin-world.ts'
import { linkedInWorld } from '../testing/linkedin-world.ts'
import { userConnectionRoutes } from './user-connection.routes.ts'

let world: LinkedInWorld
beforeAll(async () => {
  world = await linkedInWorld()
})
afterEach(() => world.clear())

const address = '/api/v1/linkedin/connected-users'

test('each who works with LinkedIn, with connection and seat; others are not listed', async () => {
  const company = await aConnectedCompany(world, { level: 'contract' })
  await connectAs(world, company.recruiter, 'sanne-de-wit')
  const third = await company.person({ roles: ['recruiter'] })
  await connectAs(world, third, 'bram-kolk')
  const browser = await signedIn(world.app, company.admin, userConnectionRoutes)
  const body = (await browser.get(address)).body as { users: { userId: string }[]; unclaimedSeats: { name: string }[] }
  const of = (userId: string) => body.users.find(user => user.userId === userId)
  expect(of(company.recruiter.userId)).toMatchObject({ connection: 'connected', seat: 'found', canRemind: false })
  expect(of(third.userId)).toMatchObject({ connection: 'connected', seat: 'missing' })
  expect(of(company.manager.userId)).toMatchObject({ connection: 'none', seat: 'unknown', canRemind: true })
  expect(of(company.reader.userId)).toBeUndefined()
  expect(body.unclaimedSeats.map(seat => seat.name)).toContain('Joris Hoekstra')
  expect(body.unclaimedSeats.map(seat => seat.name)).not.toContain('Sanne de Wit')
})

test('a reminder goes to whom it helps, once a day, even when two administrators press at once', async () => {
  const company = await aConnectedCompany(world)
  await connectAs(world, company.recruiter, 'sanne-de-wit')
  const browser = await signedIn(world.app, company.admin, userConnectionRoutes)
  const remind = (userId: string) => browser.post(`${address}/${userId}/reminders`)
  const both = await Promise.all([remind(company.manager.userId), remind(company.manager.userId)])
  expect(both.map(answer => answer.status).sort()).toEqual([204, 429])
  const told = await look(world.app, company.manager, tx =>
    tx
      .selectFrom('notification')
      .select(['kind', 'link'])
      .where('user_id', '=', company.manager.userId)
      .where('kind', '=', 'linkedin.connectAccountReminder')
      .execute(),
  )
  expect(told).toEqual([{ kind: 'linkedin.connectAccountReminder', link: '/settings/connections' }])
  expect(await remind(company.recruiter.userId)).toMatchObject({ body: { code: 'linkedin.userReminderUseless' } })
  expect((await remind(company.reader.userId)).status).toBe(404)
  expect((await remind('usr_of_nobody')).status).toBe(404)
})

test('only administrators see the table, and as long as LinkedIn is off nobody is reminded', async () => {
  const company = await aCompany(world.app)
  const browser = await signedIn(world.app, company.recruiter, userConnectionRoutes)
  expect((await browser.get(address)).status).toBe(403)
  expect((await browser.post(`${address}/${company.manager.userId}/reminders`)).status).toBe(403)
  const admin = await signedIn(world.app, company.admin, userConnectionRoutes)
  expect(await admin.post(`${address}/${company.manager.userId}/reminders`)).toMatchObject({
    status: 409,
    body: { code: 'linkedin.userReminderUseless' },
  })
})
