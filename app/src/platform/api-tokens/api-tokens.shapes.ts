import { z } from 'zod'

/** What a token may be given. `write` changes things and does not include `read`. */
export const apiScopes = [
  'jobs:read',
  'jobs:write',
  'candidates:read',
  'candidates:write',
  'applications:read',
  'applications:write',
  'talentPools:read',
  'talentPools:write',
  'users:read',
  'users:write',
  'linkedin:read',
  'changes:read',
] as const
export const apiScope = z.enum(apiScopes)
export type ApiScope = z.infer<typeof apiScope>

const role = z.enum(['administrator', 'recruiter', 'hiring_manager', 'read_only'])

/** `stopped`: the person who answers for it was switched off, or may no longer do what it may. */
const state = z.enum(['active', 'expired', 'revoked', 'stopped'])

export const apiToken = z
  .object({
    id: z.string(),
    name: z.string(),
    prefix: z.string(),
    role,
    scopes: z.array(z.string()),
    state,
    owner: z.object({ id: z.string(), name: z.string() }),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime().nullable(),
    lastUsedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'ApiToken' })
export type ApiToken = z.infer<typeof apiToken>

export const newApiToken = z.object({
  name: z.string().trim().min(1).max(100),
  role,
  scopes: z.array(apiScope).min(1).max(apiScopes.length),
  /** Null: it holds until it is revoked. */
  expiresInDays: z.int().min(1).max(365).nullable(),
})
export type NewApiToken = z.infer<typeof newApiToken>

/** The only answer that carries the token itself. */
export const createdApiToken = z.object({ token: z.string(), apiToken })
