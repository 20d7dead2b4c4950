import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/db.ts'
import { isVisible } from '../applications/visible-applications.ts'
import { isVisiblePool } from '../talent-pools/talent-pool.policy.ts'
import type { CandidateQuestion } from './candidate-question.ts'
import { applicationConditions, askForCandidates, standsInStage, toQuestion } from './candidate-question.ts'
import type { CandidateFacets, CandidateQuery, Facet, FacetName } from './search.shapes.ts'
import { facetNames, MAX_FACET_VALUES } from './search.shapes.ts'

/** So many hits, the newest ones, are looked at for counts. */
const COUNTED_HITS = 2_000

/**
 * How many there are, and how they spread over titles, places and so on. What is chosen in a filter does not narrow that
 * filter's own values, so that a second one can be added.
 */
export function countFacets(tx: Tx, actor: Actor, query: CandidateQuery): Promise<CandidateFacets> {
  return askForCandidates(tx, actor, query, {
    run: question => countAll(tx, actor, query, question),
    isEmpty: facets => facets.count.value === 0,
  })
}

async function countAll(
  tx: Tx,
  actor: Actor,
  query: CandidateQuery,
  question: CandidateQuestion,
): Promise<CandidateFacets> {
  const chosen = facetNames.filter(name => (query[name] ?? []).length > 0)
  const open = facetNames.filter(name => !chosen.includes(name))
  const values = new Map(await countValues(tx, question, open, { actor, query }))
  for (const name of chosen) {
    const wider = toQuestion(actor, query, { ...question, without: name })
    for (const [facet, counted] of await countValues(tx, wider, [name], { actor, query })) values.set(facet, counted)
  }
  return {
    count: await countHits(tx, question),
    facets: facetNames.map(name => ({ name, values: values.get(name) ?? [] })),
    readings: [...question.readings],
  }
}

async function countHits(tx: Tx, question: CandidateQuestion): Promise<CandidateFacets['count']> {
  const answer = await sql<{ count: number }>`
    select count(*) as count from (
      select from candidate_search w where ${conditions(question.where)} limit ${COUNTED_HITS + 1}) hit`.execute(tx)
  const count = answer.rows[0]?.count ?? 0
  return { value: Math.min(count, COUNTED_HITS), capped: count > COUNTED_HITS }
}

type FacetRow = { name: FacetName } & Facet['values'][number]

async function countValues(
  tx: Tx,
  question: CandidateQuestion,
  names: readonly FacetName[],
  { actor, query }: { actor: Actor; query: CandidateQuery },
): Promise<[FacetName, Facet['values']][]> {
  if (names.length === 0) return []
  const counted = names.map(
    name => sql`(
    select ${name} as name, f.value, min(f.label) as label, count(distinct f.candidate_id) as count
    from (${facetRows(name, actor, query)}) f
    group by f.value order by count desc, label, f.value limit ${MAX_FACET_VALUES})`,
  )
  const answer = await sql<FacetRow>`
    with hit as materialized (
      select c.tenant_id, c.id, c.current_title, c.current_company, c.location, c.skills
      from (select w.candidate_id from candidate_search w where ${conditions(question.where)}
        order by w.created_at desc, w.candidate_id desc limit ${COUNTED_HITS}) w
      join candidate c on c.tenant_id = ${actor.tenantId} and c.id = w.candidate_id)
    ${sql.join(counted, sql` union all `)}`.execute(tx)
  return names.map(name => [name, answer.rows.flatMap(({ name: of, ...value }) => (of === name ? [value] : []))])
}

/** Over `hit h`: a row for each candidate and value. Spellings that differ in capitals and accents only are one value. */
function facetRows(name: FacetName, actor: Actor, query: CandidateQuery): RawBuilder<unknown> {
  switch (name) {
    case 'title':
      return spelled(sql`h.current_title`)
    case 'company':
      return spelled(sql`h.current_company`)
    case 'location':
      return spelled(sql`h.location`)
    case 'skill':
      return sql`select h.id as candidate_id, findable(skill) as value, skill as label from hit h, unnest(h.skills) skill`
    case 'source':
      return ofApplications(sql`a.source`, sql`a.source`, applicationsShown(name, actor, query))
    case 'stage':
      return ofApplications(sql`s.kind`, sql`s.kind`, applicationsShown(name, actor, query))
    case 'job':
      return ofApplications(sql`j.id`, sql`j.title || ' · ' || j.reference`, applicationsShown(name, actor, query))
    case 'pool':
      return sql`select h.id as candidate_id, p.id as value, p.name as label
        from hit h
        join talent_pool_member m on m.tenant_id = h.tenant_id and m.candidate_id = h.id
        join talent_pool p on p.tenant_id = m.tenant_id and p.id = m.pool_id
        where ${isVisiblePool(actor)}`
  }
}

function spelled(column: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select h.id as candidate_id, findable(btrim(${column})) as value, ${column} as label from hit h where ${column} <> ''`
}

function ofApplications(value: RawBuilder<unknown>, label: RawBuilder<unknown>, shown: RawBuilder<unknown>) {
  return sql`select h.id as candidate_id, ${value} as value, ${label} as label
    from hit h
    join application a on a.tenant_id = h.tenant_id and a.candidate_id = h.id
    join stage s on s.tenant_id = a.tenant_id and s.id = a.stage_id
    join job j on j.tenant_id = a.tenant_id and j.id = a.job_id
    where ${shown}`
}

/** The actor may know of them, and they have what the other filters ask of an application. */
function applicationsShown(name: FacetName, actor: Actor, query: CandidateQuery): RawBuilder<unknown> {
  const counted = name === 'stage' ? [standsInStage] : []
  return conditions([...applicationConditions(query, name), ...counted, isVisible(actor)])
}

function conditions(list: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return sql.join([sql`true`, ...list], sql` and `)
}
