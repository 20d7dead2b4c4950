import { sql } from 'kysely'
import { conflict } from '../../platform/errors.ts'
import type { Work } from '../../platform/work.ts'
import { permissionsOf } from '../access/access.queries.ts'
import { refuseUnlessMayManageLinkedIn } from '../access/refusals.ts'
import type { Resource } from './ledger.ts'
import { newVersion } from './ledger.ts'
import { wantSending } from './want.ts'

/**
 * Sends again what LinkedIn has refused: one record, or all of them. For whoever has mended the cause at LinkedIn, of which
 * nothing here knows. What is changed here goes again by itself. Answers how many records that were.
 */
export async function replayRefused(work: Work, which: { resource: Resource; key: string } | 'all'): Promise<number> {
  refuseUnlessMayManageLinkedIn(work.actor)
  const { exportEnabled, indicatorEnabled } = await permissionsOf(work.tx, work.tenantId)
  if (!exportEnabled && !indicatorEnabled) {
    throw conflict({
      code: 'linkedin.switchedOff',
      message: 'LinkedIn is not enabled, so nothing can be sent. All that is wanted goes out once it is enabled.',
    })
  }
  const one = which === 'all' ? sql`true` : sql`resource = ${which.resource} and key = ${which.key}`
  const answer = await sql<{ resource: string }>`
    update sync_record set payload_hash = null, ${newVersion(work)}
    where tenant_id = ${work.tenantId} and state = 'refused' and ${one} returning resource`.execute(work.tx)
  const count = answer.rows.length
  if (count === 0) return 0
  await work.record({
    kind: 'linkedin.replayed',
    subject: { kind: 'linkedin', id: work.tenantId },
    change: which === 'all' ? { count } : { count, resource: which.resource },
  })
  await wantSending(work)
  return count
}
