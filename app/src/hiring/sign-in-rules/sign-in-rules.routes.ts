import { z } from 'zod'
import type { App } from '../../platform/app.ts'
import { operation } from '../../platform/http/operation.ts'
import { createRouter } from '../../platform/http/router.ts'
import { sendAgain } from '../../platform/mail/mail.ts'
import { look, perform } from '../../platform/work.ts'
import { refuseUnlessAdministrator } from '../users/user.policy.ts'
import { getSignInRules, listFailedMails } from './sign-in-rules.queries.ts'
import { failedMails, signInRules } from './sign-in-rules.shapes.ts'
import { changeSignInRules, resetTwoStep } from './sign-in-rules.ts'

const tags = ['Sign-in rules']
const byId = z.object({ id: z.string() })

const getRules = operation({
  method: 'get',
  path: '/sign-in-rules',
  summary: 'Tells what this company asks of everybody who signs in',
  tags,
  answer: signInRules,
})
const putRules = operation({
  method: 'put',
  path: '/sign-in-rules',
  summary: 'Changes what this company asks of everybody who signs in',
  tags,
  body: signInRules,
  answer: signInRules,
})
const postReset = operation({
  method: 'post',
  path: '/users/{id}/two-step-resets',
  summary: "Takes away a user's second step, for whoever lost telephone and recovery codes",
  tags,
  params: byId,
})
const getFailedMails = operation({
  method: 'get',
  path: '/failed-mails',
  summary: 'Lists what could not be mailed to users',
  tags,
  answer: failedMails,
})
const postAttempt = operation({
  method: 'post',
  path: '/failed-mails/{id}/attempts',
  summary: 'Tries again to send a mail that was given up',
  tags,
  params: byId,
})

export function signInRulesRoutes(app: App) {
  return createRouter()
    .openapi(getRules, async c => {
      const actor = c.get('actor')
      return c.json(await look(app, actor, tx => getSignInRules(tx, actor.tenantId)), 200)
    })
    .openapi(putRules, async c => c.json(await changeSignInRules(app, c.get('actor'), c.req.valid('json')), 200))
    .openapi(postReset, async c => {
      await resetTwoStep(app, c.get('actor'), c.req.valid('param').id)
      return c.body(null, 204)
    })
    .openapi(getFailedMails, async c => {
      const actor = c.get('actor')
      refuseUnlessAdministrator(actor)
      return c.json({ data: await look(app, actor, tx => listFailedMails(tx, actor.tenantId)) }, 200)
    })
    .openapi(postAttempt, async c => {
      refuseUnlessAdministrator(c.get('actor'))
      await perform(app, c.get('actor'), work => sendAgain(work, c.req.valid('param').id))
      return c.body(null, 204)
    })
}
