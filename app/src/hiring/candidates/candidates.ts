import { sql } from 'kysely'
import { notAllowed, notFound } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import type { Work } from '../../platform/work.ts'
import { isOpenFor } from '../applications/visible-applications.ts'
import { userIdOf } from '../jobs/standing.queries.ts'
import { maySeeAllCandidates, worksWithAllCandidates } from './candidate.policy.ts'
import { isEmpty, isSame, noFields, normalFields, toColumns, toFields } from './candidate-fields.ts'
import type { CandidateRow } from './candidates.queries.ts'
import { candidateColumns } from './candidates.queries.ts'
import type {
  Candidate,
  CandidateChange,
  CandidateField,
  CandidateFields,
  NewCandidate,
  Origin,
} from './candidates.shapes.ts'
import { MOST_CONTACTS } from './candidates.shapes.ts'
import { contactKinds, insertContacts, isContactKind, replaceContacts } from './contacts.ts'

export async function createCandidate(work: Work, input: NewCandidate, origin = originOf(work)): Promise<Candidate> {
  if (!worksWithAllCandidates(work.actor)) {
    throw notAllowed('candidate.mayNotCreate', 'Only recruiters, hiring managers and administrators add candidates.')
  }
  return addCandidate(work, input, origin)
}

/** For verbs that have their own permission to bring a new person in. */
export async function addCandidate(work: Work, input: NewCandidate, origin = originOf(work)): Promise<Candidate> {
  const id = newId('candidate')
  const fields: CandidateFields = { ...noFields, ...withoutUndefined(normalFields(input)) }
  const origins = originsOf(fields, origin)
  insertCandidate(work, { id, fields, origins, origin })
  await work.record({
    kind: 'candidate.created',
    subject: { kind: 'candidate', id },
    change: { origin: origin.kind },
  })
  const at = work.now.toISOString()
  for (const kind of contactKinds) for (const value of fields[kind]) origins[`${kind}.${value}`] = origin
  return { ...fields, id, createdAt: at, updatedAt: at, origins, applications: [] }
}

/** A person's own edit: it wins over whatever was there, and stays. */
export async function changeCandidate(work: Work, candidateId: string, input: CandidateChange): Promise<void> {
  const before = await lockCandidate(work, candidateId)
  if (!worksWithAllCandidates(work.actor)) await refuseUnlessOnOwnJob(work, candidateId)
  const wanted = withoutUndefined(normalFields(input))
  const changed = fieldsOf(wanted).filter(field => !isSame(wanted[field] ?? null, before.fields[field]))
  await write(work, before, { values: pick(wanted, changed), origin: originOf(work), emptiedStays: true })
}

/**
 * What another system knows about a candidate. Fills fields that never had a value and fields whose value came
 * from that same system; what a person typed or emptied stays as it is. Answers the fields it changed.
 */
export async function enrichCandidate(
  work: Work,
  candidateId: string,
  { values, origin }: { values: CandidateChange; origin: Origin },
): Promise<CandidateField[]> {
  const before = await lockCandidate(work, candidateId)
  const offered = withoutUndefined(normalFields(values))
  const taken: CandidateChange = {}
  for (const field of fieldsOf(offered)) {
    const value = offered[field]
    if (value === undefined || isEmpty(value)) continue
    const there = before.origins[field]
    if (there && there.kind !== origin.kind) continue
    Object.assign(taken, { [field]: value })
  }
  // Addresses are added, never taken away: each of them has its own origin. What a form would refuse is left out.
  if (taken.emails) taken.emails = together(before.fields.emails, taken.emails)
  if (taken.phones) taken.phones = together(before.fields.phones, taken.phones)
  const changed = fieldsOf(taken).filter(field => !isSame(taken[field] ?? null, before.fields[field]))
  await write(work, before, { values: pick(taken, changed), origin, emptiedStays: false })
  return changed
}

function together(there: readonly string[], more: readonly string[]): string[] {
  return [...new Set([...there, ...more])].slice(0, MOST_CONTACTS)
}

export function originOf(work: Work): Origin {
  const by = work.actor.kind === 'user' ? work.actor.userId : work.actor.kind
  return { kind: 'user', by, at: work.now.toISOString() }
}

interface StoredCandidate {
  id: string
  fields: CandidateFields
  origins: Record<string, Origin>
}

