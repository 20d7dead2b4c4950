import path from 'node:path'
import { expect, test } from 'vitest'
import { root } from './bundle.mjs'
import { describeOutsideError } from './outside-errors.mjs'
import { countReport, sumTallies } from './tally.mjs'

const passedFile = { status: 'passed', assertionResults: [{ status: 'passed' }] }

test('tests are counted as vitest reports them', () => {
  const failedFile = { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] }
  const report = { success: false, numPassedTests: 2, numFailedTests: 1, testResults: [passedFile, failedFile] }
  expect(countReport(report, 1)).toMatchObject({ passed: 2, failed: 1 })
})

test('what failed is named with the first line of why', () => {
  const failedTest = { status: 'failed', fullName: 'a door opens', failureMessages: ['Error: it is locked\n    at x'] }
  const failedFile = { name: path.join(root, 'app/door.test.ts'), status: 'failed', assertionResults: [failedTest] }
  const broken = {
    name: path.join(root, 'app/key.test.ts'),
    status: 'failed',
    message: 'no such module',
    assertionResults: [],
  }
  const report = { success: false, numPassedTests: 1, numFailedTests: 1, testResults: [passedFile, failedFile, broken] }
  expect(countReport(report, 1).failures).toEqual([
    'app/door.test.ts > a door opens: Error: it is locked',
    'app/key.test.ts: no such module',
  ])
})

test('a file that could not be loaded counts as a failure', () => {
  const broken = { status: 'failed', assertionResults: [] }
  const report = { success: false, numPassedTests: 1, numFailedTests: 0, testResults: [passedFile, broken] }
  expect(countReport(report, 1)).toMatchObject({ passed: 1, failed: 1 })
})

test('an error outside every test, no report and no test at all are failures', () => {
  const fine = { success: true, numPassedTests: 1, numFailedTests: 0, testResults: [passedFile] }
  expect(countReport(fine, 1)).toMatchObject({ passed: 1, failed: 1 })
  expect(countReport(undefined, 1)).toEqual({ passed: 0, failed: 1, failures: [] })
  expect(countReport({ ...fine, numPassedTests: 0, testResults: [] }, 0)).toMatchObject({ passed: 0, failed: 1 })
  expect(countReport(fine, 0)).toMatchObject({ passed: 1, failed: 0 })
})

test('tallies add up', () => {
  expect(
    sumTallies([
      { passed: 2, failed: 0 },
      { passed: 3, failed: 1 },
    ]),
  ).toEqual({ passed: 5, failed: 1, failures: [] })
  expect(sumTallies([])).toEqual({ passed: 0, failed: 0, failures: [] })
})

test('an error outside every test is told with its file and where it came from', () => {
  const stack = `Error: too late\n    at close (${root}/app/src/door.ts:3:1)\n    at ${root}/node_modules/pg/x.js:1:1`
  const error = { name: 'Error', message: 'too late', stack, VITEST_TEST_PATH: `${root}/app/door.test.ts` }
  const line = 'app/door.test.ts, outside every test: Error: too late at close (app/src/door.ts:3:1)'
  expect(describeOutsideError(error)).toBe(line)
  const fine = { success: true, numPassedTests: 1, numFailedTests: 0, testResults: [passedFile] }
  expect(countReport(fine, 1, [line])).toEqual({ passed: 1, failed: 1, failures: [line] })
  expect(countReport(fine, 1).failures).toEqual(['vitest ended with 1, and no test failed'])
})
