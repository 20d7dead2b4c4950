import type { Person, World } from './world.ts'
import {
  applicationId,
  caller,
  candidateId,
  isOwnJob,
  jobId,
  otherRecruiterId,
  stageId,
  stageKinds,
  tenantId,
} from './world.ts'

const opened = '2023-12-01T08:00:00.000Z'
const by = { kind: 'user', userId: caller.id }
const origin = { kind: 'user', by: caller.id, at: opened }

/** The lines of each file of an export, in the order in which an import reads them. */
export function linesOf(world: World): Record<string, Iterable<object>> {
  return {
    instance: [instance],
    users,
    jobs: count(world.jobs, jobLine),
    candidates: count(world.candidates, index => candidateLine(world.person(index))),
    applications: count(world.applications, index => applicationLine(world, index)),
    'talent-pools': [],
    'talent-pool-members': [],
    'saved-views': [],
    notifications: [],
    'linkedin-identities': [],
    'export-receipts': [],
    'linkedin-deliveries': [],
    events: events(world),
  }
}

const instance = {
  id: tenantId,
  name: 'Measured BV',
  instanceName: 'Measured',
  jobPrefix: 'MB',
  nextJobNumber: 1_000_001,
  edition: 'comprehensive',
  timeZone: 'Europe/Amsterdam',
  createdAt: opened,
}

const users = [
  user({ id: caller.id, firstName: 'Rik', lastName: 'Recruiter', email: caller.email }),
  user({ id: otherRecruiterId, firstName: 'Olga', lastName: 'Other', email: 'other@example.com' }),
]

function user(person: { id: string; firstName: string; lastName: string; email: string }) {
  return {
    ...person,
    roles: ['recruiter'],
    active: true,
    homeVisitedAt: null,
    createdAt: opened,
    signIn: { name: `${person.firstName} ${person.lastName}`, language: 'en', theme: 'light' },
  }
}

function jobLine(index: number) {
  const recruiter = isOwnJob(index) ? caller.id : otherRecruiterId
  return {
    id: jobId(index),
    number: index + 1,
    reference: `MB-${index + 1}`,
    state: 'active',
    title: `Vacancy ${index + 1}`,
    description: 'A job to measure with.',
    location: 'Utrecht',
    openings: 1,
    employmentType: 'full_time',
    seniority: null,
    workplace: null,
    closedReason: null,
    closedComment: null,
    createdBy: recruiter,
    createdAt: opened,
    updatedAt: opened,
    activatedAt: opened,
    closedAt: null,
    version: 1,
    stages: stageKinds.map((kind, position) => ({
      id: stageId(index, position),
      position,
      kind,
      name: kind,
      enabled: true,
      openToHiringManagers: true,
    })),
    hiringTeam: [{ userId: recruiter, role: 'recruiter', delegateOf: null, addedAt: opened }],
  }
}

function candidateLine(person: Person) {
  const { id, firstName, lastName, headline, title, company, location, skills, email, createdAt } = person
  const filled = ['firstName', 'lastName', 'headline', 'currentTitle', 'currentCompany', 'location', 'skills']
  return {
    id,
    firstName,
    lastName,
    headline,
    currentTitle: title,
    currentCompany: company,
    location,
    profileUrl: null,
    skills,
    origins: Object.fromEntries(filled.map(field => [field, origin])),
    createdAt,
    updatedAt: createdAt,
    version: 1,
    emails: [{ email, position: 0, origin }],
    phones: [],
  }
}

function applicationLine(world: World, index: number) {
  const { id, candidate, job, stage, since } = world.placement(index)
  return {
    id,
    jobId: jobId(job),
    candidateId: candidateId(candidate),
    stageId: stageId(job, stage),
    state: 'active',
    closedAs: null,
    closedReason: null,
    closedAt: null,
    source: 'recruiter',
    sourceUserId: null,
    passedProspectAt: stage > 0 ? since : null,
    stageSince: since,
    createdAt: since,
    updatedAt: since,
    version: 1,
    stageMoves: [
      {
        id: id.replace('app_', 'move_'),
        fromStageId: null,
        toStageId: stageId(job, stage),
        at: since,
        actor: by,
        undoes: null,
        applicationVersion: 1,
      },
    ],
    closings: [],
    opened: [],
  }
}

function* events(world: World) {
  for (let index = 0; index < world.applications; index++) {
    const { id, job, since } = world.placement(index)
    const change = { candidateId: candidateId(world.candidateOf(index)) }
    const subject = { subjectKind: 'application', subjectId: applicationId(index), jobId: jobId(job) }
    yield { id: id.replace('app_', 'evt_1'), at: since, kind: 'application.created', ...subject, actor: by, change }
  }
  for (let index = 0; index < world.candidates; index++) {
    const { id, createdAt } = world.person(index)
    const subject = { subjectKind: 'candidate', subjectId: id, jobId: null }
    const change = { origin: 'user' }
    yield { id: id.replace('cand_', 'evt_0'), at: createdAt, kind: 'candidate.created', ...subject, actor: by, change }
  }
}

function* count<T>(length: number, line: (index: number) => T): Iterable<T> {
  for (let index = 0; index < length; index++) yield line(index)
}
