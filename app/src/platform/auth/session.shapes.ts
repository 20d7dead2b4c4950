import { z } from 'zod'
import { emailAddress } from './password.shapes.ts'

export const languageSchema = z.enum(['en', 'nl'])
export const themeSchema = z.enum(['system', 'light', 'dark'])
export const roleSchema = z.enum(['administrator', 'recruiter', 'hiring_manager', 'read_only'])

export const signInSchema = z.object({
  email: emailAddress,
  password: z.string().min(1, 'must not be empty').max(128, 'must not be longer than 128 characters'),
})

export const signInPageSchema = z.object({
  demo: z.boolean(),
  /** Whether a new password and invitations can be mailed. */
  mail: z.boolean(),
})

export const demoSchema = z.object({
  password: z.string(),
  people: z.array(z.object({ name: z.string(), email: z.string(), what: z.string() })),
})

export const sessionSchema = z
  .object({
    user: z.object({
      id: z.string(),
      firstName: z.string(),
      lastName: z.string(),
      email: z.string(),
      roles: z.array(roleSchema),
      language: languageSchema,
      theme: themeSchema,
    }),
    /** The company, and the ATS of it, that this session works in. */
    instance: z.object({
      id: z.string(),
      name: z.string(),
      instanceName: z.string(),
      edition: z.enum(['comprehensive', 'basic']),
      jobPrefix: z.string(),
      timeZone: z.string(),
    }),
    /** All that this person may change to. */
    instances: z.array(z.object({ id: z.string(), name: z.string(), instanceName: z.string() })),
    /** The company vouched for this person; there was no password. */
    vouched: z.boolean(),
    demo: z.boolean(),
  })
  .meta({ id: 'Session' })

/** In, or what is still missing: the code of an app, or to set one up. */
export const signInAnswer = z.union([sessionSchema, z.object({ next: z.enum(['code', 'setUp']) })])

export const changeInstanceSchema = z.object({ tenantId: z.uuid('must be the id of an instance').toLowerCase() })

export const preferencesSchema = z
  .object({ language: languageSchema.optional(), theme: themeSchema.optional() })
  .refine(given => given.language !== undefined || given.theme !== undefined, 'name at least one of language and theme')
