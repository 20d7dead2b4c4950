import { queryOptions, useMutation, useQuery } from '@tanstack/react-query'
import { answer, api, queryClient } from '../../api.ts'

export const userConnectionQuery = queryOptions({
  queryKey: ['linkedin', 'connection'],
  queryFn: () => answer(api.linkedin['user-connection'].$get()),
})

/** LinkedIn is asked on opening the page: consent that was taken back there is noticed here. */
export function useAskAboutConnection(isConnected: boolean) {
  useQuery({
    // Not under `linkedin`: news from there must not ask LinkedIn each time.
    queryKey: ['user-connection-reading'],
    queryFn: async () => {
      const connection = await answer(api.linkedin['user-connection'].reading.$post())
      queryClient.setQueryData(userConnectionQuery.queryKey, connection)
      return connection.connected
    },
    enabled: isConnected,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  })
}

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
