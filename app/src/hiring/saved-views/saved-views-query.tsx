import { queryOptions } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api, queryClient } from '../../api.ts'
import { showToast } from '../../ui/toast.tsx'
import type { SavedView } from './saved-views.shapes.ts'

export const savedViewsQuery = queryOptions({
  queryKey: ['savedViews'],
  queryFn: listAll,
})

/** The menu shows all of them, however many. */
async function listAll(): Promise<SavedView[]> {
  const views: SavedView[] = []
  for (let next: string | null | undefined; next !== null; ) {
    const query = { limit: 100, ...(next ? { next } : {}) }
    const page = await answer(api['saved-views'].$get({ query }))
    views.push(...page.data)
    next = page.next
  }
  return views
}

export interface RefusedChange {
  what: 'change' | 'remove' | 'restore'
  name: string
  error: unknown
}

/** What is done to a view without a form, and why the last of it was refused. */
export function useViewChanges() {
  const { t } = useTranslation('saved-views')
  const [refused, setRefused] = useState<RefusedChange>()
  const attempt = async (what: RefusedChange['what'], { name }: SavedView, doing: Promise<unknown>) => {
    setRefused(undefined)
    const isDone = await doing.then(
      () => true,
      (error: unknown) => setRefused({ what, name, error }),
    )
    await queryClient.invalidateQueries({ queryKey: savedViewsQuery.queryKey })
    return isDone === true
  }
  const restore = async (gone: SavedView) => {
    const { name, shared, view } = gone
    const isDone = await attempt('restore', gone, answer(api['saved-views'].$post({ json: { name, shared, view } })))
    if (isDone) showToast({ message: t('back', { name }) })
  }
  return {
    refused,
    forget: () => setRefused(undefined),
    change: async (open: SavedView, view: SavedView['view']) => {
      const doing = answer(api['saved-views'][':id'].$patch({ param: { id: open.id }, json: { view } }))
      if (await attempt('change', open, doing)) showToast({ message: t('saved', { name: open.name }) })
    },
    /** True when it is gone; it can be brought back for a moment. */
    remove: async (gone: SavedView) => {
      const isGone = await attempt(
        'remove',
        gone,
        answer(api['saved-views'][':id'].$delete({ param: { id: gone.id } })),
      )
      const action = { label: t('ui:undo'), onClick: () => restore(gone) }
      if (isGone) showToast({ message: t('removed', { name: gone.name }), action })
      return isGone
    },
  }
}
