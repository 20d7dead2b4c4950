import { z } from 'zod'
import { candidateFilters, candidateSorts, searchText } from '../search/search.shapes.ts'
import { personName } from '../users/users.shapes.ts'

export const candidateColumnNames = [
  'headline',
  'title',
  'company',
  'location',
  'email',
  'skills',
  'applications',
  'added',
] as const

/** A list of candidates as somebody wants to see it again. */
export const listView = z.object({
  q: searchText.default(''),
  filters: candidateFilters.default({}),
  sort: z.enum(candidateSorts).nullable().default(null),
  columns: z.array(z.enum(candidateColumnNames)).max(candidateColumnNames.length).default([]),
})

const viewName = z.string().trim().min(1).max(100)

export const newSavedView = z.object({ name: viewName, shared: z.boolean().default(false), view: listView })
export type NewSavedView = z.infer<typeof newSavedView>

export const savedViewChange = z.object({
  name: viewName.optional(),
  shared: z.boolean().optional(),
  view: listView.optional(),
})
export type SavedViewChange = z.infer<typeof savedViewChange>

export const savedView = z.object({
  id: z.string(),
  name: z.string(),
  /** All colleagues see it; only its owner changes it. */
  shared: z.boolean(),
  owner: personName,
  isOwn: z.boolean(),
  view: listView,
  createdAt: z.string(),
  updatedAt: z.string(),
})
export type SavedView = z.infer<typeof savedView>
