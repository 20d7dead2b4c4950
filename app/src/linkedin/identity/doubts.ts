import { sql } from 'kysely'
import { normalEmail, normalProfileUrl } from '../../hiring/candidates/contact-details.ts'
import type { Work } from '../../platform/work.ts'
import type { EvidenceKind } from './doubts.shapes.ts'

export interface Doubt {
  oneId: string
  otherId: string
  /** `kind:what` each. */
  evidence: readonly string[]
}

export function evidenceOf(kind: EvidenceKind, what: string): string {
  return `${kind}:${what}`
}

/** What an exported person and those who were found by his addresses have in common. */
export function sharedAddress(
  kind: 'profile_url' | 'email',
  { profileUrl, emails }: { profileUrl: string | null; emails: readonly string[] },
): string[] {
  if (kind === 'email') return emails.map(email => evidenceOf('email', normalEmail(email)))
  return profileUrl === null ? [] : [evidenceOf('profileUrl', normalProfileUrl(profileUrl))]
}

/**
 * Somebody should look at these pairs. On the same evidence nobody is asked twice: a pair that was said to be two people comes
 * back only with something new.
 */
export async function raiseDoubts(work: Work, doubts: readonly Doubt[]): Promise<void> {
  for (const { oneId, otherId, evidence } of doubts) {
    if (oneId === otherId || evidence.length === 0) continue
    await sql`
      insert into linkedin_doubt as there (tenant_id, one_id, other_id, evidence, raised_at)
      select ${work.tenantId}::uuid, least(${oneId}::text, ${otherId}), greatest(${oneId}::text, ${otherId}),
        ${[...evidence]}::text[], ${work.now}::timestamptz
      on conflict (tenant_id, one_id, other_id) do update set
        evidence = array(select distinct unnest(there.evidence || excluded.evidence) order by 1),
        state = 'open', raised_at = excluded.raised_at, settled_at = null, settled_by = null
      where not (excluded.evidence <@ there.evidence)`.execute(work.tx)
  }
}

/** Two people: whatever they have in common by now. Undefined: there is no such pair. False: that had been said already. */
export async function settleDoubt(
  work: Work,
  { oneId, otherId, state }: { oneId: string; otherId: string; state: 'open' | 'dismissed' },
): Promise<boolean | undefined> {
  const isOpen = state === 'open'
  const pair = sql`tenant_id = ${work.tenantId} and one_id = least(${oneId}::text, ${otherId})
    and other_id = greatest(${oneId}::text, ${otherId})`
  const there = await sql`select from linkedin_doubt where ${pair} for update`.execute(work.tx)
  if (there.rows.length === 0) return undefined
  const answer = await sql`
    update linkedin_doubt set state = ${state}, settled_at = ${isOpen ? null : work.now},
      settled_by = ${isOpen || work.actor.kind !== 'user' ? null : work.actor.userId}
    where ${pair} and state <> ${state} returning one_id`.execute(work.tx)
  return answer.rows.length > 0
}
