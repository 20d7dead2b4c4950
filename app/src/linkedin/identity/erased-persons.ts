import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { ErasingCompanion } from '../../hiring/erasing/erase-candidate.ts'
import type { Work } from '../../platform/work.ts'
import { lockPerson } from './match-candidate.ts'
import { lockPersonsOf } from './merge-identity.ts'

/** Who he was at LinkedIn goes with him. A digest stays, by which an export that was on its way is told apart from a new one. */
export const identityErasing: ErasingCompanion = {
  lock: (work, candidateId) => lockPersonsOf(work, [candidateId]),
  erase: async (work, candidateId) => {
    for (const personUrn of await listPersonsOf(work, candidateId)) {
      await sql`
        insert into linkedin_erased_person (tenant_id, person_hash, erased_at)
        values (${work.tenantId}, ${digestOf(work, personUrn)}, ${work.now})
        on conflict (tenant_id, person_hash) do update set erased_at = excluded.erased_at`.execute(work.tx)
    }
  },
}

/** Everybody at LinkedIn who is this candidate. Part of a statement. */
export function personsOf(work: Work, candidateId: string) {
  return sql`(
    select person_urn from linkedin_identity where tenant_id = ${work.tenantId} and candidate_id = ${candidateId}
    union select person_urn from linkedin_second_member where tenant_id = ${work.tenantId} and candidate_id = ${candidateId})`
}

async function listPersonsOf(work: Work, candidateId: string): Promise<string[]> {
  const answer = await sql<{ person_urn: string }>`select person_urn from ${personsOf(work, candidateId)} one`.execute(
    work.tx,
  )
  return answer.rows.map(row => row.person_urn)
}

/** Whoever is being erased just now is waited for. */
export async function wasErasedSince(work: Work, personUrn: string, since: Date): Promise<boolean> {
  await lockPerson(work, personUrn)
  const answer = await sql`
    select from linkedin_erased_person where tenant_id = ${work.tenantId}
      and person_hash = ${digestOf(work, personUrn)} and erased_at >= ${since}`.execute(work.tx)
  return answer.rows.length > 0
}

function digestOf({ tenantId }: Work, personUrn: string): string {
  return createHash('sha256').update(`${tenantId} ${personUrn}`).digest('base64url')
}
