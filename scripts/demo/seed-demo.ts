import { createInstance } from '../../app/src/hiring/instances/instances.ts'
import { newSavedView } from '../../app/src/hiring/saved-views/saved-views.shapes.ts'
import { saveView } from '../../app/src/hiring/saved-views/saved-views.ts'
import { createUser } from '../../app/src/hiring/users/users.ts'
import type { UserActor } from '../../app/src/platform/actor.ts'
import type { App } from '../../app/src/platform/app.ts'
import { perform } from '../../app/src/platform/work.ts'
import { connectInstance, connectUser } from './connect-linkedin.ts'
import type { DemoJob } from './demo-jobs.ts'
import { jobsBelgie } from './demo-jobs-belgie.ts'
import { jobsNederland } from './demo-jobs-nederland.ts'
import type { DemoInstance, DemoUser } from './demo-people.ts'
import { belgie, demoPassword, emailOf, nederland, polderlogistiek } from './demo-people.ts'
import { type DemoView, viewsNederland } from './demo-views.ts'
import { fillJob, type Team } from './fill-job.ts'
import { type DemoPool, fillPool, poolsNederland } from './fill-pool.ts'
import { type DemoNote, notesNederland, writeDemoNote } from './write-notes.ts'

/** The demo world, made through the front doors: verbs of the ATS, LinkedIn's own calls and the sandbox's admin. */
export async function seedDemo(app: App, sandboxUrl: string): Promise<void> {
  await seedInstance(app, sandboxUrl, nederland, {
    jobs: jobsNederland,
    views: viewsNederland,
    pools: poolsNederland,
    notes: notesNederland,
  })
  await seedInstance(app, sandboxUrl, belgie, { jobs: jobsBelgie })
  await seedInstance(app, sandboxUrl, polderlogistiek, {})
}

/** `begun`: a start was broken off while it filled the demo world. `own`: somebody's own companies. */
export async function readDemoState(app: App): Promise<'empty' | 'begun' | 'whole' | 'own'> {
  const { instances, users } = await app.db.transactAsOwner(async tx => ({
    instances: await tx.selectFrom('tenant').select('instance_name as name').execute(),
    users: await tx.selectFrom('app_user').select('email').execute(),
  }))
  if (instances.length === 0) return 'empty'
  if (!instances.some(({ name }) => name === nederland.instanceName)) return 'own'
  const emails = new Set(users.map(user => user.email))
  const { users: last, emailDomain } = polderlogistiek
  return last.every(user => emails.has(emailOf(user, emailDomain))) ? 'whole' : 'begun'
}

interface Contents {
  jobs?: DemoJob[]
  views?: DemoView[]
  pools?: DemoPool[]
  notes?: DemoNote[]
}

async function seedInstance(
  app: App,
  sandboxUrl: string,
  instance: DemoInstance,
  { jobs = [], views = [], pools = [], notes = [] }: Contents,
): Promise<void> {
  const team = await seedPeople(app, instance)
  for (const job of jobs) await fillJob(app, team, job)
  for (const pool of pools) await fillPool(app, team, pool)
  for (const note of notes) await writeDemoNote(app, team, note)
  for (const { owner, ...view } of views) {
    const actor = team.get(owner)
    if (actor) await perform(app, actor, work => saveView(work, newSavedView.parse(view)))
  }
  if (!instance.linkedin) return
  const first = instance.users.find(user => user.roles.includes('administrator'))
  const administrator = first && team.get(first.lastName)
  if (!administrator) throw new Error(`${instance.instanceName} has no administrator in the demo.`)
  const email = emailOf(first, instance.emailDomain)
  await connectInstance({ app, sandboxUrl }, { administrator, email }, instance.linkedin)
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
