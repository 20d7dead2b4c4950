import { expect, test } from 'vitest'
import { readAnswer, readJson, requireSuccess } from './answer.ts'
import {
  buildFailure,
  buildNetworkFailure,
  buildNotFoundFailure,
  classifyStatus,
  LinkedInFailure,
  type RawAnswer,
  readRecordError,
  withRetry,
} from './errors.ts'
import { meAnswerSchema } from './me.ts'

const answer = (status: number, bodyText: string, headers: Record<string, string> = {}): RawAnswer => ({
  status,
  bodyText,
  headers,
  receivedAtMs: Date.UTC(2025, 2, 3, 12, 0, 0),
})

test.each([
  [400, 'badRequest', 'never'],
  [401, 'unauthorized', 'afterToken'],
  [402, 'paymentRequired', 'never'],
  [403, 'forbidden', 'never'],
  [404, 'notFound', 'never'],
  [405, 'badRequest', 'never'],
  [408, 'server', 'later'],
  [409, 'conflict', 'never'],
  [413, 'tooLong', 'never'],
  [414, 'tooLong', 'never'],
  [418, 'badRequest', 'never'],
  [422, 'invalid', 'never'],
  [429, 'rateLimited', 'later'],
  [500, 'server', 'later'],
  [503, 'server', 'later'],
  [504, 'server', 'later'],
  [302, 'server', 'later'],
])('status %i is %s, to be repeated %s', (status, kind, retry) => {
  expect(classifyStatus(status)).toEqual({ kind, retry })
  expect(buildFailure(answer(status, ''))).toMatchObject({ kind, retry, status, linkedInMessage: null })
})

test("LinkedIn's own words and code are kept", () => {
  const body = '{"message":"Not enough permissions to access: POST /x","serviceErrorCode":100,"status":403}'
  const failure = buildFailure(answer(403, body))
  expect(failure).toMatchObject({ linkedInMessage: 'Not enough permissions to access: POST /x', serviceErrorCode: 100 })
  expect(failure.message).toContain('403')
  expect(failure.message).toContain('Not enough permissions to access: POST /x')
  expect(failure).toBeInstanceOf(Error)
})

test('the status of HTTP counts, not the one in the body', () => {
  expect(buildFailure(answer(500, '{"message":"odd","status":400}')).kind).toBe('server')
})

test('an OAuth error keeps both of its words', () => {
  const both = buildFailure(answer(401, '{"error":"invalid_client","error_description":"The secret is wrong"}'))
  expect(both.linkedInMessage).toBe('invalid_client: The secret is wrong')
  expect(buildFailure(answer(400, '{"error":"invalid_grant"}')).linkedInMessage).toBe('invalid_grant')
})

test.each([
  ['plain text', 'upstream request timeout', 'upstream request timeout'],
  [
    'a page of HTML',
    '<html><head><style>b{color:red}</style><title>502</title></head><body><b>Bad</b>\n gateway<script>x()</script></body></html>',
    '502 Bad gateway',
  ],
  ['a JSON text', '"no"', '"no"'],
  ['nothing', '', null],
  ['white space', ' \n ', null],
  ['an object without words', '{}', null],
])('%s as body of an error', (_, body, words) => {
  expect(buildFailure(answer(502, body)).linkedInMessage).toBe(words)
})

test('a long page is cut', () => {
  expect(buildFailure(answer(502, 'x'.repeat(5000))).linkedInMessage).toHaveLength(300)
})

test.each([
  ['120', 120],
  ['Mon, 03 Mar 2025 12:01:30 GMT', 90],
  ['Mon, 03 Mar 2025 11:00:00 GMT', 0],
  ['soon', null],
  ['', null],
])('Retry-After "%s" is %s seconds', (value, seconds) => {
  expect(buildFailure(answer(429, '', { 'retry-after': value })).retryAfterSeconds).toBe(seconds)
})

test('without Retry-After there is no advice', () => {
  expect(buildFailure(answer(429, '')).retryAfterSeconds).toBeNull()
})

test('an error of one record: every field is optional', () => {
  expect(readRecordError({ status: 422, message: 'ERROR :: /note :: field is required' }, 500)).toMatchObject({
    kind: 'invalid',
    retry: 'never',
    status: 422,
    message: 'ERROR :: /note :: field is required',
  })
  expect(readRecordError({ code: 'DUPLICATE' }, 409)).toMatchObject({ kind: 'conflict', message: 'DUPLICATE' })
  expect(readRecordError(null, 500)).toMatchObject({ kind: 'server', retry: 'later', status: 500 })
  expect(readRecordError('odd', 400).message).toContain('400')
})

test('a successful answer that is not JSON, or not the documented JSON, is a server failure', () => {
  const read = (bodyText: string) => () => readAnswer(answer(200, bodyText), meAnswerSchema)
  expect(read('<html>')).toThrow(expect.objectContaining({ kind: 'server', retry: 'later', status: 200 }))
  expect(read('{"ID":"x"}')).toThrow(/id:/)
  expect(read('{"id":"x"}')()).toEqual({ personId: 'x', personUrn: 'urn:li:person:x' })
})

test('the message of an unreadable answer does not repeat the values in it', () => {
  expect(() => readAnswer(answer(200, '{"id":["noor@mail.example"]}'), meAnswerSchema)).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining('noor') }),
  )
})

test('only 2xx passes as success', () => {
  for (const status of [200, 201, 204, 299]) expect(() => requireSuccess(answer(status, ''))).not.toThrow()
  for (const status of [199, 301, 400, 500]) expect(() => requireSuccess(answer(status, ''))).toThrow(LinkedInFailure)
  expect(() => readJson(answer(404, '{}'))).toThrow(expect.objectContaining({ kind: 'notFound' }))
})

test('failures without an answer and changed verdicts keep their cause', () => {
  const cause = new Error('socket hang up')
  const silent = buildNetworkFailure('socket hang up', cause)
  expect(silent).toMatchObject({ kind: 'network', retry: 'later', status: 0, cause })
  const refused = buildFailure(answer(401, '{"message":"Invalid access token"}'))
  expect(withRetry(refused, 'never')).toMatchObject({
    kind: 'unauthorized',
    retry: 'never',
    linkedInMessage: 'Invalid access token',
    cause: refused,
  })
  expect(buildNotFoundFailure('this')).toMatchObject({ kind: 'notFound', status: 404, retry: 'never' })
})
