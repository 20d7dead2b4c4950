import { announce } from '../../platform/events/announce.ts'
import type { Work } from '../../platform/work.ts'

/** What waits for LinkedIn, or why, is another than before: open pages ask again. */
export async function announceSync({ tx, tenantId }: Pick<Work, 'tx' | 'tenantId'>): Promise<void> {
  await announce(tx, { tenantId, kind: 'linkedin.syncChanged', subject: { kind: 'linkedin', id: 'sync' } })
}
