import { createHash, randomBytes } from 'node:crypto'
import { LinkedInFailure } from '@lodestone/rsc/errors'
import { getMe } from '@lodestone/rsc/me'
import { buildAuthorizationUrl, exchangeCode } from '@lodestone/rsc/oauth'
import type { UserActor } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import type { Work } from '../../platform/work.ts'
import { look, perform } from '../../platform/work.ts'
import { setUpReturnUriOf } from '../access/addresses.ts'
import { clientFor } from '../access/clients.ts'
import { provisionAccess } from '../access/provision-access.ts'
import { refuseUnlessMayManageLinkedIn } from '../access/refusals.ts'
import type { SetUpReturn } from './set-up.shapes.ts'
import { takeUpAgain } from './set-up.ts'
import { refuseBasicEdition } from './set-up-offer.ts'

const SIGN_IN_MINUTES = 10

/** Connect: this instance gets its application at LinkedIn, and the administrator is sent there to sign in on it. */
export async function startSetUp(app: App, actor: UserActor): Promise<{ authorizeUrl: string }> {
  refuseUnlessMayManageLinkedIn(actor)
  await look(app, actor, tx => refuseBasicEdition(tx, actor.tenantId))
  const { clientId } = await provisionAccess(app, actor)
  const state = randomBytes(32).toString('base64url')
  await perform(app, actor, work => noteSignIn(work, actor, state))
  const { wwwUrl } = app.config.linkedin
  return { authorizeUrl: buildAuthorizationUrl({ wwwUrl, clientId }, { redirectUri: setUpReturnUriOf(app), state }) }
}

/**
 * The administrator is back from LinkedIn. His token is used once, to see that LinkedIn knows him, and is not kept: this
 * connects the instance, and nobody's own account.
 */
export async function finishSetUpSignIn(app: App, actor: UserActor, query: URLSearchParams): Promise<SetUpReturn> {
  refuseUnlessMayManageLinkedIn(actor)
  if (!(await perform(app, actor, work => takeSignIn(work, actor, query.get('state') ?? '')))) return 'wrongState'
  if (query.get('error')?.startsWith('user_cancelled')) return 'cancelled'
  const code = query.get('code')
  if (!code) return 'failed'
  try {
    const client = await clientFor(app, actor.tenantId)
    const token = await exchangeCode(client, { code, redirectUri: setUpReturnUriOf(app) })
    await getMe(client, token.accessToken)
  } catch (error) {
    if (!(error instanceof LinkedInFailure)) throw error
    app.log.warn({ err: error }, 'an administrator could not be signed in at LinkedIn')
    return 'failed'
  }
  await perform(app, actor, work => noteConnected(work, actor))
  await takeUpAgain(app, actor)
  return 'connected'
}

async function noteSignIn(work: Work, actor: UserActor, state: string): Promise<void> {
  await work.tx
    .deleteFrom('linkedin_set_up_sign_in')
    .where('tenant_id', '=', work.tenantId)
    .where('expires_at', '<=', work.now)
    .execute()
  await work.tx
    .insertInto('linkedin_set_up_sign_in')
    .values({
      tenant_id: work.tenantId,
      state_hash: hashOf(state),
      user_id: actor.userId,
      expires_at: new Date(work.now.getTime() + SIGN_IN_MINUTES * 60_000),
    })
    .execute()
}

/** A state works once, for the administrator who began, and for ten minutes. */
async function takeSignIn(work: Work, actor: UserActor, state: string): Promise<boolean> {
  const taken = await work.tx
    .deleteFrom('linkedin_set_up_sign_in')
    .where('tenant_id', '=', work.tenantId)
    .where('state_hash', '=', hashOf(state))
    .where('user_id', '=', actor.userId)
    .where('expires_at', '>', work.now)
    .returning('user_id')
    .execute()
  return taken.length > 0
}

/** The first sign-in counts; a later one only opens LinkedIn's plugin for another administrator. */
async function noteConnected(work: Work, actor: UserActor): Promise<void> {
  const values = { connected_at: work.now, connected_by: actor.userId }
  await work.tx
    .insertInto('linkedin_set_up')
    .values({ ...values, tenant_id: work.tenantId })
    .onConflict(conflict =>
      conflict.column('tenant_id').doUpdateSet(values).where('linkedin_set_up.connected_at', 'is', null),
    )
    .execute()
  await work.record({ kind: 'linkedin.administratorSignedIn', subject: { kind: 'linkedin', id: work.tenantId } })
}

function hashOf(state: string): string {
  return createHash('sha256').update(state).digest('base64url')
}
