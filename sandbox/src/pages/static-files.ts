import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Hono } from 'hono'

interface StaticFile {
  readonly type: string
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly fingerprint: string
}

const loaderPath = '/xdoor/scripts/in.js'

const require = createRequire(import.meta.url)

// Found by package name, not beside this module: a bundled server runs from another folder.
const staticFolder = join(dirname(require.resolve('@lodestone/sandbox/pages/mount-pages')), 'static')

const styleParts = [
  'tokens',
  'base',
  'bar',
  'controls',
  'profile',
  'search',
  'projects',
  'export-box',
  'small-pages',
  'admin-settings',
  'plugin',
  'inspector',
  'in-ats',
]

const style = describeFile('text/css; charset=utf-8', Buffer.concat(styleParts.map(part => readOwn(`${part}.css`))))
const script = describeScript('recruiter.js')
const frameScript = describeScript('plugin-frame.js')
const loader = describeScript('in.js')

/** Each address carries the file's fingerprint, so that a browser never keeps an old one. */
export const styleAddress = `/talent/assets/recruiter.css?v=${style.fingerprint}`
export const scriptAddress = `/talent/assets/recruiter.js?v=${script.fingerprint}`
export const frameScriptAddress = `/talent/assets/plugin-frame.js?v=${frameScript.fingerprint}`

export function mountStaticFiles(app: Hono): void {
  serve(app, '/talent/assets/recruiter.css', style)
  serve(app, '/talent/assets/recruiter.js', script)
  serve(app, '/talent/assets/plugin-frame.js', frameScript)
  for (const subset of ['latin', 'latin-ext']) {
    const font = findFont(subset)
    if (font !== undefined) serve(app, `/talent/assets/inter-${subset}.woff2`, font)
  }
}

/** The loader stands at LinkedIn's own address, for pages of every site, and is asked for again each time. */
export function mountLoader(app: Hono): void {
  app.use(loaderPath, async (c, next) => {
    await next()
    c.header('Cross-Origin-Resource-Policy', 'cross-origin')
  })
  serve(app, loaderPath, loader)
}

function serve(app: Hono, path: string, file: StaticFile): void {
  app.get(path, c => {
    const isFixed = file.type === 'font/woff2' || c.req.query('v') === file.fingerprint
    c.header('Content-Type', file.type)
    c.header('Cache-Control', isFixed ? 'public, max-age=31536000, immutable' : 'no-cache')
    c.header('X-Content-Type-Options', 'nosniff')
    return c.body(file.bytes)
  })
}

function readOwn(name: string): Buffer {
  return readFileSync(join(staticFolder, name))
}

/** Without the font package the pages fall back on the system's own letter. */
function findFont(subset: string): StaticFile | undefined {
  try {
    const path = require.resolve(`@fontsource-variable/inter/files/inter-${subset}-opsz-normal.woff2`)
    return describeFile('font/woff2', readFileSync(path))
  } catch {
    return undefined
  }
}

function describeScript(name: string): StaticFile {
  return describeFile('text/javascript; charset=utf-8', readOwn(name))
}

function describeFile(type: string, content: Buffer): StaticFile {
  const fingerprint = createHash('sha256').update(content).digest('hex').slice(0, 12)
  return { type, bytes: new Uint8Array(content), fingerprint }
}
