import { personUrnSchema } from '@lodestone/rsc/urns'
import { z } from 'zod'

/** Whose move it is while the company's half is missing. */
const instanceHalf = z.object({
  on: z.boolean(),
  /** An administrator here, the administrator in Recruiter, or LinkedIn itself. */
  nextActor: z.enum(['administrator', 'recruiterAdmin', 'linkedin']).nullable(),
  since: z.string().nullable(),
  /** Whom to ask here. */
  administrators: z.array(z.string()),
})

export const profileWidget = z.object({
  state: z.enum([
    /** Neither recruiter nor hiring manager. */
    'notAllowed',
    'basicEdition',
    /** One of the halves is missing, or both. */
    'halfMissing',
    'ready',
  ]),
  instance: instanceHalf,
  user: z.enum(['connected', 'notConnected', 'expired']),
  /** Who this candidate is at LinkedIn, as far as it was found or said here. */
  link: z
    .object({
      personUrn: z.string(),
      linkedBy: z.enum(['export', 'profile_url', 'email', 'linkedin', 'hand']),
      linkedAt: z.string(),
      linkedByName: z.string().nullable(),
    })
    .nullable(),
  /** How many people were unlinked from this candidate. */
  unlinkedPeople: z.number(),
  /** Nobody's whom people here have unlinked. */
  profileUrl: z.string().nullable(),
})
export type ProfileWidget = z.infer<typeof profileWidget>

const personUrn = personUrnSchema.max(200)

export const newLink = z.object({
  /** As LinkedIn's plugin hands it to the page. */
  personUrn,
  /** Takes the place of a link to somebody else. */
  replaces: z.boolean().default(false),
})
export const unlinking = z.object({ personUrn })
