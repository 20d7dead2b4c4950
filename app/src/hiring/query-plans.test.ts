import { randomUUID } from 'node:crypto'
import { CompiledQuery, sql } from 'kysely'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { UserActor } from '../platform/actor.ts'
import type { App } from '../platform/app.ts'
import type { Tx } from '../platform/db/db.ts'
import { OpenTransaction } from '../platform/db/open-transaction.ts'
import { encodeCursor } from '../platform/http/paging.ts'
import { testApp } from '../platform/testing/test-app.ts'
import type { Work } from '../platform/work.ts'
import { perform } from '../platform/work.ts'
import { getApplication } from './applications/applications.queries.ts'
import { addApplication, markOpened } from './applications/applications.ts'
import { getBoard } from './applications/board.queries.ts'
import { closeApplication } from './applications/close-application.ts'
import { listClosed } from './applications/closings.queries.ts'
import { reopenApplication } from './applications/reopen-application.ts'
import { moveToStage } from './applications/stage-moves.ts'
import { undoClosing, undoReopening } from './applications/undo-closing.ts'
import { undoMove } from './applications/undo-move.ts'
import { listActivity } from './candidates/activity.queries.ts'
import { getCandidate, listCandidates } from './candidates/candidates.queries.ts'
import { changeCandidate, createCandidate } from './candidates/candidates.ts'
import { getJob, listJobs } from './jobs/jobs.queries.ts'
import { listNotes } from './notes/notes.queries.ts'
import { writeNote } from './notes/notes.ts'
import { listNotifications } from './notifications/notifications.queries.ts'
import { WALK } from './search/candidate-hits.ts'
import { getNeighbours } from './search/neighbours.queries.ts'
import type { CandidateQuery } from './search/search.shapes.ts'
import { getPoolNeighbours, listMembers } from './talent-pools/pool-members.queries.ts'
import { addToPool, removeFromPool, returnToPool } from './talent-pools/pool-members.ts'
import { getPool, listPools } from './talent-pools/talent-pools.queries.ts'
import type { Company } from './testing/builders.ts'
import { aCompany } from './testing/builders.ts'

const SMALL = new Set(['app_user', 'hiring_team_member', 'stage', 'tenant'])
const COUNT = 20_000
/** Rows that one part of a statement may look at: enough for a page or a job, far from a whole table. */
const LOOKED_AT = COUNT / 20

interface World extends Company {
  app: App
}
let world: World
const jobId = 'job_plan_100'
const [candidateId, applicationId] = ['cand_plan_99', 'app_plan_99']
const poolId = 'pool_plan_100'

beforeAll(async () => {
  const app = await testApp()
  world = { app, ...(await aCompany(app)) }
  const neighbour = await aCompany(app)
  await fill(app, world, COUNT)
  await fill(app, neighbour, 1_000)
  await sql`vacuum analyze`.execute(app.db.owner)
}, 240_000)

const deepPool = encodeCursor([' pool 1500', 'pool_plan_1500'])
const deepMember = encodeCursor(['added', '2026-02-03T00:00:00.000Z', 'cand_plan_5'])
const deepName = encodeCursor(['name', 'family299 person5', 'cand_plan_5'])
const deepNote = encodeCursor('memo_plan_99_200')
const deepClosed = encodeCursor(['2026-02-10T00:00:00.000Z', 'app_plan_9'])
const deep = encodeCursor(['newest', ['cand_plan_5', '2026-01-05T00:00:00.000Z', '']])

interface Hot {
  what: string
  as?: 'recruiter' | 'admin' | 'colleague'
  run(work: Work, actor: UserActor): Promise<unknown>
}

const list = (values: CandidateQuery & { next?: string } = {}) => {
  return (work: Work, actor: UserActor) => listCandidates(work.tx, actor, { limit: 50, ...values })
}

