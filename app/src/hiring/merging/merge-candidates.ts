import { sql } from 'kysely'
import { conflict, invalid, notAllowed, notFound } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import type { Work } from '../../platform/work.ts'
import type { HandedApplications, SameJob } from '../applications/hand-over-applications.ts'
import { findSameJobs, handOverApplications } from '../applications/hand-over-applications.ts'
import { mayMergeCandidates } from '../candidates/candidate.policy.ts'
import { MOST_CONTACTS, MOST_SKILLS } from '../candidates/candidates.shapes.ts'
import { contactKinds } from '../candidates/contacts.ts'
import type { HandedContact } from '../candidates/hand-over-contacts.ts'
import { copyContacts } from '../candidates/hand-over-contacts.ts'
import type { CandidateTaken, WholeCandidate } from '../candidates/set-candidate-aside.ts'
import { lockCandidates, setCandidateAside, writeFields } from '../candidates/set-candidate-aside.ts'
import { userIdOf } from '../jobs/standing.queries.ts'
import type { HandedNotes } from '../notes/hand-over-notes.ts'
import { handOverNotes } from '../notes/hand-over-notes.ts'
import type { HandedPlaces } from '../talent-pools/hand-over-places.ts'
import { handOverPlaces } from '../talent-pools/hand-over-places.ts'
import type { FieldsRecord } from './merged-fields.ts'
import { mergeFields } from './merged-fields.ts'
import type { NewMerge } from './merging.shapes.ts'

export interface MergedPair {
  keptId: string
  absorbedId: string
  sameJobs: readonly SameJob[]
}

/**
 * What another part of the product keeps about candidates, and takes along: while both are still there. Whatever `merge` answers
 * is handed to `unmerge`, when both are there again.
 */
export interface Companion<Kept = unknown> {
  name: string
  merge(work: Work, pair: MergedPair): Promise<Kept>
  unmerge(work: Work, pair: MergedPair, kept: Kept): Promise<void>
}

/** What undoing needs. */
export interface MergeRecord {
  fields: FieldsRecord
  contacts: HandedContact[]
  applications: HandedApplications
  places: HandedPlaces
  notes: HandedNotes
  absorbed: CandidateTaken
  sameJobs: SameJob[]
  companions: Record<string, unknown>
}

/** Two candidates are one person: the one goes on with everything that both had, and the other leads on to him. */
export async function mergeCandidates(
  work: Work,
  { keptId, absorbedId, choices }: NewMerge,
  companions: readonly Companion[],
): Promise<string> {
  refuseUnlessMayMerge(work)
  if (keptId === absorbedId) throw sameCandidate()
  const both = await lockCandidates(work, [keptId, absorbedId])
  const [kept, absorbed] = [both.get(keptId), both.get(absorbedId)]
  if (!kept || !absorbed) throw notFound('candidate')
  refuseTooMany(kept, absorbed)
  const { merged, record: fields } = mergeFields(kept, absorbed, choices)
  await writeFields(work, merged)
  const contacts = await copyContacts(work, { fromId: absorbedId, toId: keptId })
  const sameJobs = await findSameJobs(work, { keptId, absorbedId })
  const taken: Record<string, unknown> = {}
  for (const { name, merge } of companions) taken[name] = await merge(work, { keptId, absorbedId, sameJobs })
  const record: MergeRecord = {
    fields,
    contacts,
    sameJobs,
    companions: taken,
    // Before an application is taken out, about which they are.
    notes: await handOverNotes(work, { keptId, absorbedId }, sameJobs),
    applications: await handOverApplications(work, { keptId, absorbedId }, sameJobs),
    places: await handOverPlaces(work, { keptId, absorbedId }),
    absorbed: await setCandidateAside(work, absorbedId),
  }
  const id = await insertMerge(work, { keptId, absorbedId, record })
  await work.record(
    { kind: 'candidate.merged', subject: { kind: 'candidate', id: keptId }, change: { mergeId: id, absorbedId } },
    { kind: 'candidate.absorbed', subject: { kind: 'candidate', id: absorbedId }, change: { mergeId: id, keptId } },
  )
  return id
}

export function refuseUnlessMayMerge(work: Work): void {
  if (mayMergeCandidates(work.actor)) return
  throw notAllowed(
    'merging.mayNotMerge',
    'Only recruiters and administrators merge candidates and take them apart. Ask one of them to look at these two.',
  )
}

async function insertMerge(
  work: Work,
  { keptId, absorbedId, record }: { keptId: string; absorbedId: string; record: MergeRecord },
): Promise<string> {
  const id = newId('candidateMerge')
  await sql`
    insert into candidate_merge (tenant_id, id, kept_id, absorbed_id, layer, record, merged_at, merged_by)
    select ${work.tenantId}::uuid, ${id}::text, ${keptId}::text, ${absorbedId}::text, coalesce(max(layer), 0) + 1,
      ${JSON.stringify(record)}::jsonb, ${work.now}::timestamptz, ${userIdOf(work.actor)}::text
    from candidate_merge where tenant_id = ${work.tenantId} and kept_id = ${keptId} and unmerged_at is null`.execute(
    work.tx,
  )
  return id
}

/** Nothing is dropped, so what does not fit is for somebody to sort out first. */
function refuseTooMany(kept: WholeCandidate, absorbed: WholeCandidate): void {
  const limits = { emails: MOST_CONTACTS, phones: MOST_CONTACTS, skills: MOST_SKILLS }
  for (const field of [...contactKinds, 'skills'] as const) {
    const together = new Set([...kept.fields[field], ...absorbed.fields[field]]).size
    if (together <= limits[field]) continue
    throw conflict({
      code: `merging.tooMany.${field}`,
      message: `Together they have ${together} ${words[field]}, and a candidate has at most ${limits[field]}. Nothing was merged, because nothing may be lost. Remove some from one of them first.`,
      params: { together, most: limits[field] },
    })
  }
}

const words = { emails: 'e-mail addresses', phones: 'telephone numbers', skills: 'skills' }

function sameCandidate() {
  const message = 'A candidate cannot be merged with himself. Name two candidates.'
  return invalid({
    code: 'merging.sameCandidate',
    message,
    errors: [{ field: 'absorbedId', message, code: 'merging.sameCandidate' }],
  })
}
