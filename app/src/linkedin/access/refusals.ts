import type { RecordVerdict } from '@lodestone/rsc/batch'
import { LinkedInFailure } from '@lodestone/rsc/errors'
import type { Actor } from '../../platform/actor.ts'
import { hasRole } from '../../platform/actor.ts'
import type { Refusal } from '../../platform/errors.ts'
import { conflict, notAllowed } from '../../platform/errors.ts'
import { TryLater } from '../../platform/queue/queue.ts'

export function refuseUnlessMayManageLinkedIn(actor: Actor): void {
  if (actor.kind === 'operator' || hasRole(actor, 'administrator')) return
  throw notAllowed('linkedin.administratorsOnly', 'Only an administrator can set up LinkedIn. Ask one to do this.')
}

/** Runs calls that a person waits for: what LinkedIn refuses is told to him in words. */
export async function tellingLinkedInsNo<T>(doing: string, calls: () => Promise<T>): Promise<T> {
  try {
    return await calls()
  } catch (error) {
    if (!(error instanceof LinkedInFailure || error instanceof TryLater)) throw error
    throw linkedInSaidNo(doing, error.message)
  }
}

/** LinkedIn judges each record of a batch; one no is the whole step's. */
export function refuseIfRefused(doing: string, verdicts: readonly RecordVerdict<unknown>[]): void {
  for (const verdict of verdicts) {
    if (!verdict.ok) throw linkedInSaidNo(doing, `LinkedIn says: ${verdict.message}`)
  }
}

function linkedInSaidNo(doing: string, words: string): Refusal {
  return conflict({
    code: 'linkedin.refused',
    message: `${doing} did not work. ${words}`,
    params: { words },
  })
}
