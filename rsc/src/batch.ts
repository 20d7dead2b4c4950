import { z } from 'zod'
import { readJson } from './answer.ts'
import {
  buildUnreadableFailure,
  classifyStatus,
  type FailureKind,
  type FailureRetry,
  type RawAnswer,
  readRecordError,
} from './errors.ts'
import {
  canonicalKey,
  formatBodyKey,
  formatIdsQuery,
  formatStringIdsQuery,
  formatStringKey,
  type KeyParts,
  MalformedKeyError,
  type ProtocolVersion,
  parseKey,
  parseStringKey,
} from './restli-key.ts'
import { wireLimits } from './tunnelling.ts'

/**
 * Why one record was not accepted. `refused`: LinkedIn said so. `unanswered`: the answer does not mention the record, or says
 * something about it that cannot be read; nobody knows whether it was stored, so it has status 0 and may be sent again.
 */
export type RecordRefusal<Key> = {
  key: Key
  ok: false
  reason: 'refused' | 'unanswered'
  status: number
  message: string
  kind: FailureKind
  retry: FailureRetry
}

/** What became of one record of a batch write. */
export type RecordVerdict<Key> = { key: Key; ok: true; status: number; message: null } | RecordRefusal<Key>

/** What a batch read says about one record. A record that LinkedIn does not hold is a refusal of kind `notFound`. */
export type RecordReading<Key, Value> = { key: Key; ok: true; value: Value } | RecordRefusal<Key>

/** What became of one element of a batch create; `id` is the URN that LinkedIn gave it. */
export type CreateVerdict<Key> = { key: Key; ok: true; status: number; message: null; id: string } | RecordRefusal<Key>

/** A batch that must not be sent: too many records, or one key twice. */
export class InvalidBatchError extends RangeError {
  override readonly name = 'InvalidBatchError'
}

/** How one sort of key is written in requests and recognised in answers. See {@link compositeKeys} and {@link stringKeys}. */
export type KeySpelling<Key> = {
  formatQuery(keys: readonly Key[], version: ProtocolVersion): string
  formatBody(key: Key, version: ProtocolVersion): string
  /** One stable text per key. */
  identify(key: Key): string
  /** The identities that a key of an answer may stand for, the likeliest first. Empty when it cannot be read. */
  identifyAnswer(text: string, version: ProtocolVersion): string[]
}

/** Keys of several parts (integrations, candidates, applications, ACLs): compared as sets of parts. Source: rsc-sync 1.4. */
export const compositeKeys: KeySpelling<KeyParts> = {
  formatQuery: formatIdsQuery,
  formatBody: formatBodyKey,
  identify: canonicalKey,
  identifyAnswer: text => readOrNothing(() => canonicalKey(parseKey(text))),
}

/** Plain ids (notes, stages, configurations, task URNs): compared as they stand, then decoded. Source: rsc-sync 1.4. */
export const stringKeys: KeySpelling<string> = {
  formatQuery: formatStringIdsQuery,
  formatBody: formatStringKey,
  identify: id => id,
  identifyAnswer: (text, version) => [
    ...readOrNothing(() => parseStringKey(text, version)),
    ...readOrNothing(() => parseStringKey(text, '2.0.0')),
  ],
}

/**
 * Refuses a batch that LinkedIn would refuse as a whole or would execute only half.
 *
 * @throws {InvalidBatchError} for more than 100 records or a key that stands there twice.
 * Source: rsc-sync 1.4 and 1.9.
 */
export function checkBatch(identities: readonly string[]): void {
  if (identities.length > wireLimits.recordsPerBatch) {
    throw new InvalidBatchError(
      `A batch holds at most ${wireLimits.recordsPerBatch} records, not ${identities.length}.`,
    )
  }
  const seen = new Set<string>()
  for (const identity of identities) {
    if (seen.has(identity)) throw new InvalidBatchError(`The key "${identity}" stands in the batch twice.`)
    seen.add(identity)
  }
}

// Not z.record: that leaves out a record whose key is "__proto__", and keys are whatever an ATS calls its records.
const recordsByKey = z.custom<Record<string, unknown>>(
  map => typeof map === 'object' && map !== null && !Array.isArray(map),
)

/** The body of a batch_update or batch_partial_update as a server reads it; each record is checked on its own. Source: rsc-sync 1.3. */
export const entitiesBodySchema = z.strictObject({ entities: recordsByKey })

/** The body of a batch_create as a server reads it; each element is checked on its own. Source: rsc-sync 1.3. */
export const elementsBodySchema = z.strictObject({ elements: z.array(z.unknown()) })

/** A batch under judgement: the keys that were sent, how they are spelled, and what came back. */
export type SentBatch<Key> = {
  keys: readonly Key[]
  spelling: KeySpelling<Key>
  version: ProtocolVersion
  answer: RawAnswer
}

/**
 * Judges the answer of a batch_update, batch_partial_update or batch_delete: exactly one verdict per sent record, in the order
 * of sending.
 *
 * Records are found by their parsed key, never by the text that was sent. A record that stands in both maps counts as
 * refused, one that stands in neither as `unanswered`. Keys that were never sent are ignored.
 *
 * @throws {LinkedInFailure} for every status outside 2xx and for a body that is no batch answer.
 * Source: rsc-sync 1.6.
 */
