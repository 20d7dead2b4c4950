import { sql } from 'kysely'
import type { Resource } from './ledger.ts'

/** LinkedIn holds this record, and has taken it. */
const isThere = sql`parent.known_there and parent.accepted_version > 0`

const parentOf = (resource: 'candidate' | 'application', key: ReturnType<typeof sql>) => sql`exists (
  select from sync_record parent where parent.tenant_id = record.tenant_id and parent.resource = ${resource}
    and parent.key = ${key} and ${isThere})`

/**
 * What comes goes after what it hangs on, and what goes before it. By resource, each a part of a statement over
 * `sync_record record`.
 */
export const isReady: Record<Resource, ReturnType<typeof sql>> = {
  job: sql`true`,
  acl: sql`(record.wanted = 'absent' or exists (select from sync_record parent
    where parent.tenant_id = record.tenant_id and parent.resource = 'job'
      and parent.subject_id = record.subject_id and parent.known_there))`,
  acl_assignee: sql`true`,
  candidate: sql`(record.wanted = 'present' or not (exists (
    select from sync_record child where child.tenant_id = record.tenant_id and child.resource = 'application'
      and child.subject_id = record.key and child.known_there) or exists (
    select from sync_record child where child.tenant_id = record.tenant_id and child.resource = 'application'
      and child.former_subject_id = record.key and child.known_there and child.state in ('queued', 'sent'))))`,
  application: sql`(record.wanted = 'absent' or ${parentOf('candidate', sql`record.subject_id`)})`,
  // LinkedIn deletes a list with what it hangs on.
  candidate_notes: sql`(record.wanted = 'present' and ${parentOf('candidate', sql`record.key`)})`,
  application_notes: sql`(record.wanted = 'present' and ${parentOf('application', sql`record.key`)})`,
  stages: sql`(record.wanted = 'present' and ${parentOf('application', sql`record.key`)})`,
}
