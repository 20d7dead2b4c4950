import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './bundle.mjs'

/**
 * A Vitest reporter for what its JSON report leaves out: errors that no test waited for, and workers that died. Writes one line each.
 *
 * @implements {import('vitest/node').Reporter}
 */
export default class OutsideErrors {
  /**
   * @param {ReadonlyArray<import('vitest/node').TestModule>} _files
   * @param {ReadonlyArray<OutsideError>} errors
   */
  onTestRunEnd(_files, errors) {
    const file = process.env.LODESTONE_OUTSIDE_ERRORS
    if (file) writeFileSync(file, JSON.stringify(errors.map(describeOutsideError)))
  }
}

/**
 * @typedef {{ message?: string, stack?: string, name?: string, VITEST_TEST_PATH?: string }} OutsideError
 * @param {OutsideError} error
 */
export function describeOutsideError(error) {
  const place = error.VITEST_TEST_PATH ? path.relative(root, error.VITEST_TEST_PATH) : 'no file'
  const said = (error.message ?? '').split('\n', 1)[0]?.slice(0, 300)
  const frames = (error.stack ?? '').split('\n').filter(line => line.includes(root) && !line.includes('node_modules'))
  const from = frames.slice(0, 3).map(line => line.trim().replaceAll(`${root}/`, ''))
  return [`${place}, outside every test: ${error.name ?? 'Error'}: ${said}`, ...from].join(' ')
}
