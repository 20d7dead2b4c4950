import { useNavigate } from '@tanstack/react-router'
import { answer, api, queryClient } from '../../api.ts'
import { stopLive } from '../../ui/live.ts'

export function useSignOut(): () => Promise<void> {
  const navigate = useNavigate()
  return async () => {
    stopLive()
    await answer(api['sign-out'].$post())
    await navigate({ to: '/sign-in' })
    queryClient.clear()
  }
}
