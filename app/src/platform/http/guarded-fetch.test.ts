import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { EncodedAnswer, ForbiddenAddress, guardedFetch, isPublic } from './guarded-fetch.ts'

async function aServer() {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    if (request.url === '/away') response.writeHead(302, { location: '/secret' })
    response.end(request.url === '/long' ? 'x'.repeat(2_000_000) : 'here')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return { asked, port: (server.address() as AddressInfo).port } // a TCP server's address
}

async function why(attempt: Promise<unknown>): Promise<unknown> {
  const error = await attempt.then(
    () => 'called',
    problem => problem,
  )
  const found = [error, Object(error).cause].find(one => one instanceof ForbiddenAddress)
  return found instanceof ForbiddenAddress ? found.why : error
}

test('what lies on this machine or in its network is not called, by number or by name', async () => {
  const { asked, port } = await aServer()
  const fetch = guardedFetch([])
  for (const host of [
    '127.0.0.1',
    'localhost',
    '0x7f.1',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '10.0.0.1',
    '169.254.169.254',
  ]) {
    expect([host, await why(fetch(`https://${host}:${port}/`))]).toEqual([host, 'private'])
  }
  expect(await why(fetch('http://example.com/'))).toBe('notHttps')
  expect(asked).toEqual([])
})

test('a trusted origin is called, without following where it sends, and no more is read than fits', async () => {
  const { asked, port } = await aServer()
  const fetch = guardedFetch([`http://127.0.0.1:${port}`])
  expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('here')
  expect((await fetch(`http://127.0.0.1:${port}/away`)).status).toBe(302)
  await expect(fetch(`http://127.0.0.1:${port}/long`).then(answer => answer.text())).rejects.toThrow()
  expect(asked).toEqual(['/', '/away', '/long'])
  expect(await why(fetch(`http://localhost:${port}/`))).toBe('notHttps')
})

test('an answer is asked for as it is, and one that comes compressed is not unpacked', async () => {
  const bomb = gzipSync(gzipSync(Buffer.alloc(150_000_000), { level: 9 }), { level: 9 })
  expect(bomb.length).toBeLessThan(1_000)
  const server = createServer((request, response) => {
    const asked = String(request.headers['accept-encoding'])
    if (request.url === '/plain') response.writeHead(200, { 'content-encoding': 'identity' }).end(asked)
    else response.writeHead(200, { 'content-encoding': 'gzip, gzip' }).end(bomb)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}` // a TCP server's address
  const fetch = guardedFetch([origin])
  expect(await (await fetch(`${origin}/plain`)).text()).toBe('identity')
  const before = process.memoryUsage().arrayBuffers
  await expect(fetch(`${origin}/`).then(answer => answer.text())).rejects.toThrow(EncodedAnswer)
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000)
})

test('public is what the whole world can reach', () => {
  const inside =
    '0.0.0.0 100.64.0.1 172.31.255.255 192.168.1.1 198.18.0.1 224.0.0.1 255.255.255.255 :: fe80::1 fd00::1 2001:db8::1 2002:7f00:1::'
  const outside = '8.8.8.8 172.32.0.1 100.128.0.1 2606:4700::1111'
  for (const address of inside.split(' ')) expect([address, isPublic(address)]).toEqual([address, false])
  for (const address of outside.split(' ')) expect([address, isPublic(address)]).toEqual([address, true])
})
