import { expect, test } from 'vitest'
import type { UserActor } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import { testApp } from '../../platform/testing/test-app.ts'
import { look, perform } from '../../platform/work.ts'
import { closeApplication } from '../applications/close-application.ts'
import { moveToStage } from '../applications/stage-moves.ts'
import { getCandidate } from '../candidates/candidates.queries.ts'
import { mergeCandidates } from '../merging/merge-candidates.ts'
import { unmerge } from '../merging/unmerge.ts'
import { noteBody } from '../notes/note-body.shapes.ts'
import { writeNote } from '../notes/notes.ts'
import { addToPool } from '../talent-pools/pool-members.ts'
import { createPool } from '../talent-pools/talent-pools.ts'
import { aCandidate, aCompany, anActiveJob, anApplication, refused, stageOf } from '../testing/builders.ts'
import { tracesOf } from '../testing/traces.ts'
import { eraseCandidate } from './erase-candidate.ts'
import { listErasures } from './erasing.queries.ts'
import type { NewErasure } from './erasing.shapes.ts'

const bySlip: NewErasure = { reason: 'request', name: 'Zebedee Quirk' }
const erase = (app: App, actor: UserActor, id: string, input = bySlip) =>
  perform(app, actor, work => eraseCandidate(work, id, input, []))

const words = (...content: unknown[]) => noteBody.parse({ type: 'doc', content: [{ type: 'paragraph', content }] })

/** Somebody of whom there is something everywhere, and a namesake who was merged into him. */
async function aKnownPerson(app: App) {
  const company = await aCompany(app)
  const { recruiter, manager, colleague } = company
  const by = <T>(actor: UserActor, verb: Parameters<typeof perform<T>>[2]) => perform(app, actor, verb)
  const person = { firstName: 'Zebedee', lastName: 'Quirk', headline: 'Plays the ophicleide' }
  const kept = await aCandidate(app, recruiter, {
    ...person,
    emails: ['zeb.one@post.example'],
    phones: ['+31612345678'],
  })
  const absorbed = await aCandidate(app, recruiter, {
    ...person,
    emails: ['zeb.two@post.example'],
    skills: ['ophicleide'],
  })
  const team = [
    { userId: manager.userId, role: 'hiring_manager' as const },
    { userId: colleague.userId, role: 'interviewer' as const },
  ]
  const [job, second] = [await anActiveJob(app, recruiter, { team }), await anActiveJob(app, recruiter)]
  const own = await anApplication(app, recruiter, { jobId: job.id, candidateId: kept.id })
  const waits = await anApplication(app, recruiter, { jobId: job.id, candidateId: absorbed.id })
  const handed = await anApplication(app, recruiter, { jobId: second.id, candidateId: absorbed.id })
  const toStageId = await stageOf(app, recruiter, { jobId: job.id, kind: 'interview' })
  await by(recruiter, work => moveToStage(work, own.id, { toStageId }))
  const mention = { type: 'mention', attrs: { id: colleague.userId, label: '' } }
  const shared = { visibility: 'shared' as const }
  await by(recruiter, work =>
    writeNote(
      work,
      { applicationId: own.id },
      { body: words(mention, { type: 'text', text: ' hear the ophicleide' }), ...shared },
    ),
  )
  for (const place of [{ applicationId: own.id }, { applicationId: waits.id }, { candidateId: absorbed.id }]) {
    const to = { type: 'mention', attrs: { id: manager.userId, label: '' } }
    await by(recruiter, work => writeNote(work, place, { body: words(to), ...shared }))
  }
  await by(manager, work =>
    writeNote(
      work,
      { applicationId: own.id },
      { body: words({ type: 'text', text: 'Ophicleide? No.' }), visibility: 'private' },
    ),
  )
  await by(manager, work =>
    writeNote(
      work,
      { candidateId: absorbed.id },
      { body: words({ type: 'text', text: 'Ophicleide!' }), visibility: 'private' },
    ),
  )
  const pool = await by(recruiter, work => createPool(work, { name: 'Brass' }))
  await by(recruiter, work => addToPool(work, pool.id, { candidateIds: [absorbed.id] }))
  await by(recruiter, work =>
    closeApplication(work, handed.id, { as: 'rejected', reason: 'other', comment: 'The ophicleide is too loud' }),
  )
  const mergeId = await by(recruiter, work =>
    mergeCandidates(work, { keptId: kept.id, absorbedId: absorbed.id, choices: {} }, []),
  )
  return { company, kept, absorbed, job, mergeId, applications: [own.id, waits.id, handed.id] }
}

