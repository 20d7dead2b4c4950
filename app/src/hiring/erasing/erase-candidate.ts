import { sql } from 'kysely'
import { hasRole } from '../../platform/actor.ts'
import { invalid, notAllowed, notFound } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import type { Work } from '../../platform/work.ts'
import { eraseApplications, lockApplicationsOf } from '../applications/erase-applications.ts'
import type { WholeCandidate } from '../candidates/set-candidate-aside.ts'
import { lockCandidates, setCandidateAside } from '../candidates/set-candidate-aside.ts'
import { userIdOf } from '../jobs/standing.queries.ts'
import { forgetMergesInto } from '../merging/forget-merges.ts'
import { eraseNotes } from '../notes/hand-over-notes.ts'
import { eraseNotifications } from '../notifications/notifications.ts'
import type { NewErasure } from './erasing.shapes.ts'

/** What another part of the product keeps about a candidate, and forgets with him. */
export interface ErasingCompanion {
  /** Whatever it locks is locked before the candidate, as everywhere. */
  lock?(work: Work, candidateId: string): Promise<void>
  /** While he is still there. */
  erase(work: Work, candidateId: string): Promise<void>
}

/** For good, and out of every table: what he did, what was written about him, and whoever was merged into him. */
export async function eraseCandidate(
  work: Work,
  candidateId: string,
  { reason, name }: NewErasure,
  companions: readonly ErasingCompanion[],
): Promise<void> {
  refuseUnlessMayErase(work)
  for (const companion of companions) await companion.lock?.(work, candidateId)
  const applications = await lockApplicationsOf(work, candidateId)
  const candidate = (await lockCandidates(work, [candidateId])).get(candidateId)
  if (!candidate) throw notFound('candidate')
  refuseOtherName(candidate, name)
  for (const companion of companions) await companion.erase(work, candidateId)
  await eraseNotes(work, candidateId)
  await eraseApplications(work, candidateId)
  const merged = await forgetMergesInto(work, candidateId)
  await eraseNotifications(work, [
    ...[candidateId, ...merged.candidateIds].map(id => `/candidates/${id}`),
    ...[...applications.map(one => one.id), ...merged.applicationIds].map(id => `/applications/${id}`),
  ])
  await setCandidateAside(work, candidateId)
  await sql`
    insert into erasure (tenant_id, id, candidate_id, reason, erased_at, erased_by)
    values (${work.tenantId}, ${newId('erasure')}, ${candidateId}, ${reason}, ${work.now}, ${userIdOf(work.actor)})`.execute(
    work.tx,
  )
  await work.record(
    { kind: 'candidate.erased', subject: { kind: 'candidate', id: candidateId }, change: { reason } },
    ...applications.map(({ id, jobId }) => ({
      kind: 'application.erased' as const,
      subject: { kind: 'application', id },
      jobId,
      change: { candidateId },
    })),
  )
}

function refuseUnlessMayErase({ actor }: Work): void {
  if (actor.kind === 'user' && hasRole(actor, 'administrator')) return
  throw notAllowed('erasing.mayNotErase', 'Only administrators erase candidates. Ask one of them.')
}

/** Two people of one name are told apart by the page on which it is typed. */
function refuseOtherName({ fields }: WholeCandidate, typed: string): void {
  const plain = (text: string) => text.trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase()
  if (plain(typed) === plain(`${fields.firstName} ${fields.lastName}`)) return
  const message =
    'Nobody was erased: the name that was typed is not that of this candidate. Type it as it stands on the page.'
  throw invalid({
    code: 'erasing.otherName',
    message,
    errors: [{ field: 'name', message, code: 'erasing.otherName' }],
  })
}
