import { invalid } from '../../platform/errors.ts'

/** What a search box was given, as a tree. `any` and `all` have at least two parts. */
export type SearchQuery =
  | Term
  | { kind: 'all' | 'any'; parts: readonly SearchQuery[] }
  | { kind: 'not'; part: SearchQuery }

export interface Term {
  kind: 'term'
  text: string
  /** Between quotation marks: these words, next to each other, and no reading of them. */
  quoted: boolean
  /** Written with a star behind: the last word goes on. */
  isBeginning: boolean
}

export const MAX_TERMS = 50
export const MAX_DEPTH = 10

/**
 * Words side by side all have to occur. AND, OR and NOT are operators in capitals only, and AND binds closer than OR.
 * A small "and" between two words says what their standing side by side says already; a hyphen before a word is NOT.
 * What is still open at the end is closed there, because people look at results while they type.
 */
export function parseQuery(text: string): SearchQuery | undefined {
  const tokens = tokensOf(text)
  const terms = tokens.filter(token => token.kind === 'term').length
  if (terms > MAX_TERMS) throw tooManyTerms(terms)
  const reader: Reader = { tokens, at: 0, depth: 0 }
  const query = readAny(reader)
  const left = tokens[reader.at]
  if (left) throw strayParenthesis(left.position)
  return query
}

type Token = { position: number } & (Term | { kind: 'AND' | 'OR' | 'NOT' | '(' | ')' })

const TOKEN =
  /(?<without>(?<![^\s(])-(?=[\p{L}\p{N}("“”„‟«»″]))|(?<open>\()|(?<close>\))|["“”„‟«»″](?<quoted>[^"“”„‟«»″]*)["“”„‟«»″]?|(?<word>[^\s()"“”„‟«»″]+)/gu

function tokensOf(text: string): Token[] {
  const tokens = [...text.matchAll(TOKEN)].map((match): Token => {
    const { without, open, close, quoted, word = '' } = match.groups ?? {}
    const position = match.index + 1
    if (without) return { kind: 'NOT', position }
    if (open) return { kind: '(', position }
    if (close) return { kind: ')', position }
    if (quoted !== undefined) return { ...termOf(quoted, true), position }
    if (word === 'AND' || word === 'OR' || word === 'NOT') return { kind: word, position }
    return { ...termOf(word, false), position }
  })
  return tokens.filter((token, at) => !isSmallAnd(token) || !endsPart(tokens[at - 1]) || !beginsPart(tokens[at + 1]))
}

/** In either language of the screens. */
function isSmallAnd(token: Token): boolean {
  return token.kind === 'term' && !token.quoted && !token.isBeginning && /^(and|en)$/.test(token.text)
}

function endsPart(token: Token | undefined): boolean {
  return token?.kind === 'term' || token?.kind === ')'
}

function beginsPart(token: Token | undefined): boolean {
  return token?.kind === 'term' || token?.kind === '(' || token?.kind === 'NOT'
}

function termOf(text: string, quoted: boolean): Term {
  return { kind: 'term', text: text.replace(/\*+\s*$/, ''), quoted, isBeginning: /\*\s*$/.test(text) }
}

interface Reader {
  tokens: readonly Token[]
  at: number
  depth: number
}

function readAny(reader: Reader): SearchQuery | undefined {
  const parts = [readAll(reader)]
  while (takes(reader, 'OR')) parts.push(readAll(reader))
  return joined('any', parts)
}

function readAll(reader: Reader): SearchQuery | undefined {
  const parts: (SearchQuery | undefined)[] = []
  for (;;) {
    while (takes(reader, 'AND'));
    const next = reader.tokens[reader.at]?.kind
    if (next === undefined || next === 'OR' || next === ')') return joined('all', parts)
    parts.push(readOne(reader))
  }
}

function readOne(reader: Reader): SearchQuery | undefined {
  let negated = false
  while (takes(reader, 'NOT')) negated = !negated
  const part = readAtom(reader)
  return part && negated ? { kind: 'not', part } : part
}

function readAtom(reader: Reader): SearchQuery | undefined {
  const token = reader.tokens[reader.at]
  if (token?.kind === 'term') {
    reader.at++
    return { kind: 'term', text: token.text, quoted: token.quoted, isBeginning: token.isBeginning }
  }
  if (!token || !takes(reader, '(')) return undefined
  if (++reader.depth > MAX_DEPTH) throw tooDeep(token.position)
  const inside = readAny(reader)
  takes(reader, ')')
  reader.depth--
  return inside
}

function takes(reader: Reader, kind: Token['kind']): boolean {
  if (reader.tokens[reader.at]?.kind !== kind) return false
  reader.at++
  return true
}

function joined(kind: 'all' | 'any', parts: (SearchQuery | undefined)[]): SearchQuery | undefined {
  const there = parts.filter(part => part !== undefined)
  return there.length > 1 ? { kind, parts: there } : there[0]
}

function tooManyTerms(terms: number) {
  return invalid({
    code: 'search.tooManyTerms',
    message: `The search has ${terms} words and phrases; ${MAX_TERMS} are possible. Leave some out.`,
    params: { terms, limit: MAX_TERMS },
    errors: [{ field: 'q', message: `has more than ${MAX_TERMS} words and phrases`, code: 'search.tooManyTerms' }],
  })
}

function tooDeep(position: number) {
  return invalid({
    code: 'search.tooDeep',
    message: `The parenthesis at position ${position} is the ${MAX_DEPTH + 1}th inside another; ${MAX_DEPTH} are possible. Write the search with fewer.`,
    params: { position, limit: MAX_DEPTH },
    errors: [{ field: 'q', message: `has more than ${MAX_DEPTH} parentheses in one another`, code: 'search.tooDeep' }],
  })
}

function strayParenthesis(position: number) {
  return invalid({
    code: 'search.strayParenthesis',
    message: `The parenthesis at position ${position} closes nothing. Take it out, or open one before it.`,
    params: { position },
    errors: [{ field: 'q', message: `closes nothing at position ${position}`, code: 'search.strayParenthesis' }],
  })
}
