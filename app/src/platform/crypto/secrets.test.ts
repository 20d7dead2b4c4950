import { expect, test } from 'vitest'
import { newEncryptionKey } from './encryption-keys.ts'
import { openSecrets } from './secrets.ts'

const first = newEncryptionKey('k1')
const second = newEncryptionKey('k2')

test('what was encrypted comes back, and never looks the same twice', () => {
  const secrets = openSecrets([first])
  for (const plain of ['', 'geheim', 'a'.repeat(5_000), 'ünïcode ✓']) {
    const sealed = secrets.encrypt(plain, 'credential 1')
    expect(secrets.decrypt(sealed, 'credential 1')).toBe(plain)
    expect(sealed).toMatch(/^k1:[\w-]+$/)
    expect(secrets.encrypt(plain, 'credential 1')).not.toBe(sealed)
  }
})

test('a new key in front encrypts, and the old one still decrypts', () => {
  const old = openSecrets([first]).encrypt('geheim', 'row 1')
  const rotated = openSecrets([second, first])
  expect(rotated.decrypt(old, 'row 1')).toBe('geheim')
  expect(rotated.encrypt('geheim', 'row 1')).toMatch(/^k2:/)
  expect(() => openSecrets([second]).decrypt(old, 'row 1')).toThrow(
    'the key "k1", which is not in LODESTONE_ENCRYPTION_KEYS',
  )
})

test('a secret cannot be moved to another place', () => {
  const secrets = openSecrets([first])
  const sealed = secrets.encrypt('geheim', 'tenant a')
  expect(() => secrets.decrypt(sealed, 'tenant b')).toThrow('cannot be decrypted')
})

test('one changed bit anywhere is noticed', () => {
  const secrets = openSecrets([first])
  const [id = '', encoded = ''] = secrets.encrypt('geheim', 'row 1').split(':')
  const bytes = Buffer.from(encoded, 'base64url')
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes)
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at)
    expect(() => secrets.decrypt(`${id}:${changed.toString('base64url')}`, 'row 1')).toThrow('cannot be decrypted')
  }
})

test('a cut-off secret is refused, with a tag of any length', () => {
  const secrets = openSecrets([first])
  const sealed = secrets.encrypt('geheim', 'row 1')
  for (let length = 0; length < sealed.length; length++) {
    expect(() => secrets.decrypt(sealed.slice(0, length), 'row 1')).toThrow()
  }
})

test('another key of the same name is told', () => {
  const sealed = openSecrets([first]).encrypt('geheim', 'row 1')
  expect(() => openSecrets([newEncryptionKey('k1')]).decrypt(sealed, 'row 1')).toThrow('another key of the same name')
})

test('no message repeats the secret or the key', () => {
  const sealed = openSecrets([first]).encrypt('geheim', 'row 1')
  try {
    openSecrets([second]).decrypt(sealed, 'row 1')
    expect.unreachable()
  } catch (error) {
    expect(String(error)).not.toContain('geheim')
    expect(String(error)).not.toContain(second.split(':')[1])
  }
})
