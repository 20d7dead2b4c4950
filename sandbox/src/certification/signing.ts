import { createHmac } from 'node:crypto'

// Written from the description and not taken from the rsc code: an examiner does not copy.
const SIGNED_PREFIX = 'hmacsha256='

export const SIGNATURE_HEADER = 'X-LI-Signature'

export function signBody(clientSecret: string, body: string): string {
  return digestOf(clientSecret, SIGNED_PREFIX + body)
}

/** What a challenge is answered with: the same arithmetic, without the prefix. */
export function signChallenge(clientSecret: string, challengeCode: string): string {
  return digestOf(clientSecret, challengeCode)
}

/** Digests that are known to be right. The exam tries itself on them before it blames an ATS. */
export const vectors = {
  clientSecret: 'example-secret-not-real',
  pushes: [
    {
      body: '{"type":"EXPORT_CANDIDATE_PROFILE","requestId":"840021937"}',
      digest: '4b45ea574d45a3236ae3ec4a2420b15cdda0db229f452b0cb933f7c4d4145efd',
    },
    {
      body: '{"type":"INTEGRATION_STATUS_CHANGE","requestId":"840021901"}',
      digest: '86e95d832c284d67bda954f5e294f01ee2c25472c351d4779cf28b058fa55fa7',
    },
  ],
  challenge: {
    code: '5f0c1e0a-7a2f-4c55-9a0e-2f1d8c3b6a41',
    digest: 'd5c21222fcbb1d153c06a763ca8deef07015d2d24fea19d75e6367c6fe39f231',
  },
} as const

function digestOf(key: string, message: string): string {
  return createHmac('sha256', key).update(message, 'utf8').digest('hex')
}
