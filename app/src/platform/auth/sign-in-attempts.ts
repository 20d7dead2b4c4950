import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { App } from '../app.ts'
import { Refusal } from '../errors.ts'

const WINDOW_MINUTES = 15
// Per person; one address may be a whole office behind one router.
const most = { password: 10, code: 10, reset: 5, link: 10, company: 100 }
const MOST_PER_ADDRESS = 100

interface Attempt {
  kind: keyof typeof most
  /** The person or the thing that is tried: an e-mail address, a sign-in, a link. */
  who: string
  /** The network address. */
  address: string
}

/**
 * Counts an attempt before the password or code is looked at, so that attempts at the same time cannot slip through together.
 * Kept in the database: it holds for all processes and outlives a restart.
 */
export async function countAttempt(app: App, attempt: Attempt): Promise<void> {
  await refuseBeyond(app, whoKey(attempt), most[attempt.kind])
  await refuseBeyond(app, addressKey(attempt), MOST_PER_ADDRESS)
}

/** A right password or code clears what was counted: only failures stay. */
export async function forgetAttempt(app: App, attempt: Attempt): Promise<void> {
  const now = app.clock.now()
  await app.db.transactAsOwner(async tx => {
    await tx
      .deleteFrom('sign_in_attempt')
      .where(eb => eb.or([eb('key_hash', '=', whoKey(attempt)), eb('window_ends_at', '<=', now)]))
      .execute()
    await tx
      .updateTable('sign_in_attempt')
      .set(eb => ({ attempts: eb('attempts', '-', 1) }))
      .where('key_hash', '=', addressKey(attempt))
      .execute()
  })
}

async function refuseBeyond(app: App, key: string, limit: number): Promise<void> {
  const now = app.clock.now()
  const windowEnd = new Date(now.getTime() + WINDOW_MINUTES * 60_000)
  const { rows } = await sql<{ attempts: number; windowEndsAt: Date }>`
    insert into sign_in_attempt as there (key_hash, attempts, window_ends_at) values (${key}, 1, ${windowEnd})
    on conflict (key_hash) do update set
      attempts = case when there.window_ends_at <= ${now} then 1 else there.attempts + 1 end,
      window_ends_at = case when there.window_ends_at <= ${now} then excluded.window_ends_at else there.window_ends_at end
    returning attempts, window_ends_at as "windowEndsAt"`.execute(app.db.owner)
  const counted = rows[0]
  if (!counted || counted.attempts <= limit) return
  const retryAfterSeconds = Math.ceil((counted.windowEndsAt.getTime() - now.getTime()) / 1000)
  const minutes = Math.ceil(retryAfterSeconds / 60)
  throw new Refusal('tooMany', {
    code: 'signIn.tooManyAttempts',
    message: `There were too many attempts. Wait ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} and try again.`,
    params: { minutes },
    retryAfterSeconds,
  })
}

function whoKey({ kind, who }: Pick<Attempt, 'kind' | 'who'>): string {
  return hashed(`${kind} ${who.toLowerCase()}`)
}

function addressKey({ address }: Attempt): string {
  return hashed(`address ${address}`)
}

function hashed(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
