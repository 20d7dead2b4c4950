import { createHash } from 'node:crypto'

/** The size limits of every call. Beyond them LinkedIn answers 414. Sizes are bytes. Source: rsc-sync 1.9. */
export const wireLimits = {
  recordsPerBatch: 100,
  queryBytes: 4 * 1024,
  pathSegmentBytes: 4 * 1024,
  urlBytes: 8 * 1024,
  /** Headers, cookies, path and query together. */
  requestHeadBytes: 28 * 1024,
} as const

/** Names the verb that a tunnelled POST stands for. Source: rsc-sync 1.2. */
export const methodOverrideHeaderName = 'X-HTTP-Method-Override'

/** The verbs that RSC calls use. */
export type HttpMethod = 'GET' | 'PUT' | 'POST' | 'DELETE'

/**
 * A request before or after tunnelling.
 *
 * `path` starts with a slash and carries no query; `query` carries no `?` and may be empty; `body` is JSON text.
 * Header names may be in any case.
 */
export type WireRequest = {
  method: HttpMethod
  path: string
  query: string
  headers: Readonly<Record<string, string>>
  body?: string
}

/** A request that claims to be tunnelled and does not follow the rules. `reason` says which one. A server answers 400. */
export class MalformedTunnelError extends Error {
  override readonly name = 'MalformedTunnelError'
  readonly reason: string

  constructor(reason: string) {
    super(`The tunnelled request cannot be read: ${reason}`)
    this.reason = reason
  }
}

/** Which size limit a request breaks, with the size found. Source: rsc-sync 1.9. */
export type SizeProblem = {
  limit: 'queryBytes' | 'pathSegmentBytes' | 'urlBytes' | 'requestHeadBytes'
  actualBytes: number
  allowedBytes: number
}

/**
 * The size limits that a request breaks as it stands, in the order of {@link wireLimits}. An empty list means that it fits.
 *
 * `baseUrl` is counted in the URL. A query that is too long can be tunnelled; a path segment that is too long cannot.
 * Source: rsc-sync 1.9.
 */
export function findSizeProblems(request: WireRequest, baseUrl = ''): SizeProblem[] {
  const querySize = byteLength(request.query)
  const urlSize = byteLength(baseUrl) + byteLength(request.path) + (querySize > 0 ? querySize + 1 : 0)
  const headersSize = Object.entries(request.headers).reduce(
    (sum, [name, value]) => sum + byteLength(name) + byteLength(value) + ': \r\n'.length,
    0,
  )
  const sizes: [SizeProblem['limit'], number][] = [
    ['queryBytes', querySize],
    ['pathSegmentBytes', Math.max(...request.path.split('/').map(byteLength))],
    ['urlBytes', urlSize],
    ['requestHeadBytes', urlSize + headersSize],
  ]
  return sizes
    .filter(([limit, size]) => size > wireLimits[limit])
    .map(([limit, actualBytes]) => ({ limit, actualBytes, allowedBytes: wireLimits[limit] }))
}

/** Whether the query or the URL is too long to be sent as it is, so that the request has to be tunnelled. Source: rsc-sync 1.9. */
export function needsTunnelling(request: WireRequest, baseUrl = ''): boolean {
  return (
    request.query !== '' &&
    findSizeProblems(request, baseUrl).some(problem => problem.limit === 'queryBytes' || problem.limit === 'urlBytes')
  )
}

/**
 * The same request as a POST to the bare path with the query in the body.
 *
 * Without a body the query itself becomes a form body. With a body there are exactly two parts, the query first and the
 * JSON second. Other headers (`x-restli-method`, `Authorization`) stay; the real verb goes to the override header.
 *
 * Source: rsc-sync 1.9 (query tunnelling page).
 */
export function tunnelRequest(request: WireRequest): WireRequest {
  const headers = {
    ...withoutHeader(request.headers, 'content-type'),
    [methodOverrideHeaderName]: request.method,
  }
  if (request.body === undefined) {
    return { ...bareRequest(request), headers: { ...headers, 'Content-Type': formType }, body: request.query }
  }
  const boundary = chooseBoundary(request.query, request.body)
  const body =
    `--${boundary}\r\nContent-Type: ${formType}\r\n\r\n${request.query}\r\n` +
    `--${boundary}\r\nContent-Type: ${jsonType}\r\n\r\n${request.body}\r\n--${boundary}--`
  return {
    ...bareRequest(request),
    headers: { ...headers, 'Content-Type': `multipart/mixed; boundary=${boundary}` },
    body,
  }
}

