import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { z } from 'zod'
import type { UserActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/db.ts'
import { invalid } from '../../platform/errors.ts'
import { readFeedEnd } from '../../platform/events/read-events.ts'
import { decodeCursor, encodeCursor } from '../../platform/http/paging.ts'
import { candidatesOfOwnJobs, isOpenFor } from '../applications/visible-applications.ts'
import { isToldOf, maySeeAllCandidates } from '../candidates/candidate.policy.ts'
import { maySeeAllJobs } from '../jobs/job.policy.ts'
import { isVisiblePoolEvent } from '../talent-pools/talent-pool.policy.ts'
import type { Change, ChangesPage } from './changes.shapes.ts'
import { changeSubjects } from './changes.shapes.ts'

interface Request {
  since?: string | undefined
  limit: number
}

interface ChangeRow {
  id: string
  xid: string
  at: Date
  kind: string
  subjectKind: Change['subject']['kind']
  subjectId: string
  jobId: string | null
  isGone: boolean
}

const FROM_NOW = 'now'
// A number of a transaction has up to 20 digits; 19 are enough for ever, and always fit.
const cursor = z.tuple([z.string().regex(/^\d{1,19}$/), z.string().max(100)])

/**
 * The changes after a position, in the order of their transactions. The end is read first: what is before it is
 * committed, and nothing can come in there any more.
 */
export async function listChanges(tx: Tx, actor: UserActor, { since, limit }: Request): Promise<ChangesPage> {
  const end = await readFeedEnd(tx)
  const atEnd = encodeCursor([end.xid, end.eventId])
  if (since === FROM_NOW) return { data: [], hasNext: false, next: atEnd }
  const [xid, eventId] = since === undefined ? ['0', ''] : readCursor(since)
  if (BigInt(xid) > BigInt(end.newestXid)) throw restored()
  const answer = await sql<ChangeRow>`
    select e.id, e.xid::text as xid, e.at, e.kind, e.subject_kind as "subjectKind", e.subject_id as "subjectId",
      e.job_id as "jobId", ${isGone} as "isGone"
    from event e
    where e.tenant_id = ${actor.tenantId} and (e.xid, e.id) > (${xid}::xid8, ${eventId})
      and (e.xid, e.id) <= (${end.xid}::xid8, ${end.eventId}) and ${isReadableBy(actor)}
    order by e.xid, e.id limit ${limit + 1}`.execute(tx)
  const shown = answer.rows.slice(0, limit)
  const last = shown.at(-1)
  const hasNext = answer.rows.length > limit && last !== undefined
  return {
    data: shown.map(toChange),
    hasNext,
    // What is left out for this caller is passed over, too.
    next: hasNext ? encodeCursor([last.xid, last.id]) : atEnd,
  }
}

function readCursor(since: string): [xid: string, eventId: string] {
  return decodeCursor(since, cursor, 'since')
}

const isGone = sql<boolean>`
  case e.subject_kind
    when 'job' then not exists (select from job j where j.tenant_id = e.tenant_id and j.id = e.subject_id)
    when 'candidate' then not exists (select from candidate c where c.tenant_id = e.tenant_id and c.id = e.subject_id)
    when 'application' then
      not exists (select from application a where a.tenant_id = e.tenant_id and a.id = e.subject_id)
    when 'talentPool' then not exists (select from talent_pool p where p.tenant_id = e.tenant_id and p.id = e.subject_id)
    else not exists (select from app_user u where u.tenant_id = e.tenant_id and u.id = e.subject_id)
  end`

/** The same rules as for reading the thing itself, each kind for itself. */
function isReadableBy(actor: UserActor): RawBuilder<boolean> {
  const kinds = changeSubjects.filter(kind => !actor.token || actor.token.scopes.includes(`${kind}s:read`))
  const rules = kinds.map(kind => sql`(e.subject_kind = ${kind} and ${rule[kind](actor)})`)
  return rules.length === 0 ? sql`false` : sql`(${sql.join(rules, sql` or `)})`
}

const rule: Record<Change['subject']['kind'], (actor: UserActor) => RawBuilder<unknown>> = {
  job: actor =>
    maySeeAllJobs(actor.roles)
      ? sql`true`
      : sql`exists (select from hiring_team_member m
          where m.tenant_id = e.tenant_id and m.job_id = e.subject_id and m.user_id = ${actor.userId})`,
  candidate: actor =>
    maySeeAllCandidates(actor)
      ? sql`true`
      : sql`(${isToldOf(actor)} and e.subject_id in (${candidatesOfOwnJobs(actor)}))`,
  application: actor =>
    maySeeAllJobs(actor.roles)
      ? sql`true`
      : sql`exists (select from application a join stage s on s.tenant_id = a.tenant_id and s.id = a.stage_id
          where a.tenant_id = e.tenant_id and a.id = e.subject_id and ${isOpenFor(actor)})`,
  talentPool: isVisiblePoolEvent,
  user: () => sql`true`,
}

function toChange(row: ChangeRow): Change {
  return {
    id: row.id,
    at: row.at.toISOString(),
    kind: row.kind,
    subject: { kind: row.subjectKind, id: row.subjectId },
    jobId: row.jobId,
    isGone: row.isGone,
  }
}

// Positions count the transactions of one database server. A position ahead of all of them comes from another one.
function restored() {
  return invalid({
    code: 'changes.restored',
    message:
      'This position is ahead of the database, which was restored meanwhile. Read everything anew, and begin with since=now before you do.',
    errors: [{ field: 'since', message: 'is ahead of the database', code: 'changes.restored' }],
  })
}
