import type { z } from 'zod'
import type { Sandbox } from '../../sandbox.ts'
import { answerBatchDelete, answerBatchWrite, stringKeys } from '../batch.ts'
import type { Resource, WireRequest } from '../resource.ts'
import { readRecord } from '../schema-problems.ts'
import { beginIndicatorBatch } from './indicator-access.ts'

/** Records with plain ids below a candidate or an application, whose key stands in the path. */
interface PartResource<Place extends { integrationContext: string }, Schema extends z.ZodType> {
  readonly path: string
  readonly quotaName: string
  readonly schema: Schema
  readonly readPlace: (request: WireRequest) => Place
  readonly put: (sandbox: Sandbox, place: Place & { id: string }, body: z.output<Schema>) => void
  readonly remove: (sandbox: Sandbox, place: Place & { id: string }) => void
}

export function describeParts<Place extends { integrationContext: string }, Schema extends z.ZodType>({
  path,
  quotaName,
  schema,
  readPlace,
  put,
  remove,
}: PartResource<Place, Schema>): Resource {
  const begin = (request: WireRequest, place: Place, ids: readonly string[]) =>
    beginIndicatorBatch(
      request,
      quotaName,
      ids.map(() => place),
    )
  return {
    path,
    token: 'child',
    quotaName,
    methods: {
      batch_update: request => {
        const place = readPlace(request)
        return answerBatchWrite(request.call, stringKeys, {
          begin: ids => begin(request, place, ids),
          write: (id, entity) => put(request.sandbox, { ...place, id }, readRecord(schema, entity)),
        })
      },
      batch_delete: request => {
        const place = readPlace(request)
        return answerBatchDelete(request.call, stringKeys, {
          begin: ids => begin(request, place, ids),
          remove: id => remove(request.sandbox, { ...place, id }),
        })
      },
    },
  }
}
