import { createRoute, redirect } from '@tanstack/react-router'
import { ProblemError, queryClient } from './api.ts'
import { Frame } from './frame.tsx'
import { sessionQuery } from './platform/auth/use-session.tsx'
import { root } from './public-screens.tsx'
import { changeLanguage } from './ui/i18n/i18n.ts'
import { startLive } from './ui/live.ts'

/** Everything behind the sign-in. */
export const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  beforeLoad: async ({ location }) => {
    const { user } = await queryClient.ensureQueryData(sessionQuery).catch(error => {
      if (error instanceof ProblemError && error.status === 401) {
        throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { to: location.href } })
      }
      throw error
    })
    // Before the first data, so that nothing is missed between them and the first event.
    startLive()
    await changeLanguage(user.language)
  },
  component: Frame,
})
