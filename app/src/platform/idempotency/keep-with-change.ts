import type { Actor } from '../actor.ts'
import type { Tx } from '../db/db.ts'
import { conflict } from '../errors.ts'
import { claimInHand } from './claim-in-hand.ts'

/**
 * The last step of a verb's transaction: the answer is stored with the change, so that no crash can part them. What a
 * verb returns is as a rule what its route answers; a route that answers something else says so afterwards.
 */
export async function keepWithChange(tx: Tx, actor: Actor, result: unknown): Promise<void> {
  const claim = claimInHand()
  if (!claim?.form || actor.kind !== 'user' || actor.tenantId !== claim.tenantId) return
  const { status, answer, isSecret } = claim.form
  const isKnown = !isSecret && (answer === undefined || answer.safeParse(result).success)
  const body = answer && isKnown ? JSON.stringify(result) : null
  const updated = await tx
    .updateTable('kept_answer')
    .set({
      state: isKnown ? 'answered' : 'done',
      status,
      content_type: body === null ? null : 'application/json',
      body,
    })
    .where('tenant_id', '=', claim.tenantId)
    .where('caller', '=', claim.caller)
    .where('key', '=', claim.key)
    .where('claim', '=', claim.id)
    .executeTakeFirst()
  if (updated.numUpdatedRows === 0n) throw takenOver()
  claim.kept = isKnown ? { status, body } : undefined
}

// It took longer than a claim holds, and the caller has sent it again meanwhile: only one of the two may change anything.
function takenOver() {
  return conflict({
    code: 'idempotency.takenOver',
    message: 'The same request was sent again while this one was slow, so this one changed nothing. Send it once more.',
  })
}
