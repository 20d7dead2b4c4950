import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { UserActor } from '../../platform/actor.ts'
import { untilFeedIsWhole } from '../../platform/testing/feed.ts'
import { testApp } from '../../platform/testing/test-app.ts'
import { signedIn } from '../../platform/testing/test-http.ts'
import { look, perform } from '../../platform/work.ts'
import { listActivity } from '../candidates/activity.queries.ts'
import { listChanges } from '../changes/changes.queries.ts'
import { aCandidate, aCompany, eventsOf } from '../testing/builders.ts'
import type { NoteBody } from './note-body.shapes.ts'
import { notesRoutes } from './notes.routes.ts'
import type { Note, NoteVisibility } from './notes.shapes.ts'
import { changeNote, withdrawNote, writeNote } from './notes.ts'

const words = (text: string): NoteBody => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})

async function aPrivateNote(text = 'my own thoughts') {
  const app = await testApp()
  const company = await aCompany(app)
  const { id: candidateId } = await aCandidate(app, company.recruiter)
  const note = await perform(app, company.recruiter, work =>
    writeNote(work, { candidateId }, { body: words(text), visibility: 'private' }),
  )
  const at = `/api/v1/candidates/${candidateId}/notes`
  const read = async (actor: UserActor) =>
    ((await (await signedIn(app, actor, notesRoutes)).get(at)).body as { data: Note[] }).data.map(one => one.id)
  return { app, company, candidateId, note, read }
}

test('a private note is there for its author, and for nobody else: administrators included', async () => {
  const { app, company, note, read } = await aPrivateNote()
  const { recruiter, admin, manager, reader } = company
  expect(await read(recruiter)).toEqual([note.id])
  for (const actor of [admin, manager, reader]) {
    expect(await read(actor)).toEqual([])
    const browser = await signedIn(app, actor, notesRoutes)
    const change = { body: words('x'), visibility: 'shared', version: 1 }
    expect(await browser.patch(`/api/v1/notes/${note.id}`, change)).toMatchObject({ status: 404 })
    expect(await browser.delete(`/api/v1/notes/${note.id}`)).toMatchObject({ status: 404 })
  }
})

test('the database itself keeps it from everybody else, with no filter of the app', async () => {
  const { app, company, note } = await aPrivateNote()
  const { tenantId, recruiter, admin } = company
  const tries = (userId?: string) =>
    app.db.transact({ tenantId, ...(userId && { userId }) }, async tx => {
      const read = await sql`select body from note where tenant_id = ${tenantId}`.execute(tx)
      const changed = await sql`update note set visibility = 'shared' where id = ${note.id}`.execute(tx)
      return [read.rows.length, Number(changed.numAffectedRows)]
    })
  expect(await tries(admin.userId)).toEqual([0, 0])
  expect(await tries()).toEqual([0, 0])
  expect(await tries(recruiter.userId)).toEqual([1, 1])
  const forged = app.db.transact({ tenantId, userId: admin.userId }, tx =>
    sql`insert into note (tenant_id, id, candidate_id, author_id, visibility, body, created_at)
      select tenant_id, 'memo_forged', candidate_id, author_id, 'private', body, created_at from note
      where id = ${note.id}`.execute(tx),
  )
  await expect(forged).rejects.toMatchObject({ code: '42501' })
  const stolen = app.db.transact({ tenantId, userId: recruiter.userId }, tx =>
    sql`update note set visibility = 'private', author_id = ${admin.userId} where id = ${note.id}`.execute(tx),
  )
  await expect(stolen).rejects.toMatchObject({ code: '42501' })
  const removed = app.db.transact({ tenantId, userId: recruiter.userId }, tx => sql`delete from note`.execute(tx))
  await expect(removed).rejects.toMatchObject({ code: '42501' })
})

test('a private note that is withdrawn leaves nothing to see, not even for its author', async () => {
  const { app, company, note, read } = await aPrivateNote()
  await perform(app, company.recruiter, work => withdrawNote(work, note.id))
  expect(await read(company.recruiter)).toEqual([])
})

test('sharing a note tells history, and taking it back withdraws it there', async () => {
  const { app, company, candidateId, note, read } = await aPrivateNote()
  const { recruiter, manager } = company
  const kinds = async () =>
    (await eventsOf(app, recruiter, candidateId)).map(event => event.kind).filter(kind => kind.includes('note'))
  expect(await kinds()).toEqual([])
  const become = (visibility: NoteVisibility, version: number) =>
    perform(app, recruiter, work => changeNote(work, note.id, { body: words('said'), visibility, version }))
  await become('shared', 1)
  expect(await read(manager)).toEqual([note.id])
  await become('private', 2)
  expect(await read(manager)).toEqual([])
  expect(await kinds()).toEqual(['candidate.noteAdded', 'candidate.noteWithdrawn'])
})

test('its words stand in no history, feed, queue or notification, and what it is about in none either', async () => {
  const canary = 'zebra-in-the-greenhouse'
  const { app, company, candidateId, note } = await aPrivateNote(canary)
  const { recruiter, admin, tenantId } = company
  await perform(app, recruiter, work =>
    changeNote(work, note.id, { body: words(`${canary} again`), visibility: 'private', version: 1 }),
  )
  await perform(app, recruiter, work => withdrawNote(work, note.id))
  await untilFeedIsWhole(app.db)
  const seen = [
    await look(app, admin, tx => listActivity(tx, admin, { candidateId, limit: 100 })),
    await look(app, admin, tx => listChanges(tx, admin, { limit: 100 })),
  ]
  expect(JSON.stringify(seen)).not.toMatch(/zebra|note/)
  const stored = await app.db.transactAsOwner(async tx => [
    (await sql`select * from event where tenant_id = ${tenantId}`.execute(tx)).rows,
    (await sql`select * from notification where tenant_id = ${tenantId}`.execute(tx)).rows,
    (await sql`select * from task where tenant_id = ${tenantId}`.execute(tx)).rows,
    (await sql`select * from note where tenant_id = ${tenantId}`.execute(tx)).rows,
  ])
  expect(JSON.stringify(stored)).not.toContain(canary)
  expect((await eventsOf(app, recruiter, note.id)).map(event => [event.kind, event.change])).toEqual([
    ['note.written', {}],
    ['note.changed', {}],
    ['note.withdrawn', {}],
  ])
})
