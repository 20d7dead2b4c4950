import { z } from 'zod'
import { noteBody } from './note-body.shapes.ts'

/** `shared`: everybody who may see what it is about. `private`: its author and nobody else. */
export const noteVisibilities = ['shared', 'private'] as const
export type NoteVisibility = (typeof noteVisibilities)[number]

export const newNote = z.object({ body: noteBody, visibility: z.enum(noteVisibilities) })
export type NewNote = z.infer<typeof newNote>

export const noteChange = newNote.extend({
  /** The version that was changed: another window may have been faster. */
  version: z.int().min(1).max(2_147_483_647),
})
export type NoteChange = z.infer<typeof noteChange>

export const note = z
  .object({
    id: z.string(),
    /** Null: about the person, whatever the job. */
    application: z.object({ id: z.string(), jobTitle: z.string() }).nullable(),
    author: z.object({ id: z.string(), name: z.string() }),
    visibility: z.enum(noteVisibilities),
    /** Null: withdrawn. */
    body: noteBody.nullable(),
    createdAt: z.iso.datetime(),
    editedAt: z.iso.datetime().nullable(),
    withdrawnAt: z.iso.datetime().nullable(),
    version: z.number(),
    permissions: z.object({ edit: z.boolean(), withdraw: z.boolean() }),
  })
  .meta({ id: 'Note' })
export type Note = z.infer<typeof note>

/** Who can be mentioned: colleagues who may read what is written here. */
export const colleagues = z.object({ data: z.array(z.object({ id: z.string(), name: z.string() })) })
export type Colleague = z.infer<typeof colleagues>['data'][number]

export const colleaguesQuery = z.object({ q: z.string().max(100).default('') })
