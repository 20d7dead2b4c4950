import type { RequestListener } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { testApp } from '../../platform/testing/test-app.ts'
import { aCompany, refusal } from '../testing/builders.ts'
import { aVouchingCompany } from '../testing/vouching-company.ts'
import { tryIssuer } from './try-issuer.ts'

async function aServer(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}` // a TCP server's address
}

test('right settings work, with what is typed and with the secret that is kept', async () => {
  const { app, admin, issuer } = await aVouchingCompany()
  const typed = { issuer: issuer.url, clientId: issuer.clientId }
  expect(await tryIssuer(app, admin, { ...typed, clientSecret: issuer.clientSecret })).toEqual({
    problem: null,
    detail: null,
  })
  expect(await tryIssuer(app, admin, typed)).toEqual({ problem: null, detail: null })
  expect(await refusal(tryIssuer(app, admin, { ...typed, clientId: 'other' }))).toMatchObject({
    code: 'companySignIn.secretMissing',
  })
})

test('what is wrong is told by its name', async () => {
  const { app, admin, issuer } = await aVouchingCompany()
  const right = { issuer: issuer.url, clientId: issuer.clientId, clientSecret: issuer.clientSecret }
  const attempt = (wrong: Partial<typeof right>) => tryIssuer(app, admin, { ...right, ...wrong })
  expect(await attempt({ clientSecret: 'wrong' })).toEqual({ problem: 'clientRefused', detail: null })
  expect(await attempt({ clientId: 'nobody' })).toEqual({ problem: 'clientRefused', detail: null })
  expect(await attempt({ issuer: `${issuer.url}/elsewhere` })).toMatchObject({ problem: 'noDiscovery' })
  await issuer.pause()
  expect(await attempt({})).toEqual({ problem: 'unreachable', detail: 'ECONNREFUSED' })
})

test('an issuer with another name, or with half of what is needed, is told so', async () => {
  let answer: object = {}
  const url = await aServer((_request, response) => {
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(answer))
  })
  const app = await testApp({ config: { trustedIssuers: [url] } })
  const { admin } = await aCompany(app)
  const attempt = () => tryIssuer(app, admin, { issuer: url, clientId: 'one', clientSecret: 'two' })
  answer = { issuer: 'https://calls-itself.example' }
  expect(await attempt()).toEqual({ problem: 'wrongIssuer', detail: 'https://calls-itself.example' })
  answer = { issuer: url }
  expect(await attempt()).toEqual({ problem: 'incomplete', detail: null })
})

test('an issuer that compresses its answers is told so', async () => {
  const bomb = gzipSync(gzipSync(Buffer.alloc(150_000_000, ' '), { level: 9 }), { level: 9 })
  const url = await aServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip, gzip' }).end(bomb)
  })
  const app = await testApp({ config: { trustedIssuers: [url] } })
  const { admin } = await aCompany(app)
  expect(await tryIssuer(app, admin, { issuer: url, clientId: 'one', clientSecret: 'two' })).toEqual({
    problem: 'unexpected',
    detail: 'content-encoding: gzip, gzip',
  })
})

test('addresses that the installation does not call are told, not called', async () => {
  const app = await testApp()
  const { admin } = await aCompany(app)
  const attempt = (issuer: string) => tryIssuer(app, admin, { issuer, clientId: 'one', clientSecret: 'two' })
  expect(await attempt('https://127.0.0.1:4443')).toMatchObject({ problem: 'privateAddress' })
  expect(await attempt('https://localhost:4443')).toMatchObject({ problem: 'privateAddress' })
  expect(await attempt('http://sso.example.com')).toMatchObject({ problem: 'notHttps' })
})
