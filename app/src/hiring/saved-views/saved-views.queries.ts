import { z } from 'zod'
import type { UserActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/db.ts'
import { notFound } from '../../platform/errors.ts'
import type { Page } from '../../platform/http/paging.ts'
import { decodeCursor, toPage } from '../../platform/http/paging.ts'
import type { SavedView } from './saved-views.shapes.ts'
import { listView } from './saved-views.shapes.ts'

const cursor = z.tuple([z.string(), z.string()])

/** A user's own and those that colleagues share, by name. */
export async function listSavedViews(
  tx: Tx,
  actor: UserActor,
  { limit, next }: { limit: number; next?: string | undefined },
): Promise<Page<SavedView>> {
  let query = seenBy(tx, actor)
  if (next) {
    const [name, id] = decodeCursor(next, cursor)
    query = query.where(({ eb, refTuple, tuple }) => eb(refTuple('v.name', 'v.id'), '>', tuple(name, id)))
  }
  const rows = await query
    .orderBy('v.name')
    .orderBy('v.id')
    .limit(limit + 1)
    .execute()
  return toPage(rows, limit, { cursor: row => [row.name, row.id], item: row => toSavedView(row, actor) })
}

export async function getSavedView(tx: Tx, actor: UserActor, viewId: string): Promise<SavedView> {
  const row = await seenBy(tx, actor).where('v.id', '=', viewId).executeTakeFirst()
  if (!row) throw notFound('saved view')
  return toSavedView(row, actor)
}

function seenBy(tx: Tx, actor: UserActor) {
  return tx
    .selectFrom('saved_view as v')
    .innerJoin('app_user as u', join => join.onRef('u.tenant_id', '=', 'v.tenant_id').onRef('u.id', '=', 'v.user_id'))
    .select(['v.id', 'v.name', 'v.shared', 'v.user_id', 'v.view', 'v.created_at', 'v.updated_at'])
    .select(['u.first_name', 'u.last_name'])
    .where('v.tenant_id', '=', actor.tenantId)
    .where(({ eb, or }) => or([eb('v.shared', '=', true), eb('v.user_id', '=', actor.userId)]))
}

interface ViewRow {
  id: string
  name: string
  shared: boolean
  user_id: string
  view: unknown
  created_at: Date
  updated_at: Date
  first_name: string
  last_name: string
}

function toSavedView(row: ViewRow, actor: UserActor): SavedView {
  return {
    id: row.id,
    name: row.name,
    shared: row.shared,
    owner: { id: row.user_id, name: `${row.first_name} ${row.last_name}` },
    isOwn: row.user_id === actor.userId,
    view: listView.parse(row.view),
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  }
}
