import { z } from 'zod'
import { noteBody } from './note-body.shapes.ts'
import { type NewNote, noteVisibilities } from './notes.shapes.ts'

const KEPT_DAYS = 30
const draft = z.object({ body: noteBody, visibility: z.enum(noteVisibilities), at: z.number() })

/** What was written and not yet sent, kept in this browser for this person and this place. */
export interface DraftPlace {
  userId: string
  /** The candidate, the application, or the note that is being changed. */
  about: string
}

export function readDraft(place: DraftPlace): NewNote | undefined {
  const stored = draft.safeParse(parseJson(localStorage.getItem(keyOf(place))))
  if (!stored.success) return undefined
  const { at, ...note } = stored.data
  if (Date.now() - at < KEPT_DAYS * 24 * 60 * 60_000) return note
  dropDraft(place)
  return undefined
}

/** With every letter, so that nothing is lost when the window closes. */
export function keepDraft(place: DraftPlace, note: NewNote): void {
  try {
    localStorage.setItem(keyOf(place), JSON.stringify({ ...note, at: Date.now() }))
  } catch {
    // A full or forbidden store: the words are on the screen all the same.
  }
}

export function dropDraft(place: DraftPlace): void {
  localStorage.removeItem(keyOf(place))
}

function keyOf({ userId, about }: DraftPlace): string {
  return `lodestone.note.${userId}.${about}`
}

function parseJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return null
  }
}
