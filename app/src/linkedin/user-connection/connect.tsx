import { queryOptions, useMutation } from '@tanstack/react-query'
import { answer, api, queryClient } from '../../api.ts'

export const userConnectionQuery = queryOptions({
  queryKey: ['linkedin', 'connection'],
  queryFn: () => answer(api.linkedin['user-connection'].$get()),
})

/** LinkedIn's sign-in takes the whole window and comes back to this page. */
export function useConnect() {
  return useMutation({
    mutationFn: () => answer(api.linkedin['user-connection']['sign-in'].$post()),
    onSuccess: ({ authorizeUrl }) => window.location.assign(authorizeUrl),
  })
}

export function useDisconnect() {
  return useMutation({
    mutationFn: () => answer(api.linkedin['user-connection'].$delete()),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: userConnectionQuery.queryKey }),
  })
}
