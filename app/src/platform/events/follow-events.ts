import type { App } from '../app.ts'
import { isOutage } from '../db/unavailable.ts'
import type { Work } from '../work.ts'
import { perform } from '../work.ts'
import type { EventRow, Position } from './read-events.ts'
import { hasEventsBehind, readEvents, START } from './read-events.ts'

export interface Follower {
  /** Names the position row; two followers of one name share the work. */
  name: string
  /** Gets events in order, in the transaction that also moves the position: each is handled exactly once. */
  handle(work: Work, events: EventRow[]): Promise<void>
}

export interface RunningFollower {
  settle(): Promise<void>
  stop(): Promise<void>
}

const BATCH = 200
const LOOK_AGAIN_MS = 15_000
const RETRY_MS = 1_000
const OPEN_TRANSACTION_MS = 20
/** Changes come in packs: taken together they cost one transaction and one write to the disk. */
const PACK_MS = 20

/** Follows the change feed of every tenant: at start, soon after a NOTIFY, and every 15 seconds in case one was lost. */
export async function followEvents(app: App, follower: Follower): Promise<RunningFollower> {
  const waiting = new Set<string>()
  const later = new Map<number, { tenants: Set<string>; timer: NodeJS.Timeout }>()
  let stopped = false
  let following: Promise<void> | undefined

  const wake = (tenantIds: Iterable<string>) => {
    for (const tenantId of tenantIds) waiting.add(tenantId)
    if (stopped) return
    following ??= follow().finally(() => {
      following = undefined
      if (waiting.size > 0) wake([])
    })
  }

  const follow = async () => {
    for (const tenantId of waiting) {
      if (stopped) return
      waiting.delete(tenantId)
      try {
        for (let more: More = 'now'; more === 'now' && !stopped; ) {
          more = await followOnce(app, follower, tenantId)
          if (more === 'soon') wakeLater(tenantId, OPEN_TRANSACTION_MS)
        }
      } catch (error) {
        if (!isOutage(error)) app.log.error({ err: error, follower: follower.name }, 'events could not be followed')
        wakeLater(tenantId, RETRY_MS)
      }
    }
  }

  const wakeLater = (tenantId: string, afterMs: number) => {
    const there = later.get(afterMs)
    if (there) return void there.tenants.add(tenantId)
    const tenants = new Set([tenantId])
    const timer = setTimeout(() => {
      later.delete(afterMs)
      wake(tenants)
    }, afterMs)
    later.set(afterMs, { tenants, timer })
  }

  const wakeAll = () => {
    allTenants(app).then(wake, error => {
      if (!isOutage(error)) app.log.error({ err: error }, 'tenants could not be read')
    })
  }

  const stopListening = await app.db.listen('lodestone_event', {
    onMessage: payload => {
      const tenantId = tenantOf(payload)
      if (tenantId !== null) wakeLater(tenantId, PACK_MS)
    },
    onCatchUp: wakeAll,
  })
  const timer = setInterval(wakeAll, LOOK_AGAIN_MS)
  wake(await allTenants(app))

  return {
    settle: async () => {
      wake(await allTenants(app))
      while (following || later.size > 0) await (following ?? new Promise(resolve => setTimeout(resolve, PACK_MS)))
    },
    stop: async () => {
      stopped = true
      clearInterval(timer)
      for (const { timer } of later.values()) clearTimeout(timer)
      await stopListening()
      await following
    },
  }
}

/** `now`: the batch was full. `soon`: events wait behind a transaction that is still open. */
type More = 'now' | 'soon' | 'no'

async function followOnce(app: App, follower: Follower, tenantId: string): Promise<More> {
  const actor = { kind: 'scheduledJob', tenantId, job: follower.name } as const
  return perform(app, actor, async work => {
    const position = await lockPosition(work, follower.name)
    const events = await readEvents(work.tx, tenantId, position, BATCH)
    const last = events[events.length - 1]
    if (last) {
      await follower.handle(work, events)
      await work.tx
        .updateTable('event_follower')
        .set({ xid: last.xid, event_id: last.id })
        .where('tenant_id', '=', tenantId)
        .where('name', '=', follower.name)
        .execute()
    }
    if (events.length === BATCH) return 'now'
    const reached = last ? { xid: last.xid, eventId: last.id } : position
    return (await hasEventsBehind(work.tx, tenantId, reached)) ? 'soon' : 'no'
  })
}

/** The row lock makes a second process wait, so that no event is handled twice. */
async function lockPosition(work: Work, name: string): Promise<Position> {
  await work.tx
    .insertInto('event_follower')
    .values({ tenant_id: work.tenantId, name, xid: START.xid, event_id: START.eventId })
    .onConflict(conflict => conflict.columns(['tenant_id', 'name']).doNothing())
    .execute()
  const row = await work.tx
    .selectFrom('event_follower')
    .select(['xid', 'event_id'])
    .where('tenant_id', '=', work.tenantId)
    .where('name', '=', name)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return { xid: row.xid, eventId: row.event_id }
}

async function allTenants(app: App): Promise<string[]> {
  const rows = await app.db.transactAsOwner(tx => tx.selectFrom('tenant').select('id').execute())
  return rows.map(row => row.id)
}

/** Null: about somebody who has not entered any company yet. */
function tenantOf(payload: string): string | null {
  const { tenantId } = JSON.parse(payload) as { tenantId: string | null } // written by the trigger announce_event or by announce
  return tenantId
}
