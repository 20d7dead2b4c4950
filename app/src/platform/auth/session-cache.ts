import type { UserActor } from '../actor.ts'
import type { App } from '../app.ts'

export interface KnownSession {
  id: string
  signInId: string
  /** The company that vouched; null for whoever gave a password. */
  vouchedBy: string | null
  openedAt: Date
  actor: UserActor
  /** True when it was prolonged just now: the cookie must be, too. */
  prolonged: boolean
}

const TTL_MS = 10_000
const MOST = 10_000

interface Entry {
  session: KnownSession
  until: number
}

/**
 * Saves the look-up on every request of a busy page. It holds nothing until `start`, which is for a process that
 * hears of changes; ten seconds are the longest that a lost message can matter.
 */
export class SessionCache {
  readonly #entries = new Map<string, Entry>()
  #started = false
  #generation = 0

  start(): void {
    this.#started = true
  }

  stop(): void {
    this.#started = false
    this.forgetAll()
  }

  async findOr(
    tokenHash: string,
    now: Date,
    read: () => Promise<KnownSession | undefined>,
  ): Promise<KnownSession | undefined> {
    const entry = this.#entries.get(tokenHash)
    if (entry && entry.until > now.getTime()) return entry.session
    const generation = this.#generation
    const session = await read()
    // A change that was announced during the read may not be in what was read.
    if (session && this.#started && generation === this.#generation) this.#keep(tokenHash, session, now)
    return session
  }

  forget(about: (session: KnownSession) => boolean): void {
    this.#generation++
    for (const [tokenHash, { session }] of this.#entries) if (about(session)) this.#entries.delete(tokenHash)
  }

  forgetToken(tokenHash: string): void {
    this.#generation++
    this.#entries.delete(tokenHash)
  }

  forgetAll(): void {
    this.forget(() => true)
  }

  #keep(tokenHash: string, session: KnownSession, now: Date): void {
    if (this.#entries.size >= MOST) this.#entries.clear()
    this.#entries.set(tokenHash, { session: { ...session, prolonged: false }, until: now.getTime() + TTL_MS })
  }
}

const caches = new WeakMap<App, SessionCache>()

export function cachedSessions(app: App): SessionCache {
  const there = caches.get(app) ?? new SessionCache()
  caches.set(app, there)
  return there
}
