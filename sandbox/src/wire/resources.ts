import type { Resource } from './resource.ts'
import { atsApplicationStages } from './resources/ats-application-stages.ts'
import { atsApplications } from './resources/ats-applications.ts'
import { atsCandidates } from './resources/ats-candidates.ts'
import { atsEntityAclAssignees } from './resources/ats-entity-acl-assignees.ts'
import { atsEntityAcls } from './resources/ats-entity-acls.ts'
import { atsIntegrations } from './resources/ats-integrations.ts'
import { atsInterviewFeedback } from './resources/ats-interview-feedback.ts'
import { atsApplicationNotes, atsCandidateNotes } from './resources/ats-notes.ts'
import { configurations } from './resources/configurations.ts'
import { exportedCandidates } from './resources/exported-candidates.ts'
import { me } from './resources/me.ts'
import { provisionedApplication, provisionedApplications } from './resources/provisioned-applications.ts'
import { seatsV2 } from './resources/seats.ts'
import { simpleJobPostingTasks } from './resources/simple-job-posting-tasks.ts'
import { simpleJobPostings } from './resources/simple-job-postings.ts'

/** Every address under `/v2/` that this sandbox answers. */
export const resources: readonly Resource[] = [
  provisionedApplications,
  provisionedApplication,
  atsIntegrations,
  configurations,
  simpleJobPostings,
  simpleJobPostingTasks,
  atsCandidates,
  atsCandidateNotes,
  atsApplications,
  atsApplicationStages,
  atsApplicationNotes,
  atsInterviewFeedback,
  atsEntityAcls,
  atsEntityAclAssignees,
  exportedCandidates,
  seatsV2,
  me,
]

export function findResource(segments: readonly string[]): Resource | undefined {
  return resources.find(resource => {
    const wanted = resource.path.split('/')
    return wanted.length === segments.length && wanted.every((part, at) => part === '{}' || part === segments[at])
  })
}
