import { sql } from 'kysely'
import type { App } from '../../platform/app.ts'

export type Snapshot = Record<string, Record<string, unknown>[]>

const ofApplications = `(select a.id from application a where a.tenant_id = r.tenant_id and a.candidate_id = $id)`

/** Where everything about a candidate stands: each table with the condition that finds his rows. */
const places: Record<string, string> = {
  candidate: 'r.id = $id',
  candidate_email: 'r.candidate_id = $id',
  candidate_phone: 'r.candidate_id = $id',
  candidate_words: 'r.candidate_id = $id',
  talent_pool_member: 'r.candidate_id = $id',
  application: 'r.candidate_id = $id',
  stage_move: `r.application_id in ${ofApplications}`,
  application_closing: `r.application_id in ${ofApplications}`,
  application_opened: `r.application_id in ${ofApplications}`,
  linkedin_identity: 'r.candidate_id = $id',
  linkedin_not_this_person: 'r.candidate_id = $id',
  linkedin_second_member: 'r.candidate_id = $id',
  export_receipt: 'r.candidate_id = $id',
}

/** All rows about this candidate, as they stand. Left out is only what says that something has happened to them. */
export async function snapshotOf(app: App, tenantId: string, candidateId: string): Promise<Snapshot> {
  const snapshot: Snapshot = {}
  for (const [table, condition] of Object.entries(places)) {
    const [before = '', ...rest] = condition.split('$id')
    const where = rest.reduce((sofar, part) => sql`${sofar}${candidateId}${sql.raw(part)}`, sql`${sql.raw(before)}`)
    const answer = await app.db.transactAsOwner(tx =>
      sql<{ row: Record<string, unknown> }>`
        select to_jsonb(r) - 'updated_at' - 'version' as row from ${sql.table(table)} r
        where r.tenant_id = ${tenantId} and ${where} order by to_jsonb(r)::text`.execute(tx),
    )
    snapshot[table] = answer.rows.map(one => one.row).sort((one, other) => compare(keyOf(one), keyOf(other)))
  }
  return snapshot
}

function keyOf(row: Record<string, unknown>): string {
  return JSON.stringify(row)
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other)
}
