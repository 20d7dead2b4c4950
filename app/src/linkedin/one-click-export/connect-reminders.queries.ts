import { sql } from 'kysely'
import type { Tx } from '../../platform/db/db.ts'

const DAY_MS = 24 * 3_600_000

/** When each person was last reminded about this job. History knows it; a notification is for its reader alone. */
export async function findReminders(tx: Tx, tenantId: string, jobId: string): Promise<Map<string, Date>> {
  const answer = await sql<{ user_id: string; at: Date }>`
    select m.user_id, max(e.at) as at
    from hiring_team_member m
    join event e on e.tenant_id = m.tenant_id and e.subject_kind = 'user' and e.subject_id = m.user_id
      and e.kind = 'linkedin.connectReminded' and e.job_id = m.job_id
    where m.tenant_id = ${tenantId} and m.job_id = ${jobId}
    group by m.user_id`.execute(tx)
  return new Map(answer.rows.map(row => [row.user_id, row.at]))
}

export function isRemindedToday(remindedAt: Date | undefined, now: Date): boolean {
  return remindedAt !== undefined && now.getTime() - remindedAt.getTime() < DAY_MS
}
