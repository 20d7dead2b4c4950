/** The two key grammars of Rest.li. RSC on `/v2` uses 1.0.0; the header of 1.5 switches to 2.0.0. */
export type ProtocolVersion = '1.0.0' | '2.0.0'

/** A composite key as named parts, for example `{ atsCandidateId, dataProvider, integrationContext }`. */
export type KeyParts = Readonly<Record<string, string>>

/**
 * A key, or a query full of keys, that does not follow the grammar. Nothing is guessed: the text is refused whole.
 *
 * `text` is what was read or was to be written, `reason` says what is wrong with it in one sentence.
 */
export class MalformedKeyError extends Error {
  override readonly name = 'MalformedKeyError'
  readonly text: string
  readonly reason: string

  constructor(text: string, reason: string) {
    super(`The key "${text.slice(0, 200)}" cannot be read: ${reason}`)
    this.text = text
    this.reason = reason
  }
}

/**
 * The protocol version that a request asks for with `X-RestLi-Protocol-Version`. An absent header means 1.0.0.
 *
 * @throws {MalformedKeyError} for any other value.
 * Source: rsc-sync 1.2 (protocol version page).
 */
export function readProtocolVersion(headerValue: string | null | undefined): ProtocolVersion {
  const value = headerValue?.trim() ?? ''
  if (value === '' || value === '1.0.0') return '1.0.0'
  if (value === '2.0.0') return '2.0.0'
  throw new MalformedKeyError(value, 'the protocol version is neither 1.0.0 nor 2.0.0.')
}

/**
 * Spelling 2: the key as a property name of `entities` in a request body.
 *
 * 1.0.0: `a=1&b=urn:li:organization:77`, parts sorted, every character with a meaning percent-encoded, `:` left alone.
 * 2.0.0: `(a:1,b:urn%3Ali%3Aorganization%3A77)`.
 *
 * @throws {MalformedKeyError} for no parts, for a part name that is no identifier and for text that is not valid Unicode.
 * Source: rsc-sync 1.4 spelling 2 and 1.5.
 */
export function formatBodyKey(parts: KeyParts, version: ProtocolVersion = '1.0.0'): string {
  const sorted = sortParts(parts)
  if (version === '2.0.0') return formatParenthesised(sorted)
  return sorted.map(([name, value]) => `${name}=${encodeForRequest(value)}`).join('&')
}

/**
 * Spelling 3: the key as one path segment of a sub-resource, ready to be put between two slashes.
 *
 * The same text as the body key; `/` inside a value is `%2F`. A server must read it from the raw path: a framework
 * that decodes the segment first destroys the difference between a separator and an escaped one.
 *
 * @throws {MalformedKeyError} as {@link formatBodyKey}.
 * Source: rsc-sync 1.4 spelling 3 and 1.5.
 */
export function formatPathKey(parts: KeyParts, version: ProtocolVersion = '1.0.0'): string {
  return formatBodyKey(parts, version)
}

/**
 * Spelling 4: the key as LinkedIn prints it in `results` and `errors`: parts sorted, values form-encoded (space is `+`).
 *
 * @throws {MalformedKeyError} as {@link formatBodyKey}.
 * Source: rsc-sync 1.4 spelling 4 and 1.5.
 */
export function formatResponseKey(parts: KeyParts, version: ProtocolVersion = '1.0.0'): string {
  const sorted = sortParts(parts)
  if (version === '2.0.0') return formatParenthesised(sorted)
  return sorted.map(([name, value]) => `${name}=${encodeForm(value)}`).join('&')
}

/**
 * Reads a composite key in any spelling: parts in any order, encoded or not, 1.0.0 or 2.0.0, with or without the
 * leading `$params:(...)` block of 2.0.0 (its content is ignored).
 *
 * A key that starts with `(` is 2.0.0. Under 1.0.0 values are form-decoded, so a raw `+` is a space.
 *
 * @throws {MalformedKeyError} for everything else: no part, a part without a value sign, a part twice, a broken escape,
 * unbalanced parentheses, text after the end.
 * Source: rsc-sync 1.4 and 1.5.
 */
export function parseKey(text: string): KeyParts {
  return text.startsWith('(') ? parseParenthesised(text) : parseJoined(text)
}

/**
 * Spelling 1: the keys of a batch call as a query string without `?`.
 *
 * 1.0.0: `ids[0].a=1&ids[0].b=2&ids[1].a=...`; 2.0.0: `ids=List((a:1,b:2),(a:...))`.
 *
 * @throws {MalformedKeyError} as {@link formatBodyKey}, and for an empty list.
 * Source: rsc-sync 1.4 spelling 1 and 1.5.
 */
