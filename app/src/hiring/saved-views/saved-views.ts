import type { Actor, UserActor } from '../../platform/actor.ts'
import { isSqlState } from '../../platform/db/sql-state.ts'
import { conflict, notAllowed } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import type { Work } from '../../platform/work.ts'
import { getSavedView } from './saved-views.queries.ts'
import type { NewSavedView, SavedView, SavedViewChange } from './saved-views.shapes.ts'

export async function saveView(work: Work, input: NewSavedView): Promise<SavedView> {
  const owner = ownerOf(work.actor)
  const id = newId('savedView')
  await refusingSameName(input.name, () =>
    work.tx
      .insertInto('saved_view')
      .values({
        tenant_id: work.tenantId,
        id,
        user_id: owner.userId,
        name: input.name,
        shared: input.shared,
        view: JSON.stringify(input.view),
        created_at: work.now,
        updated_at: work.now,
      })
      .execute(),
  )
  await work.record({ kind: 'savedView.created', subject: { kind: 'savedView', id }, change: { shared: input.shared } })
  return getSavedView(work.tx, owner, id)
}

export async function changeView(work: Work, viewId: string, change: SavedViewChange): Promise<SavedView> {
  const owner = ownerOf(work.actor)
  const before = await getOwnView(work, owner, viewId)
  const after = { name: change.name ?? before.name, shared: change.shared ?? before.shared }
  await refusingSameName(after.name, () =>
    work.tx
      .updateTable('saved_view')
      .set({ ...after, view: JSON.stringify(change.view ?? before.view), updated_at: work.now })
      .where('tenant_id', '=', work.tenantId)
      .where('id', '=', viewId)
      .execute(),
  )
  await work.record({
    kind: 'savedView.changed',
    subject: { kind: 'savedView', id: viewId },
    change: { shared: after.shared },
  })
  return getSavedView(work.tx, owner, viewId)
}

export async function removeView(work: Work, viewId: string): Promise<void> {
  await getOwnView(work, ownerOf(work.actor), viewId)
  await work.tx.deleteFrom('saved_view').where('tenant_id', '=', work.tenantId).where('id', '=', viewId).execute()
  await work.record({ kind: 'savedView.removed', subject: { kind: 'savedView', id: viewId } })
}

export function ownerOf(actor: Actor): UserActor {
  if (actor.kind === 'user') return actor
  throw notAllowed('savedView.onlyPeople', 'Saved views belong to people. Sign in as the person whose view it is.')
}

async function getOwnView(work: Work, owner: UserActor, viewId: string): Promise<SavedView> {
  const view = await getSavedView(work.tx, owner, viewId)
  if (view.isOwn) return view
  throw notAllowed(
    'savedView.notYours',
    `Only ${view.owner.name} changes or removes this view. Save a view of your own instead.`,
  )
}

async function refusingSameName(name: string, write: () => Promise<unknown>): Promise<void> {
  try {
    await write()
  } catch (error) {
    if (!isSqlState(error, '23505')) throw error
    throw conflict({
      code: 'savedView.nameTaken',
      message: `You have a view named ${name} already. Take another name, or change that view.`,
      params: { name },
      errors: [{ field: 'name', message: 'is the name of another view of yours', code: 'savedView.nameTaken' }],
    })
  }
}
