import type { DatabaseUnavailable } from './unavailable.ts'
import { isOutage } from './unavailable.ts'

export interface OutageWatch {
  /** Whoever met an error reports it here; what is no outage is ignored. */
  note(error: unknown): void
  /** Asks the database now, when it was away or full at the last look. */
  find(): Promise<DatabaseUnavailable | undefined>
  stop(): void
}

/** Called with the outage when one begins, and with nothing when it is over. */
export type OutageNews = (outage: DatabaseUnavailable | undefined) => void

const LOOK_AGAIN_MS = 1_000

/** Knows whether the database works, tells of each outage once, and notices its end by itself. */
export function watchOutages(tryToWork: () => Promise<void>, tell: OutageNews): OutageWatch {
  let current: DatabaseUnavailable | undefined
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> | undefined
  let stopped = false

  const note = (error: unknown) => {
    if (!isOutage(error) || stopped) return
    const isNew = current?.why !== error.why
    current = error
    if (isNew) tell(error)
    timer ??= setTimeout(lookAgain, LOOK_AGAIN_MS).unref()
  }

  const lookAgain = () => {
    timer = undefined
    void look()
  }

  const look = () => {
    looking ??= tryToWork()
      // A refusal of another kind comes from a database that works.
      .catch(error => (isOutage(error) ? error : undefined))
      .then(outage => (outage ? note(outage) : end()))
      .finally(() => {
        looking = undefined
      })
    return looking
  }

  const end = () => {
    clearTimeout(timer)
    timer = undefined
    if (current && !stopped) tell(undefined)
    current = undefined
  }

  return {
    note,
    find: async () => {
      if (current) await look()
      return current
    },
    stop: () => {
      stopped = true
      clearTimeout(timer)
    },
  }
}
