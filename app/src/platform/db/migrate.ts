import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Migration, MigrationProvider } from 'kysely'
import { CompiledQuery, Migrator } from 'kysely'
import type { Db } from './db.ts'
import { APP_ROLE } from './db.ts'

/** Brings the database to the newest form. Safe when many processes start at once: one works, the others wait. */
export async function migrate(db: Db, folder: string): Promise<string[]> {
  // The embedded database has one session and one process: there is nobody to wait for.
  if (db.kind === 'embedded') return migrateAlone(db, folder)
  return db.owner.connection().execute(async holder => {
    await holder.executeQuery(CompiledQuery.raw(`select pg_advisory_lock(${MIGRATION_LOCK})`))
    try {
      return await migrateAlone(db, folder)
    } finally {
      await holder.executeQuery(CompiledQuery.raw(`select pg_advisory_unlock(${MIGRATION_LOCK})`))
    }
  })
}

const MIGRATION_LOCK = 7_316_904_118

async function migrateAlone(db: Db, folder: string): Promise<string[]> {
  await ensureAppRole(db)
  const migrator = new Migrator({ db: db.owner, provider: new SqlFiles(folder), allowUnorderedMigrations: false })
  const { error, results } = await migrator.migrateToLatest()
  if (error) throw error
  await revokeTemporaryObjects(db)
  return (results ?? []).filter(result => result.status === 'Success').map(result => result.migrationName)
}

class SqlFiles implements MigrationProvider {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  async getMigrations(): Promise<Record<string, Migration>> {
    const files = (await readdir(this.#folder)).filter(file => file.endsWith('.sql')).sort()
    const entries = files.map(async file => {
      const text = await readFile(path.join(this.#folder, file), 'utf8')
      const migration: Migration = {
        up: async db => {
          await db.executeQuery(CompiledQuery.raw(text))
        },
      }
      return [path.basename(file, '.sql'), migration] as const
    })
    return Object.fromEntries(await Promise.all(entries))
  }
}

// A server's roles belong to the whole server, so the role may be there already, made by an administrator.
async function ensureAppRole(db: Db): Promise<void> {
  const exists = await db.owner.executeQuery(
    CompiledQuery.raw(
      `select 1 from pg_roles where rolname = '${APP_ROLE}' and pg_has_role(current_user, oid, 'member')`,
    ),
  )
  if (exists.rows.length > 0) return
  try {
    await db.owner.executeQuery(
      CompiledQuery.raw(`do $$ begin
        create role ${APP_ROLE} nologin;
      exception when duplicate_object or unique_violation then null;
      end $$;
      grant ${APP_ROLE} to current_user`),
    )
  } catch (cause) {
    throw new Error(
      `The database role ${APP_ROLE} is missing and this user may not make it. ` +
        `Let an administrator run: create role ${APP_ROLE} nologin; grant ${APP_ROLE} to <the user of LODESTONE_DATABASE_URL>;`,
      { cause },
    )
  }
}

// Who can make temporary functions can look behind the search view, so nobody but the owner may.
async function revokeTemporaryObjects(db: Db): Promise<void> {
  await db.owner.executeQuery(
    CompiledQuery.raw(`do $$ begin
      if pg_catalog.has_database_privilege('${APP_ROLE}', current_database(), 'TEMPORARY') then
        execute format('revoke temporary on database %I from public', current_database());
      end if;
    exception when insufficient_privilege then
      raise warning 'lodestone: could not revoke TEMPORARY on this database; see docs/operating.md';
    end $$`),
  )
}
