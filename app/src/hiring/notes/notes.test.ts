import { expect, test } from 'vitest'
import type { UserActor } from '../../platform/actor.ts'
import { testApp } from '../../platform/testing/test-app.ts'
import { signedIn } from '../../platform/testing/test-http.ts'
import { candidatesRoutes } from '../candidates/candidates.routes.ts'
import { aCandidate, aCompany, anActiveJob, anApplication, eventsOf } from '../testing/builders.ts'
import type { NoteBody, NotePiece } from './note-body.shapes.ts'
import { notesRoutes } from './notes.routes.ts'
import type { Note, NoteVisibility } from './notes.shapes.ts'

interface NotesPage {
  data: Note[]
  next: string | null
  mayWrite: boolean
}

const saying = (...content: NotePiece[]): NoteBody => ({ type: 'doc', content: [{ type: 'paragraph', content }] })
const words = (text: string) => saying({ type: 'text', text })
const textOf = (note: Note) => JSON.stringify(note.body).match(/"text":"([^"]*)"/)?.[1] ?? null

async function aPlace() {
  const app = await testApp()
  const company = await aCompany(app)
  const { recruiter, manager, colleague } = company
  const job = await anActiveJob(app, recruiter, {
    team: [
      { userId: manager.userId, role: 'hiring_manager' },
      { userId: colleague.userId, role: 'interviewer' },
    ],
  })
  const application = await anApplication(app, recruiter, { jobId: job.id, as: 'applicant' })
  const onApplication = `/api/v1/applications/${application.id}/notes`
  const onCandidate = `/api/v1/candidates/${application.candidateId}/notes`
  const browserOf = (actor: UserActor) => signedIn(app, actor, notesRoutes, candidatesRoutes)
  const write = async (actor: UserActor, where: string, text: string, visibility: NoteVisibility = 'shared') => {
    const answer = await (await browserOf(actor)).post(where, { body: words(text), visibility })
    expect(answer).toMatchObject({ status: 201 })
    return answer.body as Note
  }
  const page = async (actor: UserActor, where: string) => (await (await browserOf(actor)).get(where)).body as NotesPage
  const read = async (actor: UserActor, where: string) => (await page(actor, where)).data.map(textOf)
  return { app, company, job, application, onApplication, onCandidate, browserOf, write, page, read }
}

test('a note has its author and its time, and is read where it was written', async () => {
  const { company, application, onApplication, write, page } = await aPlace()
  const { recruiter } = company
  const note = await write(recruiter, onApplication, 'Available from March.')
  expect(note).toEqual({
    id: expect.stringMatching(/^memo_/),
    application: { id: application.id, jobTitle: 'Tulip grower' },
    author: { id: recruiter.userId, name: recruiter.name },
    visibility: 'shared',
    body: words('Available from March.'),
    createdAt: expect.any(String),
    editedAt: null,
    withdrawnAt: null,
    version: 1,
    permissions: { edit: true, withdraw: true },
  })
  expect(await page(recruiter, onApplication)).toEqual({ data: [note], hasNext: false, next: null, mayWrite: true })
})

test('notes on the person and on the application are one list, newest first and page by page', async () => {
  const { company, onApplication, onCandidate, write, page, read } = await aPlace()
  const { recruiter } = company
  for (const text of ['one', 'three']) await write(recruiter, onCandidate, text)
  const middle = await write(recruiter, onApplication, 'on the job')
  await write(recruiter, onCandidate, 'last')
  for (const where of [onCandidate, onApplication]) {
    expect(await read(recruiter, where)).toEqual(['last', 'on the job', 'three', 'one'])
    const first = await page(recruiter, `${where}?limit=2`)
    expect(first.data[1]).toEqual(middle)
    expect(await read(recruiter, `${where}?limit=2&next=${first.next}`)).toEqual(['three', 'one'])
  }
})

