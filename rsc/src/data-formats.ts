import { z } from 'zod'

/** A moment of a request: epoch milliseconds in UTC as a JSON number, more than nothing. Source: rsc-sync 1.8. */
export const epochMsSchema = z.int().positive()

/** An e-mail address as LinkedIn checks it: something, `@`, something, a dot, something. Source: rsc-sync 1.8. */
export const emailAddressSchema = z.string().regex(/^[^@\s]+@[^@\s]+\.[^@\s.]+$/, 'must be X@X.X')

/** Who wrote a note or gave feedback, by name: both names or nobody. Source: rsc-sync 9 and 13. */
export const actorSchema = z.strictObject({ firstName: z.string(), lastName: z.string() })

/** Who wrote a note or gave feedback. */
export type Actor = z.infer<typeof actorSchema>
