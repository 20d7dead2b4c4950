import { expect, test } from 'vitest'
import { parseUsage } from './process-usage.ts'
import { percentile, toFigures } from './statistics.ts'
import { judge } from './targets.ts'

test('a percentile is a value that was measured, and the smallest that so many do not exceed', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => index + 1)
  expect(percentile(hundred, 50)).toBe(50)
  expect(percentile(hundred, 95)).toBe(95)
  expect(percentile([1, 2, 3, 1000], 95)).toBe(1000)
  expect(percentile([7], 50)).toBe(7)
  expect(percentile([], 50)).toBeNaN()
})

test('figures come from times in any order', () => {
  expect(toFigures([30, 10, 20, 40], 2)).toEqual({ operations: 4, perSecond: 2, p50Ms: 20, p95Ms: 40 })
})

test('what a process has used is read from Linux, whatever the program is called', () => {
  const stat = `42 (node (x) y) S 1 42 42 0 -1 4194304 100 0 0 0 250 50 0 0 20 0 11 0 100 1000 200`
  const usage = parseUsage(stat, 'Name:\tnode\nVmHWM:\t  204800 kB\nVmRSS:\t  102400 kB\n')
  expect(usage).toEqual({ processorMs: 3_000, memoryMb: 100, highestMemoryMb: 200 })
})

test('a target counts as reached at the number of users that it speaks of', () => {
  const figures = (perSecond: number, p95Ms: number) => ({ operations: 1, perSecond, p50Ms: 1, p95Ms })
  const lines = [
    { workload: 'profile', users: 1, api: figures(500, 61), ratio: 0.6 },
    { workload: 'profile', users: 8, api: figures(1_900, 10), ratio: 0.1 },
    { workload: 'name search', users: 1, api: figures(50, 149) },
  ]
  const judged = judge(lines.slice(0, 2), 100_000)
  expect(judged.map(({ what, isReached }) => [what, isReached])).toEqual([
    ['p95 ms at one user', false],
    ['of the bare driver', true],
    ['operations a second', true],
  ])
  expect(judge(lines, 1_000_000).map(({ workload, isReached }) => [workload, isReached])).toEqual([
    ['name search', true],
  ])
})
