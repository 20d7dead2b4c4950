import { sql } from 'kysely'
import type { Actor, UserActor } from '../../platform/actor.ts'
import { conflict, notAllowed, notFound } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import type { Work } from '../../platform/work.ts'
import { isReadable, permissionsOn } from './note.policy.ts'
import type { NoteBody } from './note-body.shapes.ts'
import { mentionsIn } from './note-body.shapes.ts'
import type { NotePlace, OpenPlace } from './note-places.ts'
import { holdPlace, openPlace } from './note-places.ts'
import { checkNote, notifyMentioned } from './note-readers.ts'
import { getNote } from './notes.queries.ts'
import type { NewNote, Note, NoteChange, NoteVisibility } from './notes.shapes.ts'

export async function writeNote(work: Work, place: NotePlace, input: NewNote): Promise<Note> {
  const author = authorOf(work.actor)
  // First, so that what is read below is true after a merge that was under way.
  await holdPlace(work.tx, work.tenantId, place)
  const open = await openPlace(work.tx, author, place)
  if (!open.mayWrite) {
    throw notAllowed(
      'note.mayNotWrite',
      'Recruiters, hiring managers and administrators write notes; on a job, those of its hiring team. You may read them.',
    )
  }
  const body = await checkNote(work, place, input)
  const id = newId('note')
  await work.tx
    .insertInto('note')
    .values({
      tenant_id: work.tenantId,
      id,
      candidate_id: 'candidateId' in place ? place.candidateId : null,
      application_id: 'applicationId' in place ? place.applicationId : null,
      author_id: author.userId,
      visibility: input.visibility,
      body: JSON.stringify(body),
      created_at: work.now,
    })
    .execute()
  await record(work, open, { id, before: undefined, after: input.visibility })
  await notifyMentioned(work, open, { now: mentionsIn(body), before: [] })
  return getNote(work.tx, author, id)
}

/** Its author changes the words, and who reads them. */
export async function changeNote(work: Work, noteId: string, input: NoteChange): Promise<Note> {
  const author = authorOf(work.actor)
  const note = await lockNote(work, noteId)
  if (!note.permissions.edit) {
    throw notAllowed('note.notYours', `Only ${note.authorName} changes this note. Write one of your own instead.`)
  }
  if (!note.open.mayWrite) {
    throw notAllowed(
      'note.mayNotWrite',
      'Recruiters, hiring managers and administrators write notes; on a job, those of its hiring team. You may read them.',
    )
  }
  if (note.version !== input.version) {
    throw conflict({
      code: 'note.changedMeanwhile',
      message:
        'This note was changed in another window meanwhile. Copy your words, look at it again, and change it then.',
    })
  }
  const body = await checkNote(work, note.open.place, input)
  await work.tx
    .updateTable('note')
    .set({
      body: JSON.stringify(body),
      visibility: input.visibility,
      edited_at: work.now,
      version: note.version + 1,
    })
    .where('tenant_id', '=', work.tenantId)
    .where('id', '=', noteId)
    .execute()
  await record(work, note.open, { id: noteId, before: note.visibility, after: input.visibility })
  await notifyMentioned(work, note.open, { now: mentionsIn(body), before: mentionsIn(note.body) })
  return getNote(work.tx, author, noteId)
}

/** The words go for good. That there were some, by whom and when, stays. */
export async function withdrawNote(work: Work, noteId: string): Promise<void> {
  const note = await lockNote(work, noteId)
  if (!note.permissions.withdraw) {
    throw notAllowed('note.mayNotWithdraw', `Only ${note.authorName} and administrators withdraw this note.`)
  }
  await work.tx
    .updateTable('note')
    .set({ body: null, withdrawn_at: work.now, version: note.version + 1 })
    .where('tenant_id', '=', work.tenantId)
    .where('id', '=', noteId)
    .execute()
  await record(work, note.open, { id: noteId, before: note.visibility, after: undefined })
}

function authorOf(actor: Actor): UserActor {
  if (actor.kind === 'user') return actor
  throw notAllowed('note.onlyPeople', 'Notes are written by people. Sign in as the person whose words they are.')
}

interface LockedNote {
  open: OpenPlace
  authorName: string
  visibility: NoteVisibility
  body: NoteBody
  version: number
  permissions: Note['permissions']
}

/** A withdrawn note, or one that the actor may not read, does not exist for him. */
async function lockNote(work: Work, noteId: string): Promise<LockedNote> {
  const answer = await sql<NoteRow>`
    select n.candidate_id, n.application_id, n.author_id, n.visibility, n.body, n.version,
      (select u.first_name || ' ' || u.last_name from app_user u where u.tenant_id = n.tenant_id and u.id = n.author_id) as author_name
    from note n
    where n.tenant_id = ${work.tenantId} and n.id = ${noteId} and n.body is not null and ${isReadable(work.actor)}
    for update of n`.execute(work.tx)
  const row = answer.rows[0]
  if (!row) throw notFound('note')
  const place =
    row.application_id === null ? { candidateId: row.candidate_id ?? '' } : { applicationId: row.application_id }
  const open = await openPlace(work.tx, work.actor, place)
  if ('candidateId' in place && open.candidateId === undefined) throw notFound('note')
  return {
    open,
    authorName: row.author_name,
    visibility: row.visibility,
    body: row.body,
    version: row.version,
    permissions: permissionsOn(work.actor, { authorId: row.author_id, isWithdrawn: false }),
  }
}

interface NoteRow {
  candidate_id: string | null
  application_id: string | null
  author_id: string
  author_name: string
  visibility: NoteVisibility
  body: NoteBody
  version: number
}

interface Passage {
  id: string
  /** Undefined: there was none. */
  before: NoteVisibility | undefined
  /** Undefined: there is none any more. */
  after: NoteVisibility | undefined
}

/** Never the words. What happens to a private note is told without what it is about, and stands in nobody's history. */
async function record(work: Work, open: OpenPlace, { id, before, after }: Passage): Promise<void> {
  const wasShared = before === 'shared'
  const isShared = after === 'shared'
  const subject = { kind: 'note', id }
  const what = before === undefined ? 'written' : after === undefined ? 'withdrawn' : 'changed'
  if (!wasShared && !isShared) return work.record({ kind: `note.${what}`, subject })
  await work.record({ kind: `note.${what}`, subject, change: { ...open.place, visibility: after ?? null } })
  const seen = !wasShared ? 'Added' : isShared ? 'Changed' : 'Withdrawn'
  if ('candidateId' in open.place) {
    return work.record({
      kind: `candidate.note${seen}`,
      subject: { kind: 'candidate', id: open.place.candidateId },
      change: { noteId: id },
    })
  }
  await work.record({
    kind: `application.note${seen}`,
    subject: { kind: 'application', id: open.place.applicationId },
    change: { noteId: id, ...open.job },
  })
}
