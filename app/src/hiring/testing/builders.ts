import { beforeAll, expect } from 'vitest'
import type { Actor, AppRole, UserActor } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import { Refusal } from '../../platform/errors.ts'
import { aTenant, aUser } from '../../platform/testing/builders.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import type { Work } from '../../platform/work.ts'
import { look, perform } from '../../platform/work.ts'
import type { AddedApplication } from '../applications/applications.shapes.ts'
import { addByHand } from '../applications/applications.ts'
import { getBoard } from '../applications/board.queries.ts'
import { moveToStage } from '../applications/stage-moves.ts'
import type { Candidate, NewCandidate } from '../candidates/candidates.shapes.ts'
import { createCandidate } from '../candidates/candidates.ts'
import { addToHiringTeam } from '../jobs/hiring-team.ts'
import type { NewTeamMember, ProspectSetting, Stage } from '../jobs/jobs.shapes.ts'
import { activateJob, changeJob, newJob } from '../jobs/jobs.ts'
import { changeProspectSetting } from '../processes/processes.ts'

// On a busy machine the first database takes longer than a test may.
beforeAll(async () => {
  await testDatabase()
})

export interface Company {
  tenantId: string
  /** An administrator and nothing else. */
  admin: UserActor
  recruiter: UserActor
  manager: UserActor
  /** No app role at all. */
  colleague: UserActor
  reader: UserActor
  person(values?: { roles?: readonly AppRole[]; firstName?: string; lastName?: string }): Promise<UserActor>
}

/** A company of its own, with somebody in each app role. */
export async function aCompany(app: App): Promise<Company> {
  const tenant = await aTenant(app)
  const person: Company['person'] = values => aUser(app, tenant, { roles: [], ...values })
  return {
    tenantId: tenant.id,
    admin: await person({ roles: ['administrator'], firstName: 'Ada', lastName: 'Beheer' }),
    recruiter: await person({ roles: ['recruiter'], firstName: 'Ruud', lastName: 'Werver' }),
    manager: await person({ roles: ['hiring_manager'], firstName: 'Hanna', lastName: 'Manager' }),
    colleague: await person({ firstName: 'Iris', lastName: 'Interviewer' }),
    reader: await person({ roles: ['read_only'], firstName: 'Lies', lastName: 'Lezer' }),
    person,
  }
}

interface JobValues {
  title?: string
  ownRole?: 'recruiter' | 'hiring_manager'
  team?: NewTeamMember[]
  prospect?: ProspectSetting
}

/** A draft that could be activated. */
export async function aJob(
  app: App,
  owner: UserActor,
  values: JobValues = {},
): Promise<{ id: string; reference: string }> {
  const { title = 'Tulip grower', ownRole = 'recruiter' } = values
  return perform(app, owner, async work => {
    const job = await newJob(work, { title, ownRole })
    await changeJob(work, job.id, { description: 'Grows tulips.', location: 'Lisse' })
    if (values.prospect) await changeProspectSetting(work, job.id, values.prospect)
    for (const member of values.team ?? []) await addToHiringTeam(work, job.id, member)
    return job
  })
}

export async function anActiveJob(
  app: App,
  owner: UserActor,
  values: JobValues = {},
): Promise<{ id: string; reference: string }> {
  const job = await aJob(app, owner, values)
  await perform(app, owner, work => activateJob(work, job.id))
  return job
}

export function aCandidate(app: App, actor: UserActor, values: Partial<NewCandidate> = {}): Promise<Candidate> {
  return perform(app, actor, work => createCandidate(work, { firstName: 'Noor', lastName: 'Bakker', ...values }))
}

interface ApplicationValues {
  jobId: string
  candidateId?: string
  candidate?: Partial<NewCandidate>
  as?: 'prospect' | 'applicant'
  /** Moved there after it was added. */
  stage?: Stage['kind']
}

/** Somebody on an active job: a prospect, unless said otherwise. */
export async function anApplication(app: App, actor: UserActor, values: ApplicationValues): Promise<AddedApplication> {
  const candidateId = values.candidateId ?? (await aCandidate(app, actor, values.candidate)).id
  const added = await perform(app, actor, work =>
    addByHand(work, values.jobId, { candidateId, as: values.as ?? 'prospect', source: 'recruiter' }),
  )
  if (!values.stage) return added
  const toStageId = await stageOf(app, actor, { jobId: values.jobId, kind: values.stage })
  await perform(app, actor, work => moveToStage(work, added.id, { toStageId }))
  return { ...added, stageId: toStageId }
}

export async function stageOf(
  app: App,
  actor: UserActor,
  { jobId, kind }: { jobId: string; kind: Stage['kind'] },
): Promise<string> {
  const { stages } = await look(app, actor, tx => getBoard(tx, actor, jobId))
  const stage = stages.find(one => one.kind === kind)
  if (!stage) throw new Error(`This job shows no stage of the kind ${kind} to this user.`)
  return stage.id
}

/** The refusal that a verb ends in; anything else fails the test. */
export async function refused(app: App, actor: Actor, verb: (work: Work) => Promise<unknown>): Promise<Refusal> {
  return refusal(perform(app, actor, verb))
}

export async function refusal(attempt: Promise<unknown>): Promise<Refusal> {
  const outcome = await attempt.then(
    () => 'done',
    error => error,
  )
  expect(outcome).toBeInstanceOf(Refusal)
  return outcome
}

/** The events of one subject, oldest first. */
export async function eventsOf(app: App, actor: Actor, subjectId: string) {
  return look(app, actor, tx =>
    tx
      .selectFrom('event')
      .select(['kind', 'change', 'actor', 'job_id'])
      .where('tenant_id', '=', actor.tenantId)
      .where('subject_id', '=', subjectId)
      .orderBy('id')
      .execute(),
  )
}
