import { pick, pickLists } from '../../ui/search-params.ts'

/** A list of candidates in an address: what is searched for, what it is narrowed by, how it is shown, and the view it began with. */
export function listSearch(search: Record<string, unknown>) {
  const lists = pickLists('title', 'company', 'location', 'skill', 'source', 'job', 'stage', 'pool')
  return { ...pick('q', 'sort', 'columns', 'view')(search), ...lists(search) }
}

export type ListSearch = ReturnType<typeof listSearch>
