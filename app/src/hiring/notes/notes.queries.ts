import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/db.ts'
import { notFound } from '../../platform/errors.ts'
import type { Page } from '../../platform/http/paging.ts'
import { decodeCursor, toPage } from '../../platform/http/paging.ts'
import { isReadable, permissionsOn } from './note.policy.ts'
import type { NoteBody } from './note-body.shapes.ts'
import type { NotePlace } from './note-places.ts'
import { openPlace } from './note-places.ts'
import type { Note, NoteVisibility } from './notes.shapes.ts'

/** Newest first. A person comes with his applications, an application with the person, as far as the actor may read them. */
export async function listNotes(
  tx: Tx,
  actor: Actor,
  { place, limit, next }: { place: NotePlace; limit: number; next?: string | undefined },
): Promise<Page<Note> & { mayWrite: boolean }> {
  const open = await openPlace(tx, actor, place)
  const before = next === undefined ? sql`` : sql`and n.id < ${decodeCursor(next, z.string())}`
  const some = (which: RawBuilder<unknown>) => sql`
    (select n.* from note n where n.tenant_id = ${actor.tenantId} and ${which} and ${isReadable(actor)} ${before}
      order by n.id desc limit ${limit + 1})`
  const parts = [some(sql`n.application_id = any(${[...open.applicationIds]}::text[])`)]
  if (open.candidateId !== undefined) parts.push(some(sql`n.candidate_id = ${open.candidateId}`))
  const answer = await sql<NoteRow>`
    select ${columns} from (${sql.join(parts, sql` union all `)}) n ${joins}
    order by n.id desc limit ${limit + 1}`.execute(tx)
  const page = toPage(answer.rows, limit, { cursor: row => row.id, item: row => toNote(row, actor) })
  return { ...page, mayWrite: open.mayWrite }
}

/** For verbs, which have asked already whether the actor may see its place. */
export async function getNote(tx: Tx, actor: Actor, noteId: string): Promise<Note> {
  const answer = await sql<NoteRow>`
    select ${columns} from note n ${joins}
    where n.tenant_id = ${actor.tenantId} and n.id = ${noteId} and ${isReadable(actor)}`.execute(tx)
  const row = answer.rows[0]
  if (!row) throw notFound('note')
  return toNote(row, actor)
}

interface NoteRow {
  id: string
  application_id: string | null
  job_title: string | null
  author_id: string
  author_name: string
  visibility: NoteVisibility
  body: NoteBody | null
  created_at: Date
  edited_at: Date | null
  withdrawn_at: Date | null
  version: number
}

const columns = sql`
  n.id, n.application_id, j.title as job_title, n.author_id, u.first_name || ' ' || u.last_name as author_name,
  n.visibility, n.body, n.created_at, n.edited_at, n.withdrawn_at, n.version`

const joins = sql`
  join app_user u on u.tenant_id = n.tenant_id and u.id = n.author_id
  left join application a on a.tenant_id = n.tenant_id and a.id = n.application_id
  left join job j on j.tenant_id = a.tenant_id and j.id = a.job_id`

function toNote(row: NoteRow, actor: Actor): Note {
  const written = { authorId: row.author_id, isWithdrawn: row.withdrawn_at !== null }
  return {
    id: row.id,
    application: row.application_id === null ? null : { id: row.application_id, jobTitle: row.job_title ?? '' },
    author: { id: row.author_id, name: row.author_name },
    visibility: row.visibility,
    body: row.body,
    createdAt: row.created_at.toISOString(),
    editedAt: row.edited_at?.toISOString() ?? null,
    withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
    version: row.version,
    permissions: permissionsOn(actor, written),
  }
}
