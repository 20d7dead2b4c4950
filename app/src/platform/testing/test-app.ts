import type { App } from '../app.ts'
import type { Clock } from '../clock.ts'
import { systemClock } from '../clock.ts'
import type { Config } from '../config.ts'
import { readConfig } from '../config.ts'
import { newEncryptionKey } from '../crypto/encryption-keys.ts'
import { openSecrets } from '../crypto/secrets.ts'
import { createLog } from '../log.ts'
import { testDatabase } from './test-database.ts'

export interface TestAppOptions {
  clock?: Clock
  fetch?: typeof fetch
  config?: Partial<Config>
  log?: App['log']
}

/** The product on the worker's database, without a port and without background work. */
export async function testApp(options: TestAppOptions = {}): Promise<App> {
  const config = { ...readConfig({ LODESTONE_ENCRYPTION_KEYS: newEncryptionKey('test') }), ...options.config }
  return {
    config,
    db: await testDatabase(),
    clock: options.clock ?? systemClock,
    log: options.log ?? createLog('silent'),
    secrets: openSecrets(config.encryptionKeys),
    fetch: options.fetch ?? refuseToFetch,
  }
}

const refuseToFetch: typeof fetch = async input => {
  throw new Error(`This test gave no fetch, and something asked for ${input instanceof Request ? input.url : input}.`)
}

/** A clock that moves only when the test says so. */
export function testClock(start: string): Clock & { moveMs(milliseconds: number): void } {
  let now = new Date(start).getTime()
  return {
    now: () => new Date(now),
    moveMs: milliseconds => {
      now += milliseconds
    },
  }
}
