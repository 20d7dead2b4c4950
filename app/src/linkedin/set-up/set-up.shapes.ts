import { z } from 'zod'

/** Where the set-up stands, in the order in which it goes. */
export const setUpSteps = [
  /** The edition has no LinkedIn, or this installation has no application of its own there. */
  'notOffered',
  'connect',
  /** Signed in at LinkedIn: the contract is chosen and the access requested in LinkedIn's plugin. */
  'request',
  /** Requested; LinkedIn does not say Partner ready yet. */
  'gettingReady',
  'partnerReady',
  'enabled',
  'switchedOff',
] as const
export type SetUpStep = (typeof setUpSteps)[number]

export const switchStates = ['none', 'requested', 'partnerReady', 'enabled', 'switchedOff', 'unknown'] as const
export type SwitchState = (typeof switchStates)[number]

/** One of the two switches in Recruiter's admin settings. */
const accessSwitch = z.object({
  state: z.enum(switchStates),
  since: z.string().nullable(),
})

const done = z.object({ at: z.string(), by: z.string().nullable() })

export const indicatorViewers = z.enum(['everyone', 'team'])
export const jobVisibility = z.enum(['private', 'public'])

export const setUp = z.object({
  step: z.enum(setUpSteps),
  whyNotOffered: z.enum(['edition', 'installation']).nullable(),
  /** Whose turn it is: an administrator here, the administrator in Recruiter, or LinkedIn itself. */
  nextActor: z.enum(['administrator', 'recruiterAdmin', 'linkedin']).nullable(),
  since: z.string().nullable(),
  connected: done.nullable(),
  requested: done.nullable(),
  disconnected: done.nullable(),
  level: z.enum(['off', 'company', 'contract']),
  company: accessSwitch,
  contract: accessSwitch,
  /** How LinkedIn's people see this ATS instance. */
  integrationName: z.string(),
  /** What has to be typed to disconnect. */
  instanceName: z.string(),
  organizationUrn: z.string().nullable(),
  contractUrn: z.string().nullable(),
  callbackUrl: z.string().nullable(),
  /** Where the administrator in Recruiter begins. */
  recruiterUrl: z.string(),
  /** When LinkedIn was last asked. */
  checkedAt: z.string().nullable(),
  settings: z.object({ jobVisibility, indicatorViewers }).nullable(),
})
export type SetUp = z.infer<typeof setUp>

export const setUpSignIn = z.object({ authorizeUrl: z.string() })

/** As LinkedIn's plugin hands them to the page. Extra fields are left aside, and nothing of it is believed. */
export const requestedKeys = z.object({
  keys: z
    .array(z.object({ integrationContext: z.string().max(200), integrationType: z.string().max(100) }))
    .min(1)
    .max(40),
})
export type RequestedKeys = z.infer<typeof requestedKeys>

export const jobVisibilitySetting = z.object({ jobVisibility })
export const indicatorViewersSetting = z.object({ indicatorViewers })

export const disconnection = z.object({ instanceName: z.string().max(200) })
export const disconnected = z.object({
  /** False: LinkedIn could not be reached, and may push for a while to an address that no longer listens. */
  linkedInKnows: z.boolean(),
})

/** How an administrator comes back from LinkedIn: the browser is sent to `/admin/linkedin?linkedin=<one of these>`. */
export const setUpReturns = ['connected', 'cancelled', 'wrongState', 'failed', 'signedOut'] as const
export type SetUpReturn = (typeof setUpReturns)[number]
