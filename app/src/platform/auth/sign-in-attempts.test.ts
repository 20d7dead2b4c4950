import { expect, test } from 'vitest'
import { testApp, testClock } from '../testing/test-app.ts'
import { countAttempt, forgetAttempt } from './sign-in-attempts.ts'

function someAddress() {
  return `2001:db8::${crypto.randomUUID()}`
}

function someEmail() {
  return `${crypto.randomUUID()}@example.com`
}

test('a hundred failures from one address make it wait, also when they come at the same time', async () => {
  const app = await testApp()
  const address = someAddress()
  const outcomes = await Promise.allSettled(
    Array.from({ length: 103 }, () => countAttempt(app, { kind: 'password', who: someEmail(), address })),
  )
  expect(outcomes.filter(outcome => outcome.status === 'rejected')).toHaveLength(3)
  await countAttempt(app, { kind: 'password', who: someEmail(), address: someAddress() })
})

test('good sign-ins do not count against an address', async () => {
  const app = await testApp()
  const address = someAddress()
  for (let round = 0; round < 101; round++) {
    const attempt = { kind: 'password', who: someEmail(), address } as const
    await countAttempt(app, attempt)
    await forgetAttempt(app, attempt)
  }
  await countAttempt(app, { kind: 'password', who: someEmail(), address })
})

test('waiting does not grow longer by trying on', async () => {
  const clock = testClock('2026-03-01T09:00:00Z')
  const app = await testApp({ clock })
  const attempt = { kind: 'password', who: someEmail(), address: someAddress() } as const
  for (let round = 0; round < 10; round++) await countAttempt(app, attempt)
  clock.moveMs(14 * 60_000)
  await expect(countAttempt(app, attempt)).rejects.toMatchObject({ kind: 'tooMany', params: { minutes: 1 } })
  clock.moveMs(60_000)
  await countAttempt(app, attempt)
})

test('nothing that names a person or a place is kept', async () => {
  const app = await testApp()
  const attempt = { kind: 'password', who: someEmail(), address: someAddress() } as const
  await countAttempt(app, attempt)
  const rows = JSON.stringify(await app.db.owner.selectFrom('sign_in_attempt').selectAll().execute())
  expect(rows).not.toContain(attempt.who)
  expect(rows).not.toContain(attempt.address)
})
