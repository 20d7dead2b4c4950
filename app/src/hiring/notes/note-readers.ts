import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/db.ts'
import { invalid } from '../../platform/errors.ts'
import type { Work } from '../../platform/work.ts'
import { isOpenForUser } from '../applications/visible-applications.ts'
import { notify } from '../notifications/notifications.ts'
import { searchPattern, wordsOf } from '../search/words.ts'
import type { NoteBlock, NoteBody, NotePiece } from './note-body.shapes.ts'
import { isBlock, isEmpty, lengthOf, MAX_CHARACTERS, MAX_MENTIONS, mentionsIn } from './note-body.shapes.ts'
import type { NotePlace, OpenPlace } from './note-places.ts'
import { openPlace } from './note-places.ts'
import type { Colleague, NewNote } from './notes.shapes.ts'

const OFFERED = 8

/** Whom one may mention here, by the beginnings of his names. */
export async function listColleagues(
  tx: Tx,
  actor: Actor,
  { place, q }: { place: NotePlace; q: string },
): Promise<{ data: Colleague[] }> {
  await openPlace(tx, actor, place)
  const words = wordsOf(q).map(
    word => sql`findable(' ' || u.first_name || ' ' || u.last_name) like findable(${searchPattern(word)})`,
  )
  const which = [sql`u.tenant_id = ${actor.tenantId}`, mayRead(actor, place), ...words]
  const answer = await sql<Colleague>`
    select u.id, u.first_name || ' ' || u.last_name as name from app_user u
    where ${sql.join(which, sql` and `)}
    order by findable(u.first_name || ' ' || u.last_name) collate "C", u.id limit ${OFFERED}`.execute(tx)
  return { data: answer.rows }
}

/** A note that may be stored: within its limits, and with the names that its mentions have here. */
export async function checkNote(work: Work, place: NotePlace, { body, visibility }: NewNote): Promise<NoteBody> {
  if (isEmpty(body)) throw refused('note.empty', 'The note is empty. Write something first.')
  const ids = mentionsIn(body)
  if (ids.length > MAX_MENTIONS) {
    throw refused(
      'note.tooManyMentions',
      `A note mentions at most ${MAX_MENTIONS} colleagues. Take some of them out.`,
      {
        most: MAX_MENTIONS,
      },
    )
  }
  if (ids.length > 0 && visibility === 'private') {
    throw refused(
      'note.privateMention',
      'Only you read a private note, so nobody would hear of being mentioned. Take the names out, or share the note.',
    )
  }
  const names = await readNames(work, place, ids)
  const named = withNames(body, names)
  const length = lengthOf(named)
  if (length > MAX_CHARACTERS) {
    throw refused(
      'note.tooLong',
      `The note has ${length} characters, and at most ${MAX_CHARACTERS} are kept. Shorten it, or write two.`,
      { length, most: MAX_CHARACTERS },
    )
  }
  return named
}

/** Tells whoever is mentioned and was not before. Nobody is told of his own words. */
export async function notifyMentioned(
  work: Work,
  open: OpenPlace,
  { now, before }: { now: readonly string[]; before: readonly string[] },
): Promise<void> {
  const { actor } = work
  if (actor.kind !== 'user') return
  const page =
    'candidateId' in open.place ? `candidates/${open.place.candidateId}` : `applications/${open.place.applicationId}`
  for (const userId of now) {
    if (userId === actor.userId || before.includes(userId)) continue
    await notify(work, {
      userId,
      kind: 'note.mentioned',
      params: { from: actor.name, person: open.personName },
      link: `/${page}?tab=notes`,
    })
  }
}

async function readNames(work: Work, place: NotePlace, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const answer = await sql<Colleague>`
    select u.id, u.first_name || ' ' || u.last_name as name from app_user u
    where u.tenant_id = ${work.tenantId} and u.id = any(${[...ids]}::text[]) and ${mayRead(work.actor, place)}`.execute(
    work.tx,
  )
  const names = new Map(answer.rows.map(({ id, name }) => [id, name]))
  if (names.size < ids.length) {
    throw refused(
      'note.mentionNotReader',
      'Somebody who is mentioned cannot read this note: no such colleague works here, or not with this person. Take the name out.',
    )
  }
  return names
}

/** For a statement over `app_user u`. */
function mayRead(actor: Actor, place: NotePlace): RawBuilder<boolean> {
  if ('candidateId' in place) {
    return sql`(u.active and u.roles && array['administrator', 'recruiter', 'hiring_manager', 'read_only'])`
  }
  return sql`exists (
    select from application a join stage s on s.tenant_id = a.tenant_id and s.id = a.stage_id
    where a.tenant_id = ${actor.tenantId} and a.id = ${place.applicationId} and ${isOpenForUser()})`
}

function withNames(body: NoteBody, names: ReadonlyMap<string, string>): NoteBody {
  const named = <P extends NoteBlock | NotePiece>(part: P): P => {
    if (isBlock(part)) return { ...part, ...(part.content && { content: part.content.map(named) }) }
    if (part.type !== 'mention') return part
    return { ...part, attrs: { id: part.attrs.id, label: names.get(part.attrs.id) ?? part.attrs.label } }
  }
  return named(body)
}

function refused(code: string, message: string, params: Record<string, number> = {}) {
  return invalid({ code, message, params, errors: [{ field: 'body', message, code }] })
}
