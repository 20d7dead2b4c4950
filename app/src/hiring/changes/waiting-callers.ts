import type { App } from '../../platform/app.ts'
import { Refusal } from '../../platform/errors.ts'

const MOST_WAITING = 30

const counts = new WeakMap<App, Map<string, number>>()

export function countWaiting(app: App, caller: string): number {
  return counts.get(app)?.get(caller) ?? 0
}

/** So many at once for each token and each user, because each of them looks again every second. */
export async function whileWaiting<T>(app: App, caller: string, work: () => Promise<T>): Promise<T> {
  const waiting = countWaiting(app, caller)
  if (waiting >= MOST_WAITING) throw tooManyWaiting(waiting)
  const here = counts.get(app) ?? new Map<string, number>()
  counts.set(app, here.set(caller, waiting + 1))
  try {
    return await work()
  } finally {
    const left = countWaiting(app, caller) - 1
    if (left > 0) here.set(caller, left)
    else here.delete(caller)
  }
}

function tooManyWaiting(waiting: number): Refusal {
  return new Refusal('tooMany', {
    code: 'changes.tooManyWaiting',
    message: `${waiting} requests of yours wait for changes already. Let one of them wait, or ask without waiting.`,
    params: { waiting },
    retryAfterSeconds: 5,
  })
}
