// An ATS that knows nothing but LinkedIn's set-up: it shows LinkedIn's plugins and does the partner's part.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { pathToFileURL } from 'node:url'

const pages = {
  '/': readFileSync(new URL('./configuration-plugin.html', import.meta.url), 'utf8'),
  '/candidate': readFileSync(new URL('./profile-plugin.html', import.meta.url), 'utf8'),
}

/**
 * @param {{ sandboxUrl: string, port: number, domainsOf?: (port: number) => string[] }} options
 */
export async function startSmallAts({ sandboxUrl, port, domainsOf = bothNamesOf }) {
  const ats = { sandboxUrl, pushes: [], port, clientId: '', clientSecret: '', integrationContext: '' }
  const server = createServer((request, response) => {
    answer(ats, request, response).catch(error => response.writeHead(500).end(String(error)))
  })
  await new Promise(resolve => server.listen(port, '127.0.0.1', resolve))
  ats.port = server.address().port
  Object.assign(ats, await provision(sandboxUrl, domainsOf(ats.port)))
  const stop = () => {
    server.closeAllConnections()
    return new Promise(resolve => server.close(resolve))
  }
  return Object.assign(ats, { stop })
}

/** The sandbox is localhost, so by the other name this ATS is on another site, as in real life. */
function bothNamesOf(port) {
  return [`http://localhost:${port}`, `http://127.0.0.1:${port}`]
}

async function provision(sandboxUrl, validJsSdkDomains) {
  const { parentApplication } = await (await fetch(`${sandboxUrl}/_sandbox/credentials`)).json()
  const token = await takeToken(sandboxUrl, parentApplication)
  const uniqueForeignId = `small-ats-${randomBytes(4).toString('hex')}`
  const body = { uniqueForeignId, name: 'Small ATS - Sample', description: 'A sample page', validJsSdkDomains }
  const { credentials } = await call(token, `${sandboxUrl}/v2/provisionedApplications`, { method: 'POST', body })
  return { clientId: credentials.client_id, clientSecret: credentials.client_secret }
}

async function takeToken(sandboxUrl, { clientId, clientSecret }) {
  const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret }
  const answer = await fetch(`${sandboxUrl}/oauth/v2/accessToken`, { method: 'POST', body: new URLSearchParams(form) })
  return (await answer.json()).access_token
}

async function call(token, address, { method = 'GET', body, headers = {} } = {}) {
  const answer = await fetch(address, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${method} ${address} was answered with ${answer.status}: ${text}`)
  return text === '' ? null : JSON.parse(text)
}

async function answer(ats, request, response) {
  const url = new URL(request.url ?? '/', 'http://localhost')
  switch (`${request.method} ${url.pathname}`) {
    case 'GET /':
    case 'GET /candidate':
      return showPage(ats, response, pages[url.pathname])
    case 'POST /integrated':
      return response.end(await becomeReady(ats, JSON.parse(await readBody(request))))
    case 'GET /hooks/linkedin':
      return answerChallenge(ats, response, url.searchParams.get('challengeCode') ?? '')
    case 'POST /hooks/linkedin':
      return takePush(ats, response, { body: await readBody(request), signature: request.headers['x-li-signature'] })
    default:
      return response.writeHead(404).end()
  }
}

/** This is all that a page has to allow for the plugin: the loader and the frame, both from LinkedIn's platform. */
function showPage({ sandboxUrl, clientId, integrationContext }, response, page) {
  const nonce = randomBytes(16).toString('base64')
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' ${sandboxUrl}`,
    `frame-src ${sandboxUrl}`,
    "connect-src 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ]
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy.join('; '),
  })
  const values = {
    NONCE: nonce,
    PLATFORM_URL: sandboxUrl,
    CLIENT_ID: clientId,
    INTEGRATION_CONTEXT: integrationContext,
  }
  response.end(page.replace(/\{\{(\w+)\}\}/g, (_, name) => values[name]))
}

/** The partner's part: each integration that LinkedIn confirms gets a name, and the export one its callback address. */
async function becomeReady(ats, keys) {
  const token = await takeToken(ats.sandboxUrl, ats)
  const query = keys.flatMap((key, at) => Object.entries(key).map(([name, value]) => `ids[${at}].${name}=${value}`))
  const address = `${ats.sandboxUrl}/v2/atsIntegrations`
  const { results } = await call(token, `${address}?${query.join('&')}`)
  if (Object.keys(results).length !== keys.length) return 'LinkedIn does not know all of them, so nothing was done.'
  const named = { patch: { $set: { integrationName: 'Small ATS - Sample' } } }
  const entities = Object.fromEntries(keys.map(key => [joinKey(key), named]))
  const headers = { 'x-restli-method': 'batch_partial_update' }
  await call(token, `${address}?${query.join('&')}`, { method: 'POST', headers, body: { entities } })
  ats.integrationContext = keys.find(key => key.integrationType === 'PROFILE_PLUGIN')?.integrationContext ?? ''
  const exporting = keys.find(key => key.integrationType === 'ONE_CLICK_EXPORT')
  if (exporting !== undefined) await setCallbackUrl(ats, token, joinKey(exporting))
  return 'Everything is set up. Refresh the frame.'
}

async function setCallbackUrl(ats, token, key) {
  const value = { configurationValue: { string: `http://127.0.0.1:${ats.port}/hooks/linkedin` } }
  await call(token, `${ats.sandboxUrl}/v2/atsIntegrations/${key}/configurations?ids=CALLBACK_URL`, {
    method: 'PUT',
    headers: { 'x-restli-method': 'batch_update' },
    body: { entities: { CALLBACK_URL: value } },
  })
}

function joinKey({ integrationContext, integrationType, tenantType, dataProvider }) {
  return `integrationContext=${integrationContext}&integrationType=${integrationType}&tenantType=${tenantType}&dataProvider=${dataProvider}`
}

function answerChallenge({ clientSecret }, response, challengeCode) {
  const challengeResponse = createHmac('sha256', clientSecret).update(challengeCode).digest('hex')
  response.writeHead(200, { 'content-type': 'application/json' })
  response.end(JSON.stringify({ challengeCode, challengeResponse }))
}

function takePush(ats, response, { body, signature }) {
  const expected = Buffer.from(createHmac('sha256', ats.clientSecret).update(`hmacsha256=${body}`).digest('hex'))
  const given = Buffer.from(String(signature))
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return response.writeHead(401).end()
  ats.pushes.push(JSON.parse(body))
  response.writeHead(200).end()
}

async function readBody(request) {
  const chunks = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [sandboxUrl = 'http://localhost:4000', port = '5000'] = process.argv.slice(2)
  await startSmallAts({ sandboxUrl, port: Number(port) })
  console.log('The configuration plugin; a candidate is at /candidate, once the profile widget is switched on.')
  console.log(`On the sandbox's own site: http://localhost:${port}/`)
  console.log(`On another site:           http://127.0.0.1:${port}/`)
}
