import { expect, test } from 'vitest'
import { createInstance } from '../../app/src/hiring/instances/instances.ts'
import { createUser } from '../../app/src/hiring/users/users.ts'
import { testApp } from '../../app/src/platform/testing/test-app.ts'
import type { DemoInstance } from './demo-people.ts'
import { demoPassword, emailOf, nederland, polderlogistiek } from './demo-people.ts'
import { readDemoState } from './seed-demo.ts'

test('a demo world that was broken off is told from a whole one and from somebody’s own companies', async () => {
  const app = await testApp()
  expect(await readDemoState(app)).toBe('empty')
  await open({ ...polderlogistiek, instanceName: 'Somebody’s own', emailDomain: 'own.example' }, 'OWN')
  expect(await readDemoState(app)).toBe('own')
  await open(nederland, 'TV')
  expect(await readDemoState(app)).toBe('begun')
  await open(polderlogistiek, 'PL')
  expect(await readDemoState(app)).toBe('whole')

  async function open(instance: DemoInstance, jobPrefix: string): Promise<void> {
    const [administrator, ...others] = instance.users.map(({ firstName, lastName, roles }) => {
      return {
        firstName,
        lastName,
        roles,
        email: emailOf({ firstName, lastName }, instance.emailDomain),
        password: demoPassword,
      }
    })
    if (!administrator) throw new Error('Nobody works there.')
    const { name, instanceName } = instance
    const { tenantId } = await createInstance(app, { name, instanceName, jobPrefix, administrator })
    for (const user of others) await createUser(app, { kind: 'operator', tenantId }, user)
  }
})
