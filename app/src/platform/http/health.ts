import type { App } from '../app.ts'
import { findMissingMigration } from '../db/missing-migration.ts'
import { isOutage } from '../db/unavailable.ts'
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
      if (!reason) return c.json({ status: 'ready' }, 200)
      return c.json({ status: 'notReady', reason }, 503, { 'retry-after': '1' })
    })
}

async function findReasonNotReady(app: App): Promise<string | undefined> {
  if (stopping.has(app)) return 'Lodestone is stopping.'
  try {
    const outage = await app.db.findOutage()
    if (outage) return outage.message
    const missing = await findMissingMigration(app.db)
    return missing && `The migration ${missing} has not run. Run: npm run lodestone -- migrate`
  } catch (error) {
    if (isOutage(error)) return error.message
    app.log.error({ err: error }, 'the database did not answer')
    return 'The database does not answer. Check that it runs and that LODESTONE_DATABASE_URL is right.'
  }
}