const personal = ['zebedee', 'quirk', 'ophicleide', 'zeb.one', 'zeb.two', '612345678']

test('nothing of him is left in any table, nor of whom was merged into him, nor in notes that others keep to themselves', async () => {
  const app = await testApp()
  const { company, kept, absorbed, applications } = await aKnownPerson(app)
  const { tenantId, admin } = company
  expect(await tracesOf(app, tenantId, personal)).toEqual(
    expect.arrayContaining([
      'application_closing',
      'candidate',
      'candidate_merge',
      'candidate_words',
      'note',
      'notification',
    ]),
  )
  await erase(app, admin, kept.id, { ...bySlip, name: '  zebedee  quirk ' })
  expect(await tracesOf(app, tenantId, personal)).toEqual([])
  // That something happened, and what became of it, is history. It does not say to whom.
  expect(await tracesOf(app, tenantId, [kept.id, absorbed.id, ...applications])).toEqual(['erasure', 'event'])
})

test('somebody else of his name, on the same job, is untouched', async () => {
  const app = await testApp()
  const { company, kept, job } = await aKnownPerson(app)
  const other = await aCandidate(app, company.recruiter, { firstName: 'Zebedee', lastName: 'Quirk' })
  const application = await anApplication(app, company.recruiter, { jobId: job.id, candidateId: other.id })
  const before = await tracesOf(app, company.tenantId, [application.id])
  await erase(app, company.admin, kept.id)
  expect(await look(app, company.admin, tx => getCandidate(tx, company.admin, other.id))).toMatchObject({
    id: other.id,
  })
  expect(await tracesOf(app, company.tenantId, [application.id])).toEqual(before)
})

test('his merge cannot be undone any more, and he cannot be erased twice', async () => {
  const app = await testApp()
  const { company, kept, absorbed, mergeId } = await aKnownPerson(app)
  await erase(app, company.admin, kept.id)
  expect(await refused(app, company.recruiter, work => unmerge(work, mergeId, []))).toMatchObject({ kind: 'notFound' })
  for (const id of [kept.id, absorbed.id]) {
    expect(await refused(app, company.admin, work => eraseCandidate(work, id, bySlip, []))).toMatchObject({
      kind: 'notFound',
    })
  }
})

test('only administrators erase, and only whose name they have typed', async () => {
  const app = await testApp()
  const { company, kept } = await aKnownPerson(app)
  for (const actor of [company.recruiter, company.manager, company.reader]) {
    const refusal = await refused(app, actor, work => eraseCandidate(work, kept.id, bySlip, []))
    expect(refusal).toMatchObject({ kind: 'notAllowed', code: 'erasing.mayNotErase' })
  }
  const other = { ...bySlip, name: 'Zebedee Querk' }
  expect(await refused(app, company.admin, work => eraseCandidate(work, kept.id, other, []))).toMatchObject({
    kind: 'invalid',
    errors: [{ field: 'name', code: 'erasing.otherName' }],
  })
  const stranger = await aCompany(app)
  expect(await refused(app, stranger.admin, work => eraseCandidate(work, kept.id, bySlip, []))).toMatchObject({
    kind: 'notFound',
  })
  expect(await look(app, company.admin, tx => getCandidate(tx, company.admin, kept.id))).toMatchObject({ id: kept.id })
})

test('administrators read that somebody was erased, when, by whom and why', async () => {
  const app = await testApp()
  const { company, kept } = await aKnownPerson(app)
  await erase(app, company.admin, kept.id, { ...bySlip, reason: 'retention' })
  const { data } = await look(app, company.admin, tx => listErasures(tx, company.admin, { limit: 10 }))
  expect(data).toMatchObject([{ candidateId: kept.id, reason: 'retention', erasedBy: { id: company.admin.userId } }])
  expect(await refused(app, company.recruiter, work => listErasures(work.tx, work.actor, { limit: 10 }))).toMatchObject(
    {
      kind: 'notAllowed',
    },
  )
})
