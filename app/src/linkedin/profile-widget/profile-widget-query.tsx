import { queryOptions, useMutation } from '@tanstack/react-query'
import { useEffect } from 'react'
import { answer, api, queryClient } from '../../api.ts'
import { onLiveEvent } from '../../ui/live.ts'
import type { ProfileWidget } from './profile-widget.shapes.ts'

export function profileWidgetQuery(candidateId: string) {
  return queryOptions({
    queryKey: ['candidate', candidateId, 'linkedin'],
    queryFn: () => answer(api.candidates[':id'].linkedin.$get({ param: { id: candidateId } })),
  })
}

/** The tab is there or not by what is switched on at LinkedIn and by one's own connection: news of either is news of it. */
export function useWidgetKeptFresh(candidateId: string): void {
  useEffect(
    () =>
      onLiveEvent(({ kind, subjectKind }) => {
        if (!kind.startsWith('linkedin.') || kind === 'linkedin.syncChanged') return
        if (subjectKind !== 'linkedin' && subjectKind !== 'user') return
        queryClient.invalidateQueries({ queryKey: profileWidgetQuery(candidateId).queryKey })
      }),
    [candidateId],
  )
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
