import {
  canonicalKey,
  formatResponseKey,
  formatStringKey,
  type KeyParts,
  MalformedKeyError,
  parseIdsQuery,
  parseKey,
  parseStringIdsQuery,
  parseStringKey,
} from '@lodestone/rsc/restli-key'
import type { z } from 'zod'
import { Refusal } from '../refusal.ts'
import { describeRefusal } from './errors.ts'
import { checkRecordCount } from './limits.ts'
import { isObject, readJsonBody, type WireAnswer, type WireCall } from './wire-call.ts'

/** How the keys of one resource are read and written. `K` is what a behaviour works with. */
export interface KeyGrammar<K> {
  readonly readQuery: (call: WireCall) => K[]
  readonly readBodyKey: (text: string, call: WireCall) => K
  readonly write: (key: K, call: WireCall) => string
  readonly identify: (key: K) => string
}

export function compositeKeys<S extends z.ZodType<KeyParts>>(schema: S): KeyGrammar<z.output<S>> {
  const check = (parts: KeyParts) => {
    const parsed = schema.safeParse(parts)
    if (!parsed.success) throw refuseKey()
    return parsed.data
  }
  return {
    readQuery: call => readKeys(() => parseIdsQuery(call.query, call.protocol)).map(check),
    readBodyKey: (text, call) => check(readKey(text, call)),
    write: (key, call) => formatResponseKey(key, call.protocol),
    identify: canonicalKey,
  }
}

export const stringKeys: KeyGrammar<string> = {
  readQuery: call => readKeys(() => parseStringIdsQuery(call.query, call.protocol)),
  readBodyKey: (text, call) => readKeys(() => parseStringKey(text, call.protocol)),
  write: (key, call) => formatStringKey(key, call.protocol),
  identify: key => key,
}

/** A composite key that stands in the path, such as the integration before `/configurations`. */
export function readPathKey<S extends z.ZodType<KeyParts>>(
  schema: S,
  { call, segment }: { call: WireCall; segment: string },
): z.output<S> {
  const parsed = schema.safeParse(readKey(segment, call))
  if (!parsed.success) throw refuseKey()
  return parsed.data
}

/** `batch_update` and `batch_partial_update`: each record gets its own verdict, the call itself succeeds. */
export function answerBatchWrite<K>(
  call: WireCall,
  grammar: KeyGrammar<K>,
  work: { begin: (keys: readonly K[]) => void; write: (key: K, entity: unknown) => void },
): WireAnswer {
  const keys = readBatchKeys(call, grammar)
  const entities = readEntities(call, grammar, keys)
  work.begin(keys)
  return judgeEach(call, grammar, { keys, judge: key => work.write(key, entities.get(grammar.identify(key))) })
}

export function answerBatchDelete<K>(
  call: WireCall,
  grammar: KeyGrammar<K>,
  work: { begin: (keys: readonly K[]) => void; remove: (key: K) => void },
): WireAnswer {
  const keys = readBatchKeys(call, grammar)
  work.begin(keys)
  return judgeEach(call, grammar, { keys, judge: work.remove })
}

export function answerBatchGet<K>(
  call: WireCall,
  grammar: KeyGrammar<K>,
  find: (key: K) => Readonly<Record<string, unknown>> | undefined,
): WireAnswer {
  const keys = readBatchKeys(call, grammar)
  const results: Record<string, unknown> = {}
  const errors: Record<string, unknown> = {}
  for (const key of keys) {
    const record = find(key)
    if (record === undefined) errors[grammar.write(key, call)] = describeRefusal(refuseMissing())
    else results[grammar.write(key, call)] = project(call, record)
  }
  return { status: 200, body: { results, statuses: {}, errors } }
}

/** The `fields` parameter: only these top-level fields. */
export function project(call: WireCall, record: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const fields = new URLSearchParams(call.query).get('fields')
  if (fields === null) return record
  const wanted = fields.split(',').map(field => field.trim())
  return Object.fromEntries(Object.entries(record).filter(([name]) => wanted.includes(name)))
}

function readBatchKeys<K>(call: WireCall, grammar: KeyGrammar<K>): readonly K[] {
  const keys = grammar.readQuery(call)
  checkRecordCount(keys.length)
  const seen = new Set<string>()
  for (const key of keys) {
    const id = grammar.identify(key)
    if (seen.has(id)) {
      throw new Refusal(400, 'duplicate-key', `Duplicate key in batch request query: '${grammar.write(key, call)}'`)
    }
    seen.add(id)
  }
  return keys
}

function readEntities<K>(call: WireCall, grammar: KeyGrammar<K>, keys: readonly K[]): ReadonlyMap<string, unknown> {
  const body = readJsonBody(call)
  const written = isObject(body) ? body.entities : undefined
  if (!isObject(written)) {
    throw new Refusal(400, 'no-entities', "Batch request body has no 'entities' object")
  }
  const asked = new Set(keys.map(grammar.identify))
  const entities = new Map<string, unknown>()
  for (const [text, entity] of Object.entries(written)) {
    const id = grammar.identify(grammar.readBodyKey(text, call))
    if (entities.has(id)) {
      throw new Refusal(400, 'duplicate-key', `Duplicate key in batch request body: '${text}'`)
    }
    if (!asked.has(id)) {
      const message = `Batch request mismatch. Entity key '${text}' not found in the query parameter.`
      throw new Refusal(400, 'key-mismatch', message)
    }
    entities.set(id, entity)
  }
  if (entities.size !== asked.size) {
    const uriKeys = keys.map(key => grammar.write(key, call)).join(', ')
    const entityKeys = Object.keys(written).join(', ')
    const message = `Batch request mismatch. URI keys: '${uriKeys}' Entity keys: '${entityKeys}'`
    throw new Refusal(400, 'key-mismatch', message)
  }
  return entities
}

function judgeEach<K>(
  call: WireCall,
  grammar: KeyGrammar<K>,
  batch: { keys: readonly K[]; judge: (key: K) => void },
): WireAnswer {
  const results: Record<string, { status: number }> = {}
  const errors: Record<string, unknown> = {}
  for (const key of batch.keys) {
    try {
      batch.judge(key)
      results[grammar.write(key, call)] = { status: 204 }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      errors[grammar.write(key, call)] = describeRefusal(error)
    }
  }
  return { status: 200, body: { results, errors } }
}

/** In the grammar that the header asks for, not in the other one. */
function readKey(text: string, call: WireCall): KeyParts {
  if (text.startsWith('(') !== (call.protocol === '2.0.0')) throw refuseKey()
  return readKeys(() => parseKey(text))
}

function readKeys<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof MalformedKeyError) throw refuseKey()
    throw error
  }
}

function refuseKey(): Refusal {
  return new Refusal(400, 'wrong-key', 'Batch key parameter value is invalid')
}

function refuseMissing(): Refusal {
  return new Refusal(404, 'unknown-record', 'The record does not exist')
}