async function lockCandidate(work: Work, id: string): Promise<StoredCandidate> {
  const answer = await sql<CandidateRow>`
    select ${candidateColumns} from candidate c where c.tenant_id = ${work.tenantId} and c.id = ${id}
    for update of c`.execute(work.tx)
  const row = answer.rows[0]
  if (!row) throw notFound('candidate')
  return { id, fields: toFields(row), origins: row.origins }
}

async function refuseUnlessOnOwnJob(work: Work, candidateId: string): Promise<void> {
  if (maySeeAllCandidates(work.actor)) throw mayNotChange()
  const answer = await sql<{ runs: boolean | null }>`
    select bool_or(coalesce(p.role, m.role) in ('recruiter', 'hiring_manager')) as runs
    from application a
    join stage s on s.tenant_id = a.tenant_id and s.job_id = a.job_id and s.id = a.stage_id
    join hiring_team_member m on m.tenant_id = a.tenant_id and m.job_id = a.job_id and m.user_id = ${userIdOf(work.actor)}
    left join hiring_team_member p on p.tenant_id = m.tenant_id and p.job_id = m.job_id and p.user_id = m.delegate_of
    where a.tenant_id = ${work.tenantId} and a.candidate_id = ${candidateId} and ${isOpenFor(work.actor)}`.execute(
    work.tx,
  )
  const runs = answer.rows[0]?.runs
  if (runs === true) return
  if (runs === false) throw mayNotChange()
  throw notFound('candidate')
}

function mayNotChange() {
  return notAllowed('candidate.mayNotChange', 'Only recruiters, hiring managers and administrators change candidates.')
}

// One statement, whatever the candidate has: creating is a hot path.
function insertCandidate(work: Work, input: StoredCandidate & { origin: Origin }): void {
  const { id, fields, origin } = input
  const candidate = work.tx.insertInto('candidate').values({
    ...toColumns(fields),
    tenant_id: work.tenantId,
    id,
    origins: JSON.stringify(input.origins),
    created_at: work.now,
    updated_at: work.now,
  })
  work.later(sql`
    with candidate_added as (${candidate}),
      emails_added as (${insertContacts(work, { candidateId: id, kind: 'emails', values: fields.emails, origin })}),
      phones_added as (${insertContacts(work, { candidateId: id, kind: 'phones', values: fields.phones, origin })})
    select`)
}

interface Writing {
  values: CandidateChange
  origin: Origin
  /** Somebody emptied a field on purpose: remember who, so that no other system fills it again. */
  emptiedStays: boolean
}

async function write(work: Work, before: StoredCandidate, { values, origin, emptiedStays }: Writing): Promise<void> {
  const changed = fieldsOf(values)
  if (changed.length === 0) return
  const fields: CandidateFields = { ...before.fields, ...withoutUndefined(values) }
  const origins = { ...before.origins }
  for (const field of changed) {
    if (isContactKind(field)) {
      const removed = before.fields[field].some(value => !fields[field].includes(value))
      if (removed && emptiedStays) origins[field] = origin
    } else {
      origins[field] = origin
    }
  }
  await work.tx
    .updateTable('candidate')
    .set({
      ...toColumns(fields),
      origins: JSON.stringify(origins),
      updated_at: work.now,
      version: sql`version + 1`,
    })
    .where('tenant_id', '=', work.tenantId)
    .where('id', '=', before.id)
    .execute()
  for (const kind of contactKinds) {
    if (!changed.includes(kind)) continue
    await replaceContacts(work, { candidateId: before.id, kind, values: fields[kind], origin })
  }
  // Names of fields only: values of a person do not belong in a history that cannot be erased.
  await work.record({
    kind: 'candidate.changed',
    subject: { kind: 'candidate', id: before.id },
    change: { fields: changed, origin: origin.kind },
  })
}

/** Where each filled field came from; addresses and numbers carry their own. */
function originsOf(fields: CandidateFields, origin: Origin): Record<string, Origin> {
  const filled = fieldsOf(fields).filter(field => !isContactKind(field) && !isEmpty(fields[field]))
  return Object.fromEntries(filled.map(field => [field, origin]))
}

function fieldsOf(values: CandidateChange): CandidateField[] {
  return Object.keys(values).filter((key): key is CandidateField => key in noFields)
}

function pick(values: CandidateChange, fields: readonly CandidateField[]): CandidateChange {
  return Object.fromEntries(fields.map(field => [field, values[field]]))
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

function withoutUndefined(values: CandidateChange): Given<CandidateChange> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
}
