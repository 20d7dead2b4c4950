import type { ExportedCandidate } from '@lodestone/rsc/exported-candidates'
import { isExcludedFromProspects, runsJob } from '../../hiring/jobs/job.policy.ts'
import { findStanding } from '../../hiring/jobs/standing.queries.ts'
import type { Tx } from '../../platform/db/db.ts'
import type { ExportReceipt } from './one-click-export.shapes.ts'

type Refusing = NonNullable<ExportReceipt['cause']>

interface Place {
  jobId: string | null
  exporterUserId: string | null
}

/** LinkedIn's box may be minutes behind, so what it offered is checked again here. */
export type Admission =
  | { admitted: true; jobId: string; exporterUserId: string }
  | ({ admitted: false; cause: Refusing } & Place)

export async function admitExport(tx: Tx, tenantId: string, exported: ExportedCandidate): Promise<Admission> {
  const { jobId, exporterUserId } = await findPlace(tx, tenantId, exported)
  const refuse = (cause: Refusing) => ({ admitted: false, cause, jobId, exporterUserId }) as const
  if (jobId === null) return refuse('jobUnknown')
  if (exporterUserId === null) return refuse('exporterUnknown')
  const standing = await findStanding(tx, tenantId, { userId: exporterUserId, jobId })
  if (!standing || !runsJob(standing)) return refuse('exporterNotOnTeam')
  if (isExcludedFromProspects(standing)) return refuse('exporterExcludedFromProspects')
  if (standing.jobState === 'draft') return refuse('jobNotActive')
  if (standing.jobState === 'closed') return refuse('jobClosed')
  if (!standing.prospectEnabled) return refuse('prospectOff')
  return { admitted: true, jobId, exporterUserId }
}

/** The job that was chosen and who exported, as far as they are known here. */
export async function findPlace(tx: Tx, tenantId: string, exported: ExportedCandidate): Promise<Place> {
  const jobId = await lockJobOf(tx, tenantId, exported.externalJobPostingId)
  const exporterUserId = await findExporter(tx, tenantId, exported)
  return { jobId: jobId ?? null, exporterUserId: exporterUserId ?? null }
}

/** Nobody closes the job or changes its team between the check and the arrival. */
async function lockJobOf(tx: Tx, tenantId: string, reference: string | null): Promise<string | undefined> {
  if (reference === null) return undefined
  const row = await tx
    .selectFrom('job')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('reference', '=', reference)
    .forShare()
    .executeTakeFirst()
  return row?.id
}

/** By the person who exported. A seat may have changed hands since it was read, so it counts only when no person is named. */
async function findExporter(tx: Tx, tenantId: string, { exporter }: ExportedCandidate): Promise<string | undefined> {
  const personUrn = exporter.memberUrn ?? (await personOnSeat(tx, tenantId, exporter.seatUrn))
  if (!personUrn) return undefined
  const row = await tx
    .selectFrom('linkedin_user_connection')
    .select('user_id')
    .where('tenant_id', '=', tenantId)
    .where('person_urn', '=', personUrn)
    .executeTakeFirst()
  return row?.user_id
}

async function personOnSeat(tx: Tx, tenantId: string, seatUrn: string | null): Promise<string | undefined> {
  if (seatUrn === null) return undefined
  const row = await tx
    .selectFrom('linkedin_seat')
    .select('person_urn')
    .where('tenant_id', '=', tenantId)
    .where('seat_urn', '=', seatUrn)
    .executeTakeFirst()
  return row?.person_urn
}
