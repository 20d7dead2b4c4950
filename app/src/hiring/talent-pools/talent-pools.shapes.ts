import { z } from 'zod'
import { personName } from '../users/users.shapes.ts'

const poolKinds = ['linkedin', 'plain'] as const

export const newTalentPool = z.object({ name: z.string().trim().min(1).max(100) })
export type NewTalentPool = z.infer<typeof newTalentPool>

export const talentPool = z
  .object({
    id: z.string(),
    kind: z.enum(poolKinds),
    name: z.string(),
    /** Null: the system made it. */
    owner: personName.nullable(),
    memberCount: z.number(),
    createdAt: z.string(),
    updatedAt: z.string(),
    /** What this user may do with this pool now, so that the screen offers nothing that would be refused. */
    permissions: z.object({ edit: z.boolean(), editMembers: z.boolean() }),
  })
  .meta({ id: 'TalentPool' })
export type TalentPool = z.infer<typeof talentPool>

export const poolFilter = z.object({
  q: z.string().max(200).optional(),
  /** The pools that this candidate is in. */
  candidateId: z.string().max(100).optional(),
})
export type PoolFilter = z.infer<typeof poolFilter>

/** So many people can be added at once. */
const MOST_ADDED = 500

export const newPoolMembers = z.object({ candidateIds: z.array(z.string()).min(1).max(MOST_ADDED) })
export type NewPoolMembers = z.infer<typeof newPoolMembers>

/** Whoever is not named was in the pool already. */
export const addedPoolMembers = z.object({ addedIds: z.array(z.string()) })
export type AddedPoolMembers = z.infer<typeof addedPoolMembers>

/** `added`: who came last stands first. */
export const poolSorts = ['added', 'name'] as const
export const poolSort = z.enum(poolSorts).default('added')
export type PoolSort = z.infer<typeof poolSort>

export const poolMember = z.object({
  candidateId: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  headline: z.string().nullable(),
  currentCompany: z.string().nullable(),
  location: z.string().nullable(),
  email: z.string().nullable(),
  addedAt: z.string(),
  /** Null: no person of this company did it. */
  addedBy: personName.nullable(),
})
export type PoolMember = z.infer<typeof poolMember>