const hot: Hot[] = [
  { what: 'my jobs', run: ({ tx }, actor) => listJobs(tx, actor, { scope: 'mine', limit: 50 }) },
  {
    what: 'my active jobs',
    run: ({ tx }, actor) => listJobs(tx, actor, { scope: 'mine', state: 'active', limit: 50 }),
  },
  { what: 'all jobs', as: 'admin', run: ({ tx }, actor) => listJobs(tx, actor, { scope: 'all', limit: 50 }) },
  {
    what: 'jobs by word',
    as: 'admin',
    run: ({ tx }, actor) => listJobs(tx, actor, { scope: 'all', q: 'grower 77', limit: 50 }),
  },
  { what: 'one job', run: ({ tx }, actor) => getJob(tx, actor, jobId) },
  { what: 'board', run: ({ tx }, actor) => getBoard(tx, actor, jobId) },
  { what: 'board of an interviewer', as: 'colleague', run: ({ tx }, actor) => getBoard(tx, actor, jobId) },
  {
    what: 'rejected people of a job, deep page',
    run: ({ tx }, actor) => listClosed(tx, actor, { jobId, as: 'rejected', limit: 10, next: deepClosed }),
  },
  { what: 'candidates of a stage on a job', run: list({ job: [jobId], stage: ['interview'] }) },
  { what: 'candidates, first page', run: list() },
  { what: 'candidates, deep page', run: list({ next: deep }) },
  { what: 'candidates of an administrator', as: 'admin', run: list() },
  { what: 'candidates of an interviewer', as: 'colleague', run: list() },
  { what: 'search: a rare word', run: list({ q: 'person19999' }) },
  { what: 'search: a common word', run: list({ q: 'grower' }) },
  { what: 'search: no such word', run: list({ q: 'zzzyx' }) },
  { what: 'search: two words', run: list({ q: 'person1999 lisse' }) },
  { what: 'search: two letters', run: list({ q: 'pe' }) },
  { what: 'search: deep page', run: list({ q: 'grower', next: deep }) },
  { what: 'search: e-mail', run: list({ q: 'person7@example.com' }) },
  { what: 'search: either of two, and a third', run: list({ q: '(person77 OR person78) AND grower NOT lisse' }) },
  { what: 'search: everything but', run: list({ q: 'NOT lisse' }) },
  { what: 'search: a slip in a name', run: list({ q: 'persn19999' }) },
  { what: 'search: a beginning', run: list({ q: 'person1999*' }) },
  { what: 'candidates of a place, by name', run: list({ location: ['Lisse'], sort: 'name' }) },
  { what: 'candidates of a job', run: list({ job: [jobId] }) },
  {
    what: 'neighbours',
    run: ({ tx }, actor) => getNeighbours(tx, actor, candidateId, { q: 'person99* OR person9999', sort: 'newest' }),
  },
  { what: 'search of an interviewer', as: 'colleague', run: list({ q: 'person199' }) },
  { what: 'one candidate', run: ({ tx }, actor) => getCandidate(tx, actor, candidateId) },
  { what: 'activity', run: ({ tx }, actor) => listActivity(tx, actor, { candidateId, limit: 50 }) },
  { what: 'one application', run: ({ tx }, actor) => getApplication(tx, actor, applicationId) },
  { what: 'opening an application', run: work => markOpened(work, applicationId) },
  { what: 'own pools', run: ({ tx }, actor) => listPools(tx, actor, { limit: 50 }) },
  {
    what: 'all pools, deep page',
    as: 'admin',
    run: ({ tx }, actor) => listPools(tx, actor, { limit: 50, next: deepPool }),
  },
  { what: 'pools of a candidate', run: ({ tx }, actor) => listPools(tx, actor, { candidateId, limit: 50 }) },
  { what: 'one pool', run: ({ tx }, actor) => getPool(tx, actor, poolId) },
  { what: 'people of a pool', run: ({ tx }, actor) => listMembers(tx, actor, { poolId, sort: 'added', limit: 25 }) },
  {
    what: 'people of a pool, deep page',
    run: ({ tx }, actor) => listMembers(tx, actor, { poolId, sort: 'added', limit: 25, next: deepMember }),
  },
  {
    what: 'people of a pool, deep page by name',
    run: ({ tx }, actor) => listMembers(tx, actor, { poolId, sort: 'name', limit: 25, next: deepName }),
  },
  {
    what: 'neighbours in a pool',
    run: ({ tx }, actor) => getPoolNeighbours(tx, actor, { poolId, candidateId, sort: 'name' }),
  },
  { what: 'candidates of a pool', run: list({ pool: [poolId], sort: 'name' }) },
  {
    what: 'somebody into a pool and out of it and back',
    run: async work => {
      await addToPool(work, poolId, { candidateIds: ['cand_plan_5'] })
      await removeFromPool(work, { poolId, candidateId: 'cand_plan_5' })
      await returnToPool(work, { poolId, candidateId: 'cand_plan_5' })
    },
  },
  { what: 'a new name in pools', run: work => changeCandidate(work, candidateId, { lastName: 'Renamed' }) },
  {
    what: 'notes on an application and its person',
    run: ({ tx }, actor) => listNotes(tx, actor, { place: { applicationId }, limit: 25 }),
  },
  {
    what: 'notes on a person, deep page',
    run: ({ tx }, actor) => listNotes(tx, actor, { place: { candidateId }, limit: 25, next: deepNote }),
  },
  {
    what: 'a new note',
    run: (work, actor) =>
      writeNote(
        work,
        { applicationId },
        {
          visibility: 'shared',
          body: {
            type: 'doc',
            content: [{ type: 'paragraph', content: [{ type: 'mention', attrs: { id: actor.userId, label: '' } }] }],
          },
        },
      ),
  },
  { what: 'notifications', run: ({ tx }, actor) => listNotifications(tx, actor, { limit: 50 }) },
  {
    what: 'a new candidate',
    run: work => createCandidate(work, { firstName: 'A', lastName: 'B', emails: ['a@example.com'] }),
  },
  { what: 'a changed candidate', run: work => changeCandidate(work, candidateId, { emails: ['b@example.com'] }) },
  {
    what: 'a new application',
    run: (work, actor) =>
      addApplication(work, {
        jobId,
        candidateId: 'cand_plan_5',
        as: 'prospect',
        source: 'linkedin',
        sourceUserId: actor.userId,
      }),
  },
  {
    what: 'a rejection, its undoing, and a way back that is undone',
    run: async work => {
      const input = { as: 'rejected', reason: 'experience' } as const
      await undoClosing(work, (await closeApplication(work, 'app_plan_299', input)).id)
      await closeApplication(work, 'app_plan_299', input)
      await undoReopening(work, (await reopenApplication(work, 'app_plan_299')).id)
    },
  },
  {
    what: 'a move and its undoing',
    run: async work => {
      const move = await moveToStage(work, applicationId, { toStageId: 'stage_plan_100_4' })
      await undoMove(work, move.id)
    },
  },
]

