import type { Actor, AppRole } from '../../platform/actor.ts'
import { hasRole } from '../../platform/actor.ts'
import type { Job, TeamMember } from './jobs.shapes.ts'

export type JobRole = TeamMember['role']

/** How one person stands to one job. A job role counts even after the app role of the same name was taken away. */
export interface Standing {
  userId: string | null
  active: boolean
  roles: readonly AppRole[]
  jobState: Job['state']
  /** Null: not on the hiring team. */
  jobRole: JobRole | null
  delegateOf: string | null
  /** The role whose rights the person has here: a delegate has those of the one he stands in for. */
  actsAs: Exclude<JobRole, 'delegate'> | null
  prospectEnabled: boolean
  prospectOpenToHiringManagers: boolean
}

export function mayCreateJobAs(actor: Actor, ownRole: 'recruiter' | 'hiring_manager'): boolean {
  return hasRole(actor, ownRole)
}

export function maySeeAllJobs(roles: readonly AppRole[]): boolean {
  return roles.includes('administrator') || roles.includes('read_only')
}

/** On the team as recruiter or hiring manager, or as the delegate of one. */
export function runsJob(standing: Standing): boolean {
  return isRecruiterOfJob(standing) || isHiringManagerOfJob(standing)
}

/** The job's Prospect activity may leave hiring managers out, and then their delegates too. */
export function isExcludedFromProspects(standing: Standing): boolean {
  return isHiringManagerOfJob(standing) && !standing.prospectOpenToHiringManagers
}

export function maySeeJob(standing: Standing): boolean {
  return standing.active && (maySeeAllJobs(standing.roles) || standing.actsAs !== null)
}

export function maySeeProspects(standing: Standing): boolean {
  return (standing.active && maySeeAllJobs(standing.roles)) || mayHandleProspects(standing)
}

export function mayEditJob(standing: Standing): boolean {
  return isAdministrator(standing) || runsJob(standing)
}

export function mayActivateJob(standing: Standing): boolean {
  return isAdministrator(standing) || runsJob(standing)
}

export function mayCloseJob(standing: Standing): boolean {
  return isAdministrator(standing) || isRecruiterOfJob(standing)
}

export function mayHandleApplicants(standing: Standing): boolean {
  return isAdministrator(standing) || runsJob(standing)
}

/** Adds people as prospects, and moves them into that stage and out of it. */
export function mayHandleProspects(standing: Standing): boolean {
  return isAdministrator(standing) || (runsJob(standing) && !isExcludedFromProspects(standing))
}

/** Recruiters and hiring managers name a delegate for themselves; administrators do it for anybody. */
export function mayNameDelegateOf(standing: Standing, principalId: string): boolean {
  return isAdministrator(standing) || (standing.userId === principalId && runsJob(standing))
}

/** A delegate may leave, but can remove neither another delegate nor the person who named him. */
export function mayTakeRoleFrom(standing: Standing, member: { userId: string; role: JobRole }): boolean {
  if (isAdministrator(standing) || standing.jobRole !== 'delegate') return mayEditJob(standing)
  if (member.userId === standing.userId) return true
  return member.role !== 'delegate' && member.userId !== standing.delegateOf
}

/** What the screen may offer: the right of the person and the state of the job together. */
export function permissionsOn(standing: Standing): Job['permissions'] {
  const isOpen = standing.jobState !== 'closed'
  const isActive = standing.jobState === 'active'
  return {
    edit: isOpen && mayEditJob(standing),
    editTeam: isOpen && mayEditJob(standing),
    activate: standing.jobState === 'draft' && mayActivateJob(standing),
    close: isOpen && mayCloseJob(standing),
    addProspects: isActive && standing.prospectEnabled && mayHandleProspects(standing),
    addApplicants: isActive && mayHandleApplicants(standing),
    moveApplicants: isActive && mayHandleApplicants(standing),
    seeProspects: standing.prospectEnabled && maySeeProspects(standing),
  }
}

function isAdministrator(standing: Standing): boolean {
  return standing.active && standing.roles.includes('administrator')
}

function isRecruiterOfJob(standing: Standing): boolean {
  return standing.active && standing.actsAs === 'recruiter'
}

function isHiringManagerOfJob(standing: Standing): boolean {
  return standing.active && standing.actsAs === 'hiring_manager'
}
