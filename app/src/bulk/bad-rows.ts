import { appendFile, readFile, writeFile } from 'node:fs/promises'
import type { Catalogue } from './catalogue.ts'

export interface BadRow {
  kind: string
  line: number
  reason: string
  /** As it stood in the file, to be mended. */
  row: string | null
}

/** Where the rows go that could not be taken, one a line. */
export interface BadRowFile {
  add(rows: readonly BadRow[]): Promise<void>
  /** After a kill: forgets what was written for lines that are read again. */
  forgetFrom(kind: string, line: number): Promise<void>
}

export function badRowFile(file: string): BadRowFile {
  return {
    add: async rows => {
      if (rows.length === 0) return
      await appendFile(file, rows.map(row => `${JSON.stringify(row)}\n`).join(''), { mode: 0o600 })
    },
    forgetFrom: async (kind, line) => {
      const text = await readFile(file, 'utf8').catch(() => '')
      if (text === '') return
      const kept = text.split('\n').filter(one => {
        // A line that the kill cut short belongs to nothing that was kept.
        const row = parse(one)
        return row && !(row.kind === kind && row.line >= line)
      })
      await writeFile(file, kept.map(one => `${one}\n`).join(''))
    },
  }
}

function parse(line: string): BadRow | undefined {
  try {
    return JSON.parse(line) as BadRow // written by this file only
  } catch {
    return undefined
  }
}

/** Is the row to blame, and not the database or the network? Then why, in a sentence that names no value. */
export function explainRefusal(error: unknown, catalogue: Catalogue): string | undefined {
  if (!isDatabaseError(error) || !/^2[23]/.test(error.code)) return undefined
  const constraint = error.constraint ? catalogue.constraints.get(error.constraint) : undefined
  const properties = constraint?.properties.join(' and ') ?? ''
  switch (constraint?.type) {
    case 'p':
      return `there is a row with this ${properties} already, and it says something else`
    case 'u':
      return `another row has the same ${properties} already`
    case 'f':
      return `${properties} names a row that is not there`
    case 'c':
      return `${properties} has a value that is not allowed`
    default:
      return error.code === NOT_NULL
        ? `${error.column ?? 'a value'} must not be empty`
        : `a value has a wrong form (${error.code})`
  }
}

const NOT_NULL = '23502'

interface DatabaseError extends Error {
  code: string
  constraint?: string
  column?: string
}

function isDatabaseError(error: unknown): error is DatabaseError {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
}
