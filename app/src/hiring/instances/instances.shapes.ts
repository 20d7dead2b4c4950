import { z } from 'zod'
import { appRole, newUser } from '../users/users.shapes.ts'

export const newInstance = z.object({
  /** The company, as people know it. */
  name: z.string().trim().min(1).max(100),
  /** What tells this instance from the company's others; LinkedIn Recruiter shows it under "Change ATS". */
  instanceName: z.string().trim().min(1).max(100),
  /** Before the number of every job: TV-1042. */
  jobPrefix: z.string().regex(/^[A-Z][A-Z0-9]{0,7}$/, 'must be 1 to 8 capital letters and digits, a letter first'),
  timeZone: z.string().refine(isTimeZone, 'must be a time zone such as Europe/Amsterdam').optional(),
  /** Somebody must be able to let the others in. */
  administrator: newUser.extend({ roles: z.array(appRole).optional() }),
})
export type NewInstance = z.infer<typeof newInstance>

function isTimeZone(name: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone.length > 0
  } catch {
    return false
  }
}
