/** @jsxImportSource hono/jsx */
import { type Context, Hono } from 'hono'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import type { Child } from 'hono/jsx'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { signIn } from '../../behaviours/sessions.ts'
import type { Member } from '../../member-shape.ts'
import { Refusal } from '../../refusal.ts'
import type { Sandbox } from '../../sandbox.ts'
import { protectPage } from '../content-security.ts'
import { renderPage } from '../render-page.ts'
import { listSeededPeople } from '../seeded-people.ts'
import type { PageEnv, Visit } from '../visit.ts'
import type { Words } from '../words/en.ts'
import { endFrameSession, keepFrameSession } from './frame-session.ts'
import { type PluginCallback, PluginFrame } from './PluginFrame.tsx'
import { PluginProblem } from './PluginProblem.tsx'
import { PluginSignIn, type PluginSignInProblem } from './PluginSignIn.tsx'
import { addressWith, type PluginRequest, readFrameVisit, readOrigin, readPluginRequest } from './plugin-request.ts'

export interface MemberRequest extends PluginRequest {
  readonly visit: Visit & { readonly member: Member }
}

export interface Showing {
  readonly content: Child
  readonly status?: ContentfulStatusCode
  readonly callback?: PluginCallback
}

/** What differs between plugins. Origin, session and frame are the same for all. */
export interface Plugin {
  readonly addresses: readonly string[]
  readonly titleIn: (words: Words) => string
  readonly signInLeadIn: (words: Words) => string
  readonly show: (sandbox: Sandbox, request: MemberRequest) => Showing
  readonly act: (sandbox: Sandbox, request: MemberRequest, form: URLSearchParams) => Showing
}

export function mountPlugin(app: Hono, sandbox: Sandbox, plugin: Plugin): void {
  const frames = new Hono<PageEnv>()
  for (const address of plugin.addresses) {
    frames.use(address, csrf())
    frames.get(address, c => answer(c, sandbox, plugin, () => showFor(c, sandbox, plugin)))
    frames.post(address, c => answer(c, sandbox, plugin, () => actFor(c, sandbox, plugin)))
  }
  frames.onError(error => {
    if (error instanceof HTTPException) return error.getResponse()
    throw error
  })
  app.route('/', frames)
}

/** Whose page may not show the plugin gets a page that it may frame and that only says why. */
async function answer(
  c: Context<PageEnv>,
  sandbox: Sandbox,
  plugin: Plugin,
  respond: () => Promise<Response>,
): Promise<Response> {
  c.header('Cache-Control', 'no-store')
  try {
    return await respond()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const visit = { ...readFrameVisit(c, sandbox), member: undefined }
    const parentOrigin = readOrigin(c.req.query('origin'))
    protectPage(c, { embeddedBy: parentOrigin })
    const page = (
      <PluginFrame
        visit={visit}
        title={plugin.titleIn(visit.words)}
        parentOrigin={parentOrigin}
        refusal={error.message}
      >
        <PluginProblem visit={visit} lead={visit.words.plugin.notHere} detail={error.message} />
      </PluginFrame>
    )
    return renderPage(c, page, 403)
  }
}

async function showFor(c: Context<PageEnv>, sandbox: Sandbox, plugin: Plugin): Promise<Response> {
  const request = readPluginRequest(c, sandbox)
  if (isOfMember(request)) return render(c, plugin, request, plugin.show(sandbox, request))
  const problem = request.query.has('signedIn') ? 'cookieNotKept' : undefined
  return renderSignIn(c, sandbox, plugin, { request, email: request.query.get('email') ?? '', problem })
}

async function actFor(c: Context<PageEnv>, sandbox: Sandbox, plugin: Plugin): Promise<Response> {
  const request = readPluginRequest(c, sandbox)
  const form = new URLSearchParams(await c.req.text())
  switch (form.get('act')) {
    case 'sign-in':
      return signInThere(c, sandbox, plugin, { request, form })
    case 'sign-out':
      endFrameSession(c, sandbox)
      return c.redirect(request.visit.address, 303)
  }
  // Whoever was signed out meanwhile signs in first.
  if (!isOfMember(request)) return c.redirect(request.visit.address, 303)
  return render(c, plugin, request, actOrExplain(sandbox, plugin, request, form))
}

function actOrExplain(sandbox: Sandbox, plugin: Plugin, request: MemberRequest, form: URLSearchParams): Showing {
  try {
    return plugin.act(sandbox, request, form)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { visit } = request
    return {
      content: <PluginProblem visit={visit} lead={visit.words.error.notPossibleLead} detail={error.message} />,
      status: error.status === 403 ? 403 : 409,
    }
  }
}

async function signInThere(
  c: Context<PageEnv>,
  sandbox: Sandbox,
  plugin: Plugin,
  { request, form }: { request: PluginRequest; form: URLSearchParams },
): Promise<Response> {
  const email = (form.get('email') ?? '').trim()
  const password = form.get('password') ?? ''
  const missing = email === '' ? 'missingEmail' : password === '' ? 'missingPassword' : undefined
  if (missing !== undefined) return renderSignIn(c, sandbox, plugin, { request, email, problem: missing })
  try {
    keepFrameSession(c, signIn(sandbox, email, password))
    return c.redirect(addressWith(request.visit, { signedIn: 'yes' }), 303)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return renderSignIn(c, sandbox, plugin, { request, email, problem: 'refused' })
  }
}

function renderSignIn(
  c: Context<PageEnv>,
  sandbox: Sandbox,
  plugin: Plugin,
  state: { request: PluginRequest; email: string; problem: PluginSignInProblem | undefined },
): Promise<Response> {
  const { request, email, problem } = state
  const people = listSeededPeople(sandbox).filter(person => person.role !== 'member')
  const lead = plugin.signInLeadIn(request.visit.words)
  const content = <PluginSignIn visit={request.visit} lead={lead} email={email} problem={problem} people={people} />
  const status = problem === undefined || problem === 'cookieNotKept' ? 200 : problem === 'refused' ? 401 : 400
  return render(c, plugin, request, { content, status })
}

function render(c: Context<PageEnv>, plugin: Plugin, request: PluginRequest, showing: Showing): Promise<Response> {
  const { visit, parentOrigin } = request
  protectPage(c, { embeddedBy: parentOrigin })
  const page = (
    <PluginFrame
      visit={visit}
      title={plugin.titleIn(visit.words)}
      parentOrigin={parentOrigin}
      callback={showing.callback}
    >
      {showing.content}
    </PluginFrame>
  )
  return renderPage(c, page, showing.status)
}

function isOfMember(request: PluginRequest): request is MemberRequest {
  return request.visit.member !== undefined
}
