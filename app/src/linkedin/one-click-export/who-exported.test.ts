import { afterEach, beforeAll, expect, test } from 'vitest'
import type { UserActor } from '../../platform/actor.ts'
import { look } from '../../platform/work.ts'
import { aConnectedCompany, aJobForExport, clickExport, connectAs, letSync } from '../testing/companies.ts'
import type { LinkedInWorld } from '../testing/linkedin-world.ts'
import { linkedInWorld } from '../testing/linkedin-world.ts'
import { listExportReceipts } from './export-receipts.queries.ts'

let world: LinkedInWorld
beforeAll(async () => {
  world = await linkedInWorld()
})
afterEach(() => world.clear())

interface Exporter {
  personUrn: string
  seatUrn: string
}

/** Sanne exports, and LinkedIn tells it in these words. */
async function anExport(tell: (exporter: Exporter) => Record<string, unknown>) {
  const company = await aConnectedCompany(world, { level: 'contract' })
  await connectAs(world, company.recruiter, 'sanne-de-wit')
  const job = await aJobForExport(world, company.recruiter)
  await letSync(world)
  const told = tell(await exporterOf(company.tenantId))
  world.network.answerInstead = url => {
    if (!url.includes('/exportedCandidates')) return undefined
    const { requestId, integrationContext } = world.running.store.exportedCandidates.list().at(-1) ?? {}
    const elements = [{ requestId, integrationContext, externalJobPostingId: job.reference, ...told }]
    return Response.json({ elements, paging: { start: 0, count: 10, links: [] } })
  }
  clickExport(world, company, { recruiter: 'sanne-de-wit', member: 'saskia-oudejans', jobReference: job.reference })
  await world.settle()
  return { company, job }
}

function exporterOf(tenantId: string): Promise<Exporter> {
  return world.app.db.transactAsOwner(tx =>
    tx
      .selectFrom('linkedin_user_connection as connection')
      .innerJoin('linkedin_seat as seat', join =>
        join
          .onRef('seat.tenant_id', '=', 'connection.tenant_id')
          .onRef('seat.person_urn', '=', 'connection.person_urn'),
      )
      .select(['seat.person_urn as personUrn', 'seat.seat_urn as seatUrn'])
      .where('connection.tenant_id', '=', tenantId)
      .executeTakeFirstOrThrow(),
  )
}

async function receiptsOf(actor: UserActor) {
  return (await look(world.app, actor, tx => listExportReceipts(tx, actor, { limit: 10 }))).data
}

const saskia = { member: 'urn:li:person:Saskia1', firstName: 'Saskia', lastName: 'Oudejans' }

test('an export that does not say who the person is reaches the one who exported', async () => {
  const { company, job } = await anExport(({ personUrn }) => ({
    exporter: { member: personUrn },
    candidate: { firstName: 'Saskia', lastName: 'Oudejans' },
  }))
  expect(await receiptsOf(company.recruiter)).toEqual([
    expect.objectContaining({
      cause: 'unreadable',
      personName: 'Saskia Oudejans',
      jobId: job.id,
      exporter: expect.objectContaining({ id: company.recruiter.userId }),
    }),
  ])
})

test('an export by somebody unknown is never credited to the former holder of the seat', async () => {
  const { company } = await anExport(({ seatUrn }) => ({
    exporter: { member: 'urn:li:person:Successor', seat: seatUrn },
    candidate: saskia,
  }))
  expect(await receiptsOf(company.admin)).toEqual([
    expect.objectContaining({ outcome: 'refused', cause: 'exporterUnknown', exporter: null }),
  ])
})

test('an export that names the seat alone belongs to its holder', async () => {
  const { company } = await anExport(({ seatUrn }) => ({ exporter: { seat: seatUrn }, candidate: saskia }))
  expect(await receiptsOf(company.recruiter)).toEqual([expect.objectContaining({ outcome: 'arrived' })])
})
