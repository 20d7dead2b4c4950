import { sql } from 'kysely'
import { z } from 'zod'
import type { Actor } from '../../platform/actor.ts'
import { hasRole } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/db.ts'
import { notAllowed } from '../../platform/errors.ts'
import type { Page } from '../../platform/http/paging.ts'
import { decodeCursor, toPage } from '../../platform/http/paging.ts'
import type { Erasure } from './erasing.shapes.ts'

interface Row {
  id: string
  candidate_id: string
  reason: Erasure['reason']
  erased_at: Date
  erased_by: Erasure['erasedBy']
}

/** Who was erased cannot be told any more; that it was done, when, by whom and why can. Newest first. */
export async function listErasures(
  tx: Tx,
  actor: Actor,
  request: { limit: number; next?: string | undefined },
): Promise<Page<Erasure>> {
  if (!hasRole(actor, 'administrator')) {
    throw notAllowed('erasing.mayNotList', 'Only administrators see what was erased. Ask one of them.')
  }
  const before = request.next === undefined ? sql`` : sql`and e.id < ${decodeCursor(request.next, z.string())}`
  const answer = await sql<Row>`
    select e.id, e.candidate_id, e.reason, e.erased_at, (select json_build_object('id', u.id, 'name', u.first_name || ' ' || u.last_name)
      from app_user u where u.tenant_id = e.tenant_id and u.id = e.erased_by) as erased_by
    from erasure e where e.tenant_id = ${actor.tenantId} ${before}
    order by e.id desc limit ${request.limit + 1}`.execute(tx)
  return toPage(answer.rows, request.limit, {
    cursor: row => row.id,
    item: row => ({
      id: row.id,
      candidateId: row.candidate_id,
      reason: row.reason,
      erasedAt: row.erased_at.toISOString(),
      erasedBy: row.erased_by,
    }),
  })
}
