import { sql } from 'kysely'
import { z } from 'zod'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/db.ts'
import { notFound } from '../../platform/errors.ts'
import type { Page } from '../../platform/http/paging.ts'
import { decodeCursor, toPage } from '../../platform/http/paging.ts'
import { candidatesOfOwnJobs, isOpenFor, isVisible } from '../applications/visible-applications.ts'
import { searchPattern, wordsOf } from '../search/words.ts'
import { maySeeAllCandidates } from './candidate.policy.ts'
import type { CandidateColumns } from './candidate-fields.ts'
import { toFields } from './candidate-fields.ts'
import type { Candidate, CandidateListItem, Origin } from './candidates.shapes.ts'
import { normalEmail, normalProfileUrl } from './contact-details.ts'

export interface CandidateFilter {
  /** Every word has to occur; a word with an @ is a whole e-mail address. */
  q?: string | undefined
  limit: number
  next?: string | undefined
}

const cursor = z.tuple([z.iso.datetime(), z.string()])

/** Newest first. */
export async function listCandidates(tx: Tx, actor: Actor, filter: CandidateFilter): Promise<Page<CandidateListItem>> {
  const words = wordsOf(filter.q ?? '')
  const where = [sql`c.tenant_id = ${actor.tenantId}`, ...words.map(word => matches(word, actor.tenantId))]
  if (!maySeeAllCandidates(actor)) {
    where.push(sql`c.id in (${candidatesOfOwnJobs(actor)})`)
  }
  if (filter.next) {
    const [createdAt, id] = decodeCursor(filter.next, cursor)
    where.push(sql`(c.created_at, c.id) < (${createdAt}::timestamptz, ${id})`)
  }
  // Text search has an index only in the view; everything else is better off with the table itself.
  const source = words.some(word => !isEmail(word)) ? sql.table('candidate_search') : sql.table('candidate')
  const answer = await sql<ListRow>`
    with page as (
      select c.tenant_id, c.id, c.first_name, c.last_name, c.headline, c.current_company, c.location, c.created_at
      from ${source} c where ${sql.join(where, sql` and `)}
      order by c.created_at desc, c.id desc limit ${filter.limit + 1})
    select c.*,
      (select e.email from candidate_email e where e.tenant_id = c.tenant_id and e.candidate_id = c.id
        order by e.position limit 1) as email,
      (select count(*) from application a join stage s on s.tenant_id = a.tenant_id and s.id = a.stage_id
        where a.tenant_id = c.tenant_id and a.candidate_id = c.id and ${isVisible(actor)}) as application_count
    from page c order by c.created_at desc, c.id desc`.execute(tx)
  return toPage(answer.rows, filter.limit, {
    cursor: row => [row.created_at.toISOString(), row.id],
    item: toListItem,
  })
}

function matches(word: string, tenantId: string) {
  if (isEmail(word)) {
    // An array and not a join, because the planner would rather walk through all candidates by date.
    return sql`c.id = any(array(select e.candidate_id from candidate_email e
      where e.tenant_id = ${tenantId} and e.email = ${normalEmail(word)}))`
  }
  return sql`c.search_text like findable(${searchPattern(word)})`
}

function isEmail(word: string): boolean {
  return /.@./.test(word)
}

interface ListRow {
  id: string
  first_name: string
  last_name: string
  headline: string | null
  current_company: string | null
  location: string | null
  created_at: Date
  email: string | null
  application_count: number
}

function toListItem(row: ListRow): CandidateListItem {
  return {
    id: row.id,
    firstName: row.first_name,
    lastName: row.last_name,
    headline: row.headline,
    currentCompany: row.current_company,
    location: row.location,
    email: row.email,
    createdAt: row.created_at.toISOString(),
    applicationCount: row.application_count,
  }
}

export interface CandidateRow extends CandidateColumns {
  id: string
  created_at: Date
  updated_at: Date
  origins: Record<string, Origin>
  emails: string[]
  phones: string[]
}

