import type { Line } from './line.ts'

interface Target {
  /** At one user. */
  p95Ms?: number
  /** Operations of the API for one of the bare driver, at one user. */
  ratio?: number
  /** At the best number of users: ten times the fastest open ATS on a machine of the same size. */
  perSecond?: number
  p50Ms?: number
}

const targets: Record<string, Target> = {
  list: { p95Ms: 60, perSecond: 55 },
  'deep list': { p95Ms: 60, perSecond: 55 },
  profile: { p95Ms: 60, ratio: 0.6, perSecond: 1870 },
  'board of 200': { p95Ms: 60, ratio: 0.85, perSecond: 480 },
  'name search': { p95Ms: 60, perSecond: 180 },
  'boolean search': { p95Ms: 60, perSecond: 24 },
  create: { ratio: 0.7, perSecond: 4370 },
  'stage move': { ratio: 0.7, perSecond: 3390 },
  'export to card': { p50Ms: 1_000 },
}

export interface Judgement {
  workload: string
  what: string
  target: number
  found: number
  isReached: boolean
}

/** Where they are ten times as many, only searches have a time to keep. */
const ofAMillion: Record<string, Target> = { 'name search': { p95Ms: 150 }, 'boolean search': { p95Ms: 150 } }

/** What was aimed at, beside what was measured. */
export function judge(lines: readonly Line[], candidates: number): Judgement[] {
  return Object.entries(candidates < 1_000_000 ? targets : ofAMillion).flatMap(([workload, target]) => {
    const own = lines.filter(line => line.workload === workload)
    const alone = own.find(line => line.users === 1)
    if (!alone) return []
    const best = Math.max(...own.map(line => line.api.perSecond))
    return [
      atMost(workload, 'p95 ms at one user', target.p95Ms, alone.api.p95Ms),
      atMost(workload, 'p50 ms', target.p50Ms, alone.api.p50Ms),
      atLeast(workload, 'of the bare driver', target.ratio, alone.ratio),
      atLeast(workload, 'operations a second', target.perSecond, best),
    ].flatMap(one => (one ? [one] : []))
  })
}

function atMost(workload: string, what: string, target: number | undefined, found: number): Judgement | undefined {
  return target === undefined ? undefined : { workload, what, target, found, isReached: found <= target }
}

function atLeast(
  workload: string,
  what: string,
  target: number | undefined,
  found: number | undefined,
): Judgement | undefined {
  if (target === undefined || found === undefined) return undefined
  return { workload, what, target, found, isReached: found >= target }
}
