import { expect, test } from 'vitest'
import { openSession } from '../../platform/auth/sign-ins.ts'
import { testApp, testClock } from '../../platform/testing/test-app.ts'
import { signedIn } from '../../platform/testing/test-http.ts'
import { look } from '../../platform/work.ts'
import { homeRoutes } from '../home/home.routes.ts'
import { aCompany, eventsOf, refusal } from '../testing/builders.ts'
import { usersRoutes } from './users.routes.ts'
import { changeUser, createUser } from './users.ts'

const aPerson = () => ({
  firstName: 'Sanne',
  lastName: 'Visser',
  email: `Sanne.${crypto.randomUUID()}@Example.com`,
  roles: ['recruiter' as const],
  password: 'bollen in april',
})

const from = { address: '127.0.0.1', userAgent: 'test' }

test('only administrators add people', async () => {
  const app = await testApp()
  const { recruiter, manager, reader, colleague } = await aCompany(app)
  for (const actor of [recruiter, manager, reader, colleague]) {
    expect(await refusal(createUser(app, actor, aPerson()))).toMatchObject({ code: 'user.onlyAdministrators' })
    expect(await refusal(changeUser(app, actor, actor.userId, { roles: [] }))).toMatchObject({
      code: 'user.onlyAdministrators',
    })
  }
})

test('a new person can sign in; an e-mail address is used once in a company', async () => {
  const app = await testApp()
  const { admin } = await aCompany(app)
  const person = aPerson()
  const user = await createUser(app, admin, person)
  expect(user).toMatchObject({
    firstName: 'Sanne',
    email: person.email.toLowerCase(),
    roles: ['recruiter'],
    active: true,
  })
  expect(await openSession(app, { ...from, email: person.email, password: person.password })).toBeDefined()
  expect(await refusal(createUser(app, admin, person))).toMatchObject({ kind: 'conflict', code: 'user.emailTaken' })
  expect(await eventsOf(app, admin, user.id)).toMatchObject([
    { kind: 'user.created', change: { roles: ['recruiter'] } },
  ])
})

test('somebody who works in another company too is added by the operator only, and keeps the password', async () => {
  const app = await testApp()
  const [one, other] = [await aCompany(app), await aCompany(app)]
  const person = aPerson()
  const first = await createUser(app, one.admin, person)
  // An administrator who chose the first password could otherwise sign in here with it.
  expect(await refusal(createUser(app, other.admin, person))).toMatchObject({ code: 'user.knownElsewhere' })
  const operator = { kind: 'operator', tenantId: other.admin.tenantId } as const
  const second = await createUser(app, operator, { ...person, password: 'somebody elses idea' })
  expect(second.id).not.toBe(first.id)
  expect(await openSession(app, { ...from, email: person.email, password: person.password })).toBeDefined()
  expect(await openSession(app, { ...from, email: person.email, password: 'somebody elses idea' })).toBeUndefined()
})

test('a company keeps an administrator, also when two take the role from each other', async () => {
  const app = await testApp()
  const company = await aCompany(app)
  const { admin } = company
  expect(await refusal(changeUser(app, admin, admin.userId, { roles: ['recruiter'] }))).toMatchObject({
    code: 'user.lastAdministrator',
  })
  const second = await company.person({ roles: ['administrator'] })
  for (const change of [{ roles: [] }, { active: false }]) {
    expect(await refusal(changeUser(app, admin, admin.userId, change))).toMatchObject({
      code: 'user.ownAdministratorRole',
    })
  }
  const outcomes = await Promise.all(
    [
      { actor: admin, victim: second },
      { actor: second, victim: admin },
    ].map(({ actor, victim }) =>
      changeUser(app, actor, victim.userId, { active: false }).then(
        () => 'done',
        error => error.code,
      ),
    ),
  )
  expect(outcomes.sort()).toEqual(['done', 'user.lastAdministrator'])
})

