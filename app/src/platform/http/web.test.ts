import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { readConfig } from '../config.ts'
import { answerUnknownRoute } from './problem.ts'
import { createRouter } from './router.ts'
import { servePages } from './web.ts'

const page = `<!doctype html><html><head><meta property="csp-nonce" nonce="__CSP_NONCE__">
<script nonce="__CSP_NONCE__">globalThis.__webpack_nonce__ = document.currentScript.nonce</script></head></html>`
const script = 'console.log("lodestone")'

async function aServer(files: Record<string, string | Buffer> = {}) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'lodestone-web-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await mkdir(path.join(folder, 'web', 'assets'), { recursive: true })
  await writeFile(path.join(folder, 'outside.txt'), 'nobody may read this')
  for (const [name, content] of Object.entries(files)) await writeFile(path.join(folder, 'web', name), content)
  const server = createRouter()
  server.use(await servePages(readConfig({}), path.join(folder, 'web')))
  server.notFound(answerUnknownRoute(server))
  return (address: string, headers: Record<string, string> = {}) => server.request(address, { headers })
}

const built = {
  'index.html': page,
  'robots.txt': 'User-agent: *',
  'assets/main-abc.js': script,
  'assets/main-abc.js.br': brotliCompressSync(script),
}
const html = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }

test('every address of a page gets the page with a nonce of its own', async () => {
  const get = await aServer(built)
  const nonces = new Set<string>()
  for (const address of ['/', '/jobs/job_1?tab=board', '/index.html', '/candidates/a.b']) {
    const answer = await get(address, html)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('no-cache')
    const text = await answer.text()
    const nonce = /nonce="([^"]+)"/.exec(text)?.[1] ?? ''
    expect(text).toBe(page.replaceAll('__CSP_NONCE__', nonce))
    const policy = answer.headers.get('content-security-policy')
    expect(policy).toContain(`script-src 'self' 'nonce-${nonce}';`)
    expect(policy).toContain(`style-src 'self' 'nonce-${nonce}';`)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe-')
    nonces.add(nonce)
  }
  expect(nonces.size).toBe(4)
})

test('a file with a hash in its name stays for ever, packed when the browser can unpack', async () => {
  const get = await aServer(built)
  const plain = await get('/assets/main-abc.js')
  expect(plain.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  expect(plain.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(plain.headers.get('content-encoding')).toBeNull()
  expect(await plain.text()).toBe(script)
  const packed = await get('/assets/main-abc.js', { 'accept-encoding': 'gzip, deflate, br' })
  expect(packed.headers.get('content-encoding')).toBe('br')
  expect(packed.headers.get('vary')).toBe('accept-encoding')
  expect(Buffer.from(await packed.arrayBuffer())).toEqual(built['assets/main-abc.js.br'])
})

test('other files are asked for again, and cost nothing when they are the same', async () => {
  const get = await aServer(built)
  const first = await get('/robots.txt')
  expect(first.headers.get('cache-control')).toBe('no-cache')
  const again = await get('/robots.txt', { 'if-none-match': first.headers.get('etag') ?? '' })
  expect(again.status).toBe(304)
  expect(await again.text()).toBe('')
})

test.each(['/../outside.txt', '/%2e%2e/outside.txt', '/assets/..%2f..%2foutside.txt', '/assets/../../outside.txt'])(
  '%s leads nowhere',
  async address => {
    const get = await aServer(built)
    const answer = await get(address)
    expect(answer.status).toBe(404)
    expect(await answer.text()).not.toContain('nobody may read this')
  },
)

test('what programs ask for is never answered with a page', async () => {
  const get = await aServer(built)
  for (const address of ['/api/v1/nothing', '/api', '/hooks/linkedin/x', '/metrics']) {
    expect((await get(address, html)).status).toBe(404)
  }
  expect((await get('/assets/gone.js')).status).toBe(404)
})

test('before the build there is a sentence, not a riddle', async () => {
  const answer = await (await aServer())('/', html)
  expect(answer.status).toBe(503)
  expect(await answer.text()).toBe('The pages of Lodestone have not been built yet. Run: npm start\n')
})
