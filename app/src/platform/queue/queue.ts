import { randomUUID } from 'node:crypto'
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { App } from '../app.ts'
import { isOutage } from '../db/unavailable.ts'
import { newId } from '../ids.ts'
import type { Work } from '../work.ts'
import { perform } from '../work.ts'

export interface NewTask {
  kind: string
  /** One waiting task per kind and key: a second request joins the first. */
  key: string
  payload: Record<string, unknown>
  runAt?: Date
}

/** Puts a task in the queue, in the same transaction as the change that asks for it. */
export async function enqueue(work: Work, task: NewTask): Promise<void> {
  const runAt = task.runAt ?? work.now
  await work.tx
    .insertInto('task')
    .values({
      tenant_id: work.tenantId,
      id: newId('task'),
      kind: task.kind,
      key: task.key,
      payload: JSON.stringify(task.payload),
      run_at: runAt,
      created_at: work.now,
    })
    .onConflict(conflict =>
      conflict.columns(['tenant_id', 'kind', 'key']).doUpdateSet({
        payload: sql`excluded.payload`,
        // What runs now was planned for its own time; the new wish counts from here.
        run_at: sql`case when task.lease_token is null then least(task.run_at, excluded.run_at) else excluded.run_at end`,
        // Somebody is at work on it with what he knew before: it has to run once more.
        rerun: sql`task.lease_token is not null`,
      }),
    )
    .execute()
}

/** Thrown by a handler: not now, but at a known moment, without counting as a failure. */
export class TryLater extends Error {
  readonly at: Date

  constructor(at: Date, reason: string) {
    super(reason)
    this.name = 'TryLater'
    this.at = at
  }
}

/** Somebody else holds the task now, so whatever this run did is rolled back. */
class LeaseLost extends Error {}

const IN_OTHER_HANDS = 'The task is in other hands now.'

export interface ClaimedTask {
  readonly tenantId: string
  readonly kind: string
  readonly key: string
  readonly payload: Record<string, unknown>
  readonly attempts: number
  /** Runs the verb and takes the task off the queue in one transaction, if the lease is still ours. */
  finish<T>(verb: (work: Work) => Promise<T>): Promise<T>
  /** For a handler of many transactions: ends this run as soon as the lease has passed into other hands. */
  refuseUnlessHeld(work: Work): Promise<void>
}

export type Handler = (app: App, task: ClaimedTask) => Promise<void>

export const LEASE_SECONDS = 30
interface ClaimedRow {
  tenant_id: string
  id: string
  kind: string
  key: string
  payload: Record<string, unknown>
  attempts: number
}

/** Takes one due task for 30 seconds; undefined when there is none. */
export async function claimTask(app: App, kinds: readonly string[]): Promise<ClaimedRun | undefined> {
  const token = randomUUID()
  const now = app.clock.now()
  const claimed = await app.db.transactAsOwner(tx =>
    sql<ClaimedRow>`
      update task set lease_token = ${token}, lease_until = ${leaseEnd(now)}, attempts = attempts + 1, rerun = false
      where (tenant_id, id) = (
        select tenant_id, id from task
        where run_at <= ${now} and kind = any(${[...kinds]})
          and (lease_until is null or lease_until < ${now})
        order by run_at limit 1 for update skip locked)
      returning tenant_id, id, kind, key, payload, attempts`.execute(tx),
  )
  const row = claimed.rows[0]
  return row && new ClaimedRun(app, row, token)
}

export class ClaimedRun implements ClaimedTask {
  readonly tenantId: string
  readonly kind: string
  readonly key: string
  readonly payload: Record<string, unknown>
  readonly attempts: number
  readonly #app: App
  readonly #id: string
  readonly #token: string
  #finished = false

  constructor(app: App, row: ClaimedRow, token: string) {
    this.#app = app
    this.#id = row.id
    this.#token = token
    this.tenantId = row.tenant_id
    this.kind = row.kind
    this.key = row.key
    this.payload = row.payload
    this.attempts = row.attempts
  }

