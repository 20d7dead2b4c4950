import { z } from 'zod'
import type { UserActor } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import { operation } from '../../platform/http/operation.ts'
import { createRouter } from '../../platform/http/router.ts'
import { look, perform } from '../../platform/work.ts'
import { linkByHand } from '../identity/link-by-hand.ts'
import { unlinkCandidate } from '../identity/unlink-candidate.ts'
import { readProfileWidget } from './profile-widget.queries.ts'
import { newLink, profileWidget, unlinking } from './profile-widget.shapes.ts'

const tags = ['LinkedIn']
const params = z.object({ id: z.string() })

const getWidget = operation({
  method: 'get',
  path: '/candidates/{id}/linkedin',
  summary: 'Read who a candidate is at LinkedIn, and whether you can see the profile',
  tags,
  params,
  answer: profileWidget,
})
const postLink = operation({
  method: 'post',
  path: '/candidates/{id}/linkedin/links',
  summary: 'Link a candidate to a LinkedIn profile',
  description:
    'A profile that another candidate holds is refused, and so is another one than the candidate has, unless it replaces that.',
  tags,
  params,
  body: newLink,
  answer: profileWidget,
})
const postUnlinking = operation({
  method: 'post',
  path: '/candidates/{id}/linkedin/unlinkings',
  summary: 'Say that a candidate is not this person at LinkedIn',
  description: 'It is remembered: neither an export nor an address brings the two together again.',
  tags,
  params,
  body: unlinking,
  answer: profileWidget,
})

export function profileWidgetRoutes(app: App) {
  const read = async (actor: UserActor, candidateId: string) => {
    const request = { candidateId, now: app.clock.now() }
    return (await look(app, actor, tx => readProfileWidget(tx, actor, request))).widget
  }
  return createRouter()
    .openapi(getWidget, async c => c.json(await read(c.get('actor'), c.req.valid('param').id), 200))
    .openapi(postLink, async c => {
      const [actor, { id }] = [c.get('actor'), c.req.valid('param')]
      await perform(app, actor, work => linkByHand(work, id, c.req.valid('json')))
      return c.json(await read(actor, id), 200)
    })
    .openapi(postUnlinking, async c => {
      const [actor, { id }] = [c.get('actor'), c.req.valid('param')]
      await perform(app, actor, work => unlinkCandidate(work, id, c.req.valid('json').personUrn))
      return c.json(await read(actor, id), 200)
    })
}
