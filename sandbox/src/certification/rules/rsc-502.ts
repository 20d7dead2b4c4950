import { demand, demandSame } from '../demand.ts'
import { untilQuiet } from '../exam-jobs.ts'
import type { Exam, Rule } from '../rule.ts'
import { exportNewcomer, type Prospect, untilInAts } from '../shared-newcomer.ts'
import { listSharedWrites } from '../wire-evidence.ts'

export const rsc502: Rule = {
  id: 'RSC-502',
  title: 'A candidate who is deleted in the ATS is gone from Recruiter, with his notes',
  source: 'LinkedIn RSC certification, module 5 (page rsc-cert-module5), case RSC-502',
  leftOut: 'in which order notes and candidate are deleted: LinkedIn deletes the notes of whom it deletes',

  async run(exam) {
    const { driver } = exam
    const prospect = await exportNewcomer(exam)
    const { job, candidateId, newcomer } = prospect
    const words = `Knows peat ${exam.nextTag()}`
    await exam.step('Past Prospect, with a note: Recruiter shows both under In-ATS', async () => {
      await driver.advance(job, candidateId)
      await driver.writeNote(job, candidateId, words)
      await untilInAts(exam, prospect, `the job ${job} and the note`, seen => seen?.notes.includes(words) === true)
    })
    await exam.step('Deleted in the ATS: nobody of that name is left there', async () => {
      await driver.deleteCandidate(candidateId)
      const left = await driver.findCandidates(newcomer)
      demandSame(`the number of candidates named ${newcomer.name}`, { expected: 0, actual: left.length })
    })
    await exam.step('The indicator and the note are gone from Recruiter', async () => {
      await untilInAts(exam, prospect, 'nothing', seen => seen === null || seen.jobs.length === 0)
    })
    await exam.step('On the wire: the ATS deletes the candidate, and tells nothing of him afterwards', async () => {
      await untilQuiet(exam)
      await demandDeleted(exam, prospect)
    })
  },
}

async function demandDeleted(exam: Exam, { candidateId, newcomer }: Prospect): Promise<void> {
  const deletes = (await listSharedWrites(exam, 'DELETE')).filter(
    ({ kind, ids }) => kind === 'candidate' && ids.includes(candidateId),
  )
  demand(deletes.length > 0, {
    expected: 'LinkedIn is told to delete the candidate',
    actual: 'no DELETE of atsCandidates names him',
  })
  const last = deletes.at(-1)?.call.at ?? 0
  const after = (await listSharedWrites(exam, 'PUT')).filter(
    ({ call, ids }) => call.at > last && (ids.includes(candidateId) || call.requestBody.includes(newcomer.lastName)),
  )
  demandSame('the calls that tell of him afterwards', { expected: [], actual: after.map(({ call }) => call.path) })
}
