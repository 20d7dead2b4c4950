import { createHash, randomBytes } from 'node:crypto'
import { LinkedInFailure } from '@lodestone/rsc/errors'
import { getMe } from '@lodestone/rsc/me'
import type { AccessToken } from '@lodestone/rsc/oauth'
import { buildAuthorizationUrl, exchangeCode } from '@lodestone/rsc/oauth'
import type { UserActor } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import { isSqlState } from '../../platform/db/sql-state.ts'
import { notAllowed } from '../../platform/errors.ts'
import { enqueue } from '../../platform/queue/queue.ts'
import type { Work } from '../../platform/work.ts'
import { perform } from '../../platform/work.ts'
import { getAccess, levelOf } from '../access/access.queries.ts'
import { redirectUriOf } from '../access/addresses.ts'
import { clientFor } from '../access/clients.ts'
import { mayUseLinkedIn } from '../access/linkedin-users.queries.ts'
import { READ_SEATS } from '../access/read-seats.job.ts'
import type { SignInOutcome } from './user-connection.shapes.ts'

const SIGN_IN_MINUTES = 10

/** The address at LinkedIn where this user says yes. The state ties his return to this user and these ten minutes. */
export async function startSignIn(app: App, actor: UserActor): Promise<{ authorizeUrl: string }> {
  const state = randomBytes(32).toString('base64url')
  const access = await perform(app, actor, async work => {
    if (!(await mayUseLinkedIn(work.tx, actor))) throw mayNotConnect()
    const found = await getAccess(work.tx, work.tenantId)
    await forgetOldSignIns(work)
    await work.tx
      .insertInto('linkedin_sign_in')
      .values({
        tenant_id: work.tenantId,
        state_hash: hashOf(state),
        user_id: actor.userId,
        expires_at: new Date(work.now.getTime() + SIGN_IN_MINUTES * 60_000),
      })
      .execute()
    return found
  })
  const { wwwUrl } = app.config.linkedin
  const request = { redirectUri: redirectUriOf(app), state }
  return { authorizeUrl: buildAuthorizationUrl({ wwwUrl, clientId: access.clientId }, request) }
}

/** The user is back from LinkedIn with a yes, a no, or something that was never asked for. */
export async function finishSignIn(app: App, actor: UserActor, query: URLSearchParams): Promise<SignInOutcome> {
  const state = query.get('state') ?? ''
  if (!(await perform(app, actor, work => takeSignIn(work, actor, state)))) return 'wrongState'
  if (query.get('error')?.startsWith('user_cancelled')) return 'cancelled'
  const code = query.get('code')
  if (!code) return 'failed'
  try {
    const client = await clientFor(app, actor.tenantId)
    const token = await exchangeCode(client, { code, redirectUri: redirectUriOf(app) })
    const { personUrn } = await getMe(client, token.accessToken)
    return await perform(app, actor, work => connect(work, app, { actor, personUrn, token }))
  } catch (error) {
    if (isSqlState(error, UNIQUE_VIOLATION)) return 'accountTaken'
    if (!(error instanceof LinkedInFailure)) throw error
    app.log.warn({ err: error }, 'a LinkedIn account could not be connected')
    return 'failed'
  }
}

const UNIQUE_VIOLATION = '23505'

/** Removes the token and who the user is at LinkedIn; what he exported stays. With a token, that connection alone and no newer one. */
export async function disconnect(work: Work, userId: string, only: { sealedToken?: string } = {}): Promise<void> {
  let query = work.tx
    .deleteFrom('linkedin_user_connection')
    .where('tenant_id', '=', work.tenantId)
    .where('user_id', '=', userId)
  if (only.sealedToken !== undefined) query = query.where('access_token', '=', only.sealedToken)
  const removed = await query.returning('user_id').execute()
  if (removed.length === 0) return
  await work.record({ kind: 'linkedin.userDisconnected', subject: { kind: 'user', id: userId } })
}

export function placeOfToken({ tenantId, userId }: UserActor): string {
  return `linkedin_user_connection.access_token ${tenantId} ${userId}`
}

interface NewConnection {
  actor: UserActor
  personUrn: string
  token: AccessToken
}

async function connect(work: Work, app: App, { actor, personUrn, token }: NewConnection): Promise<SignInOutcome> {
  const holder = await findHolder(work, personUrn)
  if (holder && holder.userId !== actor.userId) {
    if (holder.active) return 'accountTaken'
    // Who has left can no longer disconnect himself.
    await disconnect(work, holder.userId)
  }
  const values = {
    person_urn: personUrn,
    access_token: app.secrets.encrypt(token.accessToken, placeOfToken(actor)),
    expires_at: new Date(token.expiresAtMs),
    connected_at: work.now,
  }
  await work.tx
    .insertInto('linkedin_user_connection')
    .values({ ...values, tenant_id: work.tenantId, user_id: actor.userId })
    .onConflict(conflict => conflict.columns(['tenant_id', 'user_id']).doUpdateSet(values))
    .execute()
  await work.record({ kind: 'linkedin.userConnected', subject: { kind: 'user', id: actor.userId } })
  if ((await levelOf(work.tx, work.tenantId)) === 'contract') {
    await enqueue(work, { kind: READ_SEATS, key: 'all', payload: {} })
  }
  return 'connected'
}

async function findHolder(work: Work, personUrn: string): Promise<{ userId: string; active: boolean } | undefined> {
  return work.tx
    .selectFrom('linkedin_user_connection as c')
    .innerJoin('app_user as u', join => join.onRef('u.tenant_id', '=', 'c.tenant_id').onRef('u.id', '=', 'c.user_id'))
    .select(['c.user_id as userId', 'u.active'])
    .where('c.tenant_id', '=', work.tenantId)
    .where('c.person_urn', '=', personUrn)
    .forUpdate('c')
    .executeTakeFirst()
}

/** A state works once, for the user who began, and for ten minutes. */
async function takeSignIn(work: Work, actor: UserActor, state: string): Promise<boolean> {
  const taken = await work.tx
    .deleteFrom('linkedin_sign_in')
    .where('tenant_id', '=', work.tenantId)
    .where('state_hash', '=', hashOf(state))
    .where('user_id', '=', actor.userId)
    .where('expires_at', '>', work.now)
    .returning('user_id')
    .execute()
  return taken.length > 0
}

async function forgetOldSignIns(work: Work): Promise<void> {
  await work.tx
    .deleteFrom('linkedin_sign_in')
    .where('tenant_id', '=', work.tenantId)
    .where('expires_at', '<=', work.now)
    .execute()
}

function hashOf(state: string): string {
  return createHash('sha256').update(state).digest('base64url')
}

function mayNotConnect() {
  return notAllowed(
    'linkedin.recruitersOnly',
    'Only recruiters and hiring managers connect a LinkedIn account. Ask an administrator for one of these roles if you need it.',
  )
}
