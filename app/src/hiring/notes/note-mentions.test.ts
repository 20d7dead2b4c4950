import { expect, test } from 'vitest'
import type { UserActor } from '../../platform/actor.ts'
import { testApp } from '../../platform/testing/test-app.ts'
import { signedIn } from '../../platform/testing/test-http.ts'
import { notificationsRoutes } from '../notifications/notifications.routes.ts'
import { aCompany, anActiveJob, anApplication } from '../testing/builders.ts'
import type { NoteBody } from './note-body.shapes.ts'
import { notesRoutes } from './notes.routes.ts'
import type { Note } from './notes.shapes.ts'

const naming = (...ids: string[]): NoteBody => ({
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Look: ' },
        ...ids.map(id => ({ type: 'mention' as const, attrs: { id, label: 'made up' } })),
      ],
    },
  ],
})

async function aPlace() {
  const app = await testApp()
  const company = await aCompany(app)
  const { recruiter, colleague } = company
  const job = await anActiveJob(app, recruiter, { team: [{ userId: colleague.userId, role: 'interviewer' }] })
  const { id, candidateId } = await anApplication(app, recruiter, { jobId: job.id, as: 'applicant' })
  const browserOf = (actor: UserActor) => signedIn(app, actor, notesRoutes, notificationsRoutes)
  const mine = await browserOf(recruiter)
  const toldTo = async (actor: UserActor) =>
    ((await (await browserOf(actor)).get('/api/v1/notifications')).body as { data: unknown[] }).data
  return {
    company,
    mine,
    toldTo,
    application: id,
    onApplication: `/api/v1/applications/${id}/notes`,
    onCandidate: `/api/v1/candidates/${candidateId}/notes`,
  }
}

test('whoever is mentioned is told once, under the name he has here and without the words', async () => {
  const { company, mine, toldTo, application, onApplication } = await aPlace()
  const { recruiter, colleague } = company
  const ids = [colleague.userId, colleague.userId, recruiter.userId]
  const answer = await mine.post(onApplication, { body: naming(...ids), visibility: 'shared' })
  expect(answer.status).toBe(201)
  const note = answer.body as Note
  expect(JSON.stringify(note.body)).toContain(colleague.name)
  expect(JSON.stringify(note.body)).not.toContain('made up')
  expect(await toldTo(colleague)).toEqual([
    expect.objectContaining({
      kind: 'note.mentioned',
      params: { from: recruiter.name, person: 'Noor Bakker' },
      link: `/applications/${application}?tab=notes`,
    }),
  ])
  expect(await toldTo(recruiter)).toEqual([])
})

test('an edit tells only who was not mentioned before', async () => {
  const { company, mine, toldTo, onApplication } = await aPlace()
  const { colleague, admin } = company
  const note = (await mine.post(onApplication, { body: naming(colleague.userId), visibility: 'shared' })).body as Note
  const body = naming(colleague.userId, admin.userId)
  expect(await mine.patch(`/api/v1/notes/${note.id}`, { body, visibility: 'shared', version: 1 })).toMatchObject({
    status: 200,
  })
  expect(await toldTo(colleague)).toHaveLength(1)
  expect(await toldTo(admin)).toHaveLength(1)
})

test('nobody is mentioned where he may not read, and nobody in a private note', async () => {
  const { company, mine, toldTo, onApplication, onCandidate } = await aPlace()
  const { colleague, manager } = company
  const cases = [
    // A manager who is not on the team of this job; an interviewer, who does not work with all candidates; nobody at all.
    { where: onApplication, id: manager.userId, visibility: 'shared', code: 'note.mentionNotReader' },
    { where: onCandidate, id: colleague.userId, visibility: 'shared', code: 'note.mentionNotReader' },
    { where: onCandidate, id: 'user_nobody', visibility: 'shared', code: 'note.mentionNotReader' },
    { where: onApplication, id: colleague.userId, visibility: 'private', code: 'note.privateMention' },
  ]
  for (const { where, id, visibility, code } of cases) {
    expect(await mine.post(where, { body: naming(id), visibility })).toMatchObject({ status: 422, body: { code } })
  }
  for (const actor of [colleague, manager]) expect(await toldTo(actor)).toEqual([])
})

test('offered are those who may read here, by the beginnings of their names', async () => {
  const { company, mine, onApplication, onCandidate } = await aPlace()
  const { admin, recruiter, manager, colleague, reader } = company
  const offered = async (address: string) =>
    ((await mine.get(address)).body as { data: { name: string }[] }).data.map(one => one.name)
  const all = (...people: UserActor[]) => people.map(one => one.name).sort()
  expect(await offered(`${onApplication}/colleagues`)).toEqual(all(admin, recruiter, colleague, reader))
  expect(await offered(`${onCandidate}/colleagues`)).toEqual(all(admin, recruiter, manager, reader))
  expect(await offered(`${onApplication}/colleagues?q=iris%20int`)).toEqual([colleague.name])
  expect(await offered(`${onApplication}/colleagues?q=hanna`)).toEqual([])
})
