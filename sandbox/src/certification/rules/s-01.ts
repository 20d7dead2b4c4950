import { demand, demandSame } from '../demand.ts'
import { untilQuiet } from '../exam-jobs.ts'
import { readInAts } from '../in-ats-section.ts'
import type { Exam, Rule } from '../rule.ts'
import { exportNewcomer, type Prospect, untilInAts } from '../shared-newcomer.ts'
import { listSharedWrites } from '../wire-evidence.ts'

export const s01: Rule = {
  id: 'S-01',
  title: 'Nothing about a person goes to LinkedIn while he is in Prospect',
  source: 'a rule of our own: no LinkedIn module states it',

  async run(exam) {
    const { driver } = exam
    const prospect = await exportNewcomer(exam)
    await exam.step('In Prospect, edited: LinkedIn is told nothing, and Recruiter shows nothing', async () => {
      const text = { headline: `Edited in Prospect ${exam.nextTag()}`, location: 'Kampen' }
      await driver.editCandidate(prospect.candidateId, text)
      demandSame('the text in the ATS', { expected: text, actual: await driver.readCandidate(prospect.candidateId) })
      await untilQuiet(exam)
      await demandUntold(exam, prospect)
    })
    await exam.step('Past Prospect: LinkedIn is told the person and the application', async () => {
      await driver.advance(prospect.job, prospect.candidateId)
      await untilInAts(exam, prospect, `the job ${prospect.job}`, seen =>
        (seen?.jobs ?? []).some(each => each.externalJobPostingId === prospect.job),
      )
    })
  },
}

async function demandUntold(exam: Exam, { newcomer, candidateId }: Prospect): Promise<void> {
  const writes = await listSharedWrites(exam, 'PUT')
  const about = writes.filter(
    ({ ids, refused, call }) =>
      [...ids, ...refused].includes(candidateId) ||
      [newcomer.lastName, candidateId].some(word => call.requestBody.includes(word)),
  )
  demand(about.length === 0, {
    expected: `no call tells LinkedIn of ${newcomer.name}`,
    actual: about.map(({ call }) => `${call.method} ${call.path}`).join(', '),
  })
  const seen = await readInAts(exam, exam.driver.people.recruiter, newcomer.memberId)
  demand(seen === null || seen.jobs.length === 0, {
    expected: 'nothing stands under In-ATS',
    actual: `it shows: ${seen?.text}`,
  })
}
