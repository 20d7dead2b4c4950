import type { Note } from '@lodestone/rsc/ats-notes'
import {
  deleteApplicationNotes,
  deleteCandidateNotes,
  putApplicationNotes,
  putCandidateNotes,
} from '@lodestone/rsc/ats-notes'
import { sql } from 'kysely'
import type { NoteBody } from '../../hiring/notes/note-body.shapes.ts'
import type { Work } from '../../platform/work.ts'
import { applicationKeyOf } from './application-record.ts'
import { candidateKeyOf } from './candidate-record.ts'
import { isOpen } from './gate.ts'
import type { Item, List } from './lists.ts'
import { toPlainText } from './note-text.ts'

/** The shared notes about somebody on one job. */
export const applicationNoteList: List<Note> = {
  resource: 'application_notes',
  parent: 'application',
  endpoint: 'atsApplicationNotes',
  isKept: false,
  read: (work, keys) =>
    readNotes(work, {
      places: sql`select a.tenant_id, a.id as key from application_for_linkedin a
        where a.tenant_id = ${work.tenantId} and a.id = any(${[...keys]})`,
      place: sql`n.application_id`,
    }),
  put: ({ client, organizationUrn }, key, items) =>
    putApplicationNotes(client, applicationKeyOf(key, organizationUrn), items.map(toKeyedNote)),
  remove: ({ client, organizationUrn }, key, ids) =>
    deleteApplicationNotes(client, applicationKeyOf(key, organizationUrn), ids),
}

/** The shared notes about a person, whatever the job. */
export const candidateNoteList: List<Note> = {
  resource: 'candidate_notes',
  parent: 'candidate',
  endpoint: 'atsCandidateNotes',
  isKept: false,
  read: (work, keys) =>
    readNotes(work, {
      places: sql`select c.tenant_id, c.id as key from candidate c
        where c.tenant_id = ${work.tenantId} and c.id = any(${[...keys]}) and ${isOpen}`,
      place: sql`n.candidate_id`,
    }),
  put: ({ client, organizationUrn }, key, items) =>
    putCandidateNotes(client, candidateKeyOf(key, organizationUrn), items.map(toKeyedNote)),
  remove: ({ client, organizationUrn }, key, ids) =>
    deleteCandidateNotes(client, candidateKeyOf(key, organizationUrn), ids),
}

const toKeyedNote = ({ id, body }: Item<Note>) => ({ id, note: body })

type Part = ReturnType<typeof sql>

interface Row {
  key: string
  id: string | null
  body: NoteBody
  created_at: Date
  first_name: string
  last_name: string
}

/** Private notes stay here, whoever wrote them; the words of withdrawn ones are gone. */
async function readNotes(
  work: Work,
  { places, place }: { places: Part; place: Part },
): Promise<Map<string, Item<Note>[]>> {
  const answer = await sql<Row>`
    select open.key, n.id, n.body, n.created_at, u.first_name, u.last_name
    from (${places}) open
    left join note n on n.tenant_id = open.tenant_id and ${place} = open.key
      and n.visibility = 'shared' and n.body is not null
    left join app_user u on u.tenant_id = n.tenant_id and u.id = n.author_id
    order by n.id`.execute(work.tx)
  const lists = new Map<string, Item<Note>[]>(answer.rows.map(row => [row.key, []]))
  for (const row of answer.rows) if (row.id !== null) lists.get(row.key)?.push({ id: row.id, body: toNote(row) })
  return lists
}

function toNote(row: Row): Note {
  return {
    atsCreatedAt: row.created_at.getTime(),
    note: toPlainText(row.body),
    author: { firstName: row.first_name, lastName: row.last_name },
  }
}
