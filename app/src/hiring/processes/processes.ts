import { conflict, notAllowed } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import type { Work } from '../../platform/work.ts'
import { mayEditJob } from '../jobs/job.policy.ts'
import type { ProspectSetting, Stage } from '../jobs/jobs.shapes.ts'
import { lockJob } from '../jobs/standing.queries.ts'

const defaultStages = [
  { kind: 'prospect', name: 'Prospect' },
  { kind: 'application', name: 'Application' },
  { kind: 'screening', name: 'Screen' },
  { kind: 'interview', name: 'Interview' },
  { kind: 'offer', name: 'Offer' },
] as const satisfies Pick<Stage, 'kind' | 'name'>[]

/** The process that every new job starts with. Prospect is always first. */
export async function addDefaultProcess(work: Work, jobId: string): Promise<void> {
  const rows = defaultStages.map(({ kind, name }, position) => ({
    tenant_id: work.tenantId,
    id: newId('stage'),
    job_id: jobId,
    position,
    kind,
    name,
  }))
  await work.tx.insertInto('stage').values(rows).execute()
}

/** Switches the Prospect stage, and opens it to hiring managers or not. Frozen once the job is active. */
export async function changeProspectSetting(work: Work, jobId: string, setting: ProspectSetting): Promise<void> {
  const { standing } = await lockJob(work, jobId)
  if (!mayEditJob(standing)) {
    throw notAllowed('job.mayNotEdit', 'Only recruiters and hiring managers of this job change its process.')
  }
  if (standing.jobState !== 'draft') throw processFrozen()
  const before = { enabled: standing.prospectEnabled, openToHiringManagers: standing.prospectOpenToHiringManagers }
  const after = {
    enabled: setting.enabled ?? before.enabled,
    openToHiringManagers: setting.openToHiringManagers ?? before.openToHiringManagers,
  }
  if (after.enabled === before.enabled && after.openToHiringManagers === before.openToHiringManagers) return
  await work.tx
    .updateTable('stage')
    .set({ enabled: after.enabled, open_to_hiring_managers: after.openToHiringManagers })
    .where('tenant_id', '=', work.tenantId)
    .where('job_id', '=', jobId)
    .where('kind', '=', 'prospect')
    .execute()
  await work.record({
    kind: 'job.prospectSettingChanged',
    subject: { kind: 'job', id: jobId },
    jobId,
    change: { old: before, new: after },
  })
}

function processFrozen() {
  return conflict({
    code: 'job.processFrozen',
    message:
      'The process of a job is frozen once the job has been activated, and so is its Prospect setting. ' +
      'Nothing was changed. Make a new job when you need another process.',
  })
}
