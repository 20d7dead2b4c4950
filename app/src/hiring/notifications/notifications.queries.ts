import { z } from 'zod'
import type { UserActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/db.ts'
import type { Page } from '../../platform/http/paging.ts'
import { decodeCursor, toPage } from '../../platform/http/paging.ts'
import type { Notification } from './notifications.shapes.ts'

/** One's own, newest first. */
export async function listNotifications(
  tx: Tx,
  actor: UserActor,
  request: { limit: number; next?: string | undefined },
): Promise<Page<Notification>> {
  let query = tx
    .selectFrom('notification')
    .select(['id', 'kind', 'params', 'link', 'created_at', 'read_at'])
    .where('tenant_id', '=', actor.tenantId)
    .where('user_id', '=', actor.userId)
  if (request.next !== undefined) query = query.where('id', '<', decodeCursor(request.next, z.string()))
  const rows = await query
    .orderBy('id', 'desc')
    .limit(request.limit + 1)
    .execute()
  return toPage(rows, request.limit, {
    cursor: row => row.id,
    item: row => ({
      id: row.id,
      kind: row.kind,
      params: toParams(row.params),
      link: row.link,
      createdAt: row.created_at.toISOString(),
      readAt: row.read_at?.toISOString() ?? null,
    }),
  })
}

function toParams(params: unknown): Record<string, string> {
  return params as Record<string, string> // written by notify, which takes nothing else
}
