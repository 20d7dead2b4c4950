import type { App } from '../app.ts'
import { addressOf } from '../http/caller.ts'
import { operation } from '../http/operation.ts'
import { createRouter } from '../http/router.ts'
import { changePasswordInput, resetPasswordInput, resetRequest } from './password.shapes.ts'
import { askForReset, changePassword, resetPassword } from './password.ts'

const tags = ['Session']

const postReset = operation({
  method: 'post',
  path: '/sign-in/password-resets',
  summary: 'Mails a link to set a new password',
  description: 'The answer is the same for every address.',
  tags,
  public: true,
  body: resetRequest,
})
const postPassword = operation({
  method: 'post',
  path: '/sign-in/passwords',
  summary: 'Sets a new password with the link of a mail, and ends all sessions',
  tags,
  public: true,
  body: resetPasswordInput,
})
const putPassword = operation({
  method: 'put',
  path: '/account/password',
  summary: 'Changes your own password, and ends your other sessions',
  tags,
  body: changePasswordInput,
})

export function passwordRoutes(app: App) {
  return createRouter()
    .openapi(postReset, async c => {
      await askForReset(app, c.req.valid('json'), { address: addressOf(c, app.config.trustedProxies) })
      return c.body(null, 204)
    })
    .openapi(postPassword, async c => {
      await resetPassword(app, c.req.valid('json'), { address: addressOf(c, app.config.trustedProxies) })
      return c.body(null, 204)
    })
    .openapi(putPassword, async c => {
      const caller = { address: addressOf(c, app.config.trustedProxies) }
      await changePassword(app, c.get('session'), c.req.valid('json'), caller)
      return c.body(null, 204)
    })
}
