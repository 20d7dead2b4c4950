import { expect, test } from 'vitest'
import { z } from 'zod'
import { operation } from './http/operation.ts'
import { createRouter } from './http/router.ts'
import { createLog } from './log.ts'
import { aTenant, aUser } from './testing/builders.ts'
import { testApp } from './testing/test-app.ts'
import { openTestSession, signedIn } from './testing/test-http.ts'

function keptLog() {
  const lines: string[] = []
  const log = createLog('debug', { write: (line: string) => lines.push(line) })
  return { log, text: () => lines.join(''), parsed: () => lines.map(line => JSON.parse(line)) }
}

test('what opens a door or names a person is cut out', () => {
  const { log, text } = keptLog()
  const person = { firstName: 'Anna', lastName: 'de Vries', email: 'anna@example.com', phone: '+31 6 1234' }
  log.info({ ...person, password: 'tulpen', token: 'tok-1' }, 'one')
  log.info({ candidate: person, headers: { authorization: 'Bearer tok-2', cookie: 'lodestone_session=tok-3' } }, 'two')
  log.info({ a: { b: { clientSecret: 'sec-1', accessToken: 'tok-4' } } }, 'three')
  for (const planted of ['Anna', 'de Vries', 'anna@', '1234', 'tulpen', 'tok-', 'sec-1'])
    expect(text()).not.toContain(planted)
  expect(text()).toContain('[hidden]')
})

test('an error keeps its story and loses the addresses and the row in it', () => {
  const { log, text, parsed } = keptLog()
  const cause = Object.assign(new Error('duplicate key for anna@example.com'), {
    code: '23505',
    detail: 'Key (email)=(anna@example.com) already exists.',
    parameters: ['Anna'],
  })
  log.error({ err: cause }, 'failed')
  expect(parsed()[0]).toMatchObject({ err: { code: '23505', message: 'duplicate key for [hidden]' } })
  expect(text()).not.toMatch(/anna/i)
})

const broken = createRouter().openapi(
  operation({
    method: 'post',
    path: '/people/{email}',
    summary: 'Fails',
    params: z.object({ email: z.string() }),
    body: z.object({ firstName: z.string() }),
  }),
  c => {
    throw Object.assign(new Error(`no room for ${c.req.valid('param').email}`), {
      detail: c.req.valid('json').firstName,
    })
  },
)

test('a request leaves its pattern in the log, and nothing that was in it', async () => {
  const { log, text, parsed } = keptLog()
  const app = await testApp({ log })
  const tenant = await aTenant(app)
  const user = await aUser(app, tenant, { firstName: 'Geheimnaam' })
  const browser = await signedIn(app, user, () => broken)
  const answer = await browser.post('/api/v1/people/planted@example.com?q=plantedquery', { firstName: 'plantedname' })
  expect(answer.status).toBe(500)
  expect(JSON.stringify(answer.body)).not.toMatch(/planted|stack|no room/)
  const requestId = answer.headers.get('x-request-id')
  expect(answer.body).toMatchObject({ code: 'unexpected', requestId })
  expect(parsed()).toContainEqual(
    expect.objectContaining({
      requestId,
      method: 'POST',
      route: '/api/v1/people/:email',
      status: 500,
      tenantId: tenant.id,
    }),
  )
  expect(parsed()).toContainEqual(expect.objectContaining({ requestId, msg: 'request failed' }))
  const token = await openTestSession(app, user)
  await browser.get('/api/v1/people', { cookie: `lodestone_session=${token}`, authorization: 'Bearer plantedbearer' })
  expect(text()).not.toMatch(/planted|Geheimnaam|lodestone_session/)
  expect(text()).not.toContain(token)
})
