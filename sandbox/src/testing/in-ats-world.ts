import { putEntityAcl, putEntityAclAssignee, removeEntityAclAssignee } from '../behaviours/acls.ts'
import { personUrnFor } from '../behaviours/members.ts'
import { type Connected, startConnected } from './connected.ts'
import { aJob, organization, postJobs } from './customer.ts'
import {
  aCandidate,
  aNote,
  anApplication,
  aStage,
  candidateNotesOf,
  feedbackOf,
  notesOf,
  putApplications,
  putCandidates,
  putParts,
  someFeedback,
  stagesOf,
} from './synced.ts'

const day = 24 * 60 * 60_000
const start = Date.UTC(2026, 1, 4, 12)

/** One ATS that has shared Lotte Verbeek with two applications, and two recruiters of the company: Sanne and Joris. */
export interface InAtsWorld extends Connected {
  openToAll(): Promise<void>
  close(): Promise<void>
  /** Puts a recruiter on the access list of one job, or takes him off. */
  assign(memberId: string, externalJobPostingId: string): void
  unassign(memberId: string): void
}

export async function startInAtsWorld(): Promise<InAtsWorld> {
  const world = await startConnected('company', { challenge: false, matchDelayMs: 0 })
  const { running, customer } = world
  await postJobs(customer, [
    aJob('TV-1012', { title: 'Data engineer' }),
    aJob('TV-0968', { title: 'Integration developer' }),
  ])
  await running.settle()
  const email = running.store.members.get('lotte-verbeek').emailAddresses[0]?.address ?? ''
  await putCandidates(customer, {
    'C-1': aCandidate({ emailAddresses: [email], currentJobTitle: 'Backend engineer', currentCompanyName: 'Windhoek' }),
  })
  await putApplications(customer, {
    'A-1': anApplication({ source: 'LinkedIn' }),
    'A-2': anApplication({
      atsJobPostingId: 'TV-0968',
      atsJobPostingName: 'Integration developer',
      dispositionReason: 'Withdrew',
    }),
  })
  await putParts(customer, stagesOf('A-1'), {
    'S-2': aStage('Screen', start + 200 * day),
    'S-1': aStage('Application', start + 190 * day),
  })
  await putParts(customer, stagesOf('A-2'), {
    'S-3': aStage('Application', start),
    'S-4': aStage('Interview', start + 16 * day),
    'S-5': aStage('Not selected', start + 26 * day),
  })
  await putParts(customer, feedbackOf('A-2'), {
    'F-1': someFeedback({ atsCreatedAt: start + 20 * day, evaluations: [{ attribute: 'Planning', result: '5/5' }] }),
  })
  await putParts(customer, notesOf('A-1'), { 'N-1': aNote({ atsCreatedAt: start + 201 * day, note: 'Knows queues.' }) })
  await putParts(customer, candidateNotesOf('C-1'), { 'N-9': aNote({ atsCreatedAt: start + 202 * day }) })

  const place = { clientId: customer.clientId, integrationContext: organization, atsEntityType: 'JOB_POSTING' }
  const personOf = (memberId: string) => personUrnFor(customer.clientId, memberId)
  return {
    ...world,
    openToAll: async () => {
      await customer.call(`PUT ${viewersPath}`, {
        json: { entities: { APPLICATION_VIEWERS: { configurationValue: { string: 'ALL_PRODUCT_USERS' } } } },
      })
    },
    close: async () => {
      await customer.call(`DELETE ${viewersPath}`)
    },
    assign: (memberId, atsEntityId) => {
      putEntityAcl(running.sandbox, { ...place, atsEntityAclId: memberId, atsEntityId })
      putEntityAclAssignee(running.sandbox, { ...place, atsEntityAclId: memberId, assignee: personOf(memberId) })
    },
    unassign: memberId =>
      removeEntityAclAssignee(running.sandbox, { ...place, atsEntityAclId: memberId, assignee: personOf(memberId) }),
  }
}

const viewersPath = `/v2/atsIntegrations/integrationContext=${organization}&integrationType=IN_ATS_INDICATOR&tenantType=RECRUITER&dataProvider=ATS/configurations?ids=APPLICATION_VIEWERS`
