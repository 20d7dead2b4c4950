import type { Logger } from 'pino'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Secrets } from './crypto/secrets.ts'
import type { Db } from './db/db.ts'

/** What every part of the running product may ask for. Made once in main.ts, passed as a value. */
export interface App {
  readonly config: Config
  readonly db: Db
  readonly clock: Clock
  readonly log: Logger
  readonly secrets: Secrets
  /** The fetch that talks to LinkedIn; tests and drills put their own here. */
  readonly fetch: typeof fetch
}
