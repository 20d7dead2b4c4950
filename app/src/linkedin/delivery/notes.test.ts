import { removeApplication } from '@lodestone/sandbox/behaviours/ats-applications'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { moveToStage } from '../../hiring/applications/stage-moves.ts'
import type { NoteBody } from '../../hiring/notes/note-body.shapes.ts'
import type { NotePlace } from '../../hiring/notes/note-places.ts'
import type { NoteVisibility } from '../../hiring/notes/notes.shapes.ts'
import { changeNote, withdrawNote, writeNote } from '../../hiring/notes/notes.ts'
import { aCandidate, anApplication, stageOf } from '../../hiring/testing/builders.ts'
import { look, perform } from '../../platform/work.ts'
import { callsOf, notesAtLinkedIn, spoilCalls } from '../testing/at-linkedin.ts'
import type { ConnectedCompany } from '../testing/companies.ts'
import { aConnectedCompany, aJobForExport, letSync, organization } from '../testing/companies.ts'
import type { LinkedInWorld } from '../testing/linkedin-world.ts'
import { linkedInWorld } from '../testing/linkedin-world.ts'

let world: LinkedInWorld
beforeAll(async () => {
  world = await linkedInWorld()
})
afterEach(() => world.clear())

const words = (text: string): NoteBody => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})

async function aProspect(company: ConnectedCompany) {
  const job = await aJobForExport(world, company.recruiter)
  const { id: candidateId } = await aCandidate(world.app, company.recruiter, {
    emails: [`${crypto.randomUUID()}@post.example`],
  })
  const { id: applicationId } = await anApplication(world.app, company.recruiter, { jobId: job.id, candidateId })
  const move = async (kind: 'application' | 'interview') => {
    const toStageId = await stageOf(world.app, company.recruiter, { jobId: job.id, kind })
    await perform(world.app, company.recruiter, work => moveToStage(work, applicationId, { toStageId }))
  }
  return { candidateId, applicationId, move, advance: () => move('application') }
}

const write = (company: ConnectedCompany, place: NotePlace, text: string, visibility: NoteVisibility = 'shared') =>
  perform(world.app, company.recruiter, work => writeNote(work, place, { body: words(text), visibility }))

const texts = (company: ConnectedCompany, place: NotePlace) =>
  notesAtLinkedIn(world, company, place).map(one => one.note)

test('shared notes go with the person past Prospect, those of before too; private ones never', async () => {
  const company = await aConnectedCompany(world)
  const { candidateId, applicationId, advance } = await aProspect(company)
  await write(company, { applicationId }, 'Knows queues.')
  await write(company, { applicationId }, 'Asks too much, canary.', 'private')
  await write(company, { candidateId }, 'Available from March.')
  await letSync(world)
  expect(callsOf(world, company, '*/notes*')).toEqual([])

  await advance()
  await letSync(world)
  expect(texts(company, { applicationId })).toEqual(['Knows queues.'])
  expect(notesAtLinkedIn(world, company, { candidateId })).toEqual([
    {
      note: 'Available from March.',
      atsCreatedAt: expect.any(Number),
      author: { firstName: expect.any(String), lastName: expect.any(String) },
    },
  ])
  await write(company, { applicationId }, 'Wants to start in spring.')
  await letSync(world)
  expect(texts(company, { applicationId })).toEqual(['Knows queues.', 'Wants to start in spring.'])
  expect(JSON.stringify(callsOf(world, company).map(call => call.requestBody))).not.toContain('canary')
})

test('a note that is changed, turned private or withdrawn follows at LinkedIn', async () => {
  const company = await aConnectedCompany(world)
  const { candidateId, applicationId, advance } = await aProspect(company)
  const changed = await write(company, { applicationId }, 'Knows queue.')
  const hidden = await write(company, { candidateId }, 'Between us.')
  const withdrawn = await write(company, { applicationId }, 'A mistake.')
  await advance()
  await letSync(world)
  await perform(world.app, company.recruiter, async work => {
    await changeNote(work, changed.id, { body: words('Knows queues.'), visibility: 'shared', version: changed.version })
    await changeNote(work, hidden.id, { body: words('Between us.'), visibility: 'private', version: hidden.version })
    await withdrawNote(work, withdrawn.id)
  })
  await letSync(world)
  expect(texts(company, { applicationId })).toEqual(['Knows queues.'])
  expect(texts(company, { candidateId })).toEqual([])
  await perform(world.app, company.recruiter, work =>
    changeNote(work, hidden.id, { body: words('For all.'), visibility: 'shared', version: hidden.version + 1 }),
  )
  await letSync(world)
  expect(texts(company, { candidateId })).toEqual(['For all.'])
})

test('more notes than one call takes all arrive, also when LinkedIn fails between the calls', async () => {
  const company = await aConnectedCompany(world)
  const { applicationId, advance } = await aProspect(company)
  for (let number = 0; number < 101; number++) await write(company, { applicationId }, `Note ${number}`)
  spoilCalls(world, { path: '*/notes', kind: 'status', status: 503, count: 1 })
  await advance()
  await letSync(world)
  for (let round = 0; round < 3; round++) await world.pass({ seconds: 400 })
  expect(texts(company, { applicationId }).sort()).toEqual(
    Array.from({ length: 101 }, (_, number) => `Note ${number}`).sort(),
  )
})

test('a note that LinkedIn refuses keeps no other one there that was taken back, and no words stay in the ledger', async () => {
  const company = await aConnectedCompany(world)
  const { applicationId, advance } = await aProspect(company)
  const first = await write(company, { applicationId }, 'Knows queues.')
  const second = await write(company, { applicationId }, 'For all, for now.')
  await advance()
  await letSync(world)
  world.network.answerInstead = (url, body) =>
    url.includes('/notes') && body.includes('Not this') ? Response.json({ message: 'No.' }, { status: 400 }) : undefined
  await perform(world.app, company.recruiter, async work => {
    await changeNote(work, first.id, { body: words('Not this.'), visibility: 'shared', version: first.version })
    await changeNote(work, second.id, { body: words('Not for all.'), visibility: 'private', version: second.version })
  })
  await letSync(world)
  expect(texts(company, { applicationId })).toEqual(['Knows queues.'])
  const kept = await look(world.app, company.admin, tx =>
    tx
      .selectFrom('sync_record')
      .select(['state', 'payload'])
      .where('tenant_id', '=', company.tenantId)
      .where('resource', '=', 'application_notes')
      .execute(),
  )
  expect(kept).toEqual([{ state: 'refused', payload: null }])
})

test('notes on an application that LinkedIn has lost are there again with it', async () => {
  const company = await aConnectedCompany(world)
  const { applicationId, advance, move } = await aProspect(company)
  await write(company, { applicationId }, 'Knows queues.')
  await advance()
  await letSync(world)
  removeApplication(world.running.sandbox, {
    clientId: company.clientId,
    integrationContext: organization,
    atsJobApplicationId: applicationId,
  })
  await move('interview')
  await letSync(world)
  await world.pass({ seconds: 5 })
  expect(texts(company, { applicationId })).toEqual(['Knows queues.'])
})
