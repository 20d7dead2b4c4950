import type { Client } from '@lodestone/rsc/client'
import { createClient } from '@lodestone/rsc/client'
import type { TokenSource } from '@lodestone/rsc/oauth'
import type { App } from '../../platform/app.ts'
import { conflict } from '../../platform/errors.ts'
import type { Access } from './access.queries.ts'
import { getAccess } from './access.queries.ts'

/** LinkedIn in the name of one company: its own child application and nobody else's. Opens a transaction of its own. */
export async function clientFor(app: App, tenantId: string): Promise<Client> {
  const access = await app.db.transact({ tenantId }, tx => getAccess(tx, tenantId))
  return clientOf(app, tenantId, access)
}

export function clientOf(app: App, tenantId: string, access: Pick<Access, 'clientId' | 'sealedSecret'>): Client {
  const tokens = tokensOf(app)
  const place = `${tenantId} ${access.clientId} ${access.sealedSecret}`
  const known = tokens.get(place)
  const client = createClient({
    ...addressesOf(app),
    clientId: access.clientId,
    clientSecret: childSecret(app, tenantId, access),
    ...(known ? { tokens: known } : {}),
  })
  tokens.set(place, client.tokens)
  return client
}

/** Provisioning only: LinkedIn refuses it for everything else. */
export function parentClient(app: App): Client {
  const { parentClientId, parentClientSecret } = app.config.linkedin
  if (parentClientId === undefined || parentClientSecret === undefined) {
    throw conflict({
      code: 'linkedin.noParentApplication',
      message:
        'This installation has no LinkedIn application of its own. Set LINKEDIN_CLIENT_ID and LINKEDIN_CLIENT_SECRET and start it again.',
    })
  }
  return createClient({ ...addressesOf(app), clientId: parentClientId, clientSecret: parentClientSecret })
}

export function sealChildSecret(app: App, tenantId: string, secret: string): string {
  return app.secrets.encrypt(secret, placeOfChildSecret(tenantId))
}

export function childSecret(app: App, tenantId: string, access: Pick<Access, 'sealedSecret'>): string {
  return app.secrets.decrypt(access.sealedSecret, placeOfChildSecret(tenantId))
}

export function placeOfChildSecret(tenantId: string): string {
  return `linkedin_access.client_secret ${tenantId}`
}

function addressesOf(app: App) {
  const { wwwUrl, apiUrl } = app.config.linkedin
  const transport = {
    fetch: (url: string, init: RequestInit) => app.fetch(url, init),
    now: () => app.clock.now().getTime(),
  }
  return { wwwUrl, apiUrl, transport }
}

const tokensByApp = new WeakMap<App, Map<string, TokenSource>>()

// LinkedIn wants one token used until its end is near, so it outlives the single call.
function tokensOf(app: App): Map<string, TokenSource> {
  const known = tokensByApp.get(app) ?? new Map<string, TokenSource>()
  tokensByApp.set(app, known)
  return known
}
