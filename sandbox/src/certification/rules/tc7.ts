import { postToDoor } from '../ats-door.ts'
import { demand, demandSame } from '../demand.ts'
import { openJob, untilQuiet } from '../exam-jobs.ts'
import { exportToJob } from '../export-box.ts'
import { addNewcomer, demandOnceOnEach, untilOnJob } from '../newcomer.ts'
import type { Rule } from '../rule.ts'
import { signBody } from '../signing.ts'
import { listPushesOf } from '../wire-evidence.ts'

export const tc7: Rule = {
  id: 'TC7',
  title: 'Export a person who is in the ATS already',
  source: 'LinkedIn RSC certification, module 3 (page rsc-cert-module3), case TC7',

  async run(exam) {
    const { driver } = exam
    const { recruiter } = driver.people
    const wish = { team: [{ person: recruiter, role: 'recruiter' }], prospect: 'on' } as const
    const jobs = await exam.step('The ATS opens two jobs, and LinkedIn accepts them', async () => [
      await openJob(exam, wish),
      await openJob(exam, wish),
    ])
    const [first = '', second = ''] = jobs
    const newcomer = await addNewcomer(exam)
    const candidateId = await exam.step('The recruiter exports the person to the first job', async () => {
      await exportToJob(exam, recruiter, { newcomer, job: first })
      await untilOnJob(exam, newcomer, first)
      return demandOnceOnEach(exam, newcomer, [first])
    })
    const edited = { headline: `Edited by hand ${exam.nextTag()}`, location: `Moved to ${exam.nextTag()}` }
    await exam.step('A user of the ATS edits the candidate', async () => {
      await driver.editCandidate(candidateId, edited)
      demandSame('the text', { expected: edited, actual: await driver.readCandidate(candidateId) })
    })
    const { requestId } = await exam.step('The recruiter exports the same person to the second job', async () => {
      const exported = await exportToJob(exam, recruiter, { newcomer, job: second })
      await untilOnJob(exam, newcomer, second)
      await untilQuiet(exam)
      return exported
    })
    await exam.step('It is still one candidate, once on each of the two jobs', async () => {
      const foundId = await demandOnceOnEach(exam, newcomer, jobs)
      demandSame('the candidate', { expected: candidateId, actual: foundId })
    })
    const demandEditsKept = async () =>
      demandSame('the text', { expected: edited, actual: await driver.readCandidate(candidateId) })
    await exam.step('What the user edited is kept', demandEditsKept)
    await exam.step('The second push once more, byte for byte: still one candidate, the edits still kept', async () => {
      const [push] = await listPushesOf(exam, requestId)
      const body = push?.requestBody ?? ''
      const signature = signBody(driver.instance.clientSecret, body)
      const { status } = await postToDoor(exam, { body, signature })
      demand(status >= 200 && status < 300, {
        expected: 'a repeated push is acknowledged with 2xx',
        actual: `the answer is ${status}`,
      })
      await untilQuiet(exam)
      await demandOnceOnEach(exam, newcomer, jobs)
      await demandEditsKept()
    })
  },
}