export function judgeBatchWrite<Key>(batch: SentBatch<Key>): RecordVerdict<Key>[] {
  const maps = readMaps(batch)
  return batch.keys.map(key => {
    const identity = batch.spelling.identify(key)
    if (maps.errors.has(identity)) return refuse(key, maps.errors.get(identity), maps.statuses.get(identity))
    if (!maps.results.has(identity)) return leaveUnanswered(key, "LinkedIn's answer does not mention this record.")
    const result = writeResultSchema.safeParse(maps.results.get(identity))
    if (!result.success) return leaveUnanswered(key, "LinkedIn's answer about this record has no status.")
    if (isSuccess(result.data.status)) return { key, ok: true, status: result.data.status, message: null }
    return refuse(key, result.data, result.data.status)
  })
}

/**
 * Judges the answer of a batch_get: exactly one reading per asked record, in the order of asking.
 *
 * A record that is missing from both maps does not exist there, the same as a 404 in `errors`. A record that does not
 * follow the schema is `unanswered`.
 *
 * @throws {LinkedInFailure} for every status outside 2xx and for a body that is no batch answer.
 * Source: rsc-sync 1.6.
 */
export function judgeBatchGet<Key, Schema extends z.ZodType>(
  batch: SentBatch<Key>,
  schema: Schema,
): RecordReading<Key, z.output<Schema>>[] {
  const maps = readMaps(batch)
  return batch.keys.map(key => {
    const identity = batch.spelling.identify(key)
    if (maps.errors.has(identity)) return refuse(key, maps.errors.get(identity), maps.statuses.get(identity))
    if (!maps.results.has(identity)) return refuse(key, { message: 'LinkedIn does not hold this record.' }, 404)
    const value = schema.safeParse(maps.results.get(identity))
    if (value.success) return { key, ok: true, value: value.data }
    return leaveUnanswered(key, "LinkedIn's record cannot be read.")
  })
}

/**
 * Judges the answer of a batch_create: element `i` answers what was sent as number `i`. An element that is missing, or that
 * succeeded without an id, is `unanswered`.
 *
 * @throws {LinkedInFailure} for every status outside 2xx and for a body without `elements`.
 * Source: rsc-sync 1.6.
 */
export function judgeBatchCreate<Key>(keys: readonly Key[], answer: RawAnswer): CreateVerdict<Key>[] {
  const parsed = createAnswerSchema.safeParse(readJson(answer))
  if (!parsed.success) throw buildUnreadableFailure(answer, 'it has no list of elements')
  return keys.map((key, position) => {
    const element = createdElementSchema.safeParse(parsed.data.elements[position])
    if (!element.success) return leaveUnanswered(key, "LinkedIn's answer does not mention this record.")
    const { status, id, error } = element.data
    const errorStatus = status ?? 0
    if (error !== undefined && error !== null) return refuse(key, error, errorStatus)
    if (status !== undefined && !isSuccess(status)) return refuse(key, element.data, status)
    if (id === undefined || id === '') return leaveUnanswered(key, 'LinkedIn accepted the record but gave it no id.')
    return { key, ok: true, status: status ?? answer.status, message: null, id }
  })
}

const batchAnswerSchema = z.looseObject({
  results: recordsByKey.nullish(),
  errors: recordsByKey.nullish(),
  statuses: recordsByKey.nullish(),
})

const writeResultSchema = z.looseObject({ status: z.int() })

const createAnswerSchema = z.looseObject({ elements: z.array(z.unknown()) })

const createdElementSchema = z.looseObject({
  id: z.string().optional(),
  status: z.int().optional(),
  error: z.unknown().optional(),
})

type AnswerMaps = { results: Map<string, unknown>; errors: Map<string, unknown>; statuses: Map<string, unknown> }

function readMaps<Key>(batch: SentBatch<Key>): AnswerMaps {
  const parsed = batchAnswerSchema.safeParse(readJson(batch.answer))
  if (!parsed.success) throw buildUnreadableFailure(batch.answer, 'it is no batch answer')
  const { results, errors, statuses } = parsed.data
  if (!results && !errors) throw buildUnreadableFailure(batch.answer, 'it has neither results nor errors')
  const sent = new Set(batch.keys.map(batch.spelling.identify))
  const index = (map: Record<string, unknown> | null | undefined) => indexByIdentity(map ?? {}, sent, batch)
  return { results: index(results), errors: index(errors), statuses: index(statuses) }
}

function indexByIdentity<Key>(
  map: Record<string, unknown>,
  sent: ReadonlySet<string>,
  batch: SentBatch<Key>,
): Map<string, unknown> {
  const found = new Map<string, unknown>()
  for (const [text, value] of Object.entries(map)) {
    const identity = batch.spelling.identifyAnswer(text, batch.version).find(candidate => sent.has(candidate))
    if (identity !== undefined) found.set(identity, value)
  }
  return found
}

function refuse<Key>(key: Key, error: unknown, statusBeside: unknown): RecordRefusal<Key> {
  const fallback = typeof statusBeside === 'number' ? statusBeside : 500
  const { status, message, kind, retry } = readRecordError(error, fallback)
  return { key, ok: false, reason: 'refused', status, message, kind, retry }
}

function leaveUnanswered<Key>(key: Key, message: string): RecordRefusal<Key> {
  return { key, ok: false, reason: 'unanswered', status: 0, message, ...classifyStatus(0) }
}

function isSuccess(status: number): boolean {
  return status >= 200 && status <= 299
}

function readOrNothing(read: () => string): string[] {
  try {
    return [read()]
  } catch (problem) {
    if (problem instanceof MalformedKeyError) return []
    throw problem
  }
}
