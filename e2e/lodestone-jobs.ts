import { job } from '@lodestone/app/hiring/jobs/jobs.shapes'
import type { ExamPerson, JobWish } from '@lodestone/sandbox/certification/ats-driver'
import type { LodestoneSession } from './lodestone-session.ts'

const roles = { recruiter: 'recruiter', hiringManager: 'hiring_manager', interviewer: 'interviewer' } as const

type SessionOf = (person: ExamPerson) => Promise<LodestoneSession>

/** The driver's part about jobs. Each is handled by the person who made it. */
export function makeJobs(sessionOf: SessionOf, users: readonly { id: string; email: string }[]) {
  const made = new Map<string, { id: string; maker: ExamPerson }>()
  const jobOf = (reference: string) => {
    const known = made.get(reference)
    if (!known) throw new Error(`The driver did not make the job ${reference}.`)
    return known
  }
  const idOf = ({ name, email }: ExamPerson) => {
    const found = users.find(each => each.email === email)
    if (!found) throw new Error(`${name} is no user of the demo.`)
    return found.id
  }

  async function draftJob({ title, team, prospect }: JobWish): Promise<string> {
    const [first, ...others] = team
    if (!first) throw new Error('A job of the exam needs somebody who makes it.')
    const maker = await sessionOf(first.person)
    const newJob = { title, ownRole: roles[first.role] }
    const { id, reference } = await maker.send('POST', '/jobs', { body: newJob, shape: job })
    await maker.send('PATCH', `/jobs/${id}`, { body: jobDetails, shape: job })
    for (const { person, role } of others) {
      const body = { userId: idOf(person), role: roles[role] }
      await maker.send('POST', `/jobs/${id}/hiring-team`, { body, shape: anything })
    }
    const setting = { enabled: prospect !== 'off', openToHiringManagers: prospect === 'on' }
    await maker.send('PATCH', `/jobs/${id}/process/prospect`, { body: setting, shape: job })
    made.set(reference, { id, maker: first.person })
    return reference
  }

  return {
    jobOf,
    draftJob,
    openJob: async (wish: JobWish) => {
      const reference = await draftJob(wish)
      const { id, maker } = jobOf(reference)
      await (await sessionOf(maker)).send('POST', `/jobs/${id}/activation`, { shape: job })
      return reference
    },
    closeJob: async (reference: string) => {
      const { id, maker } = jobOf(reference)
      const session = await sessionOf(maker)
      if ((await session.get(`/jobs/${id}`, job)).state === 'closed') return
      await session.send('POST', `/jobs/${id}/closure`, { body: { reason: 'cancelled' }, shape: job })
    },
    removeFromTeam: async (reference: string, person: ExamPerson) => {
      const { id, maker } = jobOf(reference)
      await (await sessionOf(maker)).remove(`/jobs/${id}/hiring-team/${idOf(person)}`)
    },
  }
}

const anything = { parse: (answer: unknown) => answer }

const jobDetails = {
  description:
    'You look after the climate computers of forty hectares of greenhouse, by day and by night, together with two colleagues.',
  location: 'Zwolle, Netherlands',
}
