import { expect, test } from 'vitest'
import vectors from '../examples/signature-vectors.json'
import { answerChallenge, signatureHeaderName, signPush, verifyPush } from './signature.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

test.each(vectors.pushes)('signs and accepts $name', ({ secret, body, signature }) => {
  expect(signPush(secret, bytes(body))).toBe(signature)
  expect(verifyPush(secret, bytes(body), signature)).toBe(true)
})

test.each(vectors.refused)('refuses $name', ({ secret, body, header }) => {
  expect(verifyPush(secret, bytes(body), header)).toBe(false)
})

test('refuses an absent header', () => {
  expect(verifyPush('secret', bytes('{}'), undefined)).toBe(false)
})

test('refuses a digest of every other length', () => {
  const signature = signPush('secret', bytes('{}'))
  for (let length = 0; length < signature.length; length += 1) {
    expect(verifyPush('secret', bytes('{}'), signature.slice(0, length))).toBe(false)
  }
})

test.each(vectors.challenges)(
  'answers $name with exactly two members',
  ({ secret, challengeCode, challengeResponse }) => {
    expect(answerChallenge(secret, challengeCode)).toEqual({ challengeCode, challengeResponse })
  },
)

test('the header has the name that LinkedIn gives it', () => {
  expect(signatureHeaderName).toBe('X-LI-Signature')
})
