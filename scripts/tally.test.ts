import { expect, test } from 'vitest'
import { countReport, sumTallies } from './tally.mjs'

const passedFile = { status: 'passed', assertionResults: [{ status: 'passed' }] }

test('tests are counted as vitest reports them', () => {
  const failedFile = { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] }
  const report = { success: false, numPassedTests: 2, numFailedTests: 1, testResults: [passedFile, failedFile] }
  expect(countReport(report, 1)).toEqual({ passed: 2, failed: 1 })
})

test('a file that could not be loaded counts as a failure', () => {
  const broken = { status: 'failed', assertionResults: [] }
  const report = { success: false, numPassedTests: 1, numFailedTests: 0, testResults: [passedFile, broken] }
  expect(countReport(report, 1)).toEqual({ passed: 1, failed: 1 })
})

test('an error outside every test, no report and no test at all are failures', () => {
  const fine = { success: true, numPassedTests: 1, numFailedTests: 0, testResults: [passedFile] }
  expect(countReport(fine, 1)).toEqual({ passed: 1, failed: 1 })
  expect(countReport(undefined, 1)).toEqual({ passed: 0, failed: 1 })
  expect(countReport({ ...fine, numPassedTests: 0, testResults: [] }, 0)).toEqual({ passed: 0, failed: 1 })
  expect(countReport(fine, 0)).toEqual({ passed: 1, failed: 0 })
})

test('tallies add up', () => {
  expect(
    sumTallies([
      { passed: 2, failed: 0 },
      { passed: 3, failed: 1 },
    ]),
  ).toEqual({ passed: 5, failed: 1 })
  expect(sumTallies([])).toEqual({ passed: 0, failed: 0 })
})
