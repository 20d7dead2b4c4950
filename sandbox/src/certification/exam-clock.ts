import type { Exam } from './rule.ts'

/** Moves the sandbox's time forward. After the rule it goes back to where it would be by itself. */
export async function advanceClock(exam: Exam, advanceMs: number): Promise<void> {
  const { now, isFrozen } = await exam.sandbox.readClock()
  const startedAt = performance.now()
  exam.tidyUp(() => exam.sandbox.moveClock({ set: Math.round(now + (isFrozen ? 0 : performance.now() - startedAt)) }))
  await exam.sandbox.moveClock({ advanceMs })
}
