import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { answer, api } from '../../api.ts'
import { hasRole, useSession } from '../../platform/auth/use-session.tsx'
import { useShortcuts } from '../../ui/shortcuts.tsx'

const title = 'LinkedIn'

/** Recruiters and hiring managers get the tab. A role on a job counts as well, and the server alone knows of that. */
export function LinkedInTabOffered({ children }: { children: (title: string) => ReactNode }) {
  const { history } = useRouter()
  const hasAppRole = hasRole(useSession(), 'recruiter', 'hiring_manager')
  const connection = useQuery({
    queryKey: ['linkedin', 'connection'],
    queryFn: () => answer(api.linkedin['user-connection'].$get()),
    enabled: !hasAppRole,
  })
  const isOffered = hasAppRole || connection.data?.allowed === true
  function open() {
    const address = new URL(window.location.href)
    address.searchParams.set('tab', 'linkedin')
    history.push(address.pathname + address.search)
  }
  useShortcuts(isOffered ? [{ keys: 'l', label: title, run: open }] : [])
  return isOffered ? children(title) : null
}
