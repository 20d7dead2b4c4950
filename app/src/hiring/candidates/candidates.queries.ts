import { sql } from 'kysely'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/db.ts'
import { executeKept } from '../../platform/db/db.ts'
import { notFound } from '../../platform/errors.ts'
import type { Page } from '../../platform/http/paging.ts'
import { isOpenFor, isVisible } from '../applications/visible-applications.ts'
import { pageOfHits } from '../search/candidate-pages.ts'
import { askForCandidates } from '../search/candidate-question.ts'
import type { CandidateQuery, Reading } from '../search/search.shapes.ts'
import { maySeeAllCandidates } from './candidate.policy.ts'
import type { CandidateColumns } from './candidate-fields.ts'
import { toFields } from './candidate-fields.ts'
import type { Candidate, CandidateListItem, Origin } from './candidates.shapes.ts'

export type CandidatePage = Page<CandidateListItem> & { readings: Reading[] }

/** By relevance when something is searched for, else newest first. */
export function listCandidates(
  tx: Tx,
  actor: Actor,
  query: CandidateQuery & { limit: number; next?: string | undefined },
): Promise<CandidatePage> {
  return askForCandidates(tx, actor, query, {
    run: async question => {
      const { data, ...page } = await pageOfHits(tx, question, query)
      return { ...page, data: await listItems(tx, actor, data), readings: [...question.readings] }
    },
    isEmpty: page => page.data.length === 0,
  })
}

async function listItems(tx: Tx, actor: Actor, ids: readonly string[]): Promise<CandidateListItem[]> {
  if (ids.length === 0) return []
  const rows = await executeKept(
    tx,
    sql<ListRow>`
    select c.id, c.first_name, c.last_name, c.headline, c.current_title, c.current_company, c.location, c.skills, c.created_at,
      (select e.email from candidate_email e where e.tenant_id = c.tenant_id and e.candidate_id = c.id
        order by e.position limit 1) as email,
      (select count(*) from application a join stage s on s.tenant_id = a.tenant_id and s.id = a.stage_id
        where a.tenant_id = c.tenant_id and a.candidate_id = c.id and ${isVisible(actor)}) as application_count
    from unnest(${[...ids]}::text[]) with ordinality as page (id, number)
    join candidate c on c.tenant_id = ${actor.tenantId} and c.id = page.id
    order by page.number`,
  )
  return rows.map(toListItem)
}

interface ListRow {
  id: string
  first_name: string
  last_name: string
  headline: string | null
  current_title: string | null
  current_company: string | null
  location: string | null
  skills: string[]
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
    currentTitle: row.current_title,
    currentCompany: row.current_company,
    location: row.location,
    skills: row.skills,
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
  const [row] = await executeKept(
    tx,
    sql<ReadRow>`
    select ${candidateColumns},
      (select json_object_agg(field, origin) from (
          select 'emails.' || e.email as field, e.origin from candidate_email e
          where e.tenant_id = c.tenant_id and e.candidate_id = c.id
          union all
          select 'phones.' || p.phone, p.origin from candidate_phone p
          where p.tenant_id = c.tenant_id and p.candidate_id = c.id) contact) as contact_origins,
      (select json_agg(json_build_object('id', a.id, 'jobId', j.id, 'jobReference', j.reference, 'jobTitle', j.title,
          'jobState', j.state, 'stageId', s.id, 'stageKind', s.kind, 'stageName', s.name, 'stageSince', a.stage_since,
          'state', a.state, 'closedAs', a.closed_as, 'source', a.source, 'passedProspect', a.passed_prospect_at is not null,
          'mayOpen', ${isOpenFor(actor)}) order by a.created_at desc, a.id desc)
        from application a
        join stage s on s.tenant_id = a.tenant_id and s.id = a.stage_id
        join job j on j.tenant_id = a.tenant_id and j.id = a.job_id
        where a.tenant_id = c.tenant_id and a.candidate_id = c.id and ${isVisible(actor)}) as applications
    from candidate c where c.tenant_id = ${actor.tenantId} and c.id = ${candidateId}`,
  )
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
