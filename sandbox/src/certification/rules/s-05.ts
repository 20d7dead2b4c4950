import { z } from 'zod'
import { postToDoor } from '../ats-door.ts'
import { demand, demandSame } from '../demand.ts'
import { openJob, untilQuiet } from '../exam-jobs.ts'
import { exportToJob } from '../export-box.ts'
import { addNewcomer, demandOnceOnEach, demandUnknown, untilOnJob } from '../newcomer.ts'
import type { Exam, Rule } from '../rule.ts'
import { signBody, signChallenge, vectors } from '../signing.ts'
import { listFetchesOf } from '../wire-evidence.ts'

export const s05: Rule = {
  id: 'S-05',
  title: 'A push without the right signature is refused and changes nothing',
  source: 'a rule of our own: LinkedIn documents the signature, no module tries it',

  async run(exam) {
    const { driver } = exam
    const { recruiter } = driver.people
    await exam.step('The exam reckons digests as documented', async () => demandVectors())
    await exam.step('The address to be tried is the CALLBACK_URL that LinkedIn knows', () => demandKnownDoor(exam))
    const newcomer = await addNewcomer(exam)
    const { job, requestId } = await exam.step('A real export, whose own push is lost on the way', async () => {
      const opened = await openJob(exam, { team: [{ person: recruiter, role: 'recruiter' }], prospect: 'on' })
      await exam.sandbox.addFault({
        on: 'push',
        kind: 'lost',
        type: 'EXPORT_CANDIDATE_PROFILE',
        clientId: exam.clientId,
        count: 1,
      })
      return { job: opened, ...(await exportToJob(exam, recruiter, { newcomer, job: opened })) }
    })
    const outcomesBefore = await driver.listExportOutcomes()
    const right = aPush(driver.instance.clientSecret, requestId)
    for (const { what, body, signature } of listForgeries(driver.instance.clientSecret, right)) {
      await exam.step(`Refused: ${what}`, async () => {
        const { status } = await postToDoor(exam, { body, signature })
        demand(status >= 400 && status < 500, {
          expected: 'the push is refused with a status of 400 to 499',
          actual: `the answer is ${status}`,
        })
      })
    }
    await exam.step(
      'None of them had an effect: no call to exportedCandidates, nothing changed in the ATS',
      async () => {
        await untilQuiet(exam)
        const fetches = await listFetchesOf(exam, requestId)
        demandSame('the number of calls to exportedCandidates', { expected: 0, actual: fetches.length })
        await demandUnknown(exam, newcomer, [job])
        demandSame('what the ATS tells about exports', {
          expected: outcomesBefore,
          actual: await driver.listExportOutcomes(),
        })
      },
    )
    await exam.step('The right one is accepted, and the person appears on the job', async () => {
      const { status } = await postToDoor(exam, right)
      demand(status >= 200 && status < 300, {
        expected: 'it is acknowledged with 2xx',
        actual: `the answer is ${status}`,
      })
      await untilOnJob(exam, newcomer, job)
      await demandOnceOnEach(exam, newcomer, [job])
    })
  },
}

interface SignedPush {
  readonly body: string
  readonly signature: string
}

function aPush(clientSecret: string, requestId: string): SignedPush {
  const body = JSON.stringify({ type: 'EXPORT_CANDIDATE_PROFILE', requestId })
  return { body, signature: signBody(clientSecret, body) }
}

/** Each announces the real export, so that an ATS which takes one in does harm that can be seen. */
function listForgeries(clientSecret: string, right: SignedPush) {
  const { body, signature } = right
  const other = aPush(clientSecret, '1')
  const indented = JSON.stringify(JSON.parse(body), null, 2)
  return [
    { what: 'a digest made with another secret', body, signature: signBody(`${clientSecret}?`, body) },
    {
      what: 'a digest of the bare body, without hmacsha256= in what is signed',
      body,
      signature: signChallenge(clientSecret, body),
    },
    { what: 'a body that was altered after it was signed', body, signature: other.signature },
    { what: 'no signature header at all', body, signature: null },
    { what: 'the right digest with hmacsha256= before it in the header', body, signature: `hmacsha256=${signature}` },
    { what: 'the same JSON written anew, with other bytes', body: indented, signature },
  ]
}

function demandVectors(): void {
  const { clientSecret, pushes, challenge } = vectors
  for (const { body, digest } of pushes) {
    demandSame(`the digest of ${body}`, { expected: digest, actual: signBody(clientSecret, body) })
  }
  demandSame('the answer to the challenge', {
    expected: challenge.digest,
    actual: signChallenge(clientSecret, challenge.code),
  })
}

const configurationSchema = z.object({ clientId: z.string(), name: z.string(), value: z.string() })

async function demandKnownDoor(exam: Exam): Promise<void> {
  const configurations = await exam.sandbox.listRecords('configurations', configurationSchema)
  const known = configurations.find(each => each.clientId === exam.clientId && each.name === 'CALLBACK_URL')
  demandSame('the CALLBACK_URL', { expected: known?.value, actual: exam.driver.instance.callbackUrl })
}
