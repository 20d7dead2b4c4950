import { z } from 'zod'
import { readAnswer } from './answer.ts'
import { type Client, sendCall } from './client.ts'
import { buildPersonUrn } from './urns.ts'

/** The answer of `/v2/me?fields=id`: the bare id of the member, as this application sees him. Source: rsc-recruiter 1.1. */
export const meAnswerSchema = z
  .looseObject({ id: z.string().min(1) })
  .transform(answer => ({ personId: answer.id, personUrn: buildPersonUrn(answer.id) }))

/** The member whose token was used. */
export type Me = z.infer<typeof meAnswerSchema>

/**
 * Who the member is whose token this is, as this application sees him. The only call that uses a member's own token.
 *
 * @throws {LinkedInFailure} `unauthorized` when the token has ended; it is never renewed.
 * Source: rsc-sync 2, rsc-recruiter 1.1 and 7.
 */
export async function getMe(client: Client, memberToken: string): Promise<Me> {
  return readAnswer(
    await sendCall(client, { method: 'GET', path: '/me', query: 'fields=id', memberToken }),
    meAnswerSchema,
  )
}
