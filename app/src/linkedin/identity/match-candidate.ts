import { type RawBuilder, sql } from 'kysely'
import { normalEmail, normalProfileUrl } from '../../hiring/candidates/contact-details.ts'
import type { Work } from '../../platform/work.ts'
import type { PartOfName } from './other-name.ts'
import { isOtherName } from './other-name.ts'

/** Somebody at LinkedIn, as far as it helps to find him here. His name never does; another one speaks against. */
export interface PersonAtLinkedIn {
  personUrn: string
  profileUrl: string | null
  emails: readonly string[]
  name: PartOfName
}

export type Match =
  | { kind: 'linked'; candidateId: string }
  | { kind: 'profile_url'; candidateId: string }
  | { kind: 'email'; candidateId: string }
  | { kind: 'none' }
  /** It could be one of these, but nobody can be sure. */
  | {
      kind: 'doubtful'
      why: 'severalCandidates' | 'linkedToSomebodyElse' | 'otherName'
      foundBy: 'profile_url' | 'email'
      candidateIds: string[]
    }

/**
 * Which candidate a person is: by the stored link or his second account, else by the profile's address, else by an e-mail address, which
 * people of another name may share. Whom somebody has unlinked is none of them. Until the transaction ends nobody else can decide about the same person.
 */
export async function matchCandidate(work: Work, person: PersonAtLinkedIn): Promise<Match> {
  await lockPerson(work, person.personUrn)
  const candidateId = await findHolder(work, person.personUrn)
  if (candidateId !== undefined) return { kind: 'linked', candidateId }
  const byUrl = judge('profile_url', await listByProfileUrl(work, person))
  if (byUrl.kind !== 'none') return byUrl
  const byEmail = judge('email', await listByEmail(work, person))
  if (byEmail.kind !== 'email' || !(await isCalledOtherwise(work, byEmail.candidateId, person.name))) return byEmail
  return { kind: 'doubtful', why: 'otherName', foundBy: 'email', candidateIds: [byEmail.candidateId] }
}

/** Whose link or second account this person is. */
export async function findHolder(work: Work, personUrn: string): Promise<string | undefined> {
  const answer = await sql<{ id: string }>`
    select candidate_id as id from linkedin_identity where tenant_id = ${work.tenantId} and person_urn = ${personUrn}
    union all
    select candidate_id from linkedin_second_member where tenant_id = ${work.tenantId} and person_urn = ${personUrn}
    limit 1`.execute(work.tx)
  return answer.rows[0]?.id
}

/** Nobody else decides about this person until the transaction ends. Taken before a candidate is locked. */
export async function lockPerson(work: Work, personUrn: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${work.tenantId} ${personUrn}`}, 0))`.execute(work.tx)
}

interface Likely {
  candidateId: string
  /** He is linked already, and to another person than the one we look for. */
  isLinked: boolean
}

function judge(kind: 'profile_url' | 'email', likely: readonly Likely[]): Match {
  const [first, ...others] = likely
  if (!first) return { kind: 'none' }
  const candidateIds = likely.map(one => one.candidateId)
  if (others.length > 0) return { kind: 'doubtful', why: 'severalCandidates', foundBy: kind, candidateIds }
  if (first.isLinked) return { kind: 'doubtful', why: 'linkedToSomebodyElse', foundBy: kind, candidateIds }
  return { kind, candidateId: first.candidateId }
}

async function listByProfileUrl(work: Work, { personUrn, profileUrl }: PersonAtLinkedIn): Promise<Likely[]> {
  if (profileUrl === null || !URL.canParse(profileUrl)) return []
  const url = normalProfileUrl(profileUrl)
  const answer = await sql<Likely>`
    select c.id as "candidateId", identity.person_urn is not null as "isLinked"
    from candidate c
    left join linkedin_identity identity on identity.tenant_id = c.tenant_id and identity.candidate_id = c.id
    where c.tenant_id = ${work.tenantId} and ${mayBe(sql.ref('c.id'), personUrn)} and c.id in (
      select id from candidate where tenant_id = ${work.tenantId} and profile_url = ${url}
      union select candidate_id from linkedin_identity where tenant_id = ${work.tenantId} and profile_url = ${url})
    order by c.id`.execute(work.tx)
  return answer.rows
}

async function listByEmail(work: Work, { personUrn, emails }: PersonAtLinkedIn): Promise<Likely[]> {
  if (emails.length === 0) return []
  const answer = await sql<Likely>`
    select distinct e.candidate_id as "candidateId", identity.person_urn is not null as "isLinked"
    from candidate_email e
    left join linkedin_identity identity on identity.tenant_id = e.tenant_id and identity.candidate_id = e.candidate_id
    where e.tenant_id = ${work.tenantId} and e.email = any(${emails.map(normalEmail)})
      and ${mayBe(sql.ref('e.candidate_id'), personUrn)}
    order by 1`.execute(work.tx)
  return answer.rows
}

async function isCalledOtherwise(work: Work, candidateId: string, name: PartOfName): Promise<boolean> {
  const known = await work.tx
    .selectFrom('candidate')
    .select(['first_name', 'last_name'])
    .where('tenant_id', '=', work.tenantId)
    .where('id', '=', candidateId)
    .executeTakeFirst()
  return known !== undefined && isOtherName(name, { firstName: known.first_name, lastName: known.last_name })
}

/** Somebody has said that they are two people: that holds, whatever they have in common. */
function mayBe(candidateId: RawBuilder<unknown>, personUrn: string): RawBuilder<boolean> {
  return sql`not exists (select from linkedin_not_this_person apart where apart.tenant_id = current_tenant()
    and apart.candidate_id = ${candidateId} and apart.person_urn = ${personUrn})`
}
