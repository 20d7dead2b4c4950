import { sql } from 'kysely'
import type { TakenRow } from '../../hiring/candidates/set-candidate-aside.ts'
import { bringBack } from '../../hiring/candidates/set-candidate-aside.ts'
import type { Companion, MergedPair } from '../../hiring/merging/merge-candidates.ts'
import type { Side } from '../../hiring/merging/merging.shapes.ts'
import { conflict } from '../../platform/errors.ts'
import type { Work } from '../../platform/work.ts'
import { lockPerson } from './match-candidate.ts'
import type { HandedDoubts } from './merge-doubts.ts'
import { handBackDoubts, handOverDoubts } from './merge-doubts.ts'

/** What a merge changed about who the two are at LinkedIn. */
interface HandedIdentity {
  /** The links that were taken away: the absorbed one's, and the kept one's when the other holds. */
  links: TakenRow[]
  /** The person that the kept one got by the merge. */
  linked: { personUrn: string; linkedAt: string } | null
  secondMember: string | null
  /** Further accounts that the absorbed one had. */
  furtherMembers: string[]
  apart: TakenRow[]
  apartAdded: string[]
  doubts: HandedDoubts
}

/**
 * The merged person is linked as one of the two was. With two members somebody has to say which; the other stays known as his
 * second account. `member` is that choice.
 */
export function identityCompanion(member?: Side): Companion<HandedIdentity> {
  return {
    name: 'linkedin.identity',
    merge: async (work, pair) => {
      const links = await readLinks(work, pair)
      const handed = await handOverLinks(work, pair, { links, member })
      const apart = await handOverApart(work, pair, Object.values(links).map(personOf))
      const doubts = await handOverDoubts(work, pair)
      return { ...handed, ...apart, doubts }
    },
    unmerge: handBack,
  }
}

/** Taken before the candidates are locked, as an export takes them. */
export async function lockPersonsOf(work: Work, candidateIds: readonly string[]): Promise<void> {
  const links = await work.tx
    .selectFrom('linkedin_identity')
    .select('person_urn')
    .where('tenant_id', '=', work.tenantId)
    .where('candidate_id', 'in', [...candidateIds])
    .orderBy('person_urn')
    .execute()
  for (const { person_urn } of links) await lockPerson(work, person_urn)
}

type Links = Partial<Record<Side, TakenRow>>

async function readLinks(work: Work, { keptId, absorbedId }: MergedPair): Promise<Links> {
  const answer = await sql<{ row: TakenRow }>`
    select to_jsonb(i) as row from linkedin_identity i
    where i.tenant_id = ${work.tenantId} and i.candidate_id in (${keptId}, ${absorbedId}) for update`.execute(work.tx)
  const of = (id: string) => answer.rows.find(({ row }) => row.candidate_id === id)?.row
  const [kept, absorbed] = [of(keptId), of(absorbedId)]
  return { ...(kept && { kept }), ...(absorbed && { absorbed }) }
}

const personOf = (row: TakenRow) => String(row.person_urn)

async function handOverLinks(
  work: Work,
  { keptId, absorbedId }: MergedPair,
  { links: { kept, absorbed }, member }: { links: Links; member: Side | undefined },
) {
  if (kept && absorbed && member === undefined) throw twoMembers()
  // Where only one of the two has a link, there is nothing to choose.
  const holds = kept && !(absorbed && member === 'absorbed') ? 'kept' : 'absorbed'
  const other = holds === 'absorbed' ? kept : absorbed
  const secondMember = kept && absorbed && other ? personOf(other) : null
  const links = [absorbed, ...(holds === 'absorbed' ? [kept] : [])].filter(row => row !== undefined)
  await sql`
    delete from linkedin_identity where tenant_id = ${work.tenantId} and person_urn = any(${links.map(personOf)}::text[])`.execute(
    work.tx,
  )
  const furtherMembers = await changeSecondMembers(work, { fromId: absorbedId, toId: keptId })
  if (secondMember !== null) {
    await sql`
      insert into linkedin_second_member (tenant_id, person_urn, candidate_id)
      values (${work.tenantId}, ${secondMember}, ${keptId}) on conflict do nothing`.execute(work.tx)
  }
  if (holds !== 'absorbed' || !absorbed) return { links, linked: null, secondMember, furtherMembers }
  await bringBack(work, 'linkedin_identity', [{ ...absorbed, candidate_id: keptId }])
  const linked = { personUrn: personOf(absorbed), linkedAt: String(absorbed.linked_at) }
  return { links, linked, secondMember, furtherMembers }
}