export function formatIdsQuery(keys: readonly KeyParts[], version: ProtocolVersion = '1.0.0'): string {
  if (keys.length === 0) throw new MalformedKeyError('', 'a batch call needs at least one key.')
  if (version === '2.0.0') return `ids=List(${keys.map(parts => formatParenthesised(sortParts(parts))).join(',')})`
  return keys.flatMap((parts, index) => formatIdsGroup(parts, index)).join('&')
}

/**
 * Reads the composite keys of a batch call, in the order of their groups. Parameters with other names are skipped.
 *
 * The number in `ids[n]` only groups: gaps and any order are fine. Brackets may arrive as `%5B` and `%5D`.
 * Without `version` the grammar is recognised; with it, a query in the other grammar is refused, because the header and
 * the ids then contradict each other.
 *
 * @throws {MalformedKeyError} when there are no ids, or one of them is not a composite key.
 * Source: rsc-sync 1.4 spelling 1 and 1.5.
 */
export function parseIdsQuery(queryString: string, version?: ProtocolVersion): KeyParts[] {
  const parameters = readIdParameters(queryString)
  if (parameters.length === 0) throw new MalformedKeyError(queryString, 'there is no ids parameter.')
  const list = findListParameter(parameters)
  if (version === '2.0.0' || (version === undefined && list !== undefined)) {
    if (list === undefined) throw new MalformedKeyError(queryString, 'protocol 2.0.0 needs ids=List((...)).')
    return splitList(list).map(parseParenthesised)
  }
  return readIdGroups(parameters, queryString)
}

/**
 * The plain ids of a sub-resource (notes, stages, configurations) or of URN-keyed resources as a query string.
 *
 * 1.0.0: `ids=A&ids=B`, never comma-separated; 2.0.0: `ids=List(A,B)`.
 *
 * @throws {MalformedKeyError} for an empty list or an empty id.
 * Source: rsc-sync 1.4 (sub-resources) and 1.5.
 */
export function formatStringIdsQuery(ids: readonly string[], version: ProtocolVersion = '1.0.0'): string {
  if (ids.length === 0) throw new MalformedKeyError('', 'a batch call needs at least one id.')
  for (const id of ids) if (id === '') throw new MalformedKeyError('', 'an id must not be empty.')
  if (version === '2.0.0') return `ids=List(${ids.map(encodeStrictly).join(',')})`
  return ids.map(id => `ids=${encodeForRequest(id)}`).join('&')
}

/**
 * Reads the plain ids of a batch call, in order. Parameters with other names are skipped.
 *
 * Without `version` a single raw `ids=List(...)` is taken for 2.0.0.
 *
 * @throws {MalformedKeyError} when there are no ids, an id is empty, or the ids are composite.
 * Source: rsc-sync 1.4 (sub-resources) and 1.5.
 */
export function parseStringIdsQuery(queryString: string, version?: ProtocolVersion): string[] {
  const parameters = readIdParameters(queryString)
  if (parameters.length === 0) throw new MalformedKeyError(queryString, 'there is no ids parameter.')
  const list = findListParameter(parameters)
  if (version === '2.0.0' || (version === undefined && list !== undefined)) {
    if (list === undefined) throw new MalformedKeyError(queryString, 'protocol 2.0.0 needs ids=List(...).')
    return splitList(list).map(parseListedId)
  }
  return parameters.map(({ name, rawValue }) => {
    if (name !== 'ids') throw new MalformedKeyError(queryString, 'this resource has plain ids: write ids=A&ids=B.')
    const id = decodeForm(rawValue, queryString)
    if (id === '') throw new MalformedKeyError(queryString, 'an id must not be empty.')
    return id
  })
}

/**
 * A plain id as a property name of `entities`, `results` or `errors`: itself under 1.0.0, fully percent-encoded under 2.0.0.
 *
 * @throws {MalformedKeyError} for an empty id.
 * Source: rsc-sync 1.4 (sub-resources) and 1.5.
 */
export function formatStringKey(id: string, version: ProtocolVersion = '1.0.0'): string {
  if (id === '') throw new MalformedKeyError(id, 'an id must not be empty.')
  return version === '2.0.0' ? encodeStrictly(id) : id
}

/**
 * Reads a plain id that stands as a property name.
 *
 * @throws {MalformedKeyError} for an empty id and, under 2.0.0, a broken escape.
 * Source: rsc-sync 1.4 (sub-resources) and 1.5.
 */
