import { afterEach, beforeAll, expect, test } from 'vitest'
import { addToHiringTeam, removeFromHiringTeam } from '../../hiring/jobs/hiring-team.ts'
import { closeJob } from '../../hiring/jobs/jobs.ts'
import { changeUser } from '../../hiring/users/users.ts'
import type { Tx } from '../../platform/db/db.ts'
import { look, perform } from '../../platform/work.ts'
import type { ConnectedCompany } from '../testing/companies.ts'
import { aConnectedCompany, aJobForExport, clickExport, connectAs, letSync } from '../testing/companies.ts'
import type { LinkedInWorld } from '../testing/linkedin-world.ts'
import { linkedInWorld } from '../testing/linkedin-world.ts'
import { disconnect } from '../user-connection/user-connection.ts'
import { listExportReceipts } from './export-receipts.queries.ts'

let world: LinkedInWorld
beforeAll(async () => {
  world = await linkedInWorld()
})
afterEach(() => world.clear())

interface Place {
  company: ConnectedCompany
  jobId: string
}

type Between = (place: Place) => Promise<unknown>

const asOwner =
  (change: (tx: Tx, place: Place) => Promise<unknown>): Between =>
  place =>
    world.app.db.transactAsOwner(tx => change(tx, place))

const between: [string, Between, string][] = [
  [
    'the exporter left the hiring team',
    ({ company, jobId }) =>
      perform(world.app, company.admin, work => removeFromHiringTeam(work, jobId, company.manager.userId)),
    'exporterNotOnTeam',
  ],
  [
    'the exporter left the company',
    ({ company }) => changeUser(world.app, company.admin, company.manager.userId, { active: false }),
    'exporterNotOnTeam',
  ],
  [
    'the exporter disconnected LinkedIn',
    ({ company }) => perform(world.app, company.manager, work => disconnect(work, company.manager.userId)),
    'exporterUnknown',
  ],
  [
    'the job was closed',
    ({ company, jobId }) => perform(world.app, company.admin, work => closeJob(work, jobId, { reason: 'cancelled' })),
    'jobClosed',
  ],
  // What the ATS itself does not allow once a job is active is done to the rows.
  [
    'the job is a draft again',
    asOwner((tx, { jobId }) => tx.updateTable('job').set({ state: 'draft' }).where('id', '=', jobId).execute()),
    'jobNotActive',
  ],
  [
    'the job has another id',
    asOwner((tx, { jobId }) => tx.updateTable('job').set({ reference: 'TN-9999' }).where('id', '=', jobId).execute()),
    'jobUnknown',
  ],
  [
    'the Prospect stage is off',
    asOwner((tx, { jobId }) =>
      tx
        .updateTable('stage')
        .set({ enabled: false })
        .where('job_id', '=', jobId)
        .where('kind', '=', 'prospect')
        .execute(),
    ),
    'prospectOff',
  ],
  [
    'hiring managers may no longer add prospects',
    asOwner((tx, { jobId }) =>
      tx
        .updateTable('stage')
        .set({ open_to_hiring_managers: false })
        .where('job_id', '=', jobId)
        .where('kind', '=', 'prospect')
        .execute(),
    ),
    'exporterExcludedFromProspects',
  ],
]

test.each(between)('between click and arrival %s: with a receipt', async (_what, change, cause) => {
  const company = await aConnectedCompany(world)
  await connectAs(world, company.manager, 'joris-hoekstra')
  const team = [{ userId: company.manager.userId, role: 'hiring_manager' as const }]
  const job = await aJobForExport(world, company.recruiter, { team })
  await letSync(world)
  world.network.isDown = true
  clickExport(world, company, { recruiter: 'joris-hoekstra', member: 'saskia-oudejans', jobReference: job.reference })
  await world.settle()
  await change({ company, jobId: job.id })
  world.network.isDown = false
  await world.pass({ seconds: 60 })
  const receipts = await look(world.app, company.admin, tx => listExportReceipts(tx, company.admin, { limit: 10 }))
  expect(receipts.data).toEqual([
    expect.objectContaining({ outcome: 'refused', cause, personName: 'Saskia Oudejans', candidateId: null }),
  ])
  const left = await world.app.db.transactAsOwner(async tx => ({
    candidates: await tx.selectFrom('candidate').select('id').where('tenant_id', '=', company.tenantId).execute(),
    pushes: await tx
      .selectFrom('linkedin_push')
      .select('state')
      .where('tenant_id', '=', company.tenantId)
      .where('kind', '=', 'EXPORT_CANDIDATE_PROFILE')
      .execute(),
  }))
  expect(left).toEqual({ candidates: [], pushes: [{ state: 'done' }] })
})

test('the cause mended and exported again as the receipt says: the person arrives', async () => {
  const company = await aConnectedCompany(world)
  await connectAs(world, company.manager, 'joris-hoekstra')
  const member = { userId: company.manager.userId, role: 'hiring_manager' as const }
  const job = await aJobForExport(world, company.recruiter, { team: [member] })
  await letSync(world)
  const order = { recruiter: 'joris-hoekstra', member: 'saskia-oudejans', jobReference: job.reference }
  world.network.isDown = true
  clickExport(world, company, order)
  await world.settle()
  await perform(world.app, company.admin, work => removeFromHiringTeam(work, job.id, member.userId))
  world.network.isDown = false
  await world.pass({ seconds: 60 })
  await perform(world.app, company.admin, work => addToHiringTeam(work, job.id, member))
  await letSync(world)
  for (const _ of ['arrives', 'is there already']) {
    clickExport(world, company, order)
    await world.settle()
  }
  const receipts = await look(world.app, company.admin, tx => listExportReceipts(tx, company.admin, { limit: 10 }))
  expect(receipts.data.map(receipt => receipt.outcome)).toEqual(['joined', 'arrived', 'refused'])
})
