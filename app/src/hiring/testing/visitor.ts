import type { App } from '../../platform/app.ts'
import { accountRoutes } from '../../platform/auth/account.routes.ts'
import { passwordRoutes } from '../../platform/auth/password.routes.ts'
import { sessionRoutes } from '../../platform/auth/session.routes.ts'
import { createRouter } from '../../platform/http/router.ts'
import { createServer } from '../../platform/http/server.ts'
import { companyEntranceRoutes, companyReturn } from '../company-sign-in/company-entrance.routes.ts'
import { companySignInRoutes } from '../company-sign-in/company-sign-in.routes.ts'
import type { VouchingCompany } from './vouching-company.ts'

export interface Visitor {
  ask(method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown; location: string | null }>
  /** Begins at the sign-in page: where the browser shall go. */
  begin(tenantId: string, to?: string): Promise<string>
  /** The whole way there and back. Answers the page at which the person ends. */
  signInAs(company: VouchingCompany, subject: string): Promise<string | null>
  /** Opens the address that the issuer sent back to. */
  comeBack(address: URL): Promise<string | null>
  /** Who the session is of, or the status of the refusal. */
  whoAmI(): Promise<unknown>
  readonly cookies: Map<string, string>
}

/** A browser with cookies, in front of what signing in needs. */
export async function aVisitor(app: App): Promise<Visitor> {
  const routes = createRouter()
    .route('/api/v1', sessionRoutes(app))
    .route('/api/v1', accountRoutes(app))
    .route('/api/v1', passwordRoutes(app))
    .route('/api/v1', companySignInRoutes(app))
    .route('/api/v1', companyEntranceRoutes(app))
    .route('/', companyReturn(app))
  const server = await createServer(app, routes)
  const cookies = new Map<string, string>()
  // Attempts are counted for each address, in a database that many tests share.
  const address = crypto.randomUUID()

  const ask: Visitor['ask'] = async (method, path, body) => {
    const text = body === undefined ? undefined : JSON.stringify(body)
    const answer = await server.request(path, {
      method,
      headers: {
        origin: app.config.publicUrl,
        'x-forwarded-for': address,
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(text === undefined ? {} : { 'content-type': 'application/json', 'content-length': `${text.length}` }),
      },
      ...(text === undefined ? {} : { body: text }),
    })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    const isJson = answer.headers.get('content-type')?.includes('json')
    return {
      status: answer.status,
      body: isJson ? await answer.json() : await answer.text(),
      location: answer.headers.get('location'),
    }
  }
  const begin: Visitor['begin'] = async (id, to) => {
    const begun = await ask('POST', '/api/v1/sign-in/company-trips', { id, language: 'nl', ...(to ? { to } : {}) })
    const { authorizeUrl } = Object(begun.body)
    if (typeof authorizeUrl !== 'string') throw new Error(`It does not begin: ${JSON.stringify(begun.body)}`)
    return authorizeUrl
  }
  const comeBack: Visitor['comeBack'] = async address =>
    (await ask('GET', `${address.pathname}${address.search}`)).location
  return {
    ask,
    begin,
    comeBack,
    cookies,
    signInAs: async ({ issuer, tenantId }, subject) => {
      issuer.signInAs(subject)
      return comeBack(await issuer.visit(await begin(tenantId)))
    },
    whoAmI: async () => {
      const { status, body } = await ask('GET', '/api/v1/session')
      return status === 200 ? Object(body).user.email : status
    },
  }
}
