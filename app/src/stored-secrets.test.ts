import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { examineDatabase } from './doctor.ts'
import { placeOfSecret } from './hiring/company-sign-in/company-sign-in.queries.ts'
import { readConfig } from './platform/config.ts'
import { encryptionKeyFile, newEncryptionKey } from './platform/crypto/encryption-keys.ts'
import { openSecrets } from './platform/crypto/secrets.ts'
import { aTenant } from './platform/testing/builders.ts'
import { testApp } from './platform/testing/test-app.ts'
import { anotherDatabase } from './platform/testing/test-database.ts'
import { findEncryptionKeys, findUnreadableSecrets } from './stored-secrets.ts'

const key = newEncryptionKey('k1')
// Where nobody else's secrets are.
const db = await anotherDatabase('secrets')
afterAll(() => db.close())

async function storeASecret(): Promise<void> {
  const app = { ...(await testApp()), db }
  const { id } = await aTenant(app)
  const secret = openSecrets([key]).encrypt('geheim', placeOfSecret(id))
  await db.owner
    .insertInto('company_sign_in')
    .values({
      tenant_id: id,
      issuer: 'https://sign-in.example.com',
      client_id: 'lodestone',
      client_secret: secret,
      created_at: app.clock.now(),
      updated_at: app.clock.now(),
    })
    .execute()
}
await storeASecret()

async function aDataDir() {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'lodestone-secrets-'))
  onTestFinished(() => rm(dataDir, { recursive: true }))
  return dataDir
}

test('a database whose secrets wait for their key gets no new one, and is told where the old one goes', async () => {
  const dataDir = await aDataDir()
  const config = readConfig({ LODESTONE_DATA_DIR: dataDir })
  await expect(findEncryptionKeys(config, db)).rejects.toThrow(
    new RegExp(`The database holds 1 stored secret, .* at ${encryptionKeyFile(dataDir)}, or set LODESTONE_ENC`),
  )
  expect(await readdir(dataDir)).toEqual([])
  await writeFile(encryptionKeyFile(dataDir), key)
  expect(await findEncryptionKeys(config, db)).toEqual([key])
})

test('keys of the same name that open nothing are told by the doctor, and the right ones are good', async () => {
  const examine = async (text: string | undefined) => {
    const findings = await examineDatabase(db, text === undefined ? undefined : openSecrets([text]), '/data/key')
    return findings.at(-1)
  }
  expect(await examine(key)).toEqual({ isGood: true, sentence: 'The encryption keys open every stored secret.' })
  expect(await examine(newEncryptionKey('k1'))).toMatchObject({
    isGood: false,
    sentence: expect.stringContaining('do not open'),
  })
  expect(await examine(undefined)).toMatchObject({ isGood: false, sentence: expect.stringContaining('/data/key') })
  expect(await findUnreadableSecrets(db, openSecrets([newEncryptionKey('k2')]))).toMatch(
    /do not open 1 of 1 stored secret\./,
  )
})
