import type { Context } from 'hono'
import type { App } from '../app.ts'
import { addressOf } from '../http/caller.ts'
import { operation } from '../http/operation.ts'
import { createRouter } from '../http/router.ts'
import { beginHeldSetUp, passWithCode, passWithSetUp, tooLate } from './second-step.ts'
import { answerFor } from './session.routes.ts'
import { sessionSchema } from './session.shapes.ts'
import { firstStepToken, giveSessionCookie, takeFirstStepCookie } from './session-cookie.ts'
import { codeInput, recoveryCodesAnswer, setUpAnswer } from './two-step.shapes.ts'

const tags = ['Session']

const postCode = operation({
  method: 'post',
  path: '/sign-in/codes',
  summary: 'Takes the second step with a code of the app, or a recovery code',
  tags,
  public: true,
  body: codeInput,
  answer: sessionSchema,
})
const postSetUp = operation({
  method: 'post',
  path: '/sign-in/two-step/set-ups',
  summary: 'Begins to set up the second step, where a company asks for it',
  tags,
  public: true,
  answer: setUpAnswer,
})
const postTwoStep = operation({
  method: 'post',
  path: '/sign-in/two-step',
  summary: 'Takes the second step that was just set up',
  tags,
  public: true,
  body: codeInput,
  answer: recoveryCodesAnswer,
})

/** After the right password: what stands between it and the work. */
export function secondStepRoutes(app: App) {
  const callerOf = (c: Context) => ({ address: addressOf(c, app.config.trustedProxies) })
  return createRouter()
    .openapi(postCode, async c => {
      const token = heldToken(c)
      await passWithCode(app, token, c.req.valid('json').code, callerOf(c))
      letIn(c, app, token)
      return c.json(await answerFor(app, token), 200)
    })
    .openapi(postSetUp, async c => c.json(await beginHeldSetUp(app, heldToken(c)), 200))
    .openapi(postTwoStep, async c => {
      const token = heldToken(c)
      const recoveryCodes = await passWithSetUp(app, token, c.req.valid('json').code, callerOf(c))
      letIn(c, app, token)
      return c.json({ recoveryCodes }, 200)
    })
}

function heldToken(c: Context): string {
  const token = firstStepToken(c)
  if (!token) throw tooLate()
  return token
}

function letIn(c: Context, app: App, token: string): void {
  takeFirstStepCookie(c, app)
  giveSessionCookie(c, app, token)
}
