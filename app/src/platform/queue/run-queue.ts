import { sql } from 'kysely'
import type { App } from '../app.ts'
import { isOutage } from '../db/unavailable.ts'
import type { Handler } from './queue.ts'
import { claimTask } from './queue.ts'

export interface RunningQueue {
  /** Waits until nothing is due and nothing runs. For tests, drills and the demo seed. */
  settle(): Promise<void>
  /** Lets running tasks end, then stops taking new ones. */
  stop(): Promise<void>
}

const LOOK_AGAIN_MS = 5_000

/** Works through due tasks: woken by NOTIFY, by the next due moment, or after five seconds at the latest. */
export async function startQueue(
  app: App,
  handlers: Record<string, Handler>,
  options: { workers?: number } = {},
): Promise<RunningQueue> {
  const kinds = Object.keys(handlers)
  const workers = options.workers ?? (app.db.kind === 'embedded' ? 2 : 4)
  const running = new Set<Promise<void>>()
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> | undefined
  let lookOnceMore = false

  const wake = () => {
    if (stopped) return
    lookOnceMore = true
    looking ??= look().finally(() => {
      looking = undefined
      // Somebody woke us after the last look.
      if (lookOnceMore) wake()
    })
  }

  const look = async () => {
    while (lookOnceMore && !stopped) {
      lookOnceMore = false
      try {
        await takeDueTasks()
      } catch (error) {
        if (!isOutage(error)) app.log.error({ err: error }, 'the queue could not be read')
      }
    }
    await sleepUntilNextTask()
  }

  const takeDueTasks = async () => {
    while (!stopped && running.size < workers) {
      const run = await claimTask(app, kinds)
      if (!run) return
      const handler = handlers[run.kind]
      if (!handler) return
      const done = run
        .run(handler)
        .catch(error => {
          // It comes back by itself when its lease ends.
          if (!isOutage(error)) app.log.error({ err: error, task: run.kind }, 'task could not be given back')
        })
        .finally(() => {
          running.delete(done)
          wake()
        })
      running.add(done)
    }
  }

  const sleepUntilNextTask = async () => {
    clearTimeout(timer)
    // All hands are full: whoever ends first wakes us.
    if (running.size >= workers) return
    const next = await nextDue(app, kinds).catch(() => undefined)
    const wait = next ? next.getTime() - app.clock.now().getTime() : LOOK_AGAIN_MS
    if (!stopped) timer = setTimeout(wake, Math.max(10, Math.min(wait, LOOK_AGAIN_MS)))
  }

  const stopListening = await app.db.listen('lodestone_task', { onMessage: wake, onCatchUp: wake })
  wake()

  return {
    settle: async () => {
      for (;;) {
        wake()
        await looking
        if (running.size > 0) await Promise.allSettled([...running])
        else if (!(await hasDue(app, kinds))) return
      }
    },
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await stopListening()
      await looking
      await Promise.allSettled([...running])
    },
  }
}

async function nextDue(app: App, kinds: string[]): Promise<Date | undefined> {
  const answer = await app.db.transactAsOwner(tx =>
    sql<{ at: Date | null }>`
      select min(greatest(run_at, coalesce(lease_until, run_at))) as at from task
      where kind = any(${kinds})`.execute(tx),
  )
  return answer.rows[0]?.at ?? undefined
}

async function hasDue(app: App, kinds: string[]): Promise<boolean> {
  const next = await nextDue(app, kinds)
  return next !== undefined && next <= app.clock.now()
}
