import { z } from 'zod'

/** A LinkedIn member, as the seed files and `POST /_sandbox/members` spell one. */
export const memberSchema = z.strictObject({
  memberId: z.string().regex(/^[a-z0-9-]+$/, 'lower case letters, digits and hyphens'),
  firstName: z.string().min(1),
  lastName: z.string().min(1),
  headline: z.string(),
  currentJobTitle: z.string().nullable().default(null),
  currentCompanyName: z.string().nullable().default(null),
  location: z.string(),
  country: z.enum(['nl', 'be', 'de', 'gb']).default('nl'),
  industry: z.string(),
  summary: z.string().default(''),
  experience: z
    .array(
      z.strictObject({
        title: z.string(),
        companyName: z.string(),
        location: z.string().default(''),
        from: z.string(),
        to: z.string().nullable(),
      }),
    )
    .default([]),
  education: z
    .array(
      z.strictObject({
        schoolName: z.string(),
        degree: z.string(),
        fromYear: z.number().int(),
        toYear: z.number().int().nullable(),
      }),
    )
    .default([]),
  skills: z.array(z.string()).default([]),
  languages: z.array(z.string()).default([]),
  connections: z.number().int().min(0).default(0),
  publicProfileUrl: z.url(),
  /** What the member signs in with; the password of everybody is `sandbox`. */
  signInEmail: z.email(),
  emailAddresses: z.array(z.strictObject({ address: z.email(), shared: z.boolean() })).default([]),
  phoneNumbers: z.array(z.strictObject({ number: z.string(), shared: z.boolean() })).default([]),
  /** Such a member cannot be exported. */
  hiddenOutsideLinkedIn: z.boolean().default(false),
  closedAt: z.number().int().nullable().default(null),
})

export type Member = Readonly<z.infer<typeof memberSchema>>
