import { noteSchema } from '@lodestone/rsc/ats-notes'
import { putApplicationNote, removeApplicationNote } from '../../behaviours/application-parts.ts'
import { putCandidateNote, removeCandidateNote } from '../../behaviours/candidate-notes.ts'
import { readApplicationPlace, readCandidatePlace } from './part-places.ts'
import { describeParts } from './part-resource.ts'

export const atsCandidateNotes = describeParts({
  path: 'atsCandidates/{}/notes',
  quotaName: 'atsCandidateNotes',
  schema: noteSchema,
  readPlace: readCandidatePlace,
  put: putCandidateNote,
  remove: removeCandidateNote,
})

export const atsApplicationNotes = describeParts({
  path: 'atsApplications/{}/notes',
  quotaName: 'atsApplicationNotes',
  schema: noteSchema,
  readPlace: readApplicationPlace,
  put: putApplicationNote,
  remove: removeApplicationNote,
})
