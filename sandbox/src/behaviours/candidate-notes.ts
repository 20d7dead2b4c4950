import type { Note } from '@lodestone/rsc/ats-notes'
import { Refusal } from '../refusal.ts'
import type { Sandbox } from '../sandbox.ts'
import { candidateNoteIdOf } from '../store.ts'
import type { CandidatePlace } from '../synced-records.ts'
import { findCandidate, refuseUnknownCandidate } from './ats-candidates.ts'

type NotePlace = CandidatePlace & { readonly id: string }

/** A note on the person and not on one application; replaced whole, and only below a candidate who is there. */
export function putCandidateNote(sandbox: Sandbox, place: NotePlace, note: Note): void {
  if (findCandidate(sandbox, place) === undefined) throw refuseUnknownCandidate()
  const notes = sandbox.store.atsCandidateNotes
  const changedAt = sandbox.clock.now()
  const createdAt = notes.find(candidateNoteIdOf(place))?.createdAt ?? changedAt
  notes.put({ ...place, body: note, createdAt, changedAt })
}

export function removeCandidateNote(sandbox: Sandbox, place: NotePlace): void {
  if (sandbox.store.atsCandidateNotes.remove(candidateNoteIdOf(place))) return
  throw new Refusal(404, 'unknown-record', 'The note does not exist.')
}
