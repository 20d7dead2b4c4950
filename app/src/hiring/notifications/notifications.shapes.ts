import { z } from 'zod'

export const notification = z.object({
  id: z.string(),
  /** The browser words it by kind and params. */
  kind: z.string(),
  params: z.record(z.string(), z.string()),
  link: z.string().nullable(),
  createdAt: z.string(),
  readAt: z.string().nullable(),
})
export type Notification = z.infer<typeof notification>
