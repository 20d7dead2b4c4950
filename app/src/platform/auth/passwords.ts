import { hash, verify } from '@node-rs/argon2'

// Argon2id by default; 19 MiB and two passes are OWASP's first recommendation.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export function hashPassword(password: string): Promise<string> {
  return hash(password, cost)
}

export function isPassword(input: { hash: string; password: string }): Promise<boolean> {
  return verify(input.hash, input.password)
}
