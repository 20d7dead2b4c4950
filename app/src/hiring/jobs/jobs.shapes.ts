import { z } from 'zod'
import { personName } from '../users/users.shapes.ts'

export const jobStates = ['draft', 'active', 'closed'] as const
export const jobRoles = ['recruiter', 'hiring_manager', 'interviewer', 'delegate'] as const
export const employmentTypes = ['full_time', 'part_time', 'contract', 'temporary', 'volunteer', 'internship'] as const
export const seniorities = ['internship', 'entry', 'associate', 'mid_senior', 'director', 'executive'] as const
export const workplaces = ['on_site', 'hybrid', 'remote'] as const

/** New asks for a title and for one's own role in this job. */
export const newJob = z.object({
  title: z.string().trim().min(1).max(200),
  ownRole: z.enum(['recruiter', 'hiring_manager']),
})
export type NewJob = z.infer<typeof newJob>

export const jobDetails = z.object({
  title: z.string().trim().min(1).max(200),
  description: z.string().max(25_000),
  location: z.string().trim().max(200),
  openings: z.number().int().min(1).max(999),
  employmentType: z.enum(employmentTypes).nullable(),
  seniority: z.enum(seniorities).nullable(),
  workplace: z.enum(workplaces).nullable(),
})
export const jobChange = jobDetails.partial()
export type JobChange = z.infer<typeof jobChange>

export const teamMember = z.object({
  userId: z.string(),
  name: z.string(),
  role: z.enum(jobRoles),
  delegateOf: personName.nullable(),
})
export type TeamMember = z.infer<typeof teamMember>

/** A delegate stands in for one recruiter or hiring manager of the same job. */
export const newTeamMember = z.object({
  userId: z.string(),
  role: z.enum(jobRoles),
  delegateOf: z.string().nullable().default(null),
})
export type NewTeamMember = z.input<typeof newTeamMember>

export const teamMemberChange = newTeamMember.omit({ userId: true })
export type TeamMemberChange = z.input<typeof teamMemberChange>

export const stageKinds = ['prospect', 'application', 'screening', 'assessment', 'interview', 'offer'] as const
export const stage = z.object({
  id: z.string(),
  kind: z.enum(stageKinds),
  name: z.string(),
  enabled: z.boolean(),
  openToHiringManagers: z.boolean(),
})
export type Stage = z.infer<typeof stage>

/** Frozen after activation. */
export const prospectSetting = z.object({
  enabled: z.boolean().optional(),
  openToHiringManagers: z.boolean().optional(),
})
export type ProspectSetting = z.infer<typeof prospectSetting>

/** What this user may do with this job now, so that the screen offers nothing that would be refused. */
export const jobPermissions = z.object({
  edit: z.boolean(),
  editTeam: z.boolean(),
  activate: z.boolean(),
  close: z.boolean(),
  addProspects: z.boolean(),
  addApplicants: z.boolean(),
  moveApplicants: z.boolean(),
  seeProspects: z.boolean(),
})

export const job = jobDetails.extend({
  id: z.string(),
  reference: z.string(),
  state: z.enum(jobStates),
  closedReason: z.enum(['filled', 'cancelled']).nullable(),
  createdAt: z.string(),
  activatedAt: z.string().nullable(),
  closedAt: z.string().nullable(),
  team: z.array(teamMember),
  stages: z.array(stage),
  /** In the running. */
  candidateCount: z.number(),
  permissions: jobPermissions,
})
export type Job = z.infer<typeof job>

export const jobListItem = z.object({
  id: z.string(),
  reference: z.string(),
  title: z.string(),
  location: z.string(),
  state: z.enum(jobStates),
  createdAt: z.string(),
  activatedAt: z.string().nullable(),
  ownRole: z.enum(jobRoles).nullable(),
  team: z.array(personName),
  stageCounts: z.array(z.object({ kind: z.enum(stageKinds), name: z.string(), count: z.number() })),
  /** Prospects whom I have not looked at yet, and since when the first of them waits. */
  unopenedProspects: z.object({ count: z.number(), waitingSince: z.string().nullable() }),
})
export type JobListItem = z.infer<typeof jobListItem>

export const jobFilter = z.object({
  state: z.enum(jobStates).optional(),
  /** `mine`: jobs on whose hiring team I am. */
  scope: z.enum(['mine', 'all']).default('mine'),
  q: z.string().max(200).optional(),
})
export type JobFilter = z.infer<typeof jobFilter>

export const jobClosure = z
  .object({
    reason: z.enum(['filled', 'cancelled']),
    comment: z.string().max(2_000).default(''),
    /** Filled names the person who got the job: someone in Offer. */
    hiredApplicationId: z.string().nullable().default(null),
  })
  .refine(closure => closure.reason === 'cancelled' || closure.hiredApplicationId !== null, {
    path: ['hiredApplicationId'],
    message: 'Choose who was hired.',
  })
export type JobClosure = z.input<typeof jobClosure>
