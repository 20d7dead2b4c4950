import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ExportWorld, startExportWorld } from './testing/export-world.ts'
import { type PageVisitor, startVisitor } from './testing/page-visitor.ts'

let world: ExportWorld
let visitor: PageVisitor
beforeAll(async () => {
  world = await startExportWorld()
  visitor = startVisitor(world.running.url)
  await visitor.signIn('sanne-de-wit')
})
afterAll(() => world.stop())

const paths = [
  '/talent/sign-in',
  '/talent/home',
  '/talent/search?q=engineer',
  '/talent/profile/lotte-verbeek',
  '/talent/inspector',
  '/talent/inspector/traffic',
  '/talent/inspector/traffic/1',
  '/talent/inspector/control',
  '/talent/nothing-here',
  '/oauth/v2/authorization',
]

test.each(paths)('%s allows nothing inline and nothing from elsewhere', async path => {
  const page = await visitor.get(path)
  const policy = page.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'self'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toContain('unsafe-')
  expect(page.html).not.toMatch(/<style|<script(?![^>]*\bsrc=)|\sstyle="|\son[a-z]+="/)
  expect(page.html).not.toMatch(/(src|href)="https?:\/\/(?!hiring\.tulpenveld\.example)/)
})

test.each([
  ['/talent/sign-out', {}],
  ['/talent/profile/lotte-verbeek/export', { jobId: 'TV-1042' }],
  ['/talent/inspector/control/reset', {}],
  ['/oauth/v2/authorization', { answer: 'allow' }],
])('a form of another site cannot reach %s', async (path, form) => {
  const page = await visitor.send(path, form, { origin: 'https://evil.example' })
  expect(page.status).toBe(403)
  expect(page.text).toContain('This request came from another page')
  expect(world.running.store.exportedCandidates.size).toBe(0)
  expect((await visitor.get('/talent/home')).status).toBe(200)
})

test('what does not exist says so in the same look', async () => {
  const page = await visitor.get('/talent/profile/nobody')
  expect(page.status).toBe(404)
  expect(page.text).toContain('There is nothing here')
  expect(page.text).toContain('Recruiter sandbox Not LinkedIn')
})

test('style, script and font come from here and are kept', async () => {
  const { html } = await visitor.get('/talent/home')
  const addresses = [...html.matchAll(/(?:href|src)="(\/talent\/assets\/[^"]+)"/g)].map(match => match[1] ?? '')
  expect(addresses).toHaveLength(2)
  const style = await visitor.get(addresses[0] ?? '')
  expect(style.headers.get('content-type')).toBe('text/css; charset=utf-8')
  expect(style.headers.get('cache-control')).toContain('immutable')
  const font = /url\("([^"]+)"\)/.exec(style.html)?.[1] ?? ''
  expect((await visitor.get(font)).headers.get('content-type')).toBe('font/woff2')
  const old = await visitor.get('/talent/assets/recruiter.js?v=000000000000')
  expect(old.headers.get('cache-control')).toBe('no-cache')
})
