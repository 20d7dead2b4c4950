import { useEffect } from 'react'
import { api, queryClient } from '../../api.ts'

const enoughToRead = 10_000

/**
 * Ends the visit when Home is left after ten seconds in sight. While it is open nothing that came in since the last
 * visit may vanish from it, and a glance in passing must not use the news up.
 */
export function useHomeVisit(): void {
  useEffect(() => {
    let seenFor = 0
    let shownAt = document.hidden ? undefined : performance.now()
    function onVisibility() {
      if (shownAt !== undefined) seenFor += performance.now() - shownAt
      shownAt = document.hidden ? undefined : performance.now()
    }
    function onLeave() {
      onVisibility()
      if (seenFor < enoughToRead) return
      seenFor = 0
      // A visit that is not noted only shows the same news again.
      endVisit().catch(() => {})
    }
    document.addEventListener('visibilitychange', onVisibility)
    window.addEventListener('pagehide', onLeave)
    return () => {
      document.removeEventListener('visibilitychange', onVisibility)
      window.removeEventListener('pagehide', onLeave)
      onLeave()
    }
  }, [])
}

/** Whatever is counted from the last visit has `sinceVisit` in its query key. */
async function endVisit(): Promise<void> {
  await api['home-visits'].$put({}, { init: { keepalive: true } })
  await queryClient.invalidateQueries({ predicate: query => query.queryKey.includes('sinceVisit') })
}
