// What LinkedIn knows of two who became one, and of two again.
import { afterEach, beforeAll, expect, test } from 'vitest'
import { moveToStage } from '../../hiring/applications/stage-moves.ts'
import type { NewCandidate } from '../../hiring/candidates/candidates.shapes.ts'
import type { NotePlace } from '../../hiring/notes/note-places.ts'
import type { NoteVisibility } from '../../hiring/notes/notes.shapes.ts'
import { writeNote } from '../../hiring/notes/notes.ts'
import { aCandidate, anApplication, stageOf } from '../../hiring/testing/builders.ts'
import { perform } from '../../platform/work.ts'
import { receiptsCompanion } from '../one-click-export/merge-receipts.ts'
import {
  applicationAtLinkedIn,
  callsOf,
  candidateAtLinkedIn,
  lastCall,
  notesAtLinkedIn,
  spoilCalls,
} from '../testing/at-linkedin.ts'
import type { ConnectedCompany } from '../testing/companies.ts'
import { aConnectedCompany, aJobForExport, letSync } from '../testing/companies.ts'
import type { LinkedInWorld } from '../testing/linkedin-world.ts'
import { linkedInWorld } from '../testing/linkedin-world.ts'
import { mergePair, unmergePair } from './match-desk.ts'

let world: LinkedInWorld
let company: ConnectedCompany
beforeAll(async () => {
  world = await linkedInWorld()
})
afterEach(() => world.clear())

const address = () => `${crypto.randomUUID()}@post.example`

/** Two of one name, each with an address of his own. */
async function aPair(values: readonly [Partial<NewCandidate>, Partial<NewCandidate>] = [{}, {}]) {
  company = await aConnectedCompany(world)
  const add = (own: Partial<NewCandidate>) =>
    aCandidate(world.app, company.recruiter, { firstName: 'Noor', lastName: 'Bakker', emails: [address()], ...own })
  return { kept: await add(values[0]), absorbed: await add(values[1]), job: await aJob() }
}

const aJob = () => aJobForExport(world, company.recruiter)

type Steps = readonly ('application' | 'interview')[]

async function apply(candidateId: string, jobId: string, steps: Steps): Promise<string> {
  const { id } = await anApplication(world.app, company.recruiter, { jobId, candidateId })
  for (const kind of steps) {
    const toStageId = await stageOf(world.app, company.recruiter, { jobId, kind })
    await perform(world.app, company.recruiter, work => moveToStage(work, id, { toStageId }))
  }
  return id
}

const merge = (keptId: string, absorbedId: string) =>
  perform(world.app, company.recruiter, work =>
    mergePair(work, { keptId, absorbedId, choices: {} }, [receiptsCompanion]),
  )
const part = (mergeId: string) =>
  perform(world.app, company.recruiter, work => unmergePair(work, mergeId, [receiptsCompanion]))
const candidate = (id: string) => candidateAtLinkedIn(world, company, id)
const application = (id: string) => applicationAtLinkedIn(world, company, id)
const write = (place: NotePlace, text: string, visibility: NoteVisibility = 'shared') => {
  const paragraph = { type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }
  const body = { type: 'doc' as const, content: [paragraph] }
  return perform(world.app, company.recruiter, work => writeNote(work, place, { body, visibility }))
}
const notesOf = (place: NotePlace) =>
  notesAtLinkedIn(world, company, place)
    .map(one => one.note)
    .sort()
const statusOf = (id: string) => application(id)?.steps.map(step => step.stage)

/** But for the times, which say when something was changed. */
function withoutTimes<Held extends object>(held: Held | undefined) {
  return held && { ...held, atsLastModifiedAt: undefined }
}

test('one record with the addresses of both and all applications with their steps; two again, as they were', async () => {
  const { kept, absorbed, job } = await aPair()
  const [own, handed] = [
    await apply(kept.id, job.id, ['application']),
    await apply(absorbed.id, (await aJob()).id, ['application', 'interview']),
  ]
  await letSync(world)
  const read = () => [candidate(kept.id), candidate(absorbed.id), application(own), application(handed)]
  const were = read().map(withoutTimes)
  expect(were).not.toContain(undefined)

  const mergeId = await merge(kept.id, absorbed.id)
  await letSync(world)
  expect(candidate(absorbed.id)).toBeUndefined()
  expect(candidate(kept.id)?.emailAddresses).toEqual([...kept.emails, ...absorbed.emails])
  expect([application(own), application(handed)].map(one => one?.atsCandidateId)).toEqual([kept.id, kept.id])
  expect([statusOf(own), statusOf(handed)]).toEqual([
    ['Prospect', 'Application'],
    ['Prospect', 'Application', 'Interview'],
  ])

  await part(mergeId)
  await letSync(world)
  expect(read().map(withoutTimes)).toEqual(were)
})

