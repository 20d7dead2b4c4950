import type { PluginTags } from '@lodestone/rsc/configuration-plugin'
import type { Context } from 'hono'
import type { App } from '../../platform/app.ts'
import { newNonce } from '../../platform/http/security-headers.ts'
import { frameMessages } from './plugin-frame.shapes.ts'

interface PluginDocument {
  tags: PluginTags
  /** The global functions that the placeholder names. */
  callbacks: readonly string[]
}

/**
 * A page with one plugin of LinkedIn's, which a page of ours shows in a frame: LinkedIn's script runs here and nowhere else,
 * and only this page's policy lets it.
 */
export function answerWithPlugin(c: Context, app: App, document: PluginDocument): Response {
  const nonce = newNonce()
  // LinkedIn's script takes the language from the page around its frame.
  const language = c.req.query('lang') === 'nl' ? 'nl' : 'en'
  return c.body(writeDocument(document, nonce, language), 200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policyOf(app, nonce),
    'x-frame-options': 'SAMEORIGIN',
    'cache-control': 'no-store',
  })
}

const NARROWEST = 240

/** As wide as the place on our page, within what the plugin can use. */
export function readWidth(c: Context, { usual, widest }: { usual: number; widest: number }): number {
  const pixels = Number.parseInt(c.req.query('width') ?? '', 10)
  return Number.isNaN(pixels) ? usual : Math.min(Math.max(pixels, NARROWEST), widest)
}

/** The script comes from LinkedIn's platform host alone; its frame may go to LinkedIn's own site to sign in. */
function policyOf(app: App, nonce: string): string {
  const { platformUrl, wwwUrl } = app.config.linkedin
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
function writeDocument({ tags, callbacks }: PluginDocument, nonce: string, language: string): string {
  const { loader, placeholder } = tags
  const attributes = Object.entries(placeholder.attributes).map(([name, value]) => ` ${name}="${escapeText(value)}"`)
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<title>LinkedIn</title>
<style nonce="${nonce}">:root{color-scheme:light dark}body{margin:0}iframe{display:block;border:0;max-width:100%}</style>
<script nonce="${nonce}">${toldToOpener(callbacks)}</script>
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

const entities: Record<string, string> = { '&': '&amp;', '"': '&quot;', "'": '&#39;', '<': '&lt;', '>': '&gt;' }

function escapeText(text: string): string {
  return text.replace(/[&"'<>]/g, sign => entities[sign] ?? sign)
}

const DRAWN_WITHIN_MS = 10_000

/** Hears what LinkedIn's script calls or fails at, and passes it on to our page around. The server judges it, not this. */
function toldToOpener(callbacks: readonly string[]): string {
  return `
(() => {
  const tell = (kind, more) => parent.postMessage({ from: '${frameMessages.from}', kind, ...more }, location.origin)
  for (const callback of ${JSON.stringify(callbacks)}) {
    globalThis[callback] = argument => tell('called', { callback, argument })
  }
  addEventListener('error', event => { if (event.target instanceof HTMLScriptElement) tell('blocked') }, true)
  addEventListener('securitypolicyviolation', () => tell('blocked'))
  let drawn = false
  addEventListener('DOMContentLoaded', () => {
    const look = () => {
      if (drawn || !document.querySelector('iframe:not([hidden])')) return
      drawn = true
      tell('drawn')
    }
    const measure = () => tell('size', { height: Math.ceil(document.body.getBoundingClientRect().height) })
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true, attributes: true })
    new ResizeObserver(measure).observe(document.body)
    look()
    setTimeout(() => { if (!drawn) tell('notDrawn') }, ${DRAWN_WITHIN_MS})
  })
})()
`
}
