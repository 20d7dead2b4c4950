import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { App } from '../../platform/app.ts'
import { giveSessionCookie, sessionToken } from '../../platform/auth/session-cookie.ts'
import { closeSession } from '../../platform/auth/sessions.ts'
import { VOUCHED_SECONDS } from '../../platform/auth/vouched-sessions.ts'
import { addressOf } from '../../platform/http/caller.ts'
import { operation } from '../../platform/http/operation.ts'
import { createRouter } from '../../platform/http/router.ts'
import { finishTrip } from './company-return.ts'
import { listOffers } from './company-sign-in.queries.ts'
import { companyId, companyOffers, offersQuery, tripAnswer, tripInput } from './company-sign-in.shapes.ts'
import { beginTrip, TRIP_SECONDS } from './company-trip.ts'

const tags = ['Session']
const COOKIE = 'lodestone_company_trip'

const getOffers = operation({
  method: 'get',
  path: '/sign-in/companies',
  summary: 'Lists the companies that vouch for people with addresses of a domain',
  description: 'The answer depends on the domain alone, and tells nothing of any person.',
  tags,
  public: true,
  query: offersQuery,
  answer: companyOffers,
})
const postTrip = operation({
  method: 'post',
  path: '/sign-in/company-trips',
  summary: "Begins a sign-in through a company: send the browser to the answer's address",
  tags,
  public: true,
  body: tripInput,
  answer: tripAnswer,
})

/** How people come in through their company. */
export function companyEntranceRoutes(app: App) {
  return createRouter()
    .openapi(getOffers, async c => c.json(await listOffers(app, c.req.valid('query').domain), 200))
    .openapi(postTrip, async c => {
      const caller = { address: addressOf(c, app.config.trustedProxies) }
      const { authorizeUrl, cookie } = await beginTrip(app, c.req.valid('json'), caller)
      setCookie(c, COOKIE, cookie, { ...attributes(app), maxAge: TRIP_SECONDS })
      return c.json({ authorizeUrl }, 200)
    })
}

/** Where the issuer sends the browser back to. A page's address and no part of the API. */
export function companyReturn(app: App) {
  const router = createRouter()
  router.get('/sign-in/company/:tenantId', async c => {
    const tenantId = companyId.safeParse(c.req.param('tenantId')).data
    if (tenantId === undefined) return c.redirect('/sign-in?company=tooLate')
    const ended = await finishTrip(app, {
      tenantId,
      cookie: getCookie(c, COOKIE),
      search: new URL(c.req.url).search,
      address: addressOf(c, app.config.trustedProxies),
      userAgent: c.req.header('user-agent') ?? '',
    })
    deleteCookie(c, COOKIE, attributes(app))
    c.header('cache-control', 'no-store')
    if ('outcome' in ended) return c.redirect(`/sign-in?company=${ended.outcome}`)
    await closeFormer(c, app)
    giveSessionCookie(c, app, ended.token, VOUCHED_SECONDS)
    return c.redirect(ended.returnTo)
  })
  return router
}

async function closeFormer(c: Context, app: App): Promise<void> {
  const former = sessionToken(c)
  if (former) await closeSession(app, former)
}

// Lax: the browser comes back from another site.
function attributes(app: App) {
  const secure = app.config.publicUrl.startsWith('https:')
  return { path: '/sign-in/company', httpOnly: true, sameSite: 'Lax', secure } as const
}
