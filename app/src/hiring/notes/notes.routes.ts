import { z } from 'zod'
import type { App } from '../../platform/app.ts'
import { operation } from '../../platform/http/operation.ts'
import { linkHeader, pageOf, pageQuery } from '../../platform/http/paging.ts'
import { createRouter } from '../../platform/http/router.ts'
import { look, perform } from '../../platform/work.ts'
import { listColleagues } from './note-readers.ts'
import { listNotes } from './notes.queries.ts'
import { colleagues, colleaguesQuery, newNote, note, noteChange } from './notes.shapes.ts'
import { changeNote, withdrawNote, writeNote } from './notes.ts'

const tags = ['Notes']
const params = z.object({ id: z.string() })
const notesPage = pageOf(note).extend({ mayWrite: z.boolean() })

/** Without scopes: a private note is its author's, and no program's that acts for him. */
export function notesRoutes(app: App) {
  return createRouter()
    .openapi(
      operation({
        method: 'get',
        path: '/candidates/{id}/notes',
        summary: 'List the notes on a candidate, newest first',
        description: 'With those on the applications that you may open.',
        tags,
        params,
        query: pageQuery,
        answer: notesPage,
      }),
      async c => {
        const request = { place: { candidateId: c.req.valid('param').id }, ...c.req.valid('query') }
        const page = await look(app, c.get('actor'), tx => listNotes(tx, c.get('actor'), request))
        linkHeader(c, page.next)
        return c.json(page, 200)
      },
    )
    .openapi(
      operation({
        method: 'post',
        path: '/candidates/{id}/notes',
        summary: 'Write a note on a candidate',
        tags,
        params,
        body: newNote,
        answer: note,
        status: 201,
      }),
      async c => {
        const place = { candidateId: c.req.valid('param').id }
        return c.json(await perform(app, c.get('actor'), work => writeNote(work, place, c.req.valid('json'))), 201)
      },
    )
    .openapi(
      operation({
        method: 'get',
        path: '/candidates/{id}/notes/colleagues',
        summary: 'Whom a note on a candidate can mention',
        tags,
        params,
        query: colleaguesQuery,
        answer: colleagues,
      }),
      async c => {
        const request = { place: { candidateId: c.req.valid('param').id }, ...c.req.valid('query') }
        return c.json(await look(app, c.get('actor'), tx => listColleagues(tx, c.get('actor'), request)), 200)
      },
    )
    .openapi(
      operation({
        method: 'get',
        path: '/applications/{id}/notes',
        summary: 'List the notes on an application, newest first',
        description: 'With those on the candidate himself, for whoever works with all candidates.',
        tags,
        params,
        query: pageQuery,
        answer: notesPage,
      }),
      async c => {
        const request = { place: { applicationId: c.req.valid('param').id }, ...c.req.valid('query') }
        const page = await look(app, c.get('actor'), tx => listNotes(tx, c.get('actor'), request))
        linkHeader(c, page.next)
        return c.json(page, 200)
      },
    )
    .openapi(
      operation({
        method: 'post',
        path: '/applications/{id}/notes',
        summary: 'Write a note on an application',
        tags,
        params,
        body: newNote,
        answer: note,
        status: 201,
      }),
      async c => {
        const place = { applicationId: c.req.valid('param').id }
        return c.json(await perform(app, c.get('actor'), work => writeNote(work, place, c.req.valid('json'))), 201)
      },
    )
    .openapi(
      operation({
        method: 'get',
        path: '/applications/{id}/notes/colleagues',
        summary: 'Whom a note on an application can mention',
        tags,
        params,
        query: colleaguesQuery,
        answer: colleagues,
      }),
      async c => {
        const request = { place: { applicationId: c.req.valid('param').id }, ...c.req.valid('query') }
        return c.json(await look(app, c.get('actor'), tx => listColleagues(tx, c.get('actor'), request)), 200)
      },
    )
    .openapi(
      operation({
        method: 'patch',
        path: '/notes/{id}',
        summary: 'Change a note of your own, and who reads it',
        tags,
        params,
        body: noteChange,
        answer: note,
      }),
      async c => {
        const { id } = c.req.valid('param')
        return c.json(await perform(app, c.get('actor'), work => changeNote(work, id, c.req.valid('json'))), 200)
      },
    )
    .openapi(
      operation({
        method: 'delete',
        path: '/notes/{id}',
        summary: 'Withdraw a note',
        description: 'The text is deleted. That there was a note, by whom and when, stays.',
        tags,
        params,
      }),
      async c => {
        await perform(app, c.get('actor'), work => withdrawNote(work, c.req.valid('param').id))
        return c.body(null, 204)
      },
    )
}
