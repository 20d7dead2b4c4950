import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../api.ts'
import { stageKinds } from '../jobs/jobs.shapes.ts'
import { candidateColumnNames } from '../saved-views/saved-views.shapes.ts'
import { type CandidateQuery, candidateSorts, facetNames } from '../search/search.shapes.ts'
import { sources } from './candidates.shapes.ts'
import type { ListSearch } from './list-search.tsx'

export type Column = (typeof candidateColumnNames)[number]

/** Words, filters and order, as the server takes them: values that it does not know are left out. */
export function toQuery(search: ListSearch): CandidateQuery {
  const { q, title, company, location, skill, job, pool } = search
  return {
    q,
    title,
    company,
    location,
    skill,
    job,
    pool,
    source: known(sources, search.source),
    stage: known(stageKinds, search.stage),
    sort: candidateSorts.find(sort => sort === search.sort),
  }
}

export function isNarrowed(query: CandidateQuery): boolean {
  return facetNames.some(name => query[name] !== undefined)
}

const usualColumns: readonly Column[] = ['headline', 'company', 'location', 'email', 'applications', 'added']

export function columnsOf(search: ListSearch): readonly Column[] {
  const chosen = chosenColumns(search)
  return chosen.length > 0 ? chosen : usualColumns
}

/** Those that somebody chose; none: the usual ones. */
export function chosenColumns({ columns = '' }: ListSearch): Column[] {
  const named = columns.split(' ')
  return candidateColumnNames.filter(name => named.includes(name))
}

/** The usual ones are not named in an address, so that it tells only what somebody chose. */
export function columnsInAddress(columns: readonly Column[]): string {
  const isUsual = columns.length === usualColumns.length && columns.every(name => usualColumns.includes(name))
  return isUsual ? '' : columns.join(' ')
}

const PORTION = 50

export function candidatesQuery(query: CandidateQuery) {
  return infiniteQueryOptions({
    queryKey: ['candidates', query],
    queryFn: ({ pageParam }) =>
      answer(api.candidates.$get({ query: { limit: PORTION, ...query, ...(pageParam && { next: pageParam }) } })),
    initialPageParam: '',
    getNextPageParam: page => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })
}

export function facetsQuery(query: CandidateQuery) {
  return queryOptions({
    queryKey: ['candidates', 'facets', { ...query, sort: undefined }],
    queryFn: () => answer(api.candidates.facets.$get({ query })),
    placeholderData: keepPreviousData,
  })
}

export function neighboursQuery(candidateId: string, query: CandidateQuery) {
  return queryOptions({
    queryKey: ['candidates', 'neighbours', candidateId, query],
    queryFn: () => answer(api.candidates[':id'].neighbours.$get({ param: { id: candidateId }, query })),
  })
}

function known<T extends string>(words: readonly T[], given: readonly string[] | undefined): T[] | undefined {
  const found = words.filter(word => given?.includes(word))
  return found.length > 0 ? found : undefined
}
