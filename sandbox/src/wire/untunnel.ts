import { Refusal } from '../refusal.ts'
import type { RawCall } from './raw-call.ts'

const FORM = 'application/x-www-form-urlencoded'
const JSON_TYPE = 'application/json'

/** A POST with the override header stands for another request, whose query travels in the body. */
export function untunnel(raw: RawCall): { call: RawCall; isTunnelled: boolean } {
  const override = raw.headers['x-http-method-override']
  if (override === undefined) return { call: raw, isTunnelled: false }
  if (raw.method !== 'POST') throw refuse('X-HTTP-Method-Override is allowed with POST only')
  if (raw.query !== '') throw refuse('a tunnelled request has its whole query in the body')

  const method = override.trim().toUpperCase()
  if (!['GET', 'PUT', 'POST', 'DELETE'].includes(method)) throw refuse(`"${override}" is not a method to tunnel`)
  const contentType = raw.headers['content-type'] ?? ''
  const headers = Object.fromEntries(
    Object.entries(raw.headers).filter(([name]) => name !== 'content-type' && name !== 'x-http-method-override'),
  )
  if (mediaTypeOf(contentType) === FORM) {
    return { call: { ...raw, method, headers, query: raw.body, body: '' }, isTunnelled: true }
  }
  if (mediaTypeOf(contentType) !== 'multipart/mixed') {
    throw refuse(`Content-Type must be ${FORM} or multipart/mixed, not "${contentType}"`)
  }
  if (method === 'GET' || method === 'DELETE') throw refuse(`a tunnelled ${method} has no body of its own`)
  const { query, body } = readTwoParts(raw.body, readBoundary(contentType))
  return {
    call: { ...raw, method, query, body, headers: { ...headers, 'content-type': JSON_TYPE } },
    isTunnelled: true,
  }
}

function readTwoParts(text: string, boundary: string): { query: string; body: string } {
  const pieces = `\r\n${text}`.split(`\r\n--${boundary}`)
  const [preamble, first, second, end] = pieces
  if (preamble !== '' || pieces.length !== 4 || first === undefined || second === undefined || !end?.startsWith('--')) {
    throw refuse('multipart/mixed must hold exactly two parts: the query, then the body')
  }
  return { query: readPart(first, FORM), body: readPart(second, JSON_TYPE) }
}

function readPart(piece: string, wantedType: string): string {
  const end = piece.indexOf('\r\n\r\n')
  const type = /\r\ncontent-type:[ \t]*([^\r\n]*)/i.exec(piece.slice(0, Math.max(end, 0)))?.[1] ?? ''
  if (mediaTypeOf(type) !== wantedType) throw refuse(`a part is "${type}" where ${wantedType} belongs`)
  return piece.slice(end + 4)
}

function readBoundary(contentType: string): string {
  const [, quoted, bare] = /;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType) ?? []
  const boundary = quoted ?? bare
  if (boundary === undefined) throw refuse('multipart/mixed names no boundary')
  return boundary
}

function mediaTypeOf(contentType: string): string {
  return (contentType.split(';')[0] ?? '').trim().toLowerCase()
}

function refuse(why: string): Refusal {
  return new Refusal(400, 'wrong-tunnel', `Query tunnelling: ${why}`)
}
