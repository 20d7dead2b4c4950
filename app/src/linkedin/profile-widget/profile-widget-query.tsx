import { queryOptions, useMutation } from '@tanstack/react-query'
import { answer, api, queryClient } from '../../api.ts'
import type { ProfileWidget } from './profile-widget.shapes.ts'

export function profileWidgetQuery(candidateId: string) {
  return queryOptions({
    queryKey: ['candidate', candidateId, 'linkedin'],
    queryFn: () => answer(api.candidates[':id'].linkedin.$get({ param: { id: candidateId } })),
  })
}

export function useLink(candidateId: string) {
  return useMutation({
    mutationFn: (json: { personUrn: string; replaces: boolean }) =>
      answer(api.candidates[':id'].linkedin.links.$post({ param: { id: candidateId }, json })),
    onSuccess: widget => keep(candidateId, widget),
  })
}

export function useUnlink(candidateId: string) {
  return useMutation({
    mutationFn: (personUrn: string) =>
      answer(api.candidates[':id'].linkedin.unlinkings.$post({ param: { id: candidateId }, json: { personUrn } })),
    onSuccess: widget => keep(candidateId, widget),
  })
}

function keep(candidateId: string, widget: ProfileWidget): void {
  queryClient.setQueryData(profileWidgetQuery(candidateId).queryKey, widget)
}
