import type { UserActor } from '../../platform/actor.ts'
import { hasRole } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import { readCaller } from '../../platform/auth/require-caller.ts'
import { operation } from '../../platform/http/operation.ts'
import { createRouter } from '../../platform/http/router.ts'
import { look, perform } from '../../platform/work.ts'
import { setIndicatorViewers } from '../access/indicator-viewers.ts'
import { setJobVisibility } from '../access/job-visibility.ts'
import { refuseUnlessMayManageLinkedIn } from '../access/refusals.ts'
import { readSetUp } from './set-up.queries.ts'
import {
  disconnected,
  disconnection,
  indicatorViewersSetting,
  jobVisibilitySetting,
  requestedKeys,
  setUp,
  setUpSignIn,
} from './set-up.shapes.ts'
import { askLinkedIn, disconnectInstance, requestAccess } from './set-up.ts'
import { finishSetUpSignIn, startSetUp } from './set-up-sign-in.ts'

const tags = ['LinkedIn']

const getSetUp = operation({
  method: 'get',
  path: '/linkedin/set-up',
  summary: 'Read where the set-up of LinkedIn stands, and whose turn it is',
  tags,
  answer: setUp,
})
const postSignIn = operation({
  method: 'post',
  path: '/linkedin/set-up/sign-in',
  summary: 'Connect: begin the set-up of LinkedIn',
  description:
    'Send the browser to the address of the answer. It comes back to /admin/linkedin?linkedin=connected, or another word.',
  tags,
  answer: setUpSignIn,
})
const postRequest = operation({
  method: 'post',
  path: '/linkedin/set-up/request',
  summary: 'Tell what was requested in LinkedIn’s plugin',
  description: 'LinkedIn is asked whether it is so before anything is stored. The same once more changes nothing.',
  tags,
  body: requestedKeys,
  answer: setUp,
})
const postReading = operation({
  method: 'post',
  path: '/linkedin/set-up/reading',
  summary: 'Ask LinkedIn where the set-up stands',
  tags,
  answer: setUp,
})
const putJobVisibility = operation({
  method: 'put',
  path: '/linkedin/set-up/job-visibility',
  summary: 'Choose whether jobs are public or private on LinkedIn',
  tags,
  body: jobVisibilitySetting,
  answer: setUp,
})
const putIndicatorViewers = operation({
  method: 'put',
  path: '/linkedin/set-up/indicator-viewers',
  summary: 'Choose who sees the In-ATS section in Recruiter',
  tags,
  body: indicatorViewersSetting,
  answer: setUp,
})
const postDisconnection = operation({
  method: 'post',
  path: '/linkedin/set-up/disconnection',
  summary: 'Disconnect this ATS instance from LinkedIn',
  description: 'The name of the instance has to be typed. What came from LinkedIn is kept.',
  tags,
  body: disconnection,
  answer: disconnected,
})

export function setUpRoutes(app: App) {
  const read = (actor: UserActor) => {
    refuseUnlessMayManageLinkedIn(actor)
    return look(app, actor, tx => readSetUp(tx, app, actor.tenantId))
  }
  return createRouter()
    .openapi(getSetUp, async c => c.json(await read(c.get('actor')), 200))
    .openapi(postSignIn, async c => c.json(await startSetUp(app, c.get('actor')), 200))
    .openapi(postRequest, async c => {
      await requestAccess(app, c.get('actor'), c.req.valid('json'))
      return c.json(await read(c.get('actor')), 200)
    })
    .openapi(postReading, async c => {
      await askLinkedIn(app, c.get('actor'))
      return c.json(await read(c.get('actor')), 200)
    })
    .openapi(putJobVisibility, async c => {
      await perform(app, c.get('actor'), work => setJobVisibility(work, c.req.valid('json').jobVisibility))
      return c.json(await read(c.get('actor')), 200)
    })
    .openapi(putIndicatorViewers, async c => {
      await setIndicatorViewers(app, c.get('actor'), c.req.valid('json').indicatorViewers)
      return c.json(await read(c.get('actor')), 200)
    })
    .openapi(postDisconnection, async c => {
      const linkedInKnows = await disconnectInstance(app, c.get('actor'), c.req.valid('json').instanceName)
      return c.json({ linkedInKnows }, 200)
    })
}

/** Where LinkedIn sends an administrator's browser back to. A page's address and no part of the API. */
export function setUpReturn(app: App) {
  const router = createRouter()
  router.use('/linkedin/set-up/return', readCaller(app))
  router.get('/linkedin/set-up/return', async c => {
    const actor = c.get('actor')
    c.header('cache-control', 'no-store')
    // Whose role was taken meanwhile is told so there.
    if (actor && !hasRole(actor, 'administrator')) return c.redirect('/admin/linkedin')
    const outcome = actor ? await finishSetUpSignIn(app, actor, new URL(c.req.url).searchParams) : 'signedOut'
    return c.redirect(`/admin/linkedin?linkedin=${outcome}`)
  })
  return router
}
