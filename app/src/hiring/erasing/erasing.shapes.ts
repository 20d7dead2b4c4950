import { z } from 'zod'

/** He asked for it; he has been kept as long as the company keeps people; or he should never have been here. */
export const erasureReasons = ['request', 'retention', 'mistake'] as const

export const newErasure = z.object({
  reason: z.enum(erasureReasons),
  /** The candidate's name, typed as it stands on his page: nobody is erased by a slip. */
  name: z.string(),
})
export type NewErasure = z.infer<typeof newErasure>

export const erasure = z
  .object({
    id: z.string(),
    candidateId: z.string(),
    reason: z.enum(erasureReasons),
    erasedAt: z.string(),
    erasedBy: z.object({ id: z.string(), name: z.string() }).nullable(),
  })
  .meta({ id: 'Erasure' })
export type Erasure = z.infer<typeof erasure>
