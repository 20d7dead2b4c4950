import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { root } from './bundle.mjs'
import { runProgram } from './processes.mjs'

/**
 * @typedef {{ passed: number, failed: number, failures?: string[] }} Tally
 * @typedef {{ success: boolean, numPassedTests: number, numFailedTests: number, testResults: FileResult[] }} Report
 * @typedef {{ name?: string, status: string, message?: string, assertionResults: TestResult[] }} FileResult
 * @typedef {{ status: string, fullName?: string, failureMessages?: string[] }} TestResult
 */

/**
 * Runs one vitest project, streaming its output, and counts what its JSON reporter wrote.
 *
 * @param {string} project
 * @param {{ files?: string[], env?: Record<string, string | undefined> }} options
 * @returns {Promise<Tally>}
 */
export async function runVitest(project, options = {}) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lodestone-tests-'))
  const reportFile = path.join(folder, 'report.json')
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs')
  const outsideFile = path.join(folder, 'outside-errors.json')
  const outside = path.join(root, 'scripts/outside-errors.mjs')
  const reporters = [
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reportFile}`,
    `--reporter=${outside}`,
  ]
  const parameters = [vitest, 'run', '--project', project, ...reporters, ...(options.files ?? [])]
  const env = { ...options.env, LODESTONE_OUTSIDE_ERRORS: outsideFile }
  const { code } = await runProgram(process.execPath, parameters, { env })
  try {
    return countReport(readReport(reportFile), code, readReport(outsideFile))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * A file that could not be loaded holds no test, and an error outside every test fails none: both count as one failure.
 *
 * @param {Report | undefined} report
 * @param {number} code
 * @param {string[]} [outsideErrors]
 * @returns {Tally}
 */
export function countReport(report, code, outsideErrors = []) {
  if (!report) return { passed: 0, failed: 1, failures: outsideErrors }
  const brokenFiles = report.testResults.filter(
    file => file.status === 'failed' && !file.assertionResults.some(test => test.status === 'failed'),
  )
  const failed = report.numFailedTests + brokenFiles.length
  const ranNothing = report.numPassedTests + failed === 0
  const failures = [...report.testResults.flatMap(describeFailures), ...outsideErrors]
  const isBroken = failed === 0 && (code !== 0 || ranNothing)
  if (isBroken && failures.length === 0) failures.push(`vitest ended with ${code}, and no test failed`)
  return { passed: report.numPassedTests, failed: isBroken ? 1 : failed, failures }
}

/**
 * One line for each thing that failed in a file: what, and the first line of why.
 *
 * @param {FileResult} file
 */
function describeFailures(file) {
  if (file.status !== 'failed') return []
  const place = path.relative(root, file.name ?? root)
  const failed = file.assertionResults.filter(test => test.status === 'failed')
  if (failed.length === 0) return [`${place}: ${firstLine(file.message)}`]
  return failed.map(test => `${place} > ${test.fullName ?? ''}: ${firstLine(test.failureMessages?.[0])}`)
}

/** @param {string} [text] */
function firstLine(text) {
  return (text ?? 'no reason given').split('\n', 1)[0]?.slice(0, 300) ?? ''
}

/** @param {Tally[]} tallies @returns {Tally} */
export function sumTallies(tallies) {
  return {
    passed: tallies.reduce((sum, tally) => sum + tally.passed, 0),
    failed: tallies.reduce((sum, tally) => sum + tally.failed, 0),
    failures: tallies.flatMap(tally => tally.failures ?? []),
  }
}

/**
 * Prints what failed, minutes per part, then the one closing line, and sets the exit code.
 *
 * @param {{ name: string, tally: Tally, milliseconds: number }[]} parts
 */
export function close(parts) {
  console.log('')
  const total = sumTallies(parts.map(part => part.tally))
  for (const failure of total.failures ?? []) console.log(`failed: ${failure}`)
  for (const { name, tally, milliseconds } of parts) {
    console.log(`${name.padEnd(24)} ${minutes(milliseconds)} min  ${tally.passed} passed, ${tally.failed} failed`)
  }
  closingLine(total)
}

/** @param {Tally} tally */
export function closingLine({ passed, failed }) {
  if (passed + failed === 0) console.log('Nothing ran.')
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0
}

/**
 * Runs one part and times it. What stops it before its first test counts as one failure.
 *
 * @param {string} name
 * @param {() => Promise<Tally>} work
 */
export async function runPart(name, work) {
  const startedAt = performance.now()
  console.log(`\n${name}`)
  const tally = await work().catch(error => {
    console.error(error instanceof Error ? error.message : error)
    return { passed: 0, failed: 1, failures: [`${name}: ${firstLine(String(error))}`] }
  })
  return { name, tally, milliseconds: performance.now() - startedAt }
}

/** @param {number} milliseconds */
function minutes(milliseconds) {
  return (milliseconds / 60_000).toFixed(1).padStart(5)
}

/** @param {string} file @returns {any} */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
