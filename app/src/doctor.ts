import { existsSync } from 'node:fs'
import { sql } from 'kysely'
import { z } from 'zod'
import { databaseFolder, openDatabase } from './main.ts'
import type { Config } from './platform/config.ts'
import { readConfig } from './platform/config.ts'
import { encryptionKeyFile, keptEncryptionKey } from './platform/crypto/encryption-keys.ts'
import type { Secrets } from './platform/crypto/secrets.ts'
import { openSecrets } from './platform/crypto/secrets.ts'
import type { Db } from './platform/db/db.ts'
import { findMissingMigration } from './platform/db/missing-migration.ts'
import { findUnreadableSecrets, keyMissing, listStoredSecrets } from './stored-secrets.ts'

export interface Finding {
  isGood: boolean
  /** What was found and, when it is wrong, what to do. */
  sentence: string
}

const OLDEST_POSTGRES = 150_000
const TIMEOUT_MS = 5_000

/** Looks at everything that a start needs, and goes on after the first thing that is wrong. */
export async function findFindings(env: Record<string, string | undefined>, ask: typeof fetch): Promise<Finding[]> {
  let config: Config
  try {
    config = readConfig(env)
  } catch (error) {
    return [wrong(messageOf(error))]
  }
  const { finding, secrets } = await checkKey(config)
  return [
    good('All settings can be read.'),
    ...listWarnings(config),
    finding,
    ...(await checkDatabase(config, secrets, ask)),
    ...(await checkLinkedIn(config, ask)),
  ]
}

function listWarnings({ publicUrl, host }: Config): Finding[] {
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(new URL(publicUrl).hostname)
  if (isLocal || publicUrl.startsWith('https:')) return []
  return [
    wrong(
      `Browsers reach ${publicUrl} (listening on ${host}) without encryption: passwords can be read on the way. ` +
        'Put a proxy with https in front and set LODESTONE_PUBLIC_URL to its address.',
    ),
  ]
}

async function checkKey(config: Config): Promise<{ finding: Finding; secrets?: Secrets }> {
  if (config.encryptionKeys.length === 0 && !existsSync(encryptionKeyFile(config.dataDir))) {
    return {
      finding: good(
        `No encryption key is kept in ${config.dataDir} yet; the first start makes one for an empty database.`,
      ),
    }
  }
  try {
    const kept = config.encryptionKeys.length > 0 ? config.encryptionKeys : [await keptEncryptionKey(config.dataDir)]
    const secrets = openSecrets(kept)
    if (secrets.decrypt(secrets.encrypt('a trial', 'doctor'), 'doctor') !== 'a trial') {
      return { finding: wrong('The encryption key does not give back what it encrypted. Make a new one.') }
    }
    return { finding: good('The encryption key works.'), secrets }
  } catch (error) {
    return { finding: wrong(`The encryption key cannot be used: ${messageOf(error)}`) }
  }
}

async function checkDatabase(config: Config, secrets: Secrets | undefined, ask: typeof fetch): Promise<Finding[]> {
  if (!config.databaseUrl) {
    if (!existsSync(databaseFolder(config))) {
      return [good(`The embedded database will be made at the first start, in ${config.dataDir}.`)]
    }
    // It takes one process only, so a server that runs has to answer for it.
    const running = await askServer(config, ask)
    if (running) return [running]
  }
  let db: Db
  try {
    db = await openDatabase(config)
  } catch (error) {
    return [wrong(`The database cannot be opened: ${messageOf(error)}`)]
  }
  try {
    return await examineDatabase(db, secrets, encryptionKeyFile(config.dataDir))
  } catch (error) {
    const where = config.databaseUrl
      ? 'Check LODESTONE_DATABASE_URL and that the server runs.'
      : 'Check LODESTONE_DATA_DIR.'
    return [wrong(`The database does not answer: ${messageOf(error)}. ${where}`)]
  } finally {
    await db.close()
  }
}

export async function examineDatabase(db: Db, secrets: Secrets | undefined, keyFile: string): Promise<Finding[]> {
  const [server, missing] = [await checkServer(db), await findMissingMigration(db)]
  if (missing) {
    return [
      server,
      wrong(`The migration ${missing} has not run. Start the server, or run: npm run lodestone -- migrate`),
    ]
  }
  return [server, good('The database is up to date.'), ...(await checkStoredSecrets(db, secrets, keyFile))]
}

/** A database that was restored is of no use without the key of the server that it comes from. */
async function checkStoredSecrets(db: Db, secrets: Secrets | undefined, keyFile: string): Promise<Finding[]> {
  const stored = (await listStoredSecrets(db)).length
  if (stored === 0) return []
  if (!secrets) return [wrong(keyMissing(stored, keyFile))]
  const unreadable = await findUnreadableSecrets(db, secrets)
  return [unreadable ? wrong(unreadable) : good('The encryption keys open every stored secret.')]
}

async function askServer(config: Config, ask: typeof fetch): Promise<Finding | undefined> {
  const address = `http://${config.host}:${config.port}/readyz`
  try {
    const answer = await ask(address, { signal: AbortSignal.timeout(TIMEOUT_MS) })
    const { reason } = z.object({ reason: z.string().optional() }).parse(await answer.json())
    return answer.ok
      ? good(`Lodestone runs at ${config.publicUrl}, and its database answers.`)
      : wrong(`Lodestone runs at ${config.publicUrl} and is not ready: ${reason ?? 'it gives no reason'}`)
  } catch {
    return undefined
  }
}

async function checkServer(db: Db): Promise<Finding> {
  const { rows } = await sql<{ number: string; name: string; superuser: string }>`
    select current_setting('server_version_num') as number, current_setting('server_version') as name,
      current_setting('is_superuser') as superuser`.execute(db.owner)
  const { number = '0', name = '', superuser = '' } = rows[0] ?? {}
  if (Number(number) < OLDEST_POSTGRES) {
    return wrong(`The database is PostgreSQL ${name}. Lodestone needs version 15 or newer.`)
  }
  if (superuser === 'on') {
    return wrong(
      'The database user is a superuser, whom row-level security does not bind. Use a user that only owns this database.',
    )
  }
  return good(`The database answers (${db.kind === 'embedded' ? 'embedded, ' : ''}PostgreSQL ${name}).`)
}

async function checkLinkedIn(config: Config, ask: typeof fetch): Promise<Finding[]> {
  const { wwwUrl, apiUrl, platformUrl } = config.linkedin
  const names: [string, string][] = [
    ['LINKEDIN_WWW_URL', wwwUrl],
    ['LINKEDIN_API_URL', apiUrl],
    ['LINKEDIN_PLATFORM_URL', platformUrl],
  ]
  return Promise.all(names.map(([name, url]) => checkAddress(name, url, ask)))
}

/** Any answer will do, a refusal too: the question is whether there is a way. */
async function checkAddress(name: string, url: string, ask: typeof fetch): Promise<Finding> {
  try {
    await ask(url, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS) })
    return good(`${url} answers (${name}).`)
  } catch {
    return wrong(`${url} does not answer. Check ${name}, and that this machine may reach it.`)
  }
}

function good(sentence: string): Finding {
  return { isGood: true, sentence }
}

function wrong(sentence: string): Finding {
  return { isGood: false, sentence }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
