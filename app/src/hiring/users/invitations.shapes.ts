import { z } from 'zod'
import { linkToken, newPassword } from '../../platform/auth/password.shapes.ts'

export const invitationLink = z.object({ token: linkToken })

export const invitation = z.object({
  firstName: z.string(),
  email: z.string(),
  company: z.string(),
  instanceName: z.string(),
  /** False for somebody who signs in with this address already, and has chosen that password himself. */
  needsPassword: z.boolean(),
})
export type Invitation = z.infer<typeof invitation>

export const acceptance = z.object({ token: linkToken, password: newPassword.optional() })
