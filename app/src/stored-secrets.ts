import { existsSync } from 'node:fs'
import { sql } from 'kysely'
import { placeOfSecret } from './hiring/company-sign-in/company-sign-in.queries.ts'
import { placeOfChildSecret } from './linkedin/access/clients.ts'
import { placeOfTwoStep } from './platform/auth/two-step.ts'
import type { Config } from './platform/config.ts'
import { encryptionKeyFile, keptEncryptionKey } from './platform/crypto/encryption-keys.ts'
import type { Secrets } from './platform/crypto/secrets.ts'
import type { Db } from './platform/db/db.ts'

interface StoredSecret {
  kind: 'child' | 'twoStep' | 'company'
  owner: string
  sealed: string
}

const placeOf = { child: placeOfChildSecret, twoStep: placeOfTwoStep, company: placeOfSecret }

/** Those of the settings, else the one beside the data. One is made only where no stored secret waits for another. */
export async function findEncryptionKeys(config: Config, db: Db): Promise<readonly string[]> {
  if (config.encryptionKeys.length > 0) return config.encryptionKeys
  const file = encryptionKeyFile(config.dataDir)
  if (!existsSync(file)) {
    const waiting = (await listStoredSecrets(db)).length
    if (waiting > 0) throw new Error(keyMissing(waiting, file))
  }
  return [await keptEncryptionKey(config.dataDir)]
}

export function keyMissing(waiting: number, file: string): string {
  return (
    `The database holds ${countOf(waiting)}, and their encryption key is not here. ` +
    `Put the file of the server that they come from at ${file}, or set LODESTONE_ENCRYPTION_KEYS to its key. ` +
    'If that key is lost, set LODESTONE_ENCRYPTION_KEYS to a new one: companies then connect to LinkedIn anew, and two-step sign-in is set up anew.'
  )
}

/** What the keys do not open, as a sentence; undefined when they open everything. */
export async function findUnreadableSecrets(db: Db, secrets: Secrets): Promise<string | undefined> {
  const stored = await listStoredSecrets(db)
  const unreadable = stored.filter(secret => !opens(secrets, secret)).length
  if (unreadable === 0) return undefined
  return (
    `The encryption keys do not open ${unreadable} of ${countOf(stored.length)}. ` +
    'Add the key that they were made with to LODESTONE_ENCRYPTION_KEYS, after the others. ' +
    'If it is lost, companies connect to LinkedIn anew, and two-step sign-in is set up anew.'
  )
}

export async function listStoredSecrets(db: Db): Promise<StoredSecret[]> {
  const { rows } = await sql<StoredSecret>`
    select 'child' as kind, tenant_id::text as owner, client_secret as sealed from linkedin_access
    union all select 'twoStep', sign_in_id, secret from sign_in_two_step
    union all select 'company', tenant_id::text, client_secret from company_sign_in`.execute(db.owner)
  return rows
}

function opens(secrets: Secrets, { kind, owner, sealed }: StoredSecret): boolean {
  try {
    secrets.decrypt(sealed, placeOf[kind](owner))
    return true
  } catch {
    return false
  }
}

function countOf(secrets: number): string {
  return secrets === 1 ? '1 stored secret' : `${secrets} stored secrets`
}
