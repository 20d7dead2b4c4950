import { z } from 'zod'

/** For the dot in the top bar. */
export const syncStatus = z.object({
  level: z.enum(['off', 'company', 'contract']),
  lastSuccessAt: z.string().nullable(),
  queued: z.number(),
  refused: z.number(),
  /** Set while something waits because LinkedIn does not take it: since when the oldest waits, and when it is tried again. */
  heldUp: z.object({ since: z.string(), nextTryAt: z.string() }).nullable(),
  /** The first few of the jobs that this user may see. */
  problems: z.array(
    z.object({
      jobId: z.string(),
      reference: z.string(),
      title: z.string(),
      state: z.enum(['waiting', 'refused']),
      isOlder: z.boolean(),
    }),
  ),
  /** Likewise of the candidates that LinkedIn refused, with its own words. */
  refusedCandidates: z.array(z.object({ candidateId: z.string(), name: z.string(), words: z.string().nullable() })),
})
export type SyncStatus = z.infer<typeof syncStatus>
