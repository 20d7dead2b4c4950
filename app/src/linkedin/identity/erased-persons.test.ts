// Whoever is erased here is erased at LinkedIn, and is not brought back by what was on its way.
import { afterEach, beforeAll, expect, test } from 'vitest'
import { moveToStage } from '../../hiring/applications/stage-moves.ts'
import { listCandidates } from '../../hiring/candidates/candidates.queries.ts'
import { changeCandidate } from '../../hiring/candidates/candidates.ts'
import { eraseCandidate } from '../../hiring/erasing/erase-candidate.ts'
import { writeNote } from '../../hiring/notes/notes.ts'
import { stageOf } from '../../hiring/testing/builders.ts'
import { tracesOf } from '../../hiring/testing/traces.ts'
import { look, perform } from '../../platform/work.ts'
import { payloadsErasing } from '../delivery/erase-payloads.ts'
import { receiptsErasing } from '../one-click-export/erase-receipts.ts'
import { listExportReceipts } from '../one-click-export/export-receipts.queries.ts'
import {
  applicationAtLinkedIn,
  callsOf,
  candidateAtLinkedIn,
  lastCall,
  notesAtLinkedIn,
  spoilCalls,
} from '../testing/at-linkedin.ts'
import type { ConnectedCompany } from '../testing/companies.ts'
import { aConnectedCompany, aJobForExport, clickExport, connectAs, letSync } from '../testing/companies.ts'
import type { LinkedInWorld } from '../testing/linkedin-world.ts'
import { linkedInWorld } from '../testing/linkedin-world.ts'
import { identityErasing } from './erased-persons.ts'

let world: LinkedInWorld
let company: ConnectedCompany
let jobId: string
let exportAgain: () => string
beforeAll(async () => {
  world = await linkedInWorld()
})
afterEach(() => world.clear())

const personal = ['saskia', 'oudejans']

/** Exported, moved past Prospect, written about, and told to LinkedIn with all of it. */
async function anExportedPerson() {
  company = await aConnectedCompany(world)
  await connectAs(world, company.recruiter, 'sanne-de-wit')
  const job = await aJobForExport(world, company.recruiter)
  jobId = job.id
  await letSync(world)
  exportAgain = () =>
    clickExport(world, company, { recruiter: 'sanne-de-wit', member: 'saskia-oudejans', jobReference: job.reference })
  exportAgain()
  await world.settle()
  const [receipt] = await receipts()
  const ids = { candidateId: receipt?.candidateId ?? '', applicationId: receipt?.applicationId ?? '' }
  const toStageId = await stageOf(world.app, company.recruiter, { jobId, kind: 'interview' })
  const body = {
    type: 'doc' as const,
    content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Saskia knows peat.' }] }],
  }
  await perform(world.app, company.recruiter, async work => {
    await moveToStage(work, ids.applicationId, { toStageId })
    await writeNote(work, { applicationId: ids.applicationId }, { body, visibility: 'shared' })
  })
  await letSync(world)
  return ids
}

const receipts = async () =>
  (await look(world.app, company.admin, tx => listExportReceipts(tx, company.admin, { limit: 25 }))).data
const erase = (candidateId: string) =>
  perform(world.app, company.admin, work =>
    eraseCandidate(work, candidateId, { reason: 'request', name: 'Saskia Oudejans' }, [
      identityErasing,
      receiptsErasing,
      payloadsErasing,
    ]),
  )
const linkOf = (candidateId: string) =>
  world.app.db.transactAsOwner(tx =>
    tx
      .selectFrom('linkedin_identity')
      .select('person_urn as personUrn')
      .where('tenant_id', '=', company.tenantId)
      .where('candidate_id', '=', candidateId)
      .executeTakeFirstOrThrow(),
  )
const people = async () =>
  (await look(world.app, company.admin, tx => listCandidates(tx, company.admin, { limit: 10 }))).data

test('LinkedIn deletes the person with all that hung on him, and nothing here says who it was', async () => {
  const { candidateId, applicationId } = await anExportedPerson()
  expect(candidateAtLinkedIn(world, company, candidateId)).toBeDefined()
  expect(notesAtLinkedIn(world, company, { applicationId })).toHaveLength(1)
  const { personUrn } = await linkOf(candidateId)
  expect(await tracesOf(world.app, company.tenantId, personal)).toEqual(
    expect.arrayContaining(['candidate', 'export_receipt', 'note', 'sync_record']),
  )
  await erase(candidateId)
  // Before LinkedIn has heard of it, too.
  expect(await tracesOf(world.app, company.tenantId, [...personal, personUrn])).toEqual([])
  await letSync(world)
  expect(candidateAtLinkedIn(world, company, candidateId)).toBeUndefined()
  expect(applicationAtLinkedIn(world, company, applicationId)).toBeUndefined()
  expect(notesAtLinkedIn(world, company, { applicationId })).toEqual([])
  expect(await tracesOf(world.app, company.tenantId, [...personal, personUrn])).toEqual([])
  expect(await receipts()).toMatchObject([{ personName: null, candidateId: null, outcome: 'arrived' }])
})

test('while LinkedIn is down he is gone here, and there as soon as it answers', async () => {
  const { candidateId, applicationId } = await anExportedPerson()
  spoilCalls(world, { path: '*/atsCandidates', kind: 'status', status: 503, count: 5 })
  spoilCalls(world, { path: '*/atsApplications', kind: 'status', status: 503, count: 5 })
  await perform(world.app, company.recruiter, work => changeCandidate(work, candidateId, { headline: 'Peat, mostly' }))
  await world.settle()
  await erase(candidateId)
  await letSync(world)
  expect(candidateAtLinkedIn(world, company, candidateId)).toBeDefined()
  const before = lastCall(world)
  for (let tries = 0; candidateAtLinkedIn(world, company, candidateId) && tries < 10; tries++)
    await world.pass({ seconds: 900 })
  expect(candidateAtLinkedIn(world, company, candidateId)).toBeUndefined()
  expect(applicationAtLinkedIn(world, company, applicationId)).toBeUndefined()
  expect(callsOf(world, company, '*', before).filter(call => call.method === 'PUT')).toEqual([])
})

test('an export that was on its way does not bring him back, and does not say who it was; a later one may', async () => {
  const { candidateId } = await anExportedPerson()
  spoilCalls(world, { path: '*/exportedCandidates*', kind: 'status', status: 503 })
  exportAgain()
  await world.settle()
  await erase(candidateId)
  for (let tries = 0; (await receipts()).length < 2 && tries < 10; tries++) await world.pass({ seconds: 60 })
  const [late] = await receipts()
  expect(late).toMatchObject({ outcome: 'refused', cause: 'personErased', personName: null, candidateId: null, jobId })
  expect(await tracesOf(world.app, company.tenantId, personal)).toEqual([])
  expect(await people()).toEqual([])
  exportAgain()
  await world.settle()
  expect(await receipts()).toMatchObject([{ outcome: 'arrived' }, { cause: 'personErased' }, { outcome: 'arrived' }])
  expect(await people()).toMatchObject([{ lastName: 'Oudejans' }])
})