test('a change of roles is recorded with old and new, and nothing when nothing changes', async () => {
  const app = await testApp()
  const { admin, recruiter } = await aCompany(app)
  await changeUser(app, admin, recruiter.userId, { roles: ['recruiter', 'recruiter'] })
  await changeUser(app, admin, recruiter.userId, { roles: ['hiring_manager'], active: false })
  expect(await eventsOf(app, admin, recruiter.userId)).toMatchObject([
    {
      kind: 'user.changed',
      change: { old: { roles: ['recruiter'], active: true }, new: { roles: ['hiring_manager'], active: false } },
    },
  ])
  expect(await refusal(changeUser(app, admin, 'user_nobody', { active: true }))).toMatchObject({
    kind: 'notFound',
  })
})

test('a small first letter and an accent change no place, page by page', async () => {
  const app = await testApp()
  const company = await aCompany(app)
  for (const lastName of ['van Rijn', 'Zwart', 'de Wit', 'Éva', 'Visser']) await company.person({ lastName, roles: [] })
  const browser = await signedIn(app, company.admin, usersRoutes)
  const wanted = ['de Wit', 'Éva', 'van Rijn', 'Visser', 'Zwart']
  const found: string[] = []
  let next: string | null = ''
  while (next !== null) {
    const { body } = await browser.get(`/api/v1/users?limit=2${next && `&next=${encodeURIComponent(next)}`}`)
    const page = body as { data: { lastName: string }[]; next: string | null }
    found.push(...page.data.map(user => user.lastName))
    next = page.next
  }
  expect(found.filter(name => wanted.includes(name))).toEqual(wanted)
  expect(new Set(found).size).toBe(found.length)
})

test('lists people by last name, found by role and by words', async () => {
  const app = await testApp()
  const company = await aCompany(app)
  await company.person({ firstName: 'Zoë', lastName: 'Århus', roles: ['recruiter', 'hiring_manager'] })
  const browser = await signedIn(app, company.colleague, usersRoutes)
  const names = async (query: string) => {
    const { body } = await browser.get(`/api/v1/users${query}`)
    return (body as { data: { firstName: string }[] }).data.map(user => user.firstName)
  }
  expect(await names('')).toEqual(['Zoë', 'Ada', 'Iris', 'Lies', 'Hanna', 'Ruud'])
  expect(await names('?role=hiring_manager')).toEqual(['Zoë', 'Hanna'])
  expect(await names('?q=zoe%20arhus')).toEqual(['Zoë'])
  expect(await names('?q=WERV')).toEqual(['Ruud'])
  await changeUser(app, company.admin, company.recruiter.userId, { active: false })
  expect(await names('?active=true&role=recruiter')).toEqual(['Zoë'])
  expect(await names('?active=false')).toEqual(['Ruud'])
  const first = await browser.get('/api/v1/users?limit=4')
  const next = /<(.+)>/.exec(first.headers.get('link') ?? '')?.[1] ?? ''
  expect(await browser.get(next)).toMatchObject({
    body: { data: [{ firstName: 'Hanna' }, { firstName: 'Ruud' }], hasNext: false },
  })
})

test('a visit to Home ends when the browser says so, for that person alone', async () => {
  const clock = testClock('2026-03-01T09:00:00Z')
  const app = await testApp({ clock })
  const { recruiter, tenantId } = await aCompany(app)
  const browser = await signedIn(app, recruiter, homeRoutes)
  expect(await browser.put('/api/v1/home-visits')).toMatchObject({ status: 204 })
  const visits = await look(app, recruiter, tx =>
    tx.selectFrom('app_user').select(['id', 'home_visited_at']).where('tenant_id', '=', tenantId).execute(),
  )
  const ended = visits.filter(visit => visit.home_visited_at !== null)
  expect(ended).toEqual([{ id: recruiter.userId, home_visited_at: clock.now() }])
})

test('the API refuses a weak password and tells which field', async () => {
  const app = await testApp()
  const { admin } = await aCompany(app)
  const browser = await signedIn(app, admin, usersRoutes)
  expect(await browser.post('/api/v1/users', { ...aPerson(), password: 'short' })).toMatchObject({
    status: 422,
    body: { errors: [{ field: 'password' }] },
  })
  expect(await browser.post('/api/v1/users', { ...aPerson(), roles: ['emperor'] })).toMatchObject({ status: 422 })
  const there = await look(app, admin, tx => tx.selectFrom('app_user').select('id').execute())
  expect(there).toHaveLength(5)
})
