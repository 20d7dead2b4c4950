import { afterEach, beforeAll, expect, test } from 'vitest'
import { getCandidate } from '../../hiring/candidates/candidates.queries.ts'
import { look } from '../../platform/work.ts'
import { aConnectedCompany, aJobForExport, clickExport, connectAs, letSync } from '../testing/companies.ts'
import type { LinkedInWorld } from '../testing/linkedin-world.ts'
import { linkedInWorld } from '../testing/linkedin-world.ts'

let world: LinkedInWorld
beforeAll(async () => {
  world = await linkedInWorld()
})
afterEach(() => world.clear())

test.each([
  ['first', { lastName: 'Oudejans-Vos' }, { firstName: 'Saskia', lastName: 'Oudejans-Vos' }],
  ['last', { firstName: 'Sas' }, { firstName: 'Sas', lastName: 'Oudejans' }],
])('a %s name that LinkedIn hides in a later export stays as it is known here', async (_half, shown, after) => {
  const company = await aConnectedCompany(world)
  await connectAs(world, company.recruiter, 'sanne-de-wit')
  const exportTo = async (title: string) => {
    const { reference } = await aJobForExport(world, company.recruiter, { title })
    await letSync(world)
    clickExport(world, company, { recruiter: 'sanne-de-wit', member: 'saskia-oudejans', jobReference: reference })
    await world.settle()
  }
  await exportTo('Tulip grower')
  const { candidateId, personUrn, exporterUrn } = await firstExportOf(company.tenantId)
  world.network.answerInstead = url =>
    url.includes('/exportedCandidates')
      ? lastExport({ exporter: { member: exporterUrn }, candidate: { member: personUrn, ...shown } })
      : undefined
  await exportTo('Climate engineer')
  const candidate = await look(world.app, company.recruiter, tx => getCandidate(tx, company.recruiter, candidateId))
  expect(candidate).toMatchObject(after)
  expect(candidate.applications).toHaveLength(2)
})

function lastExport(told: Record<string, unknown>): Response {
  const { requestId, integrationContext, externalJobPostingId } =
    world.running.store.exportedCandidates.list().at(-1) ?? {}
  const elements = [{ requestId, integrationContext, externalJobPostingId, ...told }]
  return Response.json({ elements, paging: { start: 0, count: 10, links: [] } })
}

function firstExportOf(tenantId: string) {
  return world.app.db.transactAsOwner(tx =>
    tx
      .selectFrom('linkedin_identity as identity')
      .innerJoin('linkedin_user_connection as exporter', 'exporter.tenant_id', 'identity.tenant_id')
      .select(['identity.candidate_id as candidateId', 'identity.person_urn as personUrn'])
      .select('exporter.person_urn as exporterUrn')
      .where('identity.tenant_id', '=', tenantId)
      .executeTakeFirstOrThrow(),
  )
}
