import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../api.ts'

/** What this installation offers to people who are not signed in. */
export const signInPageQuery = queryOptions({
  queryKey: ['sign-in'],
  queryFn: () => answer(api['sign-in'].$get()),
  retry: false,
})
