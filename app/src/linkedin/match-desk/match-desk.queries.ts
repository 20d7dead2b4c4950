import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { z } from 'zod'
import { isVisible } from '../../hiring/applications/visible-applications.ts'
import { mayMergeCandidates } from '../../hiring/candidates/candidate.policy.ts'
import { toFields } from '../../hiring/candidates/candidate-fields.ts'
import type { CandidateRow } from '../../hiring/candidates/candidates.queries.ts'
import { candidateColumns } from '../../hiring/candidates/candidates.queries.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/db.ts'
import { notAllowed } from '../../platform/errors.ts'
import type { Page } from '../../platform/http/paging.ts'
import { cursorTime, cursorTimeOf, decodeCursor, toPage } from '../../platform/http/paging.ts'
import type { EvidenceKind } from '../identity/doubts.shapes.ts'
import { evidenceKinds } from '../identity/doubts.shapes.ts'
import type { DeskPerson, DoubtfulPair, DoubtState, Evidence, Merge } from './match-desk.shapes.ts'

interface Paging {
  limit: number
  next?: string | undefined
}

interface DoubtRow {
  one_id: string
  other_id: string
  evidence: string[]
  state: DoubtState
  raised_at: Date
  cursor_time: string
}

const doubtCursor = z.tuple([cursorTime, z.string(), z.string()])

/** Pairs that somebody should look at, or that somebody has looked at: the newest first. */
export async function listDoubts(
  tx: Tx,
  actor: Actor,
  { state, limit, next }: Paging & { state: DoubtState },
): Promise<Page<DoubtfulPair>> {
  refuseUnlessMayLook(actor)
  const from = next === undefined ? undefined : decodeCursor(next, doubtCursor)
  const behind = from
    ? sql`and (d.raised_at, d.one_id, d.other_id) < (${from[0]}::timestamptz, ${from[1]}, ${from[2]})`
    : sql``
  const answer = await sql<DoubtRow>`
    select d.one_id, d.other_id, d.evidence, d.state, d.raised_at, ${cursorTimeOf('d.raised_at')} as cursor_time
    from linkedin_doubt d where d.tenant_id = ${actor.tenantId} and d.state = ${state} ${behind}
    order by d.raised_at desc, d.one_id desc, d.other_id desc limit ${limit + 1}`.execute(tx)
  const people = await readPeople(
    tx,
    actor,
    answer.rows.slice(0, limit).flatMap(row => [row.one_id, row.other_id]),
  )
  const page = toPage(answer.rows, limit, {
    cursor: row => [row.cursor_time, row.one_id, row.other_id],
    item: row => ({
      state: row.state,
      raisedAt: row.raised_at.toISOString(),
      evidence: row.evidence.flatMap(toEvidence),
      people: [row.one_id, row.other_id]
        .flatMap(id => people.get(id) ?? [])
        .sort((one, other) => Date.parse(one.createdAt) - Date.parse(other.createdAt)),
    }),
  })
  // Whoever was merged or erased between the two statements has taken the pair with him.
  return { ...page, data: page.data.filter(pair => pair.people.length === 2) }
}

interface PersonRow extends CandidateRow {
  link: DeskPerson['link']
  applications: DeskPerson['applications'] | null
}

async function readPeople(tx: Tx, actor: Actor, ids: readonly string[]): Promise<Map<string, DeskPerson>> {
  if (ids.length === 0) return new Map()
  const answer = await sql<PersonRow>`
    select ${candidateColumns},
      (select json_build_object('linkedBy', i.linked_by, 'linkedAt', i.linked_at) from linkedin_identity i
        where i.tenant_id = c.tenant_id and i.candidate_id = c.id) as link,
      (select json_agg(json_build_object('id', a.id, 'jobId', j.id, 'jobTitle', j.title, 'stageName', s.name)
          order by a.created_at desc, a.id desc)
        from application a
        join stage s on s.tenant_id = a.tenant_id and s.id = a.stage_id
        join job j on j.tenant_id = a.tenant_id and j.id = a.job_id
        where a.tenant_id = c.tenant_id and a.candidate_id = c.id and ${isVisible(actor)}) as applications
    from candidate c where c.tenant_id = ${actor.tenantId} and c.id = any(${[...ids]}::text[])`.execute(tx)
  return new Map(
    answer.rows.map(row => [
      row.id,
      {
        ...toFields(row),
        id: row.id,
        createdAt: row.created_at.toISOString(),
        link: row.link && { ...row.link, linkedAt: new Date(row.link.linkedAt).toISOString() },
        applications: row.applications ?? [],
      },
    ]),
  )
}

