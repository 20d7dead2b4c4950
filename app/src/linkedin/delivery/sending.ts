import type { Client } from '@lodestone/rsc/client'
import { LinkedInFailure } from '@lodestone/rsc/errors'
import type { Actor } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import { look, perform } from '../../platform/work.ts'
import { permissionsOf } from '../access/access.queries.ts'
import { endPause } from '../access/later.ts'
import { readIntegrations } from '../access/read-integrations.ts'
import type { SentRecord } from './ledger.ts'
import { putBack, refuse } from './ledger.ts'

/** What one run of the sender works with. */
export interface Sending {
  app: App
  actor: Actor
  client: Client
  organizationUrn: string
  jobVisibility: 'private' | 'public'
}

/** One record's answer. `later` says whether a repeat can help. */
export type Verdict<Good> = { record: SentRecord } & (
  | { ok: true; good: Good }
  | { ok: false; words: string; status: number; later: boolean }
)

/**
 * Makes one call for a batch. When LinkedIn refuses the call as a whole because of what is in it, halves of it are tried, so
 * that one bad record does not hold up the others. Any other failure puts the records back and goes to the caller.
 */
export async function callLinkedIn<Good>(
  sending: Sending,
  records: readonly SentRecord[],
  call: (records: readonly SentRecord[]) => Promise<Verdict<Good>[]>,
): Promise<Verdict<Good>[]> {
  const { app, actor } = sending
  try {
    const verdicts = await callInHalves(records, call)
    await endPause(app, actor.tenantId)
    return verdicts
  } catch (error) {
    if (error instanceof LinkedInFailure && error.kind === 'forbidden' && (await isStillEnabled(sending))) {
      await perform(app, actor, async work => {
        for (const record of records) await refuse(work, record, wordsOf(error))
      })
      return []
    }
    await perform(app, actor, work => putBack(work, records))
    if (error instanceof LinkedInFailure && error.kind === 'forbidden') return []
    throw error
  }
}

async function callInHalves<Good>(
  records: readonly SentRecord[],
  call: (records: readonly SentRecord[]) => Promise<Verdict<Good>[]>,
): Promise<Verdict<Good>[]> {
  try {
    return await call(records)
  } catch (error) {
    if (!(error instanceof LinkedInFailure) || !isAboutContent(error)) throw error
    const [only, ...others] = records
    if (only && others.length === 0) {
      return [{ record: only, ok: false, words: wordsOf(error), status: error.status, later: false }]
    }
    const middle = Math.ceil(records.length / 2)
    const first = await callInHalves(records.slice(0, middle), call)
    return [...first, ...(await callInHalves(records.slice(middle), call))]
  }
}

function isAboutContent(failure: LinkedInFailure): boolean {
  return failure.retry === 'never' && failure.kind !== 'forbidden' && failure.kind !== 'unauthorized'
}

function wordsOf(failure: LinkedInFailure): string {
  return failure.linkedInMessage ?? failure.message
}

/** LinkedIn says no to everything: perhaps it was switched off, and the push about it is still on its way. */
async function isStillEnabled({ app, actor }: Sending): Promise<boolean> {
  await readIntegrations(app, actor)
  return (await look(app, actor, tx => permissionsOf(tx, actor.tenantId))).exportEnabled
}
