import { z } from 'zod'
import { buildPersonUrn } from './urns.ts'

/** The answer of `/v2/me?fields=id`: the bare id of the member, as this application sees him. Source: rsc-recruiter 1.1. */
export const meAnswerSchema = z
  .looseObject({ id: z.string().min(1) })
  .transform(answer => ({ personId: answer.id, personUrn: buildPersonUrn(answer.id) }))

/** The member whose token was used. */
export type Me = z.infer<typeof meAnswerSchema>
