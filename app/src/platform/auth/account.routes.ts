import { z } from 'zod'
import type { App } from '../app.ts'
import { notFound } from '../errors.ts'
import { addressOf } from '../http/caller.ts'
import { operation } from '../http/operation.ts'
import { createRouter } from '../http/router.ts'
import { beginOwnSetUp, confirmOwnSetUp, readTwoStep, renewOwnCodes, turnTwoStepOff } from './own-two-step.ts'
import { listSessions } from './session-list.queries.ts'
import { sessionList } from './session-list.shapes.ts'
import { endSessions } from './sessions.ts'
import { codeInput, passwordInput, recoveryCodesAnswer, setUpAnswer, twoStepState } from './two-step.shapes.ts'

const tags = ['Account']

const getSessions = operation({
  method: 'get',
  path: '/account/sessions',
  summary: 'Lists where you are signed in',
  tags,
  answer: sessionList,
})
const deleteSession = operation({
  method: 'delete',
  path: '/account/sessions/{id}',
  summary: 'Signs you out on one device',
  tags,
  params: z.object({ id: z.string() }),
})
const deleteOthers = operation({
  method: 'delete',
  path: '/account/sessions',
  summary: 'Signs you out everywhere but here',
  tags,
})
const getTwoStep = operation({
  method: 'get',
  path: '/account/two-step',
  summary: 'Tells whether two-step sign-in is on',
  tags,
  answer: twoStepState,
})
// None of these is a POST: an answer to one may be kept for a repetition, and secrets are kept nowhere.
const putSetUp = operation({
  method: 'put',
  path: '/account/two-step/set-up',
  summary: 'Begins to set up two-step sign-in',
  tags,
  body: passwordInput,
  answer: setUpAnswer,
})
const putTwoStep = operation({
  method: 'put',
  path: '/account/two-step',
  summary: 'Switches two-step sign-in on with a first code, and ends your other sessions',
  tags,
  body: codeInput,
  answer: recoveryCodesAnswer,
})
const putRemoval = operation({
  method: 'put',
  path: '/account/two-step/removal',
  summary: 'Switches two-step sign-in off',
  tags,
  body: passwordInput,
})
const putCodes = operation({
  method: 'put',
  path: '/account/two-step/recovery-codes',
  summary: 'Makes new recovery codes; the old ones end',
  tags,
  body: passwordInput,
  answer: recoveryCodesAnswer,
})

/** What a person decides about the own sign-in. */
export function accountRoutes(app: App) {
  const callerOf = (c: Parameters<typeof addressOf>[0]) => ({ address: addressOf(c, app.config.trustedProxies) })
  return createRouter()
    .openapi(getSessions, async c => c.json({ data: await listSessions(app, c.get('session')) }, 200))
    .openapi(deleteSession, async c => {
      const { signInId, vouchedBy } = c.get('session')
      const ended = await endSessions(app, { signInId, vouchedBy, only: c.req.valid('param').id })
      if (ended === 0) throw notFound('session')
      return c.body(null, 204)
    })
    .openapi(deleteOthers, async c => {
      const { id, signInId, vouchedBy } = c.get('session')
      await endSessions(app, { signInId, vouchedBy, except: id })
      return c.body(null, 204)
    })
    .openapi(getTwoStep, async c => c.json(await readTwoStep(app, c.get('actor'), c.get('session')), 200))
    .openapi(putSetUp, async c =>
      c.json(await beginOwnSetUp(app, c.get('session'), c.req.valid('json').current, callerOf(c)), 200),
    )
    .openapi(putTwoStep, async c => {
      const codes = await confirmOwnSetUp(app, c.get('session'), c.req.valid('json').code, callerOf(c))
      return c.json({ recoveryCodes: codes }, 200)
    })
    .openapi(putRemoval, async c => {
      await turnTwoStepOff(app, c.get('session'), c.req.valid('json').current, callerOf(c))
      return c.body(null, 204)
    })
    .openapi(putCodes, async c => {
      const codes = await renewOwnCodes(app, c.get('session'), c.req.valid('json').current, callerOf(c))
      return c.json({ recoveryCodes: codes }, 200)
    })
}
