import { expect, test } from 'vitest'
import { signBody, signChallenge, vectors } from './signing.ts'

test('digests are the documented ones', () => {
  const { clientSecret, pushes, challenge } = vectors
  expect(pushes.map(({ body }) => signBody(clientSecret, body))).toEqual(pushes.map(({ digest }) => digest))
  expect(signChallenge(clientSecret, challenge.code)).toBe(challenge.digest)
})

test('the prefix belongs to what is signed', () => {
  const body = vectors.pushes[0].body
  expect(signBody('secret', body)).toBe(signChallenge('secret', `hmacsha256=${body}`))
  expect(signBody('secret', body)).not.toBe(signChallenge('secret', body))
})
