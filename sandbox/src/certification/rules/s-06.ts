import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { challengeDoor } from '../ats-door.ts'
import { registerCallbackUrl } from '../callback-registration.ts'
import { demand, demandSame, RuleBroken } from '../demand.ts'
import { advanceClock } from '../exam-clock.ts'
import type { Exam, Rule } from '../rule.ts'
import { signChallenge } from '../signing.ts'
import { listChallenges } from '../wire-evidence.ts'

const LONGEST_ANSWER_MS = 3_000
const TWO_HOURS_MS = 2 * 60 * 60 * 1000

export const s06: Rule = {
  id: 'S-06',
  title: 'A challenge is answered within 3 seconds, with the exact members and the right digest',
  source: "a rule of our own, from LinkedIn's description of webhook validation; no module tries it",

  async run(exam) {
    const challengeCode = randomUUID()
    const answer = await exam.step(
      'A challenge is answered with 200 and application/json within 3 seconds',
      async () => {
        const given = await challengeDoor(exam, challengeCode)
        demandSame('the status', { expected: 200, actual: given.status })
        demand(/^application\/json\b/i.test(given.contentType), {
          expected: 'the content type is application/json',
          actual: `it is "${given.contentType}"`,
        })
        demand(given.durationMs <= LONGEST_ANSWER_MS, {
          expected: 'the answer takes 3 seconds at most',
          actual: `it took ${given.durationMs} ms`,
        })
        return readObject(given.text)
      },
    )
    await exam.step('The answer has the members challengeCode and challengeResponse, and no others', async () =>
      demandSame('the list of members', {
        expected: ['challengeCode', 'challengeResponse'],
        actual: Object.keys(answer).toSorted(),
      }),
    )
    await exam.step('challengeCode is the one of the challenge', async () =>
      demandSame('challengeCode', { expected: challengeCode, actual: answer.challengeCode }),
    )
    await exam.step('challengeResponse is the right digest, in lower case', async () => {
      const expected = signChallenge(exam.driver.instance.clientSecret, challengeCode)
      demandSame('challengeResponse', { expected, actual: answer.challengeResponse })
    })
    await exam.step('Registered once more by the exam, the address is validated by LinkedIn at once', async () => {
      await registerCallbackUrl(exam.sandbox.url, { clientId: exam.clientId, ...exam.driver.instance })
      await exam.sandbox.settle()
      await demandValidations(exam, 1)
    })
    for (const [index, round] of ['Two hours', 'Four hours'].entries()) {
      await exam.step(`${round} later LinkedIn has validated it again`, async () => {
        await advanceClock(exam, TWO_HOURS_MS)
        await exam.sandbox.settle()
        await demandValidations(exam, index + 2)
      })
    }
  },
}

const endpointSchema = z.object({
  clientId: z.string(),
  state: z.string(),
  failuresInRow: z.number(),
  lastFailure: z.string().nullable(),
})

/** The exam's own challenge passes no sandbox, so these are LinkedIn's. */
async function demandValidations(exam: Exam, count: number): Promise<void> {
  const challenges = await listChallenges(exam)
  demandSame('the number of challenges on the wire', { expected: count, actual: challenges.length })
  const slow = challenges.find(call => call.durationMs > LONGEST_ANSWER_MS)
  demand(slow === undefined, {
    expected: 'each is answered within 3 seconds',
    actual: `one took ${slow?.durationMs} ms`,
  })
  const endpoints = await exam.sandbox.listRecords('callbackEndpoints', endpointSchema)
  const endpoint = endpoints.find(each => each.clientId === exam.clientId)
  demand(endpoint?.state === 'validated' && endpoint.failuresInRow === 0, {
    expected: 'LinkedIn calls the address validated',
    actual: `it calls it ${endpoint?.state ?? 'unknown'}: ${endpoint?.lastFailure ?? 'no reason is given'}`,
  })
}

function readObject(text: string): Record<string, unknown> {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text))
  } catch {
    throw new RuleBroken({ expected: 'the answer is a JSON object', actual: `it begins with ${text.slice(0, 80)}` })
  }
}