/** Whom either was unlinked from, the merged person is not either: but for the person that he is by this merge. */
async function handOverApart(work: Work, { keptId, absorbedId }: MergedPair, persons: readonly string[]) {
  const answer = await sql<{ row: TakenRow }>`
    delete from linkedin_not_this_person n where n.tenant_id = ${work.tenantId}
      and (n.candidate_id = ${absorbedId} or (n.candidate_id = ${keptId} and n.person_urn = any(${[...persons]}::text[])))
    returning to_jsonb(n) as row`.execute(work.tx)
  const apart = answer.rows.map(one => one.row)
  const ofAbsorbed = apart.filter(row => row.candidate_id === absorbedId && !persons.includes(personOf(row)))
  const added = await sql<{ person_urn: string }>`
    insert into linkedin_not_this_person (tenant_id, candidate_id, person_urn, unlinked_by_user_id, unlinked_at)
    select tenant_id, ${keptId}::text, person_urn, unlinked_by_user_id, unlinked_at
    from jsonb_populate_recordset(null::linkedin_not_this_person, ${JSON.stringify(ofAbsorbed)}::jsonb)
    on conflict do nothing returning person_urn`.execute(work.tx)
  return { apart, apartAdded: added.rows.map(row => row.person_urn) }
}

/** What somebody has said about the merged person since stays with who was kept. */
async function handBack(work: Work, pair: MergedPair, handed: HandedIdentity): Promise<void> {
  const { keptId, absorbedId } = pair
  if (handed.linked) {
    await sql`
      delete from linkedin_identity where tenant_id = ${work.tenantId} and candidate_id = ${keptId}
        and person_urn = ${handed.linked.personUrn} and linked_at = ${handed.linked.linkedAt}::timestamptz`.execute(
      work.tx,
    )
  }
  if (handed.secondMember !== null) {
    await sql`
      delete from linkedin_second_member where tenant_id = ${work.tenantId} and candidate_id = ${keptId}
        and person_urn = ${handed.secondMember}`.execute(work.tx)
  }
  // Whoever is linked to somebody by now stays with him.
  await bringBack(work, 'linkedin_identity', handed.links)
  await changeSecondMembers(work, { fromId: keptId, toId: absorbedId, only: handed.furtherMembers })
  await sql`
    delete from linkedin_not_this_person where tenant_id = ${work.tenantId} and candidate_id = ${keptId}
      and person_urn = any(${handed.apartAdded}::text[])`.execute(work.tx)
  await bringBack(work, 'linkedin_not_this_person', handed.apart)
  await handBackDoubts(work, handed.doubts)
}

async function changeSecondMembers(
  work: Work,
  { fromId, toId, only }: { fromId: string; toId: string; only?: readonly string[] },
): Promise<string[]> {
  const answer = await sql<{ person_urn: string }>`
    update linkedin_second_member set candidate_id = ${toId}
    where tenant_id = ${work.tenantId} and candidate_id = ${fromId}
      and ${only ? sql`person_urn = any(${[...only]}::text[])` : sql`true`}
    returning person_urn`.execute(work.tx)
  return answer.rows.map(row => row.person_urn)
}

function twoMembers() {
  return conflict({
    code: 'matchDesk.twoMembers',
    message:
      'The two candidates are linked to two different people at LinkedIn, so nothing was merged. If one person has both profiles, say which of them holds (`member`); if not, they are two people.',
  })
}
