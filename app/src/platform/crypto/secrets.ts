/** Encrypts what must be read back: child secrets and users' LinkedIn tokens. */
export interface Secrets {
  /** `about` binds the ciphertext to its place, so that a row's secret cannot be moved to another row. */
  encrypt(plain: string, about: string): string
  decrypt(sealed: string, about: string): string
}
