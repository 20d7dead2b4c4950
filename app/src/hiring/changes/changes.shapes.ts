import { z } from 'zod'

/** What the feed tells of. Each kind is shown to tokens that have its `…:read` scope. */
export const changeSubjects = ['job', 'candidate', 'application', 'talentPool', 'user'] as const

export const change = z
  .object({
    id: z.string(),
    at: z.iso.datetime(),
    /** `<subject>.<what happened>`, such as `application.moved`. */
    kind: z.string(),
    subject: z.object({ kind: z.enum(changeSubjects), id: z.string() }),
    jobId: z.string().nullable(),
    /** True: it is not there any more, so asking for it answers 404. Delete what you hold of it. */
    isGone: z.boolean(),
  })
  .meta({ id: 'Change' })
export type Change = z.infer<typeof change>

export const changesPage = z.object({ data: z.array(change), hasNext: z.boolean(), next: z.string() })
export type ChangesPage = z.infer<typeof changesPage>

const LONGEST_WAIT_SECONDS = 25

export const changesQuery = z.object({
  since: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .meta({ description: 'The next of a former answer. Absent: from the first change. `now`: from here on.' }),
  limit: z.coerce.number<string | number>().int().min(1).max(100).default(100),
  wait: z.coerce
    .number<string | number>()
    .int()
    .min(0)
    .max(LONGEST_WAIT_SECONDS)
    .default(0)
    .meta({ description: 'Seconds to wait for a change when there is none yet.' }),
})
