/** Time as the sandbox sees it. Timers belong to this time, so a jump of eight hours runs eight hours of retries, in order. */
export interface Clock {
  now(): number
  isFrozen(): boolean
  /** How far this clock is from the machine's, and where it stands still; enough to go on after a restart. */
  position(): ClockPosition
  /** A second timer with the same key takes the place of the first. */
  schedule(key: string, dueAt: number, run: () => void | Promise<void>): void
  cancel(key: string): void
  listTimers(): ReadonlyArray<{ key: string; dueAt: number }>
  /** Resolves when every timer due on the way has run, each at its own moment. */
  advance(durationMs: number): Promise<void>
  /** Forward like `advance`; backward moves the hands and runs nothing. */
  moveTo(instant: number): Promise<void>
  freeze(): void
  unfreeze(): void
  /** Runs what is due now and waits for all running timers. */
  runDue(): Promise<void>
  /** Back to the machine's time, without timers. */
  reset(): void
  stop(): void
}

export interface ClockPosition {
  readonly offsetMs: number
  readonly frozenAt: number | null
}

interface ClockOptions {
  readonly position?: ClockPosition
  readonly onMove?: () => void
  readonly onTimerError?: (key: string, error: unknown) => void
}

interface Timer {
  readonly key: string
  readonly dueAt: number
  readonly run: () => void | Promise<void>
}

const LONGEST_REAL_TIMEOUT_MS = 2 ** 31 - 1

export function createClock(options: ClockOptions = {}): Clock {
  let offsetMs = options.position?.offsetMs ?? 0
  let frozenAt = options.position?.frozenAt ?? null
  let alarm: NodeJS.Timeout | undefined
  let alarmAt = Number.POSITIVE_INFINITY
  let stopped = false
  const timers = new Map<string, Timer>()
  const running = new Set<Promise<void>>()

  const now = () => frozenAt ?? Date.now() + offsetMs

  return {
    now,
    isFrozen: () => frozenAt !== null,
    position: () => ({ offsetMs, frozenAt }),
    schedule(key, dueAt, run) {
      timers.set(key, { key, dueAt, run })
      if (dueAt < alarmAt) setAlarm()
    },
    cancel(key) {
      timers.delete(key)
    },
    listTimers: () => inOrder(timers.values()).map(({ key, dueAt }) => ({ key, dueAt })),
    advance: durationMs => moveForward(now() + durationMs),
    moveTo: async instant => (instant >= now() ? moveForward(instant) : setHands(instant)),
    freeze() {
      frozenAt = now()
      setAlarm()
      options.onMove?.()
    },
    unfreeze() {
      offsetMs = now() - Date.now()
      frozenAt = null
      setAlarm()
      options.onMove?.()
    },
    runDue: () => moveForward(now()),
    reset() {
      timers.clear()
      offsetMs = 0
      frozenAt = null
      setAlarm()
      options.onMove?.()
    },
    stop() {
      stopped = true
      clearTimeout(alarm)
    },
  }

  async function moveForward(target: number): Promise<void> {
    for (;;) {
      await Promise.all(running)
      const next = findNext()
      if (stopped || next === undefined || next.dueAt > Math.max(target, now())) break
      if (next.dueAt > now()) setHands(next.dueAt)
      startDueTimers()
    }
    if (target > now()) setHands(target)
  }

  function setHands(instant: number): void {
    if (frozenAt === null) offsetMs = instant - Date.now()
    else frozenAt = instant
    setAlarm()
    options.onMove?.()
  }

  function startDueTimers(): void {
    const instant = now()
    for (const timer of inOrder([...timers.values()].filter(each => each.dueAt <= instant))) {
      timers.delete(timer.key)
      start(timer)
    }
    setAlarm()
  }

  function start(timer: Timer): void {
    const run = (async () => timer.run())()
      .catch(error => options.onTimerError?.(timer.key, error))
      .finally(() => running.delete(run))
    running.add(run)
  }

  function setAlarm(): void {
    clearTimeout(alarm)
    alarmAt = Number.POSITIVE_INFINITY
    const next = findNext()
    if (stopped || frozenAt !== null || next === undefined) return
    alarmAt = next.dueAt
    alarm = setTimeout(startDueTimers, Math.min(Math.max(next.dueAt - now(), 0), LONGEST_REAL_TIMEOUT_MS))
    alarm.unref()
  }

  function findNext(): Timer | undefined {
    let next: Timer | undefined
    for (const timer of timers.values()) if (next === undefined || timer.dueAt < next.dueAt) next = timer
    return next
  }
}

function inOrder(timers: Iterable<Timer>): Timer[] {
  return [...timers].sort((a, b) => a.dueAt - b.dueAt)
}
