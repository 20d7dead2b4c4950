import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Context, MiddlewareHandler } from 'hono'
import type { Config } from '../config.ts'
import type { RouterEnv } from './router-env.ts'
import { newNonce, pagePolicy } from './security-headers.ts'

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

const encodings = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
] as const

const NONCE_PLACEHOLDER = '__CSP_NONCE__'

/** The built pages. An address that is no file and no API is a page of the browser's router. */
export async function servePages(config: Config, folder: string): Promise<MiddlewareHandler<RouterEnv>> {
  const files = await listFiles(folder)
  const page = files.has('index.html') ? await readFile(path.join(folder, 'index.html'), 'utf8') : undefined

  return async (c, next) => {
    if (!['GET', 'HEAD'].includes(c.req.method) || isForPrograms(c.req.path)) return next()
    const name = c.req.path.slice(1)
    if (files.has(name) && name !== 'index.html') return answerFile(c, folder, files, name)
    if (!acceptsHtml(c)) return next()
    return page === undefined ? c.text(NOT_BUILT, 503) : answerPage(c, config, page)
  }
}

const NOT_BUILT = 'The pages of Lodestone have not been built yet. Run: npm start\n'

/** Only these names are ever opened, so no address can lead out of the folder. */
async function listFiles(folder: string): Promise<Set<string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries.filter(entry => entry.isFile())
  return new Set(files.map(file => path.relative(folder, path.join(file.parentPath, file.name)).replaceAll('\\', '/')))
}

function isForPrograms(address: string): boolean {
  return /^\/(api|hooks|healthz|readyz|metrics)(\/|$)/.test(address)
}

function acceptsHtml(c: Context): boolean {
  const accept = c.req.header('accept') ?? ''
  return accept.includes('text/html') || accept.includes('application/xhtml+xml')
}

function answerPage(c: Context, config: Config, page: string): Response {
  const nonce = newNonce()
  return c.body(page.replaceAll(NONCE_PLACEHOLDER, nonce), 200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': pagePolicy(config, nonce),
    // A stored page would bring back an old nonce, and after an update the names of files that are gone.
    'cache-control': 'no-cache',
  })
}

async function answerFile(c: Context, folder: string, files: Set<string>, name: string): Promise<Response> {
  const accepted = (c.req.header('accept-encoding') ?? '').split(',').map(part => part.split(';')[0]?.trim())
  const encoding = encodings.find(one => accepted.includes(one.name) && files.has(name + one.ending))
  const bytes = await readFile(path.join(folder, name + (encoding?.ending ?? '')))
  c.header('content-type', types[path.extname(name)] ?? 'application/octet-stream')
  c.header('vary', 'accept-encoding')
  if (encoding) c.header('content-encoding', encoding.name)
  // Vite puts a hash of the content into every name under assets/.
  if (name.startsWith('assets/')) c.header('cache-control', 'public, max-age=31536000, immutable')
  else {
    const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
    c.header('cache-control', 'no-cache')
    c.header('etag', etag)
    if (c.req.header('if-none-match') === etag) return c.body(null, 304)
  }
  return c.body(bytes)
}
