import { expect, test } from 'vitest'
import type { UserActor } from '../../platform/actor.ts'
import { testApp } from '../../platform/testing/test-app.ts'
import { look, perform } from '../../platform/work.ts'
import { mergeCandidates } from '../merging/merge-candidates.ts'
import { unmerge } from '../merging/unmerge.ts'
import { aCompany, anActiveJob, anApplication } from '../testing/builders.ts'
import type { NoteBody } from './note-body.shapes.ts'
import type { NotePlace } from './note-places.ts'
import { listNotes } from './notes.queries.ts'
import type { NoteVisibility } from './notes.shapes.ts'
import { writeNote } from './notes.ts'

const words = (text: string): NoteBody => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})

test('notes go along with a merge, private ones of others too, and back with its undoing', async () => {
  const app = await testApp()
  const { recruiter, admin } = await aCompany(app)
  const job = await anActiveJob(app, recruiter)
  const [kept, absorbed] = [
    await anApplication(app, recruiter, { jobId: job.id, as: 'applicant' }),
    await anApplication(app, recruiter, { jobId: job.id, as: 'applicant' }),
  ]
  const write = (by: UserActor, place: NotePlace, visibility: NoteVisibility) =>
    perform(app, by, work => writeNote(work, place, { body: words(visibility), visibility })).then(note => note.id)
  const read = async (by: UserActor, place: NotePlace) => {
    const { data } = await look(app, by, tx => listNotes(tx, by, { place, limit: 100 }))
    return data.map(note => note.id).sort()
  }
  const onPerson = { candidateId: absorbed.candidateId }
  const onApplication = { applicationId: absorbed.id }
  const shared = [await write(recruiter, onPerson, 'shared'), await write(recruiter, onApplication, 'shared')]
  const secret = [await write(admin, onPerson, 'private'), await write(admin, onApplication, 'private')]
  const own = await write(recruiter, { applicationId: kept.id }, 'shared')

  const mergeId = await perform(app, recruiter, work =>
    mergeCandidates(work, { keptId: kept.candidateId, absorbedId: absorbed.candidateId, choices: {} }, []),
  )
  const onKept = { candidateId: kept.candidateId }
  expect(await read(recruiter, onKept)).toEqual([...shared, own].sort())
  expect(await read(admin, onKept)).toEqual([...shared, ...secret, own].sort())
  const later = await write(recruiter, onKept, 'shared')

  await perform(app, recruiter, work => unmerge(work, mergeId, []))
  expect(await read(recruiter, onPerson)).toEqual([...shared].sort())
  expect(await read(admin, onPerson)).toEqual([...shared, ...secret].sort())
  expect(await read(admin, onKept)).toEqual([own, later].sort())
})