  async finish<T>(verb: (work: Work) => Promise<T>): Promise<T> {
    const actor = { kind: 'scheduledJob', tenantId: this.tenantId, job: this.kind } as const
    const result = await perform(this.#app, actor, async work => {
      await this.#takeOff(work)
      return verb(work)
    })
    this.#finished = true
    return result
  }

  // Without a lock: who changes what the task works on may be asking for the task in the same transaction.
  async refuseUnlessHeld(work: Work): Promise<void> {
    const held = await work.tx
      .selectFrom('task')
      .select('id')
      .where('tenant_id', '=', this.tenantId)
      .where('id', '=', this.#id)
      .where('lease_token', '=', this.#token)
      .executeTakeFirst()
    if (!held) throw new LeaseLost(IN_OTHER_HANDS)
  }

  async run(handler: Handler): Promise<void> {
    const heartbeat = setInterval(() => void this.#extendLease(), (LEASE_SECONDS * 1000) / 3)
    try {
      await handler(this.#app, this)
      if (!this.#finished) await this.finish(async () => undefined)
    } catch (error) {
      if (!(error instanceof LeaseLost)) await this.#giveBack(error)
    } finally {
      clearInterval(heartbeat)
    }
  }

  /** The row goes, unless it was asked for again meanwhile; either way only by the holder of the lease. */
  async #takeOff(work: Work): Promise<void> {
    const held = await sql<{ rerun: boolean }>`
      select rerun from task where tenant_id = ${this.tenantId} and id = ${this.#id} and lease_token = ${this.#token}
      for update`.execute(work.tx)
    const row = held.rows[0]
    if (!row) throw new LeaseLost(IN_OTHER_HANDS)
    if (row.rerun) {
      await work.tx
        .updateTable('task')
        .set({ lease_token: null, lease_until: null, attempts: 0, rerun: false, last_error: null })
        .where('tenant_id', '=', this.tenantId)
        .where('id', '=', this.#id)
        .execute()
    } else {
      await work.tx.deleteFrom('task').where('tenant_id', '=', this.tenantId).where('id', '=', this.#id).execute()
    }
  }

  async #extendLease(): Promise<void> {
    const until = leaseEnd(this.#app.clock.now())
    await this.#update({ lease_until: until }).catch(error => {
      if (!isOutage(error)) this.#app.log.warn({ err: error }, 'lease not extended')
    })
  }

  async #giveBack(error: unknown): Promise<void> {
    const now = this.#app.clock.now()
    const reason = error instanceof Error ? error.message : String(error)
    const later = this.#nextTry(error, now)
    await this.#update({
      lease_token: null,
      lease_until: null,
      last_error: reason,
      // Asked for again meanwhile: the newer wish has set its own time.
      run_at: sql`case when rerun then run_at else ${later}::timestamptz end`,
    })
  }

  #nextTry(error: unknown, now: Date): Date {
    if (error instanceof TryLater) return error.at
    // The task is not to blame, and goes on as soon as the database does.
    if (isOutage(error)) return new Date(now.getTime() + AFTER_OUTAGE_MS)
    this.#app.log.error({ err: error, task: this.kind, attempts: this.attempts }, 'task failed')
    return new Date(now.getTime() + backOffMs(this.attempts))
  }

  async #update(values: {
    lease_token?: null
    lease_until?: Date | null
    last_error?: string
    run_at?: RawBuilder<Date>
  }): Promise<void> {
    await this.#app.db.transactAsOwner(tx =>
      tx
        .updateTable('task')
        .set(values)
        .where('tenant_id', '=', this.tenantId)
        .where('id', '=', this.#id)
        .where('lease_token', '=', this.#token)
        .execute(),
    )
  }
}

const AFTER_OUTAGE_MS = 2_000

function leaseEnd(now: Date): Date {
  return new Date(now.getTime() + LEASE_SECONDS * 1000)
}

// Nothing is given up: what fails for good must say so by a receipt or a record of its own.
// 1 s doubling to 10 minutes, with up to a quarter of jitter so that a crowd does not come back at once.
function backOffMs(attempts: number): number {
  const plain = Math.min(1_000 * 2 ** Math.min(attempts - 1, 20), 600_000)
  return plain * (1 + Math.random() / 4)
}
