import { expect, test } from 'vitest'
import { isKnownPushType, MalformedPushError, parsePush } from './push.ts'

test('reads the bytes of a push', () => {
  const bytes = new TextEncoder().encode('{"type":"EXPORT_CANDIDATE_PROFILE","requestId":"900712"}')
  expect(parsePush(bytes)).toEqual({ type: 'EXPORT_CANDIDATE_PROFILE', requestId: '900712' })
})

test('a request id in digits keeps all of them', () => {
  expect(parsePush('{"requestId": 9007199254740993123 , "type":"X"}').requestId).toBe('9007199254740993123')
  expect(parsePush('{"type":"X","requestId":900712}').requestId).toBe('900712')
})

test.each([
  ['no JSON', 'hello'],
  ['nothing', ''],
  ['a text', '"x"'],
  ['null', 'null'],
  ['no request id', '{"type":"X"}'],
  ['no kind', '{"requestId":"1"}'],
  ['an empty request id', '{"type":"X","requestId":""}'],
  ['a fraction as request id', '{"type":"X","requestId":1.5}'],
])('%s is refused', (_, body) => {
  expect(() => parsePush(body)).toThrow(MalformedPushError)
})

test('the message says what is missing', () => {
  expect(() => parsePush('{"type":"X"}')).toThrow(/requestId is missing/)
})

test('knows the two kinds of RSC and no other', () => {
  expect(isKnownPushType('INTEGRATION_STATUS_CHANGE')).toBe(true)
  expect(isKnownPushType('EXPORT_CANDIDATE_PROFILE')).toBe(true)
  expect(isKnownPushType('toString')).toBe(false)
})
