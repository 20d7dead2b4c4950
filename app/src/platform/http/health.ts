import { readdir } from 'node:fs/promises'
import { sql } from 'kysely'
import type { App } from '../app.ts'
import { isSqlState } from '../db/db.ts'
import { migrationsFolder } from '../paths.ts'
import { createRouter } from './router.ts'

const stopping = new WeakSet<App>()

/** From now on /readyz says no, so that a load balancer sends nobody here any more. */
export function announceStop(app: App): void {
  stopping.add(app)
}

export function healthRoutes(app: App) {
  return createRouter()
    .get('/healthz', c => c.json({ status: 'ok' }))
    .get('/readyz', async c => {
      const reason = await findReasonNotReady(app)
      return reason ? c.json({ status: 'notReady', reason }, 503) : c.json({ status: 'ready' }, 200)
    })
}

async function findReasonNotReady(app: App): Promise<string | undefined> {
  if (stopping.has(app)) return 'Lodestone is stopping.'
  try {
    return await findMissingMigration(app)
  } catch (error) {
    app.log.error({ err: error }, 'the database did not answer')
    return 'The database does not answer. Check that it runs and that LODESTONE_DATABASE_URL is right.'
  }
}

async function findMissingMigration(app: App): Promise<string | undefined> {
  const files = (await readdir(migrationsFolder)).filter(file => file.endsWith('.sql')).map(file => file.slice(0, -4))
  const done = new Set(await listMigrations(app))
  const missing = files.find(file => !done.has(file))
  return missing && `The migration ${missing} has not run. Run: npm run lodestone -- migrate`
}

async function listMigrations(app: App): Promise<string[]> {
  try {
    const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(app.db.owner)
    return rows.map(row => row.name)
  } catch (error) {
    // An empty database has no such table yet.
    if (isSqlState(error, '42P01')) return []
    throw error
  }
}
