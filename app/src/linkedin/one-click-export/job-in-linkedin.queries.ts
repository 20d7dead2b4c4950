import { getJob } from '../../hiring/jobs/jobs.queries.ts'
import type { Job } from '../../hiring/jobs/jobs.shapes.ts'
import type { UserActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/db.ts'
import type { Permissions } from '../access/access.queries.ts'
import { permissionsOf } from '../access/access.queries.ts'
import { listTeamsInLinkedIn, whyNoExport } from '../access/exporters.ts'
import type { Access, JobRecord } from '../delivery/delivery.queries.ts'
import { findJobRecord, readAccess } from '../delivery/delivery.queries.ts'
import { findReminders, isRemindedToday } from './connect-reminders.queries.ts'
import type { JobInLinkedIn } from './one-click-export.shapes.ts'

/** Is the job in the export box, and for whom? Only for people who may see the job. */
export async function readJobInLinkedIn(
  tx: Tx,
  actor: UserActor,
  question: { jobId: string; now: Date },
): Promise<JobInLinkedIn> {
  const { jobId, now } = question
  const job = await getJob(tx, actor, jobId)
  const permissions = await permissionsOf(tx, actor.tenantId)
  const record = await findJobRecord(tx, actor.tenantId, job.reference)
  const whyNot = whyNotVisible(job, permissions, record)
  const reminders = await findReminders(tx, actor.tenantId, jobId)
  const team = await listTeamsInLinkedIn(tx, actor.tenantId, [jobId])
  const access = whyNot === null ? await readAccess(tx, actor.tenantId, team) : new Map<string, Access>()
  return {
    level: permissions.level,
    visible: whyNot === null,
    whyNot,
    delivery: record?.delivery ?? null,
    lastSyncAt: record?.acceptedAt?.toISOString() ?? null,
    people: team.map(member => {
      const why =
        whyNoExport(member, { now, level: permissions.level }) ?? whyNoAccess[access.get(member.userId) ?? 'accepted']
      const remindedAt = reminders.get(member.userId)
      const mayRemind = job.permissions.editTeam && member.userId !== actor.userId && !isRemindedToday(remindedAt, now)
      return {
        userId: member.userId,
        name: member.name,
        canExport: whyNot === null && why === null,
        why,
        canRemind: mayRemind && (why === 'notConnected' || why === 'connectionExpired'),
        remindedAt: remindedAt?.toISOString() ?? null,
      }
    }),
  }
}

/** LinkedIn shows a job only to those whom it has accepted on an access list. */
const whyNoAccess = { accepted: null, waiting: 'accessWaiting', refused: 'accessRefused' } as const

function whyNotVisible(job: Job, permissions: Permissions, record: JobRecord | undefined): JobInLinkedIn['whyNot'] {
  if (!permissions.exportEnabled) return 'off'
  if (job.state === 'closed') return 'closed'
  if (!job.stages.some(stage => stage.kind === 'prospect' && stage.enabled)) return 'prospectOff'
  if (job.state === 'draft') return 'notActive'
  if (record?.isThere) return null
  return record?.delivery.state === 'refused' ? 'refused' : 'waiting'
}
