import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { answer, api } from '../../api.ts'
import { hasRole, useSession } from '../../platform/auth/use-session.tsx'

/** Recruiters and hiring managers get the tab. A role on a job counts as well, and the server alone knows of that. */
export function LinkedInTabOffered({ children }: { children: (title: string) => ReactNode }) {
  const hasAppRole = hasRole(useSession(), 'recruiter', 'hiring_manager')
  const connection = useQuery({
    queryKey: ['linkedin', 'connection'],
    queryFn: () => answer(api.linkedin['user-connection'].$get()),
    enabled: !hasAppRole,
  })
  return hasAppRole || connection.data?.allowed ? children('LinkedIn') : null
}
