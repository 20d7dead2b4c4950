import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useRefusedQuery } from '../search/refused-query.tsx'
import { candidatesQuery, facetsQuery, toQuery } from './candidate-list.tsx'
import type { ListSearch } from './list-search.tsx'

const route = getRouteApi('/frame/candidates')

export type ListPart = ListSearch & { new?: string }

/** The list that the address describes, its facets, and the way to another one. */
export function useCandidateList() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const query = toQuery(search)
  const candidates = useInfiniteQuery(candidatesQuery(query))
  const facets = useQuery(facetsQuery(query))
  return {
    search,
    query,
    candidates,
    facets,
    /** Why what stands in the search field cannot be answered. */
    refusal: useRefusedQuery(candidates.error),
    change: (part: ListPart) => navigate({ search: before => ({ ...before, ...part }), replace: true }),
    open: (part: ListPart) => navigate({ search: part }),
  }
}

export type CandidateList = ReturnType<typeof useCandidateList>
