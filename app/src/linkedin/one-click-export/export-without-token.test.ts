import { afterEach, beforeAll, expect, test } from 'vitest'
import { look } from '../../platform/work.ts'
import type { ConnectedCompany } from '../testing/companies.ts'
import { aConnectedCompany, aJobForExport, clickExport, connectAs, letSync } from '../testing/companies.ts'
import type { LinkedInWorld } from '../testing/linkedin-world.ts'
import { linkedInWorld } from '../testing/linkedin-world.ts'
import { listExportReceipts } from './export-receipts.queries.ts'

let world: LinkedInWorld
beforeAll(async () => {
  world = await linkedInWorld()
})
afterEach(() => world.clear())

async function anExporter() {
  const company = await aConnectedCompany(world)
  await connectAs(world, company.recruiter, 'sanne-de-wit')
  const job = await aJobForExport(world, company.recruiter)
  await letSync(world)
  const click = () =>
    clickExport(world, company, { recruiter: 'sanne-de-wit', member: 'saskia-oudejans', jobReference: job.reference })
  return { company, click }
}

async function outcomesOf(company: ConnectedCompany) {
  const page = await look(world.app, company.admin, tx => listExportReceipts(tx, company.admin, { limit: 10 }))
  return page.data.map(receipt => receipt.outcome)
}

function spoil(path: string, answer: () => Response): void {
  world.network.answerInstead = url => (url.includes(path) ? answer() : undefined)
}

test('a secret that nobody can read any more ends in one receipt after a day, and not in silence', async () => {
  const { company, click } = await anExporter()
  world.network.isDown = true
  click()
  await world.settle()
  await world.app.db.transactAsOwner(tx =>
    tx
      .updateTable('linkedin_access')
      .set({ client_secret: 'gone:abcd' })
      .where('tenant_id', '=', company.tenantId)
      .execute(),
  )
  world.network.isDown = false
  for (let hour = 0; hour < 20; hour += 5) await world.pass({ hours: 5 })
  expect(await outcomesOf(company)).toEqual([])
  expect(await reasonOf(company)).toMatch(/"gone", which is not in LODESTONE_ENCRYPTION_KEYS/)
  await world.pass({ hours: 5 })
  await world.pass({ hours: 5 })
  const { data } = await look(world.app, company.recruiter, tx =>
    listExportReceipts(tx, company.recruiter, { limit: 10 }),
  )
  expect(data).toEqual([expect.objectContaining({ outcome: 'failed', cause: 'notFetched' })])
})

async function reasonOf(company: ConnectedCompany): Promise<string | null | undefined> {
  const push = await world.app.db.transactAsOwner(tx =>
    tx
      .selectFrom('linkedin_push')
      .select('reason')
      .where('tenant_id', '=', company.tenantId)
      .where('kind', '=', 'EXPORT_CANDIDATE_PROFILE')
      .executeTakeFirst(),
  )
  return push?.reason
}

const no = (status: number) => Response.json({ message: 'No', status }, { status })

test.each([
  ['knows no such address', () => no(404)],
  ['refuses', () => no(403)],
  ['finds the request wrong', () => no(400)],
  ['answers with a page', () => new Response('<h1>Maintenance</h1>')],
])('a token address that %s in the middle of a fetch fails no export', async (_what, answer) => {
  const { company, click } = await anExporter()
  // LinkedIn has withdrawn the token, which is found out by the call itself.
  const { tokens } = world.running.store
  for (const token of tokens.list(one => one.clientId === company.clientId)) tokens.put({ ...token, isRevoked: true })
  spoil('/oauth/v2/accessToken', answer)
  click()
  await world.settle()
  for (let i = 0; i < 5; i++) await world.pass({ seconds: 60 })
  expect(await outcomesOf(company)).toEqual([])
  world.network.answerInstead = undefined
  await world.pass({ seconds: 16 * 60 })
  expect(await outcomesOf(company)).toEqual(['arrived'])
})

test('a state that cannot be read is no answer about the export', async () => {
  const { company, click } = await anExporter()
  await world.app.db.transactAsOwner(tx =>
    tx.deleteFrom('linkedin_integration').where('tenant_id', '=', company.tenantId).execute(),
  )
  spoil('/atsIntegrations', () => no(404))
  click()
  await world.settle()
  expect(await outcomesOf(company)).toEqual([])
  world.network.answerInstead = undefined
  await world.pass({ seconds: 60 })
  expect(await outcomesOf(company)).toEqual(['arrived'])
})

test('one unreadable answer at the end of an outage loses nobody', async () => {
  const { company, click } = await anExporter()
  spoil('/exportedCandidates', () => no(503))
  click()
  await world.settle()
  for (let i = 0; i < 5; i++) await world.pass({ seconds: 30 })
  let pages = 0
  world.network.answerInstead = url => {
    if (!url.includes('/exportedCandidates') || pages > 0) return undefined
    pages += 1
    return new Response('<h1>Almost there</h1>')
  }
  for (let i = 0; i < 3; i++) await world.pass({ seconds: 16 * 60 })
  expect(pages).toBe(1)
  expect(await outcomesOf(company)).toEqual(['arrived'])
})
