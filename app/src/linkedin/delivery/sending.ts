import type { Client } from '@lodestone/rsc/client'
import type { LinkedInFailure } from '@lodestone/rsc/errors'
import type { Actor } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import type { ClaimedTask } from '../../platform/queue/queue.ts'
import type { Work } from '../../platform/work.ts'
import { look, perform } from '../../platform/work.ts'
import { findAccess, permissionsOf } from '../access/access.queries.ts'
import { announceSync } from '../access/announce-sync.ts'
import type { Endpoint } from '../access/call-count.ts'
import { countCall } from '../access/call-count.ts'
import { endPause } from '../access/later.ts'
import { readIntegrations } from '../access/read-integrations.ts'
import { callInParts } from './call-in-parts.ts'
import { reasonOf } from './delivery-reason.shapes.ts'
import type { Resource, SentRecord } from './ledger.ts'
import { holdBack, putBack } from './ledger.ts'

/** What one run of the sender works with. */
export interface Sending {
  app: App
  task: ClaimedTask
  actor: Actor
  client: Client
  organizationUrn: string
  jobVisibility: 'private' | 'public'
  /** A first sync fills LinkedIn's windows again and again. That is noted here, and not on each record that waits for it. */
  windows: Map<Endpoint, Date>
}

export type Switch = 'exportEnabled' | 'indicatorEnabled'

/** One record's answer. `later` says whether a repeat can help. */
export type Verdict<Good> = { record: SentRecord } & (
  | { ok: true; good: Good }
  | { ok: false; words: string | null; status: number; later: boolean }
)

/** LinkedIn holds what was sent, or holds no longer what was to go: a delete of what is not there has nothing left to do. */
export function isAsWanted(verdict: Verdict<unknown>): boolean {
  return verdict.ok || (verdict.record.wanted === 'absent' && verdict.status === 404)
}

export interface Batch<Good> {
  resource: Resource
  endpoint: Endpoint
  permission?: Switch
  records: readonly SentRecord[]
  call(records: readonly SentRecord[]): Promise<Verdict<Good>[]>
  judge(work: Work, verdicts: readonly Verdict<Good>[]): Promise<void>
}

/** LinkedIn takes nothing of this kind, and does not say why: it is asked again after this time. */
export const HELD_BACK_MS = 15 * 60_000

/** Begins each batch: the task is still ours, and LinkedIn is on and still the same company's. */
export async function mayGoOn(
  work: Work,
  { task, organizationUrn }: Sending,
  permission: Switch = 'exportEnabled',
): Promise<boolean> {
  await task.refuseUnlessHeld(work)
  const access = await findAccess(work.tx, work.tenantId)
  return access?.organizationUrn === organizationUrn && (await permissionsOf(work.tx, work.tenantId))[permission]
}

export function isWindowFull({ windows }: Sending, endpoint: Endpoint, now: Date): boolean {
  const until = windows.get(endpoint)
  return until !== undefined && until > now
}

/** Sends a batch that was taken up and judges each record. A failure that is not about the records goes to the caller. */
export async function callLinkedIn<Good>(sending: Sending, batch: Batch<Good>): Promise<void> {
  const { app, actor } = sending
  const judgeAll = (verdicts: readonly Verdict<Good>[]) =>
    perform(app, actor, async work => {
      await batch.judge(work, verdicts)
      await announceSync(work)
    })
  const stop = await callInParts(batch.records, {
    call: async records => {
      const verdicts = await batch.call(records)
      await endPause(app, actor.tenantId)
      await judgeAll(verdicts)
    },
    refuse: (record, failure) => {
      const { linkedInMessage: words, status } = failure
      return judgeAll([{ record, ok: false, words, status, later: false }])
    },
    count: records => perform(app, actor, work => countCall(work, batch.endpoint, records.length)),
    isStillAllowed: () => isStillAllowed(sending, batch.permission),
  })
  if (!stop) return
  const { left, why } = stop
  await perform(app, actor, async work => {
    await putBack(work, left)
    if (why.kind === 'window' && batch.permission === 'indicatorEnabled') sending.windows.set(batch.endpoint, why.until)
    else if (why.kind === 'window') await holdBack(work, batch.resource, { until: why.until })
    else if (why.kind === 'forbidden') await holdBack(work, batch.resource, whenForbidden(work, why.failure))
  })
  if (why.kind === 'failure') throw why.failure
}

function whenForbidden(work: Work, failure: LinkedInFailure) {
  return {
    until: new Date(work.now.getTime() + HELD_BACK_MS),
    reason: reasonOf('noPermission', { words: failure.linkedInMessage }),
  }
}

/** LinkedIn says no to everything: perhaps it was switched off, and the push about it is still on its way. */
export async function isStillAllowed({ app, actor }: Sending, permission: Switch = 'exportEnabled'): Promise<boolean> {
  await readIntegrations(app, actor)
  return (await look(app, actor, tx => permissionsOf(tx, actor.tenantId)))[permission]
}
