import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Tx } from '../platform/db/db.ts'
import type { Progress } from './progress.ts'

const PAGE = 1_000

/** Every row of a query to a file, one JSON object a line. A page is asked for when the last one is on disk. */
export async function writeLines(
  tx: Tx,
  query: RawBuilder<unknown>,
  { file, progress }: { file: string; progress: Progress },
): Promise<{ rows: number; sha256: string }> {
  const hash = createHash('sha256')
  let rows = 0
  await pipeline(
    readPages(tx, query),
    async function* (pages: AsyncIterable<string[]>) {
      for await (const lines of pages) {
        const text = `${lines.join('\n')}\n`
        hash.update(text)
        rows += lines.length
        progress.reach(rows)
        yield text
      }
    },
    createWriteStream(file, { mode: 0o600, flags: 'wx' }),
  )
  return { rows, sha256: hash.digest('hex') }
}

async function* readPages(tx: Tx, query: RawBuilder<unknown>): AsyncGenerator<string[]> {
  await sql`declare lines no scroll cursor for select to_json(x)::text as line from (${query}) x`.execute(tx)
  for (;;) {
    const page = await sql<{ line: string }>`fetch ${sql.lit(PAGE)} from lines`.execute(tx)
    if (page.rows.length > 0) yield page.rows.map(row => row.line)
    if (page.rows.length < PAGE) break
  }
  await sql`close lines`.execute(tx)
}

/** What is written holds personal data, so only its owner may read the folder. */
export async function makeEmptyFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if ((await readdir(folder)).length > 0) throw new Error(`${folder} is not empty. Choose a new folder.`)
}

/** Everything that this transaction reads is as it was at one moment, in one spelling of time. */
export async function readOneMoment(tx: Tx): Promise<void> {
  await sql`set transaction isolation level repeatable read, read only`.execute(tx)
  await sql`set local timezone = 'UTC'`.execute(tx)
}