/** For a statement over `candidate c`. */
export const candidateColumns = sql`
  c.id, c.first_name, c.last_name, c.headline, c.current_title, c.current_company, c.location, c.profile_url, c.skills,
  c.created_at, c.updated_at, c.origins,
  array(select e.email from candidate_email e where e.tenant_id = c.tenant_id and e.candidate_id = c.id
    order by e.position) as emails,
  array(select p.phone from candidate_phone p where p.tenant_id = c.tenant_id and p.candidate_id = c.id
    order by p.position) as phones`

interface ReadRow extends CandidateRow {
  contact_origins: Record<string, Origin> | null
  applications: Candidate['applications'] | null
}

/** With the applications that the actor may know of. Without sight of all candidates, one of those is needed. */
export async function getCandidate(tx: Tx, actor: Actor, candidateId: string): Promise<Candidate> {
  const answer = await sql<ReadRow>`
    select ${candidateColumns},
      (select json_object_agg(field, origin) from (
          select 'emails.' || e.email as field, e.origin from candidate_email e
          where e.tenant_id = c.tenant_id and e.candidate_id = c.id
          union all
          select 'phones.' || p.phone, p.origin from candidate_phone p
          where p.tenant_id = c.tenant_id and p.candidate_id = c.id) contact) as contact_origins,
      (select json_agg(json_build_object('id', a.id, 'jobId', j.id, 'jobReference', j.reference, 'jobTitle', j.title,
          'jobState', j.state, 'stageId', s.id, 'stageKind', s.kind, 'stageName', s.name, 'stageSince', a.stage_since,
          'state', a.state, 'source', a.source, 'sharedWithLinkedIn', a.passed_prospect_at is not null,
          'mayOpen', ${isOpenFor(actor)}) order by a.created_at desc, a.id desc)
        from application a
        join stage s on s.tenant_id = a.tenant_id and s.id = a.stage_id
        join job j on j.tenant_id = a.tenant_id and j.id = a.job_id
        where a.tenant_id = c.tenant_id and a.candidate_id = c.id and ${isVisible(actor)}) as applications
    from candidate c where c.tenant_id = ${actor.tenantId} and c.id = ${candidateId}`.execute(tx)
  const row = answer.rows[0]
  if (!row || (!row.applications && !maySeeAllCandidates(actor))) throw notFound('candidate')
  return {
    ...toFields(row),
    id: row.id,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    origins: { ...row.origins, ...row.contact_origins },
    applications: (row.applications ?? []).map(one => ({ ...one, stageSince: isoTime(one.stageSince) })),
  }
}

/** Times inside JSON come in the spelling of the database session. */
function isoTime(text: string): string {
  return new Date(text).toISOString()
}

export interface CandidateMatch {
  id: string
  firstName: string
  lastName: string
}

/** Everybody who has one of these addresses: two people may share one. */
export async function findCandidatesByEmail(
  tx: Tx,
  tenantId: string,
  emails: readonly string[],
): Promise<CandidateMatch[]> {
  if (emails.length === 0) return []
  return tx
    .selectFrom('candidate_email as e')
    .innerJoin('candidate as c', join =>
      join.onRef('c.tenant_id', '=', 'e.tenant_id').onRef('c.id', '=', 'e.candidate_id'),
    )
    .distinct()
    .select(['c.id', 'c.first_name as firstName', 'c.last_name as lastName'])
    .where('e.tenant_id', '=', tenantId)
    .where('e.email', 'in', emails.map(normalEmail))
    .orderBy('c.id')
    .execute()
}

export async function findCandidatesByProfileUrl(
  tx: Tx,
  tenantId: string,
  profileUrl: string,
): Promise<CandidateMatch[]> {
  return tx
    .selectFrom('candidate')
    .select(['id', 'first_name as firstName', 'last_name as lastName'])
    .where('tenant_id', '=', tenantId)
    .where('profile_url', '=', normalProfileUrl(profileUrl))
    .orderBy('id')
    .execute()
}
