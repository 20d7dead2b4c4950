import { z } from 'zod'
import { demand, demandSame } from '../demand.ts'
import { openJob, untilQuiet } from '../exam-jobs.ts'
import { exportToJob } from '../export-box.ts'
import { addNewcomer, demandOnceOnEach, demandUnknown, untilOnJob } from '../newcomer.ts'
import type { Rule } from '../rule.ts'
import type { SeenCall } from '../sandbox-control.ts'
import { listFetchesOf, listPushesOf } from '../wire-evidence.ts'

export const tc6: Rule = {
  id: 'TC6',
  title: 'Export a person who is new to the ATS',
  source: 'LinkedIn RSC certification, module 3 (page rsc-cert-module3), case TC6',
  leftOut: 'that the profile widget in the ATS shows an exact match: it takes a browser',

  async run(exam) {
    const { recruiter, hiringManager } = exam.driver.people
    const team = [
      { person: recruiter, role: 'recruiter' },
      { person: hiringManager, role: 'hiringManager' },
    ] as const
    const job = await exam.step('The ATS opens a job, and LinkedIn accepts it', () =>
      openJob(exam, { team, prospect: 'on' }),
    )
    const newcomer = await addNewcomer(exam)
    await exam.step('The ATS knows nobody of that name', () => demandUnknown(exam, newcomer, [job]))
    const { requestId } = await exam.step('The recruiter exports the person to the job', () =>
      exportToJob(exam, recruiter, { newcomer, job }),
    )
    const [place] = await exam.step('The person appears on the job in the ATS', () => untilOnJob(exam, newcomer, job))
    await exam.step('There is one candidate with one application', async () => {
      await untilQuiet(exam)
      await demandOnceOnEach(exam, newcomer, [job])
    })
    await exam.step('The person stands in the stage Prospect', async () =>
      demandSame('the stage', { expected: 'Prospect', actual: place?.stage }),
    )
    await exam.step(
      'On the wire: one push, and one GET of the data with the token of the customer application',
      async () => {
        const pushes = await listPushesOf(exam, requestId)
        demandSame('the answers to the push', { expected: [200], actual: pushes.map(call => toOk(call.status)) })
        demandFetchedOnce(await listFetchesOf(exam, requestId))
      },
    )
    await exam.step('The person URN of the export is stored with the candidate', async () => {
      const fetches = await listFetchesOf(exam, requestId)
      demandSame('the stored person URN', { expected: readPersonUrn(fetches), actual: place?.personUrn })
    })
  },
}

/** Every 2xx acknowledges. */
function toOk(status: number | null): number | null {
  return status !== null && status >= 200 && status < 300 ? 200 : status
}

// A token that has expired meanwhile may cost one refused call more.
function demandFetchedOnce(fetches: readonly SeenCall[]): void {
  const answered = fetches.filter(call => call.status !== 401)
  demandSame('the number of GETs of the exported person', { expected: 1, actual: answered.length })
  const [fetch] = answered
  demand(fetch?.status === 200 && fetch.tokenKind === 'child', {
    expected: 'it is answered with 200 to a token of the customer application',
    actual: `it is answered with ${fetch?.status} to a ${fetch?.tokenKind ?? 'missing'} token`,
  })
}

const exportSchema = z.object({ elements: z.tuple([z.object({ candidate: z.object({ member: z.string() }) })]) })

function readPersonUrn(fetches: readonly SeenCall[]): string {
  const body = fetches.find(call => call.status === 200)?.responseBody ?? ''
  return exportSchema.parse(JSON.parse(body)).elements[0].candidate.member
}