function toEvidence(text: string): Evidence[] {
  const [kind = '', ...what] = text.split(':')
  return isKind(kind) ? [{ kind, what: what.join(':') }] : []
}

function isKind(word: string): word is EvidenceKind {
  return evidenceKinds.some(kind => kind === word)
}

export async function countDesk(tx: Tx, actor: Actor): Promise<{ open: number; dismissed: number; merged: number }> {
  refuseUnlessMayLook(actor)
  const answer = await sql<{ open: number; dismissed: number; merged: number }>`
    select (select count(*)::int from linkedin_doubt where tenant_id = ${actor.tenantId} and state = 'open') as open,
      (select count(*)::int from linkedin_doubt where tenant_id = ${actor.tenantId} and state = 'dismissed') as dismissed,
      (select count(*)::int ${standingMerges(actor)}) as merged`.execute(tx)
  return answer.rows[0] ?? { open: 0, dismissed: 0, merged: 0 }
}

interface MergeRow extends Omit<Merge, 'mergedAt'> {
  merged_at: Date
  cursor_time: string
}

const mergeCursor = z.tuple([cursorTime, z.string()])

/** What can be undone: of one candidate, or of all. A merge of somebody who became part of another candidate lies under that one. */
export async function listMerges(
  tx: Tx,
  actor: Actor,
  { candidateId, limit, next }: Paging & { candidateId?: string | undefined },
): Promise<Page<Merge>> {
  refuseUnlessMayLook(actor)
  const from = next === undefined ? undefined : decodeCursor(next, mergeCursor)
  const behind = from ? sql`and (m.merged_at, m.id) < (${from[0]}::timestamptz, ${from[1]})` : sql``
  const ofOne = candidateId === undefined ? sql`` : sql`and m.kept_id = ${candidateId}`
  const answer = await sql<MergeRow>`
    select m.id, m.kept_id as "keptId", c.first_name || ' ' || c.last_name as "keptName", m.absorbed_id as "absorbedId",
      concat_ws(' ', m.record #>> '{absorbed,candidate,0,first_name}', m.record #>> '{absorbed,candidate,0,last_name}')
        as "absorbedName",
      m.merged_at, ${cursorTimeOf('m.merged_at')} as cursor_time, u.first_name || ' ' || u.last_name as "mergedBy",
      not exists (select from candidate_merge later where later.tenant_id = m.tenant_id and later.kept_id = m.kept_id
        and later.unmerged_at is null and later.layer > m.layer) as "isLatest"
    ${standingMerges(actor)} ${ofOne} ${behind}
    order by m.merged_at desc, m.id desc limit ${limit + 1}`.execute(tx)
  return toPage(answer.rows, limit, {
    cursor: row => [row.cursor_time, row.id],
    item: ({ merged_at, cursor_time: _, ...row }) => ({ ...row, mergedAt: merged_at.toISOString() }),
  })
}

function standingMerges(actor: Actor): RawBuilder<unknown> {
  return sql`from candidate_merge m
    join candidate c on c.tenant_id = m.tenant_id and c.id = m.kept_id
    left join app_user u on u.tenant_id = m.tenant_id and u.id = m.merged_by
    where m.tenant_id = ${actor.tenantId} and m.unmerged_at is null`
}

function refuseUnlessMayLook(actor: Actor): void {
  if (mayMergeCandidates(actor)) return
  throw notAllowed(
    'matchDesk.notForYou',
    'Only recruiters and administrators see the match desk, because it names candidates of all jobs.',
  )
}
