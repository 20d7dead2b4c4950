import type { Context } from 'hono'
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { z } from 'zod'
import { invalid } from '../errors.ts'
import { isUnstorable } from './storable-text.ts'

const DEFAULT_LIMIT = 25
const MAX_LIMIT = 100

/** Extend it with the list's own filters: `pageQuery.extend({ state: ... })`. */
export const pageQuery = z.object({
  limit: z.coerce.number<string | number>().int().min(1).max(MAX_LIMIT).default(DEFAULT_LIMIT),
  next: z.string().min(1).max(2_000).optional(),
})

export interface Page<T> {
  data: T[]
  hasNext: boolean
  next: string | null
}

export function pageOf<S extends z.ZodType>(item: S) {
  return z.object({ data: z.array(item), hasNext: z.boolean(), next: z.string().nullable() })
}

/**
 * Cuts a page from rows that were asked for with `limit + 1`.
 * The cursor holds the sort values of the last row shown.
 */
export function toPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  by: { cursor: (row: Row) => unknown; item: (row: Row) => Item },
): Page<Item> {
  const shown = rows.slice(0, limit)
  const last = shown[shown.length - 1]
  const hasNext = rows.length > limit && last !== undefined
  return {
    data: shown.map(by.item),
    hasNext,
    next: hasNext ? encodeCursor(by.cursor(last)) : null,
  }
}

export function encodeCursor(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

/** A time in a cursor. The year 0, which the form has room for, is none to the database. */
export const cursorTime = z.iso.datetime().refine(text => !text.startsWith('0000'))

/** The database counts in microseconds: cut down to the browser's milliseconds, rows of one moment would be passed over. */
export function cursorTimeOf(column: string): RawBuilder<string> {
  return sql<string>`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
}

/** Reads a cursor that a former page gave; `schema` says what this list puts in. */
export function decodeCursor<S extends z.ZodType>(text: string, schema: S, parameter = 'next'): z.infer<S> {
  const json = Buffer.from(text, 'base64url').toString('utf8')
  const parsed = schema.safeParse(isUnstorable(json) ? undefined : parseJson(json))
  if (parsed.success) return parsed.data
  throw invalid({
    code: 'invalidCursor',
    message: `The value of ${parameter} does not come from this list. Leave it out to start at the first page.`,
    errors: [{ field: parameter, message: 'is not a cursor of this list', code: 'invalidCursor' }],
  })
}

/** Adds the `Link` header to the next page; it repeats all filters of this request. */
export function linkHeader(c: Context, next: string | null, parameter = 'next'): void {
  if (next === null) return
  const url = new URL(c.req.url)
  url.searchParams.set(parameter, next)
  c.header('link', `<${url.pathname}${url.search}>; rel="next"`)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
