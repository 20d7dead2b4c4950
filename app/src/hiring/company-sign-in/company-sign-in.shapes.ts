import { z } from 'zod'
import { linkToken } from '../../platform/auth/password.shapes.ts'
import { languageSchema } from '../../platform/auth/session.shapes.ts'

export const newUserRoles = ['read_only', 'recruiter', 'hiring_manager'] as const

const issuer = z.string().trim().min(1).max(300).refine(isIssuer, 'must be an address that begins with https://')
const clientId = z.string().trim().min(1).max(300)
const clientSecret = z.string().trim().min(1).max(1_000)
const domain = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/, 'must be a domain such as example.com')

export const companySignInInput = z.object({
  issuer,
  clientId,
  /** Left out: the one that is kept stays. */
  clientSecret: clientSecret.optional(),
  /** Nobody but administrators comes in with a password. */
  required: z.boolean(),
  /** The role of people whom nobody has added; null turns them away. */
  newUserRole: z.enum(newUserRoles).nullable(),
})
export type CompanySignInInput = z.infer<typeof companySignInInput>

export const companyDomain = z.object({
  domain: z.string(),
  state: z.enum(['asked', 'proved']),
  /** Whose mailbox proves it. */
  askedOf: z.string(),
})

/** The secret goes in and never out. */
export const companySignIn = z.object({
  settings: companySignInInput
    .omit({ clientSecret: true })
    .extend({ issuer: z.string(), clientId: z.string() })
    .nullable(),
  /** To be registered at the issuer. */
  redirectUri: z.string(),
  domains: z.array(companyDomain),
  /** What this administrator's mailbox could prove; null for one that everybody can have. */
  ownDomain: z.string().nullable(),
})
export type CompanySignIn = z.infer<typeof companySignIn>

export const issuerProblems = [
  'unreachable',
  'certificate',
  'notHttps',
  'privateAddress',
  'noDiscovery',
  'wrongIssuer',
  'incomplete',
  'clientRefused',
  'unexpected',
] as const
export type IssuerProblem = (typeof issuerProblems)[number]

export const trialInput = z.object({ issuer, clientId, clientSecret: clientSecret.optional() })

export const trialAnswer = z.object({
  problem: z.enum(issuerProblems).nullable(),
  /** What the issuer said, or calls itself. */
  detail: z.string().nullable(),
})
export type TrialAnswer = z.infer<typeof trialAnswer>

/** `language`: of the mail. */
export const domainInput = z.object({ domain, language: languageSchema })
export const domainProof = z.object({ token: linkToken })
export const provedDomain = z.object({ domain: z.string() })

export const offersQuery = z.object({ domain })
export const companyOffers = z.object({
  data: z.array(z.object({ id: z.string(), name: z.string(), instanceName: z.string() })),
})
export type CompanyOffers = z.infer<typeof companyOffers>

// The database writes it in small letters, and the place of a secret is told by its text.
export const companyId = z.uuid('must be the id of an instance').toLowerCase()

export const tripInput = z.object({
  /** The company that shall vouch. */
  id: companyId,
  /** What has been typed, so that it need not be typed again. */
  email: z.string().max(254).optional(),
  /** A page of ours to go to afterwards. */
  to: z.string().max(1_000).optional(),
  language: languageSchema,
})
export type TripInput = z.infer<typeof tripInput>
export const tripAnswer = z.object({ authorizeUrl: z.string() })

/** How a return ends that does not end well. The sign-in page has a sentence for each. */
export type ReturnOutcome =
  | 'cancelled'
  | 'tooLate'
  | 'unreachable'
  | 'notTrusted'
  | 'clock'
  | 'noEmail'
  | 'emailNotVerified'
  | 'otherDomain'
  | 'unknown'
  | 'switchedOff'
  | 'otherAccount'
  | 'invitationFirst'

function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  // Plain http is judged by what the operator trusts.
  if (!['https:', 'http:'].includes(url.protocol)) return false
  return url.search === '' && url.hash === '' && url.username === '' && url.password === ''
}
