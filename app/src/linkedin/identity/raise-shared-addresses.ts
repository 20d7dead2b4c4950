import { sql } from 'kysely'
import type { Follower } from '../../platform/events/follow-events.ts'
import type { EventRow } from '../../platform/events/read-events.ts'
import type { Work } from '../../platform/work.ts'
import type { Doubt } from './doubts.ts'
import { raiseDoubts } from './doubts.ts'
import { dropOldDoubts } from './drop-old-doubts.ts'

/** Whoever comes to share an address with somebody may be that person: a human being should look, as long as they share it. */
export const raiseSharedAddresses: Follower = { name: 'linkedin.identity', handle: lookForSharedAddresses }

/** More than so many have a mailbox in common, which says nothing about any two of them. */
const MOST_SHARERS = 5

async function lookForSharedAddresses(work: Work, events: readonly EventRow[]): Promise<void> {
  const candidateIds = [...new Set(events.filter(hasNewAddress).map(event => event.subjectId))]
  if (candidateIds.length === 0) return
  const answer = await sql<Doubt>`
    with shared (evidence, one_id, other_id) as (
      select 'email:' || mine.email, mine.candidate_id, theirs.candidate_id
      from candidate_email mine
      join candidate_email theirs on theirs.tenant_id = mine.tenant_id and theirs.email = mine.email
        and theirs.candidate_id <> mine.candidate_id
      where mine.tenant_id = ${work.tenantId} and mine.candidate_id = any(${candidateIds}::text[])
      union all
      select 'profileUrl:' || mine.profile_url, mine.id, theirs.id
      from candidate mine
      join candidate theirs on theirs.tenant_id = mine.tenant_id and theirs.profile_url = mine.profile_url and theirs.id <> mine.id
      where mine.tenant_id = ${work.tenantId} and mine.id = any(${candidateIds}::text[]) and mine.profile_url is not null),
    counted as (select *, count(*) over (partition by evidence, one_id) as others from shared)
    select one_id as "oneId", other_id as "otherId", array_agg(distinct evidence order by evidence) as evidence
    from counted where others < ${MOST_SHARERS} group by one_id, other_id order by least(one_id, other_id), 1`.execute(
    work.tx,
  )
  await raiseDoubts(work, answer.rows)
  await dropOldDoubts(work, candidateIds)
}

function hasNewAddress({ kind, change }: EventRow): boolean {
  if (kind === 'candidate.created') return true
  if (kind !== 'candidate.changed' || !Array.isArray(change.fields)) return false
  return change.fields.includes('emails') || change.fields.includes('profileUrl')
}
