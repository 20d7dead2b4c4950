import { LinkedInFailure, NoTokenFailure } from '@lodestone/rsc/errors'
import { getMe } from '@lodestone/rsc/me'
import type { UserActor } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/db/db.ts'
import { look, perform } from '../../platform/work.ts'
import { clientFor } from '../access/clients.ts'
import { disconnect, placeOfToken } from './user-connection.ts'

/**
 * Asks LinkedIn once whether the user's own token still holds. Whoever took his consent back there is disconnected here; a token of
 * a member is never renewed. Any other trouble says nothing about him.
 */
export async function askAboutConnection(app: App, actor: UserActor): Promise<void> {
  const sealed = await look(app, actor, tx => findSealedToken(tx, actor, app.clock.now()))
  if (sealed === undefined) return
  const client = await clientFor(app, actor.tenantId)
  try {
    await getMe(client, app.secrets.decrypt(sealed, placeOfToken(actor)))
  } catch (error) {
    if (!(error instanceof LinkedInFailure)) throw error
    if (error instanceof NoTokenFailure || error.kind !== 'unauthorized') return
    // He may have connected anew while LinkedIn answered.
    await perform(app, actor, work => disconnect(work, actor.userId, { sealedToken: sealed }))
  }
}

async function findSealedToken(tx: Tx, { tenantId, userId }: UserActor, now: Date): Promise<string | undefined> {
  const row = await tx
    .selectFrom('linkedin_user_connection')
    .select('access_token')
    .where('tenant_id', '=', tenantId)
    .where('user_id', '=', userId)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row?.access_token
}
