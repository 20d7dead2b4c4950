import { expect, test } from 'vitest'
import type { AppRole } from '../../platform/actor.ts'
import type { Standing } from './job.policy.ts'
import {
  isExcludedFromProspects,
  mayNameDelegateOf,
  maySeeJob,
  mayTakeRoleFrom,
  permissionsOn,
  runsJob,
} from './job.policy.ts'

type Person = 'admin' | 'recruiter' | 'manager' | 'interviewer' | 'reader' | 'outsider'

const people: Record<Person, { roles: AppRole[]; actsAs: Standing['actsAs'] }> = {
  admin: { roles: ['administrator'], actsAs: null },
  recruiter: { roles: ['recruiter'], actsAs: 'recruiter' },
  manager: { roles: ['hiring_manager'], actsAs: 'hiring_manager' },
  interviewer: { roles: [], actsAs: 'interviewer' },
  reader: { roles: ['read_only'], actsAs: null },
  outsider: { roles: ['recruiter', 'hiring_manager'], actsAs: null },
}

function standingOf(person: Person, values: Partial<Standing> = {}): Standing {
  const { roles, actsAs } = people[person]
  return {
    userId: `user_${person}`,
    active: true,
    roles,
    jobState: 'active',
    jobRole: actsAs,
    delegateOf: null,
    actsAs,
    prospectEnabled: true,
    prospectOpenToHiringManagers: true,
    ...values,
  }
}

const all: Person[] = ['admin', 'recruiter', 'manager', 'interviewer', 'reader', 'outsider']

/** Who may, by state of the job; everybody else may not. */
const table: {
  permission: keyof ReturnType<typeof permissionsOn>
  draft: Person[]
  active: Person[]
  closed: Person[]
}[] = [
  {
    permission: 'edit',
    draft: ['admin', 'recruiter', 'manager'],
    active: ['admin', 'recruiter', 'manager'],
    closed: [],
  },
  {
    permission: 'editTeam',
    draft: ['admin', 'recruiter', 'manager'],
    active: ['admin', 'recruiter', 'manager'],
    closed: [],
  },
  { permission: 'activate', draft: ['admin', 'recruiter', 'manager'], active: [], closed: [] },
  { permission: 'close', draft: ['admin', 'recruiter'], active: ['admin', 'recruiter'], closed: [] },
  { permission: 'addApplicants', draft: [], active: ['admin', 'recruiter', 'manager'], closed: [] },
  { permission: 'moveApplicants', draft: [], active: ['admin', 'recruiter', 'manager'], closed: [] },
  { permission: 'addProspects', draft: [], active: ['admin', 'recruiter', 'manager'], closed: [] },
  {
    permission: 'seeProspects',
    draft: ['admin', 'recruiter', 'manager', 'reader'],
    active: ['admin', 'recruiter', 'manager', 'reader'],
    closed: ['admin', 'recruiter', 'manager', 'reader'],
  },
]

const cases = table.flatMap(({ permission, ...states }) =>
  (['draft', 'active', 'closed'] as const).flatMap(jobState =>
    all.map(person => ({ permission, jobState, person, may: states[jobState].includes(person) })),
  ),
)

test.each(cases)('$permission on a $jobState job by $person: $may', ({ permission, jobState, person, may }) => {
  expect(permissionsOn(standingOf(person, { jobState }))[permission]).toBe(may)
})

test.each(all)('somebody inactive may nothing at all: %s', person => {
  const standing = standingOf(person, { active: false })
  expect(maySeeJob(standing)).toBe(false)
  expect(Object.values(permissionsOn(standing))).not.toContain(true)
})

test('the Prospect activity can leave out hiring managers, and nobody else', () => {
  const closedToThem = { prospectOpenToHiringManagers: false }
  for (const person of all) {
    const expected = person === 'manager'
    expect([person, isExcludedFromProspects(standingOf(person, closedToThem))]).toEqual([person, expected])
  }
  const manager = permissionsOn(standingOf('manager', closedToThem))
  expect(manager).toMatchObject({ addProspects: false, seeProspects: false, addApplicants: true, moveApplicants: true })
})

test('with the Prospect stage off there is nothing to add or see there', () => {
  const permissions = permissionsOn(standingOf('recruiter', { prospectEnabled: false }))
  expect(permissions).toMatchObject({ addProspects: false, seeProspects: false, addApplicants: true })
})

test.each(['recruiter', 'manager'] as const)('the delegate of a %s has the same rights on that job', principal => {
  for (const prospectOpenToHiringManagers of [true, false]) {
    const values = { prospectOpenToHiringManagers }
    const delegate = standingOf(principal, {
      ...values,
      roles: [],
      jobRole: 'delegate',
      delegateOf: `user_${principal}`,
    })
    expect(permissionsOn(delegate)).toEqual(permissionsOn(standingOf(principal, values)))
    expect(runsJob(delegate)).toBe(true)
    expect(isExcludedFromProspects(delegate)).toBe(isExcludedFromProspects(standingOf(principal, values)))
  }
})

test('a delegate removes himself and others, but no delegate and not the person who named him', () => {
  const delegate = standingOf('recruiter', { userId: 'user_d', jobRole: 'delegate', delegateOf: 'user_recruiter' })
  expect(mayTakeRoleFrom(delegate, { userId: 'user_d', role: 'delegate' })).toBe(true)
  expect(mayTakeRoleFrom(delegate, { userId: 'user_i', role: 'interviewer' })).toBe(true)
  expect(mayTakeRoleFrom(delegate, { userId: 'user_e', role: 'delegate' })).toBe(false)
  expect(mayTakeRoleFrom(delegate, { userId: 'user_recruiter', role: 'recruiter' })).toBe(false)
  expect(mayTakeRoleFrom(standingOf('admin'), { userId: 'user_e', role: 'delegate' })).toBe(true)
})

test('a delegate is named for oneself, or by an administrator', () => {
  expect(mayNameDelegateOf(standingOf('recruiter'), 'user_recruiter')).toBe(true)
  expect(mayNameDelegateOf(standingOf('recruiter'), 'user_manager')).toBe(false)
  expect(mayNameDelegateOf(standingOf('interviewer'), 'user_interviewer')).toBe(false)
  expect(mayNameDelegateOf(standingOf('admin'), 'user_manager')).toBe(true)
})
