import { useEffect } from 'react'
import { useSession } from '../../platform/auth/use-session.tsx'

export interface Recent {
  kind: 'candidate' | 'job'
  id: string
}

const KEPT = 6

/** Notes that this person looked at it, for the palette. Only the id: names stay on the server, which may forget them. */
export function useRemember(kind: Recent['kind'], id: string | undefined): void {
  const { user } = useSession()
  useEffect(() => {
    if (!id) return
    const others = listRecent(user.id).filter(one => one.id !== id)
    localStorage.setItem(placeOf(user.id), JSON.stringify([{ kind, id }, ...others].slice(0, KEPT)))
  }, [user.id, kind, id])
}

/** The last first. */
export function listRecent(userId: string): Recent[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(placeOf(userId)) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isRecent) : []
  } catch {
    return []
  }
}

function placeOf(userId: string): string {
  return `lodestone.recent.${userId}`
}

function isRecent(one: Partial<Recent> | null): one is Recent {
  return (one?.kind === 'candidate' || one?.kind === 'job') && typeof one.id === 'string'
}
