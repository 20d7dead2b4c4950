import type { App } from '../app/src/platform/app.ts'
import { systemClock } from '../app/src/platform/clock.ts'
import { readConfig } from '../app/src/platform/config.ts'
import { newEncryptionKey } from '../app/src/platform/crypto/encryption-keys.ts'
import { openSecrets } from '../app/src/platform/crypto/secrets.ts'
import type { DbOptions } from '../app/src/platform/db/db.ts'
import { openDb } from '../app/src/platform/db/db.ts'
import { createServer } from '../app/src/platform/http/server.ts'
import { createLog } from '../app/src/platform/log.ts'
import { buildRoutes } from '../app/src/routes.ts'
import type { Question } from './caller.ts'
import type { Statement } from './statements.ts'
import { StatementRecorder } from './statements.ts'
import { caller } from './world.ts'

/**
 * Asks the product itself, without a port and without its background work, and answers what it told the database for each
 * question. So the bare driver can never repeat anything else than what the product says.
 */
export async function recordStatements(
  database: Pick<DbOptions, 'url' | 'dataDir'>,
  questions: readonly Question[],
): Promise<Statement[][]> {
  const recorder = new StatementRecorder(caller.id)
  const db = await openDb({ ...database, around: recorder.around })
  try {
    const config = readConfig({ LODESTONE_ENCRYPTION_KEYS: newEncryptionKey('bench') })
    const secrets = openSecrets(config.encryptionKeys)
    const app: App = { config, db, clock: systemClock, log: createLog('silent'), secrets, fetch }
    const server = await createServer(app, buildRoutes(app))
    let cookie = ''
    const ask = ({ method, address, body }: Question) =>
      server.request(`/api/v1${address}`, {
        method,
        headers: { origin: config.publicUrl, cookie, ...(body ? { 'content-type': 'application/json' } : {}) },
        ...(body ? { body: JSON.stringify(body) } : {}),
      })
    const { email, password } = caller
    const signedIn = await ask({ method: 'POST', address: '/sign-in', body: { email, password } })
    cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const recorded: Statement[][] = []
    for (const question of questions) {
      recorder.take()
      const answer = await ask(question)
      if (!answer.ok)
        throw new Error(`${question.address} answered ${answer.status} while its statements were recorded.`)
      recorded.push(recorder.take())
    }
    return recorded
  } finally {
    await db.close()
  }
}