export function parseStringKey(text: string, version: ProtocolVersion = '1.0.0'): string {
  if (text === '') throw new MalformedKeyError(text, 'an id must not be empty.')
  return version === '2.0.0' ? decodePercent(text, text) : text
}

/**
 * The query of a finder: `q=name` and its parameters, in the order given.
 *
 * A list is repeated under 1.0.0 (`owners=A&owners=B`) and a `List(A,B)` under 2.0.0. An empty list is left out.
 *
 * @throws {MalformedKeyError} for text that is not valid Unicode.
 * Source: rsc-sync 1.3 and 1.5.
 */
export function formatFinderQuery(
  finder: string,
  parameters: Readonly<Record<string, string | number | readonly string[]>>,
  version: ProtocolVersion = '1.0.0',
): string {
  const pairs = Object.entries(parameters).flatMap(([name, value]) => {
    if (typeof value === 'string' || typeof value === 'number') return [`${name}=${encodeFor(String(value), version)}`]
    if (value.length === 0) return []
    const encoded = value.map(item => encodeFor(item, version))
    return version === '2.0.0' ? [`${name}=List(${encoded.join(',')})`] : encoded.map(item => `${name}=${item}`)
  })
  return [`q=${finder}`, ...pairs].join('&')
}

/** Whether two keys have the same parts with the same values, whatever their order. */
export function sameKey(a: KeyParts, b: KeyParts): boolean {
  const names = Object.keys(a)
  return names.length === Object.keys(b).length && names.every(name => Object.hasOwn(b, name) && a[name] === b[name])
}

/**
 * One stable text per key, to be used in a Map or a Set. It is the 1.0.0 response spelling; do not send it.
 *
 * @throws {MalformedKeyError} as {@link formatBodyKey}.
 */
export function canonicalKey(parts: KeyParts): string {
  return formatResponseKey(parts)
}

const partName = /^[A-Za-z_][A-Za-z0-9_]*$/

function sortParts(parts: KeyParts): [string, string][] {
  const entries = Object.entries(parts)
  if (entries.length === 0) throw new MalformedKeyError('', 'a key needs at least one part.')
  for (const [name] of entries) {
    if (!partName.test(name)) throw new MalformedKeyError(name, 'a part name holds letters, digits and _ only.')
  }
  return entries.sort(([a], [b]) => (a < b ? -1 : 1))
}

function formatParenthesised(sorted: [string, string][]): string {
  return `(${sorted.map(([name, value]) => `${name}:${encodeStrictly(value)}`).join(',')})`
}

function formatIdsGroup(parts: KeyParts, index: number): string[] {
  return sortParts(parts).map(([name, value]) => `ids[${index}].${name}=${encodeForRequest(value)}`)
}

function parseJoined(text: string): KeyParts {
  if (text === '') throw new MalformedKeyError(text, 'it is empty.')
  const parts = new Map<string, string>()
  for (const pair of text.split('&')) {
    const equals = pair.indexOf('=')
    if (equals < 0) throw new MalformedKeyError(text, `the part "${pair.slice(0, 60)}" has no "=".`)
    addPart(parts, decodeForm(pair.slice(0, equals), text), decodeForm(pair.slice(equals + 1), text), text)
  }
  return Object.fromEntries(parts)
}

function parseParenthesised(text: string): KeyParts {
  if (!text.startsWith('(') || !text.endsWith(')')) {
    throw new MalformedKeyError(text, 'a 2.0.0 key stands between one pair of parentheses.')
  }
  const parts = new Map<string, string>()
  for (const [position, element] of splitAtTopLevel(text.slice(1, -1), text).entries()) {
    if (position === 0 && element.startsWith('$params:(') && element.endsWith(')')) continue
    const colon = element.indexOf(':')
    if (colon < 0) throw new MalformedKeyError(text, `the part "${element.slice(0, 60)}" has no ":".`)
    addPart(parts, decodePercent(element.slice(0, colon), text), parseValue(element.slice(colon + 1), text), text)
  }
  if (parts.size === 0) throw new MalformedKeyError(text, 'it has no parts.')
  return Object.fromEntries(parts)
}

function addPart(parts: Map<string, string>, name: string, value: string, text: string): void {
  if (!partName.test(name)) throw new MalformedKeyError(text, `"${name.slice(0, 60)}" is no part name.`)
  if (parts.has(name)) throw new MalformedKeyError(text, `the part "${name}" stands there twice.`)
  parts.set(name, value)
}

