import { signPush } from '@lodestone/rsc/signature'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { look } from '../../platform/work.ts'
import { findAccess } from '../access/access.queries.ts'
import { aConnectedCompany, aJobForExport, clickExport, connectAs, letSync } from '../testing/companies.ts'
import type { LinkedInWorld } from '../testing/linkedin-world.ts'
import { linkedInWorld } from '../testing/linkedin-world.ts'
import { listExportReceipts } from './export-receipts.queries.ts'

let world: LinkedInWorld
beforeAll(async () => {
  world = await linkedInWorld()
})
afterEach(() => world.clear())

test('fifty copies of one real push at the same moment are one application', async () => {
  const company = await aConnectedCompany(world)
  await connectAs(world, company.recruiter, 'sanne-de-wit')
  const job = await aJobForExport(world, company.recruiter)
  await letSync(world)
  // LinkedIn's own is lost, so that the fifty are all there is.
  world.running.sandbox.faults.add({ on: 'push', kind: 'lost', seed: 1, count: 1 })
  const order = { recruiter: 'sanne-de-wit', member: 'saskia-oudejans', jobReference: job.reference }
  const requestId = clickExport(world, company, order)
  const access = await look(world.app, company.admin, tx => findAccess(tx, company.tenantId))
  const secret = world.running.store.applications.get(company.clientId).clientSecret
  const body = JSON.stringify({ type: 'EXPORT_CANDIDATE_PROFILE', requestId })
  const headers = { 'x-li-signature': signPush(secret, Buffer.from(body)) }
  const push = () => fetch(access?.callbackUrl ?? '', { method: 'POST', body, headers })
  const answers = await Promise.all(Array.from({ length: 50 }, push))
  expect(new Set(answers.map(answer => answer.status))).toEqual(new Set([200]))
  await world.settle()
  const applications = await world.app.db.transactAsOwner(tx =>
    tx.selectFrom('application').select('id').where('tenant_id', '=', company.tenantId).execute(),
  )
  expect(applications).toHaveLength(1)
  const receipts = await look(world.app, company.admin, tx => listExportReceipts(tx, company.admin, { limit: 10 }))
  expect(receipts.data.map(receipt => receipt.outcome)).toEqual(['arrived'])
})
