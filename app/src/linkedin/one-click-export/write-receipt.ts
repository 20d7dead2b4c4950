import { newId } from '../../platform/ids.ts'
import type { Work } from '../../platform/work.ts'
import type { ExportReceipt } from './one-click-export.shapes.ts'

export interface NewReceipt {
  requestId: string
  receivedAt: Date
  outcome: ExportReceipt['outcome']
  cause?: NonNullable<ExportReceipt['cause']>
  personName?: string | null
  personUrn?: string | null
  jobReference?: string | null
  jobId?: string | null
  candidateId?: string | null
  applicationId?: string | null
  exporterUserId?: string | null
  exporterUrn?: string | null
  exportedAt?: Date | null
  raw?: Record<string, unknown> | undefined
}

/** What became of an export, for the job's page and for Home. One per export. */
export async function writeReceipt(work: Work, receipt: NewReceipt): Promise<void> {
  const id = newId('exportReceipt')
  await work.tx
    .insertInto('export_receipt')
    .values({
      tenant_id: work.tenantId,
      id,
      request_id: receipt.requestId,
      outcome: receipt.outcome,
      cause: receipt.cause ?? null,
      person_name: receipt.personName ?? null,
      person_urn: receipt.personUrn ?? null,
      job_reference: receipt.jobReference ?? null,
      job_id: receipt.jobId ?? null,
      candidate_id: receipt.candidateId ?? null,
      application_id: receipt.applicationId ?? null,
      exporter_user_id: receipt.exporterUserId ?? null,
      exporter_urn: receipt.exporterUrn ?? null,
      exported_at: receipt.exportedAt ?? null,
      received_at: receipt.receivedAt,
      settled_at: work.now,
      raw: receipt.raw ? JSON.stringify(receipt.raw) : null,
    })
    .execute()
  await work.record({
    kind: `export.${receipt.outcome}`,
    subject: { kind: 'exportReceipt', id },
    ...(receipt.jobId ? { jobId: receipt.jobId } : {}),
    change: { cause: receipt.cause ?? null, candidateId: receipt.candidateId ?? null },
  })
}
