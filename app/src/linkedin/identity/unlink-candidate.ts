import type { Work } from '../../platform/work.ts'
import { lockPerson } from './match-candidate.ts'
import { lockCandidate, refuseUnlessMayLink } from './may-link.ts'

/** Somebody says who this candidate is not. It holds for what was linked and for what LinkedIn found by itself. */
export async function unlinkCandidate(work: Work, candidateId: string, personUrn: string): Promise<void> {
  await refuseUnlessMayLink(work.tx, work.actor, candidateId)
  await lockPerson(work, personUrn)
  await lockCandidate(work, candidateId)
  const removed = await work.tx
    .deleteFrom('linkedin_identity')
    .where('tenant_id', '=', work.tenantId)
    .where('candidate_id', '=', candidateId)
    .where('person_urn', '=', personUrn)
    .returning('person_urn')
    .execute()
  const second = await work.tx
    .deleteFrom('linkedin_second_member')
    .where('tenant_id', '=', work.tenantId)
    .where('candidate_id', '=', candidateId)
    .where('person_urn', '=', personUrn)
    .returning('person_urn')
    .execute()
  const isNew = await rememberApart(work, { candidateId, personUrn })
  if (removed.length + second.length === 0 && !isNew) return
  // Who he is not can be erased as well; history cannot.
  await work.record({ kind: 'identity.unlinked', subject: { kind: 'candidate', id: candidateId } })
}

/** Answers whether it was news. */
export async function rememberApart(
  work: Work,
  { candidateId, personUrn }: { candidateId: string; personUrn: string },
): Promise<boolean> {
  const added = await work.tx
    .insertInto('linkedin_not_this_person')
    .values({
      tenant_id: work.tenantId,
      candidate_id: candidateId,
      person_urn: personUrn,
      unlinked_by_user_id: work.actor.kind === 'user' ? work.actor.userId : null,
      unlinked_at: work.now,
    })
    .onConflict(conflict => conflict.doNothing())
    .returning('person_urn')
    .execute()
  return added.length > 0
}
