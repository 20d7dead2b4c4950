import type { Context } from 'hono'
import type { z } from 'zod'
import type { App } from '../app.ts'
import { notFound } from '../errors.ts'
import { addressOf } from '../http/caller.ts'
import { operation } from '../http/operation.ts'
import { createRouter } from '../http/router.ts'
import type { RouterEnv } from '../http/router-env.ts'
import { canMail } from '../mail/mail.ts'
import { getSessionAnswer } from './session.queries.ts'
import {
  changeInstanceSchema,
  demoSchema,
  preferencesSchema,
  sessionSchema,
  signInAnswer,
  signInPageSchema,
  signInSchema,
} from './session.shapes.ts'
import { changeInstance, changePreferences, signIn } from './session.ts'
import { giveFirstStepCookie, giveSessionCookie, sessionToken, takeSessionCookie } from './session-cookie.ts'
import { closeSession, findSession } from './sessions.ts'

const tags = ['Session']

const readSignInPage = operation({
  method: 'get',
  path: '/sign-in',
  summary: 'Tells what the sign-in page must know',
  tags,
  public: true,
  answer: signInPageSchema,
})
const readDemo = operation({
  method: 'get',
  path: '/demo',
  summary: 'Lists the people of the demo; an installation that is no demo has none',
  tags,
  public: true,
  answer: demoSchema,
})
const postSignIn = operation({
  method: 'post',
  path: '/sign-in',
  summary: 'Signs in with e-mail and password, or tells which second step is needed',
  tags,
  public: true,
  body: signInSchema,
  answer: signInAnswer,
})
const postSignOut = operation({ method: 'post', path: '/sign-out', summary: 'Signs out', tags, public: true })
const readSession = operation({
  method: 'get',
  path: '/session',
  summary: 'Tells who is signed in, and where',
  tags,
  answer: sessionSchema,
})
const postInstance = operation({
  method: 'post',
  path: '/session/instance',
  summary: 'Changes to another company or ATS',
  tags,
  body: changeInstanceSchema,
  answer: sessionSchema,
})
const patchPreferences = operation({
  method: 'patch',
  path: '/session/preferences',
  summary: 'Changes language or theme',
  tags,
  body: preferencesSchema,
  answer: sessionSchema,
})

export function sessionRoutes(app: App) {
  return createRouter()
    .openapi(readSignInPage, c => c.json({ demo: app.config.demo, mail: canMail(app) }, 200))
    .openapi(readDemo, c => c.json(getDemo(app), 200))
    .openapi(postSignIn, async c => {
      const former = sessionToken(c)
      const { token, next } = await signIn(app, c.req.valid('json'), {
        address: addressOf(c, app.config.trustedProxies),
        userAgent: c.req.header('user-agent') ?? '',
      })
      if (former) await closeSession(app, former)
      if (next) {
        giveFirstStepCookie(c, app, token)
        return c.json<z.infer<typeof signInAnswer>, 200>({ next }, 200)
      }
      giveSessionCookie(c, app, token)
      return c.json<z.infer<typeof signInAnswer>, 200>(await answerFor(app, token), 200)
    })
    .openapi(postSignOut, async c => {
      const token = sessionToken(c)
      if (token) await closeSession(app, token)
      takeSessionCookie(c, app)
      return c.body(null, 204)
    })
    .openapi(readSession, async c => c.json(await getSessionAnswer(app, c.get('actor'), c.get('session')), 200))
    .openapi(postInstance, async c => {
      const token = tokenOf(c)
      await changeInstance(app, { ...c.get('session'), token }, c.req.valid('json').tenantId)
      return c.json(await answerFor(app, token), 200)
    })
    .openapi(patchPreferences, async c => {
      await changePreferences(app, c.get('session'), c.req.valid('json'))
      return c.json(await getSessionAnswer(app, c.get('actor'), c.get('session')), 200)
    })
}

function getDemo(app: App) {
  if (!app.config.demo || !app.config.demoSignIns) throw notFound('demo')
  return app.config.demoSignIns
}

export async function answerFor(app: App, token: string) {
  const session = await findSession(app, token)
  if (!session) throw new Error('A session that was opened a moment ago is gone.')
  return getSessionAnswer(app, session.actor, session)
}

function tokenOf(c: Context<RouterEnv>): string {
  const token = sessionToken(c)
  if (!token) throw new Error('A session without a cookie.')
  return token
}