/** Under 2.0.0 a value is text in which `( ) , :` are escaped; `''` spells the empty text. */
function parseValue(raw: string, text: string): string {
  if (raw === "''") return ''
  if (raw === '' || /[():]/.test(raw)) {
    throw new MalformedKeyError(text, `the value "${raw.slice(0, 60)}" is empty or holds an unescaped ( ) or :.`)
  }
  return decodePercent(raw, text)
}

function parseListedId(raw: string): string {
  const id = parseValue(raw, raw)
  if (id === '') throw new MalformedKeyError(raw, 'an id must not be empty.')
  return id
}

type IdParameter = { name: string; rawValue: string }

function readIdParameters(queryString: string): IdParameter[] {
  const query = queryString.startsWith('?') ? queryString.slice(1) : queryString
  const parameters: IdParameter[] = []
  for (const pair of query.split('&')) {
    const equals = pair.indexOf('=')
    const name = decodeForm(equals < 0 ? pair : pair.slice(0, equals), queryString)
    if (name !== 'ids' && !name.startsWith('ids[') && !name.startsWith('ids.')) continue
    if (equals < 0) throw new MalformedKeyError(queryString, `the parameter "${name.slice(0, 60)}" has no "=".`)
    parameters.push({ name, rawValue: pair.slice(equals + 1) })
  }
  return parameters
}

function findListParameter(parameters: readonly IdParameter[]): string | undefined {
  const [only, ...others] = parameters
  if (only === undefined || others.length > 0 || only.name !== 'ids') return undefined
  return only.rawValue.startsWith('List(') && only.rawValue.endsWith(')') ? only.rawValue : undefined
}

function splitList(list: string): string[] {
  return splitAtTopLevel(list.slice('List('.length, -1), list)
}

function splitAtTopLevel(inside: string, text: string): string[] {
  const elements: string[] = []
  let depth = 0
  let from = 0
  for (let at = 0; at < inside.length; at += 1) {
    const character = inside[at]
    if (character === '(') depth += 1
    if (character === ')') depth -= 1
    if (depth < 0) throw new MalformedKeyError(text, 'the parentheses do not match.')
    if (character === ',' && depth === 0) {
      elements.push(inside.slice(from, at))
      from = at + 1
    }
  }
  if (depth !== 0) throw new MalformedKeyError(text, 'the parentheses do not match.')
  elements.push(inside.slice(from))
  return elements
}

function readIdGroups(parameters: readonly IdParameter[], queryString: string): KeyParts[] {
  const groups = new Map<number, Map<string, string>>()
  for (const { name, rawValue } of parameters) {
    const [, index, part] = /^ids\[(\d{1,9})\]\.(.+)$/s.exec(name) ?? []
    if (index === undefined || part === undefined) {
      throw new MalformedKeyError(queryString, `"${name.slice(0, 60)}" is not of the form ids[0].part.`)
    }
    const group = groups.get(Number(index)) ?? new Map<string, string>()
    addPart(group, part, decodeForm(rawValue, queryString), queryString)
    groups.set(Number(index), group)
  }
  return [...groups].sort(([a], [b]) => a - b).map(([, group]) => Object.fromEntries(group))
}

function encodeFor(value: string, version: ProtocolVersion): string {
  return version === '2.0.0' ? encodeStrictly(value) : encodeForRequest(value)
}

/** Everything is escaped except unreserved characters and `:`, which LinkedIn's samples leave alone. */
function encodeForRequest(value: string): string {
  return escapeText(value)
    .replace(/%3A/g, ':')
    .replace(/[!'()*]/g, escapeAscii)
}

function encodeStrictly(value: string): string {
  return value === '' ? "''" : escapeText(value).replace(/[!'()*]/g, escapeAscii)
}

function encodeForm(value: string): string {
  return escapeText(value)
    .replace(/%20/g, '+')
    .replace(/[!'()~]/g, escapeAscii)
}

function escapeAscii(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`
}

function escapeText(value: string): string {
  try {
    return encodeURIComponent(value)
  } catch {
    throw new MalformedKeyError(value, 'it holds half a surrogate pair, which is not valid Unicode.')
  }
}

function decodeForm(raw: string, text: string): string {
  return decodePercent(raw.replace(/\+/g, ' '), text)
}

function decodePercent(raw: string, text: string): string {
  try {
    return decodeURIComponent(raw)
  } catch {
    throw new MalformedKeyError(text, `"${raw.slice(0, 60)}" holds a broken percent escape.`)
  }
}
