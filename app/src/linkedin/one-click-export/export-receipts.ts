import type { UserActor } from '../../platform/actor.ts'
import { notFound } from '../../platform/errors.ts'
import type { Work } from '../../platform/work.ts'
import { isReceiptVisible } from './export-receipts.queries.ts'

/** Closes a receipt for this person; the others still see it. */
export async function dismissReceipt(work: Work, actor: UserActor, receiptId: string): Promise<void> {
  if (!(await isReceiptVisible(work.tx, actor, receiptId))) throw notFound('export receipt')
  await work.tx
    .insertInto('export_receipt_dismissed')
    .values({ tenant_id: work.tenantId, receipt_id: receiptId, user_id: actor.userId })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}
