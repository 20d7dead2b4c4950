import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { answer, api, queryClient } from '../../api.ts'
import { changeLanguage } from '../../ui/i18n/i18n.ts'
import type { roleSchema, sessionSchema } from './session.shapes.ts'

export type Session = z.infer<typeof sessionSchema>
export type Role = z.infer<typeof roleSchema>
export type Preferences = Partial<Pick<Session['user'], 'language' | 'theme'>>

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: () => answer(api.session.$get()),
  staleTime: Number.POSITIVE_INFINITY,
  retry: false,
})

/** Who is signed in, and where. Only for screens behind the sign-in, where the router has loaded it. */
export function useSession(): Session {
  return useSuspenseQuery(sessionQuery).data
}

export function hasRole(session: Session, ...roles: readonly Role[]): boolean {
  return roles.some(role => session.user.roles.includes(role))
}

/** Shows the choice at once, and keeps it for every browser that this person uses. */
export async function savePreferences(preferences: Preferences): Promise<void> {
  const before = queryClient.getQueryData(sessionQuery.queryKey)
  if (before) queryClient.setQueryData(sessionQuery.queryKey, { ...before, user: { ...before.user, ...preferences } })
  if (preferences.language) await changeLanguage(preferences.language)
  queryClient.setQueryData(sessionQuery.queryKey, await answer(api.session.preferences.$patch({ json: preferences })))
}
