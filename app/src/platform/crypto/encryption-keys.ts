import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

export interface EncryptionKey {
  id: string
  bytes: Buffer
}

const KEY_BYTES = 32

/** Reads `id:base64` and throws a sentence that never repeats the key itself. */
export function parseEncryptionKey(text: string): EncryptionKey {
  const [id, encoded, ...rest] = text.split(':')
  if (!id || !encoded || rest.length > 0) throw new Error('each key must look like id:base64')
  if (!/^[\w-]{1,32}$/.test(id)) throw new Error('the id of a key may hold letters, digits, - and _ only (32 at most)')
  const bytes = Buffer.from(encoded, 'base64')
  if (bytes.length !== KEY_BYTES) throw new Error(`the key ${id} has ${bytes.length} bytes; it must have ${KEY_BYTES}`)
  return { id, bytes }
}

export function newEncryptionKey(id: string): string {
  return `${id}:${randomBytes(KEY_BYTES).toString('base64')}`
}

export function encryptionKeyFile(dataDir: string): string {
  return path.join(dataDir, 'encryption-key')
}

/** The key of an installation that was given none: made once, kept beside the data, readable by its user only. */
export async function keptEncryptionKey(dataDir: string): Promise<string> {
  const file = encryptionKeyFile(dataDir)
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  try {
    await writeFile(file, `${newEncryptionKey('k1')}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  return (await readFile(file, 'utf8')).trim()
}
