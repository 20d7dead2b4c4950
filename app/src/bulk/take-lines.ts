import { sql } from 'kysely'
import { addImportedSignIns } from '../platform/auth/add-imported-sign-ins.ts'
import type { Tx } from '../platform/db/db.ts'
import type { BadRow } from './bad-rows.ts'
import { explainRefusal } from './bad-rows.ts'
import { makeWords, makeWordsLater } from './candidate-words.ts'
import type { Catalogue } from './catalogue.ts'
import { formOf } from './catalogue.ts'
import { insertLines, selectObjects } from './kind-sql.ts'
import type { Kind } from './kinds.ts'
import { readRow } from './line-rules.ts'
import type { Line } from './read-lines.ts'

export interface Taking {
  tx: Tx
  catalogue: Catalogue
  kind: Kind
  tenantId: string
  /** Are there rows of this kind that a line may say once more? */
  mayBeThere: boolean
}

interface GoodLine {
  number: number
  text: string
}

export interface Taken {
  rows: number
  bad: BadRow[]
}

/** Brings a batch in: each line wholly or not at all. What is there already in the same words is passed over. */
export async function takeLines(taking: Taking, lines: readonly Line[]): Promise<Taken> {
  const { kind, catalogue, tenantId } = taking
  const bad: BadRow[] = []
  const good: GoodLine[] = []
  for (const { number, text } of lines) {
    const row = readRow(kind, catalogue, text)
    if (typeof row === 'string') bad.push({ kind: kind.name, line: number, reason: row, row: text ?? null })
    else if (kind.table === 'tenant' && row.id !== tenantId) {
      bad.push({
        kind: kind.name,
        line: number,
        reason: 'is another instance than the manifest names',
        row: text ?? null,
      })
    } else good.push({ number, text: text ?? '' })
  }
  const news = taking.mayBeThere ? await leaveOutKnown(taking, good) : good
  const refused = await insertOrSplit(taking, news)
  return { rows: news.length - refused.length, bad: [...bad, ...refused].sort((a, b) => a.line - b.line) }
}

/** A statement takes all lines or none, so the lines of one that fails are tried in halves. */
async function insertOrSplit(taking: Taking, lines: readonly GoodLine[]): Promise<BadRow[]> {
  if (lines.length === 0) return []
  const { tx, catalogue, kind, tenantId } = taking
  await sql`savepoint lines`.execute(tx)
  try {
    if (kind.table === 'app_user') await addImportedSignIns(tx, toList(lines))
    if (kind.table === 'candidate') await makeWordsLater(tx)
    for (const statement of insertLines(catalogue, kind, { tenantId, lines: toList(lines) }))
      await statement.execute(tx)
    if (kind.table === 'candidate') await makeWords(tx, { tenantId, lines: toList(lines) })
    await sql`release savepoint lines`.execute(tx)
    return []
  } catch (error) {
    const reason = explainRefusal(error, catalogue)
    if (reason === undefined) throw error
    await sql`rollback to savepoint lines`.execute(tx)
    await sql`release savepoint lines`.execute(tx)
    const [only] = lines
    if (lines.length === 1 && only) return [{ kind: kind.name, line: only.number, reason, row: only.text }]
    const middle = Math.ceil(lines.length / 2)
    const first = await insertOrSplit(taking, lines.slice(0, middle))
    return [...first, ...(await insertOrSplit(taking, lines.slice(middle)))]
  }
}

async function leaveOutKnown(taking: Taking, lines: readonly GoodLine[]): Promise<GoodLine[]> {
  const { tx, catalogue, kind, tenantId } = taking
  const { key } = formOf(catalogue, kind.table)
  const sameKey = key.map(
    column => sql`${sql.ref(`t.${column.name}`)} = (l.line ->> ${sql.lit(column.property)})::${sql.raw(column.type)}`,
  )
  const answer = await sql<{ n: number }>`
    select l.n from jsonb_array_elements(${toList(lines)}::jsonb) with ordinality l (line, n)
    join lateral (${selectObjects(catalogue, kind, tenantId)} and ${sql.join(sameKey, sql` and `)}) x
      on to_jsonb(x) = l.line`.execute(tx)
  const known = new Set(answer.rows.map(row => Number(row.n)))
  return lines.filter((_line, index) => !known.has(index + 1))
}

// The lines' own text, so that no digit is lost on the way.
function toList(lines: readonly GoodLine[]): string {
  return `[${lines.map(line => line.text).join(',')}]`
}