test.each(hot)('$what: reads a few rows, by an index', async ({ as = 'recruiter', run }) => {
  const actor = world[as]
  const listening = listenToStatements()
  const plans = await perform(world.app, actor, async work => {
    await run(work, actor)
    const explained: PlanNode[] = []
    for (const query of await listening.saidIn(work.tx)) explained.push(await explain(work.tx, query))
    return explained
  })
  expect(plans.length).toBeGreaterThan(0)
  expect(plans.flatMap(wholeReadings)).toEqual([])
})

test('a search that has no index is noticed', async () => {
  const plan = await world.app.db.transact({ tenantId: world.tenantId }, tx =>
    explain(tx, { sql: "select id from candidate where headline like '%nobody%'", parameters: [] }),
  )
  expect(wholeReadings(plan)).toEqual([expect.stringMatching(/of candidate: 2\d{4} rows/)])
})

afterEach(() => vi.restoreAllMocks())

/** Notes what the transactions of this process say to the database, as it goes there. */
function listenToStatements() {
  const spies = (['executeQuery', 'executeKept', 'send'] as const).map(way => vi.spyOn(OpenTransaction.prototype, way))
  const said = () => spies.flatMap(({ mock }) => mock.calls.map(([query], n) => ({ query, by: mock.contexts[n] })))
  return {
    // Others may be at work in the same process: a mark tells which transaction is ours.
    saidIn: async (tx: Tx) => {
      const mark = `select '${randomUUID()}'`
      await tx.executeQuery(CompiledQuery.raw(mark))
      const own = said().find(({ query }) => query.sql === mark)?.by
      return said().flatMap(({ query, by }) =>
        by === own && !/^begin/.test(query.sql) && query.sql !== mark ? [query] : [],
      )
    },
  }
}

interface PlanNode {
  'Node Type': string
  'Relation Name'?: string
  'Actual Rows'?: number
  'Actual Loops'?: number
  'Rows Removed by Filter'?: number
  'Rows Removed by Index Recheck'?: number
  Plans?: PlanNode[]
}

