import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import http from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { expect, test } from 'vitest'
import { gate } from '../app/src/platform/testing/gate.ts'
import { Caller } from './caller.ts'

/** Answers once on each connection, says that it stays open, and closes it when it is used again. */
async function startForgetfulServer() {
  const used = new WeakSet<Socket>()
  const both = waitFor(2)
  const server = http.createServer(async (request: IncomingMessage, response) => {
    if (used.has(request.socket)) return request.socket.destroy()
    used.add(request.socket)
    await both()
    response.end('answered')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo // it listens on a port
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() }
}

/** Lets nobody go on before so many have come. */
function waitFor(count: number): () => Promise<void> {
  const all = gate()
  let came = 0
  return () => {
    came += 1
    if (came >= count) all.open()
    return all.opened
  }
}

test('when the server has closed all connections that nobody used, the next question still has its answer', async () => {
  const server = await startForgetfulServer()
  const caller = new Caller(server.url)
  const ask = () => caller.ask({ method: 'GET', address: '/candidates' })
  await Promise.all([ask(), ask()])
  expect((await ask()).body.toString()).toBe('answered')
  caller.close()
  server.close()
})
