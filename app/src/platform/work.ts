import type { Actor } from './actor.ts'
import type { App } from './app.ts'
import type { Scope, Tx } from './db/db.ts'
import { sendLater } from './db/db.ts'
import { noteBegin } from './idempotency/claim-in-hand.ts'
import { keepWithChange } from './idempotency/keep-with-change.ts'
import { newId } from './ids.ts'

export interface Change {
  /** `<subject>.<what happened>`, such as `application.moved`. */
  kind: `${string}.${string}`
  subject: { kind: string; id: string }
  /** Set when an open page of this job should notice. */
  jobId?: string
  /** Old and new values as far as history needs them. */
  change?: Record<string, unknown>
}

/** One transaction in the name of one actor. Verbs take it, so that they can be joined into one change. */
export interface Work {
  readonly tx: Tx
  readonly actor: Actor
  readonly tenantId: string
  readonly now: Date
  /** For a change whose answer is not needed: the verb goes on at once. Should it fail, so does the whole transaction. */
  later(statement: Parameters<typeof sendLater>[1]): void
  /** Writes the event rows that history, live updates and LinkedIn's followers read. */
  record(...changes: Change[]): Promise<void>
}

/** Opens the transaction for a verb: `perform(app, actor, work => activateJob(work, input))`. */
export function perform<T>(app: App, actor: Actor, verb: (work: Work) => Promise<T>): Promise<T> {
  noteBegin()
  return app.db.transact(scopeOf(actor), async tx => {
    const work = toWork(tx, actor, app.clock.now())
    const result = await verb(work)
    await keepWithChange(tx, actor, result)
    return result
  })
}

/** A transaction for reads only: no event can be written in it. */
export function look<T>(app: App, actor: Actor, read: (tx: Tx) => Promise<T>): Promise<T> {
  return app.db.read(scopeOf(actor), read)
}

/** The same transaction in another name: what a queue task does for a push is written down as the push's. */
export function inTheNameOf(work: Work, actor: Actor): Work {
  if (actor.tenantId !== work.tenantId) throw new Error('A transaction cannot change its tenant.')
  return toWork(work.tx, actor, work.now)
}

function toWork(tx: Tx, actor: Actor, now: Date): Work {
  return {
    tx,
    actor,
    tenantId: actor.tenantId,
    now,
    later: statement => sendLater(tx, statement, 'kept'),
    record: async (...changes) => {
      const by = JSON.stringify(actorForHistory(actor))
      const rows = changes.map(({ kind, subject, jobId, change }) => ({
        tenant_id: actor.tenantId,
        id: newId('event'),
        at: now,
        kind,
        subject_kind: subject.kind,
        subject_id: subject.id,
        job_id: jobId ?? null,
        actor: by,
        change: JSON.stringify(change ?? {}),
      }))
      // A statement takes at most 65,535 parameters.
      for (let first = 0; first < rows.length; first += 1_000) {
        const some = rows.slice(first, first + 1_000)
        // Each number of rows is a statement of its own.
        sendLater(tx, tx.insertInto('event').values(some), some.length === 1 ? 'kept' : 'fresh')
      }
    },
  }
}

function scopeOf(actor: Actor): Scope {
  return actor.kind === 'user' ? { tenantId: actor.tenantId, userId: actor.userId } : { tenantId: actor.tenantId }
}

/** How an actor is written into history: enough to name him later, nothing more. */
export function actorForHistory(actor: Actor): Record<string, string> {
  switch (actor.kind) {
    case 'user':
      if (actor.token) return { kind: 'apiToken', tokenId: actor.token.id, userId: actor.userId }
      return { kind: 'user', userId: actor.userId }
    case 'linkedinPush':
      return { kind: 'linkedinPush', requestId: actor.requestId }
    case 'scheduledJob':
      return { kind: 'scheduledJob', job: actor.job }
    case 'operator':
      return { kind: 'operator' }
  }
}
