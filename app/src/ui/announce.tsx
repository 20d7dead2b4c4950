import { useSyncExternalStore } from 'react'

/** Tells a screen reader what only the eye would see: "Moved to Interview, 3 of 12". */
export function announce(text: string): void {
  // The same words twice are read twice only when the text differs.
  current = current === text ? `${text}\u00a0` : text
  for (const follower of followers) follower()
}

export function Announcer() {
  const text = useSyncExternalStore(follow, () => current)
  return (
    <div aria-live="polite" className="visually-hidden">
      {text}
    </div>
  )
}

let current = ''
const followers = new Set<() => void>()

function follow(follower: () => void): () => void {
  followers.add(follower)
  return () => followers.delete(follower)
}
