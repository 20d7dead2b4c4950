import { queryOptions, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answer, api, queryClient } from '../../api.ts'
import type { RequestedKeys, SetUp } from './set-up.shapes.ts'

export const setUpQuery = queryOptions({
  queryKey: ['linkedin', 'set-up'],
  queryFn: () => answer(api.linkedin['set-up'].$get()),
})

export function keepSetUp(setUp: SetUp): void {
  queryClient.setQueryData(setUpQuery.queryKey, setUp)
}

const SOON_MS = 3_000
const LATER_MS = 15_000
const SELDOM_MS = 60_000

/** LinkedIn is asked on opening the page, and while the next move is another's: soon at first, then less and less often. */
export function useAskLinkedIn(step: SetUp['step'] | undefined) {
  const [openedAt] = useState(() => Date.now())
  const isWaiting = step === 'gettingReady' || step === 'partnerReady' || step === 'switchedOff'
  const isAsked = isWaiting || step === 'enabled' || step === 'request'
  return useQuery({
    // Not under `linkedin`: news from there must not ask LinkedIn each time.
    queryKey: ['set-up-reading'],
    queryFn: async () => {
      const setUp = await answer(api.linkedin['set-up'].reading.$post())
      keepSetUp(setUp)
      return setUp.checkedAt
    },
    enabled: isAsked,
    staleTime: 0,
    gcTime: 0,
    retry: false,
    refetchInterval: () => (isWaiting ? waitFor(Date.now() - openedAt) : false),
  })
}

function waitFor(openMs: number): number {
  if (openMs < 60_000) return SOON_MS
  return openMs < 20 * 60_000 ? LATER_MS : SELDOM_MS
}

/** LinkedIn's sign-in takes the whole window and comes back to this page. */
export function useSignIn() {
  return useMutation({
    mutationFn: () => answer(api.linkedin['set-up']['sign-in'].$post()),
    onSuccess: ({ authorizeUrl }) => window.location.assign(authorizeUrl),
  })
}

export function useRequest() {
  return useMutation({
    mutationFn: (requested: RequestedKeys) => answer(api.linkedin['set-up'].request.$post({ json: requested })),
    onSuccess: keepSetUp,
  })
}
