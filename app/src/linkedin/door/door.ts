import { isKnownPushType, MalformedPushError, parsePush } from '@lodestone/rsc/push'
import { answerChallenge, signatureHeaderName, verifyPush } from '@lodestone/rsc/signature'
import { Hono } from 'hono'
import type { App } from '../../platform/app.ts'
import { crashPoint } from '../../platform/crash-point.ts'
import { perform } from '../../platform/work.ts'
import { childSecret } from '../access/clients.ts'
import { keepUnknownPush, receivePush } from './pushes.ts'
import { readLimited } from './read-limited.ts'

const MAX_BODY_BYTES = 64 * 1024
const LONGEST_REQUEST_ID = 200

/** LinkedIn's entrance. It stores and hands over, and does no work of its own before or after its answer. */
export function linkedInDoor(app: App): Hono {
  const door = new Hono()
  door.get('/hooks/linkedin/:opaque', async c => {
    const owner = await findOwner(app, c.req.param('opaque'))
    if (!owner) return c.notFound()
    const code = c.req.query('challengeCode') ?? ''
    if (!uuid.test(code)) return c.json({ message: 'challengeCode must be a UUID.' }, 400)
    const applicationId = c.req.query('applicationId')
    if (applicationId !== undefined && !isOurs(owner, applicationId)) {
      return c.json({ message: 'This address belongs to another application.' }, 403)
    }
    return c.json(answerChallenge(owner.secret, code))
  })
  door.post('/hooks/linkedin/:opaque', async c => {
    const body = await readLimited(c.req.raw, MAX_BODY_BYTES)
    if (!body) return c.json({ message: `A push holds at most ${MAX_BODY_BYTES} bytes.` }, 413)
    const owner = await findOwner(app, c.req.param('opaque'))
    if (!owner) return c.notFound()
    if (!verifyPush(owner.secret, body, c.req.header(signatureHeaderName))) {
      app.log.warn({ tenantId: owner.tenantId }, 'push with a missing or wrong signature refused')
      return c.json({ message: 'The signature is missing or wrong.' }, 401)
    }
    const push = parseOrExplain(body)
    if ('problem' in push) return c.json({ message: push.problem }, 400)
    await keep(app, owner.tenantId, push)
    crashPoint('door:after-commit-before-answer')
    return c.body(null, 200)
  })
  return door
}

// A signature is made with the same key as a challenge's answer. A code of free text would let anybody who knows the address
// have a push of his own signed here; a UUID can never begin with the signature's prefix.
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

interface Owner {
  tenantId: string
  clientId: string
  applicationUrn: string
  secret: string
}

async function findOwner(app: App, hookPath: string): Promise<Owner | undefined> {
  const row = await app.db.transactAsOwner(tx =>
    tx
      .selectFrom('linkedin_access')
      .select(['tenant_id as tenantId', 'client_id as clientId', 'application_urn as applicationUrn'])
      .select('client_secret as sealedSecret')
      .where('hook_path', '=', hookPath)
      .executeTakeFirst(),
  )
  return row && { ...row, secret: childSecret(app, row.tenantId, row) }
}

function isOurs(owner: Owner, applicationId: string): boolean {
  return applicationId === owner.clientId || applicationId === owner.applicationUrn
}

function parseOrExplain(body: Uint8Array): { type: string; requestId: string } | { problem: string } {
  try {
    const push = parsePush(body)
    return push.requestId.length > LONGEST_REQUEST_ID ? { problem: 'The requestId is too long.' } : push
  } catch (error) {
    if (error instanceof MalformedPushError) return { problem: error.message }
    throw error
  }
}

async function keep(app: App, tenantId: string, push: { type: string; requestId: string }): Promise<void> {
  const { type, requestId } = push
  const actor = { kind: 'linkedinPush', tenantId, requestId } as const
  await perform(app, actor, work =>
    isKnownPushType(type) ? receivePush(work, { type, requestId }) : keepUnknownPush(work, push),
  )
}
