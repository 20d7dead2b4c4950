import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../api.ts'

// Keyed as candidates: whatever changes about one of them may change what is in doubt.
export const desk = ['candidates', 'matchDesk'] as const

export const countsQuery = queryOptions({
  queryKey: [...desk, 'counts'],
  queryFn: () => answer(api['match-desk'].$get()),
})
