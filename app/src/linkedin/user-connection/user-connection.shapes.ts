import { z } from 'zod'

export const userConnection = z.object({
  /** Only recruiters and hiring managers connect. */
  allowed: z.boolean(),
  /** The other half: has an administrator switched LinkedIn on? */
  instanceLevel: z.enum(['off', 'company', 'contract']),
  connected: z.boolean(),
  personUrn: z.string().nullable(),
  seat: z.enum(['found', 'missing', 'unknown']).nullable(),
  connectedAt: z.string().nullable(),
  expired: z.boolean(),
})
export type UserConnection = z.infer<typeof userConnection>

export const linkedinSignIn = z.object({ authorizeUrl: z.string() })
