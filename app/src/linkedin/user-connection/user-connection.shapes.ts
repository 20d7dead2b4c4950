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

/** How somebody comes back from LinkedIn: the browser is sent to `/settings?linkedin=<one of these>`. */
export const signInOutcomes = [
  'connected',
  /** He said no at LinkedIn. */
  'cancelled',
  /** Not the sign-in that this user began here, or one from more than ten minutes ago. */
  'wrongState',
  /** Another user of this company is connected with that LinkedIn account. */
  'accountTaken',
  /** LinkedIn gave no answer, or refused. */
  'failed',
  /** His session here has ended meanwhile. */
  'signedOut',
] as const
export type SignInOutcome = (typeof signInOutcomes)[number]
