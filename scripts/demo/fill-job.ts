import { addApplication } from '../../app/src/hiring/applications/applications.ts'
import { closeApplication } from '../../app/src/hiring/applications/close-application.ts'
import { moveToStage } from '../../app/src/hiring/applications/stage-moves.ts'
import { createCandidate } from '../../app/src/hiring/candidates/candidates.ts'
import { addToHiringTeam } from '../../app/src/hiring/jobs/hiring-team.ts'
import { getJob } from '../../app/src/hiring/jobs/jobs.queries.ts'
import { activateJob, changeJob, closeJob, newJob } from '../../app/src/hiring/jobs/jobs.ts'
import { changeProspectSetting } from '../../app/src/hiring/processes/processes.ts'
import type { UserActor } from '../../app/src/platform/actor.ts'
import type { App } from '../../app/src/platform/app.ts'
import type { Work } from '../../app/src/platform/work.ts'
import { look, perform } from '../../app/src/platform/work.ts'
import type { DemoCandidate, DemoJob } from './demo-jobs.ts'

const DAY_MS = 86_400_000
const OPEN_SINCE_DAYS = 24

/** By last name, because that is how the jobs of the demo name their people. */
export type Team = Map<string, UserActor>

/** One job with its people. The demo's history is told with a clock that runs behind: its board is weeks old. */
export async function fillJob(app: App, team: Team, job: DemoJob): Promise<void> {
  const [first, ...others] = job.team
  const maker = first && team.get(first.lastName)
  if (!maker || !first || first.role === 'interviewer' || first.role === 'delegate') {
    throw new Error(`Nobody of the demo can make the job ${job.title}.`)
  }
  const at = (days: number) => daysAgo(app, days)
  const ownRole = first.role
  const { id } = await perform(at(OPEN_SINCE_DAYS + 2), maker, async work => {
    const made = await newJob(work, { title: job.title, ownRole })
    const { location, description, workplace, openings = 1 } = job
    await changeJob(work, made.id, { location, description, workplace, openings, employmentType: 'full_time' })
    for (const { lastName, role } of others) {
      await addToHiringTeam(work, made.id, { userId: team.get(lastName)?.userId ?? '', role })
    }
    if (job.prospect) await changeProspectSetting(work, made.id, job.prospect)
    return made
  })
  if (job.state === 'draft') return
  await perform(at(OPEN_SINCE_DAYS), maker, work => activateJob(work, id))
  const { stages } = await look(app, maker, tx => getJob(tx, maker, id))
  const applications: string[] = []
  for (const [index, person] of job.people.entries()) {
    applications.push(await addPerson({ app, maker, jobId: id, stages, index }, person))
  }
  if (job.state === 'active') return
  const reason = job.state
  const hiredApplicationId = reason === 'filled' ? (applications[0] ?? null) : null
  await perform(at(3), maker, work => closeJob(work, id, { reason, hiredApplicationId }))
}

interface Place {
  app: App
  maker: UserActor
  jobId: string
  stages: { id: string; name: string; kind: string; enabled: boolean }[]
  /** Spreads the people over the weeks. */
  index: number
}

async function addPerson(place: Place, person: DemoCandidate): Promise<string> {
  const { app, maker, jobId, stages, index } = place
  const goal = stages.findIndex(stage => stage.name === person.stage)
  const startsAsProspect = stages[0]?.enabled && (person.source === 'linkedin' || goal === 0)
  const from = startsAsProspect ? 0 : 1
  const stepDays = 3
  const ageDays = (step: number) => 1 + (index % 7) + (goal - step) * stepDays
  const application = await perform(daysAgo(app, ageDays(from)), maker, async work => {
    const candidateId = await newCandidate(work, person)
    const as = startsAsProspect ? 'prospect' : 'applicant'
    return addApplication(work, { jobId, candidateId, as, source: person.source, sourceUserId: maker.userId })
  })
  for (let step = from + 1; step <= goal; step++) {
    const toStageId = stages[step]?.id ?? ''
    await perform(daysAgo(app, ageDays(step)), maker, work => moveToStage(work, application.id, { toStageId }))
  }
  const { closing } = person
  if (closing)
    await perform(daysAgo(app, ageDays(goal) - 0.5), maker, work => closeApplication(work, application.id, closing))
  return application.id
}

async function newCandidate(work: Work, person: DemoCandidate): Promise<string> {
  const { firstName, lastName, title, company, location, email, skills } = person
  const created = await createCandidate(work, {
    firstName,
    lastName,
    headline: company === 'zelfstandig' ? `${title}, zelfstandig` : `${title} at ${company}`,
    currentTitle: title,
    currentCompany: company,
    location: `${location}, Netherlands`,
    skills: skills ?? [],
    emails: email ? [email] : [],
  })
  return created.id
}

export function daysAgo(app: App, days: number): App {
  const now = new Date(app.clock.now().getTime() - days * DAY_MS)
  return { ...app, clock: { now: () => now } }
}
