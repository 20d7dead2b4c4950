import { demand, demandSame } from '../demand.ts'
import { advanceClock } from '../exam-clock.ts'
import { openJob, untilQuiet } from '../exam-jobs.ts'
import { exportToJob } from '../export-box.ts'
import { addNewcomer, demandOnceOnEach, untilOnJob } from '../newcomer.ts'
import type { Exam, Rule } from '../rule.ts'
import type { SeenCall } from '../sandbox-control.ts'
import { listFetchesOf } from '../wire-evidence.ts'

const TOKEN_PATH = '/oauth/v2/accessToken'
const JOBS = 5
const PAST_ITS_END_MS = 31 * 60 * 1000

export const rsc106: Rule = {
  id: 'RSC-106',
  title: 'Tokens are fetched by POST, used again, and replaced when LinkedIn refuses one',
  source:
    'LinkedIn RSC certification, module 1 (page rsc-cert-module1), rule RSC-106; its end from the sister rules JP-A-01 to 04',
  leftOut:
    'that a token is replaced shortly before its end, which hangs on the clock of the ATS, and that its log holds no secret',

  async run(exam) {
    const { recruiter } = exam.driver.people
    const jobs = await exam.step(`The ATS works with LinkedIn: it opens ${JOBS} jobs`, async () => {
      const opened: string[] = []
      for (let index = 0; index < JOBS; index++) {
        opened.push(await openJob(exam, { team: [{ person: recruiter, role: 'recruiter' }], prospect: 'on' }))
      }
      return opened
    })
    const [job = ''] = jobs
    await exam.step('One token was enough for all of its calls', async () => {
      const calls = (await exam.listCalls()).filter(call => call.tokenKind === 'child')
      demand(calls.length > JOBS, {
        expected: `there are more than ${JOBS} calls with a token of this customer`,
        actual: `there are ${calls.length}`,
      })
      const fetched = (await exam.listCalls()).filter(isNewToken)
      demand(fetched.length <= 1, {
        expected: `at most one token is fetched for ${calls.length} calls`,
        actual: `${fetched.length} are`,
      })
    })
    await exam.step('Refused once with 401: exactly one new token, and the same call again', () =>
      demandOneNewToken(exam, job, () => exam.sandbox.addFault(refusalOfNextFetch(exam))),
    )
    await exam.step('Half an hour later the token has ended: exactly one new one, and the same call again', () =>
      demandOneNewToken(exam, job, () => advanceClock(exam, PAST_ITS_END_MS)),
    )
    await exam.step('Every token was asked for by POST, with nothing in the address, and given', async () => {
      const wrong = (await listTokenRequests(exam)).find(call => !isByTheBook(call))
      demand(wrong === undefined, {
        expected: 'each is a POST without a query that LinkedIn answers with 200',
        actual: `there is a ${wrong?.method} with the query "${wrong?.query}", answered with ${wrong?.status}`,
      })
    })
  },
}

function refusalOfNextFetch({ clientId }: Exam) {
  return { on: 'call', kind: 'status', status: 401, path: '/v2/exportedCandidates*', clientId, count: 1 }
}

/** An export makes the ATS call LinkedIn, where its token is no longer good, whether the ATS knows that or is told so. */
async function demandOneNewToken(exam: Exam, job: string, spoil: () => Promise<void>): Promise<void> {
  const newcomer = await addNewcomer(exam)
  const after = (await exam.listCalls()).length
  await spoil()
  const { requestId } = await exportToJob(exam, exam.driver.people.recruiter, { newcomer, job })
  await untilOnJob(exam, newcomer, job)
  await untilQuiet(exam)
  await demandOnceOnEach(exam, newcomer, [job])
  const calls = (await exam.listCalls()).slice(after)
  const statuses = (await listFetchesOf(exam, requestId)).map(call => call.status)
  demandSame('the last answer to the call for the person', { expected: 200, actual: statuses.at(-1) })
  demandSame('the number of new tokens', { expected: 1, actual: calls.filter(isNewToken).length })
}

async function listTokenRequests(exam: Exam): Promise<readonly SeenCall[]> {
  return (await exam.listCalls()).filter(isTokenRequest)
}

function isTokenRequest({ direction, path }: SeenCall): boolean {
  return direction === 'in' && path === TOKEN_PATH
}

function isNewToken(call: SeenCall): boolean {
  return isTokenRequest(call) && isByTheBook(call)
}

function isByTheBook({ method, query, status }: SeenCall): boolean {
  return method === 'POST' && query === '' && status === 200
}
