import { readdir } from 'node:fs/promises'
import { sql } from 'kysely'
import { migrationsFolder } from '../paths.ts'
import type { Db } from './db.ts'
import { isSqlState } from './sql-state.ts'

/** The first migration of this version that the database has not seen. */
export async function findMissingMigration(db: Db): Promise<string | undefined> {
  const files = (await readdir(migrationsFolder)).filter(file => file.endsWith('.sql')).sort()
  const done = new Set(await listMigrations(db))
  return files.map(file => file.slice(0, -'.sql'.length)).find(name => !done.has(name))
}

const UNDEFINED_TABLE = '42P01'

async function listMigrations(db: Db): Promise<string[]> {
  try {
    const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db.owner)
    return rows.map(row => row.name)
  } catch (error) {
    // An empty database has no such table yet.
    if (isSqlState(error, UNDEFINED_TABLE)) return []
    throw error
  }
}
