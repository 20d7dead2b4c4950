import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { parseEncryptionKey } from './encryption-keys.ts'

/** Encrypts what must be read back: child secrets and users' LinkedIn tokens. */
export interface Secrets {
  /** `about` binds the ciphertext to its place, so that a row's secret cannot be moved to another row. */
  encrypt(plain: string, about: string): string
  decrypt(sealed: string, about: string): string
}

const CIPHER = 'aes-256-gcm'
const IV_BYTES = 12
const TAG_BYTES = 16

/** The first key encrypts; every key decrypts, so that a new key can be put in front of the old one. */
export function openSecrets(keyTexts: readonly string[]): Secrets {
  const keys = keyTexts.map(parseEncryptionKey)
  const first = keys[0]
  if (!first) throw new Error('There is no encryption key. Set LODESTONE_ENCRYPTION_KEYS.')
  const byId = new Map(keys.map(key => [key.id, key.bytes]))

  return {
    encrypt(plain, about) {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv(CIPHER, first.bytes, iv, { authTagLength: TAG_BYTES }).setAAD(
        boundTo(first.id, about),
      )
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return `${first.id}:${Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')}`
    },
    decrypt(sealed, about) {
      const [id = '', encoded = ''] = sealed.split(':')
      const key = byId.get(id)
      if (!key) {
        throw new Error(
          `A stored secret was encrypted with the key "${id}", which is not in LODESTONE_ENCRYPTION_KEYS. Add that key after the others.`,
        )
      }
      const bytes = Buffer.from(encoded, 'base64url')
      const tag = bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES)
      const body = bytes.subarray(IV_BYTES + TAG_BYTES)
      try {
        const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
        decipher.setAAD(boundTo(id, about)).setAuthTag(tag)
        return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')
      } catch (cause) {
        throw new Error(
          `A stored secret (${about}) cannot be decrypted: it was changed, moved from another place, or encrypted with another key of the same name.`,
          { cause },
        )
      }
    },
  }
}

function boundTo(keyId: string, about: string): Buffer {
  return Buffer.from(`${keyId}\n${about}`)
}
