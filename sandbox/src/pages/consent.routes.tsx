/** @jsxImportSource hono/jsx */
import type { Hono } from 'hono'
import {
  type AuthorizationRequest,
  allowAuthorization,
  declineAuthorization,
  readAuthorizationRequest,
} from '../behaviours/oauth.ts'
import { Refusal } from '../refusal.ts'
import type { Sandbox } from '../sandbox.ts'
import { ConsentPage, ConsentProblemPage } from './ConsentPage.tsx'
import { protectPage } from './content-security.ts'
import { renderPage } from './render-page.ts'
import type { PageContext, PageEnv } from './visit.ts'

export function mountConsent(app: Hono<PageEnv>, sandbox: Sandbox): void {
  app.get('/oauth/v2/authorization', c =>
    withRequest(c, sandbox, request => {
      const visit = c.get('visit')
      if (visit.member === undefined) {
        return c.redirect(`/talent/sign-in?${new URLSearchParams({ return: visit.address })}`)
      }
      const { origin, host } = new URL(request.redirectUri)
      protectPage(c, { formTargets: [origin] })
      const scopes = request.scope.split(' ').filter(Boolean)
      const { name } = request.application
      return renderPage(
        c,
        <ConsentPage visit={visit} member={visit.member} application={name} scopes={scopes} returnHost={host} />,
      )
    }),
  )

  app.post('/oauth/v2/authorization', async c => {
    const answer = new URLSearchParams(await c.req.text()).get('answer')
    return withRequest(c, sandbox, request => {
      const { member, address } = c.get('visit')
      protectPage(c, { formTargets: [new URL(request.redirectUri).origin] })
      if (answer === 'cancel') {
        const place = member === undefined ? 'user_cancelled_login' : 'user_cancelled_authorize'
        return c.redirect(declineAuthorization(request, place), 303)
      }
      // Whoever was signed out meanwhile, or sent something else, is asked again.
      if (member === undefined || answer !== 'allow') return c.redirect(address, 303)
      return c.redirect(allowAuthorization(sandbox, request, member.memberId), 303)
    })
  })
}

async function withRequest(
  c: PageContext,
  sandbox: Sandbox,
  handle: (request: AuthorizationRequest) => Response | Promise<Response>,
): Promise<Response> {
  try {
    const read = readAuthorizationRequest(sandbox, new URL(c.req.url).searchParams)
    return read.kind === 'redirect' ? c.redirect(read.to) : await handle(read.request)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const page = <ConsentProblemPage visit={c.get('visit')} problem={error.message} />
    return renderPage(c, page, 400)
  }
}
