import { mkdtemp, rm, stat } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { encryptionKeyFile, keptEncryptionKey, newEncryptionKey, parseEncryptionKey } from './encryption-keys.ts'

test('a key is made once, kept for its user only, and the same ever after', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'lodestone-keys-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const dataDir = path.join(folder, 'data')
  const keys = await Promise.all(Array.from({ length: 5 }, () => keptEncryptionKey(dataDir)))
  expect(new Set(keys).size).toBe(1)
  expect(await keptEncryptionKey(dataDir)).toBe(keys[0])
  expect(parseEncryptionKey(keys[0] ?? '').bytes).toHaveLength(32)
  expect((await stat(encryptionKeyFile(dataDir))).mode & 0o777).toBe(0o600)
})

test.each([
  ['abc', 'must look like id:base64'],
  ['k1:', 'must look like id:base64'],
  ['k1:abc:def', 'must look like id:base64'],
  ['k 1:abc', 'letters, digits'],
  ['k1:c2hvcnQ=', 'the key k1 has 5 bytes; it must have 32'],
])('%s is refused: %s', (text, reason) => {
  expect(() => parseEncryptionKey(text)).toThrow(reason)
})

test('each new key is another one', () => {
  expect(newEncryptionKey('k1')).not.toBe(newEncryptionKey('k1'))
})
