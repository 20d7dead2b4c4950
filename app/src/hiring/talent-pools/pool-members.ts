import { sql } from 'kysely'
import { z } from 'zod'
import { invalid, notAllowed, notFound } from '../../platform/errors.ts'
import { cursorTime, cursorTimeOf } from '../../platform/http/paging.ts'
import type { Work } from '../../platform/work.ts'
import { userIdOf } from '../jobs/standing.queries.ts'
import { getMember } from './pool-members.queries.ts'
import type { AddedPoolMembers, NewPoolMembers, PoolMember } from './talent-pools.shapes.ts'
import type { LockedPool } from './talent-pools.ts'
import { about, lockPool } from './talent-pools.ts'

/** Who is in the pool already stays there as he was. */
export async function addToPool(work: Work, poolId: string, input: NewPoolMembers): Promise<AddedPoolMembers> {
  const pool = await lockEditable(work, poolId)
  const candidateIds = [...new Set(input.candidateIds)]
  await refuseStrangers(work, candidateIds)
  const answer = await sql<{ candidate_id: string }>`
    insert into talent_pool_member (tenant_id, pool_id, candidate_id, added_by, added_at)
    select ${work.tenantId}::uuid, ${poolId}::text, given.id, ${userIdOf(work.actor)}::text, ${work.now}::timestamptz
    from unnest(${candidateIds}::text[]) as given (id)
    on conflict do nothing returning candidate_id`.execute(work.tx)
  const addedIds = answer.rows.map(row => row.candidate_id)
  if (addedIds.length === 0) return { addedIds }
  await work.record(
    { kind: 'talentPool.membersAdded', ...about(pool) },
    ...addedIds.map(id => ({ kind: 'candidate.addedToPool' as const, ...ofCandidate(id, { poolId }) })),
  )
  return { addedIds }
}

interface PlaceInPool {
  poolId: string
  candidateId: string
}

export async function removeFromPool(work: Work, { poolId, candidateId }: PlaceInPool): Promise<void> {
  const pool = await lockEditable(work, poolId)
  const answer = await sql<z.infer<typeof wasAdded>>`
    delete from talent_pool_member m
    where m.tenant_id = ${work.tenantId} and m.pool_id = ${poolId} and m.candidate_id = ${candidateId}
    returning ${cursorTimeOf('m.added_at')} as "addedAt", m.added_by as "addedBy"`.execute(work.tx)
  const [removed] = answer.rows
  if (!removed) throw notFound('person in this talent pool')
  await work.record(
    { kind: 'talentPool.memberRemoved', ...about(pool) },
    { kind: 'candidate.removedFromPool', ...ofCandidate(candidateId, { poolId, ...removed }) },
  )
}

/** Undoes the last removal: the person stands where he stood, as if he had never been away. */
export async function returnToPool(work: Work, { poolId, candidateId }: PlaceInPool): Promise<PoolMember> {
  const pool = await lockEditable(work, poolId)
  await refuseStrangers(work, [candidateId])
  const { addedAt, addedBy } = await getLastRemoval(work, { poolId, candidateId })
  const answer = await sql`
    insert into talent_pool_member (tenant_id, pool_id, candidate_id, added_by, added_at)
    values (${work.tenantId}, ${poolId}, ${candidateId}, ${addedBy}, ${addedAt}::timestamptz)
    on conflict do nothing`.execute(work.tx)
  if (answer.numAffectedRows === 1n) {
    await work.record(
      { kind: 'talentPool.memberReturned', ...about(pool) },
      { kind: 'candidate.returnedToPool', ...ofCandidate(candidateId, { poolId }) },
    )
  }
  return getMember(work.tx, work.actor, { poolId, candidateId })
}

const wasAdded = z.object({ addedAt: cursorTime, addedBy: z.string().nullable() })

async function getLastRemoval(work: Work, { poolId, candidateId }: PlaceInPool): Promise<z.infer<typeof wasAdded>> {
  const answer = await sql<{ change: unknown }>`
    select e.change from event e
    where e.tenant_id = ${work.tenantId} and e.subject_kind = 'candidate' and e.subject_id = ${candidateId}
      and e.kind = 'candidate.removedFromPool' and e.change ->> 'poolId' = ${poolId}
    order by e.id desc limit 1`.execute(work.tx)
  if (answer.rows.length === 0) throw notFound('removal from this talent pool')
  return wasAdded.parse(answer.rows[0]?.change)
}

/** History names the pool by its id alone: who reads it may not be allowed to know the name. */
function ofCandidate(id: string, change: Record<string, unknown>) {
  return { subject: { kind: 'candidate', id }, change }
}

async function lockEditable(work: Work, poolId: string): Promise<LockedPool> {
  const pool = await lockPool(work, poolId, 'share')
  if (pool.permissions.editMembers) return pool
  throw notAllowed(
    'talentPool.mayNotEditMembers',
    'Only the owner of this talent pool and administrators add people to it and remove them. Make a pool of your own instead.',
  )
}

/** Locks them, so that nobody who is added is deleted meanwhile. */
async function refuseStrangers(work: Work, candidateIds: readonly string[]): Promise<void> {
  const answer = await sql<{ id: string }>`
    select c.id from candidate c
    where c.tenant_id = ${work.tenantId} and c.id = any(${[...candidateIds]}::text[]) for key share`.execute(work.tx)
  const known = new Set(answer.rows.map(row => row.id))
  const strangers = candidateIds.filter(id => !known.has(id))
  if (strangers.length === 0) return
  throw invalid({
    code: 'talentPool.noSuchCandidate',
    message:
      'Nobody was added, because somebody among them is no candidate here. Take out those who are named, and try again.',
    errors: strangers.map(id => ({
      field: 'candidateIds',
      message: `names ${id}, who is no candidate here`,
      code: 'talentPool.noSuchCandidate',
    })),
  })
}
