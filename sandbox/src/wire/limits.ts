import { Refusal } from '../refusal.ts'
import type { RawCall } from './raw-call.ts'

const MOST_RECORDS = 100
const KILOBYTE = 1024

/** Sizes of the request as it was sent, before anything in it is understood. */
export function checkSizes(call: RawCall): void {
  const uri = call.query === '' ? call.path : `${call.path}?${call.query}`
  const head = Object.entries(call.headers).reduce(
    (sum, [name, value]) => sum + size(name) + size(value) + 4,
    size(uri),
  )
  check('query string', size(call.query), 4 * KILOBYTE)
  check('path segment', Math.max(...call.path.split('/').map(size)), 4 * KILOBYTE)
  check('URL', size(`http://${call.headers.host ?? ''}${uri}`), 8 * KILOBYTE)
  check('request head', head, 28 * KILOBYTE)
}

export function checkRecordCount(count: number): void {
  if (count > MOST_RECORDS) {
    throw new Refusal(
      400,
      'too-many-records',
      `Batch size ${count} is more than the maximum of ${MOST_RECORDS} records`,
    )
  }
}

function check(what: string, bytes: number, limit: number): void {
  if (bytes > limit) {
    throw new Refusal(414, 'too-long', `Request-URI Too Long: ${what} has ${bytes} bytes, the limit is ${limit}`)
  }
}

function size(text: string): number {
  return Buffer.byteLength(text)
}
