import type { z } from 'zod'
import {
  checkBatch,
  judgeBatchGet,
  judgeBatchWrite,
  type KeySpelling,
  type RecordReading,
  type RecordVerdict,
} from './batch.ts'
import { type ApiCall, type Client, sendCall } from './client.ts'

/** A batch resource: where it lives after the base path and how its keys are spelled. */
export type BatchResource<Key> = { path: string; spelling: KeySpelling<Key> }

/** One record of a batch write. */
export type KeyedRecord<Key> = { key: Key; record: unknown }

/**
 * Replaces whole records by their keys (batch_update, PUT). No records: no call.
 *
 * @throws {InvalidBatchError} before sending, {@link LinkedInFailure} for the call as a whole.
 * Source: rsc-sync 1.3.
 */
export function putBatch<Key>(
  client: Client,
  resource: BatchResource<Key>,
  records: readonly KeyedRecord<Key>[],
): Promise<RecordVerdict<Key>[]> {
  return writeBatch(client, resource, { method: 'PUT', restliMethod: 'batch_update', records })
}

/**
 * Changes named fields of records (batch_partial_update, POST); each record is `{patch: {$set, $delete}}`. No records: no call.
 *
 * @throws {InvalidBatchError} before sending, {@link LinkedInFailure} for the call as a whole.
 * Source: rsc-sync 1.3.
 */
export function patchBatch<Key>(
  client: Client,
  resource: BatchResource<Key>,
  records: readonly KeyedRecord<Key>[],
): Promise<RecordVerdict<Key>[]> {
  return writeBatch(client, resource, { method: 'POST', restliMethod: 'batch_partial_update', records })
}

/**
 * Deletes records (batch_delete). No keys: no call.
 *
 * @throws {InvalidBatchError} before sending, {@link LinkedInFailure} for the call as a whole.
 * Source: rsc-sync 1.3 and 14.
 */
export async function deleteBatch<Key>(
  client: Client,
  resource: BatchResource<Key>,
  keys: readonly Key[],
): Promise<RecordVerdict<Key>[]> {
  if (keys.length === 0) return []
  const answer = await sendCall(client, {
    method: 'DELETE',
    path: resource.path,
    query: formatKeys(client, resource, keys),
  })
  return judgeBatchWrite({ keys, spelling: resource.spelling, version: client.protocolVersion, answer })
}

/**
 * Reads records by their keys (batch_get) and translates each by the schema; `fields` asks for these top-level fields only.
 * No keys: no call.
 *
 * @throws {InvalidBatchError} before sending, {@link LinkedInFailure} for the call as a whole.
 * Source: rsc-sync 1.3 and 1.6.
 */
export async function getBatch<Key, Schema extends z.ZodType>(
  client: Client,
  resource: BatchResource<Key> & { schema: Schema; fields?: readonly string[] },
  keys: readonly Key[],
): Promise<RecordReading<Key, z.output<Schema>>[]> {
  if (keys.length === 0) return []
  const ids = formatKeys(client, resource, keys)
  const query = resource.fields === undefined ? ids : `${ids}&fields=${resource.fields.join(',')}`
  const answer = await sendCall(client, { method: 'GET', path: resource.path, query })
  return judgeBatchGet({ keys, spelling: resource.spelling, version: client.protocolVersion, answer }, resource.schema)
}

async function writeBatch<Key>(
  client: Client,
  resource: BatchResource<Key>,
  write: Pick<ApiCall, 'method'> & Required<Pick<ApiCall, 'restliMethod'>> & { records: readonly KeyedRecord<Key>[] },
): Promise<RecordVerdict<Key>[]> {
  if (write.records.length === 0) return []
  const { protocolVersion } = client
  const keys = write.records.map(({ key }) => key)
  const entities = write.records.map(({ key, record }) => [resource.spelling.formatBody(key, protocolVersion), record])
  const answer = await sendCall(client, {
    method: write.method,
    restliMethod: write.restliMethod,
    path: resource.path,
    query: formatKeys(client, resource, keys),
    body: { entities: Object.fromEntries(entities) },
  })
  return judgeBatchWrite({ keys, spelling: resource.spelling, version: protocolVersion, answer })
}

function formatKeys<Key>(client: Client, resource: BatchResource<Key>, keys: readonly Key[]): string {
  checkBatch(keys.map(resource.spelling.identify))
  return resource.spelling.formatQuery(keys, client.protocolVersion)
}