// What writes cannot run a second time, so its plan has to do without counts.
const writes = /\b(insert|update|delete)\b/i

async function explain(tx: Tx, query: { sql: string; parameters: readonly unknown[] }): Promise<PlanNode> {
  const options = writes.test(query.sql) ? 'format json' : 'analyze, timing off, format json'
  const answer = await tx.executeQuery<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
    CompiledQuery.raw(`explain (${options}) ${query.sql}`, [...query.parameters]),
  )
  const plan = answer.rows[0]?.['QUERY PLAN'][0].Plan
  if (!plan) throw new Error('EXPLAIN gave no plan.')
  return plan
}

/** The parts of a plan that read a large table from end to end, or so many rows that it comes down to it. */
function wholeReadings(node: PlanNode): string[] {
  const below = (node.Plans ?? []).flatMap(wholeReadings)
  const table = node['Relation Name']
  if (!table || SMALL.has(table)) return below
  const removed = (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0)
  const rows = ((node['Actual Rows'] ?? 0) + removed) * (node['Actual Loops'] ?? 1)
  // Of the words, as many rows as hits are looked for one by one; and asking whether a word occurs ends with the first one.
  const isWords = table === 'candidate_words'
  if ((isWords || node['Node Type'] !== 'Seq Scan') && rows <= (isWords ? WALK + 1 : LOOKED_AT)) return below
  return [...below, `${node['Node Type']} of ${table}: ${rows} rows`]
}

