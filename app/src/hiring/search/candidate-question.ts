import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/db.ts'
import { candidatesOfOwnJobs, isVisible } from '../applications/visible-applications.ts'
import { maySeeAllCandidates } from '../candidates/candidate.policy.ts'
import { isVisiblePool } from '../talent-pools/talent-pool.policy.ts'
import type { SearchQuery } from './parse-query.ts'
import { parseQuery } from './parse-query.ts'
import type { CandidateQuery, FacetName, Reading } from './search.shapes.ts'
import type { TsQuery } from './search-terms.ts'
import { both, either, hasAlternatives, readableWords, termAs, toTsQuery, wholeValue } from './search-terms.ts'

/** Which candidates are asked for: the conditions stand over `candidate_search w`. */
export interface CandidateQuestion {
  parsed: SearchQuery | undefined
  where: RawBuilder<boolean>[]
  /** May the actor know of this candidate at all? */
  mayKnow: RawBuilder<boolean>
  /** Few candidates come into question at all, so that all of them are looked up instead of walking along a list. */
  isNarrow: boolean
  readings: readonly Reading[]
}

const wholeValueFilters = ['title', 'company', 'location', 'skill'] as const
const applicationColumns = { source: sql`a.source`, job: sql`a.job_id`, stage: sql`s.kind` }
const applicationFilters = ['source', 'job', 'stage'] as const

/**
 * Reads the query of a list and asks. A word that occurs nowhere is read as the beginning of one, else as a slip in a name;
 * where all words have to occur, an answer says that they do.
 */
export async function askForCandidates<T>(
  tx: Tx,
  actor: Actor,
  query: CandidateQuery,
  ask: { run: (question: CandidateQuestion) => Promise<T>; isEmpty: (answer: T) => boolean },
): Promise<T> {
  const parsed = parseQuery(query.q ?? '')
  const asWritten = toQuestion(actor, query, { parsed, readings: [] })
  const words = parsed ? readableWords(parsed) : []
  if (parsed === undefined || words.length === 0) return ask.run(asWritten)
  const first = hasAlternatives(parsed) ? undefined : await ask.run(asWritten)
  if (first !== undefined && !ask.isEmpty(first)) return first
  const readings = await readWords(tx, actor, words)
  if (first !== undefined && readings.length === 0) return first
  return ask.run(toQuestion(actor, query, { parsed, readings }))
}

/** The same question as if nothing had been chosen in one of the filters. */
export function toQuestion(
  actor: Actor,
  query: CandidateQuery,
  { parsed, readings, without }: { parsed: SearchQuery | undefined; readings: readonly Reading[]; without?: FacetName },
): CandidateQuestion {
  const text = textOf({ parsed, readings })
  const values = wholeValueFilters.flatMap(name => {
    const chosen = name === without ? [] : (query[name] ?? [])
    return chosen.length > 0 ? [either(chosen.map(value => wholeValue(name, value)))] : []
  })
  const where: RawBuilder<boolean>[] = []
  const all = [...(text ? [text] : []), ...values]
  if (all.length > 0) where.push(sql`w.words @@ ${both(all)}`)
  const applications = applicationConditions(query, without)
  if (applications.length > 0) {
    where.push(sql`w.candidate_id in (
      select a.candidate_id from application a join stage s on s.tenant_id = a.tenant_id and s.id = a.stage_id
      where a.tenant_id = ${actor.tenantId} and ${sql.join([...applications, isVisible(actor)], sql` and `)})`)
  }
  const pools = without === 'pool' ? [] : (query.pool ?? [])
  if (pools.length > 0) {
    where.push(sql`w.candidate_id in (
      select m.candidate_id from talent_pool_member m join talent_pool p on p.tenant_id = m.tenant_id and p.id = m.pool_id
      where m.tenant_id = ${actor.tenantId} and m.pool_id = any(${pools}::text[]) and ${isVisiblePool(actor)})`)
  }
  const isRestricted = !maySeeAllCandidates(actor)
  const mayKnow = isRestricted ? isOnOwnJobs(actor) : sql<boolean>`true`
  if (isRestricted) where.push(mayKnow)
  const isNarrow = isRestricted || (query.job !== undefined && without !== 'job') || pools.length > 0
  return { parsed, where, mayKnow, readings, isNarrow }
}

/** What is searched for, by which hits are ranked. */
export function textOf({ parsed, readings }: Pick<CandidateQuestion, 'parsed' | 'readings'>): TsQuery | undefined {
  return parsed && toTsQuery(parsed, readings)
}

/** Over `application a` and its `stage s`. */
export function applicationConditions(query: CandidateQuery, without?: FacetName): RawBuilder<boolean>[] {
  const conditions = applicationFilters.flatMap(name => {
    const chosen = name === without ? [] : (query[name] ?? [])
    return chosen.length > 0 ? [sql<boolean>`${applicationColumns[name]} = any(${chosen}::text[])`] : []
  })
  const asksForStage = without !== 'stage' && (query.stage ?? []).length > 0
  return asksForStage ? [...conditions, standsInStage] : conditions
}

/** Over `application a`: whoever is out of the running stands in no stage any more. */
export const standsInStage = sql<boolean>`a.in_running is not null`

function isOnOwnJobs(actor: Actor): RawBuilder<boolean> {
  return sql`w.candidate_id in (${candidatesOfOwnJobs(actor)})`
}

/** A frequent word is met among so many of the newest; for a rare one the index has few rows. */
const GLANCE = 200

/** Asked of all candidates that the actor may know of, whatever else the list is narrowed by. */
async function readWords(tx: Tx, actor: Actor, words: readonly string[]): Promise<Reading[]> {
  const own = maySeeAllCandidates(actor) ? undefined : isOnOwnJobs(actor)
  const occurs = (match: TsQuery) => {
    const counted = sql`(select count(*) from candidate_search w where w.words @@ ${match} and ${own ?? sql`true`}) > 0`
    if (own) return counted
    return sql`(exists (select from (select w.words from candidate_search w order by w.created_at desc, w.candidate_id desc
      limit ${GLANCE}) w where w.words @@ ${match}) or ${counted})`
  }
  const columns = words.map(
    word => sql`case when ${occurs(termAs.written(word))} then null when ${occurs(termAs.beginning(word))} then 'beginning'
      when ${occurs(termAs.slip(word))} then 'slip' else 'nothing' end`,
  )
  const answer = await sql<{ readings: (Reading['as'] | null)[] }>`
    select array[${sql.join(columns)}] as readings`.execute(tx)
  const readings = answer.rows[0]?.readings ?? []
  return words.flatMap((word, index) => {
    const as = readings[index]
    return as ? [{ word, as }] : []
  })
}
