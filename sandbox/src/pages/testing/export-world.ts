import { putEntityAcl, putEntityAclAssignee, removeEntityAclAssignee } from '../../behaviours/acls.ts'
import { type Exporter, exportCandidate } from '../../behaviours/exports.ts'
import { nameIntegration } from '../../behaviours/integrations.ts'
import { personUrnFor } from '../../behaviours/members.ts'
import { jobPostingIdOf } from '../../store.ts'
import { type Connected, startConnected } from '../../testing/connected.ts'
import { aJob, connect, organization, postJobs, provision } from '../../testing/customer.ts'

export const atsName = 'Lodestone - Tulpenveld'

/** One connected ATS with three open jobs, all of which Sanne may use. */
export interface ExportWorld extends Connected {
  readonly exporter: Exporter
  readonly atsKey: string
  exportTo(externalJobPostingId: string, memberId: string): void
  /** The ATS fetches what was exported to it. */
  fetchExports(): Promise<void>
  takeJobsFrom(memberId: string): void
  closeJob(externalJobPostingId: string): Promise<void>
}

export async function startExportWorld(): Promise<ExportWorld> {
  const world = await startConnected('company', { challenge: false })
  const { running, customer } = world
  const { sandbox } = running
  await postJobs(customer, [
    aJob('TV-1042', { title: 'Senior backend engineer', location: 'Amsterdam, Netherlands' }),
    aJob('TV-1012', { title: 'Data engineer', location: 'Utrecht, Netherlands' }),
    aJob('TV-1033', { title: 'Climate specialist', location: 'Zwolle, Netherlands' }),
  ])
  await running.settle()
  const list = {
    clientId: customer.clientId,
    integrationContext: organization,
    atsEntityAclId: 'sanne',
    atsEntityType: 'JOB_POSTING',
  }
  for (const job of ['TV-1042', 'TV-1012', 'TV-1033']) putEntityAcl(sandbox, { ...list, atsEntityId: job })
  const urnOf = (memberId: string) => personUrnFor(customer.clientId, memberId)
  putEntityAclAssignee(sandbox, { ...list, assignee: urnOf('sanne-de-wit') })
  const getJob = (externalJobPostingId: string) =>
    sandbox.store.jobPostings.get(jobPostingIdOf({ ...list, externalJobPostingId }))
  const exporter = { recruiterMemberId: 'sanne-de-wit', clientId: customer.clientId, integrationContext: organization }
  return {
    ...world,
    exporter,
    atsKey: `${customer.clientId}@${organization}`,
    exportTo: (externalJobPostingId, memberId) => {
      exportCandidate(sandbox, { ...exporter, memberId, externalJobPostingId })
    },
    fetchExports: async () => {
      for (const { requestId } of sandbox.store.exportedCandidates.list()) {
        await customer.call(`GET /v2/exportedCandidates?q=request&requestId=${requestId}`)
      }
    },
    takeJobsFrom: memberId => removeEntityAclAssignee(sandbox, { ...list, assignee: urnOf(memberId) }),
    closeJob: async externalJobPostingId => {
      const { posting } = getJob(externalJobPostingId)
      const job = { ...posting, jobPostingOperationType: 'CLOSE', state: 'CLOSED' }
      await postJobs(customer, [job])
      await running.settle()
    },
  }
}

/** A second instance of the same company, with one job that everybody may use. */
export async function connectSecondAts(world: ExportWorld): Promise<string> {
  const { running } = world
  const second = await provision(running, 'tenant-be')
  const receiver = { ...world.receiver, url: `${world.receiver.url}-be` }
  await connect(running, second, { level: 'company', receiver })
  nameIntegration(
    running.sandbox,
    second.clientId,
    { integrationContext: organization, integrationType: 'ONE_CLICK_EXPORT' },
    'Lodestone - Belgie',
  )
  await postJobs(second, [aJob('TB-201', { title: 'Production lead', location: 'Gent, Belgium' })])
  await running.settle()
  const list = {
    clientId: second.clientId,
    integrationContext: organization,
    atsEntityAclId: 'sanne',
    atsEntityType: 'JOB_POSTING',
  }
  putEntityAcl(running.sandbox, { ...list, atsEntityId: 'TB-201' })
  putEntityAclAssignee(running.sandbox, { ...list, assignee: personUrnFor(second.clientId, 'sanne-de-wit') })
  return `${second.clientId}@${organization}`
}
