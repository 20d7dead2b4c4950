import { getCandidate } from '../../hiring/candidates/candidates.queries.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/db.ts'
import { notAllowed } from '../../platform/errors.ts'
import type { Work } from '../../platform/work.ts'
import { mayUseLinkedIn } from '../access/linkedin-users.queries.ts'

/** Who works with LinkedIn may say who the candidates that he knows are. */
export async function refuseUnlessMayLink(tx: Tx, actor: Actor, candidateId: string): Promise<void> {
  if (actor.kind !== 'user' || !(await mayUseLinkedIn(tx, actor))) {
    throw notAllowed(
      'linkedin.linkersOnly',
      'Only recruiters and hiring managers link candidates to LinkedIn profiles. Ask an administrator for one of these roles if you need it.',
    )
  }
  await getCandidate(tx, actor, candidateId)
}

/** Taken after the person is locked, as an export takes them. */
export async function lockCandidate(work: Work, candidateId: string): Promise<void> {
  await work.tx
    .selectFrom('candidate')
    .select('id')
    .where('tenant_id', '=', work.tenantId)
    .where('id', '=', candidateId)
    .forUpdate()
    .executeTakeFirstOrThrow()
}
