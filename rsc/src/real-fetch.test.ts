import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, createClient, sendCall } from './client.ts'
import { formatFinderQuery, formatIdsQuery, formatPathKey, parseIdsQuery, parseKey } from './restli-key.ts'

/** What the global `fetch` does to an address on its way is part of the wire: keys must arrive as they were written. */
const arrived: { url: string; body: string }[] = []
const server = createServer(async (request, response) => {
  const body = await readBody(request)
  const isTokenRequest = request.url === '/oauth/v2/accessToken'
  if (!isTokenRequest) arrived.push({ url: request.url ?? '', body })
  response.setHeader('Content-Type', 'application/json')
  response.end(JSON.stringify(isTokenRequest ? { access_token: 'A', expires_in: 1800 } : { results: {} }))
})
let client: Client

beforeAll(async () => {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${readPort(server.address())}`
  client = createClient({ wwwUrl: origin, apiUrl: origin, clientId: 'c', clientSecret: 's' })
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

test('keys in path, query and body arrive as they were written, in both protocols', async () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  const key = fc.record({ atsApplicationId: text, integrationContext: fc.constant('urn:li:organization:77') })
  await fc.assert(
    fc.asyncProperty(key, fc.constantFrom('1.0.0', '2.0.0'), async (parts, version) => {
      const path = `/atsApplications/${formatPathKey(parts, version)}/notes`
      const body = { entities: { [formatPathKey(parts, version)]: parts } }
      await sendCall(client, { method: 'PUT', path, query: formatIdsQuery([parts], version), body })
      const { url = '', body: bodyText = '' } = arrived.at(-1) ?? {}
      const [pathname = '', query = ''] = url.split('?')
      expect(parseKey(pathname.split('/')[3] ?? '')).toEqual(parts)
      expect(parseIdsQuery(query, version)).toEqual([parts])
      expect(JSON.parse(bodyText)).toEqual(body)
    }),
    { numRuns: 60 },
  )
})

test('parameters of a finder arrive as they were given', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 30 }), async requestId => {
      await sendCall(client, { method: 'GET', path: '/x', query: formatFinderQuery('request', { requestId }) })
      expect(new URL(arrived.at(-1)?.url ?? '', 'http://x').searchParams.get('requestId')).toBe(requestId)
    }),
    { numRuns: 40 },
  )
})

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}

function readPort(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return address.port
}
