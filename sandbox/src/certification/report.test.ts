import { expect, test } from 'vitest'
import type { EvidenceCall, RuleResult } from './hold-exam.ts'
import { countResults, describeResult } from './report.ts'

const challenge: EvidenceCall = {
  who: 'LinkedIn to ATS',
  at: Date.UTC(2026, 2, 14, 9, 26, 53, 589),
  durationMs: 12.4,
  method: 'GET',
  path: 'http://localhost:3000/hooks/linkedin/9f2c',
  query: 'challengeCode=5f0c',
  status: 200,
}
const fetched: EvidenceCall = {
  ...challenge,
  who: 'ATS to LinkedIn',
  at: challenge.at + 3_600_000,
  path: '/v2/exportedCandidates',
  query: 'q=request&requestId=7',
}
const passed: RuleResult = {
  rule: { id: 'TC6', title: 'Export a person', source: 'a page', leftOut: 'the widget' },
  passed: true,
  steps: [{ name: 'The person arrives', broken: null }],
  calls: [challenge, { ...challenge, durationMs: 200 }, fetched, { ...fetched, status: null }],
  leftBehind: [],
  durationMs: 1_449,
}
const failed: RuleResult = {
  rule: { id: 'S-05', title: 'Signatures', source: 'our own' },
  passed: false,
  steps: [
    { name: 'First', broken: null },
    { name: 'Second', broken: { expected: 'a refusal', actual: 'the answer is 200' } },
    { name: 'Prepare the next step', broken: { expected: null, actual: 'The ATS answered 500.' } },
  ],
  calls: [{ ...fetched, query: `ids=${'x'.repeat(200)}` }],
  leftBehind: ['The job could not be closed.'],
  durationMs: 20,
}

test('a kept rule: steps, calls with equal ones as one, verdict', () => {
  expect(describeResult(passed).split('\n')).toEqual([
    'TC6  Export a person',
    '    Source: a page',
    '    Not tried: the widget',
    '    pass  The person arrives',
    "    On the wire, by the sandbox's clock: 4 calls",
    '      03-14 09:26:53.589  LinkedIn to ATS  200  200 ms  GET http://localhost:3000/hooks/linkedin/9f2c  (2 times)',
    '      03-14 10:26:53.589  ATS to LinkedIn  200   12 ms  GET /v2/exportedCandidates?q=request&requestId=7',
    '      03-14 10:26:53.589  ATS to LinkedIn none   12 ms  GET /v2/exportedCandidates?q=request&requestId=7',
    '    TC6 passed in 1.4 s',
  ])
})

test('a broken rule: what was expected and what was found', () => {
  const lines = describeResult(failed).split('\n')
  expect(lines.slice(2, 8)).toEqual([
    '    pass  First',
    '    FAIL  Second',
    '          expected: a refusal',
    '          actual: the answer is 200',
    '    FAIL  Prepare the next step',
    '          error: The ATS answered 500.',
  ])
  expect(lines[8]).toBe("    On the wire, by the sandbox's clock: 1 call")
  expect(lines[9]?.length).toBeLessThan(210)
  expect(lines.slice(10)).toEqual(['    Left behind: The job could not be closed.', '    S-05 FAILED in 0.0 s'])
})

test('results are counted by rule', () => {
  expect(countResults([passed, failed, passed])).toEqual({ passed: 2, failed: 1 })
})