test('an interviewer reads the notes of his job, none on the person himself, and writes none', async () => {
  const { company, onApplication, onCandidate, browserOf, write, page, read } = await aPlace()
  const { recruiter, colleague, reader, manager, admin } = company
  const onPerson = await write(recruiter, onCandidate, 'about the person')
  await write(recruiter, onApplication, 'about the job')
  expect(await read(colleague, onApplication)).toEqual(['about the job'])
  expect(await read(colleague, onCandidate)).toEqual(['about the job'])
  expect((await page(colleague, onApplication)).mayWrite).toBe(false)
  const theirs = await browserOf(colleague)
  for (const where of [onApplication, onCandidate]) {
    const answer = await theirs.post(where, { body: words('x'), visibility: 'private' })
    expect(answer).toMatchObject({ status: 403, body: { code: 'note.mayNotWrite' } })
  }
  const change = { body: words('x'), visibility: 'shared', version: 1 }
  expect(await theirs.patch(`/api/v1/notes/${onPerson.id}`, change)).toMatchObject({ status: 404 })
  expect(await theirs.delete(`/api/v1/notes/${onPerson.id}`)).toMatchObject({ status: 404 })
  expect((await page(reader, onApplication)).mayWrite).toBe(false)
  for (const actor of [manager, admin]) expect((await page(actor, onApplication)).mayWrite).toBe(true)
})

test('who may not open the application finds neither it nor its notes, there or at the person', async () => {
  const { company, onApplication, onCandidate, browserOf, write, read } = await aPlace()
  await write(company.recruiter, onApplication, 'about the job')
  const other = await company.person({ roles: ['recruiter'] })
  const browser = await browserOf(other)
  expect(await browser.get(onApplication)).toMatchObject({ status: 404 })
  expect(await browser.post(onApplication, { body: words('x'), visibility: 'shared' })).toMatchObject({ status: 404 })
  expect(await browser.get(`${onApplication}/colleagues`)).toMatchObject({ status: 404 })
  expect(await read(other, onCandidate)).toEqual([])
  const outsider = await company.person()
  expect(await (await browserOf(outsider)).get(onCandidate)).toMatchObject({ status: 404 })
})

test('its author changes the words, which is shown; others do not, and a stale window is told', async () => {
  const { app, company, application, onApplication, browserOf, write, page } = await aPlace()
  const { recruiter, manager, admin } = company
  const note = await write(recruiter, onApplication, 'first words')
  const at = `/api/v1/notes/${note.id}`
  const mine = await browserOf(recruiter)
  const change = { body: words('better words'), visibility: 'shared', version: 1 }
  for (const actor of [manager, admin]) {
    const answer = await (await browserOf(actor)).patch(at, change)
    expect(answer).toMatchObject({ status: 403, body: { code: 'note.notYours' } })
  }
  expect(await mine.patch(at, change)).toMatchObject({
    status: 200,
    body: { body: words('better words'), editedAt: expect.any(String), version: 2 },
  })
  expect(await mine.patch(at, change)).toMatchObject({ status: 409, body: { code: 'note.changedMeanwhile' } })
  expect((await page(manager, onApplication)).data[0]?.permissions).toEqual({ edit: false, withdraw: false })
  expect((await eventsOf(app, recruiter, application.id)).map(event => event.kind).slice(-2)).toEqual([
    'application.noteAdded',
    'application.noteChanged',
  ])
})

test('a withdrawn note leaves its author and its time, and no words', async () => {
  const { app, company, application, onApplication, browserOf, write, page } = await aPlace()
  const { recruiter, manager, admin } = company
  const [mine, theirs] = [await write(recruiter, onApplication, 'mine'), await write(manager, onApplication, 'theirs')]
  const browser = await browserOf(recruiter)
  expect(await browser.delete(`/api/v1/notes/${theirs.id}`)).toMatchObject({
    status: 403,
    body: { code: 'note.mayNotWithdraw' },
  })
  expect(await browser.delete(`/api/v1/notes/${mine.id}`)).toMatchObject({ status: 204 })
  expect(await (await browserOf(admin)).delete(`/api/v1/notes/${theirs.id}`)).toMatchObject({ status: 204 })
  const { data } = await page(manager, onApplication)
  expect(data.map(note => [note.author.name, note.body, note.permissions])).toEqual([
    [manager.name, null, { edit: false, withdraw: false }],
    [recruiter.name, null, { edit: false, withdraw: false }],
  ])
  const again = { body: words('again'), visibility: 'shared', version: 2 }
  expect(await browser.delete(`/api/v1/notes/${mine.id}`)).toMatchObject({ status: 404 })
  expect(await browser.patch(`/api/v1/notes/${mine.id}`, again)).toMatchObject({ status: 404 })
  const events = await eventsOf(app, recruiter, application.id)
  expect(events.at(-1)).toMatchObject({ kind: 'application.noteWithdrawn', change: { noteId: theirs.id } })
  expect(JSON.stringify(events)).not.toMatch(/mine|theirs/)
})

