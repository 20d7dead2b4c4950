import { z } from 'zod'

export const signInRules = z.object({ twoStepRequired: z.boolean() })
export type SignInRules = z.infer<typeof signInRules>

export const failedMails = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      person: z.string(),
      reason: z.string().nullable(),
      askedAt: z.string(),
    }),
  ),
})
