import { describeConfigurationPlugin } from '@lodestone/rsc/configuration-plugin'
import { hasRole } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import { readCaller } from '../../platform/auth/require-caller.ts'
import { createRouter } from '../../platform/http/router.ts'
import { newNonce } from '../../platform/http/security-headers.ts'
import { look } from '../../platform/work.ts'
import { findAccess } from '../access/access.queries.ts'
import { pluginMessages } from './plugin-messages.shapes.ts'

/**
 * LinkedIn's configuration plugin, on a page of its own that ours shows in a frame: LinkedIn's script runs here and nowhere
 * else, and only this page's policy lets it.
 */
export function pluginPage(app: App) {
  const router = createRouter()
  router.use('/linkedin/set-up/plugin', readCaller(app))
  router.get('/linkedin/set-up/plugin', async c => {
    const actor = c.get('actor')
    if (!actor || !hasRole(actor, 'administrator')) return c.text('Sign in to Lodestone as an administrator.', 403)
    const access = await look(app, actor, tx => findAccess(tx, actor.tenantId))
    if (!access) return c.text('LinkedIn is not connected yet. Press Connect first.', 409)
    const nonce = newNonce()
    const { platformUrl, wwwUrl } = app.config.linkedin
    const language = c.req.query('lang') === 'nl' ? 'nl' : 'en'
    const widthPixels = readWidth(c.req.query('width'))
    return c.body(writePage({ nonce, platformUrl, clientId: access.clientId, widthPixels, language }), 200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': pluginPolicy({ nonce, platformUrl, wwwUrl }),
      'x-frame-options': 'SAMEORIGIN',
      'cache-control': 'no-store',
    })
  })
  return router
}

interface Page {
  nonce: string
  platformUrl: string
  clientId: string
  widthPixels: number
  /** LinkedIn's script takes it from the page around its frame. */
  language: string
}

/** The script comes from LinkedIn's platform host alone; its frame may go to LinkedIn's own site to sign in. */
function pluginPolicy({ nonce, platformUrl, wwwUrl }: { nonce: string; platformUrl: string; wwwUrl: string }): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' ${platformUrl}`,
    `style-src 'nonce-${nonce}'`,
    `frame-src ${[...new Set([platformUrl, wwwUrl])].join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join('; ')
}

/** The two tags are LinkedIn's own, as its documentation has them. */
function writePage({ nonce, platformUrl, clientId, widthPixels, language }: Page): string {
  const { loader, placeholder } = describeConfigurationPlugin({
    platformUrl,
    clientId,
    onIntegrate: 'onIntegrate',
    bundles: ['RECRUITER_SYSTEM_CONNECT_COMPANY', 'RECRUITER_SYSTEM_CONNECT_CONTRACT'],
    widthInPixels: widthPixels,
  })
  const attributes = Object.entries(placeholder.attributes).map(([name, value]) => ` ${name}="${value}"`)
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<title>LinkedIn</title>
<style nonce="${nonce}">:root{color-scheme:light dark}body{margin:0}iframe{display:block;border:0;max-width:100%}</style>
<script nonce="${nonce}">${toldToOpener}</script>
<script src="${loader.src}">
${loader.text}
</script>
</head>
<body>
<script type="${placeholder.type}"${attributes.join('')}></script>
</body>
</html>
`
}

const WIDEST = 720
const NARROWEST = 240
const USUAL = 500

function readWidth(asked: string | undefined): number {
  const pixels = Number.parseInt(asked ?? '', 10)
  return Number.isNaN(pixels) ? USUAL : Math.min(Math.max(pixels, NARROWEST), WIDEST)
}

const DRAWN_WITHIN_MS = 10_000

/** Hears what LinkedIn's script calls or fails at, and passes it on to our page around. The server judges it, not this. */
const toldToOpener = `
(() => {
  const tell = (kind, more) => parent.postMessage({ from: '${pluginMessages.from}', kind, ...more }, location.origin)
  globalThis.onIntegrate = told => tell('requested', { keys: Array.isArray(told) ? told : [told] })
  addEventListener('error', event => { if (event.target instanceof HTMLScriptElement) tell('blocked') }, true)
  addEventListener('securitypolicyviolation', () => tell('blocked'))
  let drawn = false
  addEventListener('DOMContentLoaded', () => {
    const look = () => {
      if (!drawn && document.querySelector('iframe:not([hidden])')) { drawn = true; tell('drawn') }
      tell('size', { height: document.documentElement.scrollHeight })
    }
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true, attributes: true })
    look()
    setTimeout(() => { if (!drawn) tell('notDrawn') }, ${DRAWN_WITHIN_MS})
  })
})()
`
