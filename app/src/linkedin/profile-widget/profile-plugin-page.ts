import type { CandidateLookup } from '@lodestone/rsc/profile-plugin'
import { describeProfilePlugin } from '@lodestone/rsc/profile-plugin'
import type { App } from '../../platform/app.ts'
import { readCaller } from '../../platform/auth/require-caller.ts'
import { createRouter } from '../../platform/http/router.ts'
import { look } from '../../platform/work.ts'
import { findAccess } from '../access/access.queries.ts'
import { answerWithPlugin, readWidth } from '../plugin-frame/plugin-document.ts'
import type { WidgetOfCandidate } from './profile-widget.queries.ts'
import { readProfileWidget } from './profile-widget.queries.ts'

const address = '/candidates/:id/linkedin/plugin'

/** The framed page with LinkedIn's profile plugin for one candidate. */
export function profilePluginPage(app: App) {
  const router = createRouter()
  router.use(address, readCaller(app))
  router.get(address, async c => {
    const actor = c.get('actor')
    if (!actor) return c.text('Sign in to Lodestone.', 403)
    const request = { candidateId: c.req.param('id'), now: app.clock.now() }
    const shown = await look(app, actor, async tx => ({
      ...(await readProfileWidget(tx, actor, request)),
      access: await findAccess(tx, actor.tenantId),
    }))
    if (shown.widget.state === 'notAllowed') return c.text('Only recruiters and hiring managers see this.', 403)
    if (shown.widget.state !== 'ready' || !shown.access?.organizationUrn) {
      return c.text('LinkedIn is not switched on, or your own account is not connected.', 409)
    }
    const tags = describeProfilePlugin({
      platformUrl: app.config.linkedin.platformUrl,
      clientId: shown.access.clientId,
      atsCandidateId: request.candidateId,
      integrationContext: shown.access.organizationUrn,
      onLink: 'onLink',
      onUnlink: 'onUnlink',
      widthInPixels: readWidth(c, { usual: 800, widest: 1_000 }),
      lookup: lookupOf(shown),
    })
    return answerWithPlugin(c, app, { tags, callbacks: ['onLink', 'onUnlink'] })
  })
  return router
}

/** By the stored person, else by an address. The name only gives people to choose from. */
function lookupOf({ candidate, identity, widget }: WidgetOfCandidate): CandidateLookup {
  return {
    ...(identity.link ? { member: identity.link.personUrn } : {}),
    notMembers: identity.notPersonUrns,
    firstName: candidate.firstName,
    lastName: candidate.lastName,
    emails: candidate.emails,
    ...(widget.profileUrl === null ? {} : { profileUrl: widget.profileUrl }),
  }
}
