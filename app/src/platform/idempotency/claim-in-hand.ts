import { AsyncLocalStorage } from 'node:async_hooks'
import type { z } from 'zod'

/** How an operation answers when all went well; without a schema the answer is empty. */
export interface AnswerForm {
  status: number
  answer: z.ZodType | undefined
  /** It is told once and kept nowhere. */
  isSecret: boolean
}

/** What this request holds while its key is claimed, and what has become of it so far. */
export interface Claim {
  readonly tenantId: string
  readonly caller: string
  readonly key: string
  readonly id: string
  /** Of the operation that was asked for; none where everybody is let in. */
  form: AnswerForm | undefined
  /** A transaction for a change was opened: from here on a refusal is the product's own, and is kept too. */
  hasBegun: boolean
  /** What was kept in the transaction of the change. */
  kept: { status: number; body: string | null } | undefined
}

const inHand = new AsyncLocalStorage<Claim>()

export function holding<T>(claim: Claim, work: () => Promise<T>): Promise<T> {
  return inHand.run(claim, work)
}

export function noteBegin(): void {
  const claim = inHand.getStore()
  if (claim) claim.hasBegun = true
}

export function claimInHand(): Claim | undefined {
  return inHand.getStore()
}
