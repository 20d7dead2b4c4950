import type { App } from '../app.ts'
import { cachedSessions } from '../auth/session-cache.ts'
import { listHoldingSessions } from '../auth/sessions.ts'
import type { Stop } from '../db/session.ts'
import { isOutage } from '../db/unavailable.ts'
import { LiveConnections } from './live-connections.ts'

interface Announcement {
  tenantId: string | null
  kind: string
  subjectKind: string
  subjectId: string
  jobId: string | null
}

const HEARTBEAT_MS = 25_000
const LOOK_AGAIN_MS = 60_000

const made = new WeakMap<App, LiveConnections>()

export function liveConnections(app: App): LiveConnections {
  const there = made.get(app) ?? new LiveConnections()
  made.set(app, there)
  return there
}

/** Listens once for the whole process and tells the browsers of the tenant that an event is about. */
export async function startLive(app: App): Promise<Stop> {
  const connections = liveConnections(app)
  const sessions = cachedSessions(app)
  const stopListening = await app.db.listen('lodestone_event', {
    onMessage: payload => tell(app, readAnnouncement(payload)),
    onCatchUp: () => {
      sessions.forgetAll()
      connections.resync()
    },
  })
  sessions.start()
  const heartbeat = setInterval(() => connections.beat(), HEARTBEAT_MS)
  const look = setInterval(() => {
    closeEndedSessions(app).catch(error => {
      if (!isOutage(error)) app.log.error({ err: error }, 'sessions could not be checked')
    })
  }, LOOK_AGAIN_MS)
  return async () => {
    clearInterval(heartbeat)
    clearInterval(look)
    sessions.stop()
    await stopListening()
    connections.closeAll()
  }
}

/** A session can also end by itself, or in a message that got lost: its connections must not outlive it. */
export async function closeEndedSessions(app: App): Promise<void> {
  const connections = liveConnections(app)
  const holding = await listHoldingSessions(app, connections.sessionIds())
  connections.closeWhere(({ sessionId, tenantId }) => holding.get(sessionId) !== tenantId)
}

function tell(app: App, { tenantId, ...event }: Announcement): void {
  const connections = liveConnections(app)
  const sessions = cachedSessions(app)
  if (event.subjectKind === 'session') {
    sessions.forget(session => session.id === event.subjectId)
    connections.closeWhere(one => one.sessionId === event.subjectId)
    return
  }
  if (event.subjectKind === 'user') {
    sessions.forget(session => session.actor.tenantId === tenantId)
    // He may have been switched off: his browsers come back and are let in, or not.
    connections.closeWhere(one => one.tenantId === tenantId && one.userId === event.subjectId)
  }
  if (tenantId !== null) connections.tell(tenantId, JSON.stringify(event))
}

function readAnnouncement(payload: string): Announcement {
  return JSON.parse(payload) as Announcement // written by the trigger announce_event, or by announce
}
