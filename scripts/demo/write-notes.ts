import { listCandidates } from '../../app/src/hiring/candidates/candidates.queries.ts'
import type { NotePiece } from '../../app/src/hiring/notes/note-body.shapes.ts'
import { writeNote } from '../../app/src/hiring/notes/notes.ts'
import type { App } from '../../app/src/platform/app.ts'
import { look, perform } from '../../app/src/platform/work.ts'
import type { Team } from './fill-job.ts'
import { daysAgo } from './fill-job.ts'

export interface DemoNote {
  /** By last name. */
  author: string
  person: string
  visibility: 'shared' | 'private'
  daysAgo: number
  /** Last names after an @ are mentions. */
  text: string
}

export const notesNederland: DemoNote[] = [
  {
    author: 'de Wit',
    person: 'Amira Bouazza',
    visibility: 'shared',
    daysAgo: 6,
    text: 'Available from March. Prefers four days a week.',
  },
  {
    author: 'Bos',
    person: 'Amira Bouazza',
    visibility: 'shared',
    daysAgo: 4,
    text: 'Knows our domain well. @Hoekstra, will you plan the second talk?',
  },
  {
    author: 'de Wit',
    person: 'Amira Bouazza',
    visibility: 'private',
    daysAgo: 2,
    text: 'Ask about the notice period before the offer.',
  },
]

/** What colleagues wrote about somebody, on the person himself. */
export async function writeDemoNote(app: App, team: Team, note: DemoNote): Promise<void> {
  const author = team.get(note.author)
  if (!author) throw new Error(`Nobody of the demo can write the note on ${note.person}.`)
  const { data } = await look(app, author, tx => listCandidates(tx, author, { q: `"${note.person}"`, limit: 1 }))
  if (!data[0]) throw new Error(`The demo has nobody called ${note.person}.`)
  const place = { candidateId: data[0].id }
  const content = piecesOf(note.text, team)
  await perform(daysAgo(app, note.daysAgo), author, work =>
    writeNote(work, place, {
      visibility: note.visibility,
      body: { type: 'doc', content: [{ type: 'paragraph', content }] },
    }),
  )
}

function piecesOf(text: string, team: Team): NotePiece[] {
  const parts = text.split(/@(\w+)/)
  return parts.map((part, index): NotePiece => {
    const user = index % 2 === 1 ? team.get(part) : undefined
    return user ? { type: 'mention', attrs: { id: user.userId, label: user.name } } : { type: 'text', text: part }
  })
}
