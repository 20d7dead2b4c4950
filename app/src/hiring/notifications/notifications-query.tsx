import { queryOptions, useMutation } from '@tanstack/react-query'
import { answer, api, queryClient } from '../../api.ts'

export const notificationsQuery = queryOptions({
  queryKey: ['notifications'],
  queryFn: () => answer(api.notifications.$get({ query: {} })),
})

export function useMarkRead(): (id: string) => void {
  const { mutate } = useMutation({
    mutationFn: (id: string) => answer(api.notifications[':id'].read.$put({ param: { id } })),
    onSettled: refreshNotifications,
  })
  return mutate
}

export function useMarkAllRead(): () => void {
  const { mutate } = useMutation({
    mutationFn: () => answer(api.notifications.read.$put()),
    onSettled: refreshNotifications,
  })
  return mutate
}

function refreshNotifications(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: notificationsQuery.queryKey })
}