/** Whether a request asks to be read as tunnelled: a POST with the override header. */
export function isTunnelled(request: WireRequest): boolean {
  return request.method === 'POST' && findHeader(request.headers, methodOverrideHeaderName) !== undefined
}

/**
 * The request that a tunnelled one stands for; a request that is not tunnelled comes back as it is.
 *
 * The override header disappears; `Content-Type` becomes `application/json` when there is a body and disappears otherwise.
 *
 * @throws {MalformedTunnelError} for an unknown verb, a query beside the tunnelled one, a wrong content type, and a
 * multipart body that does not have exactly a form part followed by a JSON part.
 * Source: rsc-sync 1.9.
 */
export function untunnelRequest(request: WireRequest): WireRequest {
  if (!isTunnelled(request)) return request
  if (request.query !== '') throw new MalformedTunnelError('the query belongs in the body, the address must be bare.')
  const method = readMethod(findHeader(request.headers, methodOverrideHeaderName) ?? '')
  const headers = withoutHeader(withoutHeader(request.headers, methodOverrideHeaderName), 'content-type')
  const contentType = findHeader(request.headers, 'content-type') ?? ''
  const body = request.body ?? ''
  const mediaType = contentType.split(';')[0]?.trim().toLowerCase() ?? ''
  if (mediaType === formType) return { method, path: request.path, query: body, headers }
  if (mediaType !== 'multipart/mixed') {
    throw new MalformedTunnelError(`the content type must be ${formType} or multipart/mixed, not "${contentType}".`)
  }
  if (method === 'GET' || method === 'DELETE') throw new MalformedTunnelError(`a tunnelled ${method} takes no body.`)
  const parts = readParts(body, readBoundary(contentType))
  return { method, path: request.path, headers: { ...headers, 'Content-Type': jsonType }, ...parts }
}

const formType = 'application/x-www-form-urlencoded'
const jsonType = 'application/json'

function byteLength(text: string): number {
  return Buffer.byteLength(text, 'utf8')
}

function bareRequest(request: WireRequest): Pick<WireRequest, 'method' | 'path' | 'query'> {
  return { method: 'POST', path: request.path, query: '' }
}

/** Made from the content, so that the same request is always sent as the same bytes. */
function chooseBoundary(query: string, body: string): string {
  for (let attempt = 0; ; attempt += 1) {
    const boundary = createHash('sha256').update(`${attempt}\n${query}\n${body}`).digest('hex').slice(0, 32)
    if (!query.includes(boundary) && !body.includes(boundary)) return boundary
  }
}

function withoutHeader(headers: Readonly<Record<string, string>>, name: string): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([other]) => other.toLowerCase() !== name.toLowerCase()))
}

function findHeader(headers: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.entries(headers).find(([other]) => other.toLowerCase() === name.toLowerCase())?.[1]
}

function readMethod(text: string): HttpMethod {
  const method = text.trim().toUpperCase()
  if (method === 'GET' || method === 'PUT' || method === 'POST' || method === 'DELETE') return method
  throw new MalformedTunnelError(
    `"${text.slice(0, 40)}" in ${methodOverrideHeaderName} is not GET, PUT, POST or DELETE.`,
  )
}

function readBoundary(contentType: string): string {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]+)"|([^\s;"]+))/i.exec(contentType) ?? []
  const boundary = quoted ?? plain
  if (boundary === undefined) throw new MalformedTunnelError('multipart/mixed names no boundary.')
  return boundary
}

function readParts(body: string, boundary: string): { query: string; body: string } {
  const [preamble, ...pieces] = `\r\n${body}`.split(`\r\n--${boundary}`)
  const [form, json, end, ...others] = pieces
  if (preamble !== '' || form === undefined || json === undefined || others.length > 0 || !end?.startsWith('--')) {
    throw new MalformedTunnelError('the body must hold exactly two parts between its boundaries.')
  }
  return { query: readPart(form, formType), body: readPart(json, jsonType) }
}

function readPart(piece: string, expectedType: string): string {
  const blankLine = piece.indexOf('\r\n\r\n')
  if (blankLine < 0) throw new MalformedTunnelError('a part has no empty line between its headers and its content.')
  const type = /\r\ncontent-type:\s*([^\r\n;]+)/i.exec(piece.slice(0, blankLine))?.[1]?.trim().toLowerCase()
  if (type !== expectedType) {
    throw new MalformedTunnelError(`a part is ${type ?? 'without a type'} where ${expectedType} is expected.`)
  }
  return piece.slice(blankLine + 4)
}
