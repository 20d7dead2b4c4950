import type { RecordVerdict } from '@lodestone/rsc/batch'
import { sql } from 'kysely'
import type { Work } from '../../platform/work.ts'
import type { Endpoint } from '../access/call-count.ts'
import type { Sending } from './sending.ts'

/** What hangs on a candidate or an application and goes to LinkedIn as a whole list: each is one record of the ledger. */
export const listsOf = {
  candidate: ['candidate_notes'],
  application: ['stages', 'application_notes'],
} as const
export type ListParent = keyof typeof listsOf
export type ListResource = (typeof listsOf)[ListParent][number]

/** One entry under our own id of it. */
export interface Item<Body> {
  id: string
  body: Body
}

export interface List<Body> {
  resource: ListResource
  parent: ListParent
  endpoint: Endpoint
  /** May the ledger keep what was sent? Not words that somebody may take back. */
  isKept: boolean
  /** The lists as they are now, by the key of what they hang on. Whoever is missing may not go to LinkedIn. */
  read(work: Work, keys: readonly string[]): Promise<Map<string, Item<Body>[]>>
  put(sending: Sending, key: string, items: readonly Item<Body>[]): Promise<RecordVerdict<string>[]>
  remove(sending: Sending, key: string, ids: readonly string[]): Promise<RecordVerdict<string>[]>
}

/** LinkedIn has deleted these lists with what they hung on. */
export async function forgetLists(work: Work, parent: ListParent, keys: readonly string[]): Promise<void> {
  await sql`
    update sync_record set there_ids = '{}', known_there = false, payload = null, payload_hash = null
    where tenant_id = ${work.tenantId} and resource = any(${[...listsOf[parent]]}) and key = any(${[...keys]})`.execute(
    work.tx,
  )
}
