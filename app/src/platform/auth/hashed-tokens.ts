import { createHash } from 'node:crypto'
import { kyselyAdapter } from '@better-auth/kysely-adapter'
import type { Db } from '../db/db.ts'

type MakeAdapter = ReturnType<typeof kyselyAdapter>
type Adapter = ReturnType<MakeAdapter>
type Where = NonNullable<Parameters<Adapter['findMany']>[0]['where']>

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** The library stores session tokens as they are and has no option for it, so they are hashed on their way in. */
export function adapterWithHashedTokens(db: Db['owner']): MakeAdapter {
  const make = kyselyAdapter(db, { type: 'postgres' })
  return options => {
    const plain = make(options)
    const create: Adapter['create'] = async input => {
      const token = input.model === 'session' ? tokenOf(input.data) : undefined
      if (token === undefined) return plain.create(input)
      return withToken(await plain.create({ ...input, data: { ...input.data, token: hashToken(token) } }), token)
    }
    const findOne: Adapter['findOne'] = async input => {
      const token = input.model === 'session' ? input.where.find(isToken)?.value : undefined
      return withToken(await plain.findOne({ ...input, where: hashed(input) }), token)
    }
    return {
      ...plain,
      create,
      findOne,
      findMany: input => plain.findMany({ ...input, where: hashed({ ...input, where: input.where ?? [] }) }),
      count: input => plain.count({ ...input, where: hashed({ ...input, where: input.where ?? [] }) }),
      update: input => plain.update({ ...input, where: hashed(input) }),
      updateMany: input => plain.updateMany({ ...input, where: hashed(input) }),
      delete: input => plain.delete({ ...input, where: hashed(input) }),
      deleteMany: input => plain.deleteMany({ ...input, where: hashed(input) }),
      consumeOne: input => plain.consumeOne({ ...input, where: hashed(input) }),
      incrementOne: input => plain.incrementOne({ ...input, where: hashed(input) }),
    }
  }
}

function hashed(input: { model: string; where: Where }): Where {
  if (input.model !== 'session') return input.where
  return input.where.map(one => (isToken(one) ? { ...one, value: hashValue(one.value) } : one))
}

function hashValue(value: Where[number]['value']): Where[number]['value'] {
  if (Array.isArray(value)) return value.map(one => hashToken(String(one)))
  return typeof value === 'string' ? hashToken(value) : value
}

function isToken(one: Where[number]): boolean {
  return one.field === 'token'
}

function tokenOf(data: Record<string, unknown>): string | undefined {
  return typeof data.token === 'string' ? data.token : undefined
}

// The adapter's own result type, with the column that the caller gave put back.
function withToken<T>(row: T, token: unknown): T {
  return row && typeof token === 'string' ? { ...row, token } : row
}
