import { z } from 'zod'

export const languageSchema = z.enum(['en', 'nl'])
export const themeSchema = z.enum(['system', 'light', 'dark'])
export const roleSchema = z.enum(['administrator', 'recruiter', 'hiring_manager', 'read_only'])

export const signInSchema = z.object({
  email: z.string().trim().toLowerCase().pipe(z.email('must be an e-mail address')),
  password: z.string().min(1, 'must not be empty').max(128, 'must not be longer than 128 characters'),
})

export const signInPageSchema = z.object({ demo: z.boolean() })

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
    demo: z.boolean(),
  })
  .meta({ id: 'Session' })

export const changeInstanceSchema = z.object({ tenantId: z.uuid('must be the id of an instance') })

export const preferencesSchema = z
  .object({ language: languageSchema.optional(), theme: themeSchema.optional() })
  .refine(given => given.language !== undefined || given.theme !== undefined, 'name at least one of language and theme')
