import type { ExamPerson } from '../ats-driver.ts'
import { demand, waitUntil } from '../demand.ts'
import { draftJob, openJob, untilQuiet } from '../exam-jobs.ts'
import { listOfferedJobs, tryExport } from '../export-box.ts'
import { addNewcomer, type Newcomer } from '../newcomer.ts'
import type { Exam, Rule } from '../rule.ts'

export const s02: Rule = {
  id: 'S-02',
  title: 'Only hiring managers and recruiters of an active job with a Prospect stage see it in the export box',
  source: 'a rule of our own: no LinkedIn module states it',

  async run(exam) {
    const { driver } = exam
    const { recruiter, hiringManager, interviewer, colleague, notConnected } = driver.people
    const newcomer = await addNewcomer(exam)
    const sees = (person: ExamPerson, job: string) => demandOffered(exam, { newcomer, person, job })
    const seesNot = (person: ExamPerson, job: string) => demandHidden(exam, { newcomer, person, job })
    const leads = [
      { person: recruiter, role: 'recruiter' },
      { person: hiringManager, role: 'hiringManager' },
    ] as const
    const wholeTeam = [
      ...leads,
      { person: interviewer, role: 'interviewer' } as const,
      ...(notConnected ? [{ person: notConnected, role: 'recruiter' } as const] : []),
    ]

    await exam.step('Everybody of the exam has an active Recruiter seat, so that hidden means hidden', () =>
      demandSeats(exam),
    )
    const job = await exam.step('The ATS opens a job with a recruiter, a hiring manager and an interviewer', () =>
      openJob(exam, { team: wholeTeam, prospect: 'on' }),
    )
    await exam.step('Active job: its recruiter sees it', () => sees(recruiter, job))
    await exam.step('Active job: its hiring manager sees it', () => sees(hiringManager, job))
    await exam.step('Active job: its interviewer does not see it', () => seesNot(interviewer, job))
    await exam.step('Active job: a colleague who is not on its team does not see it, but his own', async () => {
      const own = await openJob(exam, { team: [{ person: colleague, role: 'recruiter' }], prospect: 'on' })
      await sees(colleague, own)
      await seesNot(colleague, job)
    })
    if (notConnected) {
      await exam.step('Active job: a recruiter who has not connected LinkedIn does not see it', () =>
        seesNot(notConnected, job),
      )
    }
    await exam.step('Draft: neither recruiter nor hiring manager sees it', async () => {
      const draft = await draftJob(exam, { team: leads, prospect: 'on' })
      for (const { person } of leads) await seesNot(person, draft)
    })
    await exam.step('Prospect switched off: neither recruiter nor hiring manager sees it', async () => {
      const withoutProspects = await openJob(exam, { team: leads, prospect: 'off' })
      for (const { person } of leads) await seesNot(person, withoutProspects)
    })
    await exam.step('Prospect for recruiters only: the recruiter sees it, the hiring manager does not', async () => {
      const recruitersOnly = await openJob(exam, { team: leads, prospect: 'recruitersOnly' })
      await sees(recruiter, recruitersOnly)
      await seesNot(hiringManager, recruitersOnly)
    })
    await exam.step(
      'Removed from the team: the hiring manager no longer sees it, the recruiter still does',
      async () => {
        await driver.removeFromTeam(job, hiringManager)
        await seesNot(hiringManager, job)
        await sees(recruiter, job)
      },
    )
    await exam.step('Closed: the recruiter no longer sees it', async () => {
      await driver.closeJob(job)
      await seesNot(recruiter, job)
    })
  },
}

interface Place {
  readonly newcomer: Newcomer
  readonly person: ExamPerson
  readonly job: string
}

async function demandOffered(exam: Exam, { newcomer, person, job }: Place): Promise<void> {
  await waitUntil(`the export box offers ${job} to ${person.name}`, {
    withinMs: exam.patienceMs,
    see: () => listOfferedJobs(exam, person, { newcomer, query: job }),
    isRight: jobs => jobs.includes(job),
    tell: jobs => `it offers ${jobs.length === 0 ? 'no such job' : jobs.join(', ')}`,
  })
}

/** Neither in the list, nor taken when ordered all the same. */
async function demandHidden(exam: Exam, { newcomer, person, job }: Place): Promise<void> {
  await untilQuiet(exam)
  await waitUntil(`the export box does not offer ${job} to ${person.name}`, {
    withinMs: exam.patienceMs,
    see: () => listOfferedJobs(exam, person, { newcomer, query: job }),
    isRight: jobs => !jobs.includes(job),
    tell: () => 'it offers it',
  })
  const answer = await tryExport(exam, person, { newcomer, job })
  demand(!answer.ok && ['job-not-offered', 'job-closed'].includes(answer.reason), {
    expected: `LinkedIn refuses an export of ${person.name} to ${job} because of the job`,
    actual: answer.ok ? 'it was carried out' : `it says: ${answer.message}`,
  })
}

async function demandSeats({ driver, sandbox }: Exam): Promise<void> {
  const known = await sandbox.readPeople()
  const { contract } = driver.instance
  const people = Object.values(driver.people).filter((person): person is ExamPerson => person !== null)
  const without = people.filter(
    ({ email }) => !known.some(each => each.email === email && each.seats.some(seat => seat.contract === contract)),
  )
  demand(without.length === 0, {
    expected: `all people of the exam have an active seat on ${contract}`,
    actual: `there is none for ${without.map(person => `${person.name} (${person.email})`).join(', ')}`,
  })
}
