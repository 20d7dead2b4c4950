import { openDatabase } from './main.ts'
import type { App } from './platform/app.ts'
import { systemClock } from './platform/clock.ts'
import type { Config } from './platform/config.ts'
import { openSecrets } from './platform/crypto/secrets.ts'
import { migrate } from './platform/db/migrate.ts'
import { createLog } from './platform/log.ts'
import { migrationsFolder } from './platform/paths.ts'
import { findEncryptionKeys } from './stored-secrets.ts'

/** The product for one command: without a port, and closed when the work is done. */
export async function withApp<T>(config: Config, work: (app: App) => Promise<T>): Promise<T> {
  const db = await openDatabase(config)
  try {
    await migrate(db, migrationsFolder)
    const secrets = openSecrets(await findEncryptionKeys(config, db))
    return await work({ config, db, clock: systemClock, fetch, log: createLog(config.logLevel), secrets })
  } finally {
    await db.close()
  }
}
