import { describeConfigurationPlugin } from '@lodestone/rsc/configuration-plugin'
import { hasRole } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import { readCaller } from '../../platform/auth/require-caller.ts'
import { createRouter } from '../../platform/http/router.ts'
import { look } from '../../platform/work.ts'
import { findAccess } from '../access/access.queries.ts'
import { answerWithPlugin, readWidth } from '../plugin-frame/plugin-document.ts'

/** The framed page with LinkedIn's configuration plugin. */
export function setUpPluginPage(app: App) {
  const router = createRouter()
  router.use('/linkedin/set-up/plugin', readCaller(app))
  router.get('/linkedin/set-up/plugin', async c => {
    const actor = c.get('actor')
    if (!actor || !hasRole(actor, 'administrator')) return c.text('Sign in to Lodestone as an administrator.', 403)
    const access = await look(app, actor, tx => findAccess(tx, actor.tenantId))
    if (!access) return c.text('LinkedIn is not connected yet. Press Connect first.', 409)
    const tags = describeConfigurationPlugin({
      platformUrl: app.config.linkedin.platformUrl,
      clientId: access.clientId,
      onIntegrate: 'onIntegrate',
      bundles: ['RECRUITER_SYSTEM_CONNECT_COMPANY', 'RECRUITER_SYSTEM_CONNECT_CONTRACT'],
      widthInPixels: readWidth(c, { usual: 500, widest: 720 }),
    })
    return answerWithPlugin(c, app, { tags, callbacks: ['onIntegrate'] })
  })
  return router
}
