import { z } from 'zod'

/** For the dot in the top bar. */
export const syncStatus = z.object({
  level: z.enum(['off', 'company', 'contract']),
  lastSuccessAt: z.string().nullable(),
  queued: z.number(),
  refused: z.number(),
})
export type SyncStatus = z.infer<typeof syncStatus>
