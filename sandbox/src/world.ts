import { resumeChallenges } from './behaviours/challenge.ts'
import { resumeJobTasks } from './behaviours/jobs.ts'
import { resumePushes } from './behaviours/pushes.ts'
import type { Sandbox } from './sandbox.ts'
import { plantSeed } from './seed.ts'

/** Back to the seed: no customer applications, no traffic, no faults, the machine's own time. */
export async function resetWorld(sandbox: Sandbox): Promise<void> {
  await sandbox.inFlight.drain()
  sandbox.clock.reset()
  sandbox.faults.clear()
  sandbox.store.clear()
  sandbox.traffic.clear()
  plantSeed(sandbox.store, sandbox.seed, sandbox.clock.now())
}

/** After a start with saved state: what was under way goes on. */
export function resumeWorld(sandbox: Sandbox): void {
  resumeJobTasks(sandbox)
  resumeChallenges(sandbox)
  resumePushes(sandbox)
}

/** Resolves when no push or challenge is under way and nothing is due at this moment. */
export async function settle(sandbox: Sandbox): Promise<void> {
  do {
    await sandbox.clock.runDue()
    await sandbox.inFlight.drain()
  } while (sandbox.inFlight.size > 0 || hasDueTimer(sandbox))
}

function hasDueTimer({ clock }: Sandbox): boolean {
  const now = clock.now()
  return clock.listTimers().some(timer => timer.dueAt <= now)
}