test('the history of a person tells of shared notes, to an interviewer only of those on his job', async () => {
  const { company, application, onApplication, onCandidate, browserOf, write } = await aPlace()
  const { recruiter, colleague } = company
  await write(recruiter, onCandidate, 'about the person')
  await write(recruiter, onApplication, 'about the job')
  await write(recruiter, onApplication, 'secret', 'private')
  const told = async (actor: UserActor) => {
    const browser = await browserOf(actor)
    const { body } = await browser.get(`/api/v1/candidates/${application.candidateId}/activity`)
    return (body as { data: { kind: string }[] }).data.map(line => line.kind).filter(kind => kind.includes('note'))
  }
  expect(await told(recruiter)).toEqual(['application.noteAdded', 'candidate.noteAdded'])
  expect(await told(colleague)).toEqual(['application.noteAdded'])
})

test('what is empty, too long or no note is refused in words', async () => {
  const { company, onCandidate, browserOf, write } = await aPlace()
  const browser = await browserOf(company.recruiter)
  const refusal = async (body: unknown) => {
    const answer = await browser.post(onCandidate, { body, visibility: 'shared' })
    expect(answer.status).toBe(422)
    return (answer.body as { code: string }).code
  }
  expect(await refusal(words('  '))).toBe('note.empty')
  expect(await refusal({ type: 'doc', content: [{ type: 'paragraph' }] })).toBe('note.empty')
  expect(await refusal(words('x'.repeat(10_001)))).toBe('note.tooLong')
  await write(company.recruiter, onCandidate, 'x'.repeat(10_000))
  const others = [
    '<p>Hello</p>',
    { type: 'doc', content: [] },
    { type: 'doc', content: [{ type: 'image', attrs: { src: 'https://example.com/x.png' } }] },
    saying({ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] }),
    saying({ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'data:text/html,x' } }] }),
  ]
  for (const body of others) expect(await refusal(body)).toBe('invalidInput')
})

test('markup is kept as it was written, and what a note has no room for is left out', async () => {
  const { company, onCandidate, browserOf } = await aPlace()
  const browser = await browserOf(company.recruiter)
  const link = { type: 'link', attrs: { href: 'https://example.com/cv' } }
  const inner = { type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'bold' }, link] }] }
  const list = (type: string, ...content: unknown[]) => ({ type, content: [{ type: 'listItem', content }] })
  const body = {
    type: 'doc',
    content: [list('bulletList', inner, list('orderedList', inner, list('bulletList', inner)))],
  }
  const answer = await browser.post(onCandidate, { body, visibility: 'shared' })
  expect(answer).toMatchObject({ status: 201, body: { body } })
  expect((answer.body as Note).body).toEqual(body)
  const styled = { ...inner, attrs: { style: 'position:fixed', onclick: 'alert(1)' } }
  const plain = await browser.post(onCandidate, { body: { type: 'doc', content: [styled] }, visibility: 'shared' })
  expect((plain.body as Note).body).toEqual({ type: 'doc', content: [inner] })
  const tooDeep = list('bulletList', list('bulletList', list('bulletList', list('bulletList', inner))))
  const refused = await browser.post(onCandidate, { body: { type: 'doc', content: [tooDeep] }, visibility: 'shared' })
  expect(refused.status).toBe(422)
})

test('notes of another company are out of reach', async () => {
  const { company, onCandidate, write } = await aPlace()
  const note = await write(company.recruiter, onCandidate, 'ours')
  const app = await testApp()
  const { admin, recruiter } = await aCompany(app)
  const own = await aCandidate(app, recruiter)
  const browser = await signedIn(app, admin, notesRoutes)
  expect(await browser.get(onCandidate)).toMatchObject({ status: 404 })
  expect(await browser.delete(`/api/v1/notes/${note.id}`)).toMatchObject({ status: 404 })
  expect(await browser.get(`/api/v1/candidates/${own.id}/notes`)).toMatchObject({ body: { data: [] } })
})
