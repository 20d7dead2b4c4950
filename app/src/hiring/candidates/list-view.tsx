import type { ListView } from '../saved-views/SavedViews.tsx'
import { facetNames } from '../search/search.shapes.ts'
import { chosenColumns, columnsInAddress, toQuery } from './candidate-list.tsx'
import type { ListSearch } from './list-search.tsx'
import type { CandidateList } from './useCandidateList.tsx'

/** The list as it is saved, and a saved one as the address that shows it. */
export function useListView({ search, change, open }: CandidateList) {
  return {
    current: toView(search),
    openId: search.view,
    onForget: () => change({ view: '' }),
    onOpen: (view: ListView | undefined, id?: string) => open(view && id ? { ...toSearch(view), view: id } : {}),
  }
}

function toView(search: ListSearch): ListView {
  const { q = '', sort = null, ...filters } = toQuery(search)
  return { q, sort, filters, columns: chosenColumns(search) }
}

function toSearch({ q, sort, filters, columns }: ListView): ListSearch {
  const lists: ListSearch = {}
  for (const name of facetNames) {
    const values = filters[name]
    if (values?.length) lists[name] = values
  }
  return { ...lists, q, ...(sort && { sort }), columns: columnsInAddress(columns) }
}
