import { Tooltip } from '@mantine/core'
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { formatAge, formatClock, formatDay, formatExact } from './time-words.ts'

interface TimeProps {
  at: string
  /** `age`: "3 minutes ago". `clock`: "14:06", "Sun 20:41", "20 Nov, 10:12". `day`: "20 Nov". */
  as?: 'age' | 'clock' | 'day'
}

const forms = { age: formatAge, clock: formatClock, day: formatDay }

/** A moment in the reader's own zone and language, with the exact one on hover and for machines. */
export function Time({ at, as = 'clock' }: TimeProps) {
  const { i18n } = useTranslation()
  const now = useNow()
  return (
    <Tooltip label={formatExact(at, i18n.language)}>
      <time dateTime={at} className="tabular">
        {forms[as](at, i18n.language, now)}
      </time>
    </Tooltip>
  )
}

/** Now, moved on every half minute while the page is looked at: one clock for all. */
export function useNow(): number {
  return useSyncExternalStore(followClock, () => current)
}

let current = Date.now()
let stopClock: (() => void) | undefined
const followers = new Set<() => void>()

function followClock(follower: () => void): () => void {
  followers.add(follower)
  stopClock ??= startClock()
  return () => {
    followers.delete(follower)
    if (followers.size > 0) return
    stopClock?.()
    stopClock = undefined
  }
}

function startClock(): () => void {
  tick()
  const timer = setInterval(tick, 30_000)
  document.addEventListener('visibilitychange', tick)
  return () => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', tick)
  }
}

function tick(): void {
  if (document.hidden) return
  current = Date.now()
  for (const follower of followers) follower()
}
