import { z } from 'zod'
import { newPassword } from '../../platform/auth/password.shapes.ts'

export const appRoles = ['administrator', 'recruiter', 'hiring_manager', 'read_only'] as const
export const appRole = z.enum(appRoles)

export const user = z.object({
  id: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  email: z.string(),
  roles: z.array(appRole),
  active: z.boolean(),
  /** Signs in through the company. */
  companyAccount: z.boolean(),
  /** Null for whoever has signed in here or could. */
  invitation: z
    .object({
      state: z.enum(['waiting', 'sent', 'failed']),
      /** Why it has not been delivered yet. */
      reason: z.string().nullable(),
    })
    .nullable(),
})
export type User = z.infer<typeof user>

export const newUser = z.object({
  firstName: z.string().trim().min(1).max(100),
  lastName: z.string().trim().min(1).max(100),
  email: z.email().max(254),
  roles: z.array(appRole),
  /** Only where no mail can be sent: otherwise the person is invited, and chooses it himself. */
  password: newPassword.optional(),
  /** Of the invitation. */
  language: z.enum(['en', 'nl']).optional(),
})
export type NewUser = z.infer<typeof newUser>

export const userChange = z.object({
  roles: z.array(appRole).optional(),
  active: z.boolean().optional(),
})
export type UserChange = z.infer<typeof userChange>

/** A person as named beside a job, a move or a receipt. */
export const personName = z.object({ id: z.string(), name: z.string() })
