import { z } from 'zod'

export const newPassword = z
  .string()
  .min(10, 'must have at least 10 characters')
  .max(128, 'must not be longer than 128 characters')

export const emailAddress = z.string().trim().toLowerCase().pipe(z.email('must be an e-mail address').max(254))

/** What stands behind the # of a mailed link. */
export const linkToken = z.string().min(1).max(200)

export const resetRequest = z.object({ email: emailAddress })

export const resetPasswordInput = z.object({ token: linkToken, password: newPassword })

export const changePasswordInput = z.object({ current: z.string().min(1).max(128), password: newPassword })
