import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { getApplicationOfPage } from '../../behaviours/plugin-pages.ts'
import { FRAME_SESSION_COOKIE_NAME, findSignedInMember, SESSION_COOKIE_NAME } from '../../behaviours/sessions.ts'
import type { DeveloperApplication } from '../../records.ts'
import type { Sandbox } from '../../sandbox.ts'
import { chooseLanguage } from '../language.ts'
import { describeVisit, type Visit } from '../visit.ts'

/** A plugin in its frame: whose page is around it, and who looks. */
export interface PluginRequest {
  readonly application: DeveloperApplication
  readonly parentOrigin: string
  readonly visit: Visit
  readonly query: URLSearchParams
}

/** Refused unless the page around the frame may show plugins of this application. */
export function readPluginRequest(c: Context, sandbox: Sandbox): PluginRequest {
  const query = new URL(c.req.url).searchParams
  const parentOrigin = query.get('origin') ?? ''
  const application = getApplicationOfPage(sandbox, { apiKey: query.get('api_key') ?? '', origin: parentOrigin })
  return { application, parentOrigin, query, visit: readFrameVisit(c, sandbox) }
}

/** On the same site the browser's own session is enough; in a frame on another site only the frame's own is there. */
export function readFrameVisit(c: Context, sandbox: Sandbox): Visit {
  const sessions = [FRAME_SESSION_COOKIE_NAME, SESSION_COOKIE_NAME].map(name => getCookie(c, name))
  const member = sessions.map(id => findSignedInMember(sandbox, id)).find(each => each !== undefined)
  const wished = c.req.query('lang')
  const language = wished === 'nl' || wished === 'en' ? wished : chooseLanguage(c)
  return describeVisit(sandbox, { member, language, address: addressOf(c.req.url) })
}

/** What only told the last page something is left out. */
function addressOf(address: string): string {
  const url = new URL(address)
  for (const name of ['signedIn', 'email', 'choose', 'unlink', 'q']) url.searchParams.delete(name)
  return url.pathname + url.search
}

/** The page's own address with something added. */
export function addressWith(visit: Visit, extra: Readonly<Record<string, string>>): string {
  return `${visit.address}&${new URLSearchParams(extra)}`
}

/** An origin that can stand in a header and be told something; undefined for anything else. */
export function readOrigin(text: string | undefined): string | undefined {
  if (text === undefined || !URL.canParse(text)) return undefined
  const { origin, protocol } = new URL(text)
  return /^https?:$/.test(protocol) && origin === text ? origin : undefined
}
