import { createHmac, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { UserActor } from '../actor.ts'
import type { App } from '../app.ts'
import { conflict, invalid, Refusal } from '../errors.ts'
import type { Work } from '../work.ts'
import { perform } from '../work.ts'
import type { Claim } from './claim-in-hand.ts'
import { scheduleDropping } from './drop-kept-answers.job.ts'

const CLAIM_MS = 60_000
const KEPT_MS = 24 * 60 * 60 * 1000

export interface KeptAnswer {
  status: number
  contentType: string | null
  body: string | null
}

interface Request {
  key: string
  fingerprint: string
}

/** Either the key is ours now, or there is an answer already. */
export async function claimKey(app: App, actor: UserActor, request: Request): Promise<Claim | KeptAnswer> {
  const caller = actor.token?.id ?? actor.userId
  return perform(app, actor, async work => {
    const id = randomUUID()
    if (await takeKey(work, { ...request, caller, id })) {
      await scheduleDropping(work, new Date(work.now.getTime() + KEPT_MS))
      return {
        tenantId: actor.tenantId,
        caller,
        key: request.key,
        id,
        form: undefined,
        hasBegun: false,
        kept: undefined,
      }
    }
    return readAnswer(work, { ...request, caller })
  })
}

/** A key is free when nobody had it, when its day is over, or when whoever was at work on the same request has died. */
async function takeKey(work: Work, wanted: Request & { caller: string; id: string }): Promise<boolean> {
  const claimedUntil = new Date(work.now.getTime() + CLAIM_MS)
  const expiresAt = new Date(work.now.getTime() + KEPT_MS)
  const { rows } = await sql`
    insert into kept_answer as there (tenant_id, caller, key, fingerprint, claim, claimed_until, expires_at)
    values (${work.tenantId}, ${wanted.caller}, ${wanted.key}, ${wanted.fingerprint}, ${wanted.id}, ${claimedUntil}, ${expiresAt})
    on conflict (tenant_id, caller, key) do update set fingerprint = excluded.fingerprint, state = 'begun',
      claim = excluded.claim, claimed_until = excluded.claimed_until, expires_at = excluded.expires_at,
      status = null, content_type = null, body = null
    where there.expires_at <= ${work.now} or (there.state = 'begun' and there.claimed_until <= ${work.now}
      and there.fingerprint = excluded.fingerprint)
    returning claim`.execute(work.tx)
  return rows.length > 0
}

async function readAnswer(work: Work, asked: Request & { caller: string }): Promise<KeptAnswer> {
  const there = await work.tx
    .selectFrom('kept_answer')
    .select(['fingerprint', 'state', 'status', 'content_type', 'body'])
    .where('tenant_id', '=', work.tenantId)
    .where('caller', '=', asked.caller)
    .where('key', '=', asked.key)
    .executeTakeFirst()
  // Released in the moment between: as good as in flight.
  if (!there) throw inFlight()
  if (there.fingerprint !== asked.fingerprint) throw otherRequest()
  if (there.state === 'begun') throw inFlight()
  if (there.state === 'done' || there.status === null) throw answerLost()
  return { status: there.status, contentType: there.content_type, body: there.body }
}

/** For what the route answered otherwise than its verb, and for refusals. */
export async function keepAnswer(app: App, claim: Claim, answer: KeptAnswer): Promise<void> {
  await app.db.transact({ tenantId: claim.tenantId }, tx =>
    tx
      .updateTable('kept_answer')
      .set({ state: 'answered', status: answer.status, content_type: answer.contentType, body: answer.body })
      .where('tenant_id', '=', claim.tenantId)
      .where('caller', '=', claim.caller)
      .where('key', '=', claim.key)
      .where('claim', '=', claim.id)
      .execute(),
  )
}

/** Nothing was done, so the same key may be used again. What was committed stays, whatever was answered. */
export async function releaseKey(app: App, claim: Claim): Promise<void> {
  await app.db.transact({ tenantId: claim.tenantId }, tx =>
    tx
      .deleteFrom('kept_answer')
      .where('tenant_id', '=', claim.tenantId)
      .where('caller', '=', claim.caller)
      .where('key', '=', claim.key)
      .where('claim', '=', claim.id)
      .where('state', '=', 'begun')
      .execute(),
  )
}

/** What makes two requests the same: method, address and body, byte for byte. With a key, because a body may hold a password. */
export function fingerprintOf(app: App, asked: { method: string; address: string; body: string }): string {
  const [key = ''] = app.config.encryptionKeys
  return createHmac('sha256', `idempotency ${key}`)
    .update(`${asked.method} ${asked.address}\n${asked.body}`)
    .digest('hex')
}

function otherRequest(): Refusal {
  return invalid({
    code: 'idempotency.otherRequest',
    message:
      'This Idempotency-Key was used for another request within the last 24 hours. Use a new key for each new request.',
    errors: [{ field: 'Idempotency-Key', message: 'was used for another request', code: 'idempotency.otherRequest' }],
  })
}

function inFlight(): Refusal {
  return new Refusal('conflict', {
    code: 'idempotency.inFlight',
    message: 'The first request with this Idempotency-Key is still under way. Wait a moment and send it again.',
    retryAfterSeconds: 1,
  })
}

function answerLost(): Refusal {
  return conflict({
    code: 'idempotency.answerLost',
    message:
      'The change of this request was made, but its answer was lost, or held a secret that is told only once. ' +
      'Read what it was about instead.',
  })
}
