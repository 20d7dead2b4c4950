import { createInstance } from '../../app/src/hiring/instances/instances.ts'
import { createUser } from '../../app/src/hiring/users/users.ts'
import type { UserActor } from '../../app/src/platform/actor.ts'
import type { App } from '../../app/src/platform/app.ts'
import { connectInstance, connectUser } from './connect-linkedin.ts'
import type { DemoJob } from './demo-jobs.ts'
import { jobsBelgie } from './demo-jobs-belgie.ts'
import { jobsNederland } from './demo-jobs-nederland.ts'
import type { DemoInstance, DemoUser } from './demo-people.ts'
import { belgie, demoPassword, emailOf, nederland, polderlogistiek } from './demo-people.ts'
import { fillJob, type Team } from './fill-job.ts'

/** The demo world, made through the front doors: verbs of the ATS, LinkedIn's own calls and the sandbox's admin. */
export async function seedDemo(app: App, sandboxUrl: string): Promise<void> {
  await seedInstance(app, sandboxUrl, nederland, jobsNederland)
  await seedInstance(app, sandboxUrl, belgie, jobsBelgie)
  await seedInstance(app, sandboxUrl, polderlogistiek, [])
}

export async function isEmpty(app: App): Promise<boolean> {
  const row = await app.db.transactAsOwner(tx => tx.selectFrom('tenant').select('id').limit(1).executeTakeFirst())
  return row === undefined
}

async function seedInstance(app: App, sandboxUrl: string, instance: DemoInstance, jobs: DemoJob[]): Promise<void> {
  const team = await seedPeople(app, instance)
  for (const job of jobs) await fillJob(app, team, job)
  if (!instance.linkedin) return
  const administrator = [...team.values()].find(user => user.roles.includes('administrator'))
  if (!administrator) throw new Error(`${instance.instanceName} has no administrator in the demo.`)
  await connectInstance({ app, sandboxUrl }, administrator, instance.linkedin)
  for (const user of instance.users.filter(one => one.connected)) {
    const actor = team.get(user.lastName)
    if (actor) await connectUser({ app, sandboxUrl }, actor, emailOf(user, instance.emailDomain))
  }
}

async function seedPeople(app: App, instance: DemoInstance): Promise<Team> {
  const first = instance.users.find(user => user.roles.includes('administrator'))
  if (!first) throw new Error(`${instance.instanceName} has no administrator in the demo.`)
  const { tenantId, administratorId } = await createInstance(app, {
    name: instance.name,
    instanceName: instance.instanceName,
    jobPrefix: instance.jobPrefix,
    administrator: newUser(first, instance),
  })
  const others = instance.users.filter(user => user !== first)
  const operator = { kind: 'operator', tenantId } as const
  const created = await Promise.all(others.map(user => createUser(app, operator, newUser(user, instance))))
  const ids = [administratorId, ...created.map(user => user.id)]
  const actors = [first, ...others].map((user, i): [string, UserActor] => {
    const name = `${user.firstName} ${user.lastName}`
    return [user.lastName, { kind: 'user', tenantId, userId: ids[i] ?? '', name, roles: user.roles }]
  })
  return new Map(actors)
}

function newUser(user: DemoUser, instance: DemoInstance) {
  const { firstName, lastName, roles } = user
  return { firstName, lastName, roles, email: emailOf(user, instance.emailDomain), password: demoPassword }
}
