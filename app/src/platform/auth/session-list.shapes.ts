import { z } from 'zod'

export const sessionListEntry = z.object({
  id: z.string(),
  browser: z.string().nullable(),
  system: z.string().nullable(),
  since: z.string(),
  /** To the hour. */
  lastUsed: z.string(),
  current: z.boolean(),
})

export const sessionList = z.object({ data: z.array(sessionListEntry) })
