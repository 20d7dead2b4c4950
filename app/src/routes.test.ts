import { expect, test } from 'vitest'
import { createServer } from './platform/http/server.ts'
import { testApp } from './platform/testing/test-app.ts'
import { buildRoutes } from './routes.ts'

interface Operation {
  method: string
  path: string
  isPublic: boolean
  parameters: { name: string; in: string }[]
  responses: Record<string, { description?: string; content?: Record<string, unknown> }>
  summary?: string
}

const methods = ['get', 'post', 'put', 'patch', 'delete']

async function aServer() {
  const app = await testApp()
  const server = await createServer(app, buildRoutes(app))
  const document = await (await server.request('/api/openapi.json')).json()
  const operations = Object.entries<Record<string, unknown>>(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]): Operation => {
      const { security, parameters = [], ...rest } = Object(operation)
      return { method, path, isPublic: security?.length === 0, parameters, ...rest }
    }),
  )
  return { server, document, operations }
}

test('the document lists every address under /api/v1, and no other', async () => {
  const { server, operations } = await aServer()
  const served = server.routes
    .filter(route => route.method !== 'ALL' && route.path.startsWith('/api/v1/'))
    .map(route => `${route.method} ${route.path}`)
  const listed = operations.map(({ method, path }) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`)
  expect(listed.length).toBeGreaterThan(5)
  expect(listed.sort()).toEqual([...new Set(served)].sort())
})

test('the document is OpenAPI 3.1 that holds together', async () => {
  const { document, operations } = await aServer()
  expect(document.openapi).toBe('3.1.0')
  expect(document.info).toMatchObject({ title: 'Lodestone', version: expect.stringMatching(/^\d+\.\d+\.\d+$/) })
  for (const name of listReferences(document)) expect(document.components.schemas).toHaveProperty([name])
  for (const operation of operations) {
    const where = `${operation.method} ${operation.path}`
    expect(methods, where).toContain(operation.method)
    expect(operation.summary, where).toMatch(/^[A-Z].{3,}[^.]$/)
    expect(Object.keys(operation.responses).length, where).toBeGreaterThan(1)
    for (const [status, response] of Object.entries(operation.responses)) {
      expect(status, where).toMatch(/^([1-5]\d\d|default)$/)
      expect(response.description, where).toBeTruthy()
    }
    expect(operation.responses, where).toHaveProperty(['default', 'content', 'application/problem+json'])
    const inPath = [...operation.path.matchAll(/\{(\w+)\}/g)].map(match => match[1])
    const declared = operation.parameters.filter(parameter => parameter.in === 'path').map(parameter => parameter.name)
    expect(declared.sort(), where).toEqual(inPath.sort())
  }
})

const open = [
  'get /api/v1/demo',
  'get /api/v1/demo/mails',
  'get /api/v1/sign-in',
  'get /api/v1/sign-in/companies',
  'post /api/v1/invitations/acceptances',
  'post /api/v1/invitations/readings',
  'post /api/v1/sign-in',
  'post /api/v1/sign-in/codes',
  'post /api/v1/sign-in/company-trips',
  'post /api/v1/sign-in/password-resets',
  'post /api/v1/sign-in/passwords',
  'post /api/v1/sign-in/two-step',
  'post /api/v1/sign-in/two-step/set-ups',
  'post /api/v1/sign-out',
]

test('every address turns strangers away, but those that are listed here', async () => {
  const { server, operations } = await aServer()
  const name = ({ method, path }: Operation) => `${method} ${path}`
  expect(
    operations
      .filter(operation => operation.isPublic)
      .map(name)
      .sort(),
  ).toEqual(open)
  for (const operation of operations.filter(one => !one.isPublic)) {
    const address = operation.path.replaceAll(/\{\w+\}/g, 'something')
    const answer = await server.request(address, { method: operation.method.toUpperCase() })
    expect(answer.status, name(operation)).toBe(401)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
  }
})

test('the page of the API shows every address, without a script', async () => {
  const { server, operations } = await aServer()
  const answer = await server.request('/api/docs')
  const page = await answer.text()
  for (const { path } of operations) expect(page).toContain(`<code>${path}</code>`)
  expect(page).not.toContain('<script')
  const nonce = /<style nonce="([^"]+)"/.exec(page)?.[1]
  expect(answer.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`)
})

function listReferences(value: unknown): string[] {
  const text = JSON.stringify(value)
  return [...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(match => match[1] ?? '')
}
