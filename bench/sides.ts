import { newId } from '../app/src/platform/ids.ts'
import type { BareDriver } from './bare.ts'
import type { Caller } from './caller.ts'
import { measure } from './measure.ts'
import { usageOf } from './process-usage.ts'
import type { Statement } from './statements.ts'
import { renewed } from './statements.ts'
import type { Figures } from './statistics.ts'
import type { Workload } from './workload.ts'
import { isOfWorld } from './world.ts'

const WARM_UP_SECONDS = 0.5

export interface ApiFigures {
  api: Figures
  processorMs: number
  memoryMb: number
}

/** The product's side: over HTTP, every answer judged. */
export async function measureApi(
  workload: Workload,
  { caller, pid, users, seconds }: { caller: Caller; pid: number; users: number; seconds: number },
): Promise<ApiFigures> {
  const act = async (user: number, n: number) => {
    const question = workload.ask(user, n)
    const answer = await caller.ask(question)
    return () => workload.judge(question, answer)
  }
  await measure({ users, seconds: WARM_UP_SECONDS, act })
  const before = usageOf(pid)
  const api = await measure({ users, seconds, act })
  const after = usageOf(pid)
  return { api, processorMs: (after.processorMs - before.processorMs) / api.operations, memoryMb: after.memoryMb }
}

const makers: Record<string, () => string> = {
  cand: () => newId('candidate'),
  evt: () => newId('event'),
  move: () => newId('stageMove'),
}

/** The other side: the recorded statements, as fast as the driver sends them. */
export async function measureBare(
  driver: BareDriver,
  recorded: readonly Statement[][],
  { users, seconds }: { users: number; seconds: number },
): Promise<Figures> {
  const act = async (user: number, n: number) => {
    // A multiple of the users stands between two turns of one user, so that no two users meet in one row.
    const statements = recorded[(user + n * 32) % recorded.length] ?? []
    await driver.run(
      user,
      renewed(statements, isOfWorld, prefix => makers[prefix]?.() ?? prefix),
    )
    return () => undefined
  }
  await measure({ users, seconds: WARM_UP_SECONDS, act })
  return measure({ users, seconds, act })
}
