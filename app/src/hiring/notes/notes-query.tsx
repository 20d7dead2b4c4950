import { infiniteQueryOptions } from '@tanstack/react-query'
import { answer, api, queryClient } from '../../api.ts'
import { type Colleague, type NewNote, type Note, note } from './notes.shapes.ts'

/** Where notes are written: the person, or the person on one job. */
export interface NotesPlace {
  candidateId: string
  applicationId?: string | undefined
}

/** Keyed as notes: each event about one makes all open lists stale. */
export function notesQuery({ candidateId, applicationId }: NotesPlace) {
  return infiniteQueryOptions({
    queryKey: ['note', 'of', applicationId ?? candidateId],
    queryFn: async ({ pageParam }) => {
      const query = { limit: 25, ...(pageParam && { next: pageParam }) }
      const page = await answer(
        applicationId
          ? api.applications[':id'].notes.$get({ param: { id: applicationId }, query })
          : api.candidates[':id'].notes.$get({ param: { id: candidateId }, query }),
      )
      // The types of the routes end at a depth that lists in lists go beyond.
      return { ...page, data: page.data.map((one): Note => note.parse(one)) }
    },
    initialPageParam: '',
    getNextPageParam: page => page.next ?? undefined,
  })
}

export function postNote({ candidateId, applicationId }: NotesPlace, json: NewNote): Promise<unknown> {
  return answer(
    applicationId
      ? api.applications[':id'].notes.$post({ param: { id: applicationId }, json })
      : api.candidates[':id'].notes.$post({ param: { id: candidateId }, json }),
  )
}

/** Of the note's own place: who may read it decides who can be mentioned. */
export async function findColleagues({ candidateId, applicationId }: NotesPlace, q: string): Promise<Colleague[]> {
  const found = await answer(
    applicationId
      ? api.applications[':id'].notes.colleagues.$get({ param: { id: applicationId }, query: { q } })
      : api.candidates[':id'].notes.colleagues.$get({ param: { id: candidateId }, query: { q } }),
  )
  return found.data
}

export function refreshNotes(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: ['note'] })
}
