import { sql } from 'kysely'
import { conflict, notFound } from '../../platform/errors.ts'
import type { Work } from '../../platform/work.ts'
import { handBackApplications, lockJobsOf } from '../applications/hand-over-applications.ts'
import { removeHandedContacts } from '../candidates/hand-over-contacts.ts'
import { bringCandidateBack, lockCandidates, writeFields } from '../candidates/set-candidate-aside.ts'
import { userIdOf } from '../jobs/standing.queries.ts'
import { handBackNotes } from '../notes/hand-over-notes.ts'
import { handBackPlaces } from '../talent-pools/hand-over-places.ts'
import type { Companion, MergeRecord } from './merge-candidates.ts'
import { refuseUnlessMayMerge } from './merge-candidates.ts'
import { unmergeFields } from './merged-fields.ts'

/**
 * Both are there again as they were. What was changed of the merged person since stays with who was kept, and an application goes
 * back to whose it was, wherever it stands by now.
 */
export async function unmerge(
  work: Work,
  mergeId: string,
  companions: readonly Companion[],
): Promise<{ keptId: string; absorbedId: string }> {
  refuseUnlessMayMerge(work)
  const { keptId, absorbedId, record } = await readMerge(work, mergeId)
  await lockJobsOf(work, record.applications)
  const now = (await lockCandidates(work, [keptId])).get(keptId)
  if (!now) throw keptIsPartOfSomebody()
  await takeOffTop(work, mergeId)
  await writeFields(work, unmergeFields(now, record.fields))
  await removeHandedContacts(work, keptId, record.contacts)
  await bringCandidateBack(work, record.absorbed)
  await handBackApplications(work, { keptId, absorbedId }, record.applications)
  await handBackPlaces(work, keptId, record.places)
  await handBackNotes(work, record.notes)
  const { sameJobs } = record
  for (const { name, unmerge: giveBack } of companions) {
    await giveBack(work, { keptId, absorbedId, sameJobs }, record.companions[name])
  }
  await work.record(
    { kind: 'candidate.unmerged', subject: { kind: 'candidate', id: keptId }, change: { mergeId, absorbedId } },
    { kind: 'candidate.broughtBack', subject: { kind: 'candidate', id: absorbedId }, change: { mergeId, keptId } },
  )
  return { keptId, absorbedId }
}

interface Merge {
  keptId: string
  absorbedId: string
  record: MergeRecord
}

async function readMerge(work: Work, mergeId: string): Promise<Merge> {
  const answer = await sql<Merge>`
    select kept_id as "keptId", absorbed_id as "absorbedId", record from candidate_merge
    where tenant_id = ${work.tenantId} and id = ${mergeId} and unmerged_at is null`.execute(work.tx)
  const [merge] = answer.rows
  if (!merge) throw notFound('merge')
  return merge
}

/** Asked once who was kept is locked: nobody else merges him now, and nobody else has undone this one. */
async function takeOffTop(work: Work, mergeId: string): Promise<void> {
  const answer = await sql<{ isTop: boolean }>`
    select not exists (select from candidate_merge later where later.tenant_id = m.tenant_id
      and later.kept_id = m.kept_id and later.unmerged_at is null and later.layer > m.layer) as "isTop"
    from candidate_merge m where m.tenant_id = ${work.tenantId} and m.id = ${mergeId} and m.unmerged_at is null`.execute(
    work.tx,
  )
  const [merge] = answer.rows
  if (!merge) throw notFound('merge')
  if (!merge.isTop) throw notTheLatest()
  await sql`
    update candidate_merge set record = '{}', unmerged_at = ${work.now}, unmerged_by = ${userIdOf(work.actor)}
    where tenant_id = ${work.tenantId} and id = ${mergeId}`.execute(work.tx)
}

function notTheLatest() {
  return conflict({
    code: 'merging.notTheLatest',
    message:
      'Somebody else was merged into this candidate later, so this merge lies under that one. Undo the later merge first; it is named on the page of the candidate.',
  })
}

function keptIsPartOfSomebody() {
  return conflict({
    code: 'merging.keptIsPart',
    message:
      'The candidate who was kept has become part of another candidate since. Undo that merge first, on the page of that candidate.',
  })
}
