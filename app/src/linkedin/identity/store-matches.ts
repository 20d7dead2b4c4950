import type { Actor } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/db/db.ts'
import type { Work } from '../../platform/work.ts'
import { look, perform } from '../../platform/work.ts'
import { evidenceOf, raiseDoubts } from './doubts.ts'
import { linkCandidate } from './link-candidate.ts'
import { findHolder, lockPerson } from './match-candidate.ts'

/** Whom LinkedIn matched with a candidate: several by itself, or one by somebody's choice there. */
export interface Found {
  candidateId: string
  matchedMembers: readonly string[]
  manualMatchedMember: string | null
}

interface Outcome {
  /** Who these candidates are is known now. */
  matched: string[]
  /** LinkedIn holds somebody's choice that was undone here. */
  toTakeBack: string[]
}

/**
 * Keeps what LinkedIn found. Who was linked here, by hand or by an export, stays who he is, and who was unlinked stays apart. Several
 * members are no match.
 */
export async function storeMatches(app: App, actor: Actor, found: readonly Found[]): Promise<Outcome> {
  const known = await look(app, actor, tx => readKnown(tx, actor.tenantId, found))
  const outcome: Outcome = { matched: [], toTakeBack: [] }
  for (const one of found) {
    const { link, apart } = known(one.candidateId)
    if (one.manualMatchedMember !== null && apart.has(one.manualMatchedMember)) outcome.toTakeBack.push(one.candidateId)
    const personUrn = choose(one, apart)
    if (!link && personUrn === undefined) continue
    const isSettled = link !== undefined && (link.linkedBy !== 'linkedin' || link.personUrn === personUrn)
    if (isSettled || (await perform(app, actor, work => storeMatch(work, one, personUrn)))) {
      outcome.matched.push(one.candidateId)
    }
  }
  return outcome
}

function choose({ matchedMembers, manualMatchedMember }: Found, apart: ReadonlySet<string>): string | undefined {
  const possible = manualMatchedMember === null ? matchedMembers : [manualMatchedMember]
  const [only, ...others] = possible.filter(personUrn => !apart.has(personUrn))
  return others.length === 0 ? only : undefined
}

/** Answers whether the candidate is linked now. Everything may have changed since it was looked at. */
async function storeMatch(work: Work, found: Found, personUrn: string | undefined): Promise<boolean> {
  if (personUrn !== undefined) await lockPerson(work, personUrn)
  const { candidateId } = found
  const isThere = await work.tx
    .selectFrom('candidate')
    .select('id')
    .where('tenant_id', '=', work.tenantId)
    .where('id', '=', candidateId)
    .forUpdate()
    .executeTakeFirst()
  if (!isThere) return false
  const { link, apart } = (await readKnown(work.tx, work.tenantId, [found]))(candidateId)
  if (link && link.linkedBy !== 'linkedin') return true
  if (personUrn !== undefined && (apart.has(personUrn) || (await isHeld(work, candidateId, personUrn)))) return false
  if (link) await forgetMatch(work, candidateId, personUrn)
  if (personUrn === undefined) return false
  // A choice made at LinkedIn is told to it again with every change, or the next one would undo it there.
  const linkedBy = found.manualMatchedMember === personUrn ? 'hand' : 'linkedin'
  await linkCandidate(work, { person: { personUrn, profileUrl: null }, candidateId, linkedBy })
  return true
}

/** LinkedIn no longer says so, and nobody else ever did. */
async function forgetMatch(work: Work, candidateId: string, instead: string | undefined): Promise<void> {
  await work.tx
    .deleteFrom('linkedin_identity')
    .where('tenant_id', '=', work.tenantId)
    .where('candidate_id', '=', candidateId)
    .where('linked_by', '=', 'linkedin')
    .execute()
  if (instead !== undefined) return
  await work.record({ kind: 'identity.unlinked', subject: { kind: 'candidate', id: candidateId } })
}

/** One person is one candidate: that another one is he already is for a human being to look at. */
async function isHeld(work: Work, candidateId: string, personUrn: string): Promise<boolean> {
  const holderId = await findHolder(work, personUrn)
  if (holderId === undefined) return false
  await raiseDoubts(work, [{ oneId: candidateId, otherId: holderId, evidence: [evidenceOf('member', personUrn)] }])
  return true
}

async function readKnown(tx: Tx, tenantId: string, found: readonly Found[]) {
  const candidateIds = found.map(one => one.candidateId)
  if (candidateIds.length === 0) return () => ({ link: undefined, apart: new Set<string>() })
  const links = await tx
    .selectFrom('linkedin_identity')
    .select(['candidate_id', 'person_urn as personUrn', 'linked_by as linkedBy'])
    .where('tenant_id', '=', tenantId)
    .where('candidate_id', 'in', candidateIds)
    .execute()
  const apart = await tx
    .selectFrom('linkedin_not_this_person')
    .select(['candidate_id', 'person_urn'])
    .where('tenant_id', '=', tenantId)
    .where('candidate_id', 'in', candidateIds)
    .execute()
  return (candidateId: string) => ({
    link: links.find(row => row.candidate_id === candidateId),
    apart: new Set(apart.filter(row => row.candidate_id === candidateId).map(row => row.person_urn)),
  })
}
