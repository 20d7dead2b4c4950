import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'

const STEP = 20_000

/** An instance with this many candidates, each with an application, moves and history. Answers its id. */
export async function aLargeInstance(db: Db, candidates: number): Promise<string> {
  const tenantId = randomUUID()
  const jobs = Math.ceil(candidates / 500)
  await db.transactAsOwner(async tx => {
    const run = (statement: string) =>
      sql.raw(statement.replaceAll(':tenant', `'${tenantId}'::uuid`).replaceAll(':jobs', String(jobs))).execute(tx)
    await run(`insert into tenant (id, name, instance_name, job_prefix, created_at)
      values (:tenant, 'Grootbedrijf', 'Grootbedrijf Zuid', 'GZ', '2026-01-01T08:00:00.123456Z')`)
    await run(`insert into sign_in (id, name, email, language, theme, created_at, updated_at)
      select 'sign_' || left(:tenant::text, 8) || i, 'User ' || i, i || '.' || left(:tenant::text, 8) || '@example.com', 'nl', 'dark', now(), now()
      from generate_series(1, 9) i`)
    await run(`insert into app_user (tenant_id, id, sign_in_id, first_name, last_name, email, roles, created_at)
      select :tenant, 'user_' || i, case when i < 10 then 'sign_' || left(:tenant::text, 8) || i end, 'User', 'N' || i,
        i || '.' || left(:tenant::text, 8) || '@example.com', array['recruiter'], now() from generate_series(1, 12) i`)
    await run(`insert into job (tenant_id, id, number, reference, state, title, created_by, created_at, updated_at, activated_at)
      select :tenant, 'job_' || lpad(i::text, 26, '0'), i, 'GZ-' || i, 'active', 'Engineer ' || i, 'user_1', now(), now(), now()
      from generate_series(1, :jobs) i`)
    await run(`insert into stage (tenant_id, id, job_id, position, kind, name)
      select :tenant, 'stage_' || i || '_' || k, 'job_' || lpad(i::text, 26, '0'), k,
        (array['prospect', 'application', 'screening', 'interview', 'offer'])[k], 'Stage ' || k
      from generate_series(1, :jobs) i, generate_series(1, 5) k`)
    await run(`insert into hiring_team_member (tenant_id, job_id, user_id, role, added_at)
      select :tenant, 'job_' || lpad(i::text, 26, '0'), 'user_1', 'recruiter', now() from generate_series(1, :jobs) i`)
    await run(`insert into talent_pool (tenant_id, id, kind, owner_id, name, created_at, updated_at)
      select :tenant, 'pool_' || i, case when i = 1 then 'linkedin' else 'plain' end, case when i > 1 then 'user_' || i end,
        'Pool ' || i, now(), now() from generate_series(1, 3) i`)
  })
  for (let first = 1; first <= candidates; first += STEP) {
    await addCandidates(db, { tenantId, jobs, first, last: Math.min(candidates, first + STEP - 1) })
  }
  return tenantId
}

async function addCandidates(
  db: Db,
  { tenantId, jobs, first, last }: { tenantId: string; jobs: number; first: number; last: number },
): Promise<void> {
  await db.transactAsOwner(async tx => {
    const run = (statement: string) =>
      sql
        .raw(
          statement
            .replaceAll(':tenant', `'${tenantId}'::uuid`)
            .replaceAll(':range', `generate_series(${first}, ${last}) i`)
            .replaceAll(':id', `lpad(i::text, 26, '0')`)
            .replaceAll(':job', `1 + i % ${jobs}`),
        )
        .execute(tx)
    await run(`insert into candidate (tenant_id, id, first_name, last_name, headline, current_title, current_company, location,
        skills, origins, created_at, updated_at)
      select :tenant, 'cand_' || :id, (array['Anna', 'Bram', 'Chloë', 'Daan', 'Elif'])[1 + i % 5], 'Achternaam ' || i,
        'Engineer at company ' || i % 997, 'Engineer', 'Company ' || i % 997, 'Utrecht', array['SQL', 'TypeScript'],
        '{"firstName": {"kind": "user", "by": "user_1", "at": "2026-01-02T03:04:05.678Z"}}', now(), now() from :range`)
    await run(`insert into candidate_email (tenant_id, candidate_id, email, position, origin)
      select :tenant, 'cand_' || :id, 'person' || i || '@example.com', 0,
        '{"kind": "user", "by": "user_1", "at": "2026-01-02T03:04:05.678Z"}' from :range`)
    await run(`insert into application (tenant_id, id, job_id, candidate_id, stage_id, source, stage_since, created_at, updated_at,
        version, state, closed_as, closed_reason, closed_at)
      select :tenant, 'app_' || :id, 'job_' || lpad((:job)::text, 26, '0'), 'cand_' || :id, 'stage_' || :job || '_2',
        'recruiter', now(), now(), now(), 2, case when i % 5 = 0 then 'closed' else 'active' end,
        case when i % 5 = 0 then 'rejected' end, case when i % 5 = 0 then 'experience' end,
        case when i % 5 = 0 then timestamptz '2026-01-02T03:04:05.678901Z' end from :range`)
    await run(`insert into stage_move (tenant_id, id, application_id, from_stage_id, to_stage_id, at, actor, application_version)
      select :tenant, 'move_' || :id || k, 'app_' || :id, case when k = 2 then 'stage_' || :job || '_1' end,
        'stage_' || :job || '_' || k, now(), '{"kind": "user", "userId": "user_1"}', k
      from :range, generate_series(1, 2) k`)
    await run(`insert into application_closing (tenant_id, id, application_id, closed_as, reason, comment, at, actor, reopened_at,
        reopened_by, reopened_version)
      select :tenant, 'clos_' || :id || k, 'app_' || :id, case when k = 1 then 'withdrawn' else 'rejected' end,
        case when k = 1 then 'other_job' else 'experience' end, case when k = 2 then 'Two years, and we asked for five.' end,
        timestamptz '2026-01-02T03:04:05.678901Z', '{"kind": "user", "userId": "user_1"}', case when k = 1 then now() end,
        case when k = 1 then '{"kind": "operator"}'::jsonb end, case when k = 1 then 2 end
      from :range, generate_series(1, 2) k where i % 5 = 0`)
    await run(`insert into event (tenant_id, id, at, kind, subject_kind, subject_id, actor, change)
      select :tenant, 'evt_' || :id || k, now(), case when k = 1 then 'candidate.created' else 'application.moved' end,
        case when k = 1 then 'candidate' else 'application' end, case when k = 1 then 'cand_' else 'app_' end || :id,
        '{"kind": "user", "userId": "user_1"}', '{"n": 12345678901234567890.10}' from :range, generate_series(1, 2) k`)
    await run(`insert into talent_pool_member (tenant_id, pool_id, candidate_id, added_by, added_at)
      select :tenant, 'pool_' || 1 + i % 3, 'cand_' || :id, case when i % 3 > 0 then 'user_1' end,
        '2026-01-02T03:04:05.678901Z' from :range where i % 2 = 0`)
    await run(`insert into linkedin_identity (tenant_id, person_urn, candidate_id, linked_by, linked_at)
      select :tenant, 'urn:li:person:' || i, 'cand_' || :id, 'export', now() from :range where i % 3 = 0`)
  })
}
