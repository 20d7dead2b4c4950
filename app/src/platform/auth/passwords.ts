import { hash, verify } from '@node-rs/argon2'
import type { Registry } from 'prom-client'
import { Counter } from 'prom-client'

// Argon2id by default; 19 MiB and two passes are OWASP's first recommendation.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

let hashed = 0

export function hashPassword(password: string): Promise<string> {
  hashed += 1
  return hash(password, cost)
}

export function isPassword(input: { hash: string; password: string }): Promise<boolean> {
  hashed += 1
  return verify(input.hash, input.password)
}

/** How often this process has hashed a password, which is by far the dearest step of a sign-in. */
export function countHashedPasswords(): number {
  return hashed
}

export function measurePasswords(registry: Registry): void {
  new Counter({
    name: 'lodestone_password_hashes_total',
    help: 'Passwords that were hashed, to be kept or to be compared',
    registers: [registry],
    collect() {
      this.reset()
      this.inc(hashed)
    },
  })
}
