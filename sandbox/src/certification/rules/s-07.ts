import { demand, demandSame, waitUntil } from '../demand.ts'
import { advanceClock } from '../exam-clock.ts'
import { openJob, untilQuiet } from '../exam-jobs.ts'
import { exportToJob } from '../export-box.ts'
import { addNewcomer, demandOnceOnEach, demandUnknown, type Newcomer, untilOnJob } from '../newcomer.ts'
import type { Exam, Rule } from '../rule.ts'
import { listPushesOf } from '../wire-evidence.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

export const s07: Rule = {
  id: 'S-07',
  title: 'A push that is repeated, delayed or reordered makes one candidate; one that comes after 24 hours is reported',
  source: 'a rule of our own: LinkedIn delivers at least once, no module tries it',

  async run(exam) {
    const { recruiter } = exam.driver.people
    const job = await exam.step('The ATS opens a job, and LinkedIn accepts it', () =>
      openJob(exam, { team: [{ person: recruiter, role: 'recruiter' }], prospect: 'on' }),
    )
    await exam.step('Repeated: two deliveries, one candidate', async () => {
      const { newcomer, requestId } = await exportWith(exam, job, { kind: 'duplicated' })
      await demandArrivedOnce(exam, newcomer, job)
      await demandDeliveries(exam, requestId, 2)
    })
    await exam.step('Delayed by ten minutes: one candidate', async () => {
      const { newcomer, requestId } = await exportWith(exam, job, { kind: 'delayed', delayMs: 10 * MINUTE_MS })
      await demandDeliveries(exam, requestId, 0)
      await advanceClock(exam, 11 * MINUTE_MS)
      await demandArrivedOnce(exam, newcomer, job)
      await demandDeliveries(exam, requestId, 1)
    })
    await exam.step('Reordered: the later export comes first, one candidate for each', async () => {
      const earlier = await exportWith(exam, job, { kind: 'reordered' })
      const later = await exportPlain(exam, job)
      await demandArrivedOnce(exam, earlier.newcomer, job)
      await demandArrivedOnce(exam, later.newcomer, job)
      const [first] = await listPushesOf(exam, later.requestId)
      const [second] = await listPushesOf(exam, earlier.requestId)
      demand(first !== undefined && second !== undefined && first.number < second.number, {
        expected: 'the push of the later export is delivered before that of the earlier one',
        actual: 'the sandbox delivered them in another order',
      })
    })
    await exam.step('After 24 hours: nobody is added, and the ATS tells its users why', async () => {
      const told = await listOutcomeIds(exam)
      const late = await exportWith(exam, job, { kind: 'delayed', delayMs: DAY_MS + MINUTE_MS })
      await advanceClock(exam, DAY_MS + 2 * MINUTE_MS)
      await untilQuiet(exam)
      await demandDeliveries(exam, late.requestId, 1)
      await demandReported(exam, told)
      demandSame(`the number of candidates named ${late.newcomer.name}`, {
        expected: 0,
        actual: (await exam.driver.findCandidates(late.newcomer)).length,
      })
    })
  },
}

interface Exported {
  readonly newcomer: Newcomer
  readonly requestId: string
}

async function exportWith(exam: Exam, job: string, fault: { kind: string; delayMs?: number }): Promise<Exported> {
  const { clientId } = exam
  await exam.sandbox.addFault({ on: 'push', type: 'EXPORT_CANDIDATE_PROFILE', clientId, count: 1, ...fault })
  return exportPlain(exam, job)
}

async function exportPlain(exam: Exam, job: string): Promise<Exported> {
  const newcomer = await addNewcomer(exam)
  await demandUnknown(exam, newcomer, [])
  const { requestId } = await exportToJob(exam, exam.driver.people.recruiter, { newcomer, job })
  await exam.sandbox.settle()
  return { newcomer, requestId }
}

async function demandArrivedOnce(exam: Exam, newcomer: Newcomer, job: string): Promise<void> {
  await untilOnJob(exam, newcomer, job)
  await untilQuiet(exam)
  await demandOnceOnEach(exam, newcomer, [job])
}

/** If the sandbox did not do what the step is about, the step says nothing about the ATS. */
async function demandDeliveries(exam: Exam, requestId: string, expected: number): Promise<void> {
  const { length } = await listPushesOf(exam, requestId)
  demandSame('the number of deliveries of the push', { expected, actual: length })
}

async function demandReported(exam: Exam, told: ReadonlySet<string>): Promise<void> {
  await waitUntil('the ATS shows that an export did not arrive, with a reason', {
    withinMs: exam.patienceMs,
    see: async () => (await exam.driver.listExportOutcomes()).filter(each => !told.has(each.outcomeId)),
    isRight: fresh => fresh.some(each => each.result === 'notArrived' && Boolean(each.reason?.trim())),
    tell: fresh => `it shows ${fresh.length === 0 ? 'nothing new' : JSON.stringify(fresh)}`,
  })
}

async function listOutcomeIds(exam: Exam): Promise<ReadonlySet<string>> {
  return new Set((await exam.driver.listExportOutcomes()).map(each => each.outcomeId))
}
