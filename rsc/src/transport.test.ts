import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { removeHeaderSecrets, removeTextSecrets } from './secrets.ts'
import { createTransport, type Exchange, sendRequest, type Transport } from './transport.ts'

const get = { method: 'GET', url: 'https://api.example/v2/x?ids=A', headers: { Authorization: 'Bearer very-secret' } }

function transportWith(given: Partial<Transport>): { transport: Transport; exchanges: Exchange[] } {
  const exchanges: Exchange[] = []
  let clock = 1000
  const now = () => {
    clock += 5
    return clock
  }
  return { transport: createTransport({ now, record: exchange => exchanges.push(exchange), ...given }), exchanges }
}

test('an answer comes back with lower-case headers, whatever its status', async () => {
  const { transport, exchanges } = transportWith({
    fetch: async () => new Response('busy', { status: 503, headers: { 'Retry-After': '7' } }),
  })
  const answer = await sendRequest(transport, get)
  expect(answer).toMatchObject({ status: 503, bodyText: 'busy', headers: { 'retry-after': '7' }, receivedAtMs: 1010 })
  expect(exchanges).toMatchObject([
    { status: 503, answerBody: 'busy', durationMs: 5, problem: null, requestBody: null },
  ])
})

test('the hook sees no secret', async () => {
  const { transport, exchanges } = transportWith({
    fetch: async () => Response.json({ access_token: 'AQX-1', expires_in: 1800 }, { headers: { 'set-cookie': 'a=b' } }),
  })
  await sendRequest(transport, { ...get, method: 'POST', body: 'grant_type=x&client_secret=s%2Bt&client_id=77' })
  const seen = JSON.stringify(exchanges)
  expect(seen).not.toMatch(/very-secret|AQX-1|s%2Bt|a=b/)
  expect(exchanges[0]).toMatchObject({
    requestBody: 'grant_type=x&client_secret=[removed]&client_id=77',
    answerBody: '{"access_token":"[removed]","expires_in":1800}',
    requestHeaders: { Authorization: '[removed]' },
  })
})

test.each([
  [
    '{"credentials":{"client_id":"77","client_secret":"q\\"9"}}',
    '{"credentials":{"client_id":"77","client_secret":"[removed]"}}',
  ],
  ['{"access_token" : "x","refresh_token":"y"}', '{"access_token" : "[removed]","refresh_token":"[removed]"}'],
  ['{"code":"DUPLICATE"}', '{"code":"DUPLICATE"}'],
  ['code=abc&state=1', 'code=[removed]&state=1'],
  ['https://ats.example/return?code=abc&state=1', 'https://ats.example/return?code=[removed]&state=1'],
  ['client_id=1&token=abc', 'client_id=1&token=[removed]'],
  ['postcode=3011', 'postcode=3011'],
])('secrets are taken out of %s', (text, clean) => {
  expect(removeTextSecrets(text)).toBe(clean)
})

test('credentials are taken out of headers in any case', () => {
  expect(removeHeaderSecrets({ authorization: 'x', COOKIE: 'y', Accept: 'z' })).toEqual({
    authorization: '[removed]',
    COOKIE: '[removed]',
    Accept: 'z',
  })
})

test('a broken connection is a network failure and is recorded', async () => {
  const cause = new TypeError('fetch failed', {
    cause: Object.assign(new Error('connect refused'), { code: 'ECONNREFUSED' }),
  })
  const { transport, exchanges } = transportWith({ fetch: async () => Promise.reject(cause) })
  await expect(sendRequest(transport, get)).rejects.toMatchObject({ kind: 'network', retry: 'later', status: 0, cause })
  expect(exchanges).toMatchObject([{ status: null, answerBody: null, problem: 'connect refused (ECONNREFUSED)' }])
})

test('a server that says nothing is given up after the time limit', async () => {
  const { transport } = transportWith({
    timeoutMs: 20,
    fetch: (_, init) =>
      new Promise((_, reject) => init.signal?.addEventListener('abort', () => reject(init.signal?.reason))),
  })
  await expect(sendRequest(transport, get)).rejects.toMatchObject({
    kind: 'network',
    message: expect.stringContaining('within 0.02 seconds'),
  })
})

test('a server that stops in the middle of its answer is given up after the time limit too', async () => {
  const server = createServer((_, response) => response.write('{"half":'))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  try {
    const transport = createTransport({ timeoutMs: 100 })
    const url = `http://127.0.0.1:${readPort(server.address())}/`
    await expect(sendRequest(transport, { method: 'GET', url, headers: {} })).rejects.toMatchObject({ kind: 'network' })
  } finally {
    server.closeAllConnections()
    server.close()
  }
})

test('an answer beyond the size limit is refused', async () => {
  const { transport } = transportWith({ maxAnswerBytes: 10, fetch: async () => new Response('x'.repeat(11)) })
  await expect(sendRequest(transport, get)).rejects.toThrow(/larger than 10 bytes/)
  const fitting = transportWith({ maxAnswerBytes: 10, fetch: async () => new Response('x'.repeat(10)) })
  expect((await sendRequest(fitting.transport, get)).bodyText).toHaveLength(10)
})

test('characters cut in two by chunks arrive whole', async () => {
  const bytes = new TextEncoder().encode('Zoë')
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const byte of bytes) controller.enqueue(new Uint8Array([byte]))
      controller.close()
    },
  })
  const { transport } = transportWith({ fetch: async () => new Response(body) })
  expect((await sendRequest(transport, get)).bodyText).toBe('Zoë')
})

test('redirects are not followed', async () => {
  const inits: RequestInit[] = []
  const { transport } = transportWith({
    fetch: async (_, init) => {
      inits.push(init)
      return new Response(null, { status: 302, headers: { location: 'https://elsewhere.example' } })
    },
  })
  expect((await sendRequest(transport, get)).status).toBe(302)
  expect(inits[0]?.redirect).toBe('manual')
})

function readPort(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return address.port
}
