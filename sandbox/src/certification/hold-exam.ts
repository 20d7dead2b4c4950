import type { AtsDriver } from './ats-driver.ts'
import { RuleBroken } from './demand.ts'
import { untilQuiet } from './exam-jobs.ts'
import type { Exam, OwnCall, Rule } from './rule.ts'
import type { SandboxControl, SeenCall } from './sandbox-control.ts'

export interface StepResult {
  readonly name: string
  /** Null: kept. */
  readonly broken: { readonly expected: string | null; readonly actual: string } | null
}

export interface RuleResult {
  readonly rule: Pick<Rule, 'id' | 'title' | 'source' | 'leftOut'>
  readonly passed: boolean
  readonly steps: readonly StepResult[]
  readonly calls: readonly EvidenceCall[]
  /** What could not be put back afterwards. */
  readonly leftBehind: readonly string[]
  readonly durationMs: number
}

export interface EvidenceCall extends OwnCall {
  readonly who: 'ATS to LinkedIn' | 'LinkedIn to ATS' | 'exam to ATS'
  readonly query: string
}

export interface ExamPlace {
  readonly driver: AtsDriver
  readonly sandbox: SandboxControl
  readonly clientId: string
  readonly patienceMs: number
}

/** Tries one rule, collects what was seen on the wire, and puts the world back in order. */
export async function holdExam(place: ExamPlace, rule: Rule): Promise<RuleResult> {
  const { sandbox, clientId } = place
  const startedAt = performance.now()
  let after = await sandbox.lastCallNumber()
  const steps: StepResult[] = []
  const ownCalls: OwnCall[] = []
  const others = new Set<string>()
  const toTidyUp: (() => Promise<unknown>)[] = [() => sandbox.clearFaults()]
  const exam: Exam = {
    ...place,
    step: async (name, check) => {
      try {
        const found = await check()
        steps.push({ name, broken: null })
        return found
      } catch (error) {
        steps.push({ name, broken: readBreak(error) })
        throw new StepBroken()
      }
    },
    tidyUp: work => void toTidyUp.push(work),
    listCalls: () => sandbox.listCalls({ clientId, after }),
    watch: other => void others.add(other),
    recordOwnCall: call => void ownCalls.push(call),
    nextTag,
  }
  try {
    await sandbox.clearFaults()
    await untilQuiet(exam)
    after = await sandbox.lastCallNumber()
    await rule.run(exam)
  } catch (error) {
    // Around the steps there is only what they need, so they cannot be tried without it.
    if (!(error instanceof StepBroken)) steps.push({ name: 'Prepare the next step', broken: readBreak(error) })
  }
  const seen = await Promise.all([clientId, ...others].map(each => sandbox.listCalls({ clientId: each, after })))
  const calls = joinCalls(seen.flat(), ownCalls)
  const leftBehind = await tidyUp(exam, toTidyUp)
  const { id, title, source, leftOut } = rule
  return {
    rule: { id, title, source, ...(leftOut === undefined ? {} : { leftOut }) },
    passed: steps.length > 0 && steps.every(step => step.broken === null),
    steps,
    calls,
    leftBehind,
    durationMs: Math.round(performance.now() - startedAt),
  }
}

/** Ends the rule; what was broken is with the step already. */
class StepBroken extends Error {}

function readBreak(error: unknown): StepResult['broken'] {
  if (error instanceof RuleBroken) return { expected: error.expected, actual: error.actual }
  return { expected: null, actual: error instanceof Error ? error.message : String(error) }
}

async function tidyUp(exam: Exam, works: readonly (() => Promise<unknown>)[]): Promise<string[]> {
  const leftBehind: string[] = []
  for (const work of [...works.toReversed(), () => untilQuiet(exam)]) {
    try {
      await work()
    } catch (error) {
      leftBehind.push(error instanceof Error ? error.message : String(error))
    }
  }
  return leftBehind
}

function joinCalls(seen: readonly SeenCall[], own: readonly OwnCall[]): EvidenceCall[] {
  const recorded = seen.map(({ direction, at, durationMs, method, path, query, status }) => ({
    who: direction === 'in' ? ('ATS to LinkedIn' as const) : ('LinkedIn to ATS' as const),
    ...{ at, durationMs, method, path, query, status },
  }))
  const ours = own.map(call => ({ ...call, who: 'exam to ATS' as const, query: '' }))
  return [...recorded, ...ours].sort((a, b) => a.at - b.at)
}

let tags = 0

function nextTag(): string {
  tags += 1
  return `${Date.now().toString(36)}-${tags}`
}