/** As many candidates and applications as asked, 100 on each of the oldest jobs. */
async function fill(app: App, { tenantId, recruiter, colleague }: Company, count: number): Promise<void> {
  const jobs = count / 100
  const origin = JSON.stringify({ kind: 'import', by: 'test', at: '2026-01-01T00:00:00.000Z' })
  await app.db.transactAsOwner(async tx => {
    await sql`insert into candidate (tenant_id, id, first_name, last_name, headline, location, profile_url, origins, created_at, updated_at)
      select ${tenantId}::uuid, 'cand_plan_' || n, 'Person' || n, 'Family' || n % 500, 'Tulip grower', (array['Lisse', 'Aalsmeer'])[1 + n % 2],
        'https://example.com/person' || n, '{}', timestamptz '2026-01-01' + n * interval '1 minute', now()
      from generate_series(1, ${count}::int) n`.execute(tx)
    await sql`insert into candidate_email (tenant_id, candidate_id, email, position, origin)
      select tenant_id, id, lower(first_name) || '@example.com', 0, ${origin}::jsonb from candidate
      where tenant_id = ${tenantId}`.execute(tx)
    await sql`insert into candidate_phone (tenant_id, candidate_id, phone, position, origin)
      select tenant_id, candidate_id, email, 0, origin from candidate_email
      where tenant_id = ${tenantId} and candidate_id like '%9'`.execute(tx)
    await sql`insert into job (tenant_id, id, number, reference, state, title, description, location, created_by, created_at, updated_at)
      select ${tenantId}::uuid, 'job_plan_' || n, n, 'PLAN-' || n, case when n % 5 = 0 and n <> 100 then 'closed' else 'active' end,
        'Grower ' || n, 'Grows.', 'Lisse', ${recruiter.userId}, timestamptz '2026-01-01' + n * interval '1 hour', now()
      from generate_series(1, ${jobs * 30}::int) n`.execute(tx)
    await sql`insert into stage (tenant_id, id, job_id, position, kind, name)
      select ${tenantId}::uuid, 'stage_plan_' || n || '_' || p, 'job_plan_' || n, p,
        (array['prospect', 'application', 'screening', 'interview', 'offer'])[1 + p], 'Stage ' || p
      from generate_series(1, ${jobs * 30}::int) n, generate_series(0, 4) p where p = 0 or n <= ${jobs}::int`.execute(
      tx,
    )
    await sql`insert into hiring_team_member (tenant_id, job_id, user_id, role, added_at)
      select ${tenantId}::uuid, 'job_plan_' || n, ${recruiter.userId}, 'recruiter', now()
      from generate_series(1, ${jobs * 30}::int) n where n % 20 = 0
      union all select ${tenantId}::uuid, 'job_plan_' || n, ${colleague.userId}, 'interviewer', now()
      from generate_series(98, 100) n`.execute(tx)
    await sql`insert into application (tenant_id, id, job_id, candidate_id, stage_id, source, stage_since, created_at, updated_at,
        state, closed_as, closed_reason, closed_at)
      select ${tenantId}::uuid, 'app_plan_' || n, 'job_plan_' || 1 + n % ${jobs}::int, 'cand_plan_' || n,
        'stage_plan_' || 1 + n % ${jobs}::int || '_' || (n / 7) % 4, 'import', timestamptz '2026-02-01' + n * interval '1 minute', now(), now(),
        case when n % 4 = 0 then 'closed' else 'active' end, case when n % 4 = 0 then 'rejected' end,
        case when n % 4 = 0 then 'experience' end, case when n % 4 = 0 then timestamptz '2026-02-01' + n * interval '1 minute' end
      from generate_series(1, ${count}::int) n`.execute(tx)
    await sql`insert into application_closing (tenant_id, id, application_id, closed_as, reason, at, actor)
      select tenant_id, 'clos_' || id, id, closed_as, closed_reason, closed_at, '{"kind": "operator"}' from application
      where tenant_id = ${tenantId} and closed_as is not null`.execute(tx)
    await sql`insert into stage_move (tenant_id, id, application_id, to_stage_id, at, actor, application_version)
      select tenant_id, 'move_' || id, id, stage_id, now(), '{"kind": "operator"}', 1 from application
      where tenant_id = ${tenantId} and id like '%9'`.execute(tx)
    await sql`insert into application_opened (tenant_id, application_id, user_id, opened_at)
      select tenant_id, id, ${recruiter.userId}, now() from application where tenant_id = ${tenantId}`.execute(tx)
    await sql`insert into event (tenant_id, id, at, kind, subject_kind, subject_id, actor, change)
      select tenant_id, 'evt_' || id, now(), 'application.created', 'application', id, '{"kind": "operator"}', '{}' from application
      where tenant_id = ${tenantId} and id like '%9'`.execute(tx)
    await sql`insert into talent_pool (tenant_id, id, kind, owner_id, name, created_at, updated_at)
      select ${tenantId}::uuid, 'pool_plan_' || n, 'plain', case when n % 100 = 0 then ${recruiter.userId} else ${colleague.userId} end,
        'Pool ' || n, now(), now() from generate_series(1, ${count / 10}::int) n`.execute(tx)
    await sql`insert into talent_pool_member (tenant_id, pool_id, candidate_id, added_by, added_at)
      select ${tenantId}::uuid, 'pool_plan_' || 51 + n % 50, 'cand_plan_' || n, ${recruiter.userId},
        timestamptz '2026-02-01' + n * interval '1 minute' from generate_series(1, ${count / 4}::int) n`.execute(tx)
    // Each page of a person asks who is part of him, so of merges there are many, and two here.
    await sql`insert into candidate_merge (tenant_id, id, kept_id, absorbed_id, layer, record, merged_at)
      select ${tenantId}::uuid, 'merge_plan_' || n, 'cand_plan_' || 1 + n % ${count / 10}::int, 'absorbed_plan_' || n, n, '{}', now()
      from generate_series(1, ${count / 5}::int) n`.execute(tx)
    // Some people have many, most of them private and of somebody else.
    await sql`insert into note (tenant_id, id, candidate_id, author_id, visibility, body, created_at)
      select ${tenantId}::uuid, 'memo_plan_' || 1 + n % 100 || '_' || n, 'cand_plan_' || 1 + n % 100, ${recruiter.userId},
        case when n % 3 = 0 then 'shared' else 'private' end, '{}', now() from generate_series(1, ${count / 2}::int) n`.execute(
      tx,
    )
    await sql`insert into notification (tenant_id, id, user_id, kind, params, created_at)
      select ${tenantId}::uuid, 'note_' || n, case when n % 50 = 0 then ${recruiter.userId} else ${colleague.userId} end, 'x', '{}', now()
      from generate_series(1, ${count / 4}::int) n`.execute(tx)
    await sql`insert into api_token (tenant_id, id, owner_id, name, role, scopes, token_hash, prefix, created_at)
      select ${tenantId}::uuid, 'token_plan_' || n, ${recruiter.userId}, 'Program', 'read_only', '{}', ${tenantId}::text || n, 'ls_', now()
      from generate_series(1, 2000) n`.execute(tx)
  })
}
