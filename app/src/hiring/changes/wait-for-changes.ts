import type { UserActor } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import { liveConnections } from '../../platform/http/live.ts'
import { look } from '../../platform/work.ts'
import { listChanges } from './changes.queries.ts'
import type { ChangesPage } from './changes.shapes.ts'
import { whileWaiting } from './waiting-callers.ts'

interface Request {
  since?: string | undefined
  limit: number
  wait: number
  /** The caller has gone. */
  signal: AbortSignal
}

// A change may be announced and still wait behind another transaction, and an announcement may get lost.
const LOOK_AGAIN_MS = 1_000

/** The next changes, or after `wait` seconds the news that there are none. No database session is held meanwhile. */
export function waitForChanges(app: App, actor: UserActor, request: Request): Promise<ChangesPage> {
  const follow = () => followChanges(app, actor, request)
  return request.wait === 0 ? follow() : whileWaiting(app, actor.token?.id ?? actor.userId, follow)
}

async function followChanges(app: App, actor: UserActor, request: Request): Promise<ChangesPage> {
  const until = performance.now() + request.wait * 1000
  let since = request.since
  for (;;) {
    // Asked for before looking, so that no change slips through between the two.
    const news = liveConnections(app).news(actor.tenantId, LOOK_AGAIN_MS, request.signal)
    const page = await look(app, actor, tx => listChanges(tx, actor, { since, limit: request.limit }))
    const isOver = page.data.length > 0 || performance.now() >= until || request.signal.aborted
    if (isOver || (await news) === 'closed') return page
    since = page.next
  }
}
