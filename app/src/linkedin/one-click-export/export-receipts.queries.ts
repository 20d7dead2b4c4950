import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { z } from 'zod'
import { maySeeAllJobs } from '../../hiring/jobs/job.policy.ts'
import type { UserActor } from '../../platform/actor.ts'
import { hasRole } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/db.ts'
import type { Page } from '../../platform/http/paging.ts'
import { decodeCursor, toPage } from '../../platform/http/paging.ts'
import type { ExportReceipt, ExportReceiptFilter } from './one-click-export.shapes.ts'

/** The newest first. */
export async function listExportReceipts(
  tx: Tx,
  actor: UserActor,
  filter: ExportReceiptFilter & { limit: number; next?: string | undefined },
): Promise<Page<ExportReceipt>> {
  const before = filter.next ? sql`r.id < ${decodeCursor(filter.next, z.string())}` : sql`true`
  const ofJob = filter.jobId ? sql`r.job_id = ${filter.jobId}` : sql`true`
  const answer = await sql<ReceiptRow>`
    select r.id, r.outcome, r.cause, case when ${seesPerson(actor)} then r.person_name end as person_name,
      case when ${seesPerson(actor)} then coalesce(c.headline, r.raw #>> '{candidate,headline}') end as headline,
      r.job_reference, r.exported_at, r.received_at, r.settled_at,
      case when ${seesJob(actor)} then r.job_id end as job_id, case when ${seesJob(actor)} then j.title end as job_title,
      r.candidate_id, r.application_id, r.exporter_user_id, u.first_name || ' ' || u.last_name as exporter_name
    from export_receipt r
    left join job j on j.tenant_id = r.tenant_id and j.id = r.job_id
    left join candidate c on c.tenant_id = r.tenant_id and c.id = r.candidate_id
    left join app_user u on u.tenant_id = r.tenant_id and u.id = r.exporter_user_id
    where r.tenant_id = ${actor.tenantId} and ${isVisible(actor)} and ${before} and ${ofJob}
      and ${filter.since === 'visit' ? sinceVisit(actor) : sql`true`}
      and ${filter.open === 'true' ? notDismissed(actor) : sql`true`}
      and ${filter.outcome ? sql`r.outcome = any(${outcomes[filter.outcome]}::text[])` : sql`true`}
    order by r.id desc limit ${filter.limit + 1}`.execute(tx)
  return toPage(answer.rows, filter.limit, { cursor: row => row.id, item: toReceipt })
}

const outcomes: Record<'good' | 'bad', ExportReceipt['outcome'][]> = {
  good: ['arrived', 'joined'],
  bad: ['refused', 'failed'],
}

export async function isReceiptVisible(tx: Tx, actor: UserActor, receiptId: string): Promise<boolean> {
  const answer = await sql`
    select from export_receipt r
    where r.tenant_id = ${actor.tenantId} and r.id = ${receiptId} and ${isVisible(actor)}`.execute(tx)
  return answer.rows.length > 0
}

/**
 * Those who may see the job's prospects; who exported sees what became of it; and what nobody can place is told to all, without
 * the name.
 */
function isVisible(actor: UserActor): RawBuilder<boolean> {
  return sql`(${seesJob(actor)} or r.exporter_user_id = ${actor.userId} or (${isNobodys} and ${worksWithExports(actor)}))`
}

function seesJob(actor: UserActor): RawBuilder<boolean> {
  if (maySeeAllJobs(actor.roles)) return sql`true`
  return sql`exists (
    select from hiring_team_member m
    join stage s on s.tenant_id = m.tenant_id and s.job_id = m.job_id and s.position = 0
    left join hiring_team_member p on p.tenant_id = m.tenant_id and p.job_id = m.job_id and p.user_id = m.delegate_of
    where m.tenant_id = r.tenant_id and m.job_id = r.job_id and m.user_id = ${actor.userId}
      and (coalesce(p.role, m.role) = 'recruiter'
        or (coalesce(p.role, m.role) = 'hiring_manager' and s.open_to_hiring_managers)))`
}

/** Neither the job nor the exporter is known here, as of an export that was never fetched. */
const isNobodys = sql`(r.job_id is null and r.exporter_user_id is null)`

function seesPerson(actor: UserActor): RawBuilder<boolean> {
  return maySeeAllJobs(actor.roles) ? sql`true` : sql`not ${isNobodys}`
}

function worksWithExports(actor: UserActor): RawBuilder<boolean> {
  return sql`${hasRole(actor, 'recruiter') || hasRole(actor, 'hiring_manager')}`
}

function sinceVisit(actor: UserActor): RawBuilder<boolean> {
  return sql`r.settled_at > coalesce(
    (select home_visited_at from app_user where tenant_id = ${actor.tenantId} and id = ${actor.userId}), '-infinity')`
}

function notDismissed(actor: UserActor): RawBuilder<boolean> {
  return sql`not exists (
    select from export_receipt_dismissed d
    where d.tenant_id = r.tenant_id and d.receipt_id = r.id and d.user_id = ${actor.userId})`
}

interface ReceiptRow {
  id: string
  outcome: ExportReceipt['outcome']
  cause: ExportReceipt['cause']
  person_name: string | null
  headline: string | null
  job_reference: string | null
  job_id: string | null
  job_title: string | null
  candidate_id: string | null
  application_id: string | null
  exporter_user_id: string | null
  exporter_name: string | null
  exported_at: Date | null
  received_at: Date
  settled_at: Date
}

function toReceipt(row: ReceiptRow): ExportReceipt {
  return {
    id: row.id,
    outcome: row.outcome,
    cause: row.cause,
    personName: row.person_name,
    headline: row.headline,
    jobReference: row.job_reference,
    jobId: row.job_id,
    jobTitle: row.job_title,
    candidateId: row.candidate_id,
    applicationId: row.application_id,
    exporter: row.exporter_user_id === null ? null : { id: row.exporter_user_id, name: row.exporter_name ?? '' },
    exportedAt: row.exported_at?.toISOString() ?? null,
    receivedAt: row.received_at.toISOString(),
    settledAt: row.settled_at.toISOString(),
  }
}
