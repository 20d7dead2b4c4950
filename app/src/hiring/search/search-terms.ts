import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { normalEmail } from '../candidates/contact-details.ts'
import type { SearchQuery, Term } from './parse-query.ts'
import type { Reading } from './search.shapes.ts'

const LONGEST_LABEL = 300

export type TsQuery = RawBuilder<unknown>

/** The whole question as one text search query; a word that occurs nowhere stands there as it was read. */
export function toTsQuery(query: SearchQuery, readings: readonly Reading[] = []): TsQuery {
  switch (query.kind) {
    case 'term':
      return termQuery(query, readings)
    case 'not':
      // What is left out is left out as written.
      return sql`(!! ${toTsQuery(query.part)})`
    case 'all':
      return both(query.parts.map(part => toTsQuery(part, readings)))
    case 'any':
      return either(query.parts.map(part => toTsQuery(part, readings)))
  }
}

export function both(parts: readonly TsQuery[]): TsQuery {
  return sql`(${sql.join(parts, sql` && `)})`
}

export function either(parts: readonly TsQuery[]): TsQuery {
  return sql`(${sql.join(parts, sql` || `)})`
}

/** For a filter: this value and nothing more. */
export function wholeValue(kind: string, value: string): TsQuery {
  return sql`search_label(whole_value(${kind}::text, ${value}::text))`
}

function termQuery(term: Term, readings: readonly Reading[]): TsQuery {
  // A longer one is nobody's, and cannot be asked for.
  if (isWholeEmail(term)) return sql`search_label(${`=email=${normalEmail(term.text).slice(0, LONGEST_LABEL)}`}::text)`
  if (term.isBeginning) return termAs.beginning(term.text)
  if (term.quoted) return termAs.written(term.text)
  return termAs[readings.find(reading => reading.word === term.text)?.as ?? 'written'](term.text)
}

export const termAs = {
  written: (text: string) => sql`search_phrase(${text}::text)`,
  beginning: (text: string) => sql`search_beginning(${text}::text)`,
  slip: (text: string) => sql`search_slip(${text}::text)`,
  nothing: (text: string) => sql`search_phrase(${text}::text)`,
}

/** The words that may be read otherwise when they occur nowhere: neither quoted nor excluded nor a whole address. */
export function readableWords(query: SearchQuery): string[] {
  if (query.kind === 'not') return []
  if (query.kind !== 'term') return [...new Set(query.parts.flatMap(readableWords))]
  return query.quoted || query.isBeginning || isWholeEmail(query) ? [] : [query.text]
}

export function hasAlternatives(query: SearchQuery): boolean {
  if (query.kind === 'any') return true
  return query.kind === 'all' && query.parts.some(hasAlternatives)
}

function isWholeEmail({ text, quoted, isBeginning }: Term): boolean {
  return !quoted && !isBeginning && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)
}
