import type { KyselyPlugin } from 'kysely'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { addToHiringTeam } from '../../hiring/jobs/hiring-team.ts'
import type { ClaimedTask } from '../../platform/queue/queue.ts'
import { gate } from '../../platform/testing/gate.ts'
import { perform } from '../../platform/work.ts'
import { offeredTo } from '../testing/at-linkedin.ts'
import { aConnectedCompany, aJobForExport, connectAs, letSync } from '../testing/companies.ts'
import type { LinkedInWorld } from '../testing/linkedin-world.ts'
import { linkedInWorld } from '../testing/linkedin-world.ts'
import { DROP_EXPIRED, dropExpired } from './want.ts'

let world: LinkedInWorld
beforeAll(async () => {
  world = await linkedInWorld()
})
afterEach(() => world.clear())

// The embedded database runs one transaction after the other, so nobody can come in between there.
const onServer = test.runIf(process.env.LODESTONE_TEST_DATABASE_URL)

onServer('who joins a team while ended connections are looked for stays on the access list', async () => {
  const company = await aConnectedCompany(world)
  await connectAs(world, company.recruiter, 'sanne-de-wit')
  await connectAs(world, company.manager, 'joris-hoekstra')
  const job = await aJobForExport(world, company.recruiter)
  await letSync(world)
  const [joined, mayCommit, looked, goOn] = [gate(), gate(), gate(), gate()]
  const joining = perform(world.app, company.recruiter, async work => {
    await addToHiringTeam(work, job.id, { userId: company.manager.userId, role: 'hiring_manager' })
    joined.open()
    await mayCommit.opened
  })
  await joined.opened
  const pauseAfterEachStatement: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      looked.open()
      await goOn.opened
      return result
    },
  }
  const dropping = dropExpired(world.app, aTask(company.tenantId, pauseAfterEachStatement))
  await Promise.race([looked.opened, dropping])
  mayCommit.open()
  await joining
  await world.settle()
  goOn.open()
  await dropping
  await letSync(world)
  expect(offeredTo(world, company, 'joris-hoekstra')).toEqual([job.reference])
})

function aTask(tenantId: string, plugin: KyselyPlugin): ClaimedTask {
  const actor = { kind: 'scheduledJob', tenantId, job: DROP_EXPIRED } as const
  return {
    tenantId,
    kind: DROP_EXPIRED,
    key: 'all',
    payload: {},
    attempts: 1,
    finish: verb => perform(world.app, actor, work => verb({ ...work, tx: work.tx.withPlugin(plugin) })),
    refuseUnlessHeld: async () => undefined,
  }
}
