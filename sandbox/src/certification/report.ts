import type { EvidenceCall, RuleResult, StepResult } from './hold-exam.ts'

/** One rule as text: its steps, what was seen on the wire, and the verdict. */
export function describeResult(result: RuleResult): string {
  const { rule, steps, calls, leftBehind, passed, durationMs } = result
  const seconds = (durationMs / 1000).toFixed(1)
  return [
    `${rule.id}  ${rule.title}`,
    `    Source: ${rule.source}`,
    ...(rule.leftOut === undefined ? [] : [`    Not tried: ${rule.leftOut}`]),
    ...steps.flatMap(describeStep),
    `    On the wire, by the sandbox's clock: ${countOf(calls.length, 'call')}`,
    ...describeCalls(calls),
    ...leftBehind.map(what => `    Left behind: ${what}`),
    `    ${rule.id} ${passed ? 'passed' : 'FAILED'} in ${seconds} s`,
  ].join('\n')
}

export function countResults(results: readonly RuleResult[]): { passed: number; failed: number } {
  const passed = results.filter(result => result.passed).length
  return { passed, failed: results.length - passed }
}

/** Why a rule failed, in one line; for a test's message. */
export function explainFailure({ rule, steps }: RuleResult): string | null {
  const broken = steps.find(step => step.broken !== null)
  if (steps.length === 0) return `${rule.id} has no steps.`
  if (!broken?.broken) return null
  const { expected, actual } = broken.broken
  return `${rule.id}, "${broken.name}": ${expected === null ? '' : `expected: ${expected}; actual: `}${actual}`
}

function describeStep({ name, broken }: StepResult): string[] {
  if (broken === null) return [`    pass  ${name}`]
  return [
    `    FAIL  ${name}`,
    ...(broken.expected === null ? [] : [`          expected: ${broken.expected}`]),
    `          ${broken.expected === null ? 'error' : 'actual'}: ${broken.actual}`,
  ]
}

/** The same call again and again, such as a day of challenges, is one line. */
function describeCalls(calls: readonly EvidenceCall[]): string[] {
  const groups: EvidenceCall[][] = []
  for (const call of calls) {
    const group = groups.at(-1)
    if (group?.[0] !== undefined && isSameKind(group[0], call)) group.push(call)
    else groups.push([call])
  }
  return groups.flatMap(group => {
    const [first] = group
    if (first === undefined) return []
    const slowest = Math.max(...group.map(call => call.durationMs))
    const what = group.length > 1 ? `${first.path}  (${group.length} times)` : addressOf(first)
    const status = String(first.status ?? 'none').padStart(4)
    const took = `${Math.round(slowest)} ms`.padStart(7)
    return [`      ${timeOf(first.at)}  ${first.who.padEnd(15)} ${status} ${took}  ${first.method} ${what}`]
  })
}

function isSameKind(a: EvidenceCall, b: EvidenceCall): boolean {
  return a.who === b.who && a.method === b.method && a.path === b.path && a.status === b.status
}

const LONGEST_ADDRESS = 140

function addressOf({ path, query }: EvidenceCall): string {
  const address = query === '' ? path : `${path}?${query}`
  return address.length > LONGEST_ADDRESS ? `${address.slice(0, LONGEST_ADDRESS)}…` : address
}

/** `03-14 09:26:53.589`, in UTC. */
function timeOf(at: number): string {
  return new Date(at).toISOString().slice(5, 23).replace('T', ' ')
}

function countOf(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}