test('both on one job: the application that has come further stays there, and the other comes back with its steps', async () => {
  const { kept, absorbed, job } = await aPair()
  const [waits, stays] = [
    await apply(kept.id, job.id, ['application']),
    await apply(absorbed.id, job.id, ['application', 'interview']),
  ]
  await letSync(world)
  const mergeId = await merge(kept.id, absorbed.id)
  await letSync(world)
  expect(application(waits)).toBeUndefined()
  expect(application(stays)).toMatchObject({ atsCandidateId: kept.id })
  await part(mergeId)
  await letSync(world)
  expect([application(waits)?.atsCandidateId, statusOf(waits)]).toEqual([kept.id, ['Prospect', 'Application']])
  expect([application(stays)?.atsCandidateId, statusOf(stays)]).toEqual([
    absorbed.id,
    ['Prospect', 'Application', 'Interview'],
  ])
})

test('shared notes of both are the one person’s there, and each one’s own again; a private one is nobody’s', async () => {
  const { kept, absorbed, job } = await aPair()
  const [own, handed] = [
    await apply(kept.id, job.id, ['application']),
    await apply(absorbed.id, (await aJob()).id, ['application']),
  ]
  await write({ candidateId: kept.id }, 'Knows queues.')
  await write({ candidateId: absorbed.id }, 'Available from March.')
  await write({ candidateId: absorbed.id }, 'Asks too much, canary.', 'private')
  await write({ applicationId: handed }, 'Spoke well.')
  await letSync(world)
  const read = () =>
    [{ candidateId: kept.id }, { candidateId: absorbed.id }, { applicationId: own }, { applicationId: handed }].map(
      notesOf,
    )
  const were = read()
  expect(were).toEqual([['Knows queues.'], ['Available from March.'], [], ['Spoke well.']])
  const mergeId = await merge(kept.id, absorbed.id)
  await letSync(world)
  expect(read()).toEqual([['Available from March.', 'Knows queues.'], [], [], ['Spoke well.']])
  await part(mergeId)
  await letSync(world)
  expect(read()).toEqual(were)
})

test('whoever is only in Prospect is not told of: before, by a merge with another one in Prospect, or after an undoing', async () => {
  const { kept, absorbed, job } = await aPair()
  await apply(kept.id, job.id, [])
  await apply(absorbed.id, (await aJob()).id, [])
  const before = lastCall(world)
  const mergeId = await merge(kept.id, absorbed.id)
  await letSync(world)
  await part(mergeId)
  await letSync(world)
  expect(callsOf(world, company, '*atsCandidates*', before)).toEqual([])
  expect(callsOf(world, company, '*atsApplications*', before)).toEqual([])
})

test('merged with somebody past Prospect he is part of whom LinkedIn knows, and forgotten there by the undoing', async () => {
  const { kept, absorbed, job } = await aPair()
  const quiet = await apply(kept.id, job.id, [])
  const told = await apply(absorbed.id, (await aJob()).id, ['application'])
  await letSync(world)
  expect([candidate(kept.id), application(quiet)]).toEqual([undefined, undefined])
  const mergeId = await merge(kept.id, absorbed.id)
  await letSync(world)
  expect([candidate(kept.id)?.emailAddresses?.length, candidate(absorbed.id)]).toEqual([2, undefined])
  expect([application(quiet), application(told)?.atsCandidateId]).toEqual([undefined, kept.id])
  await part(mergeId)
  await letSync(world)
  expect([candidate(kept.id), application(quiet)]).toEqual([undefined, undefined])
  expect([candidate(absorbed.id)?.emailAddresses, application(told)?.atsCandidateId]).toEqual([
    absorbed.emails,
    absorbed.id,
  ])
})

test('a candidate is deleted there only when no application names him any more, even after a failure', async () => {
  const { kept, absorbed, job } = await aPair()
  const told = await apply(absorbed.id, job.id, ['application'])
  await letSync(world)
  const start = lastCall(world)
  spoilCalls(world, { path: '*/atsApplications', kind: 'status', status: 503 })
  const mergeId = await merge(kept.id, absorbed.id)
  await letSync(world)
  await world.pass({ seconds: 400 })
  expect(changesAfter(start)).toEqual([
    'PUT atsCandidates',
    'PUT atsApplications',
    'PUT atsApplications',
    'DELETE atsCandidates',
  ])
  const between = lastCall(world)
  await part(mergeId)
  await letSync(world)
  expect(changesAfter(between)).toEqual(['PUT atsCandidates', 'PUT atsApplications', 'DELETE atsCandidates'])
  expect([candidate(kept.id), application(told)?.atsCandidateId]).toEqual([undefined, absorbed.id])
})

/** Each call that changed something, by its method and what it was about. */
function changesAfter(number: number): string[] {
  const calls = callsOf(world, company, '*', number).filter(call => ['PUT', 'DELETE'].includes(call.method))
  return calls.map(call => `${call.method} ${call.path.replace(/.*\/(\w+)$/, '$1')}`)
}
