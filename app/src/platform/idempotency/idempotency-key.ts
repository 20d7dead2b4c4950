import type { Context, MiddlewareHandler } from 'hono'
import type { StatusCode } from 'hono/utils/http-status'
import type { UserActor } from '../actor.ts'
import type { App } from '../app.ts'
import { crashPoint } from '../crash-point.ts'
import type { RouterEnv } from '../http/router-env.ts'
import type { AnswerForm, Claim } from './claim-in-hand.ts'
import { claimInHand, holding } from './claim-in-hand.ts'
import type { KeptAnswer } from './claims.ts'
import { claimKey, fingerprintOf, keepAnswer, releaseKey } from './claims.ts'

const HEADER = 'idempotency-key'
export const LONGEST_KEY = 255

/** A POST with an Idempotency-Key changes something at most once, and answers the same each time. */
export function keepAnswers(app: App): MiddlewareHandler<RouterEnv> {
  return async (c, next) => {
    const key = c.req.header(HEADER)
    const actor = c.var.actor as UserActor | undefined // nobody yet, where nobody is signed in
    // The operation's own check refuses what is no key; where nobody is signed in there is nobody to keep it for.
    if (c.req.method !== 'POST' || !key || key.length > LONGEST_KEY || !actor) return next()
    const address = c.req.url.slice(new URL(c.req.url).origin.length)
    const fingerprint = fingerprintOf(app, { method: c.req.method, address, body: await c.req.text() })
    const claim = await claimKey(app, actor, { key, fingerprint })
    if ('status' in claim) return replay(c, claim)
    await holding(claim, next)
    await settle(app, c, claim)
  }
}

/** Beside each POST: what its answer looks like when all goes well. */
export function expectAnswer(form: AnswerForm): MiddlewareHandler<RouterEnv> {
  return async (_c, next) => {
    const claim = claimInHand()
    if (claim) claim.form = form
    await next()
  }
}

// Through the context, so that the headers of this request, such as its limits, stay.
function replay(c: Context<RouterEnv>, { status, contentType, body }: KeptAnswer): Response {
  c.header('idempotency-replayed', 'true')
  if (contentType) c.header('content-type', contentType)
  return c.newResponse(body, status as StatusCode) // it was the status of an answer
}

async function settle(app: App, c: Context<RouterEnv>, claim: Claim): Promise<void> {
  const { status } = c.res
  // Where everybody is let in, answers hold what is meant for this moment only, such as the way in.
  const isToBeKept = status < 400 && claim.form !== undefined && !claim.form.isSecret
  const isOwnRefusal = claim.form !== undefined && claim.hasBegun && status >= 400 && status < 500 && status !== 429
  if (!isToBeKept && !isOwnRefusal) return releaseKey(app, claim)
  crashPoint('idempotency:committed')
  const body = (await c.res.clone().text()) || null
  if (claim.kept && claim.kept.status === status && claim.kept.body === body) return
  await keepAnswer(app, claim, { status, contentType: c.res.headers.get('content-type'), body })
}
